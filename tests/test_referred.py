"""Conditions that an item of a list takes over from another list."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, leaves_of
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses

FIRST = """一、报考条件
（一）报考甲类研究生的人员，须符合下列条件：
1.年满20周岁。
2.具有本市户籍。
3.具有本科以上学历。
（二）报考乙类研究生的人员，须符合下列条件：
"""


def demanded(item: str) -> list[list[Attribute]]:
    """What the second list demands, requirement by requirement."""
    text = f"{FIRST}1.{item}\n2.持有本市居住证。\n"
    groups = compile_groups(Notice("n", "", "", text, parse_clauses(text), "n.txt"))
    return [[x.attribute for x in leaves_of(r.node)] for r in groups[1].requirements]


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        ("符合报考条件（一）中的各项要求。", ["age", "residence", "education"]),
        ("符合（一）中第1、2项的要求。", ["age", "residence"]),
        ("须符合（一）中第2至3项规定的条件。", ["residence", "education"]),
    ],
)
def test_what_is_referred_to_is_demanded(item: str, taken: list[str]) -> None:
    assert demanded(item) == [*([a] for a in taken), ["permit"]]


def test_what_refers_to_no_list_stays_as_it_is() -> None:
    assert demanded("符合（九）中的各项要求。")[0] == ["open"]


def test_what_names_no_condition_demands_nothing() -> None:
    assert demanded("符合岗位要求的其他条件。") == [["permit"]]
