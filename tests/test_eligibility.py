"""A person's facts against a notice's condition lists, in Kleene's strong logic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from bot.answer_parts import ConditionState, Verdict
from bot.judging.eligibility import Judge, judge_groups
from bot.judging.judged import overall, schemes
from bot.judging.levels import asked_level, offered_levels
from bot.person.person import Person, read_person
from corpus.conditions.conditions import Attribute, Group, GroupKind, Tree, leaves_of
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from corpus.tree.clauses import parse_clauses

APRIL = date(2025, 4, 10)


MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


# what to say so that `本市户籍` and `居住证` come out as wanted
RESIDENCE = {MET: "本市户籍", UNMET: "外地户口", UNKNOWN: ""}


PERMIT = {MET: "有居住证", UNMET: "没有居住证", UNKNOWN: ""}


def told(text: str) -> Person:
    return read_person(text, "望舒", APRIL, APRIL)


@pytest.fixture
def listed(make_notice):
    def listed(lead: str, *items: str):
        lines = [("heading", "一、申请条件", -1), ("heading", lead, 0), *(("item", i, 1) for i in items)]
        return make_notice("n", "通知", lines)

    return listed


def state_of(notice, said: str) -> ConditionState:
    (group,) = judge_groups(notice, told(said), "")
    return group.state


def conjunction(one: ConditionState, two: ConditionState) -> ConditionState:
    if UNMET in (one, two):
        return UNMET
    return UNKNOWN if UNKNOWN in (one, two) else MET


def disjunction(one: ConditionState, two: ConditionState) -> ConditionState:
    if MET in (one, two):
        return MET
    return UNKNOWN if UNKNOWN in (one, two) else UNMET


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
def test_all_of_two_conditions(listed, one, two):
    notice = listed("应同时具备以下条件：", "1、具有本市户籍。", "2、持有有效期内的居住证。")
    assert state_of(notice, f"{RESIDENCE[one]}，{PERMIT[two]}") is conjunction(one, two)


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
def test_one_of_two_conditions(listed, one, two):
    notice = listed("具备以下条件之一的，可以申请：", "1、具有本市户籍。", "2、持有有效期内的居住证。")
    assert state_of(notice, f"{RESIDENCE[one]}，{PERMIT[two]}") is disjunction(one, two)


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
def test_two_conditions_in_one_clause_are_both_demanded(listed, one, two):
    notice = listed("具备以下条件之一的，可以申请：", "1、持有有效期内的居住证，并且年满20周岁。")
    age = {MET: "20岁", UNMET: "19岁", UNKNOWN: ""}
    assert state_of(notice, f"{PERMIT[one]}，{age[two]}") is conjunction(one, two)


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
def test_an_exclusion_is_an_exclusion_only_where_all_of_it_is_true(listed, one, two):
    notice = listed(EXCLUDED, "1、持有有效期内的居住证，并且具有本市户籍。")
    applies = conjunction(one, two) is MET
    assert state_of(notice, f"{PERMIT[one]}，{RESIDENCE[two]}") is (UNMET if applies else MET)


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
def test_any_one_exclusion_keeps_out(listed, one, two):
    notice = listed(EXCLUDED, "1、持有有效期内的居住证。", "2、具有本市户籍。")
    applies = disjunction(one, two) is MET
    assert state_of(notice, f"{PERMIT[one]}，{RESIDENCE[two]}") is (UNMET if applies else MET)


@pytest.mark.parametrize(("one", "two"), list(product(ConditionState, repeat=2)))
@pytest.mark.parametrize(("kind", "join"), [(GroupKind.ALL, conjunction), (GroupKind.ANY, disjunction)])
def test_trees_of_two_leaves(listed, kind, join, one, two):
    """Kleene's tables, of leaves in one clause and of such a tree beside a leaf that is met."""
    notice = listed("应同时具备以下条件：", "1、具有本市户籍。")
    node = Tree(kind, (*leaves_of(read_node("具有本市户籍")), *leaves_of(read_node("持有有效期内的居住证"))))
    old = Tree(GroupKind.ALL, (*leaves_of(read_node("年满20周岁")), node))
    (group,) = compile_groups(notice)
    (requirement,) = group.requirements
    judge = Judge(notice, told(f"20岁，{RESIDENCE[one]}，{PERMIT[two]}"), [group])
    for tree in (node, old):
        assert judge.requirement(replace(requirement, node=tree)).state is join(one, two)


