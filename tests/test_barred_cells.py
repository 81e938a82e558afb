"""Tables of one cell a line with a bar behind each cell."""

from __future__ import annotations

import pytest

from corpus.notice import ClauseKind
from corpus.tree.barred_cells import barred_rows, barred_runs
from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import read_lines

FEES = """费用：
6月1日前缴费 |
6月1日后缴费 |
|
普通代表 |
人民币1500 元 |
人民币1700 元 |
学生 |
人民币700元 |
人民币900元 |
缴费后开具发票。
"""
MERGED = """项目 |
时段 |
跑道 |
全年 |
足球 |
||
会员 |
请出示证件。
"""


def rows_of(text):
    (run,) = barred_runs(read_lines(text))
    return [[x.content for x in row] for row in barred_rows(run)]


def test_rows_are_told_by_columns_of_figures_and_the_corner_stands_first():
    assert rows_of(FEES) == [
        ["", "6月1日前缴费", "6月1日后缴费"],
        ["普通代表", "人民币1500 元", "人民币1700 元"],
        ["学生", "人民币700元", "人民币900元"],
    ]


def test_a_run_whose_rows_cannot_be_told_has_none():
    assert rows_of(MERGED) == []


def test_the_table_stands_between_the_paragraphs_and_its_cells_are_letter_exact():
    clauses = parse_clauses(FEES)
    kinds = [c.kind for c in clauses]
    assert kinds.count(ClauseKind.ROW) == 2
    student = next(c for c in clauses if c.cells and c.cells[0].text == "学生")
    assert [(c.header, FEES[c.span.start : c.span.end]) for c in student.cells[1:]] == [
        ("6月1日前缴费", "人民币700元"),
        ("6月1日后缴费", "人民币900元"),
    ]
    assert FEES[clauses[-1].span.start : clauses[-1].span.end] == "缴费后开具发票。"


def test_a_run_without_rows_is_one_paragraph_and_swallows_nothing():
    texts = [MERGED[c.span.start : c.span.end] for c in parse_clauses(MERGED)]
    assert texts[-1] == "请出示证件。"
    assert texts[0].startswith("项目")
    assert texts[0].endswith("会员 |")


@pytest.mark.parametrize("text", ["甲 |\n乙 |\n丙。\n", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n"])
def test_other_lines_with_bars_are_no_run(text):
    assert barred_runs(read_lines(text)) == []
