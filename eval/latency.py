"""How long the stages of an answer take on a collection of a given size, beside the least it could take."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from bot.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import Library, load_corpus
from eval.recombined import sections_of, write_notices
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
    """The median and the 99th percentile of a stage's times, in milliseconds."""

    stage: str
    p50: float
    p99: float


@dataclass(frozen=True, slots=True)
class Latency:
    """What was measured on `clauses` clauses: `opening` and `first` are seconds, `floor` milliseconds.

    The floor is the time in which one thread could read the `scanned` bytes of vectors that a search
    compares, 0 where a server compares them.
    """

    clauses: int
    passages: int
    stages: tuple[Spread, ...]
    opening: float
    first: float
    scanned: int
    floor: float
    peak_mib: float


def measure_latency(folder: Path, questions: Sequence[str], clauses: int | None = None) -> Latency:
    """Ask the questions of the notices below `folder`, or of `clauses` clauses put together from them.

    The first question only starts the service; each of the others is answered once. The index is built
    before and opened again: what is timed is a start with a snapshot at hand.

    Raises:
        EmptyCorpus: there is no readable notice.
    """
    with tempfile.TemporaryDirectory(prefix="wenze-latency-") as name:
        state = Path(name) / "state"
        state.mkdir()
        held = _grown(folder, Path(name) / "corpus", clauses) if clauses else folder
        open_or_build(load_corpus(held), state)
        start = time.perf_counter()
        library = load_corpus(held)
        retriever = open_or_build(library, state)
        assistant = Assistant(library, retriever)
        opening = time.perf_counter() - start
        assistant.answer(questions[0], DialogueState(), _DAY)
        first = time.perf_counter() - start
        stages = tuple(_spread(n, run, questions[1:]) for n, run in _stages(assistant, retriever))
        return Latency(
            clauses=_counted(library),
            passages=len(retriever.passages),
            stages=stages,
            opening=opening,
            first=first,
            scanned=retriever.vectors.scanned,
            floor=_floor(retriever.vectors.scanned),
            peak_mib=_peak_mib(),
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
    vector = retriever.encoder.encode(["什么时候报名"])[0]
    vectors = retriever.vectors
    yield (
        "dense",
        lambda _: vectors.scores(vector) if vectors.exhaustive else vectors.search(vector, _NEAREST),
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
    times = []
    for question in questions:
        start = time.perf_counter()
        run(question)
        times.append((time.perf_counter() - start) * 1e3)
    return Spread(stage, float(np.percentile(times, 50)), float(np.percentile(times, 99)))


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


def _peak_mib() -> float:
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
