"""The public holidays that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.speech.feasts import acts_in_months, feasts_in, in_months


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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("过完国庆再报名", "10月再报名"),
        ("端午前考完", "6月前考完"),
        ("春节后报名", "2月报名"),
        ("元旦前提交", "12月前提交"),
        ("国庆期间报名", "国庆期间报名"),  # on the days off themselves
        ("国庆后几点开门", "国庆后几点开门"),
    ],
)
def test_what_is_done_before_or_after_a_holiday_is_done_in_a_month(text: str, plain: str) -> None:
    assert acts_in_months(text, date(2026, 1, 20)) == plain


def test_a_holiday_past_the_calendar_is_in_its_month_where_the_sun_sets_it() -> None:
    assert in_months("清明报名", date(2060, 1, 1)) == "4月报名"
    assert in_months("端午报名", date(2060, 1, 1)) == "端午报名"


def test_the_end_of_the_year_is_its_last_month() -> None:
    assert in_months("年底前考完", date(2026, 1, 20)) == "12月前考完"
