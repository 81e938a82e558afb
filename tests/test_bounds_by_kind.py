"""Bounds that differ by the kind of people."""

from __future__ import annotations

import pytest

from corpus.conditions.bounds_by_kind import bounds_by_kind
from corpus.conditions.conditions import Attribute, Leaf, leaves_of
from corpus.conditions.requirements import read_node


def told(text: str) -> list[tuple[str, str]]:
    """Each kind with the bound on it."""
    found = bounds_by_kind(text)
    assert found is not None
    pairs = []
    for part in found.tree.parts:
        who, bound = leaves_of(part)
        named = f"{who.operator}{who.value}" if who.attribute is Attribute.EDUCATION else who.words
        pairs.append((named, f"{bound.attribute.value}{bound.operator}{bound.value}"))
    return pairs


def test_a_degree_stands_for_those_of_that_degree() -> None:
    assert told("本科未满31周岁、硕士未满36周岁、博士未满41周岁") == [
        ("==5", "age<31"),
        ("==6", "age<36"),
        ("==7", "age<41"),
    ]


def test_posts_are_parted_by_semicolons() -> None:
    text = "初级岗位,34周岁以下(1990年6月14日以后出生);中级岗位,39周岁以下"
    assert told(text) == [("初级岗位", "age<=34"), ("中级岗位", "age<=39")]


def test_a_run_stands_behind_what_is_demanded_of_all() -> None:
    node = read_node("取得本专业专科学历,甲类人员从事相关工作满6年,乙类人员从事相关工作满9年")
    assert [x.attribute for x in leaves_of(node)][:2] == [Attribute.MAJOR, Attribute.EDUCATION]
    assert [x.value for x in leaves_of(node) if x.attribute is Attribute.WORK] == [72, 108]
    assert not isinstance(node, Leaf)
    assert node.kind == "all"
    assert node.parts[1].kind == "any"  # type: ignore[union-attr]


def test_those_whom_a_bound_does_not_bind_are_free_of_what_follows() -> None:
    node = read_node("应届毕业生和留学人员无年龄限制。在职人员须:本科未满31周岁、硕士未满36周岁")
    assert not isinstance(node, Leaf)
    assert node.kind == "any"
    assert [x.words for x in leaves_of(node) if x.attribute is Attribute.OPEN] == ["应届毕业生", "留学人员"]


@pytest.mark.parametrize(
    "text",
    [
        "具有本科学历,从事相关工作满6年",
        "年龄18周岁以上,60周岁以下",
        "男职工满60周岁,女职工满55周岁",
        "甲类人员满6年,乙类人员年龄不超过40周岁",
    ],
)
def test_what_bounds_one_kind_or_two_matters_is_none(text: str) -> None:
    assert bounds_by_kind(text) is None
