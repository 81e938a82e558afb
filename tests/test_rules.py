import pytest

from corpus.conditions.conditions import Attribute, Group, Leaf, leaves_of
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups, cut_off
from corpus.tree.clauses import parse_clauses
from corpus.values.periods import fold


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


def leaves(text: str) -> list[Leaf]:
    return list(leaves_of(read_node(fold(text))))


def listed(lead: str, heading: str = "一、申报条件") -> tuple[Group, ...]:
    return groups(f"{heading}\n（一）{lead}\n1、年满十八周岁；\n2、具有本市户籍。\n")


def test_a_list_below_no_heading_is_one() -> None:
    (group,) = groups("申请人具备下列条件之一的，可以申请：\n甲、年满十八周岁；\n乙、具有本市户籍。\n")
    assert group.kind == "any"
    assert len(group.requirements) == 2


def test_a_heading_that_names_a_matter_is_no_condition() -> None:
    text = "一、申报条件\n申报人应当具备下列条件：\n（一）年龄要求。\n（二）学历要求。大专以上学历。\n"
    (group,) = groups(text)
    assert [x.attribute for r in group.requirements for x in r.leaves] == [Attribute.EDUCATION]


def test_a_heading_that_shuts_out_makes_a_list_of_exclusions() -> None:
    text = "一、不予认定的情形\n1、受过刑罚的，终身不得取得；\n2、被撤销资格未满5年的，不得重新申请。\n"
    (group,) = groups(text)
    assert group.kind == "none"
    assert [x.words for x in group.requirements[0].leaves] == ["受过刑罚的"]
    assert [x.attribute for x in group.requirements[1].leaves] == [Attribute.ELAPSED]


def test_a_heading_that_names_a_matter_heads_conditions() -> None:
    found = groups("一、学历与专业\n1、小学：大专以上；\n2、中学教师为本科以上；\n")
    assert [(g.audience, [int(x.value or 0) for x in g.requirements[0].leaves]) for g in found] == [
        ("小学", [4]),
        ("", [5]),
    ]
    assert found[1].requirements[0].given is not None


@pytest.mark.parametrize(
    "sentence",
    ["在本市从事园艺生产的单位或者个人。", "在本市从事园艺生产的单位或者个人可以提出申请。"],
)
def test_a_kind_of_applicants_in_a_section_on_conditions_is_a_way_in(sentence: str) -> None:
    (group,) = groups(f"一、受理条件\n{sentence}\n二、附则\n略。\n")
    assert group.kind == "any"
    assert [x.words for x in group.requirements[0].leaves] == ["在本市从事园艺生产的单位或者个人"]
    assert groups(f"一、说明\n{sentence}\n") == ()


def test_a_list_between_dashes_in_one_line() -> None:
    (group,) = groups("一、条件\n符合以下全部条件的个人可以申请：——年满十八周岁；——具有本市户籍；\n")
    assert group.kind == "all"
    assert [x.attribute for r in group.requirements for x in r.leaves] == [
        Attribute.AGE,
        Attribute.RESIDENCE,
    ]


def test_points_counted_in_one_line_without_those_that_only_refer() -> None:
    (group,) = groups(
        "一、对象\n同时满足以下两点的人员可以报名：一是年满十六周岁；二是符合所报项目的申报条件。\n"
    )
    assert group.kind == "all"
    assert [x.attribute for r in group.requirements for x in r.leaves] == [Attribute.AGE]


