"""Numbered points that run on in one line: 1.年满十八周岁；2.具有本市户籍。3.无犯罪记录.

They are points where the marks of one style count on from one, each at the beginning or behind a stop.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re

__all__ = ["Points", "points_in"]

_CHINESE = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BEHIND_STOP = r"(?:^|(?<=[。；;：:\s]))\s{0,4}"
_STYLES = (
    re.compile(rf"{_BEHIND_STOP}(?P<number>\d{{1,2}})[.．、)）](?!\d)"),
    re.compile(rf"{_BEHIND_STOP}[（(](?P<number>\d{{1,2}})[）)]"),
    re.compile(rf"{_BEHIND_STOP}[（(](?P<number>[{_CHINESE}])[）)]"),
    re.compile(rf"{_BEHIND_STOP}(?P<number>[{_CIRCLED}])"),
)


@dataclass(frozen=True, slots=True)
class Points:
    """What stands before the first point, and the place of each point's words, without its mark."""

    lead: str
    places: tuple[tuple[int, int], ...]


def points_in(text: str) -> Points | None:
    """The points of `text`; None where it holds fewer than two that count on."""
    for style in _STYLES:
        marks: list[re.Match[str]] = []
        for match in style.finditer(text):
            if _value(match["number"]) == len(marks) + 1:
                marks.append(match)
        if len(marks) > 1:
            ends = [*(m.start() for m in marks[1:]), len(text)]
            places = tuple((m.end(), end) for m, end in zip(marks, ends, strict=True))
            return Points(text[: marks[0].start()], places)
    return None


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return (_CHINESE if number in _CHINESE else _CIRCLED).index(number) + 1
