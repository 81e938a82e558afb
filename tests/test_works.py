"""Whether a work may be handed in, by the demands on works of its kind."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市非遗研究奖申报通知

一、申报条件
申报人须具有本市户籍，从事非遗研究工作满3年。

二、材料准备

1、提交论文的要求：
（1）独立撰写或者以第一作者撰写，合作撰写原则上不超过4人。
（2）论文正文须3000字（含）以上。以外文发表的，需同时提供中文译稿。
（3）在校期间的毕业论文不可作为参评论文。

2、提交专著的要求：
（1）独立编著或者合著编写的专著，其中申报人撰写的字数不少于五万字。
（2）专著需公开出版。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 1), prize=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("论文三个人合写我排第一，3200字，能交吗", "eligible", "3000字"),
        ("论文我独立写的，2800字，能交不", "not_eligible", "3000字"),
        ("论文五个人合写的，我是一作，可以吗", "not_eligible", "4人"),
        ("论文三个人合写，我是第二作者，能交不", "not_eligible", "第一作者"),
        ("我的论文是英文的，没有中文译稿，能交吗", "not_eligible", "中文译稿"),
        ("专著是两个人合著的，我写了四万字，能交吗", "not_eligible", "五万字"),
        ("专著我写了六万字，可以交吗", "eligible", "五万字"),
    ],
)
def test_a_work_is_held_against_the_demands_on_its_kind(ask, question, verdict, says):
    answer = ask(question)
    assert answer.verdict == verdict
    assert says in answer.answer


def test_what_is_told_of_no_work_is_judged_by_the_conditions(ask):
    answer = ask("本市户口，研究非遗四年，能报吗")
    assert "论文" not in answer.answer


def test_a_bound_that_is_kept_to_frees_from_no_other_demand_beside_it(asking):
    text = "云浦市奖项通知\n\n一、作品\n由本人独立完成或者本人为第一作者；属合作撰写的，撰写人不超过3人。\n"
    answer = asking(date(2031, 4, 1), prize=text)("两个人合写我排第二，能交吗")
    assert answer.verdict == "not_eligible"
