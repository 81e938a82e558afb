"""Who is kept out for a time, whose age a bound is on, and what demands nothing of who applies."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, GroupKind, Leaf, leaves_of
from corpus.conditions.exclusions import excluded
from corpus.conditions.formal import is_formal
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses


def test_what_follows_for_a_time_keeps_out_until_it_is_over() -> None:
    out = excluded("曾因欠缴水费被停供的,自停供之日起两年内不得报名")
    assert out == "欠缴水费被停供,停供之日起未满两年"
    kinds = {x.attribute: x for x in leaves_of(read_node(out))}
    assert (kinds[Attribute.ELAPSED].operator, kinds[Attribute.ELAPSED].value) == ("<", 2)
    assert excluded("提供虚假证明的,自查实之日起两年内不得报名") == ""  # of misconduct the sanctions tell


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("年满60周岁", ""),
        ("由一名监护人和一名未满14周岁的子女共同参加", "子女"),
        ("家中有年满70周岁老人的住户", "家中"),
        ("配偶年满50周岁", "配偶"),
    ],
)
def test_whose_age_a_bound_is_on(words: str, whose: str) -> None:
    leaf = next(x for x in leaves_of(read_node(words)) if x.attribute is Attribute.AGE)
    assert leaf.subject == whose


def test_the_kinds_of_people_before_a_bound_are_demanded_too() -> None:
    words = {x.words for x in leaves_of(read_node("失能人员、低保对象中年满55周岁的人员"))}
    assert {"失能人员", "低保对象"} <= words
    (age,) = leaves_of(read_node("城乡居民中年满55周岁的人员"))
    assert age.attribute is Attribute.AGE


@pytest.mark.parametrize(
    ("part", "formal"),
    [
        ("一户限报一个", True),
        ("每个家庭只能登记一辆", True),
        ("每人最多可以预约2次", True),
        ("一家企业限租一间", True),
        ("每人须满3次", False),
        ("一户须有两名成员在本地居住", False),
    ],
)
def test_how_much_each_may_ask_for_is_no_condition(part: str, formal: bool) -> None:
    assert is_formal(part) is formal


def _groups(text: str) -> list[tuple[GroupKind, list[str]]]:
    groups = compile_groups(Notice("n", "", "", text, parse_clauses(text), "n.txt"))
    return [(g.kind, [x.words for r in g.requirements for x in r.leaves]) for g in groups]


def test_what_one_item_shuts_out_beside_its_demand_is_kept_apart() -> None:
    found = _groups("申请条件\n1.小型渔船，船长不超过12米；机动快艇不予受理；\n2.在本港停靠满1年。\n")
    assert (GroupKind.NONE, ["机动快艇"]) in found
    assert all("不予受理" not in w for _, words in found for w in words)


def test_what_some_may_do_once_others_agree_is_demanded_of_those_alone() -> None:
    text = "一、报名条件\n年满18周岁的居民可以报名。\n孕妇患者经医院出具书面意见后，可以报名。\n"
    notice = Notice("n", "", "", text, parse_clauses(text), "n.txt")
    given = [r.given for g in compile_groups(notice) for r in g.requirements if r.given is not None]
    assert any(isinstance(g, Leaf) and g.words == "孕妇患者" for g in given)
