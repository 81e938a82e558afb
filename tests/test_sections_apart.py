"""Sections that are each of something else: the cases of one thing, and the items of a newsletter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from corpus.conditions.schemes import scheme_sections
from corpus.notice import Notice
from corpus.rules.rules import targets_of
from corpus.tree.clauses import parse_clauses

CASES = """关于蜂场保证金领取条件的公告
一、蜂场仍在经营的
应当同时符合下列条件：
（一）经营满6年；
（二）保证金余额不低于9000元；
（三）未受过处罚。
二、蜂场已经关闭的
应当同时符合下列条件：
（一）关闭满2年；
（二）没有其他欠款。
三、办理方式
到镇农业站办理。
"""

NEWS = """青禾镇工作简报
第7期
○镇里开放蜂箱更新补助
近日，镇农业站开展蜂箱更新补助。申请人须在本镇养蜂满4年，蜂箱不少于30个。
○老年食堂开始办卡
年满75周岁、具有本镇户籍的老年人，可以到食堂申领饭卡。
○割蜜比赛接受报名
镇工会举办割蜜比赛，参赛选手须年满18周岁，每人限报1个组别。
"""

EACH = """公积金提取须知
一、各情形的条件和额度
（一）出境定居。户口注销满3个月的，可以提取余额。
（二）重大疾病。自付费用超过2万元的，可以提取自付部分。
二、材料
身份证。
"""


def notice(text: str) -> Notice:
    return Notice("n", text.partition("\n")[0], "", text, parse_clauses(text), "n.txt")


def test_the_cases_of_one_thing_are_sections_of_their_own() -> None:
    assert list(scheme_sections(notice(CASES)).values()) == ["蜂场仍在经营", "蜂场已经关闭"]
    assert [t.name for t in targets_of(notice(CASES))] == ["蜂场仍在经营", "蜂场已经关闭"]


def test_headings_that_only_end_in_de_open_no_case() -> None:
    text = "办法\n一、有下列情形的\n1.养蜂满3年；\n二、不予受理的\n1.受过处罚的；\n2.欠款的。\n"
    assert not scheme_sections(notice(text))


def test_items_of_a_newsletter_are_never_joined() -> None:
    targets = targets_of(notice(NEWS))
    assert {t.name for t in targets} == {"镇里开放蜂箱更新补助", "老年食堂开始办卡", "割蜜比赛接受报名"}
    assert all(len(t.groups) == 1 for t in targets)


def test_a_heading_may_say_that_it_is_of_each_case() -> None:
    assert list(scheme_sections(notice(EACH)).values()) == ["出境定居", "重大疾病"]


Ask = Callable[[str, str], AskResponse]


@pytest.fixture(scope="module")
def ask(asking) -> Ask:  # type: ignore[no-untyped-def]
    asked = asking(date(2031, 5, 2), cases=CASES, news=NEWS)
    return lambda notice, question: asked(question, notice)


@pytest.mark.parametrize(
    ("name", "question", "verdict"),
    [
        ("cases", "蜂场关闭三年了，没有其他欠款，保证金能领吗？", "eligible"),
        ("cases", "蜂场关闭一年，保证金能领吗？", "not_eligible"),
        ("cases", "蜂场还在经营，经营了4年，保证金能领吗？", "not_eligible"),
        ("news", "我17岁，能参加割蜜比赛吗？", "not_eligible"),
        ("news", "我在本镇养蜂5年，有40个蜂箱，能申请蜂箱更新补助吗？", "eligible"),
        ("news", "我奶奶76岁，本镇户口，能申领饭卡吗？", "eligible"),
    ],
)
def test_the_section_is_chosen_by_what_is_told(ask: Ask, name: str, question: str, verdict: str) -> None:
    assert ask(name, question).verdict == verdict
