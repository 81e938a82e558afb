"""Conditions of a notice that calls them by another word."""

from __future__ import annotations

from datetime import date

import pytest

QUOTA = """澜湾市车位摇号指南

1 总则
1.1 车位以摇号方式取得。

2 个人申请资格
2.1 申请人须年满18周岁，名下没有车位。
2.2 除2.1外，申请人还须属于下列人员之一：
a) 本市户籍人员；
b) 持有本市有效居住证的人员。

3 结果
3.1 摇号结果当日公布。
"""


@pytest.mark.parametrize("question", ["要什么条件", "摇号有什么条件", "车位摇号的条件是什么"])
def test_conditions_are_found_under_another_name(asking, question: str) -> None:
    answer = asking(date(2026, 3, 2), quota=QUOTA)(question)
    assert answer.outcome == "answered"
    assert "年满18周岁" in answer.answer
    assert "本市户籍" in answer.answer


def test_a_case_told_after_the_conditions_is_judged(asking) -> None:
    ask = asking(date(2026, 3, 2), quota=QUOTA)
    assert ask("我外地户口，没有居住证", after=ask("要什么条件")).verdict == "not_eligible"


@pytest.mark.parametrize("question", ["贷款有什么条件", "结婚要什么条件"])
def test_conditions_of_something_else_are_not_stated(asking, question: str) -> None:
    assert asking(date(2026, 3, 2), quota=QUOTA)(question).outcome == "unanswerable"
