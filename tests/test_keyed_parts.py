"""Of several parts of a sentence the one that is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市体育中心收费公示

云浦市体育中心　2031年5月6日

一、游泳馆
收费标准:室内成人单次票:35元/张;室内成人充值卡:30元/次;室内学生单次票:20元/张;室内学生充值卡:16元/次。

二、开放时间
羽毛球馆:每日8:00至22:00;乒乓球馆:每日9:00至21:00。

"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    (folder / "pool.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2031, 6, 1), "pool")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("室内成人单次票多少钱", "室内成人单次票:35元/张"),
        ("室内学生充值卡一次多少钱", "室内学生充值卡:16元/次"),
    ],
)
def test_the_part_that_is_named_is_told_alone_and_cited_letter_by_letter(ask, question, told):
    answer = ask(question)
    assert answer.text.rstrip("。") == told
    assert answer.citations[0].quote.rstrip("。") == told


def test_what_names_no_part_is_told_whole(ask):
    text = ask("游泳收费标准是多少").text
    assert "35元" in text
    assert "20元" in text
