import re
from decimal import Decimal

import pytest

from corpus.audiences import in_section, levels_in
from corpus.clauses import parse_clauses
from corpus.conditions import Attribute, Group, Leaf, leaves_of
from corpus.credentials import degree_of
from corpus.notice import Notice
from corpus.periods import fold
from corpus.requirements import read_leaves
from corpus.rules import compile_groups, cut_off


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


def leaves(text: str) -> list[Leaf]:
    return list(read_leaves(fold(text)))


def bound(text: str) -> list[tuple[str, str, int, str]]:
    return [(x.attribute.value, x.operator, int(x.value or 0), x.unit) for x in leaves(text)]


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


@pytest.mark.parametrize(
    ("text", "operator", "value"),
    [
        ("年满18周岁", ">=", 18),
        ("年满十八周岁", ">=", 18),
        ("满18周岁", ">=", 18),
        ("18周岁以上", ">=", 18),
        ("18周岁及以上", ">=", 18),
        ("18周岁（含）以上", ">=", 18),
        ("年龄不低于18岁", ">=", 18),
        ("年龄超过18岁", ">", 18),
        ("年龄超过18岁（含18岁）", ">=", 18),
        ("未满60周岁", "<", 60),
        ("不满60周岁", "<", 60),
        ("年龄低于60周岁", "<", 60),
        ("60周岁以下", "<=", 60),
        ("60周岁及以下", "<=", 60),
        ("年龄不超过60周岁", "<=", 60),
        ("年龄不超过60周岁（含）", "<=", 60),
        ("年龄不高于六十岁", "<=", 60),
    ],
)
def test_age(text: str, operator: str, value: int) -> None:
    assert bound(text) == [("age", operator, value, "岁")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年龄二十五周岁以上六十五周岁以下", [("age", ">=", 25, "岁"), ("age", "<=", 65, "岁")]),
        ("从事本职业3年以上5年以下", [("work", ">=", 36, "个月"), ("work", "<=", 60, "个月")]),
        ("身高155厘米以上190厘米以下", [("measure", ">=", 155, "厘米"), ("measure", "<=", 190, "厘米")]),
    ],
)
def test_two_bounds_side_by_side_are_on_one_thing(text: str, found: list[tuple[str, str, int, str]]) -> None:
    assert bound(text) == found
    assert len({x.subject for x in leaves(text)}) == 1


def test_both_ends_of_an_age() -> None:
    assert bound("年龄在18周岁以上、60周岁以下") == [("age", ">=", 18, "岁"), ("age", "<=", 60, "岁")]
    assert bound("年满16周岁，未满60周岁") == [("age", ">=", 16, "岁"), ("age", "<", 60, "岁")]


@pytest.mark.parametrize(
    ("text", "operator", "months"),
    [
        ("累计从事本职业工作满5年", ">=", 60),
        ("从事相关工作3年以上", ">=", 36),
        ("从事相关工作不少于18个月", ">=", 18),
        ("在本单位工作五年（含）以上", ">=", 60),
        ("工作年限超过两年", ">", 24),
        ("参加工作未满1年", "<", 12),
        ("参加工作不满1年", "<", 12),
        ("具有5年以上工作经验", ">=", 60),
        ("有两年以上相关从业经历", ">=", 24),
    ],
)
def test_work(text: str, operator: str, months: int) -> None:
    assert bound(text) == [("work", operator, months, "个月")]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("取得四级职业技能等级证书后，从事本职业工作满4年", "certificate"),
        ("取得四级职业技能等级证书之后累计从事本职业工作满4年", "certificate"),
        ("取得初级职称后，从事本职业工作满1年", "title"),
        ("取得初级职称（专业技术人员职业资格）后，从事本职业工作满1年", "title"),
        ("从事本职业工作满4年", ""),
    ],
)
def test_what_years_of_work_are_counted_from(text: str, after: str) -> None:
    assert [x.after for x in leaves(text) if x.attribute is Attribute.WORK] == [after]


def test_a_certificate_and_the_years_after_it() -> None:
    found = leaves("取得本职业四级职业技能等级证书后，累计从事本职业工作满4年")
    assert [(x.attribute.value, x.operator, x.value) for x in found] == [
        ("certificate", ">=", Decimal(4)),
        ("work", ">=", Decimal(48)),
    ]


