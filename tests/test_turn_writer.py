"""Turns kept from the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from threading import Event

import pytest

from bot.conversation.dialogue import DialogueState
from bot.service.database import StoreUnavailable
from bot.service.store import Turn
from bot.service.turn_writer import TurnWriter


def turn(name: str) -> Turn:
    state = DialogueState()
    return Turn(name, f"s-{name}", "何时截止？", state, state, date(2025, 1, 2), None, "v1", "{}")


class Book:
    """Keeps what is recorded; the first call waits until it is told to go on, `bad` turns fail."""

    def __init__(self, *bad: str) -> None:
        self.batches: list[list[str]] = []
        self.go_on = Event()
        self._bad = bad

    def record(self, turns: Sequence[Turn]) -> None:
        names = [t.answer_id for t in turns]
        self.batches.append(names)
        self.go_on.wait(5)
        if set(names) & set(self._bad):
            raise StoreUnavailable("不可用")


async def keep_all(book: Book, *names: str) -> list[BaseException | None]:
    """Keep the first, and the others while it is being written."""
    writer = TurnWriter(book.record)
    tasks = [asyncio.create_task(writer.keep(turn(names[0])))]
    while not book.batches:
        await asyncio.sleep(0.001)
    tasks += [asyncio.create_task(writer.keep(turn(name))) for name in names[1:]]
    await asyncio.sleep(0.01)
    assert not any(t.done() for t in tasks)
    book.go_on.set()
    return await asyncio.gather(*tasks, return_exceptions=True)


def test_turns_that_come_meanwhile_are_written_together() -> None:
    book = Book()
    assert asyncio.run(keep_all(book, "a", "b", "c")) == [None] * 3
    assert book.batches == [["a"], ["b", "c"]]


def test_a_turn_that_cannot_be_written_spoils_no_other() -> None:
    book = Book("b")
    first, second, third = asyncio.run(keep_all(book, "a", "b", "c"))
    assert (first, third) == (None, None)
    assert isinstance(second, StoreUnavailable)
    assert book.batches == [["a"], ["b", "c"], ["b"], ["c"]]


def test_who_has_gone_is_not_waited_for() -> None:
    async def run() -> None:
        book = Book()
        writer = TurnWriter(book.record)
        gone = asyncio.create_task(writer.keep(turn("a")))
        while not book.batches:
            await asyncio.sleep(0.001)
        gone.cancel()
        book.go_on.set()
        await writer.keep(turn("b"))
        assert book.batches == [["a"], ["b"]]

    asyncio.run(run())


def test_an_error_of_another_kind_reaches_who_waits() -> None:
    def record(_: Sequence[Turn]) -> None:
        raise ZeroDivisionError

    async def run() -> None:
        writer = TurnWriter(record)
        with pytest.raises(ZeroDivisionError):
            await writer.keep(turn("a"))

    asyncio.run(run())
