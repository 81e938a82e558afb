"""The public holidays that a text names."""

from __future__ import annotations

import pytest

from bot.speech.feasts import feasts_in


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("过年的时候开门吗", {"春节": "过年"}),
        ("除夕和大年初一休息，春节其余时间照常", {"春节": "除夕"}),
        ("五一、十一能办吗", {"劳动节": "五一", "国庆": "十一"}),
        ("国庆期间闭馆，中秋照常", {"国庆": "国庆", "中秋": "中秋"}),
        ("法定假开放吗", {"节假日": "法定假"}),
        ("十一月十一日十一点，第十一条，二十一人", {}),
        ("周末开门吗", {}),
    ],
)
def test_a_holiday_is_told_by_any_of_its_names(text: str, named: dict[str, str]) -> None:
    assert feasts_in(text) == named
