"""Learning token vectors by contrast: a question is to be nearer to its own text than to the batch's others.

The loss is the softmax over the texts of a batch of the cosine times a scale (Henderson et al., "Efficient
Natural Language Response Suggestion for Smart Reply", 2017; MultipleNegativesRankingLoss in
sentence-transformers). Of the table only the rows that a batch touches are read and changed, by Adam (Kingma
and Ba, 2015) on those rows alone. All of it is numpy: an index is built without torch.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from index import sparse
from index.encoder import Vectors

__all__ = ["Contrast"]

SCALE = 20.0
_FIRST, _SECOND = 0.9, 0.999  # how slowly Adam's two averages forget
_LEAST = 1e-8


@dataclass(slots=True)
class Contrast:
    """A table of token vectors that learns, shape (V, d) float32, and what Adam remembers of each number."""

    table: Vectors
    first: Vectors = field(init=False)
    second: Vectors = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        self.first = np.zeros_like(self.table)
        self.second = np.zeros_like(self.table)

    def step(
        self,
        questions: sparse.csr_matrix,
        texts: sparse.csr_matrix,
        rate: float,
        unsure: npt.NDArray[np.bool_] | None = None,
    ) -> float:
        """Learn from b questions and their texts, both (b, V) counts; returns the loss before the step.

        Where `unsure`, shape (b, b), is true, the text of the column may answer the question of the row as
        well and is not held against it.
        """
        rows, both = _touched(sparse.vstack([questions, texts]).tocsr())
        vectors, lengths = _unit(both @ self.table[rows])
        loss, slopes = _slopes(vectors, questions.shape[0], unsure)
        slopes = (slopes - vectors * (slopes * vectors).sum(axis=1, keepdims=True)) / lengths
        self._move(rows, np.asarray(both.T.tocsr() @ slopes, dtype=np.float32), rate)
        return loss

    def _move(self, rows: npt.NDArray[np.int32], slopes: Vectors, rate: float) -> None:
        self.steps += 1
        first, second = self.first[rows], self.second[rows]
        first += (1 - _FIRST) * (slopes - first)
        np.square(slopes, out=slopes)
        second += (1 - _SECOND) * (slopes - second)
        self.first[rows], self.second[rows] = first, second
        rate *= (1 - _SECOND**self.steps) ** 0.5 / (1 - _FIRST**self.steps)
        np.sqrt(second, out=second)
        second += _LEAST
        first /= second
        self.table[rows] -= np.float32(rate) * first


def _touched(counts: sparse.csr_matrix) -> tuple[npt.NDArray[np.int32], sparse.csr_matrix]:
    """The columns that hold something, and the matrix of these alone."""
    rows, places = np.unique(counts.indices, return_inverse=True)
    shape = (counts.shape[0], len(rows))
    return rows, sparse.csr_matrix((counts.data, places, counts.indptr), shape=shape)


def _unit(sums: Vectors) -> tuple[Vectors, Vectors]:
    lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return sums / lengths, lengths


def _slopes(vectors: Vectors, half: int, unsure: npt.NDArray[np.bool_] | None) -> tuple[float, Vectors]:
    """The loss, and its slope by each unit vector: the first `half` are questions, the others their texts."""
    questions, texts = vectors[:half], vectors[half:]
    scores = SCALE * (questions @ texts.T)
    own = np.arange(half)
    if unsure is not None:
        held = scores[own, own]
        scores[unsure] = -np.inf
        scores[own, own] = held
    scores -= scores.max(axis=1, keepdims=True)
    shares = np.exp(scores)
    sums = shares.sum(axis=1, keepdims=True)
    loss = float((np.log(sums[:, 0]) - scores[own, own]).mean())
    shares /= sums
    shares[own, own] -= 1
    shares *= SCALE / half
    return loss, np.vstack([shares @ texts, shares.T @ questions])
