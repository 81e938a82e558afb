"""How long ago something was."""

from __future__ import annotations

from datetime import date

import pytest

from bot.elapsed import days_in, elapsed

DAY = date(2025, 9, 9)


@pytest.mark.parametrize(
    ("said", "unit", "least", "most"),
    [
        ("6月10日考过，9月10日再考", "个月", 3, 3),
        ("6月11日考过，9月10日再考", "个月", 2, 2.9),
        ("2024年9月9日发的证", "个月", 12, 12),
        ("2024年9月8日发的证", "个月", 12.1, 12.9),
        ("2020年9月被处分", "年", 5, 5.1),
        ("到现在刚70天", "日", 70, 70),
        ("断了两个月", "个月", 2, 2),
    ],
)
def test_elapsed(said: str, unit: str, least: float, most: float) -> None:
    found = elapsed(said, DAY, unit)
    assert found is not None
    assert least <= float(found.amount) <= most


def test_nothing_said() -> None:
    assert elapsed("还能报吗", DAY, "日") is None


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2024年2月29日", [date(2024, 2, 29)]),
        ("2023年2月29日", []),
        ("24年3月", [date(2024, 3, 1)]),
        ("97.5.6", [date(1997, 5, 6)]),
        ("去年7月8号", [date(2024, 7, 8)]),
        ("前年12月", [date(2023, 12, 1)]),
        ("8月1日和8月20日", [date(2025, 8, 1), date(2025, 8, 20)]),
        ("13月1日", []),
        ("交了3个月", []),
        ("", []),
    ],
)
def test_days_named(said: str, days: list[date]) -> None:
    assert list(days_in(said, DAY)) == days


def test_without_the_day_of_asking_nothing_is_reckoned() -> None:
    assert elapsed("2024年9月9日发的证", None, "个月") is None


def test_what_is_counted_is_told() -> None:
    found = elapsed("2024年9月9日发的证", DAY, "个月")
    assert found is not None
    assert found.shown == "2024年9月9日到2025年9月9日共满12个月"
