"""Whose mail and telephone is asked for, among the notices of several offices."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

BULLETIN = """云浦省茶叶协会简报

2031年上半年茶叶产销情况
上半年全省茶叶产值52亿元，同比增长3.1%。

编辑部地址：云浦市茶市路9号
电话：0999-5550101
E-mail:tea@example.org

云浦省茶叶协会
2031年7月31日
"""
EXAM = """云浦评价有限公司茶艺师评价通知

一、报名
报名时间为每月1日至10日，联系电话：0999-5550202，邮箱：exam@example.org。

云浦评价有限公司
2031年1月5日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("offices")
    (folder / "bulletin.txt").write_text(BULLETIN, encoding="utf-8")
    (folder / "exam.txt").write_text(EXAM, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 8, 1))[0].text


@pytest.mark.parametrize(
    ("question", "says"),
    [("协会邮箱", "tea@"), ("协会电话多少", "5550101"), ("评价公司的邮箱", "exam@")],
)
def test_the_contact_is_of_the_office_named(ask, question, says):
    assert says in ask(question)
