"""Which of the figures that a person gives a condition is about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.figures import figure_for, figures_in
from corpus.periods import fold
from corpus.requirements import read_leaves


def figure(condition: str, said: str) -> tuple[Decimal, str] | None:
    (leaf,) = read_leaves(fold(condition))
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
    ],
)
def test_the_figure_of_the_same_matter(condition: str, said: str, value: Decimal | int) -> None:
    found = figure(condition, said)
    assert found is not None
    assert found[0] == value


def test_a_figure_of_another_matter_is_none() -> None:
    assert figure("家庭年收入不超过7万元", "贷款还有5万元") is None


def test_a_household_total_is_divided_and_shown_as_computed() -> None:
    assert figure("家庭人均月收入低于2500元", "一家4口，月收入9000元") == (Decimal(2250), "9000÷4=2250")


def test_dates_and_ages_are_no_figures() -> None:
    assert list(figures_in("2024年3月5日，今年31岁，三级")) == []
