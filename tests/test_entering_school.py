"""Who is about to begin at a school where that or being there lets in; an amount is no case to judge."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾区求学垫款办理公告

一、申请条件
借款人须同时符合以下条件：
1.已被全日制本科高校、高等专科学校正式录取的新生或高校在读学生；
2.未领取过同类垫款。

二、金额
专科生每人每年不超过9000元，本科生每人每年不超过12000元。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 8, 1), loan=NOTICE)


def test_who_was_just_admitted_is_not_turned_away(ask):
    assert ask("我今年刚考上大专，是新生，能申请吗").verdict != "not_eligible"
    assert ask("我大专毕业好几年了能申请吗").verdict == "not_eligible"


def test_how_much_one_gets_is_an_amount_whatever_is_told_before(ask):
    reply = ask("我是大专新生，最多能贷多少")
    assert reply.verdict is None
    assert "9000元" in reply.answer
