"""States of which somebody is in one alone, schooling at most, and being retired or not yet."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.eligibility import judge_groups
from bot.verdict.verdicts import reader
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses

TEXT = """关于岸上学堂招生的通知

一、申请条件

申请人应同时符合下列条件：

1.遵守法律法规；

2.{condition}。
"""


@pytest.mark.parametrize(
    ("condition", "told", "state"),
    [
        ("未退休", "我已经退休了", "unmet"),
        ("未退休", "我还没退休", "met"),
        ("未就业", "我现在有工作", "unmet"),
        ("处于失业状态", "我失业在家", "met"),
        ("处于失业状态", "我在上班", "unmet"),
        ("未婚", "我结婚了", "unmet"),
        ("已婚", "结婚三年了", "met"),
        ("非在校学生", "我还在上大学", "unmet"),
        ("高中及以下学历", "我本科毕业", "unmet"),
        ("高中及以下学历", "我初中毕业", "met"),
        ("首次购房", "之前买过房", "unmet"),
        ("首次购房", "这是我第一套房", "met"),
        ("首次购房", "以前去过外地", "unknown"),
        ("处于失业状态", "我老公失业了，我自己在上班", "unmet"),
        ("非在校学生", "我快毕业了", "unknown"),
        ("育有两个以上子女", "就一个孩子", "unmet"),
        ("育有两个以上子女", "有三个孩子", "met"),
    ],
)
def test_one_state_decides_on_another_of_its_kind(condition: str, told: str, state: str) -> None:
    text = TEXT.format(condition=condition)
    notice = Notice("n", "关于岸上学堂招生的通知", "", text, parse_clauses(text), "n.txt")
    assert compile_groups(notice)
    person = reader(notice, date(2031, 5, 2))(f"{told}，能申请吗？")
    judged = [i for g in judge_groups(notice, person, "") for i in g.items]
    assert [i.state.value for i in judged if i.requirement.clause == 4] == [state]
