"""How long ago something was, by the days and lengths of time that a person names.

Between two days lies what `corpus.values.reckoning` counts: so many whole months where the days correspond,
else between that number and the next. A day said no closer than its month gives the span of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.speech.amounts import amounts_in, spans_in
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay, spoken_days
from corpus.values.reckoning import months_after, whole_months, whole_years

__all__ = ["Elapsed", "age_between", "elapsed", "months_between", "months_covered"]


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A length of time in the unit asked for, and how it is told."""

    much: Interval
    shown: str


def months_between(start: date, end: date) -> Interval:
    """The months from one day to another; nothing where the end comes first."""
    if end < start:
        return Interval.exactly(0)
    months = whole_months(start, end)
    if months_after(start, months) == end:
        return Interval.exactly(months)
    return Interval(Decimal(months), Decimal(months + 1), open_low=True, open_high=True)


def months_covered(first: date, last: date, end: date) -> Interval:
    """The months from a day between `first` and `last` to the close of `end`, both days included.

    So whoever began on 1 July 2020 has worked 66 months when 2025 is over.
    """
    until = end + timedelta(days=1)
    least, most = months_between(last, until), months_between(first, until)
    return Interval(least.low, most.high, least.open_low, most.open_high)


def age_between(first: date, last: date, day: date) -> Interval:
    """The age in whole years on `day` of one born between `first` and `last`; negative before the birth."""
    return Interval(Decimal(whole_years(last, day)), Decimal(whole_years(first, day)))


def elapsed(text: str, as_of: date | None, unit: str) -> Elapsed | None:
    """The time between the first and the last day named, else up to `as_of`; else a span that is told.

    `unit` is 日, 个月 or 年.
    """
    if as_of is None:
        return None
    days = sorted(set(spoken_days(text, as_of)), key=lambda d: (d.first, d.last))
    if days:
        start, end = days[0], days[-1] if days[-1].first > days[0].last else _today(as_of)
        if start.first <= end.last:
            return _from_to(start, end, unit)
    return _told(text, unit)


def _today(as_of: date) -> SpokenDay:
    return SpokenDay(as_of, as_of, 0, 0, "day")


def _from_to(start: SpokenDay, end: SpokenDay, unit: str) -> Elapsed:
    said = f"{_spoken(start)}到{_spoken(end)}"
    if unit == "日":
        days = [Decimal(max(0, (b - a).days)) for a, b in ((start.last, end.first), (start.first, end.last))]
        counted = f"{days[0]}天" if days[0] == days[1] else f"{days[0]}至{days[1]}天"
        return Elapsed(Interval(days[0], days[1]), f"{said}共{counted}")
    least, most = months_between(start.last, end.first), months_between(start.first, end.last)
    months = Interval(least.low, most.high, least.open_low, most.open_high)
    shown = f"{said}共{_counted(start, end, months)}"
    return Elapsed(months.over(12) if unit == "年" else months, shown)


def _counted(start: SpokenDay, end: SpokenDay, months: Interval) -> str:
    low, high = months.low, months.high - (1 if months.open_high and not months.exact else 0)
    if low == high == 0 and start.first == start.last and end.first == end.last:
        return f"{(end.last - start.first).days}天"
    return f"满{low}个月" if low == high else f"{low}至{high}个月"


def _told(text: str, unit: str) -> Elapsed | None:
    """A length of time that is told as such: 刚70天, 断了两个月."""
    if unit == "日":
        told = next((a for a in amounts_in(text) if a.unit == "天"), None)
        if told:
            return Elapsed(told.much, told.much.said)
    span = next(spans_in(text), None)
    if span is None:
        return None
    much = span.much.over(12) if unit == "年" else span.much.times(30 if unit == "日" else 1)
    return Elapsed(much, span.much.said)


def _spoken(day: SpokenDay) -> str:
    month = f"{day.last.year}年{day.last.month}月"
    return {"day": f"{month}{day.last.day}日", "month": month, "year": f"{day.last.year}年"}[day.closeness]
