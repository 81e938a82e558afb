"""Text without its white space and in half width, with the way back to the stored text.

Words that a page wrapped are whole again in it, so that patterns need not mind blanks and line ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.notice import Span
from corpus.periods import fold

__all__ = ["Compact", "compact"]

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` to search in; `offsets` holds the place of each of its characters in the stored text."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The stored place of `text[start:end]`, which is not empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def compact(text: str, start: int = 0) -> Compact:
    """`text`, which stands at offset `start` of the stored text, without white space."""
    folded = fold(text)
    if not _SPACE.search(folded):
        return Compact(folded, range(start, start + len(text)))
    kept = [i for i, character in enumerate(text) if not character.isspace()]
    return Compact("".join(folded[i] for i in kept), tuple(start + i for i in kept))
