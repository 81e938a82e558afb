"""Sections that are numbered without a stop."""

from __future__ import annotations

import pytest

from corpus.tree.bare_numbers import bare_numbers
from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import read_lines


def marks(text: str) -> list[str]:
    return list(bare_numbers(read_lines(text)).values())


def test_a_number_above_its_first_clause_is_a_mark() -> None:
    text = "1 总则\n1.1 本办法适用于望舒市。\n2申请条件\n2.1 年满十八周岁。\n\n5 日程\n5.1 五月报名。\n"
    assert marks(text) == ["1", "2", "5"]
    assert [c.locator for c in parse_clauses(text)] == ["1", "1.1", "2", "2.1", "5", "5.1"]


def test_numbers_that_count_on_are_marks() -> None:
    text = "1 适用范围\n望舒市居民。\n2 申请条件\n年满十八周岁。\n3 申请材料\n身份证。\n"
    assert marks(text) == ["1", "2", "3"]
    assert [c.locator for c in parse_clauses(text)][::2] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "1 适用范围\n望舒市居民。\n2 申请条件\n年满十八周岁。\n",  # two are too few
        "1 苹果\n2 梨\n3 桃\n",  # a column of a table
        "3 个工作日内办结\n4 名工作人员受理\n5 份复印件\n",
        "1 本办法自公布之日起施行。\n甲。\n2 解释权归望舒市。\n乙。\n3 从前的办法作废。\n丙。\n",
        "2024年报名\n2024.1 通知\n",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert marks(text) == []


def test_a_figure_right_behind_the_mark_of_an_item_is_no_part_of_it() -> None:
    text = "四、材料\n1.申请表；\n2.2寸照片3张；\n3.15日内的体检表。\n五、费用\n每人20元。\n"
    assert [c.locator for c in parse_clauses(text)] == ["四", "四/1", "四/2", "四/3", "五", "五/段1"]
    assert [c.locator for c in parse_clauses("1.2寸照片3张；\n2.申请表。\n")] == ["1", "2"]
    ages = "二、优待\n1.60至69岁减半；\n2.70岁以上全免。\n三、其他\n"
    assert [c.locator for c in parse_clauses(ages)] == ["二", "二/1", "二/2", "三"]
    decimals = "5. 报告\n5.1 报告写三页。\n5.2报告附图。\n6.1图题写在下面。\n"
    assert [c.locator for c in parse_clauses(decimals)] == ["5", "5.1", "5.2", "6.1"]
