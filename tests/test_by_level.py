"""A notice of several levels, where the question names none: how the facts told stand to each."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer import Answer
from bot.answer_parts import Outcome, Verdict
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

LEVELS = """2025年望舒市风筝技师等级认定通知
一、报名时间
2025年3月1日至2025年6月30日。
二、申报条件
1.具备以下条件之一者，可申报四级/中级工：
（1）累计从事本职业工作满5年。
（2）取得本专业中等职业学校及以上毕业证书（含在读应届毕业生）。
2.具备以下条件之一者，可申报三级/高级工：
（1）累计从事本职业工作满10年。
（2）取得四级证书后，累计从事本职业工作满4年。
三、违规处理
有下列行为之一的，取消考试成绩：
（1）存在其他作弊行为的；
（2）代替他人考试的。
"""
OVER = """2023年望舒市陶艺能手选拔通知
一、报名时间
2023年3月1日至2023年4月30日。
二、申报条件
符合以下条件之一可申报：
（1）大学本科毕业，从事本专业工作满5年。
（2）大学专科毕业，从事本专业工作满7年。
（3）中专毕业，从事本专业工作满9年。
"""
DAY = date(2025, 4, 10)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("levels")
    (folder / "kites.txt").write_text(LEVELS, "utf-8")
    (folder / "pots.txt").write_text(OVER, "utf-8")
    library = load_corpus(folder)
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("s"), None, lambda *_: None))


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.answer(question, DialogueState(), DAY)[0]


def test_what_is_told_decides_each_level_of_the_notice_in_force(assistant: Assistant) -> None:
    answer = ask(assistant, "我干了6年能考吗")
    assert answer.verdict is Verdict.ELIGIBLE
    assert {c.notice_id for c in answer.citations} == {"kites"}
    assert "四级" in answer.text.split("\n")[0]
    assert "作弊" not in answer.text


def test_what_is_told_of_a_relative_counts_for_them(assistant: Assistant) -> None:
    assert ask(assistant, "我女儿干了12年能报吗").text.startswith("按您说的情况，可以申报：四级、三级")


def test_the_fact_that_is_lacking_is_asked_for(assistant: Assistant) -> None:
    answer = ask(assistant, "我干了3年能考吗")
    assert (answer.outcome, answer.verdict) == (Outcome.CLARIFY, Verdict.NEEDS_INFO)
    assert answer.missing
