"""What binds some alone, what a paragraph or an article is titled by, and what is no demand at all."""

from __future__ import annotations

import pytest

from corpus.conditions.conditions import Attribute, Group, GroupKind, Requirement, leaves_of
from corpus.conditions.demanded import requirement_of
from corpus.conditions.exclusions import excluded, kept_out
from corpus.conditions.given_out import only_gives
from corpus.conditions.not_demanded import RECKONS
from corpus.conditions.requirements import read_node
from corpus.conditions.schemes import scheme_sections
from corpus.notice import ClauseKind, Notice, Span
from corpus.rules.rules import compile_groups
from corpus.rules.waivers import waivers_of
from corpus.tree.clauses import parse_clauses

HERE = Span(0, 1)


def notice(text: str) -> Notice:
    return Notice("n", text.partition("\n")[0], "", text, parse_clauses(text), "n.txt")


def groups(text: str) -> tuple[Group, ...]:
    return compile_groups(notice(text))


def words(group: Group) -> list[str]:
    return [x.words for r in group.requirements for x in r.leaves]


def given(requirement: Requirement) -> list[str]:
    return [x.words for x in leaves_of(requirement.given)] if requirement.given is not None else []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("单亲蜂农不受户籍限制,但须持有本镇居住证", "单亲蜂农"),
        ("境外学历须经认证", "境外学历"),
        ("急救岗位另须持有急救证", "急救岗位"),
    ],
)
def test_demands_on_those_who_are_named(text: str, who: str) -> None:
    assert given(requirement_of(0, HERE, text)) == [who]


def test_who_is_so_described_alone_has_to_wait() -> None:
    found = requirement_of(0, HERE, "第四条第(十)项情形中,具有本镇户籍的蜂农,账户封存须满18个月")
    assert found.given is not None
    assert [x.attribute for x in found.leaves] == [Attribute.MEASURE]


ARTICLES = """公积金提取办法
第二章 提取条件
第五条 （购房提取）购买自住住房的，应当自网签备案之日起10个月内提出，逾期不再受理。
第六条 （租房提取）连续足额缴存满4个月，本人及配偶在本镇无自有住房的，可以提取。
第七条 （大病提取）自付费用超过3万元的，可以提取。
"""


def test_articles_that_each_name_a_thing_are_ways_of_their_own() -> None:
    assert list(scheme_sections(notice(ARTICLES)).values()) == ["购房提取", "租房提取", "大病提取"]
    found = {g.audience: g for g in groups(ARTICLES)}
    assert found["购房提取"].kind is GroupKind.NONE
    assert [len(found[n].requirements) for n in ("租房提取", "大病提取")] == [1, 1]
    assert not any("(" in w for g in found.values() for w in words(g))


def test_who_of_some_comes_too_late_is_kept_out() -> None:
    (late,) = groups("三、办理\n购买蜂箱的，应当自付款之日起10个月内提出申请，逾期不予受理。\n")
    assert [given(r) for r in late.requirements] == [["购买蜂箱的"]]


def test_a_paragraph_may_come_to_tell_conditions() -> None:
    text = (
        "三、师资招募\n镇里招募养蜂教师2名。条件：持有技师及以上证书；或持有高级工证书并有4年以上养蜂工作经历。"
        "年龄不超过58周岁。课酬：每课时90元，不超过40课时。\n"
    )
    (group,) = groups(text)
    assert len(group.requirements) == 2
    assert getattr(group.requirements[0].node, "kind", None) is GroupKind.ANY


def test_what_is_advised_is_not_demanded() -> None:
    assert not groups("一、报名条件\n怀孕满20周的建议顺延，镇里不作强制。\n")


def test_what_comes_after_being_let_in_keeps_nobody_out() -> None:
    assert excluded("录用后评教低于70分的不得续聘") == ""
    assert excluded("2029年以来享受过同类免费培训的,不能再报") == "2029年以来享受过同类免费培训"


def test_objects_of_one_verb_are_not_kinds() -> None:
    who = "享受过养蜂员、割蜜员、制蜡员同类培训"
    assert len(kept_out(0, HERE, who, f"{who}的,不得报名")) == 1
    assert len(kept_out(0, HERE, "获一、二等奖的作品", "获一、二等奖的作品不得参赛")) == 1
    assert len(kept_out(0, HERE, "现役军人、在编人员", "现役军人、在编人员不得报名")) == 2


def test_who_is_not_of_the_kind_goes_elsewhere() -> None:
    assert excluded("望舒市其他区(县)户籍的儿童,不属于随迁子女,应回户籍地报名")
    (leaf,) = leaves_of(read_node("望舒市其他区(县)户籍的儿童"))
    assert leaf.attribute is Attribute.OPEN


def test_what_somebody_holds_stands_beside_what_they_are() -> None:
    found = [x.words for x in leaves_of(read_node("持有失业登记证明并处于失业状态的女性"))]
    assert "持有失业登记证明并处于失业状态" in found


@pytest.mark.parametrize("text", ["可以提取的金额不超过实际支出扣除补助后的数额", "一次为限"])
def test_how_much_is_given_demands_nothing(text: str) -> None:
    assert only_gives(text)


def test_up_to_when_years_are_counted() -> None:
    assert RECKONS.search("工作年限计算截止日期为2031年12月31日")


def test_an_item_begins_with_the_noun_of_its_matter() -> None:
    (leaf,) = leaves_of(requirement_of(0, HERE, "住所。在本镇有自有住房").node)
    assert leaf.words == "在本镇有自有住房"
    assert len(list(leaves_of(requirement_of(0, HERE, "身体健康。").node))) == 1


