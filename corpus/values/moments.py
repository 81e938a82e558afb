"""Points in time as symbols, and the calendar day that one stands for where enough is known.

Periods are counted as `corpus.values.reckoning` says. By 民法典 第一千二百五十九条 以上, 以下, 以内 and 届满
include the number itself. It does not name 以前; that a day named with 前, 之前 or 以前 still counts is
usage, so `Moment.stated` tells whether the notice says it.

Days are written as in GB/T 7408 (ISO 8601); years of the Republic of China begin with 1912.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from corpus.notice import Span
from corpus.values.reckoning import last_of_month, months_after

__all__ = [
    "Anchor",
    "AnchorKind",
    "Bound",
    "Moment",
    "Point",
    "Resolution",
    "Unit",
    "Unresolved",
    "WorkdayCalendar",
    "YearSource",
    "resolution",
    "resolve",
]

# The day that lies so many workdays after a day; None where the calendar does not reach.
WorkdayCalendar = Callable[[date, int], date | None]


class AnchorKind(StrEnum):
    """What a point in time hangs on."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    EACH_MONTH = "each_month"
    EACH_DAY = "each_day"
    EACH_YEAR = "each_year"
    PUBLICATION = "publication"
    EFFECT = "effect"  # 施行
    APPLICATION = "application"
    ACCEPTANCE = "acceptance"
    RECEIPT = "receipt"  # 收到, 送达
    GRADUATION = "graduation"
    EXAM = "exam"
    EXPIRY = "expiry"
    COMPLETION = "completion"  # of `Anchor.subject`
    EVENT = "event"  # any other, in the words of `Anchor.subject`


class YearSource(StrEnum):
    """Where the year of a day was read."""

    WRITTEN = "written"
    SENTENCE = "sentence"
    TITLE = "title"
    ISSUED = "issued"
    NONE = "none"


class Unit(StrEnum):
    """What an offset counts."""

    NONE = ""
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bound(StrEnum):
    """Which side of the point is meant."""

    AT = "at"
    FROM = "from"
    UNTIL = "until"


class Unresolved(StrEnum):
    """Why a moment has no day."""

    UNKNOWN_ANCHOR = "unknown_anchor"
    NO_YEAR = "no_year"
    NO_CALENDAR = "no_calendar"  # workdays, and no calendar was given
    CALENDAR_ENDS = "calendar_ends"
    NOT_A_DAY = "not_a_day"  # a month or a year, neither its beginning nor its end
    NO_SUCH_DAY = "no_such_day"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a moment is counted from. `part` is 底, 初, 上旬, 中旬 or 下旬 of a month or year."""

    kind: AnchorKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written; `span` counts in the text at hand."""

    anchor: Anchor
    span: Span
    source: YearSource
    time: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a notice puts it.

    `offset` is negative before the anchor. `time` is the time of day (`18:00`) or empty. `other_end` is
    the span of the other end of a range. `stated` tells whether the notice itself says that the day
    counts or does not (`（含当日）`, `（不含）`). `year_from` says where the year comes from.
    """

    anchor: Anchor
    offset: int
    unit: Unit
    bound: Bound
    inclusive: bool
    span: Span
    clause: int
    stated: bool = False
    time: str = ""
    year_from: YearSource = YearSource.NONE
    other_end: Span | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The day a moment stands for, or why there is none."""

    day: date | None
    why_not: Unresolved | None = None


def resolve(
    moment: Moment,
    issued: date | None,
    as_of: date,
    known: Mapping[Anchor, date],
    calendar: WorkdayCalendar | None = None,
) -> date | None:
    """The day that `moment` stands for; None where anything it hangs on is unknown."""
    return resolution(moment, issued, as_of, known, calendar).day


