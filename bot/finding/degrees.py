"""How well every passage holds a word: `matching.match` for all passages at once, kept for each word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bot.finding.matching import GAP, SHORT_FORM
from bot.speech.lexicon import lexicon
from index.grams import GramIndex

__all__ = ["Degrees"]

Places = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_CHINESE = (0x4E00, 0x9FFF)  # the first and the last character that may stand between
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
        own, around = self._own.holding(word), self._around.holding(word)
        if len(word) >= 3:
            self._by_pairs(word, out, own)
        synonyms = lexicon().synonyms.get(word, ())
        for index, meant, printed, same in ((self._around, 0.5, around, 0.7), (self._own, 0.85, own, 1.0)):
            for synonym in synonyms:
                out[index.holding(synonym)] = meant
            out[printed] = same
        held = np.flatnonzero(out > 0)
        return held, out[held]

    def _by_pairs(self, word: str, out: Values, printed: Places) -> None:
        """Degrees of the passages that hold parts of a word; those that have it `printed` need no more."""
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        for pair in pairs:
            held = np.zeros(len(out), dtype=np.bool_)
            held[self._own.holding(pair)] = held[self._around.holding(pair)] = True
            out += held
        out *= 0.6
        out /= len(pairs)
        if SHORT_FORM.fullmatch(word):
            apart = np.zeros(len(out), dtype=np.bool_)
            apart[self._own.holding_all(word)] = True
            apart[printed] = False
            places = np.flatnonzero(apart)
            out[places[_shortening(word, [self._texts[i] for i in places.tolist()])]] = 0.8


def _shortening(word: str, texts: Sequence[str]) -> Flags:
    """Which of n texts hold a longer name that a word is short for, shape (n,):
    `bot.finding.matching.shortens` of all at once, from the places of a character to those of the next.
    """
    codes = np.frombuffer(
        "".join(f"{t}\n" for t in (*texts, "\n" * GAP)).encode("utf-32-le"), dtype=np.uint32
    )
    reached = np.flatnonzero(codes == ord(word[0]))
    for wanted in word[1:]:
        at, found = reached, []
        for _ in range(GAP + 1):
            at = at + 1
            met = codes[at]
            found.append(at[met == ord(wanted)])
            at = at[(met >= _CHINESE[0]) & (met <= _CHINESE[1])]
        reached = np.unique(np.concatenate(found))
    ends = np.cumsum([len(t) + 1 for t in texts])
    flags = np.zeros(len(texts), dtype=np.bool_)
    flags[np.searchsorted(ends, reached, side="right")] = True
    return flags