def test_years_since_a_certificate() -> None:
    assert bound("取得证书满2年") == [("held", ">=", 24, "个月")]


@pytest.mark.parametrize(
    ("text", "operator", "months"),
    [
        ("在本市缴纳社会保险满6个月", ">=", 6),
        ("缴纳社保1年以上", ">=", 12),
        ("连续缴纳养老保险不少于十二个月", ">=", 12),
        ("缴纳社会保险不足3个月", "<", 3),
    ],
)
def test_insurance_is_counted_in_months(text: str, operator: str, months: int) -> None:
    assert bound(text) == [("insurance", operator, months, "个月")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("具有博士学位", 7),
        ("硕士研究生学历", 6),
        ("大学本科及以上学历", 5),
        ("大专及以上学历", 4),
        ("具有本科或大专学历", 4),
        ("中等职业学校毕业", 3),
        ("高中以上学历", 2),
        ("初中毕业", 1),
    ],
)
def test_education(text: str, rank: int) -> None:
    assert bound(text) == [("education", ">=", rank, "")]
    assert degree_of(text) == rank


def test_no_degree() -> None:
    assert degree_of("年满十八周岁") == 0


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("具有本市户籍", "residence"),
        ("持有本市居住证", "permit"),
        ("已经退休", "retired"),
        ("上一年度申报未通过的", "failed"),
        ("相关专业毕业", "major"),
        ("技工院校高级工班毕业", "school"),
        ("具有中级职称", "title"),
        ("取得三级职业资格证书", "certificate"),
        ("身体健康", "open"),
        ("无不良记录", "open"),
        ("近3年", "open"),
    ],
)
def test_attribute(text: str, attribute: str) -> None:
    assert [x.attribute.value for x in leaves(text)] == [attribute]


def test_residence_elsewhere_is_negated() -> None:
    assert [leaves(t)[0].negated for t in ("具有本市户籍", "非本市户籍")] == [False, True]


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit", "subject"),
    [
        ("面积不少于60平方米", ">=", 60, "平方米", "面积"),
        ("论文2500字以上", ">=", 2500, "字", "论文"),
        ("继续教育满90学时", ">=", 90, "学时", "继续教育"),
        ("月收入低于3000元", "<", 3000, "元", "月收入"),
        ("人数不超过10人", "<=", 10, "人", "人数"),
        ("成绩达到60分", ">=", 60, "分", "成绩"),
    ],
)
def test_any_other_measure(text: str, operator: str, value: int, unit: str, subject: str) -> None:
    (leaf,) = leaves(text)
    assert leaf.attribute is Attribute.MEASURE
    assert (leaf.operator, leaf.value, leaf.unit, leaf.subject) == (operator, Decimal(value), unit, subject)


def test_what_cannot_be_typed_stays_open_in_its_own_words() -> None:
    (leaf,) = leaves("品行端正，热心服务")
    assert (leaf.attribute, leaf.operator, leaf.value, leaf.words) == (
        Attribute.OPEN,
        "is",
        None,
        "品行端正,热心服务",
    )


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


# ── for whom, inside one paragraph, in rows, and in which section ───────────────────────────────────────


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
    ("text", "kind", "items"),
    [
        ("下列情形不予受理：已经退休的；缴纳社会保险不足7个月的；外省户籍的。", "none", 3),
        ("具备以下条件之一：年满62周岁；持有居住证。", "any", 2),
        ("申请人应当同时具备以下条件：年满17周岁；具有本市户籍。另行通知结果。", "all", 2),
    ],
)
def test_a_list_inside_one_paragraph(text: str, kind: str, items: int) -> None:
    source = notice(f"一、报名\n{text}\n")
    (group,) = compile_groups(source)
    assert (group.kind, len(group.requirements)) == (kind, items)
    quotes = [source.quote(r.span) for r in group.requirements]
    assert quotes == re.split("[；。]", text.partition("：")[2])[:items]


@pytest.mark.parametrize(
    "text", ["窗口可以办理：换证；补证；注销。", "下列材料不予退还：证书复印件；申请表原件。"]
)
def test_a_paragraph_with_a_list_of_anything_else_has_no_conditions(text: str) -> None:
    assert groups(f"一、报名\n{text}\n") == ()