EXCLUDED = "有下列情形之一的，不符合申请条件，不予受理："


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("去年评审没通过", UNMET),
        ("去年评审没通过，评审后拿了市级竞赛奖励", MET),
        ("没参加过评审", MET),
        ("本市户籍", MET),
        ("", MET),
    ],
)
def test_an_exclusion_applies_only_where_it_is_said_and_no_exception_lifts_it(listed, said, state):
    notice = listed(EXCLUDED, "1、上一年度参加评审未通过的（评审后获得市级竞赛奖励的除外）。")
    assert state_of(notice, said) is state


def test_an_exclusion_that_nobody_mentioned_is_presumed_not_to_apply(listed):
    notice = listed(EXCLUDED, "1、已经办理退休手续的。")
    (group,) = judge_groups(notice, told(""), "")
    (item,) = group.items
    assert (item.state, item.leaves[0].presumed) == (MET, True)
    assert "未提及" in item.why
    assert not group.touched


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((MET,), Verdict.ELIGIBLE),
        ((MET, MET), Verdict.ELIGIBLE),
        ((MET, UNKNOWN), Verdict.NEEDS_INFO),
        ((UNKNOWN, UNKNOWN), Verdict.NEEDS_INFO),
        ((MET, UNMET), Verdict.NOT_ELIGIBLE),
        ((UNKNOWN, UNMET), Verdict.NOT_ELIGIBLE),
    ],
)
def test_the_verdict_over_several_lists(listed, states, verdict):
    said = {0: RESIDENCE, 1: PERMIT}
    lines = ("1、具有本市户籍。", "1、持有有效期内的居住证。")
    groups = []
    for number, state in enumerate(states):
        notice = listed("应同时具备以下条件：", lines[number])
        groups += judge_groups(notice, told(said[number][state]), "")
    assert overall(groups) is verdict


@pytest.mark.parametrize(
    ("level", "leads"),
    [("五", 1), ("四", 1), ("三", 1), ("二", 0)],
)
def test_only_the_list_of_the_level_asked_about_counts(samples, level, leads):
    groups = judge_groups(samples.notice("pilot_skill_2025"), told("工作3年"), level)
    assert [g.group.level for g in groups] == [level] * leads


def test_levels_that_a_table_offers(samples):
    levels, row = offered_levels(samples.notice("pilot_skill_2025"))
    assert levels >= {"五", "四", "三"}
    assert levels.isdisjoint({"一", "二"})
    assert row is not None
    assert offered_levels(samples.notice("talent_flat")) == (set(), None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("我能报四级吗", "四"),
        ("能考3级吗", "三"),
        ("有五级证，能报四级吗", "五四"[1]),
        ("四级证满两年了，三级能报吗", "三"),
        ("我有四级证书", ""),
        ("高级工的条件", "三"),
        ("能报吗", ""),
    ],
)
def test_the_level_asked_about(text, level):
    assert asked_level(text) == level


def test_lists_beside_each_other_are_schemes(samples):
    notice = samples.notice("talent_flat")
    groups = judge_groups(notice, told("25岁"), "")
    assert len(schemes(notice, groups)) == 2
    grant = samples.notice("study_grant_2025")
    assert schemes(grant, judge_groups(grant, told("25岁"), "")) == []


def read(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def verdict(text: str, said: str) -> str:
    return overall(judge_groups(read(text), told(said), "")).value


ALL_OF = "一、申请条件\n申请人应当同时具备以下条件：\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("22岁，外地户口", "not_eligible"),
        ("22岁，外地户口，是劳动模范", "eligible"),
        ("22岁，是劳动模范", "eligible"),
        ("22岁，外地户口，不是劳动模范", "not_eligible"),
        ("20岁，外地户口，是劳动模范", "not_eligible"),
        ("22岁", "needs_info"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "1、年满21周岁；\n2、具有本市户籍。\n二、说明\n劳动模范不受户籍限制。\n",
        "1、年满21周岁；\n2、具有本市户籍，劳动模范不受此限。\n",
        "1、年满21周岁；\n2、具有本市户籍（劳动模范除外）。\n",
    ],
)
def test_a_waiver_or_an_exception_lifts_what_it_names_and_nothing_else(text, said, expected):
    assert verdict(ALL_OF + text, said) == expected


