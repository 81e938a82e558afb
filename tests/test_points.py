"""Numbered points that run on in one line."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Tree
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses
from corpus.values.points import points_in


def points(text: str) -> list[str]:
    run = points_in(text)
    return [] if run is None else [text[a:b].strip() for a, b in run.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.甲；2.乙。3.丙", ["甲；", "乙。", "丙"]),
        ("1、甲。 2、乙。", ["甲。", "乙。"]),
        ("须具备下列条件：（1）甲；（2）乙。", ["甲；", "乙。"]),
        ("（一）甲；（二）乙", ["甲；", "乙"]),
        ("①甲；②乙", ["甲；", "乙"]),
        ("1.甲", []),
        ("第1.甲第2.乙", []),  # not behind a stop
        ("2.甲；3.乙", []),  # does not begin with one
        ("面积1.5亩；2.5亩", []),
    ],
)
def test_points(text: str, expected: list[str]) -> None:
    assert points(text) == expected


def test_what_stands_before_the_first_point() -> None:
    run = points_in("须具备下列条件：1、甲；2、乙。")
    assert run is not None
    assert run.lead == "须具备下列条件："


@pytest.mark.parametrize(("lead", "kind"), [("具备下列所有条件", "all"), ("具备下列条件之一", "any")])
def test_an_item_that_is_a_list_itself(lead: str, kind: str) -> None:
    text = f"一、受理条件\n（一）申请执业，应当{lead}：  1、年满20周岁；  2、具有本市户籍；\n"
    (group,) = compile_groups(Notice("n", "", "", text, parse_clauses(text), "n.txt"))
    (requirement,) = group.requirements
    assert isinstance(requirement.node, Tree)
    assert requirement.node.kind == kind
    assert [x.attribute.value for x in requirement.leaves] == ["age", "residence"]
