"""Counting months and years between calendar days, by the Civil Code (民法典).

- 第二百零一条: the day on which a period begins is not counted; it runs from the day after.
- 第二百零二条: a period of months or years ends on the corresponding day, or on the month's last day.
- 第二百零三条: a last day that is a public holiday gives way to the day after it. That needs a calendar of
  holidays and is not applied here.

`months_after` adds and `whole_months` counts; each is the other's check: counting what was added gives it
back, on every day and past every month's end.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

__all__ = ["last_of_month", "months_after", "whole_months", "whole_years"]


def months_after(day: date, months: int) -> date:
    """The day on which `months` counted from `day` end: 31 January and a month is the last of February.

    `months` may be negative.

    Raises:
        ValueError: the day lies outside the calendar of `datetime`.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(start: date, end: date) -> int:
    """How many months from `start` have ended on `end`; negative where `end` lies before `start`."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if months_after(start, months) <= end else months - 1


def whole_years(start: date, end: date) -> int:
    """How many years from `start` have ended on `end`: 周岁 where `start` is a day of birth."""
    return whole_months(start, end) // 12


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
