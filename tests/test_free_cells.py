"""A cell that says in words that nothing is paid is the amount of its row."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青禾社区学堂2031年春季班报名须知

一、班次
班次名称\t课时\t面向对象\t学费（元/期）\t说明
剪纸（入门）\t16\t少年\t免学费\t
陶艺\t20\t成人\t260\t泥料另付45元
二胡\t24\t成人\t310
合唱\t12\t老人\t免费\t每期晚会一次

二、材料
报名带户口簿。教材费30元。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 2, 1), school=NOTICE)


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        ("剪纸学费多少", "免学费", "310"),
        ("合唱班学费", "免费", "310"),
        ("合唱要交学费吗", "免费", "260"),
        ("陶艺学费多少", "260元/期", "310"),
    ],
)
def test_a_row_free_of_charge_answers_what_it_costs(ask, question, says, never):
    reply = ask(question)
    assert says in reply.answer
    assert never not in reply.answer
    assert "免学费元" not in reply.answer


def test_a_follow_up_stays_with_the_row_spoken_of(ask):
    reply = ask("学费呢", after=ask("剪纸几课时"))
    assert "免学费" in reply.answer
    assert "260" not in reply.answer


def test_rows_free_of_charge_are_among_those_to_choose_from(ask):
    assert {"剪纸", "二胡"} <= {w for w in ("剪纸", "二胡") if w in ask("学费多少").answer}
