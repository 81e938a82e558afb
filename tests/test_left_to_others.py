"""What a notice only leaves to others is not stated, and what it states beside stays."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """河道垂钓证办理问答

一、办证
（一）垂钓证每年80元，持证人每日限用2根鱼竿。
（二）申请须提交身份证和一张照片，5个工作日内发证。
（三）禁渔期为每年4月1日至6月30日。
二、其他
（一）游船租赁由景区公司办理，露营许可由林业部门受理，本所不负责。
（二）水库夜钓另有规定。
（三）渔业补贴按农业农村部门有关规定执行。
（四）竞赛用船的检验另行发文。
（五）遗失补证的，凭身份证当场补办，补证工本费5元；其他证件的补办，执行各发证机关规定。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), fishing=NOTICE)


@pytest.mark.parametrize(
    "question",
    [
        "渔业补贴一亩给多少",
        "水库夜钓到几点结束",
        "露营许可要带啥",
        "游船租赁多少钱一小时",
        "竞赛用船几号检验",
    ],
)
def test_it_is_refused(ask, question):
    assert ask(question, None).outcome == "unanswerable"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("垂钓证一年多少钱", "80元"),
        ("禁渔期到哪天", "6月30日"),
        ("遗失补证要多少工本费", "5元"),
        ("露营许可找哪个部门", "林业部门"),
    ],
)
def test_what_is_stated_and_to_whom_it_is_left_are_told(ask, question, told):
    answer = ask(question, None)
    assert answer.outcome == "answered"
    assert told in answer.answer
