"""Months and years between days: adding then counting gives back what was added."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reckoning import last_of_month, months_after, whole_months, whole_years

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(-600, 600)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2025, 2, 28), 1, date(2025, 3, 28)),  # the corresponding day, not the last
        (date(2025, 8, 31), -6, date(2025, 2, 28)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)),
    ],
)
def test_a_period_ends_on_the_corresponding_day_or_the_last_of_the_month(start, months, end):
    assert months_after(start, months) == end


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2020, 5, 10), date(2025, 5, 9), 59),
        (date(2020, 5, 10), date(2025, 5, 10), 60),
        (date(2020, 2, 29), date(2021, 2, 27), 11),
        (date(2020, 2, 29), date(2021, 2, 28), 12),
        (date(2025, 1, 31), date(2025, 2, 27), 0),
        (date(2025, 1, 31), date(2025, 2, 28), 1),
        (date(2025, 3, 1), date(2025, 2, 28), -1),
        (date(2025, 3, 1), date(2025, 3, 1), 0),
    ],
)
def test_months_that_have_ended(start, end, months):
    assert whole_months(start, end) == months


@given(DAYS, MONTHS)
def test_counting_gives_back_what_was_added(start, months):
    assert whole_months(start, months_after(start, months)) == months


@given(DAYS, MONTHS)
def test_no_more_months_have_ended_the_day_before(start, months):
    ordinal = months_after(start, months).toordinal() - 1
    assert whole_months(start, date.fromordinal(ordinal)) < months


@given(DAYS, DAYS, DAYS)
def test_a_later_end_never_counts_less_and_a_later_start_never_more(one, two, three):
    start, middle, end = sorted((one, two, three))
    assert whole_months(start, middle) <= whole_months(start, end)
    assert whole_months(middle, end) <= whole_months(start, end)


@given(DAYS, DAYS)
def test_years_are_twelve_months(start, end):
    years = whole_years(start, end)
    assert months_after(start, years * 12) <= end < months_after(start, years * 12 + 12)


@given(DAYS)
def test_the_last_of_the_month_is_followed_by_the_first(day):
    last = last_of_month(day.year, day.month)
    assert date.fromordinal(last.toordinal() + 1).day == 1
    assert (last.year, last.month) == (day.year, day.month)
