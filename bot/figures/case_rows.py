"""Rows chosen by the person's case: the one whose range holds the figure told (120亩, 3个人, 第五名)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.conversation.question import Question
from bot.speech.amounts import amounts_in
from corpus import patterns as re
from corpus.notice import Cell, Notice
from corpus.tree.range_cells import CellRange, base_unit, range_of
from corpus.values.numerals import number

__all__ = ["rows_of_case"]

_PLACE = re.compile(r"第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位|档|等)")
_MOST = 0.6  # share of a column's cells that are ranges, from which on it tells cases apart

_Told = tuple[Decimal, Decimal, str]  # lowest and highest that it may be, and the unit


def rows_of_case(question: Question, notice: Notice, table: int) -> dict[int, tuple[Cell, ...]]:
    """The rows of a table that the figures of a question fall in, with the cells that say so.

    Empty where the table has no column of ranges in a unit of which the question tells a figure.
    """
    found: dict[int, tuple[Cell, ...]] | None = None
    for column in _range_columns(notice, table):
        fitting = _fitting(question, column)
        if fitting and len(fitting) < len(column):
            kept = fitting.keys() if found is None else found.keys() & fitting.keys()
            found = {r: (*(found or {}).get(r, ()), fitting[r]) for r in sorted(kept)}
    return found or {}


def _range_columns(notice: Notice, table: int) -> Iterator[dict[int, tuple[Cell, CellRange]]]:
    """The columns of which most cells are ranges, of one unit: row, cell and range."""
    rows = notice.rows(table)
    for header in dict.fromkeys(c.header for i in rows for c in notice.clauses[i].cells):
        cells = [(i, c) for i in rows for c in notice.clauses[i].cells if c.header == header]
        read = {i: (c, r) for i, c in cells if (r := range_of(c)) is not None}
        ranges = [r for _, r in read.values()]
        wide = any(r.low != r.high or r.unit == "第" for r in ranges)
        if wide and len(read) > 1 and len(read) >= _MOST * len(cells) and len({r.unit for r in ranges}) == 1:
            yield read


def _fitting(question: Question, column: dict[int, tuple[Cell, CellRange]]) -> dict[int, Cell]:
    """The rows whose ranges hold a figure that the question tells, else the question before."""
    unit = next(iter(column.values()))[1].unit
    for text in (question.text, question.context):
        told = [t for t in _told(text) if t[2] == unit]
        for low, high, _ in told:
            rows = {i: c for i, (c, r) in column.items() if r.holds(low) and r.holds(high)}
            if rows:
                return rows
    return {}


def _told(text: str) -> Iterator[_Told]:
    """The figures of a text in the units that ranges are kept in."""
    for match in _PLACE.finditer(text):
        place = number(match["n"])
        if place is not None:
            yield place, place, "第"
    for amount in amounts_in(text):
        base, times = base_unit(amount.unit)
        yield amount.much.low * times, amount.much.high * times, base
