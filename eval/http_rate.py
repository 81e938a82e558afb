"""How many requests a second the HTTP endpoint serves, beside a bare handler that returns the same JSON.

Both run as processes of their own and are asked in turn by the same clients over kept-alive connections, so
what else the machine does falls on both.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
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

__all__ = ["NoServer", "Rate", "measure_rates"]

_DAY = date(2026, 3, 1)
_STARTING = 120.0  # seconds that a server may take to start
_PATH = "/api/v1/ask"


class NoServer(Exception):
    """A server did not start, or did not answer; the message says what it said."""


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
        real = servers.enter_context(_wenze(corpus, folder))
        asked = [_body(q, _DAY) for q in questions]
        known = {q: json.loads(_once(real, body)) for q, body in zip(questions, asked, strict=True)}
        (folder / "answers.json").write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        bare = servers.enter_context(_bare(folder / "answers.json", asked[0]))
        others = iter([_body(q, _DAY + timedelta(days=d)) for d in range(1, 400) for q in questions])
        loads = {"bare": (bare, cycle(asked)), "again": (real, cycle(asked)), "new": (real, others)}
        found: dict[str, list[list[float]]] = {what: [] for what in loads}
        for _ in range(rounds):
            for what, (port, bodies) in loads.items():
                for body in asked if what == "again" else ():  # the round before may have driven them out
                    _once(port, body)
                found[what].append(_asked(port, bodies, connections, seconds))
        return [_rate(what, times, seconds) for what, times in found.items()]


def _rate(what: str, rounds: Sequence[Sequence[float]], seconds: float) -> Rate:
    every = [t for times in rounds for t in times]
    p50, p99 = np.percentile(every, [50, 99]).tolist()
    return Rate(what, median(len(times) for times in rounds) / seconds, p50, p99)


def _body(question: str, as_of: date) -> bytes:
    return json.dumps({"question": question, "as_of": as_of.isoformat()}, ensure_ascii=False).encode()


# ── the servers ─────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _wenze(corpus: Path, folder: Path) -> Iterator[int]:
    port = _free_port()
    command = ["serve", "--corpus", str(corpus), "--state", str(folder / "state"), "--port", str(port)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WENZE_")}
    code = "from eval.command import main; main()"
    with _running([sys.executable, "-c", code, *command], environment, folder / "wenze.log") as process:
        _wait(process, port, b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n", folder / "wenze.log")
        yield port


@contextmanager
def _bare(answers: Path, body: bytes) -> Iterator[int]:
    port, log = _free_port(), answers.with_name("bare.log")
    command = [sys.executable, "-m", "eval.bare_server", str(port), str(answers)]
    with _running(command, dict(os.environ), log) as process:
        _wait(process, port, _request(body), log)
        yield port


@contextmanager
def _running(command: list[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, stderr=out)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int, request: bytes, log: Path) -> None:
    """Until the server answers 200."""
    end = time.monotonic() + _STARTING
    while time.monotonic() < end and process.poll() is None:
        try:
            answer = _call(port, request)
            if answer.startswith(b"HTTP/1.1 200"):
                return
            if b"load-failed" in answer:
                told = answer.partition(b"\r\n\r\n")[2].decode()
                raise NoServer(f"服务没有启动：{told}")
        except OSError:
            pass
        time.sleep(0.1)
    raise NoServer(f"服务没有启动：{log.read_text('utf-8', errors='replace').strip()[-500:] or '没有输出'}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# ── the clients ─────────────────────────────────────────────────────────────────────────────────────────


def _request(body: bytes) -> bytes:
    head = f"POST {_PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _once(port: int, body: bytes) -> bytes:
    """The body of one answer."""
    head, _, answer = _call(port, _request(body)).partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise NoServer(f"服务答复：{(head + answer).decode('utf-8', errors='replace')[:500]}")
    return answer


def _call(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=_STARTING) as connection:
        connection.sendall(request)
        received = b""
        while not _whole(received):
            part = connection.recv(1 << 16)
            if not part:
                break
            received += part
        return received


def _whole(received: bytes) -> bool:
    """Whether a response with a Content-Length is complete."""
    head, mark, body = received.partition(b"\r\n\r\n")
    return bool(mark) and len(body) >= _length(head)


def _length(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)


def _asked(port: int, bodies: Iterator[bytes], connections: int, seconds: float) -> list[float]:
    """Milliseconds of each answer that came in so many seconds."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_ask_all(port, bodies, connections, seconds))


async def _ask_all(port: int, bodies: Iterator[bytes], connections: int, seconds: float) -> list[float]:
    times: list[float] = []
    loop = asyncio.get_running_loop()
    clients = [
        (await loop.create_connection(lambda: _Client(bodies, times), "127.0.0.1", port))[1]
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

    def __init__(self, bodies: Iterator[bytes], times: list[float]) -> None:
        self._bodies, self._times = bodies, times
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
        self._transport.write(_request(next(self._bodies)))

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
            self._missing = end + 4 + _length(bytes(self._received[:end]))
        if 0 <= self._missing <= len(self._received):
            self._times.append((time.perf_counter() - self._started) * 1e3)
            self.send()