def test_all_that_is_said_behind_but_is_the_exception() -> None:
    found = requirement_of(0, HERE, "蜂场登记的经营者。但雇工为零、且年收入在3万元以下的除外")
    assert found.exceptions == ("雇工为零、且年收入在3万元以下",)


ASKED = """蜂农补贴问答
一、谁能申领
1.问：什么人属于“困难蜂农”？
答：指具有本镇户籍，经镇里认定的下列人员：
（1）大龄人员：年满55周岁；
（2）低保家庭成员；
（3）人均耕地不足0.2亩的失地农民；
（4）连续失业一年以上的人员。
2.问：还要满足什么条件？
答：须**同时**满足：一是办理就业登记；二是参加养老保险；三是仍在本镇养蜂。
3.问：哪些情形领不了？
答：有下列情形之一的，不予补贴：
①蜂场登记的经营者。但雇工为零的除外；
②已办理退休的。
"""


def test_questions_are_no_items_and_kinds_are_ways() -> None:
    found = groups(ASKED)
    assert not any("问:" in w for g in found for w in words(g))
    ways = max((g for g in found if g.kind is GroupKind.ANY), key=lambda g: len(g.requirements))
    assert len(ways.requirements) == 4
    together = next(g for g in found if "办理就业登记" in words(g))
    assert (together.kind, len(together.requirements)) == (GroupKind.ALL, 3)
    shut = next(g for g in found if g.kind is GroupKind.NONE)
    assert [r.exceptions for r in shut.requirements] == [("雇工为零",), ()]


def test_what_must_be_all_the_same() -> None:
    (group,) = groups("一、补给谁\n蜂场地块可以跨村，但应当在同一个镇。\n")
    assert words(group) == ["蜂场地块应当在同一个镇"]


def test_no_condition_is_without_words() -> None:
    for text in ("或持有高级工证书并有4年以上工作经历", "已退休的人员。(延长退休的除外)"):
        assert all(x.words for x in leaves_of(read_node(text)))
    text = "二、有下列情形之一的，不得报名：\n1.已办理退休手续的人员。（延长退休的除外）\n2.受过处罚的。\n"
    assert all(w for g in groups(text) for w in words(g))


def test_a_way_that_asks_no_more_frees_from_no_other() -> None:
    text = (
        "二、申报条件\n具备下列条件之一的，可以申报：\n1.取得相关专业大学专科学历，从事养蜂工作满6年；\n"
        "2.相关专业应届大学本科毕业生，工作年限不作要求。\n"
    )
    (group,) = groups(text)
    assert not waivers_of(notice(text))
    assert [[x.attribute.value for x in r.leaves] for r in group.requirements] == [
        ["major", "education", "work"],
        ["open", "major", "education"],
    ]


def test_a_name_for_something_is_no_part_of_it() -> None:
    found = list(leaves_of(read_node("取得养蜂类专业(以下称“相关专业”,目录见附件)大学专科学历")))
    assert [x.attribute.value for x in found] == ["major", "education"]


def test_bold_lines_head_sections_where_nothing_else_does() -> None:
    text = (
        "**蜂场贷款指南**\n\n镇农业站\n\n**贷款条件**\n\n申请人须年满20周岁。\n\n"
        "**不予受理的情形**\n\n- 有欠款的；\n- 已退休的。\n"
    )
    clauses = parse_clauses(text, markdown=True)
    heads = [
        text[c.spans[0].start : c.spans[0].end].strip("*") for c in clauses if c.kind is ClauseKind.HEADING
    ]
    assert heads[-2:] == ["贷款条件", "不予受理的情形"]


def test_kinds_in_one_line_behind_what_is_demanded_of_each() -> None:
    text = (
        "一、贷款对象\n个人：在本镇养蜂，持有营业执照满6个月的下列人员——登记失业人员；退役军人；返乡农民工。"
        "年龄为20周岁以上。\n"
    )
    kinds, before, aged = groups(text)
    assert (kinds.kind, len(kinds.requirements)) == (GroupKind.ANY, 3)
    assert words(before) == ["在本镇养蜂", "持有营业执照满6个月"]
    assert words(aged) == ["年龄为20周岁以上"]


def test_each_of_what_is_listed_as_not_counted_is_excepted() -> None:
    text = (
        "二、有下列情形之一的，不予受理：\n1.有未结清的贷款。但下列贷款不计：助学贷款、住房贷款，以及购车贷款；\n"
        "2.征信有逾期的；因病并能证明的除外。\n"
    )
    (shut,) = groups(text)
    assert [r.exceptions for r in shut.requirements] == [
        ("助学贷款", "住房贷款", "购车贷款"),
        ("因病并能证明",),
    ]
    assert words(shut) == ["有未结清的贷款", "征信有逾期的"]


def test_one_of_what_an_item_lists_will_do() -> None:
    text = (
        "二、申请条件\n申请人须同时具备：\n1.居住。在本镇居住满12个月。\n2.就业或社保。下列三项具备其一：\n"
        "①养老保险满12个月；\n②蜂场执照满9个月；\n③在本镇有自购住房。\n3.身体健康。\n"
    )
    found = {g.kind: len(g.requirements) for g in groups(text)}
    assert found[GroupKind.ANY] == 3


def test_what_a_bracket_takes_in_besides_is_not_all_that_is_asked() -> None:
    node = read_node("在本镇有自有住房(含与父母共有,但份额须达到51%),或者租赁房屋已办理备案")
    assert [x.attribute for x in leaves_of(node)] == [Attribute.OPEN, Attribute.OPEN]
