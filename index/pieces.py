"""What the default encoder sees of a text: its words, its characters, its literals and their shapes.

Characters stand beside words so that a word never met still says something, and two words that share a
character are near. The shape of a literal is the literal with 0 for each number (0年0月 for a month), so that
what a question of a date or an amount has to do with dates and amounts can be learned from any of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from corpus import patterns as re
from index import sparse
from index.literals import literal_tokens
from index.segmentation import Cut

__all__ = ["Bags", "Gathering", "Piece", "Rows", "counted", "pieces"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 12  # characters of a shape; longer literals are addresses, which have none

Piece = tuple[str, int, int]  # a token, and where it starts and ends in the search key
Rows = npt.NDArray[np.int32]


def pieces(cut: Cut) -> Iterator[Piece]:
    """The tokens of a text, each with its place; a token of several readings stands for each of them."""
    key = cut.key
    for start, end in cut.mixed:
        yield key[start:end], start, end
    for start, end in cut.literals:
        literal = key[start:end]
        for token in literal_tokens(literal):
            yield token, start, end
        shape = _NUMBER.sub("0", literal)
        if "0" in shape and len(shape) <= _LONGEST and shape != literal:
            yield shape, start, end
    for start, end in cut.words:
        if end - start > 1:
            yield key[start:end], start, end
    for start, end in cut.runs:
        for place in range(start, end):
            yield key[place], place, place + 1


@dataclass(frozen=True, slots=True)
class Bags:
    """The tokens of n texts as rows of a table; those of text i are `offsets[i]` to `offsets[i + 1]`.

    `rows`, `starts` and `ends` (places in the text's search key) have one entry for each token.
    """

    rows: Rows
    starts: Rows
    ends: Rows
    offsets: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def of(self, text: int) -> slice:
        """Where the tokens of a text are."""
        return slice(int(self.offsets[text]), int(self.offsets[text + 1]))

    def renumbered(self, rows: Rows) -> Bags:
        """The same texts, with row i of the table now at `rows[i]`."""
        return replace(self, rows=rows[self.rows])

    def chosen(self, texts: npt.NDArray[np.int64]) -> Bags:
        """The bags of some of the texts, in the order given."""
        parts = [self.of(i) for i in texts.tolist()]
        offsets = np.zeros(len(parts) + 1, dtype=np.int64)
        np.cumsum([part.stop - part.start for part in parts], out=offsets[1:])
        return Bags(
            _joined(self.rows, parts), _joined(self.starts, parts), _joined(self.ends, parts), offsets
        )

    def matrix(self, width: int) -> sparse.csr_matrix:
        """How often each of `width` rows occurs in each text, shape (n, width) float32."""
        return counted([self.rows[self.of(i)] for i in range(len(self))], width)

    def within(self, text: int, start: int, end: int) -> Rows:
        """The rows of the tokens that lie wholly between two places of a text."""
        part = self.of(text)
        inside = (self.starts[part] >= start) & (self.ends[part] <= end)
        return np.asarray(self.rows[part][inside])

    def length(self, text: int) -> int:
        """Where the last token of a text ends."""
        part = self.of(text)
        return int(self.ends[part].max(initial=0))


class Gathering:
    """Makes bags out of texts one by one. `rows` numbers the tokens, and grows where `grows` is true."""

    def __init__(self, rows: dict[str, int], grows: bool = True) -> None:
        self._rows = rows
        self._grows = grows
        self._columns = (array("i"), array("i"), array("i"))
        self._offsets = array("q", [0])

    def add(self, text: Iterable[Piece]) -> int:
        """Take in the pieces of a text; returns its number. Tokens without a row are left out."""
        rows, starts, ends = self._columns
        for token, start, end in text:
            row = self._rows.setdefault(token, len(self._rows)) if self._grows else self._rows.get(token, -1)
            if row >= 0:
                rows.append(row)
                starts.append(start)
                ends.append(end)
        self._offsets.append(len(rows))
        return len(self._offsets) - 2

    def bags(self) -> Bags:
        """The bags of the texts so far."""
        rows, starts, ends = (np.array(column, dtype=np.int32) for column in self._columns)
        return Bags(rows, starts, ends, np.array(self._offsets, dtype=np.int64))


def _joined(column: Rows, parts: Sequence[slice]) -> Rows:
    return np.concatenate([np.zeros(0, dtype=np.int32), *(column[part] for part in parts)])


def counted(bags: Sequence[Rows], width: int) -> sparse.csr_matrix:
    """How often each row occurs in each bag, shape (len(bags), width) float32."""
    starts = np.zeros(len(bags) + 1, dtype=np.int64)
    np.cumsum([len(bag) for bag in bags], out=starts[1:])
    places = np.concatenate(bags) if bags else np.zeros(0, dtype=np.int32)
    ones = np.ones(len(places), dtype=np.float32)
    matrix = sparse.csr_matrix((ones, places, starts), shape=(len(bags), width))
    matrix.sum_duplicates()
    return matrix
