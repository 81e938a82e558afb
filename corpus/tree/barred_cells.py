"""Tables that an extraction from a web page left as one cell a line, each line ending in a bar.

Where the rows end is lost; it shows where the cells fall into columns that hold figures throughout or none.
A run whose rows cannot be told stays together as one paragraph: its cells say nothing apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.tree.lines import Line

__all__ = ["barred_rows", "barred_runs"]

_FEWEST = 4  # cells of a table
_WIDTHS = range(2, 9)
_LONGEST = 80  # letters of a cell
_FIGURE = re.compile(r"(?:人民币|[¥￥约])?\s*\d")


def barred_runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of neighbouring lines that each end in their only bars, at least four."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if _is_barred(line):
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [r for r in runs if len(r) >= _FEWEST]


def barred_rows(run: Sequence[Line]) -> list[list[Line]]:
    """The rows of a run, header first and every cell without its bar; empty where they cannot be told."""
    cells = [_without_bar(x) for x in run]
    found = [rows for width in _WIDTHS if len(cells) % width == 0 and (rows := _rows(cells, width))]
    return found[0] if len(found) == 1 else []


def _is_barred(line: Line) -> bool:
    bare = line.content.rstrip("| ")
    return line.content.endswith("|") and "|" not in bare and "\t" not in bare and len(bare) <= _LONGEST


def _without_bar(line: Line) -> Line:
    content = line.content.rstrip("| ")
    return replace(line, content=content, end=line.start + len(content))


def _rows(cells: Sequence[Line], width: int) -> list[list[Line]]:
    """The cells in rows of a width, where these are a header and rows of a table; else empty."""
    rows = [list(cells[n : n + width]) for n in range(0, len(cells), width)]
    if not rows[0][-1].content:  # the blank corner above the names of the rows comes last
        corner = replace(rows[0][0], content="", end=rows[0][0].start)
        rows[0] = [corner, *rows[0][:-1]]
    if len(rows) < 3 or not all(x.content for x in rows[0][1:]):
        return []
    names, *columns = (list(c) for c in zip(*rows[1:], strict=True))
    keyed = all(x.content and not _FIGURE.match(x.content) for x in names)
    keyed = keyed and len({x.content for x in names}) == len(names)
    kinds = [set(_kinds(c)) for c in columns]
    return rows if keyed and all(len(k) <= 1 for k in kinds) and {True} in kinds else []


def _kinds(column: Sequence[Line]) -> Iterator[bool]:
    """For each filled cell of a column whether it is a figure."""
    return (_FIGURE.match(x.content) is not None for x in column if x.content)
