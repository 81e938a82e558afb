"""Tiers that a list gives, and who still studies."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """江畔镇加工坊认定申报指引
一、认定条件
认定为示范加工坊须同时满足以下条件：
（一）加工坊成立一年以上；
（二）近三个年度（经营不满三年的按实际经营时间计算，下同）的培训费用总额占营业收入总额的比例符合如下要求：
1.上一年营业收入小于50万元的加工坊企业，比例不低于6%；
2.上一年营业收入在50万元以上的加工坊企业，比例不低于3%。
（三）无安全事故。
"""
GUIDES = """江畔镇讲解员招募公告
一、招募条件
年满18周岁，身体健康。
二、下列人员不得报名
1.现役军人、在读的非应届毕业生；
2.已被辞退的人员。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("成立三年，上一年营业收入30万，培训费用占营业收入4%", "not_eligible"),
        ("成立三年，上一年营业收入30万，培训费用占营业收入7%", "eligible"),
        ("成立三年，上一年营业收入80万，培训费用占营业收入比例4%", "eligible"),
        ("成立三年，上一年营业收入80万，培训费用占营业收入比例2%", "not_eligible"),
    ],
)
def test_the_tier_that_one_is_in_decides(asking, told: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    ask = asking(date(2031, 5, 2), shops=NOTICE)
    assert ask(f"{told}，没出过安全事故，能认定吗？").verdict == verdict


def test_who_graduates_this_year_is_not_one_who_still_studies(asking) -> None:  # type: ignore[no-untyped-def]
    ask = asking(date(2031, 5, 2), guides=GUIDES)
    assert ask("我22岁，2031年应届硕士，能报名吗？").verdict == "eligible"
    assert ask("我20岁，是现役军人，能报名吗？").verdict == "not_eligible"
