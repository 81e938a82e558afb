"""Which way money goes: paid in, or paid out."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦学院学生医保指南

一、住院
一级医院起付线300元，三级医院起付线900元。
二、大病
大病救助每人最高补助6000元。
三、参保
学生医保缴费标准：每人每年260元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ways")
    (folder / "care.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2031, 6, 1), "care")[0].text


@pytest.mark.parametrize(
    ("question", "first"),
    [("医保一年交多少", "260元"), ("大病能补多少", "6000元"), ("医保要缴多少", "260元")],
)
def test_the_amount_told_first_goes_the_way_asked_about(ask, question, first):
    assert first in ask(question).split("\n")[0]
