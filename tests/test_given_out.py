"""What is given, how much may be asked for, and how something is regarded: none of it is demanded."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, leaves_of
from corpus.conditions.given_out import only_gives, without_gifts
from corpus.conditions.matters import names_matter
from corpus.conditions.relaxations import relaxes_only
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses


def rules_read(text: str) -> list[str]:
    """The words of each condition that a notice so printed states."""
    notice = Notice("n", "", "", text, parse_clauses(text), "n.txt")
    return [x.words for g in compile_groups(notice) for r in g.requirements for x in r.leaves]


@pytest.mark.parametrize(
    "text",
    [
        "最高补贴3万元",
        "笔试加4分",
        "按实际租金提取",
        "补助按蜂箱价款的20%给予,最高6000元",
        "每人限报1个组别",
        "每户年内享受补贴的蜂箱不超过40个,合作社不超过90个",
        "对符合条件的蜂场给予3万元奖励",
    ],
)
def test_what_is_given_or_limited_is_no_demand(text: str) -> None:
    assert only_gives(text)


@pytest.mark.parametrize(
    "text",
    [
        "家庭年收入最高3万元",
        "已领取补贴3万元",
        "年满70周岁的老人每月发放90元",
        "按规定缴纳社会保险",
        "每户常住人口不超过6人",
        "参赛队员不超过6人",
    ],
)
def test_what_somebody_is_or_has_is_demanded_still(text: str) -> None:
    assert not only_gives(text)


def test_what_stands_before_a_gift_is_the_condition() -> None:
    assert without_gifts("养蜂满3年的农户,加4分") == "养蜂满3年的农户"
    (leaf,) = leaves_of(read_node("经营蜂场满3年,最高奖励5000元"))
    assert leaf.attribute is Attribute.MEASURE


@pytest.mark.parametrize(
    "text",
    [
        "中断缴费不超过3个月的，视为连续缴费",
        "补缴的，从到账之月起重新计算",
        "迁出后迁回的，自迁回之日起计算居住年限",
    ],
)
def test_how_something_is_regarded_is_no_demand(text: str) -> None:
    assert names_matter(text.replace("，", ","))


@pytest.mark.parametrize("text", ["养蜂满3年的,视为符合条件", "抽检两次的,视为不合格"])
def test_who_is_regarded_as_fit_or_unfit_is_told(text: str) -> None:
    assert not names_matter(text)


def test_gifts_and_limits_are_no_items_of_a_list() -> None:
    text = "一、申报条件\n须同时符合下列条件：\n1.经营蜂场满3年；\n2.每人限报1个组别；\n3.最高奖励5000元。\n"
    assert rules_read(text) == ["经营蜂场满3年"]
    assert rules_read("一、申报条件\n蜂场经营满3年。每户限报1个蜂场，最高奖励5000元。\n") == ["蜂场经营满3年"]


def test_a_bound_relaxed_in_its_own_sentence_is_demanded() -> None:
    text = "年龄在20周岁以上、38周岁以下(1990年5月2日以后出生),具有中级职称的,年龄可放宽至44周岁"
    assert not relaxes_only(text)
    assert relaxes_only("具有中级职称的,年龄可放宽至44周岁")
    found = [(x.attribute, x.operator, x.value) for x in leaves_of(read_node(text))]
    assert [(a.value, o, int(v or 0)) for a, o, v in found] == [
        ("age", ">=", 20),
        ("age", "<=", 38),
        ("title", ">=", 2),
        ("age", "<=", 44),
    ]
