"""The column for the day that a question tells."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

NOTICE = """云浦茶业年会注册须知

注册费如下（单位：元/人）：

类别	8月31日前注册	9月1日—10月31日注册	10月31日后现场注册
普通代表	1600	1800	2100
学生	800	900	1100
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("meeting")
    (folder / "meeting.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))
    return lambda question: assistant.answer(question, DialogueState(), date(2031, 9, 5), "meeting")[0].text


@pytest.mark.parametrize(
    ("question", "says", "not_says"),
    [
        ("学生8月交注册费要多少钱", "800", "900"),
        ("普通代表9月20号注册费多少钱", "1800", "1600"),
        ("学生现在注册费多少钱", "900", "1100"),
        ("学生11月3号注册费多少钱", "1100", "800"),
    ],
)
def test_only_the_column_of_the_day_is_told(ask, question, says, not_says):
    text = ask(question)
    assert says in text
    assert not_says not in text
