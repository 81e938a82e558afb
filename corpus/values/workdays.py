"""Workdays by the calendar that the State Council (国务院办公厅) sets for each year.

The arrangement of holidays and of the weekends worked in exchange is announced a year at a time, so it is
known up to a last year only; past that nothing is guessed. Data: the package chinesecalendar (MIT).
"""

from __future__ import annotations

from datetime import date, timedelta

from chinese_calendar import is_workday
from chinese_calendar.constants import holidays

__all__ = ["FIRST_DAY", "LAST_DAY", "workday_after"]

FIRST_DAY = date(min(holidays).year, 1, 1)
LAST_DAY = date(max(holidays).year, 12, 31)


def workday_after(day: date, count: int) -> date | None:
    """The workday that lies `count` workdays after `day`, before it where negative; `day` is not counted.

    None where the calendar does not reach.
    """
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(abs(count)):
        day += step
        while FIRST_DAY <= day <= LAST_DAY and not is_workday(day):
            day += step
        if not FIRST_DAY <= day <= LAST_DAY:
            return None
    return day
