"""Workdays by the calendar that the State Council (国务院办公厅) sets for each year.

The arrangement of holidays and of the weekends worked in exchange is announced a year at a time, so it is
known up to a last year only; past that nothing is guessed. Data: the package chinesecalendar (MIT).
"""

from __future__ import annotations

from datetime import date, timedelta

from chinese_calendar import is_workday
from chinese_calendar.constants import holidays

__all__ = ["FEASTS", "FIRST_DAY", "LAST_DAY", "feast_after", "workday_after"]

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


# The feasts by the package's names for them.
FEASTS = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明": "Tomb-sweeping Day",
    "劳动节": "Labour Day",
    "端午": "Dragon Boat Festival",
    "中秋": "Mid-autumn Festival",
    "国庆": "National Day",
}


def feast_after(feast: str, day: date) -> tuple[date, date] | None:
    """The first and the last day off of the next `feast` that is not over on `day`; None where the calendar
    does not reach."""
    free = [d for d, name in holidays.items() if name == FEASTS[feast] and d >= day]
    if not free:
        return None
    first = min(free)
    while holidays.get(first - timedelta(days=1)) == FEASTS[feast]:
        first -= timedelta(days=1)
    return first, max(d for d in free if d - first < timedelta(days=20))
