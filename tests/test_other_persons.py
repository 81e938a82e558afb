"""Conditions on another person, whom a bound does not bind, and how soon somebody has to apply."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.conditions import Attribute, GroupKind, leaves_of
from corpus.conditions.requirements import read_node
from corpus.notice import Span
from corpus.rules.demand_forms import by_form

NOTICE = """浮桥镇渔船更新贷款办理须知
一、申请条件
借款人须同时符合以下条件：
1.持有本镇户籍；
2.年龄18周岁以上、50周岁以下，合作社负责人不受年龄限制；
3.未获得过渔船贷款。
二、担保人条件
1.年龄25周岁以上、60周岁以下；
2.有稳定收入。
三、申领时限
渔船补助须在船舶证书核发之日起12个月内申领，超过12个月的不予受理。
"""


@pytest.fixture(scope="module")
def ask(asking):  # type: ignore[no-untyped-def]
    return asking(date(2031, 5, 2), boats=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我20岁，本镇户口，没获得过渔船贷款，能申请渔船更新贷款吗？", "eligible"),
        ("我55岁，本镇户口，没获得过渔船贷款，能申请贷款吗？", "not_eligible"),
        ("我55岁，是合作社负责人，本镇户口，没获得过渔船贷款，能申请吗？", "eligible"),
        ("船舶证书是2030年1月核发的，现在还能申领渔船补助吗？", "not_eligible"),
    ],
)
def test_each_is_bound_by_what_is_demanded_of_them(ask, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(question).verdict == verdict


def test_who_is_in_time_is_not_forbidden_by_what_is_said_of_the_late(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask("船舶证书2031年1月核发，还能申领补助吗？").verdict != "not_eligible"


@pytest.mark.parametrize(
    "sentence",
    [
        "须在船舶证书核发之日起12个月内申领,超过12个月的不予受理",
        "应当自网具更新之日起6个月内向镇政府提出申请",
        "渔工须自返港之日起30日内申报,逾期不补",
    ],
)
def test_who_applies_too_late_is_kept_out(sentence: str) -> None:
    (demand,) = by_form(0, Span(0, 1), sentence, lets_in=False)
    (leaf,) = leaves_of(demand.requirement.node)
    assert (demand.kind, leaf.attribute, leaf.operator) == (GroupKind.NONE, Attribute.ELAPSED, ">")


def test_whom_a_bound_does_not_bind_is_no_demand() -> None:
    assert all(
        x.attribute is Attribute.AGE for x in leaves_of(read_node("年龄20周岁以上,合作社负责人不受年龄限制"))
    )
    first = next(leaves_of(read_node("职业渔民不受学历限制,从事捕捞15年以上")))
    assert first.words == "职业渔民"
