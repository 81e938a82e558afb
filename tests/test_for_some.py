"""What a sentence grants to some is told with what it grants to all, and counts no member of a family."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾区安居补助办法

一、标准
（一）租住公寓的，每人每年最高9000元；多子女家庭（两个及以上未成年子女）每人每年最高15000元。
（二）购房的，一次性补助3万元。购房合同备案之日起2年内申请。

二、门票
成人每人35元；儿童每人20元。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), grant=NOTICE)


def test_the_amount_for_some_is_told_as_well(ask):
    assert "15000元" in ask("租公寓能补多少钱").answer


def test_a_case_told_afterwards_is_held_against_no_other_sentence(ask):
    reply = ask("我有两个娃", after=ask("租公寓能补多少钱"))
    assert reply.verdict != "not_eligible"
    assert "15000元" in reply.answer


def test_members_of_a_family_are_no_number_of_payers(ask):
    assert "30000" not in ask("我家两个孩子，租公寓一年补多少").answer
