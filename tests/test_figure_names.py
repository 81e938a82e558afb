"""Which names of a row of figures a question names, and which of two columns it puts together."""

from __future__ import annotations

import pytest

from bot.figures.figure_columns import column_of
from bot.figures.figure_names import is_but_the_end, names_told, paired

KINDS, GRADES = ["银杏", "白杨"], ["一级", "二级", "三级"]


@pytest.mark.parametrize(
    ("about", "pairs"),
    [
        ("银杏一级和白杨二级", {("银杏", "一级"), ("白杨", "二级")}),
        ("银杏一级和二级,白杨三级", {("银杏", "一级"), ("银杏", "二级"), ("白杨", "三级")}),
        ("一级的银杏和二级的白杨", {("银杏", "一级"), ("白杨", "二级")}),
        ("银杏和白杨的一级", {("银杏", "一级"), ("白杨", "一级")}),
        ("银杏一级和白杨", {("银杏", "一级"), ("白杨", "一级")}),
    ],
)
def test_names_of_two_columns_are_paired_as_the_question_puts_them(about, pairs):
    kinds, grades = (names_told(column_of("", texts), about, []) for texts in (KINDS, GRADES))
    assert paired(kinds, grades) == pairs


@pytest.mark.parametrize(
    ("name", "about", "other"),
    [
        ("茶具制造业", "制造业增速", True),  # 制造业 has a figure of its own
        ("茶具制造业", "茶具制造业增速", False),
        ("南苑区", "苑区增速", False),  # no figure of its own
    ],
)
def test_the_end_of_a_name_may_be_another(name, about, other):
    assert is_but_the_end(name, about, "制造业增长4%,茶具制造业增长7%,南苑区增长3%") is other


def test_another_name_that_ends_so_and_is_said_is_meant():
    text = "陶瓷技艺服务收入40万元,增长6%,云栈平台技艺服务收入9万元,增长2%"
    assert is_but_the_end("云栈平台技艺服务", "陶瓷技艺服务收入增长多少", text)
    assert not is_but_the_end("云栈平台技艺服务", "云栈平台技艺服务增长多少", text)
