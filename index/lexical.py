"""BM25 over a passage's own text and its context, as one sparse product.

The ranking function is the Lucene variant of BM25 as written down in Kamphuis, de Vries, Boytsov and Lin,
"Which BM25 Do You Mean? A Large-Scale Reproducibility Study of Scoring Variants" (ECIR 2020), without
Lucene's rounding of lengths. Fields are joined as in Robertson, Zaragoza and Taylor, "Simple BM25 Extension
to Multiple Weighted Fields" (CIKM 2004): term frequencies and lengths are weighted and summed before they
saturate. Scores are computed when the index is built, as in Lù, "BM25S" (2024).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus import patterns as re
from index import sparse
from index.counts import Counts, count_tokens
from index.segmentation import WORD, Segmenter

__all__ = ["LexicalIndex", "LexicalParameters"]

Scores = npt.NDArray[np.float32]
_CHINESE = re.compile(r"[\u3400-\u9fff]{1,2}")  # a character or a pair


@dataclass(frozen=True, slots=True)
class LexicalParameters:
    """Saturation `k1`, length normalisation `b`, and weights: of a token in the context (own text: 1), and of
    the scores of a word, a literal and a Chinese character by itself (a pair: 1).

    A literal (a date, an amount, a Latin word) is one token where words are found by their pairs and
    characters too, so it weighs more.
    """

    k1: float = 0.75
    b: float = 0.5
    context: float = 0.35
    word: float = 0.15
    literal: float = 3.0
    character: float = 1.5

    def worth(self, token: str) -> float:
        """The weight of a token's score by its kind."""
        if token.startswith(WORD):
            return self.word
        if not _CHINESE.fullmatch(token):
            return self.literal
        return self.character if len(token) == 1 else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Scores of V tokens in n passages, token by token: the three arrays of a CSR matrix of shape (V, n)."""

    scores: Scores
    places: npt.NDArray[np.integer[Any]]  # of the passages
    bounds: npt.NDArray[np.integer[Any]]
    passages: int

    @classmethod
    def of(cls, matrix: sparse.csr_matrix) -> Postings:
        """Those of a matrix of shape (V, n)."""
        return cls(matrix.data, matrix.indices, matrix.indptr, int(matrix.shape[1]))

    def matrix(self) -> sparse.csr_matrix:
        """The same as a matrix of shape (V, n)."""
        shape = (len(self.bounds) - 1, self.passages)
        return sparse.csr_matrix((self.scores, self.places, self.bounds), shape=shape)

    def summed(self, tokens: Sequence[int], times: Sequence[int]) -> Scores:
        """What each passage has of these tokens, each counted so many times: shape (n,)."""
        rows = np.array(tokens, dtype=np.int64)
        first, last = self.bounds[rows], self.bounds[rows + 1]
        parts = list(map(slice, first.tolist(), last.tolist()))
        out = np.zeros(self.passages, dtype=np.float32)
        if parts:
            held = np.concatenate([self.scores[p] for p in parts])
            held *= np.repeat(np.array(times, dtype=np.float32), last - first)
            np.add.at(out, np.concatenate([self.places[p] for p in parts]), held)
        return out


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """BM25 of V tokens: `columns` numbers them, `inverse`, shape (V,), has the idf of each."""

    columns: dict[str, int]
    postings: Postings
    inverse: npt.NDArray[np.float32]
    parameters: LexicalParameters
    segmenter: Segmenter

    @classmethod
    def build(
        cls,
        texts: Sequence[str],
        contexts: Sequence[str],
        segmenter: Segmenter,
        parameters: LexicalParameters | None = None,
    ) -> LexicalIndex:
        """Index n texts, each with its context.

        Raises:
            ValueError: the two sequences differ in length.
        """
        return cls.from_counts(count_tokens(texts, contexts, segmenter), segmenter, parameters)

    @classmethod
    def from_counts(
        cls, counts: Counts, segmenter: Segmenter, parameters: LexicalParameters | None = None
    ) -> LexicalIndex:
        """Index passages whose tokens have been counted."""
        chosen = parameters or LexicalParameters()
        frequencies = (counts.own + chosen.context * counts.context).tocsr()
        frequencies.eliminate_zeros()
        inverse = _inverse_frequency(frequencies)
        worth = inverse * np.array([chosen.worth(t) for t in counts.vocabulary], dtype=np.float64)
        weights = _saturated(frequencies, chosen).multiply(worth[np.newaxis, :])
        columns = {token: i for i, token in enumerate(counts.vocabulary)}
        by_token = sparse.csr_matrix(weights.T, dtype=np.float32)
        return cls(columns, Postings.of(by_token), inverse, chosen, segmenter)

    def scores(self, query: str) -> Scores:
        """The score of each passage for `query`, shape (n,); a token asked for twice counts twice."""
        columns = self.columns
        asked = Counter(columns[t] for t in self.segmenter.tokens(query) if t in columns)
        tokens = sorted(asked)
        return self.postings.summed(tokens, [asked[token] for token in tokens])

    def attainable(self, query: str) -> float:
        """What a passage scores at most that has all of the query's tokens; unknown ones are left out."""
        known = (t for t in self.segmenter.tokens(query) if t in self.columns)
        return math.fsum(self.parameters.worth(t) * self.inverse[self.columns[t]] for t in known)

    def idf(self, word: str) -> float:
        """How telling a word, pair or character is; one that no passage holds is worth most."""
        place = self.columns.get(word, self.columns.get(WORD + word))
        return float(self.inverse[place]) if place is not None else _idf(self.postings.passages, 0)

    def save(self, folder: Path) -> None:
        """Write `lexical.npz` and `lexical.json` into an existing folder."""
        held = self.postings
        np.savez(
            folder / "lexical.npz",
            data=held.scores,
            indices=held.places,
            indptr=held.bounds,
            shape=np.array((len(held.bounds) - 1, held.passages), dtype=np.int64),
            inverse=self.inverse,
        )
        described = {"parameters": asdict(self.parameters), "vocabulary": list(self.columns)}
        (folder / "lexical.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, segmenter: Segmenter) -> LexicalIndex:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError, KeyError: the files are missing or not what `save` wrote.
        """
        described = json.loads((folder / "lexical.json").read_text(encoding="utf-8"))
        with np.load(folder / "lexical.npz", allow_pickle=False) as kept:
            postings = Postings(kept["data"], kept["indices"], kept["indptr"], int(kept["shape"][1]))
            inverse = kept["inverse"]
        columns = {token: i for i, token in enumerate(described["vocabulary"])}
        return cls(columns, postings, inverse, LexicalParameters(**described["parameters"]), segmenter)


def _idf(passages: int, holding: float) -> float:
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _inverse_frequency(frequencies: sparse.csr_matrix) -> npt.NDArray[np.float32]:
    holding = np.bincount(frequencies.indices, minlength=frequencies.shape[1])
    return np.array([_idf(frequencies.shape[0], float(h)) for h in holding], dtype=np.float32)


def _saturated(frequencies: sparse.csr_matrix, parameters: LexicalParameters) -> sparse.csr_matrix:
    """tf / (tf + k1 (1 - b + b length / mean length)), entry by entry."""
    lengths = np.asarray(frequencies.sum(axis=1), dtype=np.float64).ravel()
    mean = float(lengths.mean()) if len(lengths) and lengths.any() else 1.0
    norms = parameters.k1 * (1 - parameters.b + parameters.b * lengths / mean)
    out = frequencies.astype(np.float64)
    out.data = out.data / (out.data + np.repeat(norms, np.diff(out.indptr)))
    return out
