"""What is told beside a question of time decides whatever the day; who is not taken is told from who is."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 9, 22)
SPEECH = """河湾语言测试站口语测试公告

一、报名对象
（一）年满18周岁的社会人员。
（二）听障人员可以申请专门测试。
距上一次测试时间不满3个月的，不得报名。曾在本站代考的，不得报名。
二、时间
报名时间：2026年9月21日至9月25日。
三、费用
测试费50元，须在报名时缴纳；未录取的全额退还；缴费后因个人原因不参加测试的，不予退费。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("现在还能报名吗", "eligible"),
        ("我8月1号刚测试过一次，现在能报名吗", "not_eligible"),
        ("我8月1号测试过一次，可以报名吗", "not_eligible"),
        ("我5月1号测试过一次，现在能报名吗", "eligible"),
        ("报了名去不了能退钱吗", "not_eligible"),
        ("不去考试能退费吗", "not_eligible"),
        ("要是没录取，测试费能退吗", "eligible"),
    ],
)
def test_what_is_told_beside_the_time_decides(asking, question: str, verdict: str) -> None:
    assert asking(DAY, speech=SPEECH)(question).verdict == verdict


HOMES = """云浦市保障房申请须知

有下列情形之一的，不予受理：
1．申请之日前5年内转让过本市住房的；
2．正在承租直管公房的。
受理时间：2026年9月1日至9月30日。
"""


def test_a_house_sold_is_one_made_over(asking) -> None:
    ask = asking(DAY, homes=HOMES)
    assert ask("去年把本市的房子卖了，现在没房，还能申请吗").verdict == "not_eligible"
    assert ask("现在还能申请吗").verdict == "eligible"
