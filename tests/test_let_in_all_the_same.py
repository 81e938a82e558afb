"""Whom a demand does not bind after all, whom it binds alone, and kinds of people of which one will do."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, Group, GroupKind, Tree, leaves_of
from corpus.conditions.demanded import but_for, requirement_of, still_let_in
from corpus.conditions.exclusions import excluded, kept_out
from corpus.conditions.people import aim_of_kinds, kinds_of_people, names_people
from corpus.conditions.requirements import read_node
from corpus.conditions.stated import states_openly
from corpus.notice import Notice, Span
from corpus.rules.rules import compile_groups, targets_of
from corpus.tree.clauses import parse_clauses

HERE = Span(0, 1)


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(Notice("n", "", "", text, parse_clauses(text), "n.txt"))


def test_who_may_all_the_same_is_excepted_in_the_sentence() -> None:
    found = requirement_of(0, HERE, "旧蜂箱,但经检验合格的,可以按评估价补贴")
    assert found.exceptions == ("经检验合格",)
    assert [x.words for x in found.leaves] == ["旧蜂箱"]


def test_who_may_all_the_same_is_excepted_by_a_sentence_of_its_own() -> None:
    (group,) = groups("三、不予补助的对象\n已领取同类补助的，不予补助。但蜂场受灾的，可以再次申请。\n")
    assert group.kind is GroupKind.NONE
    assert [r.exceptions for r in group.requirements] == [("蜂场受灾",)]


def test_who_may_all_the_same_does_not_make_a_way() -> None:
    (group,) = groups("三、补助对象\n已领取同类补助的，不予补助，但蜂场受灾的，可以再次申请。\n")
    assert group.kind is GroupKind.NONE


def test_what_is_relaxed_or_favoured_is_no_exception() -> None:
    assert but_for("年龄不超过38周岁,但具有博士学位的,可以放宽至44周岁")[1] == ""
    assert not still_let_in("但残疾人可以优先办理")


def test_papers_asked_of_who_aims_at_one_thing_bind_them_alone() -> None:
    items = "1.身体健康。报考养蜂岗位的，应当取得养蜂员证书；\n2.年满18周岁。\n"
    text = f"二、报考条件\n须同时符合下列条件：\n{items}"
    (group,) = groups(text)
    (some,) = (r for r in group.requirements if r.given is not None)
    assert [x.words for x in leaves_of(some.given or some.node)] == ["报考养蜂岗位的"]


def test_who_poses_as_something_is_kept_out_of_that_alone() -> None:
    text = "在读的蜂学院学生不得以原取得的学历身份报考"
    assert excluded(text) == "在读的蜂学院学生"
    (found,) = kept_out(0, HERE, excluded(text), text)
    assert found.given is not None
    assert [x.words for x in leaves_of(found.given)] == ["以原取得的学历身份报考"]


def test_an_item_that_names_some_keeps_out_others_in_a_sentence_of_its_own() -> None:
    text = (
        "三、有下列情形之一的，不得报考：\n1.受过处罚的；\n"
        "2.本站在编人员。在读的蜂学院学生不得以原取得的学历身份报考。\n"
    )
    (group,) = groups(text)
    assert [r.given is not None for r in group.requirements] == [False, False, True]


def test_a_row_with_a_comma_in_it_is_not_split() -> None:
    who = "因酒驾、赌博受过处分,未满2年的人员"
    assert len(kept_out(0, HERE, who, f"{who}不得报名")) == 1
    both = "现役军人、在编人员"
    assert len(kept_out(0, HERE, both, f"{both}不得报名")) == 2


def test_kinds_of_people_behind_a_colon_each_suffice() -> None:
    text = "下列人员之一:低保家庭学生、残疾人家庭学生(以证件为准)"
    assert kinds_of_people(text) == ["低保家庭学生", "残疾人家庭学生(以证件为准)"]
    node = read_node(text)
    assert isinstance(node, Tree)
    assert node.kind is GroupKind.ANY
    assert names_people("残疾人家庭学生(以证件为准)")


def test_kinds_of_people_may_be_for_one_thing_alone() -> None:
    text = "下列人员之一可以报考定向岗位:养蜂满6年的职工、退役士兵"
    assert aim_of_kinds(text) == "报考定向岗位"
    assert aim_of_kinds("下列人员之一可以报考:养蜂满6年的职工、退役士兵") == ""
    assert requirement_of(0, HERE, text).given is not None


def test_kinds_in_one_line_and_what_follows_stand_in_one_set() -> None:
    text = (
        "蜂农助学通知\n一、资助对象\n下列人员之一：低保家庭学生、蜂农家庭学生（以证明为准）。"
        "申请人应当为本县户籍。没有其他贷款。家庭年收入不高于3万元。\n"
    )
    kinds, demanded = groups(text)
    assert (kinds.kind, len(kinds.requirements)) == (GroupKind.ANY, 2)
    assert (demanded.kind, len(demanded.requirements)) == (GroupKind.ALL, 3)
    assert len(targets_of(Notice("n", "蜂农助学通知", "", text, parse_clauses(text), "n.txt"))) == 1


def test_sentences_go_on_with_what_an_applicant_must_meet() -> None:
    text = "三、办理\n蜂场贷款由镇农业站受理。申请人须年满20周岁。没有其他贷款。镇农业站当场答复。\n"
    found = [x.words for g in groups(text) for r in g.requirements for x in r.leaves]
    assert found == ["年满20周岁", "没有其他贷款"]


@pytest.mark.parametrize("text", ["本人及配偶在本镇无自有住房", "申请人及配偶、未成年子女名下没有蜂场"])
def test_what_somebody_and_theirs_lack_is_demanded(text: str) -> None:
    assert states_openly(text)
    assert [x.words for x in leaves_of(requirement_of(0, HERE, text).node)] == [text]


def test_what_has_not_been_done_stands_beside_a_bound() -> None:
    found = list(leaves_of(read_node("蜂场停业满6个月且未在外镇继续经营")))
    assert [x.attribute for x in found] == [Attribute.MEASURE, Attribute.OPEN]
