"""Lines of a record are looked at with the other lines of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.records import record_beside
from index.snapshot import open_or_build

NOTICE = """云浦市计划停气通告

云浦市燃气公司　2031年5月6日

停气时间：6月3日22:00至6月4日7:00
停气原因：更换阀门
影响区域：望江区石桥路、柳荫里沿线用户。
停气时间：6月3日23:00至6月4日4:00
停气原因：管道迁改
影响区域：城南区麦田路、青禾花园一带用户。
请上述用户关好阀门。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("records")
    (folder / "gas.txt").write_text(NOTICE, encoding="utf-8")
    return load_corpus(folder)


@pytest.fixture(scope="module")
def ask(library, tmp_path_factory):
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda text: assistant.answer(text, DialogueState(), date(2031, 6, 1), "gas")[0]


def test_a_line_is_looked_at_with_the_others_of_its_record(library):
    (notice,) = library.notices
    beside = {notice.clause_text(i): record_beside(notice, i) for i in range(len(notice.clauses))}
    first = next(t for t in beside if "22:00" in t)
    assert "石桥路" in beside[first]
    assert "麦田路" not in beside[first]
    assert first not in beside[first]
    assert beside["请上述用户关好阀门。"] == ""


def test_lines_with_keys_that_do_not_come_again_are_no_records(make_notice):
    lines = [
        ("paragraph", "时间：5月6日", -1),
        ("paragraph", "地点：云浦馆", -1),
        ("paragraph", "费用：免费", -1),
    ]
    notice = make_notice("n", "通知", lines)
    assert not any(record_beside(notice, i) for i in range(3))


@pytest.mark.parametrize(
    ("question", "says", "keeps_out"),
    [
        ("麦田路几点停气", "23:00", "22:00"),
        ("石桥路停到几点", "7:00", "23:00"),
        ("青禾花园为啥停气", "管道迁改", "更换阀门"),
    ],
)
def test_a_value_is_that_of_the_record_named(ask, question, says, keeps_out):
    answer = ask(question)
    assert says in answer.text
    assert keeps_out not in answer.text
