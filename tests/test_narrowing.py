"""Evidence of what is plainly another thing or another day is left out."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

REPORT = """云浦市数据中心2031年工作简报

云浦市数据中心　2031年12月6日

一、来访
3月11日下午，城东区副区长一行来中心调研，双方就合作作了交流。

9月10日，江北县县长一行来中心考察，中心主任作了接待。

二、职工福利
职工子女入托后，每月可享受80元的托育补贴。
"""
SELECTION = """关于遴选第四批云链企业的通知

云浦市产业局　2031年5月6日

一、申报条件
云链企业须注册在本市。第四批云链企业由区级推荐产生。

二、时间
申报截止时间为2031年6月30日。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("narrowing")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "selection.txt").write_text(SELECTION, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 6, 1))[0]


@pytest.mark.parametrize(("question", "who"), [("3月11号谁来调研", "城东"), ("9月10日谁来了", "江北")])
def test_an_event_of_the_day_named(ask, question, who):
    answer = ask(question)
    assert who in answer.text
    assert len({c.locator for c in answer.citations}) == 1


def test_a_benefit_of_another_notice_does_not_answer(ask):
    answer = ask("云链企业有没有补贴")
    assert answer.outcome == "unanswerable"
    assert "80元" not in answer.text


def test_another_batch_is_not_answered_for(ask):
    assert ask("第五批云链企业有多少家").outcome == "unanswerable"
    assert ask("第四批云链企业什么时候截止").outcome == "answered"
