"""The words of one breath: what stands between two stops around a place in a text."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["ends_in_till", "is_till", "words_around"]

_STOPS = "，。；,;、"
_TILL = re.compile(r"\s*(?:年|月|份)?\s*(?:到|至|-|~|—)\s*$")


def is_till(between: str) -> bool:
    """Whether the words between two days make a stretch of them: 2015年到2018年."""
    return _TILL.fullmatch(between) is not None


def words_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same breath before and behind a place."""
    left = max(text.rfind(mark, 0, start) for mark in _STOPS) + 1
    stops = [p for mark in _STOPS if (p := text.find(mark, end)) >= 0]
    return text[left:start], text[end : min(stops, default=len(text))]


def ends_in_till(before: str) -> bool:
    """Whether what stands behind is the end of a stretch: 2015年到."""
    return _TILL.search(before) is not None
