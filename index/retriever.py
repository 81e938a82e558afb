"""Search: a query in, the passages that answer it best out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder, Vectors
from index.fusion import fuse
from index.lexical import LexicalIndex
from index.passages import Passage
from index.segmentation import Segmenter
from index.vector_store import Ids, Scores, VectorStore, passage_ids
from index.word_list import WordList

__all__ = ["Found", "Hit", "Retriever"]

Places = npt.NDArray[np.int64]
_FEW = 64  # passages up to which each is scored by itself where all could be
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
    _by_notice: dict[str, Places] = field(init=False, repr=False, compare=False)
    _ids: Ids = field(init=False, repr=False, compare=False)
    _order: Places = field(init=False, repr=False, compare=False)  # of the passages by identifier
    # of the passages in an exhaustive store; None where it has them in their order
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
        vectors, words = self.encoder.encode(asked), self.lexical.scores_each(asked)
        within = None if notices is None else self.places(notices)
        every = self._every(vectors) if asked and self.vectors.exhaustive else None
        found = {}
        for number, (query, vector, lexical) in enumerate(zip(asked, vectors, words, strict=True)):
            near = self._candidates(lexical, vector, max(k, _CANDIDATES)) if within is None else within
            dense = every[number, near] if every is not None else self.cosines(vector, near)
            found[query] = self._found(near, lexical[near], dense, k)
        return [found.get(query, _NOTHING) for query in queries]

    def _found(self, near: Places, lexical: Scores, dense: Scores, k: int) -> Found:
        """The best of the passages at `near`, which have these scores."""
        joined = fuse(lexical, dense, self.weight)
        best = _best(joined, k)
        return Found(near[best], joined[best], lexical[best], dense[best])

    def cosines(self, vector: Vectors, places: Places | None = None) -> Scores:
        """The inner product of `vector`, shape (d,), with the passages at these places, or with all."""
        rows = vector[np.newaxis]
        if self.vectors.exhaustive and (places is None or len(places) > _FEW):
            every = self._every(rows)[0]
            return every if places is None else np.asarray(every[places])
        return np.asarray(self.vectors.scores(rows, self._ids if places is None else self._ids[places])[0])

    def _every(self, vectors: Vectors) -> Scores:
        """The inner products of rows of shape (m, d) with all n passages, shape (m, n)."""
        scores = self.vectors.scores(vectors)
        return scores if self._rows is None else np.asarray(scores[:, self._rows])

    def _candidates(self, lexical: Scores, vector: Vectors, k: int) -> Places:
        """The places of the `k` best passages by words and the `k` best by vector, or of all; ascending."""
        if self.vectors.exhaustive:
            return np.arange(len(self.passages))
        found = self.vectors.search(vector, k).ids
        at = np.searchsorted(self._ids, found, sorter=self._order)
        return np.union1d(_best(lexical, k), self._order[at])

    def places(self, notices: frozenset[str]) -> Places:
        """The indexes of the passages of some notices, ascending."""
        wanted = np.zeros(len(self.passages), dtype=np.bool_)
        for notice in notices & self._by_notice.keys():
            wanted[self._by_notice[notice]] = True
        return np.flatnonzero(wanted)


def _by_notice(passages: tuple[Passage, ...]) -> dict[str, Places]:
    found: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        found.setdefault(passage.notice_id, []).append(place)
    return {n: np.array(own, dtype=np.int64) for n, own in found.items()}


def _rows(vectors: VectorStore, ids: Ids) -> Places | None:
    """Where each passage's vector stands among all scores of a store that is asked for all of them."""
    held = vectors.ids() if vectors.exhaustive else ids
    if np.array_equal(held, ids):
        return None
    order = np.argsort(held)
    return np.asarray(order[np.searchsorted(held, ids, sorter=order)], dtype=np.int64)


def _best(scores: Scores, k: int) -> Places:
    """The indexes of the `k` highest scores above 0, best first, equal ones in order."""
    near = _contenders(scores, k)
    if k < len(near):
        own = scores[near]
        near = near[own >= _highest(own, k)]
    return near[np.argsort(-scores[near], kind="stable")][:k]


def _contenders(scores: Scores, k: int) -> Places:
    """The indexes of scores above 0, ascending, without most of those that are not among the `k` highest.

    What `k` scores of a sample reach, the `k` highest of all do: to compare with it is quicker than to sort.
    """
    sample = scores[::_SPARSE]
    least = _highest(sample, k) if k < len(sample) else np.float32(0)
    return np.flatnonzero((scores >= least) & (scores > 0))


def _highest(scores: Scores, k: int) -> np.float32:
    """The `k`-th highest of more than `k` scores."""
    return np.float32(np.partition(scores, len(scores) - k)[len(scores) - k])
