"""Servers in processes of their own, to be measured: started, waited for, asked, stopped."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["NoServer", "Server", "ask_once", "content_length", "request_of", "running", "serving", "wait_for"]

_STARTING = 120.0  # seconds that a server may take to start
_PATH = "/api/v1/ask"
_POLL = 0.02  # seconds between two looks whether a server is ready


class NoServer(Exception):
    """A server did not start, or did not answer; the message says what it said."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers at a port of this machine; `began` is when it was started, as by `monotonic`."""

    process: subprocess.Popen[bytes]
    port: int
    began: float


@contextmanager
def serving(corpus: Path, state: Path, log: Path) -> Iterator[Server]:
    """`wenze serve`, ready to answer.

    Raises:
        NoServer: it does not start.
    """
    command = ["serve", "--corpus", str(corpus), "--state", str(state)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WENZE_")}
    code = "from eval.command import main; main()"
    with running([sys.executable, "-c", code, *command, "--port"], log, environment) as server:
        wait_for(server, b"GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n", log)
        yield server


@contextmanager
def running(command: list[str], log: Path, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """A command whose last argument is the port to answer at, which is added; it is ended at the end."""
    port = _free_port()
    with log.open("wb") as out:
        began = time.monotonic()
        process = subprocess.Popen([*command, str(port)], env=environment, stdout=out, stderr=out)
        try:
            yield Server(process, port, began)
        finally:
            process.terminate()
            process.wait(30)


def wait_for(server: Server, request: bytes, log: Path) -> None:
    """Until the server answers 200.

    Raises:
        NoServer: it ends before, says that it failed, or takes too long.
    """
    end = time.monotonic() + _STARTING
    while time.monotonic() < end and server.process.poll() is None:
        try:
            answer = _call(server.port, request)
            if answer.startswith(b"HTTP/1.1 200"):
                return
            if b"load-failed" in answer:
                told = answer.partition(b"\r\n\r\n")[2].decode()
                raise NoServer(f"服务没有启动：{told}")
        except OSError:
            pass
        time.sleep(_POLL)
    raise NoServer(f"服务没有启动：{log.read_text('utf-8', errors='replace').strip()[-500:] or '没有输出'}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def request_of(question: str, as_of: date) -> bytes:
    """A whole HTTP request that asks a question."""
    body = json.dumps({"question": question, "as_of": as_of.isoformat()}, ensure_ascii=False).encode()
    head = f"POST {_PATH} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def ask_once(server: Server, request: bytes) -> bytes:
    """The body of one answer.

    Raises:
        NoServer: the answer is no 200.
    """
    head, _, answer = _call(server.port, request).partition(b"\r\n\r\n")
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
    return bool(mark) and len(body) >= content_length(head)


def content_length(head: bytes) -> int:
    """What the head of a response says of the length of its body, 0 where it says nothing."""
    lines = head.lower().split(b"\r\n")
    return next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
