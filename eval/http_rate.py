"""How many requests a second the HTTP endpoint serves, beside a bare handler that returns the same JSON.

Both run as processes of their own and are asked in turn by the same clients over kept-alive connections, so
what else the machine does falls on both.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import uvloop

from eval.servers import NoServer, Server, ask_once, content_length, request_of, running, serving, wait_for

__all__ = ["Rate", "measure_rates"]

_DAY = date(2026, 3, 1)


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests a second (the median of the rounds) and the milliseconds that they took.

    `what` is `bare`, `again` for questions asked before on the same day, `new` for questions that were not.
    """

    what: str
    rate: float
    p50: float
    p99: float


def measure_rates(
    corpus: Path, questions: Sequence[str], connections: int, seconds: float, rounds: int
) -> list[Rate]:
    """Ask both servers in turn, `rounds` times for `seconds` each.

    Raises:
        NoServer: one of them does not start, or answers with an error.
    """
    with tempfile.TemporaryDirectory(prefix="wenze-http-") as name, ExitStack() as servers:
        folder = Path(name)
        real = servers.enter_context(serving(corpus, folder / "state", folder / "wenze.log"))
        asked = [request_of(q, _DAY) for q in questions]
        known = {q: json.loads(ask_once(real, ask)) for q, ask in zip(questions, asked, strict=True)}
        (folder / "answers.json").write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        bare = servers.enter_context(_bare(folder / "answers.json", asked[0]))
        others = iter([request_of(q, _DAY + timedelta(days=d)) for d in range(1, 400) for q in questions])
        loads = {"bare": (bare, cycle(asked)), "again": (real, cycle(asked)), "new": (real, others)}
        found: dict[str, list[list[float]]] = {what: [] for what in loads}
        for _ in range(rounds):
            for what, (server, requests) in loads.items():
                for ask in asked if what == "again" else ():  # the round before may have driven them out
                    ask_once(server, ask)
                found[what].append(_asked(server.port, requests, connections, seconds))
        return [_rate(what, times, seconds) for what, times in found.items()]


def _rate(what: str, rounds: Sequence[Sequence[float]], seconds: float) -> Rate:
    every = [t for times in rounds for t in times]
    p50, p99 = np.percentile(every, [50, 99]).tolist()
    return Rate(what, median(len(times) for times in rounds) / seconds, p50, p99)


@contextmanager
def _bare(answers: Path, request: bytes) -> Iterator[Server]:
    log = answers.with_name("bare.log")
    with running([sys.executable, "-m", "eval.bare_server", str(answers)], log) as server:
        wait_for(server, request, log)
        yield server


# ── the clients ─────────────────────────────────────────────────────────────────────────────────────────


def _asked(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> list[float]:
    """Milliseconds of each answer that came in so many seconds."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_ask_all(port, requests, connections, seconds))


async def _ask_all(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> list[float]:
    times: list[float] = []
    loop = asyncio.get_running_loop()
    clients = [
        (await loop.create_connection(lambda: _Client(requests, times), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    for client in clients:
        client.send()
    await asyncio.sleep(seconds)
    for client in clients:
        client.stop()
    if failed := next((c.failed for c in clients if c.failed), None):
        raise NoServer(f"服务答复：{failed}")
    return times


class _Client(asyncio.Protocol):
    """One connection: the next question as soon as an answer is complete."""

    def __init__(self, requests: Iterator[bytes], times: list[float]) -> None:
        self._requests, self._times = requests, times
        self._received = bytearray()
        self._missing = -1  # bytes of the answer; -1: its length is not known yet
        self._started = 0.0
        self.failed = ""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def send(self) -> None:
        """Ask the next question."""
        self._received.clear()
        self._missing = -1
        self._started = time.perf_counter()
        self._transport.write(next(self._requests))

    def stop(self) -> None:
        """Ask no more."""
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._missing < 0 and (end := self._received.find(b"\r\n\r\n")) >= 0:
            if not self._received.startswith(b"HTTP/1.1 200"):
                self.failed = self._received.decode("utf-8", errors="replace")[:500]
                self._transport.abort()
                return
            self._missing = end + 4 + content_length(bytes(self._received[:end]))
        if 0 <= self._missing <= len(self._received):
            self._times.append((time.perf_counter() - self._started) * 1e3)
            self.send()
