"""Tables that go by the month, read forwards (5月报名哪天考) and backwards (6月底前考完，几月报名)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.question import Question
from bot.finding.cells import SERIAL
from bot.speech.feasts import in_months
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Cell, ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["done_by", "is_monthly", "month_cell", "monthly_tables"]

_N = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_DONE = re.compile(rf"(?<![\d年第个])({_N})月(?!\d)")
_BACK = re.compile(
    r"(?:几月份?|哪个?月份?|(?:什么|啥)时候|何时)(?:之?前)?"
    r"(?:就|得|要|该|去|来|开始|应该|能|可以|必须|提前|来得及)*(?P<act>[\u4e00-\u9fff]{1,2})"
)


def done_by(question: Question) -> tuple[int, str] | None:
    """The month in which something is to be over, and the act whose month is asked for; else None.

    6月底前考完，最晚几月报名 gives (6, 报名).
    """
    text = in_months(question.text, question.as_of) if question.as_of else question.text
    asked = _BACK.search(text)
    if asked is None:
        return None
    done = _DONE.search(text[: asked.start()])
    month = number(done[1]) if done else None
    return (int(month), asked["act"].rstrip("上到完成好") or asked["act"]) if month else None


def is_monthly(notice: Notice, table: int) -> bool:
    """Whether a table goes by the month: its rows begin with 1月, 2月, …"""
    rows = notice.rows(table)
    return sum(bool(_first(notice.clauses[i].cells)) for i in rows) >= max(3, len(rows) - 2)


@once_per_notice
def monthly_tables(notice: Notice) -> list[int]:
    """The tables of a notice that go by the month."""
    return [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE and is_monthly(notice, i)]


def month_cell(question: Question, cells: Sequence[Cell]) -> Cell | None:
    """The cell by which the question names a row of such a table: its month, or the month it is over by."""
    first = _first(cells)
    if first is None:
        return None
    back = done_by(question)
    if back is not None and _is_done(first[0], back[1]):
        month = re.compile(rf"(?<!\d){back[0]}月")
        return next((c for c in cells if c is not first[0] and month.match(search_key(c.text))), None)
    return first[0] if first[1] == question.month else None


def _first(cells: Sequence[Cell]) -> tuple[Cell, int] | None:
    """A first cell that names a month: `5月`, `1月底前`."""
    named = [c for c in cells if not SERIAL.search(c.header)][:1]
    match = re.match(r"(?:\d{4}年)?(\d{1,2})月", search_key(named[0].text)) if named else None
    return (named[0], int(match.group(1))) if match else None


def _is_done(cell: Cell, act: str) -> bool:
    """Whether a column says when something is done: 申报时间 when one applies."""
    stem = re.sub(r"时间|日期|月份|时段", "", search_key(cell.header))
    return bool(stem) and (act in stem or stem in act or act in lexicon().synonyms.get(stem, ()))
