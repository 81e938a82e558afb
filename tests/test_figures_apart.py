"""Figures of something else than what a condition measures, and days of something else than its event."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.eligibility import judge_groups
from bot.verdict.verdicts import reader
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses

LIST = """关于岸上学堂补贴的通知

一、申请条件

{lead}

1.遵守法律法规；

2.{condition}。
"""
DEMANDS = "申请人应同时符合下列条件："
KEEPS_OUT = "有下列情形之一的，不得申请："


def state(condition: str, told: str, lead: str = DEMANDS) -> str:
    text = LIST.format(lead=lead, condition=condition)
    notice = Notice("n", "关于岸上学堂补贴的通知", "", text, parse_clauses(text), "n.txt")
    assert compile_groups(notice)
    person = reader(notice, date(2031, 5, 2))(f"{told}，能申请吗？")
    (item,) = (i for g in judge_groups(notice, person, "") for i in g.items if i.requirement.clause == 4)
    return str(item.state.value)


@pytest.mark.parametrize(
    ("condition", "told", "expected"),
    [
        ("家庭人均月收入不高于2800元", "买了套新房，80万", "unknown"),
        ("家庭人均月收入不高于2800元", "一个月到手3000元", "unmet"),
        ("培训出勤率80%以上", "一半画面是拼出来的", "unknown"),
        ("培训出勤率80%以上", "出勤率才一半", "unmet"),
        ("一个记分周期内没有记满12分", "初评得了74分", "unknown"),
        ("一个记分周期内没有记满12分", "没扣满过12分", "met"),
        ("培训期满5天", "那船三天两头坏", "unknown"),
        ("与用人单位签订1年以上劳动合同", "居住证拖了50天才续上签注", "unknown"),
        ("与用人单位签订1年以上劳动合同", "合同签了半年", "unmet"),
        ("企业成立满1年", "手里有居住登记凭证，办了两个月", "unknown"),
        ("企业成立满1年", "店开了两年了", "met"),
        ("缴费基数不超过20000元", "账户余额6万", "unknown"),
    ],
)
def test_a_figure_counts_for_what_it_is_told_of(condition: str, told: str, expected: str) -> None:
    assert state(condition, told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("在厂里修船，今年23", "met"),
        ("船员证去年8月被吊销的", "unmet"),
        ("船员证2019年8月被吊销的", "met"),
    ],
)
def test_a_day_counts_for_the_event_that_is_told_with_it(told: str, expected: str) -> None:
    assert state("被吊销船员证未满3年的", told, KEEPS_OUT) == expected
