"""Sentences that demand, exclude, let in or waive by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import from_regex

from corpus.notice import Notice
from corpus.rules.sentences import demands_in
from corpus.rules.waivers import _FREES, WAIVES, waivers_of
from corpus.tree.clauses import parse_clauses


def notice(sentence: str) -> Notice:
    text = f"一、说明\n{sentence}\n"
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def demands(sentence: str, in_conditions: bool = False):
    source = notice(sentence)
    return [d for i in range(len(source.clauses)) for d in demands_in(source, i, in_conditions)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("已领取同类补助的人员，不得重复申请。", "none"),
        ("公务员和已退休的人员不得申报。", "none none"),  # either kind by itself
        ("在校学生不属于发放对象。", "none"),
        ("外省引进的人才，由所在单位安置，不适用本办法。", "none"),
        ("独自申请的，应年满28周岁。", "all"),
        ("申请人须年满19周岁。", "all"),
        ("参保满8个月的，方可领取。", "all"),
        ("本项目只面向具有本县户籍的老人。", "all"),
    ],
)
def test_a_sentence_demands_by_its_form(sentence: str, kind: str) -> None:
    assert [d.kind for d in demands(sentence)] == kind.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "提供虚假材料的，不予受理。",
        "申请人须提交身份证复印件1份。",
        "窗口每周五下午不对外办公。",
        "全程不收费用。",
    ],
)
def test_conduct_papers_and_service_are_no_conditions(sentence: str) -> None:
    assert demands(sentence) == []


def test_whoever_a_sentence_lets_in_comes_by_one_way_of_several() -> None:
    (demand,) = demands("年满65周岁的老人，均可办理。", in_conditions=True)
    assert demand.kind == "any"
    assert [x.attribute for x in demand.requirement.leaves] == ["age"]


def test_a_demand_on_some_is_not_made_of_others() -> None:
    (demand,) = demands("独自申请的，应年满28周岁。")
    assert demand.requirement.given is not None
    assert [x.attribute for x in demand.requirement.leaves] == ["age"]


@pytest.mark.parametrize(
    ("sentence", "attributes"),
    [
        ("劳动模范不受年龄限制。", {"age", "born"}),
        ("烈士子女，不受户籍限制。", {"residence"}),
        ("引进人才不受缴纳社会保险时间的限制。", {"insurance"}),
        ("孤儿不受此限。", set()),
    ],
)
def test_whom_a_waiver_frees_from_what(sentence: str, attributes: set[str]) -> None:
    (waiver,) = waivers_of(notice(sentence))
    assert {a.value for a in waiver.attributes} == attributes


def test_an_exception_after_a_comma_lifts_the_demand() -> None:
    (demand,) = demands("上一年度评审未通过的人员不得申报，获得县级以上奖励的除外。")
    assert demand.requirement.exceptions == ("获得县级以上奖励",)


@given(from_regex(WAIVES.pattern))
def test_what_frees_is_told_by_one_of_a_few_words(text: str) -> None:
    assert _FREES.search(text)
