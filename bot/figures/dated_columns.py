"""The column of a table that is for the day told: in August 8月31日前 and not 9月1日-10月31日.

Fees go by when they are paid, rates by when one applies: where a question tells a day or a month, or asks of
now, columns for other times are no answer. Years are left out, as headers mostly leave them out.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.question import Question
from bot.speech.spoken_days import spoken_days
from corpus import patterns as re
from corpus.notice import Cell
from corpus.values.periods import fold

__all__ = ["of_the_day"]

Day = tuple[int, int]  # month and day
Window = tuple[Day, Day]

_DAY = r"(?P<m{n}>\d{{1,2}})月(?P<d{n}>\d{{1,2}})日"
_RANGE = re.compile(
    _DAY.format(n=1) + r"\s*[-—–~至到]+\s*(?:\d{4}年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_BEFORE = re.compile(
    _DAY.format(n=1) + r"(?:\(含[^)]*\))?(?:\(?含\)?)?[之以]?前|" + _DAY.format(n=2) + "截止"
)
_AFTER = re.compile(_DAY.format(n=1) + r"(?:\(含[^)]*\))?[之以]?(?:后|起)")
_FIRST, _LAST = (1, 1), (12, 31)
_NOW = re.compile(r"现在|今天|今日|眼下|目前")


def of_the_day(question: Question, cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a row without those of columns for other times than told; all where no time is told."""
    told = _told(question)
    windows = {c.header: w for c in cells if (w := _window(fold(c.header)))}
    if told is None or len(windows) < 2:
        return list(cells)
    holding = {h: w for h, w in windows.items() if w[0] <= told[0] and told[1] <= w[1]}
    if not holding:
        return list(cells)
    soonest = min(w[1] for w in holding.values())  # of 8月1日前 and 9月4日前 the first that is not over
    return [
        c for c in cells if c.header not in windows or holding.get(c.header, (_FIRST, None))[1] == soonest
    ]


def _told(question: Question) -> Window | None:
    """The span of days that a question tells; that of asking for now."""
    if question.as_of is None:
        return None
    if _NOW.search(question.text):
        return ((question.as_of.month, question.as_of.day),) * 2
    days = [d for d in spoken_days(question.text, question.as_of) if d.closeness in ("day", "month")]
    if len(days) != 1:
        return None
    return (days[0].first.month, days[0].first.day), (days[0].last.month, days[0].last.day)


def _window(header: str) -> Window | None:
    """The days that a header says its column is for; None where it says none."""
    if match := _RANGE.search(header):
        first = int(match["m1"]), int(match["d1"])
        return first, (int(match["m2"] or match["m1"]), int(match["d2"]))
    if match := _BEFORE.search(header):
        return _FIRST, (int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
    match = _AFTER.search(header)
    return ((int(match["m1"]), int(match["d1"])), _LAST) if match else None
