"""Lists inside answers and paragraphs, catch-all items, distances, and what binds some alone."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Group, GroupKind, leaves_of
from corpus.conditions.demanded import but_for, requirement_of
from corpus.conditions.matters import names_matter
from corpus.conditions.open_demands import open_demands
from corpus.conditions.relaxations import loosened
from corpus.conditions.requirements import read_node
from corpus.notice import Notice, Span
from corpus.rules.rules import compile_groups
from corpus.rules.waivers import waivers_of
from corpus.tree.clauses import parse_clauses

HERE = Span(0, 1)


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


ANSWERS = """蜂农帮扶问答
问：哪些蜂农可以申请建档？
答：具有本镇户籍、家庭月人均收入低于900元的蜂农家庭；因受灾，一年内损失超过3万元的家庭；与合作社解约未满一年的原会员。
问：什么情况不能建档？
答：家庭有下列情况之一的不能建档：拥有两套及以上住房；拥有价值9万元以上的汽车，但因残疾需要代步的除外。
问：申请要带什么材料？
答：申请表、身份证。
"""


def test_kinds_of_people_in_an_answer_are_ways() -> None:
    node = next(r.node for g in groups(ANSWERS) if g.kind is GroupKind.ALL for r in g.requirements)
    assert getattr(node, "kind", None) is GroupKind.ANY


def test_an_answer_that_is_a_list_keeps_out_by_each_of_its_points() -> None:
    (shut,) = (g for g in groups(ANSWERS) if g.kind is GroupKind.NONE)
    assert [r.exceptions for r in shut.requirements] == [(), ("因残疾需要代步",)]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("家里有两套房，能建档吗？", "not_eligible"),
        ("有辆12万的车，因为残疾代步用的，能建档吗？", "eligible"),
    ],
)
def test_who_is_kept_out_by_an_answer(asking, question: str, verdict: str) -> None:  # type: ignore[no-untyped-def]
    assert asking(date(2031, 5, 2), bees=ANSWERS)(question).verdict == verdict


def test_a_list_may_begin_inside_a_paragraph() -> None:
    text = (
        "一、补助对象\n具有本镇户籍的居民可以申请补助。下列人员不属于补助范围："
        "享受养老补助的；已迁出本镇的。\n"
    )
    found = {g.kind: len(g.requirements) for g in groups(text)}
    assert found == {GroupKind.NONE: 2, GroupKind.ANY: 1}


@pytest.mark.parametrize("text", ["法律、法规规定的其他条件", "国家规定的其他不得申请的情形"])
def test_what_others_ask_besides_is_not_told(text: str) -> None:
    assert names_matter(text)


def test_a_distance_is_a_bound_and_may_be_relaxed_by_its_other_name() -> None:
    text = (
        "一、申请条件\n蜂场与住宅的距离不少于60米。\n二、放宽规定\n残疾人、军属申请的，间距可放宽至40米。\n"
    )
    (leaf,) = (x for g in groups(text) for r in g.requirements for x in r.leaves)
    (waiver,) = waivers_of(notice(text))
    assert (leaf.operator, leaf.unit) == (">=", "米")
    loose = loosened(leaf, waiver)
    assert loose is not None
    assert loose.value == 40
    assert [x.words for x in leaves_of(waiver.who)] == ["残疾人", "军属"]


def test_where_something_may_not_be_done_is_no_bound() -> None:
    assert not list(bounds_in("校门60米内,不得摆放蜂箱"))


def test_in_what_time_something_came_about_is_no_bound() -> None:
    (only,) = bounds_in("一年内损失超过3万元")
    assert only.leaf.unit == "元"


def test_how_many_may_come_frees_nobody() -> None:
    assert not waivers_of(notice("三、说明\n转出人数不受限制。\n"))
    assert waivers_of(notice("三、说明\n获奖的学生，不受绩点限制。\n"))


def test_those_named_by_their_part_alone_must_hold_a_paper() -> None:
    found = requirement_of(0, HERE, "急救组志愿者须持有救护员证")
    assert found.given is not None
    assert requirement_of(0, HERE, "志愿者须持有救护员证").given is None


def test_kinds_of_people_may_all_the_same_without_de() -> None:
    assert but_for("三年级以上的学生,但退役复学学生可以转入下一年级") == ("三年级以上的学生", "退役复学学生")


def test_the_words_of_a_demand_are_kept_as_they_stand() -> None:
    (leaf,) = leaves_of(open_demands("受到记过以上处分且未解除的"))
    assert leaf.words == "受到记过以上处分且未解除的"
    assert len(list(leaves_of(read_node("具有本镇户籍、月收入低于900元的蜂农")))) == 2


def test_what_has_not_been_done_in_a_row_is_a_case_each() -> None:
    text = "三、有下列情形之一的，不得申请：\n1.未签订合同、未缴纳租金的；\n2.受过处罚的。\n"
    (shut,) = groups(text)
    assert getattr(shut.requirements[0].node, "kind", None) is GroupKind.ANY


def test_one_vote_keeps_out() -> None:
    (shut,) = groups("四、有以下情况的实行一票否决：\n1.有违法行为的；\n2.被投诉经查属实的。\n")
    assert shut.kind is GroupKind.NONE


def test_what_is_done_after_being_let_in_is_no_bound() -> None:
    assert not list(bounds_in("承诺入驻后1个月内迁入园区"))
    assert list(bounds_in("毕业后2年内"))


def test_who_comes_too_late_after_something_is_kept_out() -> None:
    (late,) = groups("三、办理\n申请人应在蜂箱购买后6个月内提出申请，逾期视为放弃。\n")
    assert late.kind is GroupKind.NONE


def test_weeks_are_days() -> None:
    (only,) = bounds_in("采蜜间隔不少于2周")
    assert (int(only.leaf.value or 0), only.leaf.unit) == (14, "天")


def test_the_day_of_a_birth_is_no_kind_of_people() -> None:
    node = read_node("2029年1月1日以后出生、具有本镇户籍的二孩家庭")
    assert getattr(node, "kind", None) is GroupKind.ALL


def test_kinds_below_whom_it_is_for_have_conditions_of_their_own() -> None:
    text = (
        "蜂园入驻规定\n一、入驻对象\n（一）养蜂企业。成立不超过4年，蜂箱不少于60个。\n"
        "（二）养蜂团队。成员不少于3人的团队，经村里推荐。\n二、材料\n身份证。\n"
    )
    assert {g.audience for g in groups(text)} == {"养蜂企业", "养蜂团队"}


def test_what_some_may_do_only_so_binds_them_alone() -> None:
    (group,) = groups("一、补给谁\n跨村的，每个村分别达到60亩才能分别申报。\n")
    assert [r.given is not None for r in group.requirements] == [True]


def test_an_item_that_only_names_a_table_is_no_condition() -> None:
    text = (
        "二、申报条件\n申报人须同时符合下列条件：\n（一）年满20周岁；\n（二）学历和年限条件。\n"
        "学历\t年限\n本科\t满4年\n大专\t满6年\n（三）身体健康。\n"
    )
    words = [x.words for g in groups(text) for r in g.requirements for x in r.leaves]
    assert not any("年限条件" in w for w in words)
