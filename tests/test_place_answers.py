"""Where something is done, by the label of the place."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市茶艺培训班招生

1.报名办法。报名须经现场确认，学员持身份证前来办理确认、缴费等报名手续。报名地点：云浦市茶市路9号实训楼二楼，电话：5550101。
2.培训时间为5月4日至5月20日，培训地点设在东园会议中心。
3.培训费260元/人。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    (folder / "tea.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 4, 1), "tea")[0].text


@pytest.mark.parametrize(
    ("question", "says"),
    [("去哪报名", "茶市路9号"), ("报名地点呢", "茶市路9号"), ("在哪培训", "东园会议中心")],
)
def test_the_place_is_that_of_the_act(ask, question, says):
    assert says in ask(question)
