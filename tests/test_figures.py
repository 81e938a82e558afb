"""Which of the figures that a person gives a condition is about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.judging.figures import claims_enough, figure_for, figures_in
from bot.speech.interval import Interval
from corpus.conditions.conditions import leaves_of
from corpus.conditions.requirements import read_node
from corpus.values.periods import fold


def figure(condition: str, said: str) -> tuple[Interval, str] | None:
    (leaf,) = leaves_of(read_node(fold(condition)))
    return figure_for(leaf, said)


@pytest.mark.parametrize(
    ("condition", "said", "value"),
    [
        ("家庭年收入不超过7万元", "年收入6.9万，首付25万", 69000),
        ("住房总价不低于40万元", "每月工资8000，总价45万", 450000),
        ("人均住房面积低于13平方米", "人均12.5平", Decimal("12.5")),
        ("平均成绩不低于75分", "均分74", 74),
        ("身高155厘米以上", "个子156", 156),
        ("继续教育不少于60学时", "学了72课时", 72),
        ("身高155厘米以上", "脸上有颗痣，一公分大，个头一米六", 160),
        ("成绩排名前3名", "全市比赛第二名", 2),
        ("成绩排名前3名", "拿了季军", 3),
        ("排名位于同年级前30%", "大一，绩点排专业前20%", 20),
        ("排名位于同年级前15%", "三个学期都在年级前一成", 10),
        ("矫正视力达到4.8以上", "左眼戴镜测4.9", Decimal("4.9")),
        ("人均月收入不超过3300元", "两口子，每人每月平均4100", 4100),
    ],
)
def test_the_figure_of_the_same_matter(condition: str, said: str, value: Decimal | int) -> None:
    found = figure(condition, said)
    assert found is not None
    assert found[0] == Interval.exactly(value)


def test_a_figure_of_another_matter_is_none() -> None:
    assert figure("家庭年收入不超过7万元", "贷款还有5万元") is None
    assert figure("科研投入不低于7万元", "营收5万元") is None
    assert figure("身高155厘米以上", "脸上有颗痣，一公分大") is None
    assert figure("家庭月收入低于2500元", "房租每月1800元") is None


def test_what_is_lacking_is_no_figure() -> None:
    assert [f.unit for f in figures_in("成绩没到80，差一分")] == [""]


def test_a_household_total_is_divided_and_shown_as_computed() -> None:
    assert figure("家庭人均月收入低于2500元", "一家4口，月收入9000元") == (
        Interval.exactly(2250),
        "9000÷4=2250",
    )


def test_dates_and_ages_are_no_figures() -> None:
    assert list(figures_in("2024年3月5日，今年31岁，三级")) == []


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("月薪6500", [(6500, "元")]),
        ("身高165", [(165, "")]),
        ("攒了三十万", [(300000, "元")]),
        ("1.5亿元", [(150000000, "元")]),
        ("收入8千块", [(8000, "元")]),
        ("住房66平", [(66, "平方米")]),
        ("66㎡", [(66, "平方米")]),
        ("4口人", [(4, "人")]),
        ("去过两回", [(2, "次")]),
        ("1,250元", [(1250, "元")]),
        ("三级", []),
        ("", []),
    ],
)
def test_values_and_units(said: str, figures: list[tuple[int, str]]) -> None:
    assert [(f.value, f.unit) for f in figures_in(said)] == [(Interval.exactly(v), u) for v, u in figures]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("家庭人均月收入低于2500元", "一家4口，人均月收入2300元"),
        ("家庭月收入低于2500元", "一家4口，月收入2300元"),
    ],
)
def test_what_is_told_or_asked_by_the_household_is_not_divided(condition: str, said: str) -> None:
    assert figure(condition, said) == (Interval.exactly(2300), "")


@pytest.mark.parametrize(
    ("condition", "said", "claim"),
    [
        ("身高155厘米以上", "身高视力都合格，男的", "身高视力都合格"),
        ("继续教育不少于60学时", "考核优秀，学时也够", "学时也够"),
        ("继续教育不少于60学时", "学时够不够", ""),
        ("继续教育不少于60学时", "学时不够", ""),
        ("身高155厘米以上", "年限都够", ""),
    ],
)
def test_enough_is_claimed_without_a_figure(condition: str, said: str, claim: str) -> None:
    (leaf,) = leaves_of(read_node(fold(condition)))
    assert claims_enough(leaf, said) == claim


def test_a_count_of_heads_is_no_sum_of_money():
    assert figure("研发费用总额不低于90万元", "一共80个人，8个是专职做研发的") is None
    assert figure("产品收入占营业收入比重不低于55%", "一共80个人，8个是专职做研发的") is None
    found = figure("研发人员占职工总数的比例不低于7%", "一共80个人，8个是专职做研发的")
    assert found is not None
    assert found[0] == Interval.exactly(10)


@pytest.mark.parametrize("said", ["去年一分没领", "一块儿去的", "报一块菜地", "才过半年多"])
def test_an_idiom_is_no_figure(said):
    assert list(figures_in(said)) == []
