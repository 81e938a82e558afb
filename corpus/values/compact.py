"""Text without its white space and in half width, with the way back to the stored text.

Words that a page wrapped are whole again in it, so that patterns need not mind blanks and line ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import Span
from corpus.values.periods import fold

__all__ = ["Compact", "compact"]

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` to search in, `printed` the same in the width that it is printed in, character by character;
    `offsets` holds the place of each in the stored text.
    """

    text: str
    printed: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The stored place of `text[start:end]`, which is not empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def compact(text: str, start: int = 0) -> Compact:
    """`text`, which stands at offset `start` of the stored text, without white space."""
    folded = fold(text)
    if not _SPACE.search(folded):
        return Compact(folded, text, range(start, start + len(text)))
    kept = [i for i, character in enumerate(text) if not character.isspace()]
    printed = "".join(text[i] for i in kept)
    return Compact("".join(folded[i] for i in kept), printed, tuple(start + i for i in kept))
