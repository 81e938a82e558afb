"""Sentences that list what will do, say what is asked instead, or say what does not matter."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Group, GroupKind, Leaf, Node
from corpus.conditions.exclusions import excluded
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses
from corpus.values.periods import fold


def shape(node: Node) -> str:
    if isinstance(node, Leaf):
        value = "" if node.value is None else f"{node.operator}{node.value.normalize():f}"
        return f"{node.attribute.value}{value}"
    return f"{node.kind.value}({' '.join(shape(p) for p in node.parts)})"


def tree(text: str) -> str:
    return shape(read_node(fold(text)))


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(Notice("n", "", "", text, parse_clauses(text), "n.txt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年满16周岁的潜水爱好者，户籍不限，但须持有泳池年卡", "all(age>=16 open)"),
        ("年满60周岁的采茶老人，不限户籍", "all(open age>=60)"),
        ("户籍和年龄不限，须会弹一种民乐", "open"),
        ("具有本镇户籍，不论有没有果园", "residence"),
        ("在馆内办过证的读者，包括外地户籍读者", "open"),
        ("在村里养蜂满2年的，不受户籍和学历限制", "measure>=24"),
    ],
)
def test_what_does_not_matter_is_no_demand(text: str, expected: str) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "须为本镇户籍，并属于以下之一：年满70周岁的；持有残疾证的；连续采茶满3年的",
            "all(residence any(age>=70 open measure>=36))",
        ),
        ("出窑量500件以上；不足500件的，近2年获奖应在3项以上", "any(measure>=500 measure>=3)"),
        ("具有本镇户籍，或者持有居住证；年龄在20周岁以上", "all(any(residence permit) age>=20)"),
        ("没有船只，或船只不足20平方米；近3年内没有转让过船只", "all(any(open measure<20) open)"),
        ("具有硕士学位或者副高级以上职称，年龄不超过50周岁", "all(any(education>=6 title>=3) age<=50)"),
        ("持有本县有效居住证的非本县户籍养蜂人员", "all(permit residence)"),
    ],
)
def test_one_of_what_is_listed_will_do(text: str, expected: str) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("陶艺馆、纸艺馆工作人员不适用本办法，其培训另行安排", "陶艺馆、纸艺馆工作人员"),
        ("驯鹰协会购买的不补", "驯鹰协会购买"),
        ("近两年因偷猎被吊销过证件的，不给办", "近两年因偷猎被吊销过证件"),
        ("因比赛作弊受到停赛处理、期限未满的，不得报名", "因比赛作弊受到停赛处理、期限未满"),
        ("上季无故缺训累计达到5次的学员，本季不予录取", "上季无故缺训累计达到5次的学员"),
        ("领了执照的茶馆经营者，不属于本办法所称的散户", "领了执照的茶馆经营"),
    ],
)
def test_whom_a_sentence_keeps_out(text: str, who: str) -> None:
    assert excluded(fold(text)) == who


def test_misconduct_that_is_threatened_keeps_nobody_out() -> None:
    assert excluded(fold("比赛作弊的，不得再报名")) == ""


def test_a_list_in_line_within_a_list_of_demands_keeps_out() -> None:
    items = "（一）年满18周岁。\n（二）有下列情形之一的，不予受理：散户；已有渔船的；处分尚未解除的。\n"
    found = {g.kind: g for g in groups(f"一、报名条件\n{items}")}
    assert len(found[GroupKind.NONE].requirements) == 3
    assert len(found[GroupKind.ALL].requirements) == 1


def test_kinds_that_a_clause_counts_are_ways() -> None:
    text = "一、哪些人可以领\n有两类人。一类是养蜂满3年的本镇户籍人员；另一类是年满60周岁的采茶人员。\n"
    (group,) = groups(text)
    assert group.kind is GroupKind.ANY
    assert len(group.requirements) == 2


def test_classes_without_a_number_are_items_of_the_list_above() -> None:
    classes = "A类：获得省级金奖，年龄不超过50周岁；\nB类：获得市级金奖，年龄不超过40周岁。\n"
    text = f"第四条　申请人应当同时符合下列条件：\n（一）属于下列匠人之一：\n{classes}（二）从事制陶满3年。\n"
    kinds = [(g.kind, len(g.requirements)) for g in groups(text)]
    assert (GroupKind.ANY, 2) in kinds


def test_points_of_a_grade_are_ways_where_the_lead_in_says_so() -> None:
    items = "（一）四级（中级工）：1.从事制陶工作满3年；2.年满30周岁，获得过奖项。\n"
    items += "（二）三级（高级工）：1.从事制陶工作满5年；2.年满40周岁，获得过奖项。\n"
    text = f"二、申报条件\n申报人须持有居住证，并符合拟报等级所列条件之一：\n{items}"
    assert {(g.level, g.kind, len(g.requirements)) for g in groups(text) if g.level} == {
        ("四", GroupKind.ANY, 2),
        ("三", GroupKind.ANY, 2),
    }


def test_a_bound_behind_a_price_is_of_that_course_alone() -> None:
    courses = "1.潜水、跳水：每人480元，限12周岁以上；\n2.船模：每人300元，限三年级以上。\n"
    found = [r for g in groups(f"二、班次与费用\n{courses}") for r in g.requirements]
    assert found
    assert all(r.given is not None for r in found)


def test_a_bare_time_is_of_the_work_that_the_way_before_names() -> None:
    assert tree("大专学历，从事制陶工作满5年；本科学历，满3年") == (
        "any(all(education>=4 work>=60) all(education>=5 work>=36))"
    )


def test_what_a_card_gives_is_no_condition() -> None:
    given = "（一）免费借用蜂箱；\n（二）每年一次免费体检。\n"
    assert groups(f"第三条　持养蜂卡可享受下列待遇：\n{given}") == ()


def test_what_stands_before_the_sentence_that_opens_a_list_is_read_too() -> None:
    text = "一、申请条件\n单人申请的须年满30周岁。应当同时符合：\n（一）具有本镇户籍；\n（二）养蜂满3年。\n"
    found = [r for g in groups(text) for r in g.requirements]
    assert [shape(r.node) for r in found if r.given is not None] == ["age>=30"]
    assert len(found) == 3


def test_how_much_each_gets_says_nothing_of_who_may() -> None:
    limits = "1.每个个人全年最多补2箱，合计不超过900元；\n2.蜂箱每户3年内只补1只。\n"
    assert groups(f"二、有哪些限制\n{limits}") == ()
