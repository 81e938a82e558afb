"""Which of many texts hold a string, without looking at each: postings of characters and character pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

__all__ = ["GramIndex", "Places"]

Places = npt.NDArray[np.int64]  # indexes of texts, ascending
_WIDTH = 21  # bits of a code point
_TEXTS = 21  # bits of a text's index
_ALONE = (1 << _WIDTH) - 1  # stands for the second of a pair where there is none: no character
_NONE = np.zeros(0, dtype=np.int64)


class GramIndex:
    """An inverted index over the characters and pairs of n texts, n at most 2**21.

    Answers exactly what `string in text` answers. Pairs decide for strings of one or two characters; for
    longer ones they leave few texts, which are then looked at. Zobel and Moffat, "Inverted Files for Text
    Search Engines" (2006), section 4.8.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts.

        Raises:
            ValueError: there are too many.
        """
        if len(texts) > 2**_TEXTS:
            raise ValueError(f"at most {2**_TEXTS} texts can be indexed: got {len(texts)}")
        self._texts = texts
        pairs = _distinct(_postings(texts))
        grams = pairs >> _TEXTS
        first = np.flatnonzero(np.diff(grams, prepend=-1))
        self._grams = grams[first]
        self._starts = np.append(first, len(grams))
        self._places = (pairs & (2**_TEXTS - 1)).astype(np.int32)

    def holding(self, string: str) -> Places:
        """The indexes of the texts that hold `string`, ascending; all of them hold the empty one."""
        if not string:
            return np.arange(len(self._texts), dtype=np.int64)
        if len(string) == 1:
            return self._alone(string).astype(np.int64)
        if len(string) == 2:
            return self._posting((ord(string[0]) << _WIDTH) | ord(string[1])).astype(np.int64)
        pairs = {(ord(a) << _WIDTH) | ord(b) for a, b in pairwise(string)}
        postings = sorted((self._posting(p) for p in pairs), key=len)
        found = postings[0]
        for other in postings[1:]:
            if not len(found):
                return _NONE
            found = found[_members(other, found)]
        texts = self._texts
        return np.array([i for i in found.tolist() if string in texts[i]], dtype=np.int64)

    def holding_all(self, characters: str) -> Places:
        """The indexes of the texts that hold each of some characters, in whatever order, ascending."""
        found = self.holding(characters[:1])
        for character in characters[1:]:
            found = found[_members(self._alone(character), found)]
        return found

    def _alone(self, character: str) -> npt.NDArray[np.int32]:
        return self._posting((ord(character) << _WIDTH) | _ALONE)

    def _posting(self, gram: int) -> npt.NDArray[np.int32]:
        at = int(self._grams.searchsorted(gram))
        if at == len(self._grams) or self._grams[at] != gram:
            return np.zeros(0, dtype=np.int32)
        return np.asarray(self._places[self._starts[at] : self._starts[at + 1]])


def _members(posting: npt.NDArray[np.int32], places: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """For each of `places` whether the posting, which is ascending, has it."""
    if not len(posting):
        return np.zeros(len(places), dtype=np.bool_)
    at = np.minimum(posting.searchsorted(places), len(posting) - 1)
    return np.asarray(posting[at] == places)


def _postings(texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """Each character and each pair of each text as one number: the gram, then the text's index."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    codes = codes.astype(np.int64)
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    whole = owners[1:] == owners[:-1]
    pairs = ((codes[:-1] << _WIDTH) | codes[1:])[whole]
    singles = (((codes << _WIDTH) | _ALONE) << _TEXTS) | owners
    return np.concatenate([_distinct(singles), (pairs << _TEXTS) | owners[:-1][whole]])


def _distinct(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The distinct numbers, ascending. `numpy.unique` hashes, which takes many times as long here."""
    ordered = np.sort(numbers)
    return np.asarray(ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0])
