from decimal import Decimal

import pytest

from bot.figures.unit_counts import units_told


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("60平的要多少钱", "平方米", "60"),
        ("租半年多少钱", "月", "6"),
        ("租两年一共多少", "月", "24"),
        ("报三科多少钱", "科", "3"),
        ("3个学生交多少", "人", "3"),
        ("读四年学费多少", "学年", "4"),
    ],
)
def test_units_told(text: str, unit: str, count: str) -> None:
    assert units_told(text, unit) == Decimal(count)


@pytest.mark.parametrize(
    ("text", "unit"), [("2031年学费多少", "学年"), ("第3次多少钱", "次"), ("多少钱", "月")]
)
def test_years_and_places_are_no_counts(text: str, unit: str) -> None:
    assert units_told(text, unit) is None
