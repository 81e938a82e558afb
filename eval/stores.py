"""How well and how fast each way of keeping vectors finds the nearest of many real clauses.

Repeated text would make recall meaningless, so clauses are taken from real texts and equal ones once.
"""

from __future__ import annotations

import json
import lzma
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.notice import Span
from eval.beir import Collection, Document
from eval.retrieval import retriever_over
from index.building import Progress
from index.encoder import Encoder, Vectors
from index.faiss_store import FaissStore
from index.layouts import BYTE, CELLS, FULL, GRAPH, HALF, filled
from index.passages import sentences
from index.vector_places import place_at
from index.vector_store import Home, Ids, VectorStore

__all__ = ["TooFew", "Trial", "Vectorised", "clauses_and_questions", "measure_stores", "vectorised"]

SHORTEST = 8  # characters of a clause
_FITTED = 50_000  # clauses that the encoder is fitted to
_ASKED = 300  # questions
_NEAREST = 10
_EFFORTS = {CELLS: (16, 32, 64, 128), GRAPH: (64, 128, 256)}
_SEED = 2026
_BATCH = 2048


class TooFew(ValueError):
    """The files hold too little to measure with; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Vectorised:
    """Unit rows of n clauses, shape (n, d), and of the questions, shape (m, d)."""

    clauses: Vectors
    questions: Vectors


@dataclass(frozen=True, slots=True)
class Trial:
    """What one way of keeping n vectors reached.

    `effort` is how many cells or candidates a search sees, None for all; `built` seconds; `recall` the part
    of the ten nearest that it found; p50 and p99 milliseconds of a search for ten; `mib` the size of the
    file, None where a server keeps it.
    """

    layout: str
    effort: int | None
    built: float
    recall: float
    p50: float
    p99: float
    mib: float | None


def clauses_and_questions(files: Sequence[Path]) -> tuple[list[str], list[str]]:
    """The distinct sentences and the distinct questions of JSON lines, `.xz` or not, in a fixed random order.

    A value under `question` is a question; every other string is cut into sentences.

    Raises:
        TooFew: there are no clauses, or fewer than ten questions.
        OSError, ValueError: a file cannot be read, or a line is not JSON.
    """
    clauses: dict[str, None] = {}
    questions: dict[str, None] = {}
    for record in (r for path in files for r in _records(path)):
        for key, text in record.items():
            if key == "question" and isinstance(text, str):
                questions.setdefault(text)
            elif isinstance(text, str):
                for span in sentences(text, Span(0, len(text))):
                    if len(span) >= SHORTEST:
                        clauses.setdefault(text[span.start : span.end])
    if not clauses or len(questions) < _NEAREST:
        raise TooFew(
            f"只有 {len(clauses)} 条不同的句子、{len(questions)} 个问题；问题写在 question 键下，至少 10 个"
        )
    return _shuffled(clauses), _shuffled(questions)


def vectorised(clauses: Sequence[str], questions: Sequence[str], progress: Progress) -> Vectorised:
    """Encode with an encoder fitted to some of the clauses, as building an index would."""
    some = {str(i): Document("", text) for i, text in enumerate(clauses[:_FITTED])}
    encoder = retriever_over(Collection(some, {}, {}), None, progress).encoder
    return Vectorised(_encoded(encoder, clauses, progress), encoder.encode(questions[:_ASKED]))


def measure_stores(held: Vectorised, addresses: Sequence[str] = ()) -> Iterator[Trial]:
    """Every layout of FAISS, then the store at each address, over the same vectors and questions."""
    ids = np.arange(len(held.clauses), dtype=np.int64)
    exact: list[Ids] = []
    for layout in (FULL, HALF, BYTE, CELLS, GRAPH):
        with tempfile.TemporaryDirectory(prefix="wenze-stores-") as name:
            path = Path(name) / "vectors"
            start = time.perf_counter()
            store = FaissStore(filled(layout, ids, held.clauses), path)
            built = time.perf_counter() - start
            exact = exact or [store.search(q, _NEAREST).ids for q in held.questions]
            mib = store.write(path) / 2**20
            for effort in _EFFORTS.get(layout, (None,)):
                if effort is not None:
                    store.look_at(effort)
                yield _tried(store, held, exact, layout, effort, built, mib)
    for url in addresses:
        yield _remote(url, ids, held, exact)


def _remote(url: str, ids: Ids, held: Vectorised, exact: Sequence[Ids]) -> Trial:
    place, home = place_at(url), Home(Path(), "wenze_measured")
    start = time.perf_counter()
    store = place.create(home, held.clauses.shape[1])
    try:
        for first in range(0, len(ids), _BATCH):
            store.add(ids[first : first + _BATCH], held.clauses[first : first + _BATCH])
        store.save()
        return _tried(store, held, exact, place.kind, None, time.perf_counter() - start, None)
    finally:
        place.drop(home)
        place.close()


def _tried(
    store: VectorStore,
    held: Vectorised,
    exact: Sequence[Ids],
    layout: str,
    effort: int | None,
    built: float,
    mib: float | None,
) -> Trial:
    times, found = [], 0
    store.search(held.questions[0], _NEAREST)
    for question, wanted in zip(held.questions, exact, strict=True):
        start = time.perf_counter()
        ids = store.search(question, _NEAREST).ids
        times.append((time.perf_counter() - start) * 1e3)
        found += len(np.intersect1d(ids, wanted))
    p50, p99 = np.percentile(times, [50, 99]).tolist()
    return Trial(layout, effort, built, found / sum(len(e) for e in exact), p50, p99, mib)


def _encoded(encoder: Encoder, texts: Sequence[str], progress: Progress) -> Vectors:
    parts = []
    for start in range(0, len(texts), _BATCH):
        parts.append(encoder.encode(texts[start : start + _BATCH]))
        progress("编码", min(start + _BATCH, len(texts)), len(texts))
    return np.concatenate(parts)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    opened: Callable[..., Any] = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                if isinstance(record, dict):
                    yield record


def _shuffled(texts: dict[str, None]) -> list[str]:
    out = list(texts)
    random.Random(_SEED).shuffle(out)
    return out
