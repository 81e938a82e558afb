"""Figures of one measure and one unit, from tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.alike.like_figures import in_tables, is_additive, spoken
from corpus.library import load_corpus

NOTICE = """云浦市2031年公园统计

一、各区情况
表1　各区公园　　单位：个
区	公园数	2030年	2031年
东岭区	12	10	12
南洼区	7	7	7
合计	19	17	19

二、培训计划
课程	计划数		学费（元/学期）
	春季班	秋季班
木工	20	30	800
陶艺	15	10	950

三、奖励
组别	一等奖	二等奖
少年组	1名，2万元	3名，各5000元
成年组	1名，3万元	2名，各8000元
"""


@pytest.fixture(scope="module")
def groups(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parks")
    (folder / "parks.txt").write_text(NOTICE, encoding="utf-8")
    (notice,) = load_corpus(folder).notices
    return list(in_tables(notice))


def of(groups, measure, unit=None):
    return next(g for g in groups if g.measure == measure and unit in (None, g.unit))


def told(group):
    return [(f.name, f.text) for f in group.figures]


def test_a_column_holds_like_figures_and_its_total_is_kept_apart(groups):
    parks = of(groups, "公园数")
    assert told(parks) == [("东岭区", "12"), ("南洼区", "7")]
    assert [w.text for w in parks.wholes] == ["19"]
    assert parks.total == Decimal(19)
    assert parks.unit == "个"
    assert parks.kinds == ("区",)


def test_the_cells_of_one_row_are_like_figures(groups):
    assert told(of(groups, "东岭区")) == [("公园数", "12"), ("2030年", "10"), ("2031年", "12")]


def test_columns_of_counts_below_one_head_are_added_up_row_by_row(groups):
    plan = of(groups, "计划数")
    assert told(plan) == [("木工", "50"), ("陶艺", "25")]
    assert [p.text for p in plan.figures[0].parts] == ["20", "30"]


def test_a_header_gives_the_unit(groups):
    assert of(groups, "学费").unit == "元/学期"


def test_a_cell_may_hold_figures_of_several_units(groups):
    assert told(of(groups, "一等奖", "万元")) == [("少年组", "2"), ("成年组", "3")]
    assert told(of(groups, "一等奖", "名")) == [("少年组", "1"), ("成年组", "1")]


@pytest.mark.parametrize("unit", ["元", "人", "元/月", "元/人·年", "万亩", ""])
def test_amounts_and_counts_may_be_added(unit):
    assert is_additive(unit)


@pytest.mark.parametrize("unit", ["%", "个百分点", "元/平方米", "周岁", "倍"])
def test_shares_rates_and_ages_may_not(unit):
    assert not is_additive(unit)


def test_a_number_is_spoken_without_an_exponent():
    assert [spoken(Decimal(x)) for x in ("1E+3", "2.50", "0")] == ["1000", "2.5", "0"]


def test_a_row_of_totals_below_a_cell_that_all_rows_share_is_no_part(tmp_path):
    text = "云浦市公园统计\n\n项目\t区\t公园数\n统计\t东岭区\t12\n统计\t南洼区\t7\n统计\t合计\t19\n"
    (tmp_path / "p.txt").write_text(text, encoding="utf-8")
    (notice,) = load_corpus(tmp_path).notices
    column = next(g for g in in_tables(notice) if g.measure == "公园数")
    assert [f.text for f in column.figures] == ["12", "7"]
