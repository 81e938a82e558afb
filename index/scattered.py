"""Scores in a corpus of many short texts that stand alone.

The passages of a notice are told apart by their headings and by each other. A collection of many short texts
(answers to questions, announcements of a few sentences) has nothing of that: its texts share a subject, long
and general ones have some word of any question, and a question may share hardly a word with its answer.
There five things find more:

- What words say counts as the share of what all words of the question could say, not of what the best text
  has of them: where no text has much, vectors decide.
- A text that is found by the words of many others is found by any question; by how much, on average, is
  taken off its score (Suzuki, Hara, Shimbo, Saerens and Fukumizu, "Centering Similarity Measures to Reduce
  Hubs", EMNLP 2013).
- Texts like the first ones found come up: feedback without a judge (Rocchio, "Relevance Feedback in
  Information Retrieval", 1971; weights as in Lavrenko and Croft, "Relevance-Based Language Models", 2001).
- A text that names a province, or a city in one, and none of those that the question names, is seldom the
  answer: two answers in a hundred to questions on policies were so, and fifteen in a hundred of the texts
  found first.
- The encoder learns to find a text by words that are taken out of it (`index.fitting`).

In notices with headings these blur clauses that stand near each other, so they are left out there; and so
they are in a collection so large that the bounded learning asks for each text no more often than elsewhere:
in 32,000 clauses of an encyclopaedia they found no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from index import sparse

__all__ = ["LOOKED_AT", "Scattered", "is_scattered"]

Scores = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

FEWEST_TEXTS = 500  # fewer say little about what is usual among them
PASSAGES_EACH = 4  # of a text, on average, at most; a notice has tens
MOST_PASSAGES = 20_000  # with more, gaps are asked for as seldom as whole passages are (index.fitting)
LIKENESS = 4.0  # how many times likeness is taken off, where the best score is 1
ELSEWHERE = 0.25  # taken off a text of other provinces than the question's
LEFT = 0.1  # of a score at least, whatever is taken off
LOOKED_AT = 150  # passages that each side brings in, and that feedback may bring up
TRUSTED, SHARPNESS = (
    5,
    0.05,
)  # texts that feedback is taken from; how fast the trust in them falls with the score
FEEDBACK = 1.5  # weight of the cosine with these texts


def is_scattered(passages: int, texts: int) -> bool:
    """Whether so many passages of so many texts are a collection of short texts that stand alone."""
    return texts >= FEWEST_TEXTS and passages <= min(PASSAGES_EACH * texts, MOST_PASSAGES)


@dataclass(frozen=True, slots=True, eq=False)
class Scattered:
    """What is known of n passages of t texts.

    `likeness`, shape (n,), says how well a passage is found by the words of another, on average, 0 to 1;
    `text_of`, shape (n,), whose passage it is; `provinces`, shape (n,), which ones that text names, a bit for
    each; `texts`, shape (t, V), has a unit row for each text.
    """

    likeness: Scores
    text_of: Places
    provinces: Places
    texts: sparse.csr_matrix

    @classmethod
    def of(cls, weights: sparse.csr_matrix, text_of: Places, named: Places) -> Self:
        """From the scores of V tokens in n passages, shape (V, n), the number of each passage's text, and the
        provinces that the passage names."""
        by_passage = weights.T.tocsr()
        chosen = sparse.csr_matrix(
            (np.ones(len(text_of), dtype=np.float32), (text_of, np.arange(len(text_of))))
        )
        provinces = np.zeros(chosen.shape[0], dtype=np.int64)
        np.bitwise_or.at(provinces, text_of, named)
        return cls(_likeness(by_passage), text_of, provinces[text_of], _unit_rows(chosen @ by_passage))

    def joined(
        self,
        places: Places,
        lexical: Scores,
        attainable: float,
        dense: Scores,
        weight: float,
        provinces: int = 0,
    ) -> Scores:
        """The scores of the passages at `places`, shape (m,), above 0 where a side is, and 1 at most.

        `attainable` is what a passage with all words of the question would have at most; `weight` is that of
        a cosine; `provinces` are those that the question names.
        """
        share = lexical / np.float32(attainable) if attainable > 0 else np.zeros_like(lexical)
        whole = share + np.float32(weight) * np.clip(dense, 0, None)
        highest = float(whole.max(initial=0.0))
        if highest > 0:
            whole /= np.float32(highest)
        told_apart = whole - np.float32(LIKENESS) * self.likeness[places]
        if provinces:
            named = self.provinces[places]
            told_apart[(named != 0) & (named & provinces == 0)] -= np.float32(ELSEWHERE)
        return np.asarray(np.maximum(told_apart, np.float32(LEFT) * whole), dtype=np.float32)

    def fed_back(self, places: Places, scores: Scores) -> Scores:
        """The scores of passages that stand best first, with how like the first texts each one's text is.

        The result, shape (m,), has 1 as its highest.
        """
        if not len(places):
            return scores
        texts = self.text_of[places]
        first = np.sort(np.unique(texts, return_index=True)[1])[:TRUSTED]
        trust = np.exp((scores[first] - scores[0]) / np.float32(SHARPNESS))
        trust /= trust.sum()
        rows, wanted = self.texts[texts], np.zeros(self.texts.shape[1], dtype=np.float32)
        for place, share in zip(first.tolist(), trust.tolist(), strict=True):
            own = slice(rows.indptr[place], rows.indptr[place + 1])
            wanted[rows.indices[own]] += np.float32(share) * rows.data[own]
        out = scores + np.float32(FEEDBACK) * (rows @ wanted)
        return np.asarray(out / out.max(), dtype=np.float32)


def _likeness(by_passage: sparse.csr_matrix) -> Scores:
    """What share of its own score another passage's words give each passage, on average over the others."""
    held = np.asarray(by_passage.sum(axis=1), dtype=np.float64).ravel()
    words = by_passage.copy()
    words.data = np.repeat(
        np.divide(1.0, held, out=np.zeros_like(held), where=held > 0), np.diff(words.indptr)
    )
    asked = np.asarray(words.sum(axis=0), dtype=np.float64).ravel()
    others = np.asarray(by_passage @ asked, dtype=np.float64) - (held > 0)
    return np.asarray(np.clip(others, 0, None) / max(len(held) - 1, 1), dtype=np.float32)


def _unit_rows(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1), dtype=np.float64).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.maximum(lengths, 1e-9)) @ rows, dtype=np.float32)
