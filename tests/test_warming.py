"""What is asked before anybody asks: questions of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from bot.answer_parts import Intent
from bot.conversation.dialogue import DialogueState
from bot.conversation.question import understand
from bot.service.warming import QUESTIONS, Quiet, warm_up
from bot.speech.lexicon import lexicon
from bot.speech.typos import TypoMender
from corpus import patterns
from corpus.library import Library, load_corpus
from index.segmentation import Segmenter

SAMPLES = Path(__file__).parent / "samples"


def test_the_first_questions_are_of_every_kind() -> None:
    mender = TypoMender({}, (), Segmenter())
    read = [understand(q, date(2026, 3, 1), mender) for q in QUESTIONS]
    assert {q.intent for q in read} == set(Intent)
    assert {w for q in read for w in q.wants} >= {want for want, _ in lexicon().wants}


def test_our_own_questions_wait_until_nobody_is_being_answered() -> None:
    quiet, waited = Quiet(), Event()

    def wait() -> None:
        quiet.wait_for_quiet()
        waited.set()

    with quiet.interrupted():
        thread = Thread(target=wait)
        thread.start()
        with quiet.interrupted():
            pass  # one of two has their answer
        assert not waited.wait(0.2)
    assert waited.wait(5)
    thread.join()


def test_a_failed_answer_leaves_quiet_behind() -> None:
    quiet = Quiet()
    with pytest.raises(RuntimeError), quiet.interrupted():
        raise RuntimeError
    quiet.wait_for_quiet()


class Recorded:
    """An assistant that notes what is asked of it."""

    version = ""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.steps: list[object] = []

    def answer(self, question: str, state: DialogueState, as_of: date, scope: str | None = None) -> Any:
        self.steps.append((question, scope))

    def prepare(self) -> Iterator[None]:
        return (self.steps.append(n) for n in range(3))


def test_all_that_was_put_off_is_done_between_waits() -> None:
    later = [patterns.compile(rf"x{n}") for n in range(40)]
    assistant = Recorded(load_corpus(SAMPLES))
    longest = max(assistant.library.notices, key=lambda n: len(n.clauses)).notice_id
    warm_up(assistant, date(2026, 3, 1), lambda: assistant.steps.append("wait"))
    asked = [("wait", (q, scope)) for q in QUESTIONS for scope in (None, longest)]
    begun, rest = assistant.steps[: 2 * len(asked)], assistant.steps[2 * len(asked) :]
    assert begun == [step for pair in asked for step in pair]
    assert len(rest) > 8
    assert rest[-6:] == [0, "wait", 1, "wait", 2, "wait"]
    assert set(rest[:-6]) == {"wait"}
    assert not patterns.compile_waiting(1)
    assert all(object.__getattribute__(p, "_compiled").fullmatch(p.pattern) for p in later)