def resolution(
    moment: Moment,
    issued: date | None,
    as_of: date,
    known: Mapping[Anchor, date],
    calendar: WorkdayCalendar | None = None,
) -> Resolution:
    """As `resolve`, with the reason where there is no day.

    `as_of` serves recurring anchors only: the day, month or year it lies in, or the next month or year
    where that one's day has passed.
    """
    base = _base(moment, issued, as_of, known)
    if base.day is None or moment.unit is Unit.NONE:
        return base
    return _count(base.day, moment.offset, moment.unit, calendar)


def _base(moment: Moment, issued: date | None, as_of: date, known: Mapping[Anchor, date]) -> Resolution:
    anchor = moment.anchor
    if anchor in known:
        return Resolution(known[anchor])
    if anchor.kind in (AnchorKind.DAY, AnchorKind.MONTH, AnchorKind.YEAR):
        return _in_year(anchor, moment.bound)
    if anchor.kind is AnchorKind.EACH_DAY:
        return Resolution(as_of)
    if anchor.kind is AnchorKind.EACH_MONTH:
        return _each_month(anchor, moment.bound, as_of)
    if anchor.kind is AnchorKind.EACH_YEAR:
        return _each_year(anchor, moment.bound, as_of)
    if anchor.kind is AnchorKind.PUBLICATION and issued is not None:
        return Resolution(issued)
    return Resolution(None, Unresolved.UNKNOWN_ANCHOR)


def _each_month(anchor: Anchor, bound: Bound, as_of: date) -> Resolution:
    this = _in_year(Anchor(AnchorKind.MONTH, as_of.year, as_of.month, anchor.day, anchor.part), bound)
    if this.day is None or this.day >= as_of:
        return this
    after = (as_of.year + as_of.month // 12, as_of.month % 12 + 1)
    return _in_year(Anchor(AnchorKind.MONTH, *after, anchor.day, anchor.part), bound)


def _each_year(anchor: Anchor, bound: Bound, as_of: date) -> Resolution:
    this = _in_year(Anchor(AnchorKind.YEAR, as_of.year, anchor.month, anchor.day, anchor.part), bound)
    if this.day is None or this.day >= as_of:
        return this
    return _in_year(Anchor(AnchorKind.YEAR, as_of.year + 1, anchor.month, anchor.day, anchor.part), bound)


_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


def _in_year(anchor: Anchor, bound: Bound) -> Resolution:
    if anchor.year is None:
        return Resolution(None, Unresolved.NO_YEAR)
    if anchor.day is not None:
        try:
            return Resolution(date(anchor.year, anchor.month or 1, anchor.day))
        except ValueError:
            return Resolution(None, Unresolved.NO_SUCH_DAY)
    if anchor.part == "初" and bound is not Bound.FROM:
        return Resolution(None, Unresolved.NOT_A_DAY)
    month = anchor.month or (1 if bound is Bound.FROM else 12)
    if not 1 <= month <= 12:
        return Resolution(None, Unresolved.NO_SUCH_DAY)
    first, last = _THIRDS.get(anchor.part, (1, 31))
    end = last_of_month(anchor.year, month)
    end = end.replace(day=min(last, end.day))
    if anchor.part == "底" or bound is Bound.UNTIL:
        return Resolution(end)
    if bound is Bound.FROM:
        return Resolution(end.replace(day=first))
    return Resolution(None, Unresolved.NOT_A_DAY)


def _count(base: date, offset: int, unit: Unit, calendar: WorkdayCalendar | None) -> Resolution:
    if unit is Unit.HOUR:
        return Resolution(None, Unresolved.HOURS)
    if unit is Unit.WORKDAY:
        if calendar is None:
            return Resolution(None, Unresolved.NO_CALENDAR)
        day = calendar(base, offset)
        return Resolution(day, None if day else Unresolved.CALENDAR_ENDS)
    try:
        if unit in (Unit.DAY, Unit.WEEK):
            return Resolution(base + timedelta(days=offset * (7 if unit is Unit.WEEK else 1)))
        return Resolution(months_after(base, offset * (12 if unit is Unit.YEAR else 1)))
    except (OverflowError, ValueError):
        return Resolution(None, Unresolved.NO_SUCH_DAY)
