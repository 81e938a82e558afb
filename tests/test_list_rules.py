"""Lists of conditions: what their lead-ins, headings and items make of them."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, Group
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, targets_of
from corpus.tree.clauses import parse_clauses


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


def test_whole_qualifications_are_ways_though_nothing_says_so() -> None:
    items = "（1）博士学位；\n（2）硕士学位，从事养蜂工作满2年；\n（3）本科学历，从事养蜂工作满5年。\n"
    text = f"一、申报条件\n{items}"
    (group,) = groups(text)
    assert group.kind == "any"
    assert len(group.requirements) == 3


def test_what_is_demanded_together_stays_so() -> None:
    items = "（1）具备博士学位，年满30周岁；\n（2）具备硕士学位，从事养蜂工作满2年。\n"
    text = f"一、申报条件\n须同时具备下列条件：\n{items}"
    (group,) = groups(text)
    assert group.kind == "all"


def test_conditions_of_several_matters_are_all_demanded() -> None:
    (group,) = groups("一、申报条件\n（1）年满18周岁；\n（2）具备本科学历；\n（3）从事养蜂工作满2年。\n")
    assert group.kind == "all"


def test_bare_words_above_a_list_of_ways_name_what_it_is_for() -> None:
    text = (
        "一、各级申报条件\n养蜂师\n（1）具备硕士学位；\n（2）具备本科学历，从事养蜂工作满2年。\n"
        "高级养蜂师\n（1）具备博士学位，从事养蜂工作满2年；\n（2）具备硕士学位，从事养蜂工作满5年。\n"
    )
    assert [t.name for t in targets_of(notice(text))] == ["养蜂师", "高级养蜂师"]


@pytest.mark.parametrize(
    "lead", ["有下列情形之一的，不符合救助条件：", "有下列情形之一的人员，不属于补贴对象："]
)
def test_who_does_not_meet_the_conditions_is_kept_out(lead: str) -> None:
    (group,) = groups(f"二、其他规定\n{lead}\n（1）拥有两套住房的；\n（2）拥有汽车的。\n")
    assert group.kind == "none"


def test_a_list_of_what_earns_points_demands_nothing() -> None:
    text = (
        "三、政策\n对具备以下条件的报名者给予加分：\n（1）具有硕士学历的加5分；\n（2）少数民族学生加2分。\n"
    )
    assert groups(text) == ()


def test_a_level_is_that_of_the_heading_right_above() -> None:
    text = (
        "具备以下条件之一者，可申报三级/高级工：\n（1）从事本职业工作10年以上。\n（2）取得四级证书后从事本职业工作4年以上。\n"
        "具备以下条件者，可申报二级/技师：\n取得三级/高级工职业资格证书后，累计从事本职业工作4年以上。\n"
    )
    assert {g.level for g in groups(text)} == {"三", "二"}


def test_further_sentences_of_an_item_bind_those_of_whom_they_speak() -> None:
    text = (
        "一、招聘条件\n应聘者应同时具备以下条件：\n1.年龄不超过35周岁。\n"
        "2.取得教师资格证书。其中，应聘小学教师岗位的，应具有大专以上学历；应聘中学教师岗位的，应具有本科以上学历。\n"
    )
    (group,) = groups(text)
    degrees = [[x.value for x in r.leaves if x.attribute is Attribute.EDUCATION] for r in group.requirements]
    assert degrees == [[], [], [4], [5]]
    assert [r.given is not None for r in group.requirements] == [False, False, True, True]


def test_what_somebody_may_apply_for_by_a_list_is_a_target() -> None:
    text = (
        "一、受理条件\n1.符合以下全部条件的，可以申请租房补贴：\n（1）年满18周岁；\n（2）具有本市户籍。\n"
        "2.符合以下全部条件的，可以申请购房补贴：\n（1）年满25周岁；\n（2）具有本市户籍。\n在编人员不得申请购房补贴。\n"
    )
    found = targets_of(notice(text))
    assert [t.name for t in found] == ["租房补贴", "购房补贴"]
    assert [len(t.own) for t in found] == [1, 2], "who is shut out is of that alone"


def test_applicants_and_conditions_side_by_side_are_of_one_thing() -> None:
    text = (
        "一、招聘\n（一）招聘对象\n（1）本科以上毕业生；\n（2）师范类专业专科毕业生。\n"
        "（二）招聘条件\n应同时具备以下条件：\n1.年龄不超过35周岁；\n2.具有专科以上学历，身体健康。\n"
    )
    (target,) = targets_of(notice(text))
    assert [g.kind for g in target.groups] == ["any", "all"]


def test_conditions_of_two_exams_are_of_either_alone() -> None:
    text = (
        "一、基础考试报考条件\n1.本科：取得本专业本科以上学历；\n2.专科：取得本专业专科学历，从事相关工作满1年。\n"
        "二、专业考试报考条件\n1.本科：取得本专业本科以上学历，从事相关工作满4年；\n2.专科：取得本专业专科学历，从事相关工作满6年。\n"
    )
    found = targets_of(notice(text))
    assert len(found) == 2
    assert all(g.kind == "any" for t in found for g in t.own)


def test_qualifications_between_semicolons_are_ways() -> None:
    text = "一、报考条件\n取得本专业专科学历，从事相关工作满6年；取得相近专业专科学历，从事相关工作满7年。\n"
    (group,) = groups(text)
    assert [r.node.kind for r in group.requirements] == ["any"]  # type: ignore[union-attr]


def test_who_a_law_keeps_out_is_not_told_and_nobody_is_all_applicants() -> None:
    text = (
        "一、招聘条件\n曾受过刑事处罚和曾被开除公职的人员以及法律规定不得聘用的其他情形的人员，不能应聘。\n"
        "应聘人员不能应聘与本人有回避关系的岗位。\n"
    )
    found = [x.words for g in groups(text) for r in g.requirements for x in r.leaves]
    assert found == ["曾受过刑事处罚", "曾被开除公职的人员"]


def test_a_class_of_something_else_is_no_level() -> None:
    lead = "满足以下条件之一的人可以申请参加一级建造师考试："
    text = f"{lead}\n1.具有专科学历，工作满6年。\n2.具有本科学历，工作满4年。\n"
    (group,) = groups(text)
    assert group.level == ""


def test_a_heading_of_applicants_and_conditions_opens_a_list() -> None:
    (group,) = groups("招聘范围和条件\n（一）具有良好的品行；\n（二）年龄在40周岁以下。\n")
    assert len(group.requirements) == 2


def test_an_item_that_keeps_out_is_no_demand() -> None:
    items = "1.年龄在40周岁以下。\n2.身体健康；现役军人不得报考。\n3.正在接受审查的人员，不得报考。\n"
    text = f"二、报考条件\n{items}"
    found = [(g.kind.value, [x.words for r in g.requirements for x in r.leaves]) for g in groups(text)]
    assert found == [
        ("all", ["年龄在40周岁以下", "身体健康"]),
        ("none", ["现役军人"]),
        ("none", ["正在接受审查的人员"]),
    ]


def test_kinds_of_people_below_whom_something_is_for_are_ways() -> None:
    items = "1.本市户籍人员；\n2.持有本市居住证的居民；\n3.在本市就读的学生。\n"
    text = f"一、参保对象\n未参加职工医保的下列人员：\n{items}"
    (group,) = groups(text)
    assert group.kind == "any"
    assert len(group.requirements) == 3


def test_a_heading_of_conditions_and_demands_opens_a_list() -> None:
    (group,) = groups("三、资格条件和要求\n1.作风优良；\n2.年龄在35周岁以下；\n3.具有硕士以上学位。\n")
    assert len(group.requirements) == 3


@pytest.mark.parametrize(
    ("heading", "behind", "kind"),
    [
        ("一、什么人可以申请", "三者须同时具备。", "all"),
        ("一、申请条件", "以上条件具备其一即可。", "any"),
        ("一、什么人可以申请", "本指南自发布之日起施行。", "all"),
    ],
)
def test_what_stands_behind_a_list_or_asks_above_it_joins_it(heading: str, behind: str, kind: str) -> None:
    text = f"{heading}\n1、持有本镇户籍；\n2、月人均收入低于标准；\n3、家庭财产符合规定。\n{behind}\n"
    joined = groups(text)
    assert [(g.kind.value, len(g.requirements)) for g in joined] == [(kind, 3)]
