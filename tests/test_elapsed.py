"""How long ago something was."""

from __future__ import annotations

from datetime import date

import pytest

from bot.elapsed import elapsed

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
