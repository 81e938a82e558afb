"""Sections numbered without a stop, as standards print them (GB/T 1.1): `3 学历` above `3.1 …`.

A number at the start of a line is a mark only where the lines around it say so: `3.1` stands below it, or
the numbers count on from 1 on short lines of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus import patterns as re
from corpus.tree.lines import Line
from corpus.values.numbering import read_marker

__all__ = ["bare_numbers", "numbers_before_figures"]

_BARE = re.compile(
    r"(?P<number>[1-9]\d?)(?P<gap>[ \u3000]+|(?![年月日个名人份元张次天周岁]))(?=[\u4e00-\u9fff])"
)
_BEFORE_FIGURE = re.compile(r"(?P<number>[1-9]\d?)[.．](?=(?P<figure>\d{1,3})[^\d.．\s])")
_WIDTH = 30  # characters of a section's name
_STOPS = "。；;，,！!"
_FEWEST = 3  # sections that count on, where nothing below them tells


def bare_numbers(lines: Sequence[Line]) -> Mapping[int, str]:
    """The numbers of the lines that begin with such a mark, each with the mark."""
    filled = [x for x in lines if not x.blank]
    named = [(i, m) for i, line in enumerate(filled) if (m := _names(line)) is not None]
    above = {i: m["number"] for i, m in named if _opens(m["number"], filled[i + 1 : i + 2])}
    counted = _counting_on([(i, m["number"]) for i, m in named if m["gap"]])
    return {filled[i].number: number for i, number in (*above.items(), *counted)}


def _names(line: Line) -> re.Match[str] | None:
    short = len(line.content) <= _WIDTH and line.content[-1] not in _STOPS and "\t" not in line.content
    return _BARE.match(line.content) if short else None


def _opens(number: str, below: Sequence[Line]) -> bool:
    """Whether the first clause of the section stands right below."""
    return bool(below) and re.match(rf"{number}[.．]1(?!\d)", below[0].content) is not None


def _counting_on(named: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines numbered 1, 2, 3 … in order, apart from one another; none where they are too few."""
    run: list[tuple[int, str]] = []
    for index, number in named:
        if int(number) == len(run) + 1 and (not run or index - run[-1][0] > 1):
            run.append((index, number))
    return run if len(run) >= _FEWEST else []


def numbers_before_figures(lines: Sequence[Line]) -> Mapping[int, str]:
    """The numbers of the lines whose mark and first figure look like one decimal: `6.2寸照片` behind `5.…`.

    The number counts on from the item above, or the item below counts on from it.
    """
    filled = [x for x in lines if not x.blank]
    labels = [_item_number(x) for x in filled]
    found: dict[int, str] = {}
    above = 0
    for i, line in enumerate(filled):
        match = _BEFORE_FIGURE.match(line.content)
        if match and int(match["number"]) == (above or _begun_below(filled, labels, i)) + 1:
            found[line.number], above = match["number"], above + 1
        else:
            above = 0 if labels[i] is None else labels[i] or above
    return found


def _begun_below(lines: Sequence[Line], labels: Sequence[int | None], at: int) -> int:
    """The number before that of a line from whose number the next item counts on; -1 where none does."""
    below = next((i for i in range(at + 1, len(lines)) if labels[i] != 0), len(lines))
    if below == len(lines):
        return -1
    match = _BEFORE_FIGURE.match(lines[below].content)
    looks_alike = match is not None and match["figure"] != "1"  # 2.1 behind 1.1 is a section
    number = int(match["number"]) if match and looks_alike else labels[below] or 0
    return number - 2


def _item_number(line: Line) -> int | None:
    """The number of an item marked `3.`; 0 for a line without a mark, None for one with another mark."""
    marker = read_marker(line.content)
    if marker is None:
        return 0
    return int(marker.label) if marker.style == "num" and marker.label.isdecimal() else None
