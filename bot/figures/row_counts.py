"""How many rows of a table are of one that is named: 张三得了几个奖, by the rows that say so."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.reckoning import Reckoned
from bot.finding.cells import SERIAL, is_value, label_of
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure
from corpus.notice import Cell, ClauseKind, Notice
from index.normal import search_key

__all__ = ["rows_of_one"]

_ASKS = re.compile(
    r"(?:几|多少)(?P<unit>[个项种次份件条类门])(?P<what>[\u4e00-\u9fff]{1,6}?)(?=[,，。?？呢啊了的]|$)"
)
_SEVERAL = re.compile(r"[、,，;；]")  # a cell that lists several
_TOLD = 8  # so many rows are named


def rows_of_one(question: Question, notices: Iterable[Notice]) -> tuple[Notice, Reckoned] | None:
    """The rows of the thing named, counted where another column holds what is asked for; None where no table,
    or more than one, has such rows of one thing alone, or a row states a figure or lists several."""
    asks = _ASKS.search(search_key(question.text))
    if asks is None:
        return None
    before = search_key(question.text)[: asks.start()]
    found = [
        (notice, rows)
        for notice in notices
        for table, clause in enumerate(notice.clauses)
        if clause.kind is ClauseKind.TABLE and (rows := _rows(before, asks["what"], notice, table))
    ]
    if len(found) != 1:
        return None
    notice, rows = found[0]
    told = "、".join(f.text for f in rows[:_TOLD]) + ("等" if len(rows) > _TOLD else "")
    line = f"{rows[0].name}的{rows[0].said}共{len(rows)}{asks['unit']}（按表中各行计数）：{told}"
    return notice, Reckoned((line,), tuple(rows))


def _rows(before: str, what: str, notice: Notice, table: int) -> list[LikeFigure]:
    """The rows of the one thing named before what is counted, each with the cell that holds it."""
    named: dict[str, list[tuple[int, Cell, list[Cell]]]] = {}
    for row in notice.rows(table):
        cells = [c for c in notice.clauses[row].cells if not SERIAL.search(c.header)]
        own = next((c for c in cells if len(c.text) > 1 and search_key(c.text) in before), None)
        if own is not None:
            named.setdefault(own.text, []).append((row, own, [c for c in cells if c is not own]))
    (name, rows), *others = named.items() or [("", [])]
    columns = dict.fromkeys(c.header for _, _, cells in rows for c in cells if _is_called(label_of(c), what))
    telling = next((h for h in columns if len(_texts(rows, h)) == len(rows)), "")
    figures = any(is_value(c) and re.search(r"\d", c.text) for _, _, cells in rows for c in cells)
    if others or not telling or figures or any(_SEVERAL.search(t) for t in _texts(rows, telling)):
        return []
    return [
        LikeFigure((name,), Decimal(1), cell.text, row, cell.span, said=label_of(cell))
        for row, _, cells in rows
        for cell in cells
        if cell.header == telling
    ]


def _texts(rows: list[tuple[int, Cell, list[Cell]]], header: str) -> set[str]:
    return {c.text for _, _, cells in rows for c in cells if c.header == header}


def _is_called(label: str, what: str) -> bool:
    """Whether a column is called what is counted, or a word that means the same."""
    label = search_key(label)
    return what in label or any(w in label for w in lexicon().synonyms.get(what, ()))
