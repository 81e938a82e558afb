"""Documents that lost their paragraphs: where their numbered parts begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tree.clauses import parse_clauses
from corpus.tree.run_on import parts_of_line

FILLING = "申请人按照本社区的安排，在规定的时间里到窗口办理，窗口工作人员当场核对所带的东西是否齐全，" * 3


def run_together(marks: list[str]) -> str:
    return " ".join(f"{mark}{FILLING}" for mark in marks)


@pytest.mark.parametrize(
    "marks",
    [
        ["1、谁可以来？ 答：", "2、什么时候来？ 答：", "3、带什么来？ 答："],
        ["第一条 ", "第二条 ", "第三条 "],
        ["一、", "二、", "三、", "四、"],
    ],
)
def test_parts_begin_at_their_numbers(marks: list[str]) -> None:
    line = run_together(marks)
    starts = [0, *parts_of_line(line)]
    begun = [line[s:] for s in starts]
    assert all(any(b.startswith(mark.split("？")[0]) for b in begun) for mark in marks)


def test_answers_are_parts_of_their_own() -> None:
    line = run_together(["1、谁可以来？ 答：", "2、什么时候来？ 答：", "3、带什么来？ 答："])
    clauses = parse_clauses(line)
    assert [line[c.spans[0].start :][:2] for c in clauses] == ["1、", "答：", "2、", "答：", "3、", "答："]
    assert [c.parent for c in clauses] == [-1, 0, -1, 2, -1, 4]


@pytest.mark.parametrize(
    "line",
    [
        "一、甲；二、乙；三、丙。",  # a short list within a sentence
        run_together(["1、", "2、", "3、"]),  # numbers, and no questions
        run_together(["第二条 ", "第三条 ", "第四条 "]),  # does not begin at one
        run_together(["第一条 ", "第二条 "]),
    ],
)
def test_other_lines_are_one_paragraph(line: str) -> None:
    assert parts_of_line(line) == []


@given(st.text(alphabet="1234一二三四第条、？答： 。甲", max_size=400))
def test_parts_lie_in_order_inside_the_line(line: str) -> None:
    parts = parts_of_line(line)
    assert parts == sorted(set(parts))
    assert all(0 < p < len(line) for p in parts)


def test_parts_begin_at_the_indentation_that_was_kept() -> None:
    opening = "各街道：" + FILLING[:-1] + "。"
    parts = ["现将有关事项通知如下：", "1、本周三受理。", "2、材料如下：", "（1）表格；", "（2）照片。"]
    line = "　　".join([opening, *parts]) + "　　　　　青山街道办事处　　　2025年3月1日"
    starts = [0, *parts_of_line(line)]
    begun = [line[a:b].strip("　") for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    assert begun == [opening, *parts, "青山街道办事处", "2025年3月1日"]


def test_a_blank_inside_a_sentence_begins_no_part() -> None:
    assert parts_of_line(FILLING + "姓名　　电话　　地址　　邮编") == []
