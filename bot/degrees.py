"""How well every passage holds a word: `bot.matching.match` for all passages at once, kept for each word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bot.lexicon import lexicon
from bot.matching import SHORT_FORM, shortens
from index.grams import GramIndex

__all__ = ["Degrees"]

Places = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]
_KEPT = 4096  # words whose degrees are kept


class Degrees:
    """Degrees of n passages, from their own words and what stands around them (both search keys)."""

    def __init__(self, own: Sequence[str], around: Sequence[str]) -> None:
        self._texts = own
        self._own, self._around = GramIndex(own), GramIndex(around)
        self._of = lru_cache(maxsize=_KEPT)(self._find)

    def at(self, word: str, places: Places) -> Values:
        """How well each of the passages at `places` holds the word, 0 to 1; same shape."""
        held, values = self._of(word)
        if not len(held) or not len(places):
            return np.zeros(len(places))
        at = np.minimum(np.searchsorted(held, places), len(held) - 1)
        return np.where(held[at] == places, values[at], 0.0)

    def one(self, word: str, place: int) -> float:
        """How well one passage holds the word, 0 to 1."""
        held, values = self._of(word)
        at = int(np.searchsorted(held, place))
        return float(values[at]) if at < len(held) and held[at] == place else 0.0

    def _find(self, word: str) -> tuple[Places, Values]:
        """The passages that hold a word to some degree, ascending, and how well. What `match` looks at first
        is written last, since it wins."""
        out = np.zeros(len(self._texts))
        if len(word) >= 3:
            self._by_pairs(word, out)
        synonyms = lexicon().synonyms.get(word, ())
        for index, meant, same in ((self._around, 0.5, 0.7), (self._own, 0.85, 1.0)):
            for synonym in synonyms:
                out[index.holding(synonym)] = meant
            out[index.holding(word)] = same
        held = np.flatnonzero(out)
        return held, out[held]

    def _by_pairs(self, word: str, out: Values) -> None:
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        for pair in pairs:
            out[np.union1d(self._own.holding(pair), self._around.holding(pair))] += 1
        out *= 0.6
        out /= len(pairs)
        if SHORT_FORM.fullmatch(word):
            for place in self._own.holding_all(word).tolist():
                if shortens(word, self._texts[place]):
                    out[place] = 0.8
