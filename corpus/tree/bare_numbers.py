"""Sections numbered without a stop, as standards print them (GB/T 1.1): `3 学历` above `3.1 …`.

A number at the start of a line is a mark only where the lines around it say so: `3.1` stands below it, or
the numbers count on from 1 on short lines of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus import patterns as re
from corpus.tree.lines import Line

__all__ = ["bare_numbers"]

_BARE = re.compile(
    r"(?P<number>[1-9]\d?)(?P<gap>[ \u3000]+|(?![年月日个名人份元张次天周岁]))(?=[\u4e00-\u9fff])"
)
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
