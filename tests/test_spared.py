"""Who is spared by an exclusion, a step not reached, and what a word of the notice means."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2031, 8, 10)
REVIEW = """云浦市匠师评审通知

一、评审范围
评审范围：符合以下条件之一：
1、具有本市户籍；
2、在本市缴纳社会保险满12个月。

不适用人员：
1、当年度达到法定退休年龄或已办理退休手续的人员。（按规定办理延长退休手续的除外）
2、上一年度参加本市匠师评审未获通过者。

二、基本条件
符合以下条件之一：
1、获得大学本科学历，从事匠作满5年。
2、获得大学专科学历，从事匠作满7年。
"""
GRADES = """云浦市技师考核条件

1. 具备以下条件之一者，可申报二级/技师：
（1）取得三级证书后，累计从事本职业工作满5年。
（2）取得符合专业对应关系的中级职称后，累计从事本职业工作满1年。
"""
HOMES = """云浦市购房入户细则

第一条 本细则所称住房，是指首次交易的商品住房。
第二条 在本市购买住房面积80平方米以上且总价40万元以上的，可申请入户。
"""
SHOPS = """云浦市示范店评选通知

一、申报条件
省级示范店由市级示范店名单内的门店遴选产生，市级示范店由区县级示范店名单内的门店遴选产生，不得跨级申报。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("前年没评过匠师，今年能再报吗", "eligible"),
        ("去年没评过匠师，今年能再报吗", "not_eligible"),
        ("办了延长退休手续，今年到龄，还能申报不", "eligible"),
    ],
)
def test_who_is_spared_by_an_exclusion_may(asking, question, verdict):
    assert asking(DAY, review=REVIEW)(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "工程师职称拿了一年多一直干这行，没考过技能证，二级条件够不够",
        "中级职称拿到后又干了1年半，没有技能证书，二级能报吗",
    ],
)
def test_a_title_is_had_by_when_it_was_got(asking, question):
    assert asking(DAY, grades=GRADES)(question).verdict == "eligible"


def test_what_a_word_means_rules_out_what_its_figures_would_allow(asking):
    ask = asking(DAY, homes=HOMES)
    assert ask("90平50万的二手房能入户不").verdict == "not_eligible"


@pytest.mark.parametrize("question", ["住房指什么", "这里说的住房是怎么定义的", "什么叫住房"])
def test_what_a_word_means_is_told_where_the_notice_does_not_call_it_a_definition(asking, question):
    assert "首次交易" in asking(DAY, homes=HOMES)(question).answer


def test_a_step_not_reached_is_told_on_either_side_of_its_name(asking):
    ask = asking(DAY, shops=SHOPS)
    assert ask("市级名单没进，只进了区县级，直接报省级示范店行不行").verdict == "not_eligible"
    assert ask("已经是市级示范店了，能报省级示范店吗").verdict == "eligible"


RENTED = """云浦市公租房申请须知

一、申请条件
申请人应同时具备下列条件：
1．申请人具有本市户籍；
2．无自有住房，或者自有住房人均建筑面积低于15平方米；
3．未享受过购房补助和本市人才住房优惠政策。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("家里有房人均20平，能申请公租房不", "not_eligible"),
        ("自有住房人均20平，能申请公租房吗", "not_eligible"),
        ("有套房人均12平，本市户口，能申请公租房吗", "needs_info"),  # to own one is no benefit had
        ("享受过人才住房优惠，能申请公租房吗", "not_eligible"),
    ],
)
def test_a_home_of_ones_own_is_held_against_its_own_demand(asking, question, verdict):
    assert asking(DAY, rented=RENTED)(question).verdict == verdict


GLAZE = """云浦市釉料补助公告

一、申请条件
申请人应同时具备下列条件：
1．申请人具有本市户籍；
2．未获得过高校国家釉料补助。
"""


def test_a_benefit_is_named_by_the_end_of_its_name(asking):
    assert asking(DAY, glaze=GLAZE)("已经在学校领过国家釉料补助还能申请吗").verdict == "not_eligible"


AWARDS = """云浦市匠师评审通知

一、不适用人员
1、已办理退休手续的人员。
2、上一年度参加匠师评审未获通过者（申报当年获得本行业市级及以上奖项者除外）。
"""


@pytest.mark.parametrize(
    ("prize", "verdict"),
    [
        ("本行业的省级奖", "eligible"),
        ("省级奖但不是本行业的", "not_eligible"),
        ("别的行业的省级奖", "not_eligible"),
    ],
)
def test_what_is_of_another_kind_spares_nobody(asking, prize, verdict):
    asked = f"去年匠师评审没通过，今年得了{prize}，能申报吗"
    assert asking(DAY, review=AWARDS)(asked).verdict == verdict
