"""The columns that a question names: those filled in a row, and those left empty."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.library import load_corpus
from index.snapshot import open_or_build

GUIDE = """# 云岫省自学考试考生须知

## 一、报名时间

每年3月、9月各报名一次，3月报名的参加当年6月考试，9月报名的参加当年12月考试。

## 二、收费

2025年每门课程报名费46元。

## 三、毕业生人数

| 专业 | 男生 | 女生 | 合计 |
| --- | --- | --- | --- |
| 护理 | | 42 | 42 |
| 机械 | 51 | | 51 |
| 园艺 | 12 | 30 | 42 |

## 四、证书

（一）毕业证书于次年1月下旬发放；

（二）遗失的可以补办；
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("columns")
    (folder / "selfstudy.md").write_text(GUIDE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, folder / "index"))
    return lambda text: assistant.answer(text, DialogueState(), date(2025, 4, 1))[0]


@pytest.mark.parametrize(
    ("question", "says", "keeps_out"),
    [
        ("机械女生多少人", "“女生”一栏没有填写", "51"),
        ("护理男生多少人", "“男生”一栏没有填写", "42"),
        ("园艺女生多少人", "30", "没有填写"),
        ("机械男生多少人", "51", "没有填写"),
    ],
)
def test_a_column_that_a_row_leaves_empty_is_told_as_empty(ask, question, says, keeps_out):
    answer = ask(question)
    assert says in answer.text
    assert keeps_out not in answer.text


def test_what_is_so_every_year_answers_for_another_year(ask):
    assert "每年3月、9月" in ask("明年几月份能报考").text


def test_a_price_of_one_year_does_not_answer_for_another(ask):
    assert ask("2027年每门课程报名费多少").outcome == "unanswerable"


def test_the_last_line_of_an_answer_is_a_whole_sentence(ask):
    answer = ask("毕业证书什么时候发")
    assert answer.text.endswith("1月下旬发放。")
    assert answer.citations[0].quote.endswith("；")
