"""Of two notices of one series the newest that is out answers, unless a year is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.conversation.dialogue import DialogueState
from bot.pipeline import Assistant
from corpus.alike.series import series_of
from corpus.library import Library, load_corpus
from index.snapshot import open_or_build

BODY = """---
title: {year}年社区陶艺班报名通知
issuer: 河湾社区服务站
issued: {issued}
---
一、费用
陶艺班材料费{fee}元。
二、报名
报名截止时间为{year}年{month}月20日。
"""
OTHER = "---\ntitle: 社区图书角借阅须知\nissuer: 河湾社区服务站\nissued: 2024-02-01\n---\n图书每次借3本。\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("series")
    for year, issued, fee, month in ((2024, "2024-03-01", 80, 4), (2025, "2025-03-01", 95, 5)):
        text = BODY.format(year=year, issued=issued, fee=fee, month=month)
        (folder / f"pottery_{year}.md").write_text(text, "utf-8")
    (folder / "library.md").write_text(OTHER, "utf-8")
    return load_corpus(folder)


@pytest.fixture(scope="module")
def assistant(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(library, open_or_build(library, tmp_path_factory.mktemp("s"), None, lambda *_: None))


def ask(assistant: Assistant, question: str, day: date) -> Answer:
    return assistant.answer(question, DialogueState(), day)[0]


def test_titles_that_differ_by_year_are_one_series(library: Library) -> None:
    (series,) = series_of(library.notices)
    assert [n.notice_id for n in series.notices] == ["pottery_2024", "pottery_2025"]


@pytest.mark.parametrize(
    ("day", "year", "left_out"),
    [
        (date(2025, 6, 1), None, {"pottery_2024"}),
        (date(2024, 6, 1), None, {"pottery_2025"}),
        (date(2025, 6, 1), 2024, {"pottery_2025"}),
        (date(2025, 6, 1), 2019, {"pottery_2024"}),
        (date(2023, 6, 1), None, set()),
    ],
)
def test_which_are_superseded(library: Library, day: date, year: int | None, left_out: set[str]) -> None:
    (series,) = series_of(library.notices)
    assert series.superseded(day, year) == left_out


@pytest.mark.parametrize(
    ("question", "day", "fee", "says"),
    [
        ("陶艺班材料费多少钱", date(2025, 6, 1), "95元", "2025年的通知；另有2024年的"),
        ("陶艺班材料费多少钱", date(2024, 6, 1), "80元", "2024年的通知"),
        ("2024年陶艺班材料费多少钱", date(2025, 6, 1), "80元", "最新的是2025年的"),
    ],
)
def test_the_newest_answers_and_says_so(
    assistant: Assistant, question: str, day: date, fee: str, says: str
) -> None:
    answer = ask(assistant, question, day)
    assert fee in answer.text
    assert says in answer.text
    assert any("年的呢" in s for s in answer.suggestions)


def test_a_notice_by_itself_says_nothing_of_a_series(assistant: Assistant) -> None:
    assert "依据的是" not in ask(assistant, "图书角每次借几本", date(2025, 6, 1)).text


def test_notices_of_one_year_are_told_apart_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name, fee in (("morning", 80), ("evening", 95)):
        text = BODY.format(year=2025, issued="2025-03-01", fee=fee, month=5)
        (tmp_path / "corpus" / f"{name}.md").write_text(text, "utf-8")
    library = load_corpus(tmp_path / "corpus")
    assistant = Assistant(library, open_or_build(library, tmp_path / "state", None, lambda *_: None))
    answer = ask(assistant, "陶艺班材料费多少钱", date(2025, 4, 1))
    assert "依据的是morning的通知；另有evening的" in answer.text
    assert not any("2025年的呢" in s for s in answer.suggestions)
