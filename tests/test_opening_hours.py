"""Whether an office is open then, by the hours that a notice gives."""

from __future__ import annotations

import pytest

from bot.telling.opening_hours import open_then

HOURS = "周一至周四（工作日上午8：30-11：30，下午2：00-5：00）"


@pytest.mark.parametrize(
    ("asked", "stands"),
    [
        ("周六上班吗", "周六不在写明的时间内。"),
        ("周五能去办吗", "周五在写明的时间内。"),  # a working day
        ("周三下午三点能去办吗", "下午三点在写明的时间内。"),
        ("中午有人吗", "中午不在写明的时间内。"),
        ("下午五点还能办吗", "下午五点不在写明的时间内。"),
        ("九点半去可以吗", "九点半在写明的时间内。"),
        ("国庆窗口上班吗", "写明的时间限于工作日，不含国庆。"),
        ("怎么去", ""),
        ("晚上几点点名", ""),
        ("中午几点到几点", ""),
    ],
)
def test_the_day_and_the_hour_asked_about(asked, stands):
    assert open_then(asked, HOURS) == stands


def test_a_part_of_the_day_that_is_open_in_part_is_not_settled():
    assert open_then("中午开吗", "每天11:30-12:30") == ""
    assert open_then("中午开吗", "每天11:30-14:00") == "中午在写明的时间内。"


def test_a_holiday_is_settled_only_where_working_days_are_named():
    assert open_then("春节上班吗", "周一至周五9:00-17:00") == ""


def test_hours_of_every_day_cover_the_weekend():
    assert open_then("周末开门吗", "每天9:00-17:00") == "周末在写明的时间内。"


def test_a_part_of_the_day_that_ends_where_the_hours_begin_is_outside_them():
    assert open_then("中午有人吗", "上午9:00-11:30，下午13:30-17:00") == "中午不在写明的时间内。"
