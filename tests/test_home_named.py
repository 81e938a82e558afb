"""Who says where they are registered is told what a notice has for such people, by its own name for them."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云岭镇梨园幼儿园2031年秋季招生通告
一、报名时间
2031年5月6日至5月9日。
二、报名材料
（一）家长带幼儿的户口簿和出生证明。
（二）居住在本镇的非云岭镇户籍幼儿，还需交验：
1．监护人的居住证；
2．监护人的务工证明。
（三）本镇户籍幼儿，另交村委会开具的居住说明。
三、报名地点
本镇户籍幼儿到梨园幼儿园门卫室报名；非云岭镇户籍幼儿到云岭镇便民中心二楼报名。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 5, 1), 云岭镇梨园幼儿园2031年秋季招生通告=NOTICE)


@pytest.mark.parametrize(
    "question", ["我们是外省的，还要交什么材料", "湖北户口的孩子要交哪些材料", "户口在外地，要带什么"]
)
def test_who_is_from_elsewhere_is_told_what_they_bring(ask, question):
    answer = ask(question).answer
    assert "居住证" in answer
    assert "务工证明" in answer
    assert "村委会" not in answer


def test_who_is_from_elsewhere_is_sent_to_their_own_place(ask):
    assert "便民中心" in ask("外地户口的到哪里报名").answer


def test_a_paper_named_for_the_household_tells_nothing(ask):
    assert "出生证明" in ask("户口簿之外还要带什么").answer
