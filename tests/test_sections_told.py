"""The things that a notice gives, section by section."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦市青年扶持指南

一、租房补贴
（一）对象：在本市就业的青年。
（二）申请时间：每年4月、10月受理。
（三）材料：身份证、租赁合同。

二、购房补贴
（一）对象：首次购房的青年。
（二）申请时间：每年6月1日至6月20日。
（三）材料：身份证、购房合同、契税票据。

三、创业资助
（一）对象：创办企业满6个月的。
（二）申请时间：全年受理。
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("aid")
    (folder / "aid.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def talk(*turns):
        state = DialogueState()
        for turn in turns:
            answer, state = assistant.answer(turn, state, date(2032, 2, 1), "aid")
        return answer

    return talk


def test_two_sections_side_by_side(talk):
    first, second = talk("租房补贴和购房补贴有什么区别").text.splitlines()
    assert first.startswith("租房补贴：")
    assert "租赁合同" in first
    assert second.startswith("购房补贴：")
    assert "6月20日" in second


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("要哪些材料", ["租房补贴：材料：身份证、租赁合同", "购房补贴：材料：身份证、购房合同"]),
        ("什么时候申请", ["租房补贴：申请时间：每年4月", "购房补贴：", "创业资助：申请时间：全年受理"]),
    ],
)
def test_where_none_is_named_each_is_told(talk, question, told):
    answer = talk(question)
    assert answer.outcome == "answered"
    assert all(t in answer.text for t in told), answer.text


@pytest.mark.parametrize("turns", [("购房补贴要哪些材料",), ("购房补贴什么时候申请", "要哪些材料")])
def test_one_that_is_named_or_spoken_of_is_told_alone(talk, turns):
    text = talk(*turns).text
    assert "契税票据" in text
    assert "租赁合同" not in text
