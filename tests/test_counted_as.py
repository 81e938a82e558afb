"""What a notice makes a case count as decides where another sentence rests on it."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.counted_as import counted_as

NOTICE = """云泽渔港泊位管理办法

一、申请泊位的船主应当为专业船户，泊位每船一个。
二、与他人合伙购船的，不算专业船户。
三、挂桨船按辅助船收费。辅助船每月60元，主力船每月150元。
四、擅自离泊累计5次的船主，下一年不予安排泊位。因台风离泊并当天报告的，不计入擅自离泊。
五、复检通过的船只仍视为有不合格记录，有不合格记录的船只不得停靠一号码头。
"""

CANTEEN = """青坪老年食堂就餐须知

一、年满65周岁的居民可以办理就餐卡。
二、独居老人可以申请送餐。与子女同院居住的，不算独居。
三、志愿者按员工收费。员工每餐8元，来访客人每餐20元。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), harbour=NOTICE)


@pytest.fixture(scope="module")
def eat(asking):
    return asking(date(2031, 4, 2), canteen=CANTEEN)


def test_the_rules_are_read(make_notice) -> None:
    notice = make_notice("n", "办法", [("paragraph", s, -1) for s in NOTICE.split("\n")[2:]])
    found = [c for i in range(len(notice.clauses)) for c in counted_as(notice, i)]
    assert [(c.whole, c.counts, c.treated) for c in found] == [
        ("专业船户", False, False),
        ("辅助船", True, True),
        ("擅自离泊", False, False),
        ("有不合格记录", True, False),
    ]


def test_who_does_not_count_as_what_is_demanded_is_kept_out(ask) -> None:
    reply = ask("我跟两个朋友合伙买的船，能申请泊位吗")
    assert reply.verdict == "not_eligible"
    assert "不算专业船户" in reply.answer


def test_who_counts_as_what_is_held_against_somebody_is_kept_out(ask) -> None:
    assert ask("我这船复检才通过的，能停一号码头吗").verdict == "not_eligible"


def test_what_is_not_counted_against_somebody_is_to_their_good(ask) -> None:
    assert ask("我因为台风离泊，当天就报告了，离了5次，明年还给安排泊位吗").verdict != "not_eligible"


def test_one_is_dealt_with_as_the_notice_says(ask, eat) -> None:
    assert ask("我开的挂桨船，按主力船收费对吧").verdict != "eligible"
    assert ask("我是挂桨船，按60块交可以吗").verdict == "eligible"
    assert eat("我来当志愿者，按20块交可以吧").verdict == "not_eligible"


def test_who_tells_another_case_is_not_kept_out(ask, eat) -> None:
    assert ask("我自己一个人买的船，能申请泊位吗").verdict != "not_eligible"
    assert eat("我跟孩子不住一个院，自己独居，能申请送餐吗").verdict != "not_eligible"
    assert eat("我和儿子同院居住，能申请送餐吗").verdict == "not_eligible"
