"""A length of time said apart from what has to have lasted so long."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, leaves_of
from corpus.conditions.lasting import with_what_lasts
from corpus.conditions.requirements import read_node


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("在本县缴纳社会保险(以养老保险为准),截至2031年4月连续满12个月", "在本县缴纳社会保险连续满12个月"),
        (
            "在本县缴纳社会保险,截至4月连续满12个月,或者近36个月内累计满24个月",
            "在本县缴纳社会保险连续满12个月,或者缴纳社会保险累计满24个月",
        ),
        ("持有本县居住证,至2031年4月30日已满6个月", "持有本县居住证已满6个月"),
        ("取得二级证书后,从事本职业满4年", "取得二级证书后,从事本职业满4年"),
        ("年满18周岁,近12个月内有纳税记录", "年满18周岁,近12个月内有纳税记录"),
    ],
)
def test_each_length_stands_behind_what_lasts(said: str, read: str) -> None:
    assert with_what_lasts(said) == read


def test_both_lengths_are_of_the_insurance() -> None:
    node = read_node(
        "在本县缴纳社会保险(以养老保险为准),截至2031年4月连续满12个月,或者近36个月内累计满24个月"
    )
    bounds = [(x.attribute, x.value) for x in leaves_of(node) if x.value is not None]
    assert [a for a, _ in bounds] == [Attribute.INSURANCE, Attribute.INSURANCE]
    assert sorted(v for _, v in bounds) == [12, 24]
