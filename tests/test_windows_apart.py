"""Windows that stand in one clause, each with a name of its own, and days without a year."""

from __future__ import annotations

from datetime import date

import pytest

CALL = """灯会引导员招募公告

灯会将于2026年9月10日至10月20日举行。
一、招募方式
个人报名：5月1日至6月15日。团体报名：5月1日至5月20日，每队不少于10人。
二、资格审核
网上填报：5月1日至5月31日。单位推荐：6月10日前。纸质材料受理：7月1日至7月5日。
三、集训
男队员报名时间为2026年3月1日至8月1日；女队员报名时间为2026年7月1日至8月1日。
"""


@pytest.mark.parametrize(
    ("day", "question", "verdict"),
    [
        (date(2026, 5, 25), "我们单位想组团报名，现在还可以报吗", "not_eligible"),
        (date(2026, 5, 15), "团体报名现在还能报吗", "eligible"),
        (date(2026, 6, 5), "网上填报现在还开着吗", "not_eligible"),
        (date(2026, 7, 3), "纸质材料现在还能受理吗", "eligible"),
        (date(2026, 6, 5), "我是女的，集训现在能报名吗", "not_eligible"),
        (date(2026, 6, 5), "我是男的，集训现在能报名吗", "eligible"),
    ],
)
def test_each_window_is_told_by_its_own_name(asking, day: date, question: str, verdict: str) -> None:
    assert asking(day, call=CALL)(question).verdict == verdict
