"""Which lines end of themselves, and which where the page broke them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.tree.lines import Line

__all__ = ["ends_in_value", "ends_of_itself", "width_of"]

_WIDE = 3  # so many lines of a text show how wide its page is
_NARROW = 0.5  # a line below this share of that width is not where the page broke it
# The number that is the value of a key, behind the name of a bank or not.
_VALUED = re.compile(r"[：:]\s*[\d（）()\-—–－/、，,;；.:\s]{6,}$|[：:][^。；;：:]{2,40}\s\d{7,}$")
_STATES = re.compile(r"\D*\d")


def width_of(lines: Sequence[Line]) -> int:
    """How long the lines of a text get; 0 for a text of too few lines to tell."""
    longest = sorted((len(x.content) for x in lines), reverse=True)
    return longest[_WIDE - 1] if len(longest) >= _WIDE else 0


def ends_in_value(line: str) -> bool:
    """Whether a line ends in the number that is the value of its key, and is finished without a stop."""
    return _VALUED.search(line) is not None


def ends_of_itself(line: str, below: str, width: int) -> bool:
    """Whether two lines that state figures are entries of a list without marks and stops: the first ends far
    from where the page breaks lines, or in the value of its key."""
    if below[0] in "（(" or not (_STATES.match(line) and _STATES.match(below)):
        return False
    return len(line) < _NARROW * width or (ends_in_value(line) and not below[0].isdigit())
