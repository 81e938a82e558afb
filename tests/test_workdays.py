"""Workdays by the arrangement of holidays that is announced for each year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values.workdays import FIRST_DAY, LAST_DAY, feast_after, workday_after


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [
        (date(2025, 6, 9), 5, date(2025, 6, 16)),  # over a weekend
        (date(2025, 4, 30), 1, date(2025, 5, 6)),  # over the holidays of May
        (date(2025, 4, 25), 1, date(2025, 4, 27)),  # a Sunday that is worked in exchange
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
        (date(2025, 5, 6), -1, date(2025, 4, 30)),
        (date(2025, 6, 7), 0, date(2025, 6, 7)),
    ],
)
def test_the_workday_after_so_many(day, count, after):
    assert workday_after(day, count) == after


@pytest.mark.parametrize(
    ("day", "count"),
    [(LAST_DAY, 1), (LAST_DAY - timedelta(days=10), 20), (date(2099, 1, 4), 1), (FIRST_DAY, -1)],
)
def test_past_the_known_arrangements_nothing_is_guessed(day, count):
    assert workday_after(day, count) is None


@given(st.dates(date(2005, 1, 1), date(2025, 6, 30)), st.integers(0, 60))
def test_one_more_workday_is_a_later_day(day, count):
    one, two = workday_after(day, count), workday_after(day, count + 1)
    assert one is not None
    assert two is not None
    assert one < two


@pytest.mark.parametrize(
    ("day", "days"),
    [
        (date(2026, 3, 1), (date(2026, 10, 1), date(2026, 10, 7))),
        (date(2026, 10, 3), (date(2026, 10, 1), date(2026, 10, 7))),
        (date(2099, 1, 1), None),
    ],
)
def test_the_next_days_off_for_a_feast(day, days):
    assert feast_after("国庆", day) == days