def test_rows_give_the_conditions_of_what_they_name() -> None:
    text = (
        "一、招聘岗位\n代码\t岗位\t学历\t年龄\n"
        "C17\t制图员\t大专及以上\t33周岁以下\nC18\t巡林员\t不限\t46周岁以下\n"
    )
    source = notice(text)
    found = compile_groups(source)
    assert [(g.kind, g.audience) for g in found] == [("all", "C17 制图员"), ("all", "C18 巡林员")]
    assert [[source.quote(r.span) for r in g.requirements] for g in found] == [
        ["大专及以上", "33周岁以下"],
        ["46周岁以下"],
    ]


@pytest.mark.parametrize("header", ["编号\t内容\t学历", "学历\t岗位\t地点"])
def test_rows_without_a_name_for_what_they_are_about_have_no_conditions(header: str) -> None:
    assert groups(f"一、招聘\n{header}\n大专及以上\t制图\t大专及以上\n") == ()


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


def test_a_list_inside_a_list_keeps_the_outer_one_whole() -> None:
    inner = "2、同时具备下列条件：\n（1）持有居住证；\n（2）缴纳社会保险满7个月。\n"
    outer, below = groups(
        f"一、条件\n具备以下条件之一的，可以申请：\n1、具有本市户籍；\n{inner}3、年满62周岁。\n"
    )
    assert (outer.kind, len(outer.requirements)) == ("any", 3)
    assert (below.kind, below.lead) == ("all", outer.requirements[1].clause)


def test_lists_for_grades_of_their_own_are_not_inside_another() -> None:
    text = (
        "一、条件\n具备以下条件之一的，可以申报：\n"
        "1、具备以下条件之一者，可申报五级：\n（1）年满十七周岁；\n（2）持有居住证。\n"
        "2、具备以下条件之一者，可申报四级：\n（1）从事本职业工作满6年；\n（2）取得五级职业资格证书。\n"
    )
    assert [(g.level, len(g.requirements)) for g in groups(text)] == [("五", 2), ("四", 2)]


QUESTIONS = """一、谁可以考船员证？
答：申请船员证的，都要满足下面几条：年满20周岁；无酗酒记录；具有本县户籍。
二、船有什么要求？
答：应当满足以下几条：船龄不超过8年；吨位不少于5吨。
三、多久拿证？
答：10个工作日。
"""


def test_each_answer_of_questions_and_answers_binds_whom_its_question_is_about() -> None:
    found = groups(QUESTIONS)
    assert [len(g.requirements) for g in found] == [3, 2]
    assert all(g.aside for g in found)


def test_a_list_below_a_heading_that_names_one_condition_of_several_is_of_ways() -> None:
    (group,) = groups("一、申请条件\n满足以下一条条件\n（1）经营满3年的。\n（2）雇工5人以上的。\n")
    assert group.kind == "any"


STAGES = """一、受理条件
（一）同时符合下列条件的居民，可以申请参加初段考试：
1.年满16周岁；
2.具有高中以上学历。
（二）同时符合下列条件的居民，可以申请参加终段考试：
1.年满18周岁；
2.已取得初段合格证。
（三）有下列情形之一的人员，不得报名：
1.已取得终段合格证的；
2.停考期未满的。
"""


def test_lists_that_each_say_what_they_are_for_are_no_items_of_one_list() -> None:
    found = groups(STAGES)
    assert [(g.kind.value, len(g.requirements)) for g in found] == [("all", 2), ("all", 2), ("none", 2)]


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (("船只报废的；", "船东去世的；"), "any"),
        (("船只已经报废；", "船东年满60周岁。"), "all"),
        (("船只报废的；", "船东年满60周岁。"), "all"),
    ],
)
def test_cases_below_a_heading_are_ways_and_demands_are_not(items: tuple[str, str], kind: str) -> None:
    (group,) = groups(f"一、受理条件\n1、{items[0]}\n2、{items[1]}\n")
    assert group.kind == kind


def test_papers_below_a_heading_on_conditions_are_no_conditions() -> None:
    assert groups("一、受理条件\n申请人应出具：\n（一）身份证原件；\n（二）照片2张。\n") == ()


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
