"""For whom conditions hold: by a heading, an item, a row, and which sections are on conditions."""

import pytest

from corpus.conditions.audiences import in_section, levels_in
from corpus.conditions.conditions import Group
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("五级/初级工", ["五"]),
        ("四级、三级", ["四", "三"]),
        ("高级工和技师", ["三", "二"]),
        ("高级技师", ["一"]),
        ("三级高级工", ["三"]),
        ("无", []),
    ],
)
def test_levels_in(text: str, levels: list[str]) -> None:
    assert levels_in(text) == levels


@pytest.mark.parametrize(
    ("heading", "audience"),
    [
        ("（一）求职人员", "求职人员"),
        ("（一）返乡农民工补贴", "返乡农民工补贴"),
        ("（一）小微企业申请", "小微企业"),
        ("（一）申报条件", ""),
        ("（一）不适用人员", ""),
        ("（一）残疾人", "残疾人"),
    ],
)
def test_for_whom_a_heading_says_that_conditions_hold(heading: str, audience: str) -> None:
    lead = "申请人应当同时具备以下条件："
    (group,) = groups(f"一、说明\n{heading}\n{lead}\n1、年满十七周岁；\n2、具有本市户籍。\n")
    assert group.audience == audience
    assert (group.named_by >= 0) is bool(audience)


def test_for_whom_an_item_says_that_it_holds() -> None:
    text = "一、补贴条件\n1、求职人员：年满十七周岁，具有本市户籍。\n2、返乡农民工：年满26周岁，有居住证。\n"
    assert [(g.kind, g.audience, len(g.requirements)) for g in groups(text)] == [
        ("all", "求职人员", 1),
        ("all", "返乡农民工", 1),
    ]


@pytest.mark.parametrize(
    ("heading", "inside"),
    [
        ("一、申请条件", True),
        ("一、哪些人可以申请", True),
        ("一、发放对象", True),
        ("问：什么人能领？", True),
        ("一、受理时间", False),
        ("一、报名材料要求", False),
        ("一、资格证书领取", False),
    ],
)
def test_which_sections_are_on_conditions(heading: str, inside: bool) -> None:
    source = notice(f"{heading}\n缴纳社会保险满7个月。\n")
    assert in_section(source, len(source.clauses) - 1) is inside
