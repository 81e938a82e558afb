"""A day of the calendar that is asked for, and lengths of time and days of others' acts beside it."""

from datetime import date

import pytest

FAIR = """云浦市手工集市摊位招募须知

一、流程
报名摊主变更经营品类的，应当自变更之日起20日内报告；逾期未报告的，经催告10日内仍不报告的，取消摊位。
报名摊主于4月8日至5月10日在“云浦集市”小程序填报。
街道和园区5月28日前完成初审，材料不齐的，3个工作日内补正。
6月30日以前审核通过的，8月底前发放摊位证。

二、结果
面试结束后15个工作日内公布入选名单。
"""


@pytest.mark.parametrize("asked", ["今年报名最晚到几号", "报名最迟哪天填"])
def test_the_day_by_which_to_apply_goes_before_lengths_and_the_days_of_officials(asking, asked):
    assert "5月10日" in asking(date(2026, 4, 1), fair=FAIR)(asked).answer.splitlines()[0]


def test_a_length_of_time_is_told_where_no_day_is_stated_of_it(asking):
    assert "15个工作日" in asking(date(2026, 4, 1), fair=FAIR)("面试结束以后哪天公布入选名单").answer
