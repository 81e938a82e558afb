"""Ages that a sentence tells apart by sex bind each by its own, and what else it says binds both."""

from __future__ import annotations

import pytest

from corpus.conditions.ages_by_sex import ages_by_sex
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, leaves_of
from corpus.conditions.requirements import read_node


def fits(node: Node, sex: str, age: int) -> bool:
    """Whether somebody of that sex and age, and of everything else that is demanded, is let in."""
    if isinstance(node, Tree):
        met = [fits(p, sex, age) for p in node.parts]
        return any(met) if node.kind is GroupKind.ANY else all(met)
    if node.attribute is Attribute.SEX:
        return node.words.startswith(sex)
    if node.attribute is Attribute.AGE:
        return _holds(node, age)
    return True


def _holds(leaf: Leaf, age: int) -> bool:
    assert leaf.value is not None
    return {">=": age >= leaf.value, "<=": age <= leaf.value, "<": age < leaf.value, ">": age > leaf.value}[
        leaf.operator
    ]


@pytest.mark.parametrize(
    ("words", "last_of_men", "last_of_women"),
    [
        ("年龄18—60周岁(女55周岁)", 60, 55),
        ("年龄在18至60周岁之间(女性不超过50周岁)", 60, 50),
        ("年满18周岁且未达到法定退休年龄(男60周岁、女55周岁)", 59, 54),
        ("年龄为18周岁至法定退休年龄(女50周岁、男60周岁)", 60, 50),
        ("男18至60周岁,女18至55周岁的待业人员", 60, 55),
        ("劳动年龄内(男18-60岁,女18-55岁)的本市户籍人员", 60, 55),
    ],
)
def test_each_sex_is_bound_by_its_own_age(words: str, last_of_men: int, last_of_women: int) -> None:
    node = read_node(words)
    for sex, last in (("男", last_of_men), ("女", last_of_women)):
        assert fits(node, sex, 18)
        assert fits(node, sex, last)
        assert not fits(node, sex, last + 1)
        assert not fits(node, sex, 17)


@pytest.mark.parametrize(
    "words", ["男18至60周岁,女18至55周岁的待业人员", "劳动年龄内(男18-60岁,女18-55岁)的本市户籍人员"]
)
def test_what_else_is_demanded_is_of_both(words: str) -> None:
    node = read_node(words)
    assert isinstance(node, Tree)
    assert node.kind is GroupKind.ALL
    assert any(
        leaf.attribute not in (Attribute.SEX, Attribute.AGE) for p in node.parts for leaf in leaves_of(p)
    )


@pytest.mark.parametrize(
    "words", ["年满18周岁", "男不超过60周岁、女不超过55周岁", "年龄18至60周岁(退役军人放宽2岁)"]
)
def test_other_ages_are_left_to_others(words: str) -> None:
    assert ages_by_sex(words) is None
