"""Cells one below the other, cells merged down, tables on their side, and one cell cited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from bot.conversation.question import Question, understand
from bot.figures.columns import value_cells
from bot.figures.compose import add_row
from bot.figures.draft import Draft
from bot.figures.rows import look_up
from bot.speech.typos import TypoMender
from corpus.notice import Cell, ClauseKind, Notice, cite_cell
from corpus.readers.document import Grid, Paragraph, render
from corpus.reading import read_file
from corpus.tree.clauses import parse_clauses
from corpus.values.facts import extract_facts
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())
Row = list[tuple[str, str]]


def notice(text: str, merged: frozenset[int] = frozenset()) -> Notice:
    clauses = parse_clauses(text, merged=merged)
    return Notice("n", "某项测评的通知", "某局", text, clauses, "n.txt", facts=extract_facts(text, clauses))


def rows(source: Notice) -> list[Row]:
    return [[(c.header, c.text) for c in r.cells] for r in source.clauses if r.kind is ClauseKind.ROW]


def ask(text: str) -> Question:
    return understand(text, date(2025, 4, 10), MENDER)


def table_of(source: Notice) -> int:
    return next(i for i, c in enumerate(source.clauses) if c.kind is ClauseKind.TABLE)


# ── one cell a line ─────────────────────────────────────────────────────────────────────────────────────

COUNTED = ["序号", "项目", "金额（元）", "1", "笔试", "100", "2", "面试", "120", "3", "答辩", "80"]
NAMED = ["等级", "报名费", "合计", "四级", "100", "200", "三级", "120", "220", "二级", "130", "230"]
PAIRS = ["项目", "名额", "甲班", "30", "乙班", "25人", "丙班", "20"]


def spaced(cells: list[str], width: int, inner: str, between: str) -> str:
    groups = [cells[i : i + width] for i in range(0, len(cells), width)]
    return between.join(inner.join(g) for g in groups)


@pytest.mark.parametrize("gaps", [("\n", "\n"), ("\n\n", "\n\n"), ("\n", "\n\n"), ("\n", "\n\n\n")])
@pytest.mark.parametrize(("cells", "width"), [(COUNTED, 3), (NAMED, 3), (PAIRS, 2)])
@pytest.mark.parametrize(
    "below", ["", "\n二、其他\n另行通知。\n", "\n\n以上费用在报名时交纳，一律不退还。\n"]
)
def test_a_cell_a_line(gaps: tuple[str, str], cells: list[str], width: int, below: str) -> None:
    source = notice("一、安排如下。\n\n\n" + spaced(cells, width, *gaps) + below)
    want = [list(zip(cells, cells[i : i + width])) for i in range(width, len(cells), width)]  # noqa: B905
    assert rows(source) == want
    found = [c for r in source.clauses for c in r.cells]
    assert [source.text[c.span.start : c.span.end] for c in found] == [c.text for c in found]


@pytest.mark.parametrize("head", ["收费标准表\n", "一、收费标准\n收费标准表\n单位：元\n", "收费标准如下：\n"])
@pytest.mark.parametrize("cells", [COUNTED, NAMED])
def test_a_caption_above_shifts_no_cell(head: str, cells: list[str]) -> None:
    assert rows(notice(head + "\n".join(cells)))[0] == list(zip(cells, cells[3:6]))  # noqa: B905


def test_the_signature_below_is_no_row() -> None:
    text = "\n".join([*NAMED, "某市某局", "2025年3月1日"])
    assert [r[0][1] for r in rows(notice(text))] == ["四级", "三级", "二级"]
    days = "项目\n考试时间\n甲\n2025年3月1日\n乙\n2025年3月2日\n丙\n2025年3月3日\n某市某局\n2025年2月1日"
    assert [r[0][1] for r in rows(notice(days))] == ["甲", "乙", "丙"]


def test_many_rows_are_neither_menu_nor_page_numbers() -> None:
    body = [x for n in range(1, 31) for x in (str(n), f"项目{n}", "无")]
    text = "\n\n".join(["序号", "项目", "备注", *body])
    assert len(rows(notice(text))) == 30


@pytest.mark.parametrize(
    "text",
    [
        "目录\n内容\n1\n申报条件\n2\n申报材料\n3\n申报流程\n",  # an agenda
        "服务窗口\n一号厅\n二号厅\n三号厅\n四号厅\n五号厅\n六号厅",
        "1、身份证\n2、照片\n3、申请表\n4、承诺书\n5、成绩单\n6、证明",
        "序号\n1、身份证\n2、照片\n3、申请表",
        "某市某局\n2025年3月1日\n某市某会\n2025年3月2日\n某区某局\n2025年3月3日",
        "联系人\n电话\n张某\n010-12345678\n李某\n窗口\n王某\n010-12345679",  # no column of figures
        "项目\n金额\n甲\n100\n乙\n120",  # two rows only
        "序号\n项目\n金额\n1\n甲\n100\n2\n乙\n3\n丙\n300\n4\n丁\n400",  # a cell is missing
        "项目\n金额\n甲\n100\n\n乙\n120\n丙\n\n130",  # blank lines at random
        "图1\n图2\n图3\n图4\n图5\n图6\n图7\n图8",
        "一、时间\n二、地点\n三、费用\n100\n四、其他\n120",
        "报名时间：\n3月1日\n考试时间：\n4月1日\n领证时间：\n5月1日\n退费时间：\n6月1日",
    ],
)
def test_short_lines_are_no_table(text: str) -> None:
    assert all(c.kind is not ClauseKind.TABLE for c in notice(text).clauses)


# ── cells merged down ───────────────────────────────────────────────────────────────────────────────────

MERGED = Grid(
    (
        ("等级", "项目", "费用（元）", "备注"),
        ("初级", "笔试", "100", ""),
        ("", "面试", "", ""),
        ("中级", "笔试", "200", "无"),
    ),
    merged=frozenset({(2, 0), (2, 2)}),
)


def test_a_merged_cell_counts_in_every_row_it_reaches() -> None:
    text, _, merged = render([Paragraph("费用如下。"), MERGED])
    assert rows(notice(text, merged))[1] == [("等级", "初级"), ("项目", "面试"), ("费用（元）", "100")]
    cells = [c for r in notice(text, merged).clauses for c in r.cells if c.inherited]
    assert [text[c.span.start : c.span.end] for c in cells] == ["初级", "100"]


def test_offsets_of_merged_cells_keep_to_the_columns_in_use() -> None:
    grid = Grid((("甲", "", "乙"), ("1", "", "2"), ("3", "", "")), merged=frozenset({(2, 2)}))
    text, _, merged = render([grid])
    assert [text[:at] for at in merged] == ["甲\t乙\n1\t2\n3\t"]


def test_a_lone_cell_beside_merged_ones_is_a_row() -> None:
    grid = Grid((("甲", "乙", "丙"), ("1", "2", "3"), ("", "4", "")), merged=frozenset({(2, 0), (2, 2)}))
    text, _, merged = render([grid])
    assert rows(notice(text, merged))[1] == [("甲", "1"), ("乙", "4"), ("丙", "3")]


def test_word_and_web_pages_tell_merged_cells(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("关于某项测评收费的通知")
    table = word.add_table(4, 3)
    for row, line in enumerate(
        (("项目", "等级", "费用"), ("笔试", "初级", "100"), ("面试", "初级", ""), ("答辩", "中级", "300"))
    ):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    word.save(str(tmp_path / "a.docx"))
    (tmp_path / "a.html").write_text(
        "<html><head><meta charset=utf-8></head><body><h1>关于某项测评收费的通知</h1><table>"
        "<tr><td>项目<td>等级<td>费用<tr><td>笔试<td>初级<td rowspan=2>100<tr><td>面试<td>初级"
        "<tr><td>答辩<td>中级<td>300</table></body></html>",
        "utf-8",
    )
    want = [("项目", "面试"), ("等级", "初级"), ("费用", "100")]
    for name in ("a.docx", "a.html"):
        (read,) = read_file(tmp_path / name)
        assert rows(read)[1] == want


# ── a table on its side ─────────────────────────────────────────────────────────────────────────────────

ASIDE = "收费标准\n等级\t四级\t三级\n理论\t100\t110\n实操\t200\t230\n合计\t300\t340\n"


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("四级理论多少钱", "100"),
        ("三级的实操收多少", "230"),
        ("理论考试三级要多少钱", "110"),
        ("4级实操多少钱", "200"),
    ],
)
def test_row_and_column_headers_cross_in_one_cell(question: str, figure: str) -> None:
    source, asked = notice(ASIDE), ask(question)
    (match,) = look_up(asked, source, table_of(source))
    assert [c.text for c in value_cells(asked, match)] == [figure]


# ── one cell cited ──────────────────────────────────────────────────────────────────────────────────────

FEES = "等级\t考务费（元）\t\t合计（元）\n\t理论\t实操\t\n四级\t80\t360\t440\n三级\t120\t510\t630\n"


def cell_of(source: Notice, locator: str, header: str) -> tuple[int, Cell]:
    row = source.clause_at(locator)
    assert row is not None
    return row, next(c for c in source.clauses[row].cells if c.header == header)


@pytest.mark.parametrize(
    ("text", "header", "locator"),
    [
        (FEES, "合计（元）", "表1/行2/合计"),
        (FEES, "考务费（元） 理论", "表1/行2/理论"),
        ("甲\t乙/丙\n1\t2\n3\t4\n", "乙/丙", "表1/行2/乙／丙"),
        ("甲\t乙\t\n1\t2\t3\n4\t5\t6\n", "", "表1/行2/列3"),
        ("区\t企业\t\t产品\n\t当月\t累计\t当月\n东\t1\t2\t3\n西\t4\t5\t6\n", "产品 当月", "表1/行2/产品当月"),
    ],
)
def test_a_cell_is_cited_by_row_and_column(text: str, header: str, locator: str) -> None:
    source = notice(text)
    row, cell = cell_of(source, "表1/行2", header)
    citation = cite_cell(source, row, cell)
    assert citation.locator == locator
    assert citation.quote == cell.text == text[citation.start : citation.end]


@pytest.mark.parametrize(
    ("question", "locators"),
    [
        ("三级理论多少钱", ["表1/行2", "表1/行2/理论"]),
        ("三级合计多少", ["表1/行2", "表1/行2/合计"]),
        ("三级多少钱", ["表1/行2"]),
    ],
)
def test_the_one_figure_that_answers_is_cited_after_its_row(question: str, locators: list[str]) -> None:
    source, asked, draft = notice(FEES), ask(question), Draft()
    (match,) = look_up(asked, source, table_of(source))
    assert add_row(draft, asked, source, match)
    assert [c.locator for c in draft.citations] == locators


def test_a_merged_figure_is_stated_by_its_own_citation() -> None:
    text, _, merged = render([MERGED])
    source, asked, draft = notice(text, merged), ask("初级面试的费用多少"), Draft()
    match = next(m for m in look_up(asked, source, table_of(source)) if m.cells[1].text == "面试")
    assert add_row(draft, asked, source, match)
    assert [c.quote for c in draft.citations][1:] == ["100"]
    assert [(f.value, f.citation) for f in draft.stated_facts()] == [("100", 1)]


def test_a_row_of_one_figure_beside_merged_cells_is_no_page_number() -> None:
    grid = Grid((("甲", "乙", "丙"), ("子", "2", "丑"), ("", "", "寅")), merged=frozenset({(2, 0), (2, 1)}))
    text, _, merged = render([Paragraph("见下表。"), grid, Paragraph("完。")])
    assert rows(notice(text, merged))[1] == [("甲", "子"), ("乙", "2"), ("丙", "寅")]