def shapes(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Of each group its kind, and of its requirements to whom they speak and what they demand."""
    return [
        (
            g.kind.value,
            [x.words for r in g.requirements if r.given for x in leaves_of(r.given)],
            [f"{x.attribute.value}{x.operator}{x.value or ''}" for r in g.requirements for x in r.leaves],
        )
        for g in groups(text)
    ]


def test_what_is_said_to_one_sex_binds_it_alone() -> None:
    text = "一、条件\n男青年：身高160厘米以上。女性年龄不超过30周岁。\n二、附则\n略。\n"
    assert shapes(text) == [("all", ["男", "女"], ["measure>=160", "age<=30"])]


def test_a_sentence_that_widens_a_bound_belongs_to_it() -> None:
    text = "一、年龄\n中学毕业生为18至22周岁；大专以上毕业生放宽到24周岁。\n二、附则\n略。\n"
    ((kind, given, found),) = shapes(text)
    assert (kind, given) == ("all", [])
    assert found == ["age>=18", "age<=22", "education>=4", "age<=24"]


def test_what_a_notice_means_by_a_word_is_one_of_the_ways() -> None:
    meant = "第一条 本细则所称旧梯，是指投入使用满15年的电梯。\n"
    text = f"{meant}投入使用满12年不满15年、经评估的，一并纳入补助范围。\n"
    (group,) = groups(text)
    assert group.kind == "any"
    assert [int(x.value or 0) for r in group.requirements for x in r.leaves if x.value] == [180, 144, 180]


@pytest.mark.parametrize(
    "sentence", ["裸眼视力低于4.5，不合格。", "裸眼视力低于4.5的不合格。", "往届毕业生不征集。"]
)
def test_who_is_no_good_is_kept_out(sentence: str) -> None:
    assert [g.kind for g in groups(f"一、身体条件\n{sentence}\n二、附则\n略。\n")] == ["none"]


def test_an_answer_to_who_may_not_lists_exclusions() -> None:
    (group,) = groups("一、问答\n1、哪些人不能申请？\n受过处罚的；被开除的，但已经平反的除外。\n")
    assert group.kind == "none"
    assert [r.exceptions for r in group.requirements] == [(), ("已经平反",)]


def test_a_duty_of_those_let_in_is_no_condition() -> None:
    assert groups("一、实施\n申请人应当自收到确认书之日起60日内开工。\n") == ()


def test_years_in_a_grade_are_counted_from_it() -> None:
    assert [x.after for x in leaves("助理馆员任职满3年")] == ["title"]
    assert [x.after for x in leaves("在本单位任职满3年")] == [""]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("具备以下条件之一的，可以申报：", "any"),
        ("符合下列条件之一者，可申请：", "any"),
        ("有下列情形之一的，视为符合条件：", "any"),
        ("申请人应当同时具备以下条件：", "all"),
        ("申请人须符合下列条件：", "all"),
        ("符合下列全部条件的，可以申请：", "all"),
        ("具备下列条件的公民，均可报名：", "all"),
        ("申请人应当具备下列条件，可以申请：", "all"),
        ("满足所列出的全部申请条件即可申请：", "all"),
        ("应当具备下列条件之一，可以申请：", "any"),
        ("满足以下一条条件：", "any"),
        ("报名条件如下：", "all"),
        ("基本要求：", "all"),
        ("有下列情形之一的，不得申请：", "none"),
        ("有下列情形之一的，不予受理：", "none"),
        ("下列人员不适用：", "none"),
    ],
)
def test_lead_in(lead: str, kind: str) -> None:
    (group,) = listed(lead)
    assert group.kind == kind
    assert [len(r.leaves) for r in group.requirements] == [1, 1]
    assert [r.leaves[0].attribute for r in group.requirements] == [Attribute.AGE, Attribute.RESIDENCE]


@pytest.mark.parametrize(
    "lead",
    [
        "有下列行为之一的，取消资格：",
        "申请时应当提交以下材料：",
        "需提供下列证明：",
        "办理流程如下：",
        "不得携带以下物品：",
        "申请方式包括：",
        "服务窗口包括：",
    ],
)
def test_lists_about_conduct_materials_or_anything_else_are_no_conditions(lead: str) -> None:
    assert listed(lead, "一、说明") == ()


def test_the_requirement_carries_its_clause_and_span() -> None:
    text = "一、申报条件\n具备以下条件之一的，可以申报：\n1、年满十八周岁；\n2、具有本市户籍。\n"
    (group,) = groups(text)
    first, second = group.requirements
    source = notice(text)
    assert source.quote(first.span) == "1、年满十八周岁；"
    assert source.quote(second.span) == "2、具有本市户籍。"
    assert source.clause_text(group.lead) == "具备以下条件之一的，可以申报："


@pytest.mark.parametrize(
    ("lead", "level"),
    [
        ("具备以下条件之一者，可申报四级/中级工：", "四"),
        ("具备以下条件之一者，可申报高级工：", "三"),
        ("具备以下条件之一者，可申报高级技师：", "一"),
        ("具备以下条件之一者，可申报：", ""),
    ],
)
def test_the_level_that_a_list_is_about(lead: str, level: str) -> None:
    (group,) = groups(f"1、{lead}\n（1）年满十八周岁；\n（2）具有本市户籍。\n")
    assert group.level == level


def test_two_levels_are_two_groups() -> None:
    text = (
        "1、具备以下条件之一者，可申报五级/初级工：\n（1）年满十六周岁；\n（2）已参加工作。\n"
        "2、具备以下条件之一者，可申报四级/中级工：\n（1）从事本职业工作满3年；\n"
    )
    assert [(g.level, len(g.requirements)) for g in groups(text)] == [("五", 2), ("四", 1)]


def test_a_sentence_in_a_section_of_conditions() -> None:
    (group,) = groups(
        "一、申报条件\n申请人须年满十六周岁，且在本市缴纳社会保险满6个月。\n二、时间\n每年须满两次。\n"
    )
    assert group.kind == "all"
    assert [x.attribute for x in group.requirements[0].leaves] == [Attribute.AGE, Attribute.INSURANCE]


def test_an_exception_lifts_the_requirement() -> None:
    text = (
        "一、申报条件\n申请人应当同时具备以下条件：\n1、年满十八周岁（退役人员除外）；\n2、具有本市户籍。\n"
    )
    (group,) = groups(text)
    first, second = group.requirements
    assert first.exceptions == ("退役",)
    assert [x.attribute for x in first.leaves] == [Attribute.AGE]
    assert second.exceptions == ()


@pytest.mark.parametrize(
    "text",
    [
        "资历年限计算到2024年12月31日为止。",
        "工作时间截止日期为2024年12月31日。",
        "工龄截至 2024 年 12 月 31 日。",
    ],
)
def test_cut_off(text: str) -> None:
    source = notice(f"一、说明\n{text}\n")
    span = cut_off(source)
    assert span is not None
    assert source.quote(span).endswith("日")
    assert "2024" in source.quote(span)


def test_no_cut_off() -> None:
    assert cut_off(notice("申报截止时间为2024年12月31日。\n")) is None


@pytest.mark.parametrize(
    ("sentence", "shut_out"),
    [
        ("年满18周岁的居民均可申报，已退休的除外。", "已退休"),
        ("跨县经营的船只除外。", "跨县经营的船只"),
        ("适用于年满18周岁的居民，但不包括现役军人。", "现役军人"),
        ("除画面重复超过一半的作品外，各类作品均可。", "画面重复超过一半的作品"),
    ],
)
def test_who_is_left_out_is_kept_out(sentence: str, shut_out: str) -> None:
    found = [g for g in groups(f"一、参加条件\n{sentence}\n") if g.kind == "none"]
    assert shut_out in "".join(x.words for g in found for r in g.requirements for x in r.leaves)


@pytest.mark.parametrize("lead", ["不接受报名：", "不予录用：", "暂缓受理："])
def test_a_lead_in_that_refuses_keeps_out(lead: str) -> None:
    (group,) = groups(f"一、报名条件\n（一）有下列情形之一的，{lead}\n1、被开除公职的；\n2、酗酒的。\n")
    assert group.kind == "none"


def test_cases_in_one_line_below_a_heading_that_refuses() -> None:
    (group,) = groups("一、有以下情况的不能申请\n转让过渔船的；正在受罚的。因病转让渔船的除外。\n")
    assert [r.exceptions for r in group.requirements] == [("因病转让渔船",)] * 2


def test_the_same_bound_again_is_looser_for_some() -> None:
    (group,) = groups(
        "申请人应当符合以下条件：\n1、年龄不超过30周岁，具有博士学位的不超过40周岁；\n2、身体健康。\n"
    )
    node = group.requirements[0].node
    assert [(x.attribute.value, int(x.value or 0)) for x in leaves_of(node)] == [
        ("age", 30),
        ("education", 7),
        ("age", 40),
    ]
    assert getattr(node, "kind", "") == "any"
