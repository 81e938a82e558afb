"""Marks in a text, in half width, that no bracket encloses, and the parts between them."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re

__all__ = ["marks_outside", "parts_outside"]

_BRACKET = re.compile("[()]")


def marks_outside(mark: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where `mark` matches and the next bracket, if there is one, does not close."""
    closing, bracket = False, -1
    for match in mark.finditer(text):
        if bracket < match.end() and bracket < len(text):
            next_one = _BRACKET.search(text, match.end())
            bracket = next_one.start() if next_one else len(text)
            closing = next_one is not None and next_one[0] == ")"
        if not closing:
            yield match


def parts_outside(mark: re.Pattern[str], text: str) -> list[str]:
    """The text between the marks that no bracket encloses."""
    edges = [0, *(edge for match in marks_outside(mark, text) for edge in match.span()), len(text)]
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
