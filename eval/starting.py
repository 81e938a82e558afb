"""How long a server takes from its start to its first answer, and how much memory it then holds."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from eval.servers import Server, ask_once, request_of, serving

__all__ = ["Start", "measure_start"]

_TIMES = 3


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process until it is ready and until its first answer, imports included.

    `busy` is the processor time until then (None where the system does not tell), `resident` the memory held
    after it, in MiB.
    """

    ready: float
    first: float
    busy: float | None
    resident: float


def measure_start(corpus: Path, state: Path, question: str, day: date) -> Start:
    """Start `wenze serve` several times with a snapshot at hand and ask one question: the medians.

    Raises:
        NoServer: it does not start or does not answer.
    """
    found = [_started(corpus, state, request_of(question, day)) for _ in range(_TIMES)]
    busy = [s.busy for s in found if s.busy is not None]
    return Start(
        median(s.ready for s in found),
        median(s.first for s in found),
        median(busy) if busy else None,
        median(s.resident for s in found),
    )


def _started(corpus: Path, state: Path, request: bytes) -> Start:
    with serving(corpus, state, state / "serve.log") as server:
        ready = time.monotonic() - server.began
        ask_once(server, request)
        first = time.monotonic() - server.began
        return Start(ready, first, _busy(server), _resident(server))


def _busy(server: Server) -> float | None:
    """The processor time of a process in seconds, where /proc tells it."""
    try:
        told = Path(f"/proc/{server.process.pid}/stat").read_text("ascii", errors="replace")
    except OSError:
        return None
    user, system = told.rpartition(")")[2].split()[11:13]  # the name before may hold anything
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _resident(server: Server) -> float:
    command = ["ps", "-o", "rss=", "-p", str(server.process.pid)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout) / 1024  # KiB
