"""Rows and columns of tables that a question names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.conversation.question import Question, understand
from bot.figures.columns import names_column, value_cells
from bot.figures.rows import RowMatch, asks_of_each, every_row, look_up
from bot.finding.cells import full_label, is_blank, is_total, is_value, label_of, unit_of
from bot.finding.months import is_monthly
from bot.pipeline import Assistant
from bot.speech.naming import measure
from bot.speech.typos import TypoMender
from corpus.library import load_corpus
from corpus.notice import Cell, ClauseKind, Span
from index.segmentation import Segmenter
from index.snapshot import open_or_build

MENDER = TypoMender({}, (), Segmenter())


def ask(text: str, as_of: date = date(2025, 4, 10)) -> Question:
    return understand(text, as_of, MENDER)


def cell(header: str, text: str = "1") -> Cell:
    return Cell(header, text, Span(0, len(text)))


@pytest.fixture(scope="module")
def tables(samples):
    def tables(notice_id: str):
        notice = samples.notice(notice_id)
        return notice, [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE]

    return tables


@pytest.fixture(scope="module")
def fees(tables):
    notice, found = tables("pilot_skill_2025")
    return notice, found[2]


def names(matches) -> list[str]:
    return [" ".join(c.text for c in m.cells if not is_value(c)) for m in matches]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("无人机操作员四级多少钱", ["无人机操作员 四级"]),
        ("无人机4级多少钱", ["无人机操作员 四级"]),
        ("航拍五级多少钱", ["航拍摄影员 五级"]),
        ("航拍摄影员的费用", ["航拍摄影员 五级", "航拍摄影员 四级"]),
        ("五级多少钱", ["无人机操作员 五级", "航拍摄影员 五级"]),
        ("考核站收多少钱", []),
        ("要带什么", []),
    ],
)
def test_rows_by_the_keys_that_are_named(fees, question, rows):
    notice, table = fees
    assert names(look_up(ask(question), notice, table)) == rows


def test_a_word_of_the_title_names_no_row(tables):
    notice, (table,) = tables("talent_flat")
    assert look_up(ask("公寓押金多少"), notice, table) == []
    assert names(look_up(ask("单间公寓押金多少"), notice, table)) == ["单间公寓"]


def test_a_row_named_in_the_question_before(fees):
    from dataclasses import replace

    notice, table = fees
    leaning = replace(ask("理论"), context="无人机操作员三级多少钱")
    assert names(look_up(leaning, notice, table)) == ["无人机操作员 三级"]


def test_all_rows_where_none_is_named(fees):
    notice, table = fees
    assert len(every_row(notice, table)) == 5
    assert all(not m.keys for m in every_row(notice, table))


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("无人机四级理论多少钱", ["理论"]),
        ("无人机四级飞行多少钱", ["飞行"]),
        ("无人机四级合计多少", ["合计（元）"]),
        ("无人机四级考务费多少", ["理论", "飞行", "合计（元）"]),
        ("无人机四级多少钱", ["理论", "飞行", "合计（元）"]),
    ],
)
def test_columns_by_the_headers_that_are_named(fees, question, columns):
    notice, table = fees
    asked = ask(question)
    (match,) = look_up(asked, notice, table)
    assert [c.header.split(" ")[-1] for c in value_cells(asked, match)] == columns


def test_a_column_named_without_a_row(fees):
    notice, table = fees
    assert names_column(ask("飞行要多少钱"), notice, table)
    assert not names_column(ask("要什么材料"), notice, table)


@pytest.mark.parametrize(
    ("question", "month"),
    [("这个月报名什么时候考", "4月"), ("下个月呢", "5月"), ("7月报名什么时候考", "7月"), ("十月报名", None)],
)
def test_the_row_of_a_month(tables, question, month):
    notice, found = tables("pilot_skill_2025")
    schedule = next(t for t in found if is_monthly(notice, t))
    rows = look_up(ask(question), notice, schedule)
    assert [m.keys[0].text for m in rows] == ([month] if month else [])


def test_only_a_table_that_goes_by_the_month_is_a_schedule(tables):
    notice, found = tables("pilot_skill_2025")
    assert [is_monthly(notice, t) for t in found] == [False, True, False]


@pytest.mark.parametrize(
    ("name", "asked", "least", "most"),
    [
        ("航拍摄影员", "航拍摄影员多少钱", 1.0, 1.0),
        ("航拍摄影员（夜间）", "夜间的多少钱", 1.0, 1.0),
        ("航拍摄影员", "摄影员多少钱", 0.5, 0.7),
        ("航拍摄影员", "多少钱", 0.0, 0.0),
        ("四级", "三级", 0.0, 0.0),
        ("四级", "4级", 0.0, 1.0),
    ],
)
def test_how_fully_a_name_is_said(name, asked, least, most):
    assert least <= measure(name, asked) <= most


def test_labels_units_and_totals_of_columns():
    two = cell("考务费（元） 理论")
    assert (label_of(two), full_label(two), unit_of(two)) == ("理论", "考务费理论", "元")
    assert (label_of(cell("合计（单位：元）")), unit_of(cell("合计（单位：元）"))) == ("合计", "元")
    assert (label_of(cell("名额")), unit_of(cell("名额"))) == ("名额", "")
    assert unit_of(cell("金额（万元）")) == "万元"
    assert is_total(cell("合计（元）"))
    assert not is_total(cell("理论（元）"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("350", True),
        ("1,200.50", True),
        ("85%", True),
        ("/", True),
        ("—", True),
        ("四级", False),
        ("3月底", False),
    ],
)
def test_figures_and_names(text, value):
    assert is_value(cell("栏", text)) is value


@pytest.mark.parametrize(
    ("text", "blank"), [("/", True), ("—", True), (" — ", True), ("", True), ("0", False), ("无", False)]
)
def test_a_cell_that_only_says_that_there_is_nothing(text: str, blank: bool) -> None:
    assert is_blank(cell("综合评审", text)) is blank


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("甲区5月收养小犬多少只", ["收养小犬 5月当月数"]),
        ("甲区当年累计收养大犬多少只", ["收养大犬 当年累计数"]),
        ("甲区收养小犬多少只", ["收养小犬 5月当月数", "收养小犬 当年累计数"]),
    ],
)
def test_of_columns_that_share_a_word_those_named_in_full(question: str, columns: list[str]) -> None:
    heads = [f"{a} {b}" for a in ("收养小犬", "收养大犬") for b in ("5月当月数", "当年累计数")]
    key = Cell("地区", "甲区", Span(0, 2))
    match = RowMatch(0, (key, *(cell(h) for h in heads)), (key,), 1.0)
    assert [c.header for c in value_cells(ask(question), match)] == columns


CODES = """2026年云岭市技能评价项目
| 序号 | 职业编码 | 职业 | 今年场次 |
|---|---|---|---|
| 1 | 9-01-02-03 | 采茶工 | 四 |
| 2 | 9-01-02-07 | 炒茶工 | 六 |
"""


def test_a_code_is_told_where_it_is_asked_for(tmp_path):
    (tmp_path / "codes.md").write_text(CODES, encoding="utf-8")
    library = load_corpus(tmp_path)
    assistant = Assistant(library, open_or_build(library, tmp_path / "index"))
    answer, _ = assistant.answer("炒茶工的职业编码是啥", DialogueState(), date(2026, 3, 1))
    assert "9-01-02-07" in answer.text
    assert "9-01-02-03" not in answer.text


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("三级和四级各多少钱", True),
        ("各职业考务费分别多少", True),
        ("每个项目多少钱", True),
        ("所有的都多少钱", True),
        ("三级多少钱", False),
        ("各位老师好，三级多少钱", False),
    ],
)
def test_what_is_asked_of_each_is_told_from_one_that_may_be_picked(question, each):
    assert asks_of_each(question) is each
