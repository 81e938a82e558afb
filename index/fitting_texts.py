"""The passages that the default encoder is fitted to, as bags of tokens, gathered while they are indexed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index import sparse
from index.pieces import Bags, Gathering, pieces
from index.segmentation import Segmenter

__all__ = ["FittingTexts", "TextGathering"]

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class FittingTexts:
    """n passages over V tokens, which are sorted.

    Each passage has its notice's name, a bag in `own`, and, by its number in `above`, one in `contexts`.
    """

    vocabulary: tuple[str, ...]
    notices: tuple[str, ...]
    own: Bags
    contexts: Bags
    above: Places

    def counts(self) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
        """How often each token occurs in each passage, and in what stands above it; both (n, V) float32."""
        width = len(self.vocabulary)
        return self.own.matrix(width), self.contexts.matrix(width)[self.above]


class TextGathering:
    """Gathers passages one by one, in the order of the index."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._rows: dict[str, int] = {}
        self._own, self._contexts = Gathering(self._rows), Gathering(self._rows)
        self._numbers: dict[str, int] = {}
        self._above: list[int] = []

    def add(self, text: str, context: str) -> None:
        """Take in a passage; passages with one context share its bag."""
        self._own.add(pieces(self._segmenter.cut(text)))
        number = self._numbers.get(context)
        if number is None:
            number = self._contexts.add(pieces(self._segmenter.cut(context)))
            self._numbers[context] = number
        self._above.append(number)

    def texts(self, notices: Sequence[str]) -> FittingTexts:
        """The passages so far; `notices` names the notice of each."""
        tokens = list(self._rows)
        order = sorted(range(len(tokens)), key=tokens.__getitem__)
        places = np.empty(len(tokens), dtype=np.int32)
        places[order] = np.arange(len(tokens), dtype=np.int32)
        return FittingTexts(
            tuple(tokens[i] for i in order),
            tuple(notices),
            self._own.bags().renumbered(places),
            self._contexts.bags().renumbered(places),
            np.array(self._above, dtype=np.int64),
        )