def test_what_is_waived_says_by_which_sentence():
    text = f"{ALL_OF}1、年满21周岁；\n2、具有本市户籍。\n二、说明\n劳动模范不受户籍限制。\n"
    (group,) = judge_groups(read(text), told("22岁，外地户口，是劳动模范"), "")
    age, residence = group.items
    assert (age.waived, residence.state) == (None, MET)
    assert residence.waived is not None
    assert read(text).quote(residence.waived.span) == "劳动模范不受户籍限制。"
    assert "不受此限制" in residence.why


@pytest.mark.parametrize(
    ("said", "expected", "applies"),
    [
        ("本市户籍，26岁", "eligible", False),
        ("本市户籍，离异，独自申请，26岁", "not_eligible", True),
        ("本市户籍，离异，独自申请，27岁", "eligible", True),
        ("本市户籍，离异，独自申请", "needs_info", True),
    ],
)
def test_what_is_demanded_of_some_binds_only_them(said, expected, applies):
    text = "一、申请条件\n申请人须具有本市户籍。\n离异人员独自申请的，应年满27周岁。\n"
    assert verdict(text, said) == expected
    items = [i for g in judge_groups(read(text), told(said), "") for i in g.items]
    assert [i.applies for i in items if i.requirement.given] == [applies]


NESTED = "（1）缴纳社会保险满7个月；\n（2）持有有效期内的居住证。\n"


@pytest.mark.parametrize(
    ("opens", "said", "expected"),
    [
        ("同时具备下列条件", "本市户籍", "eligible"),
        ("同时具备下列条件", "外地户口，20岁，社保交了7个月，有居住证", "eligible"),
        ("同时具备下列条件", "外地户口，20岁，社保交了6个月，有居住证", "not_eligible"),
        ("同时具备下列条件", "外地户口，20岁，社保交了7个月", "needs_info"),
        ("同时具备下列条件", "外地户口，62岁，没有居住证", "eligible"),
        ("符合下列条件之一", "外地户口，20岁，社保交了7个月", "eligible"),
        ("符合下列条件之一", "外地户口，20岁，社保交了6个月", "needs_info"),
        ("符合下列条件之一", "外地户口，20岁，社保交了6个月，没有居住证", "not_eligible"),
        # what the words that open it demand themselves
        ("具有大专以上学历，且符合下列条件之一", "外地户口，20岁，大专毕业，社保交了7个月", "eligible"),
        ("具有大专以上学历，且符合下列条件之一", "外地户口，20岁，高中毕业，社保交了7个月", "not_eligible"),
    ],
)
def test_a_list_inside_a_list_is_one_of_its_items(opens, said, expected):
    lead = "一、申请条件\n具备以下条件之一的，可以申请：\n"
    assert verdict(f"{lead}1、具有本市户籍；\n2、{opens}：\n{NESTED}3、年满62周岁。\n", said) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1、求职人员：年满17周岁。\n2、返乡农民工：年满26周岁。\n", ["求职人员", "返乡农民工"]),
        ("1、求职人员：年满17周岁。\n", []),
        ("1、求职人员：年满17周岁。\n2、具有本市户籍。\n", []),
    ],
)
def test_what_is_named_for_its_own_applicants_is_a_scheme(text, found):
    notice = read(f"一、补贴条件\n{text}")
    assert [g.group.audience for g in schemes(notice, judge_groups(notice, told(""), ""))] == found


def without_open(group: Group) -> Group:
    """Open leaves, which a later word may turn either way, are left out."""
    kept = tuple(r for r in group.requirements if all(x.attribute is not Attribute.OPEN for x in r.leaves))
    return replace(group, requirements=kept)


def states(notice, facts: list[str]) -> list[ConditionState]:
    """The state of each list of typed conditions.

    Exclusions are left out: whether one applies is presumed until it is said, so a fact may well turn it.
    """
    groups = [without_open(g) for g in compile_groups(notice) if g.kind is not GroupKind.NONE]
    judge = Judge(notice, told("，".join(facts)), groups)
    return [judge.group(g).state for g in groups if g.requirements]


@pytest.mark.parametrize(
    ("said", "state"),
    [("58岁", UNKNOWN), ("50岁", MET), ("63岁", UNMET), ("58岁，女", UNMET), ("58岁男", MET)],
)
def test_what_holds_of_men_and_women_alike_needs_no_sex(listed, said, state):
    notice = listed("申请人须符合下列条件：", "男性不超过60周岁，女性不超过55周岁；", "身体健康。")
    assert state_of(notice, said) is state


def tree(kind: GroupKind, *parts: str, count: int = 0) -> Tree:
    return Tree(kind, tuple(read_node(p) for p in parts), count)
