"""The day that somebody founded something, held against what a notice demands of it."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾区新店扶持申领指南

一、对象
具有本区户籍的返乡人员。

二、条件
申请人须同时满足以下条件：
1.店铺自登记注册之日起正常经营满1年；
2.吸纳就业1人以上；
3.登记注册时间在2028年1月1日（含）以后。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 5, 6), shop=NOTICE)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我是返乡人员，本区户口，去年4月开的店，招了1个人，能申请吗", "eligible"),
        ("返乡人员，本区户口，2027年5月注册的店，招了2个人，能申请吗", "not_eligible"),
        ("返乡人员，本区户口，上个月刚开的店，招了2个人，能申请吗", "not_eligible"),
        ("返乡人员，本区户口，去年1月开的店，一个员工都没招，能申请吗", "not_eligible"),
    ],
)
def test_when_it_was_founded_and_whom_it_took_on_decide(ask, told, verdict):
    assert ask(told).verdict == verdict


def test_when_somebody_was_born_says_nothing_of_the_day_it_was_founded(ask):
    reply = ask("返乡人员，本区户口，1990年3月生的，能申请吗")
    assert reply.verdict == "needs_info"
