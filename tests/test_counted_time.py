"""Time that does or does not count as work, and conditions settled already while others are open."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """2026年云岭市茶艺师职称评审通知
一、评审范围
在职专业技术人员，至申报截止日符合以下条件之一：
1、具有本市户籍；
2、近3年内在本市累计缴纳社会保险满18个月。
二、不适用人员
1、上一年度参加本市评审未获通过者（申报当年业绩突出且获得本专业县级及以上奖项者除外）。
三、学历、资历要求
符合以下条件之一可申报：
1、大学本科学历，从事茶艺工作满5年。
2、大学专科学历，从事茶艺工作满8年。
四、资历计算
在后勤岗位工作的经历不计入工作年限。脱产学习的时间须从工作年限中扣除。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("counted")
    (folder / "tea.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2026, 3, 1), "tea")[0]


@pytest.mark.parametrize(
    ("question", "quoted"),
    [("后勤岗干的三年算不算资历", "后勤"), ("脱产读研两年能算工作年限吗", "脱产")],
)
def test_time_that_is_taken_off_does_not_count(ask, question, quoted):
    answer = ask(question)
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert quoted in answer.citations[0].quote


def test_of_other_time_nothing_is_said(ask):
    assert not ask("志愿服务算不算工作年限").text.startswith("不算")


@pytest.mark.parametrize(
    ("question", "state"),
    [("社保交了20个月，能申报吗", ConditionState.MET), ("社保交了10个月，能申报吗", ConditionState.UNMET)],
)
def test_what_is_settled_is_told_before_what_is_open(ask, question, state):
    answer = ask(question)
    assert answer.verdict is Verdict.NEEDS_INFO
    first = answer.conditions[0]
    assert first.state is state
    assert "18个月" in first.text


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("去年没评上，但拿过市里的奖，今年能报吗", Verdict.NEEDS_INFO),
        ("去年没评上，只拿过单位里的奖，今年能报吗", Verdict.NOT_ELIGIBLE),
    ],
)
def test_an_award_is_held_against_the_level_that_an_exception_asks_for(ask, question, verdict):
    assert ask(question).verdict is verdict


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("大专干了5年能评职称吗", "满8年"),
        ("我大专，干了5年，还要几年才能评职称", "满8年"),  # asks whether enough by asking what is lacking
    ],
)
def test_the_way_that_only_time_stands_against_comes_first(ask, question, first):
    answer = ask(question)
    assert answer.verdict is Verdict.NOT_ELIGIBLE
    assert first in answer.conditions[0].text


def test_a_degree_too_low_for_a_higher_way_is_not_told_while_another_is_open(ask):
    answer = ask("本科毕业，能申报吗")
    assert answer.verdict is Verdict.NEEDS_INFO
    assert not any(c.state is ConditionState.UNMET for c in answer.conditions)
