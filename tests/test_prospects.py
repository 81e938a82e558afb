"""Which of several things somebody may apply for."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import ConditionState
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from bot.verdict.prospects import asks_which
from corpus.library import load_corpus
from index.snapshot import open_or_build

GRANTS = """社区助学和创业补贴办法
一、补贴条件
（一）求职人员：年满17周岁，具有本科以上学历。
（二）返乡农民工：年满26周岁，从事本行业工作满3年。
"""
EXPIRED = """---
title: 社区运动会志愿者招募
valid_until: 2024-01-31
---
一、招募条件
申请人应当同时具备以下条件：
1、年满18周岁；
2、年龄不超过60周岁。
"""
DAY = date(2025, 4, 10)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("prospects")
    (folder / "grants.txt").write_text(GRANTS, "utf-8")
    (folder / "games.md").write_text(EXPIRED, "utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("s"), None, lambda *_: None))


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.answer(question, DialogueState(), DAY)[0]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("我能报哪些", True),
        ("哪个级别我够", True),
        ("有什么补贴我能领", True),
        ("我能考几级", True),
        ("哪些补贴可以申请", True),
        ("我能报三级吗", False),
        ("要带哪些材料", False),
        ("在哪里可以报名", False),
        ("什么时候能报名", False),
    ],
)
def test_which_questions_ask_for_a_choice(text: str, asks: bool) -> None:
    assert asks_which(text) is asks


def test_each_thing_has_its_state_with_the_clause_that_decides(assistant: Assistant) -> None:
    answer = ask(assistant, "我30岁，大专毕业，干这行4年了，有什么补贴我能领")
    states = {c.text.split("：")[0]: c.state for c in answer.conditions}
    assert states == {"求职人员": ConditionState.UNMET, "返乡农民工": ConditionState.MET}
    assert answer.text.startswith("按您说的情况，可以申报：返乡农民工。")
    assert all("周岁" in answer.citations[c.citation].quote for c in answer.conditions)


def test_an_expired_notice_is_left_out(assistant: Assistant) -> None:
    answer = ask(assistant, "我30岁，大专毕业，干这行4年了，哪些我能报")
    assert all(c.notice_id != "games" for c in answer.citations)


def test_without_facts_it_says_what_to_tell(assistant: Assistant) -> None:
    answer = ask(assistant, "有什么补贴我能领")
    assert answer.outcome == "clarify"
    assert "求职人员" in answer.text


def test_it_stays_within_the_length_of_an_answer(assistant: Assistant) -> None:
    assert len(ask(assistant, "我30岁，大专毕业，干这行4年了，哪些我能报").text) <= 500
