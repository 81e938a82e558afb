"""Whether something may be done in a month, by what a notice says of every year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云岫省自学考试考生须知

一、报名
每年3月、9月各报名一次，由考生在网上办理。

二、医疗保险
在校考生每年11月至次年1月缴费，每人260元。

三、窗口
游泳馆：6月至9月开放。
门诊认定每月1日至10日申请，当月公布。
春节期间（2月10日至2月17日）窗口暂停服务。平时周一至周五9:00至17:00受理。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("yearly")
    (folder / "exam.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text, day=date(2031, 3, 1): assistant.answer(text, DialogueState(), day, "exam")[0]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("5月能报名吗", "not_eligible"),
        ("9月份可以报名吗", "eligible"),
        ("can I register in May", "not_eligible"),
        ("12月能交医保吗", "eligible"),
        ("1月还能缴费吗", "eligible"),
        ("6月还能缴费吗", "not_eligible"),
    ],
)
def test_a_month_is_held_against_those_of_every_year(ask, question, verdict):
    answer = ask(question)
    assert answer.verdict == verdict
    assert "每年" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["什么时候报名", "3月15日能报名吗", "5月能补考吗"])
def test_other_questions_are_not_answered_so(ask, question):
    assert "在写明的月份内" not in ask(question).text


def test_a_holiday_that_the_notice_speaks_of_is_told(ask):
    assert "暂停服务" in ask("过年窗口上班吗").text


@pytest.mark.parametrize(
    ("question", "day", "verdict"),
    [
        ("游泳馆现在开放了吗", date(2031, 5, 8), "not_eligible"),
        ("7月游泳馆开放吗", date(2031, 5, 8), "eligible"),
        ("这个月还能申请门诊认定吗", date(2031, 2, 12), "not_eligible"),
        ("门诊认定8号能申请吗", date(2031, 2, 2), "eligible"),
        ("门诊认定现在能申请吗", date(2031, 2, 5), "eligible"),
    ],
)
def test_a_season_and_the_days_of_every_month_are_held_against_now(ask, question, day, verdict):
    assert ask(question, day).verdict == verdict
