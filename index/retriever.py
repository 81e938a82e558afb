"""Search: a query in, the passages that answer it best out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.dense import DenseIndex
from index.encoder import Encoder
from index.fusion import DENSE_WEIGHT, fuse
from index.lexical import LexicalIndex
from index.passages import Passage
from index.segmentation import Segmenter

__all__ = ["Hit", "Retriever"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its index in `Retriever.passages`, the joined score (0 to 1), BM25, and the cosine."""

    passage: int
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True)
class Retriever:
    """Everything that a search needs. Nothing in it changes, so threads may share one."""

    passages: tuple[Passage, ...]
    segmenter: Segmenter
    lexical: LexicalIndex
    dense: DenseIndex
    encoder: Encoder
    version: str
    weight: float = DENSE_WEIGHT

    def search(self, query: str, k: int = 50, notices: frozenset[str] | None = None) -> list[Hit]:
        """At most `k` passages with a score above 0, best first, equal scores in reading order.

        `notices` limits the search to the notices of those identifiers; scores are scaled among these only.
        """
        allowed = self._allowed(notices)
        if not query.strip() or not len(allowed) or k <= 0:
            return []
        lexical = self.lexical.scores(query)[allowed]
        dense = self.dense.scores(self.encoder.encode([query])[0])[allowed]
        joined = fuse(lexical, dense, self.weight)
        best = np.argsort(-joined, kind="stable")[:k]
        return [
            Hit(int(allowed[i]), float(joined[i]), float(lexical[i]), float(dense[i]))
            for i in best
            if joined[i] > 0
        ]

    def _allowed(self, notices: frozenset[str] | None) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        if notices is None:
            return np.arange(len(self.passages), dtype=np.intp)
        return np.array([i for i, p in enumerate(self.passages) if p.notice_id in notices], dtype=np.intp)
