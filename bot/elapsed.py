"""How long ago something was, by the days and spans of time that a person names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.work_history import SPAN, months_of
from corpus.facts import number

__all__ = ["Elapsed", "days_in", "elapsed"]


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A length of time in the unit asked for, and how it is told."""

    amount: Decimal
    shown: str


_DAY = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2}|\d{2})\s*[年./-]\s*|(?P<said>今年|去年|前年))?(?P<month>\d{1,2})\s*[月./-]\s*(?:(?P<day>\d{1,2})\s*[日号]?)?(?!\d*个月)"
)
_DAYS = re.compile(r"(?<![\d.])(\d{1,4}|[一二两三四五六七八九十百]{1,4})\s*(?:来|多)?天")


def days_in(text: str, as_of: date) -> Iterator[date]:
    """The days named in `text`, in their order; one without a year is of the year of asking."""
    for match in _DAY.finditer(text):
        back = "今去前".find(match["said"][0]) if match["said"] else 0
        year = int(match["year"]) if match["year"] else as_of.year - back
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        try:
            yield date(year, int(match["month"]), int(match["day"] or 1))
        except ValueError:
            continue


def elapsed(text: str, as_of: date | None, unit: str) -> Elapsed | None:
    """The time between the first and the last day named, else up to `as_of`; else a span that is told.

    `unit` is 日, 个月 or 年. Whole months and years count, as in 民法典 第二百零二条.
    """
    if as_of is None:
        return None
    days = sorted(set(days_in(text, as_of)))
    if days:
        start, end = days[0], days[-1] if len(days) > 1 else as_of
        if start <= end:
            shown = f"{_spoken(start)}到{_spoken(end)}共{_told(start, end)}"
            return Elapsed(_between(start, end, unit), shown)
    told = _DAYS.search(text)
    if told and unit == "日" and (count := number(told[1])):
        return Elapsed(count, f"{told[1]}天")
    span = re.search(SPAN, text)
    if span is None:
        return None
    months = months_of(span)
    return Elapsed({"日": months * 30, "年": months / 12}.get(unit, months), span[0])


def _between(start: date, end: date, unit: str) -> Decimal:
    if unit == "日":
        return Decimal((end - start).days)
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    beyond = Decimal("0.5") if end.day != start.day else Decimal(0)  # a part of a month more
    return (Decimal(months) + beyond) / (12 if unit == "年" else 1)


def _told(start: date, end: date) -> str:
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return f"{(end - start).days}天" if months == 0 else f"满{months}个月"


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
