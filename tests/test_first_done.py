"""Who says nothing of what has to be done first is not held to what follows it."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾社区健身卡使用须知

一、续费
年卡到期前可以按年续费，续费满12个月的赠送1个月。年卡可改为按次扣费，改签后不再办理按年续费。

二、停卡
停卡6个月以上的，应重新体测，经教练确认后方可使用器械。

三、收费
项目\t会员\t非会员
入会（元/人）\t50\t90
补卡（元/张）\t15\t15
私教费由教练自行收取，不在此列。

四、问答
问：停卡后还能转让年卡吗？
答：可以，一年限转一次。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), card=NOTICE)


def test_a_prohibition_on_who_did_something_is_not_for_others(ask):
    assert ask("我办的年卡能按年续费吗").verdict != "not_eligible"
    assert ask("改签以后还能按年续费吗").verdict == "not_eligible"


def test_a_bound_of_who_has_to_do_something_anew_is_not_met_to_their_good(ask):
    reply = ask("停卡半年多了还能用器械吗")
    assert reply.verdict != "eligible"
    assert "应重新体测" in reply.answer


def test_what_comes_after_an_act_is_found_by_either_word(ask):
    assert "一年限转一次" in ask("停卡了以后还能转让年卡不").answer


def test_the_sentence_that_names_the_fee_is_told_before_rows_that_do_not(ask):
    reply = ask("私教费多少")
    assert "私教费由教练自行收取" in reply.answer
    assert "补卡" not in reply.answer
