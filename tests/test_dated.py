"""Conditions on the day of an event, held against the day that is told of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.judging.dated import judge_day_of
from bot.person.person import read_person
from corpus.conditions.conditions import Attribute, Leaf, leaves_of
from corpus.conditions.requirements import read_node

TODAY = date(2031, 5, 6)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("渔船去年11月登记的", "met"),
        ("渔船去年1月登记的", "unmet"),
        ("渔船今年2月登记的", "unmet"),
    ],
)
def test_a_day_between_two_days(told: str, state: str) -> None:
    leaf = Leaf(Attribute.OPEN, "is", None, "", "渔船于2030年3月1日至2030年12月31日期间登记")
    judged = judge_day_of(leaf, read_person(told, "青禾", TODAY, TODAY))
    assert judged is not None
    assert judged.state == state


def test_when_something_was_built_is_a_demand_of_its_own() -> None:
    node = read_node("在青禾湾有泊位,2029年12月31日前建成")
    (built,) = (x for x in leaves_of(node) if x.words.endswith("建成"))
    judged = judge_day_of(built, read_person("泊位2027年建的", "青禾", TODAY, TODAY))
    assert judged is not None
    assert judged.state == "met"
