"""The most that somebody may get, where a notice bounds it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市青年扶持指南

一、租房补贴
（一）标准：博士每月1900元、硕士每月1300元，每人累计不超过30个月，每户最高不超过4万元。
（二）材料：身份证、租赁合同。

二、创业资助
（一）标准：按带动就业人数每人2500元给予资助，每家企业最高12万元。
（二）时间：全年受理。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("caps")
    (folder / "caps.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        answer, _ = assistant.answer(question, DialogueState(), date(2032, 2, 1), "caps")
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("租房补贴一个人最多领几个月", "每人累计不超过30个月"),
        ("租房补贴最多领多久", "每人累计不超过30个月"),
        ("一户最多补多少", "每户最高不超过4万元"),
        ("创业资助最多多少", "每家企业最高12万元"),
        ("一家企业上限是多少钱", "每家企业最高12万元"),
    ],
)
def test_the_bound_on_whom_is_asked_about(ask, question, says):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert answer.text.startswith(says), answer.text


def test_what_one_of_them_gets_is_the_most(ask):
    assert "12万元" in ask("带动就业一家企业能拿多少").text


@pytest.mark.parametrize("question", ["一个人最多拿多少钱", "购车补贴最多多少钱", "租房补贴最多交几份材料"])
def test_a_bound_on_another_or_of_another_thing_is_not_told(ask, question):
    text = ask(question).text
    assert not text.startswith("每")


HERDS = """石桥镇机具补贴办法

一、数量
（三）同一补贴对象年度内享受补贴购置机具数量不超过7台，其中拖拉机不超过3台，打谷机不超过2台。
二、评定
（一）提出意见后公示7天；有异议的组织民主评议。
"""


def test_the_bound_on_all_comes_before_those_on_its_parts(asking):
    ask = asking(date(2026, 5, 10), herds=HERDS)
    assert ask("一个人一年最多买几台").answer.startswith("同一补贴对象年度内享受补贴购置机具数量不超过7台")
    assert "3台" in ask("最多买几台拖拉机").answer
    assert ask("机具坏了找谁修").outcome == "unanswerable"
    assert ask("评议不过怎么办").outcome == "unanswerable"
