"""Search: a query in, the passages that answer it best out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, Vectors
from index.fusion import fuse
from index.lexical import LexicalIndex
from index.normal import search_key
from index.passages import Passage
from index.places import provinces_named
from index.rounded import Rounded
from index.scattered import LOOKED_AT, Scattered
from index.segmentation import Segmenter
from index.vector_store import Ids, Scores, VectorStore, passage_ids
from index.word_list import WordList

__all__ = ["Found", "Hit", "Retriever"]

Places = npt.NDArray[np.int64]
_SPARSE = 8  # one score of so many is looked at first
_CANDIDATES = 400  # passages of each side whose scores are joined where not all are compared


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its index in `Retriever.passages`, the joined score (0 to 1), BM25, and the cosine."""

    passage: int
    score: float
    lexical: float
    dense: float


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The passages found, best first, by what `Hit` says of each; every part has shape (k,)."""

    places: Places
    scores: Scores
    lexical: Scores
    dense: Scores

    def hits(self) -> list[Hit]:
        """The passages one by one."""
        columns = (self.places, self.scores, self.lexical, self.dense)
        return [Hit(*row) for row in zip(*(c.tolist() for c in columns), strict=True)]


_NOTHING = Found(np.zeros(0, dtype=np.int64), *(np.zeros(0, dtype=np.float32) for _ in range(3)))


@dataclass(frozen=True, slots=True)
class Retriever:
    """Everything that a search needs. Nothing in it changes, so threads may share one."""

    passages: tuple[Passage, ...]
    segmenter: Segmenter
    lexical: LexicalIndex
    vectors: VectorStore
    encoder: Encoder
    version: str
    words: WordList
    weight: float
    scattered: Scattered | None = None  # where the passages are of many short texts
    _by_notice: dict[str, Places] = field(init=False, repr=False, compare=False)
    _ids: Ids = field(init=False, repr=False, compare=False)
    _order: Places = field(init=False, repr=False, compare=False)  # of the passages by identifier
    # of the passages in a store that compares all; None where it has them in their order
    _rows: Places | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ids = passage_ids(self.passages)
        object.__setattr__(self, "_by_notice", _by_notice(self.passages))
        object.__setattr__(self, "_ids", ids)
        object.__setattr__(self, "_order", np.argsort(ids))
        object.__setattr__(self, "_rows", _rows(self.vectors, ids))

    def search(self, query: str, k: int = 50, notices: frozenset[str] | None = None) -> list[Hit]:
        """At most `k` passages with a score above 0, best first, equal scores in reading order.

        `notices` limits the search to the notices of those identifiers; scores are scaled among these only.
        """
        return self.search_each([query], k, notices)[0].hits()

    def search_each(
        self, queries: Sequence[str], k: int = 50, notices: frozenset[str] | None = None
    ) -> list[Found]:
        """What `search` finds for each query; the vectors of the passages are read once for all of them."""
        asked = [q for q in dict.fromkeys(queries) if q.strip() and k > 0]
        vectors, words = self.encoder.encode(asked), [self.lexical.scores(q) for q in asked]
        within = None if notices is None else self.places(notices)
        rounded = self.vectors.rounded
        if self.scattered is not None:
            each = [
                self._among_scattered(self.scattered, q, v, w, within, k)
                for q, v, w in zip(asked, vectors, words, strict=True)
            ]
        elif rounded is None:
            each = [self._among_nearest(v, w, within, k) for v, w in zip(vectors, words, strict=True)]
        else:
            each = list(self._among_all(rounded, vectors, words, within, k))
        found = dict(zip(asked, each, strict=True))
        return [found.get(query, _NOTHING) for query in queries]

    def _among_all(
        self, rounded: Rounded, vectors: Vectors, words: Sequence[Scores], within: Places | None, k: int
    ) -> Iterator[Found]:
        """What is found where each passage is compared: for all queries with one reading of the vectors."""
        products, errors = rounded.products(vectors)
        every = products if self._rows is None else products[:, self._rows]
        near = np.arange(len(self.passages)) if within is None else within
        for vector, lexical, rough, error in zip(vectors, words, every, errors.tolist(), strict=True):
            if within is not None:
                lexical, rough = lexical[near], rough[near]
            yield self._sifted(near, lexical, rough, error, vector, k)

    def _sifted(
        self, near: Places, lexical: Scores, rough: Scores, error: float, vector: Vectors, k: int
    ) -> Found:
        """The best of the passages at `near`, whose products with the vector are off by `error` at most.

        Those that may be among the best are compared in full.
        """
        if not len(near):
            return _NOTHING
        most = float(lexical.max()), float(rough.max())
        joined = fuse(lexical, rough, self.weight, most)
        # Divided by the highest product, which is off too, one is off by 2 error / (highest - error) at most.
        least = most[1] - error
        off = self.weight * (2 * error / least if least > 2 * error else 1.0)
        may = np.flatnonzero((joined >= _reached(joined, k) - 2 * off) | (rough >= most[1] - 2 * error))
        dense = self.cosines(vector, near[may])
        return self._found(near[may], lexical[may], dense, k, (most[0], max(float(dense.max()), 0.0)))

    def _among_nearest(self, vector: Vectors, words: Scores, within: Places | None, k: int) -> Found:
        """What is found where not each passage is compared: the best by words and by vector are joined."""
        near = self._nearest(vector, words, max(k, _CANDIDATES)) if within is None else within
        return self._found(near, words[near], self.cosines(vector, near), k)

    def _among_scattered(
        self, known: Scattered, query: str, vector: Vectors, words: Scores, within: Places | None, k: int
    ) -> Found:
        """What is found among short texts that stand alone."""
        near = self._nearest(vector, words, max(k, LOOKED_AT)) if within is None else within
        lexical, dense = words[near], self.cosines(vector, near)
        provinces, most = provinces_named(search_key(query)), self.lexical.attainable(query)
        joined = known.joined(near, lexical, most, dense, self.weight, provinces)
        best = _best(joined, max(k, LOOKED_AT))
        near, lexical, dense = near[best], lexical[best], dense[best]
        scores = known.fed_back(near, joined[best])
        best = _best(scores, k)
        return Found(near[best], scores[best], lexical[best], dense[best])

    def _nearest(self, vector: Vectors, words: Scores, each: int) -> Places:
        """The passages best by words or by the vector, so many of each, ascending."""
        if self.vectors.rounded is None:
            ids = self.vectors.search(vector, each).ids
            by_vector = self._order[np.searchsorted(self._ids, ids, sorter=self._order)]
        else:
            products = self.vectors.rounded.products(vector[np.newaxis])[0][0]
            by_vector = _best(products if self._rows is None else products[self._rows], each)
        return np.asarray(np.union1d(_best(words, each), by_vector))

    def _found(
        self,
        near: Places,
        lexical: Scores,
        dense: Scores,
        k: int,
        highest: tuple[float, float] | None = None,
    ) -> Found:
        """The best of the passages at `near`, which have these scores."""
        joined = fuse(lexical, dense, self.weight, highest)
        best = _best(joined, k)
        return Found(near[best], joined[best], lexical[best], dense[best])

    def cosines(self, vector: Vectors, places: Places | None = None) -> Scores:
        """The inner product of `vector`, shape (d,), with the passages at these places, or with all."""
        rows = vector[np.newaxis]
        return np.asarray(self.vectors.scores(rows, self._ids if places is None else self._ids[places])[0])

    def places(self, notices: frozenset[str]) -> Places:
        """The indexes of the passages of some notices, ascending."""
        wanted = np.zeros(len(self.passages), dtype=np.bool_)
        for notice in notices & self._by_notice.keys():
            wanted[self._by_notice[notice]] = True
        return np.flatnonzero(wanted)

    def places_of(self, notice: str) -> Places:
        """The indexes of the passages of one notice, ascending."""
        return self._by_notice.get(notice, _NOTHING.places)


def _by_notice(passages: tuple[Passage, ...]) -> dict[str, Places]:
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        found.setdefault(passage.notice_id, []).append(place)
    return {n: np.array(own, dtype=np.int64) for n, own in found.items()}


def _rows(vectors: VectorStore, ids: Ids) -> Places | None:
    """Where each passage's vector stands in a store that compares all of them."""
    held = ids if vectors.rounded is None else vectors.ids()
    if np.array_equal(held, ids):
        return None
    order = np.argsort(held)
    return np.asarray(order[np.searchsorted(held, ids, sorter=order)], dtype=np.int64)


def _best(scores: Scores, k: int) -> Places:
    """The indexes of the `k` highest scores above 0, best first, equal ones in order."""
    near = np.flatnonzero((scores >= _reached(scores, k)) & (scores > 0))
    return near[np.argsort(-scores[near], kind="stable")][:k]


def _reached(scores: Scores, k: int) -> float:
    """What the `k` highest scores reach, -∞ where there are fewer.

    What `k` scores of a sample reach, `k` of all do: to leave out what is below is quicker than to sort.
    """
    sample = scores[::_SPARSE]
    if k <= len(sample):
        scores = scores[scores >= _highest(sample, k)]
    return float(_highest(scores, k)) if k <= len(scores) else -math.inf


def _highest(scores: Scores, k: int) -> np.float32:
    """The `k`-th highest of `k` scores or more."""
    return np.float32(np.partition(scores, len(scores) - k)[len(scores) - k])
