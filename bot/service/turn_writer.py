"""Keeping turns from the event loop: those that come while others are written share a transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from bot.service.database import StoreUnavailable
from bot.service.store import Turn

__all__ = ["TurnWriter"]


class TurnWriter:
    """Writes in a thread of its own; for one event loop."""

    def __init__(self, record: Callable[[Sequence[Turn]], None]) -> None:
        self._record = record
        self._waiting: list[tuple[Turn, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, "turn-writer")

    def close(self) -> None:
        """Let the thread go; nothing can be kept any more."""
        self._thread.shutdown()

    async def keep(self, turn: Turn) -> None:
        """Return when the turn is written.

        Raises:
            StoreUnavailable: it cannot be; nothing was changed.
        """
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((turn, written))
        if self._task is None:
            self._task = asyncio.create_task(self._write())
        await written

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._write_batch(batch)
        finally:
            self._task = None

    async def _write_batch(self, batch: Sequence[tuple[Turn, asyncio.Future[None]]]) -> None:
        """In one transaction; where that fails, each turn by itself: none spoils another."""
        try:
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._thread, self._record, [turn for turn, _ in batch])
        except StoreUnavailable as failure:
            if len(batch) == 1:
                _finish(batch[0][1], failure)
            else:
                for waiting in batch:
                    await self._write_batch([waiting])
        except BaseException as failure:
            for _, written in batch:
                _finish(written, failure)
            raise
        else:
            for _, written in batch:
                _finish(written)


def _finish(written: asyncio.Future[None], failure: BaseException | None = None) -> None:
    """Let who waits go on, unless they have gone."""
    if written.done():
        return
    if failure is None:
        written.set_result(None)
    else:
        written.set_exception(failure)
