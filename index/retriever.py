"""Search: a query in, the passages that answer it best out."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from index.dense import DenseIndex
from index.encoder import Encoder
from index.fusion import DENSE_WEIGHT, fuse
from index.lexical import LexicalIndex
from index.passages import Passage
from index.segmentation import Segmenter

__all__ = ["Hit", "Retriever"]

Places = npt.NDArray[np.int64]


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
    _by_notice: dict[str, Places] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_notice", _by_notice(self.passages))

    def search(self, query: str, k: int = 50, notices: frozenset[str] | None = None) -> list[Hit]:
        """At most `k` passages with a score above 0, best first, equal scores in reading order.

        `notices` limits the search to the notices of those identifiers; scores are scaled among these only.
        """
        if not query.strip() or k <= 0:
            return []
        lexical = self.lexical.scores(query)
        dense = self.dense.scores(self.encoder.encode([query])[0])
        if notices is not None:
            allowed = self.places(notices)
            lexical, dense = lexical[allowed], dense[allowed]
        joined = fuse(lexical, dense, self.weight)
        found = []
        for i in _best(joined, k).tolist():
            place = i if notices is None else int(allowed[i])
            found.append(Hit(place, float(joined[i]), float(lexical[i]), float(dense[i])))
        return found

    def places(self, notices: frozenset[str]) -> Places:
        """The indexes of the passages of some notices, ascending."""
        own = [self._by_notice[n] for n in notices if n in self._by_notice]
        return np.sort(np.concatenate(own)) if own else np.zeros(0, dtype=np.int64)


def _by_notice(passages: tuple[Passage, ...]) -> dict[str, Places]:
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        found.setdefault(passage.notice_id, []).append(place)
    return {n: np.array(own, dtype=np.int64) for n, own in found.items()}


def _best(scores: npt.NDArray[np.float32], k: int) -> Places:
    """The indexes of the `k` highest scores above 0, best first, equal ones in order."""
    if k < len(scores):
        least = np.partition(scores, len(scores) - k)[len(scores) - k]
        near = np.flatnonzero((scores >= least) & (scores > 0))
    else:
        near = np.flatnonzero(scores > 0)
    return near[np.argsort(-scores[near], kind="stable")][:k]
