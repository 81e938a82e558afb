"""Which of the things in a table have nothing at all: 哪个市一家都没有, by the rows without a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bot.conversation.question import Question
from bot.figures.reckoning import Reckoned
from bot.finding.cells import SERIAL, is_blank, is_value
from bot.speech.naming import share_named
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure
from corpus.notice import Cell, ClauseKind, Notice
from index.normal import search_key

__all__ = ["without_any"]

_ONE = "(?:一|半)[家个件名人户项所间辆条份]"
_ASKS = re.compile(
    rf"哪[^,，。]{{0,12}}?{_ONE}[^,，。]{{0,8}}?(?:都|也)?没有?|哪[^,，。]{{0,12}}?(?:为|是)(?:零|0)"
    rf"|{_ONE}[^,，。]{{0,8}}?(?:都|也)没[^,，。]{{0,6}}?(?:是|有)?哪"
)
_WITHOUT = re.compile(r"哪[^,，。]{0,12}?没有(?!资格|权|必要|条件|要求)[^,，。]{2,10}$")  # of a column named
_SUM = re.compile(r"合计|总计|小计|共计")
_FEWEST = 3  # rows from which on a table lists things


def without_any(question: Question, notices: Iterable[Notice]) -> tuple[Notice, Reckoned] | None:
    """The rows with no figure in any column that the question names, or in none at all; None where no table,
    or more than one, has such rows beside others."""
    if not _ASKS.search(question.text) and not _WITHOUT.search(question.text):
        return None
    found = [
        (notice, rows)
        for notice in notices
        for table, clause in enumerate(notice.clauses)
        if clause.kind is ClauseKind.TABLE and (rows := _empty(question, notice, table))
    ]
    if len(found) != 1:
        return None
    notice, rows = found[0]
    names = "、".join(f.name for f in rows)
    columns = f"“{rows[0].said}”" if rows[0].said else "各"
    return notice, Reckoned((f"没有数字的是{names}（表中{columns}栏都没有填数）",), tuple(rows))


def _empty(question: Question, notice: Notice, table: int) -> list[LikeFigure]:
    """The rows of a table that name something and state no figure of it."""
    rows = [(i, notice.clauses[i].cells) for i in notice.rows(table)]
    figures = {c.header for _, cells in rows for c in cells if is_value(c) and not is_blank(c)}
    figures = {h for h in figures if not SERIAL.search(h)}
    asked = search_key(question.text)
    shares = {h: _named(h, asked) for h in figures}
    most = max(shares.values(), default=0)
    named = {h for h, n in shares.items() if n == most > 0}
    counted = named or (figures if _ASKS.search(question.text) else set())
    empty = [(i, cells) for i, cells in rows if counted and _states_none(cells, counted)]
    if len(rows) < _FEWEST or not empty or len(empty) == len(rows):
        return []
    heads = (c.header for _, cells in rows for c in cells if c.header in named)
    alone = len(named) == 1
    columns = "、".join(dict.fromkeys(h.replace(" ", "") if alone else h.split(" ")[0] for h in heads))
    named_rows = ((i, _name(cells, figures)) for i, cells in empty)
    return [LikeFigure((n.text,), Decimal(0), "", i, n.span, said=columns) for i, n in named_rows if n]


def _named(header: str, asked: str) -> int:
    """How many levels of a header a question names, the month or the year of one too: 7月当月数."""
    parts = [search_key(p) for p in header.split(" ")]
    when = (re.match(r"\d+[月年]", p) for p in parts)
    return sum(share_named(p, asked) >= 0.7 for p in parts) + sum(
        bool(w) and w[0] in asked for w in when if w
    )


def _states_none(cells: Sequence[Cell], counted: set[str]) -> bool:
    """Whether a row is marked empty in columns that are counted, and in all of them."""
    own = [c for c in cells if c.header in counted]
    return bool(own) and all(is_blank(c) or c.text.strip() == "0" for c in own)


def _name(cells: Sequence[Cell], figures: set[str]) -> Cell | None:
    """The last cell before the figures, which names the row; none for a row of totals."""
    names = [c for c in cells if c.header not in figures and not is_value(c)]
    return names[-1] if names and not _SUM.search(names[-1].text) else None
