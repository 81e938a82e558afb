"""How long the stages of an answer take on a collection of a given size, beside the least it could take."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.service.loading import spare_loaded
from bot.service.warming import warm_up
from corpus.library import Library, load_corpus
from eval.recombined import sections_of, write_notices
from eval.starting import Start, measure_start
from index.retriever import Retriever
from index.snapshot import open_or_build

__all__ = ["Latency", "Spread", "measure_latency"]

_CHARACTERS = 5000  # of a notice made up
_DAY = date(2026, 3, 1)
_READ = (64 << 10, 256 << 20)  # bytes read at a time to measure the bandwidth, at least and at most
_STEADY = 25  # reads without a faster one after which the fastest is taken for the floor
_PATIENCE = 3.0  # seconds that this may take
_NEAREST = 400  # passages asked for where not all are compared


@dataclass(frozen=True, slots=True)
class Spread:
    """The median and the 99th percentile of a stage's times, in milliseconds.

    `busy50` and `busy99` are those of its processor time, which others on the machine lengthen less.
    """

    stage: str
    p50: float
    p99: float
    busy50: float
    busy99: float


@dataclass(frozen=True, slots=True)
class Latency:
    """What was measured on `clauses` clauses; `floor` is in milliseconds.

    The floor is the time in which one thread could read the `scanned` bytes of vectors that a search
    compares, 0 where a server compares them.
    """

    clauses: int
    passages: int
    stages: tuple[Spread, ...]
    start: Start
    scanned: int
    floor: float


def measure_latency(folder: Path, questions: Sequence[str], clauses: int | None = None) -> Latency:
    """Ask the questions of the notices below `folder`, or of `clauses` clauses put together from them.

    Each is answered once, by an assistant warmed up (`bot.service.warming`), as a server does
    when it has started. The index is built before; the start is that of `wenze serve` with it at hand.

    Raises:
        EmptyCorpus: there is no readable notice.
        NoServer: `wenze serve` does not start.
    """
    with tempfile.TemporaryDirectory(prefix="wenze-latency-") as name:
        state = Path(name) / "state"
        state.mkdir()
        held = _grown(folder, Path(name) / "corpus", clauses) if clauses else folder
        library = load_corpus(held, state / "read")
        retriever = open_or_build(library, state)
        start = measure_start(held, state, questions[0], _DAY)
        assistant = Assistant(library, retriever)
        warm_up(assistant, _DAY, lambda: None)
        spare_loaded()  # as a server does when it has started
        stages = tuple(_spread(n, run, questions) for n, run in _stages(assistant, retriever))
        vectors = retriever.vectors
        scanned = vectors.rounded.nbytes if vectors.rounded else vectors.scanned
        return Latency(
            clauses=_counted(library),
            passages=len(retriever.passages),
            stages=stages,
            start=start,
            scanned=scanned,
            floor=_floor(scanned),
        )


def _stages(assistant: Assistant, retriever: Retriever) -> Iterator[tuple[str, Callable[[str], object]]]:
    """What is timed: the whole answer first, while nothing of the questions is kept.

    The stages after it find the words of the questions cut already.
    """
    yield "answer", lambda q: assistant.answer(q, DialogueState(), _DAY)
    yield "evidence", lambda q: assistant.evidence(q, _DAY)
    yield "search", retriever.search
    yield "lexical", retriever.lexical.scores
    yield "encode", lambda q: retriever.encoder.encode([q])
    vector = retriever.encoder.encode(["什么时候报名"])
    vectors = retriever.vectors
    yield (
        "dense",
        lambda _: (
            vectors.rounded.products(vector) if vectors.rounded else vectors.search(vector[0], _NEAREST)
        ),
    )


def _grown(folder: Path, made: Path, clauses: int) -> Path:
    """Write notices of at least so many clauses in all, by the density found in a small sample."""
    made.mkdir()
    sections = sections_of(load_corpus(folder).notices)
    write_notices(made, sections, 2, _CHARACTERS)
    each = _counted(load_corpus(made)) / 2
    write_notices(made, sections, max(round(clauses / each), 1), _CHARACTERS)
    return made


def _counted(library: Library) -> int:
    return sum(len(n.clauses) for n in library.notices)


def _spread(stage: str, run: Callable[[str], object], questions: Sequence[str]) -> Spread:
    times, busy = [], []
    for question in questions:
        start, began = time.perf_counter(), time.thread_time()
        run(question)
        busy.append((time.thread_time() - began) * 1e3)
        times.append((time.perf_counter() - start) * 1e3)
    return Spread(stage, *np.percentile(times, [50, 99]).tolist(), *np.percentile(busy, [50, 99]).tolist())


def _floor(scanned: int) -> float:
    """Milliseconds in which one thread can read so many bytes: the fastest of many reads of as many.

    Reads of another size would tell another bandwidth: what fits the caches is read ten times as fast as what
    does not. Only past them, where time grows with size, is a part read for the whole. A busy machine makes
    reads slower, never faster, so the fastest is the floor once it no longer falls.
    """
    if not scanned:
        return 0.0
    size = min(max(scanned, _READ[0]), _READ[1])
    held = np.ones(size // 4, dtype=np.float32)
    best, since, end = float("inf"), 0, time.perf_counter() + _PATIENCE
    with threadpool_limits(limits=1, user_api="blas"):
        while since < _STEADY and time.perf_counter() < end:
            start = time.perf_counter()
            held.dot(held)  # both factors are the same memory, read once
            took = time.perf_counter() - start
            best, since = (took, 0) if took < best else (best, since + 1)
    return best * scanned / size * 1e3
