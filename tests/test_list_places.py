"""Lists of conditions inside a line, a row, another list, or below questions and headings."""

import re

import pytest

from corpus.conditions.conditions import Group
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses


def notice(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


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


def test_the_words_that_count_items_in_a_line_are_no_part_of_them() -> None:
    text = "一、申报条件\n同时满足以下两点的人员可以申请：一是年满16周岁；二是要具有本市户籍。\n"
    own = notice(text)
    (group,) = compile_groups(own)
    assert [own.quote(r.span) for r in group.requirements] == ["年满16周岁", "要具有本市户籍"]
