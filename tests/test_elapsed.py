"""How long ago something was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.person.elapsed import age_between, elapsed, months_between, months_covered

DAY = date(2025, 9, 9)


@pytest.mark.parametrize(
    ("said", "unit", "least", "most"),
    [
        ("6月10日考过，9月10日再考", "个月", 3, 3),
        ("6月11日考过，9月10日再考", "个月", 2, 3),
        ("2024年9月9日发的证", "个月", 12, 12),
        ("2024年9月8日发的证", "个月", 12, 13),
        ("2020年9月被处分", "年", 4.9, 5.1),
        ("2020年被处分", "年", 4.6, 5.75),
        ("到现在刚70天", "日", 70, 70),
        ("断了两个月", "个月", 2, 2),
    ],
)
def test_elapsed(said: str, unit: str, least: float, most: float) -> None:
    found = elapsed(said, DAY, unit)
    assert found is not None
    assert least <= float(found.much.low) <= float(found.much.high) <= most


def test_nothing_said() -> None:
    assert elapsed("还能报吗", DAY, "日") is None


def test_without_the_day_of_asking_nothing_is_reckoned() -> None:
    assert elapsed("2024年9月9日发的证", None, "个月") is None


def test_what_is_counted_is_told() -> None:
    found = elapsed("2024年9月9日发的证", DAY, "个月")
    assert found is not None
    assert found.shown == "2024年9月9日到2025年9月9日共满12个月"


def test_a_part_of_a_month_is_more_than_the_months_before_it_and_less_than_one_more() -> None:
    exact, over = (months_between(date(2025, 5, day), date(2025, 8, 10)) for day in (10, 9))
    assert (exact.low, exact.high) == (3, 3)
    assert (over.low, over.high, over.open_low, over.open_high) == (3, 4, True, True)


@pytest.mark.parametrize(
    ("first", "end", "low", "high"),
    [
        (date(2020, 7, 1), date(2025, 12, 31), 66, 66),
        (date(2020, 7, 1), date(2025, 12, 27), 65, 66),
        (date(2024, 2, 29), date(2025, 2, 27), 12, 12),
        (date(2025, 3, 1), date(2025, 2, 27), 0, 0),
    ],
)
def test_both_ends_of_a_time_worked_are_days_of_it(first: date, end: date, low: int, high: int) -> None:
    months = months_covered(first, first, end)
    assert (months.low, months.high) == (low, high)


@given(st.dates(date(1930, 1, 1), DAY), st.dates(date(1930, 1, 1), DAY))
def test_a_span_of_days_holds_the_age_of_whoever_was_born_on_any_of_them(one: date, two: date) -> None:
    first, last = sorted((one, two))
    both = age_between(first, last, DAY)
    for day in (first, last):
        assert both.low <= age_between(day, day, DAY).low <= both.high
