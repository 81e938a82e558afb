"""A person's facts against a notice's condition lists, in Kleene's strong logic."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import ConditionState, Verdict
from bot.dialogue import DialogueState
from bot.eligibility import Judge, judge_groups
from bot.judged import overall, schemes
from bot.levels import asked_level, offered_levels
from bot.person import Person, read_person
from corpus.clauses import parse_clauses
from corpus.conditions import Attribute, Group, GroupKind, Tree
from corpus.notice import Notice
from corpus.requirements import read_leaves, read_node
from corpus.rules import compile_groups

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
    node = Tree(kind, (*read_leaves("具有本市户籍"), *read_leaves("持有有效期内的居住证")))
    old = Tree(GroupKind.ALL, (*read_leaves("年满20周岁"), node))
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


# ── waivers, demands on some, lists inside lists, schemes ───────────────────────────────────────────────


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


# ── told one fact more, or in another order ─────────────────────────────────────────────────────────────

FACTS = (
    "20岁",
    "35岁",
    "本市户籍",
    "外地户口",
    "平均成绩85分",
    "平均成绩60分",
    "家庭年收入5万元",
    "家庭年收入9万元",
    "志愿服务50学时",
    "社保交了30个月",
    "社保交了3个月",
    "本科毕业",
    "大专毕业",
    "人均住房面积12平方米",
    "没有房子",
    "没参加过评审",
)
# Two facts of one kind contradict each other; what then holds is nobody's to say.
KINDS = ("岁", "户", "平均成绩", "家庭年收入", "志愿", "社保", "毕业", "平方米", "房子", "评审")


def consistent(facts: list[str]) -> bool:
    return all(sum(kind in fact for fact in facts) <= 1 for kind in KINDS)


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


@pytest.fixture(scope="module")
def notices(samples):
    """The notices behind a function, so that a failing case prints short."""
    return lambda: samples.notices


told_facts = st.lists(st.sampled_from(FACTS), unique=True, max_size=6).filter(consistent)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=told_facts, more=st.sampled_from(FACTS))
def test_a_fact_more_never_undoes_what_was_decided(notices, facts, more):
    after = [*facts, more] if more not in facts else facts
    if not consistent(after):
        return
    for notice in notices():
        for before, now in zip(states(notice, facts), states(notice, after), strict=True):
            assert before is UNKNOWN or now is before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=told_facts, seed=st.integers(0, 9))
def test_the_order_in_which_facts_are_told_does_not_matter(notices, facts, seed):
    other = facts[:]
    random.Random(seed).shuffle(other)
    for notice in notices():
        one, two = (judge_groups(notice, told("，".join(f)), "") for f in (facts, other))
        assert [[i.state for i in g.items] for g in one] == [[i.state for i in g.items] for g in two]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(["我20岁", "本市户籍", "平均成绩85分", "家庭年收入5万元", "志愿服务50学时"]))
def test_a_conversation_ends_in_the_same_verdict_in_any_order(assistant, order):
    state = DialogueState()
    for turn in ("我能申请助学金吗", *order):
        answer, state = assistant.answer(turn, state, APRIL)
    assert answer.verdict == "eligible"


@pytest.mark.parametrize(
    ("said", "state"),
    [("58岁", UNKNOWN), ("50岁", MET), ("63岁", UNMET), ("58岁，女", UNMET), ("58岁男", MET)],
)
def test_what_holds_of_men_and_women_alike_needs_no_sex(listed, said, state):
    notice = listed("申请人须符合下列条件：", "男性不超过60周岁，女性不超过55周岁；", "身体健康。")
    assert state_of(notice, said) is state


@pytest.mark.parametrize(
    ("said", "state"), [("前年享受过补助", UNMET), ("前年享受过补助，去年房子遭了灾", MET)]
)
def test_an_exception_to_an_exclusion_is_read_in_the_persons_words(listed, said, state):
    notice = listed("有下列情形之一的，不得申请：", "享受过补助的，但因自然灾害受损的除外；", "已死亡的。")
    assert state_of(notice, said) is state


# ── at least k, and none ───────────────────────────────────────────────────────────────────────────────


def counted(states: tuple[ConditionState, ...], k: int) -> ConditionState:
    """The definition: met where every way of deciding the unknown ones leaves at least `k` met."""
    ways = product(*([s] if s is not UNKNOWN else [MET, UNMET] for s in states))
    results = {sum(s is MET for s in way) >= k for way in ways}
    return UNKNOWN if len(results) == 2 else (MET if results.pop() else UNMET)


@pytest.mark.parametrize("states", list(product([MET, UNMET, UNKNOWN], repeat=3)))
@pytest.mark.parametrize(("word", "k"), [("两", 2), ("三", 3)])
def test_at_least_k_of_a_list(listed, states, word, k):
    notice = listed(
        f"符合下列条件中的{word}项以上的，可以申请：", "具有本市户籍；", "持有居住证；", "年满30周岁。"
    )
    age = {MET: "31岁", UNMET: "29岁", UNKNOWN: ""}
    said = "，".join(w[s] for w, s in zip((RESIDENCE, PERMIT, age), states, strict=True))
    (group,) = compile_groups(notice)
    assert (group.kind, group.count) == (GroupKind.AT_LEAST, k)
    assert state_of(notice, said) is counted(states, k)


def tree(kind: GroupKind, *parts: str, count: int = 0) -> Tree:
    return Tree(kind, tuple(read_node(p) for p in parts), count)


@pytest.mark.parametrize("states", list(product([MET, UNMET, UNKNOWN], repeat=2)))
def test_none_of_a_tree(listed, states):
    notice = listed("符合下列条件的，可以申请：", "具有本市户籍。", "持有居住证。")
    said = f"{RESIDENCE[states[0]]}，{PERMIT[states[1]]}"
    judge = Judge(notice, told(said), [])
    state, leaves = judge._node(tree(GroupKind.NONE, "具有本市户籍", "持有居住证"))
    either = disjunction(*states)
    assert state is {MET: UNMET, UNMET: MET, UNKNOWN: UNKNOWN}[either]
    assert len(leaves) == 2


def test_at_least_k_within_a_sentence(listed):
    notice = listed(
        "符合下列条件的，可以申请：", "具有本市户籍、持有居住证、年满30周岁中的两项以上。", "身体健康。"
    )
    (group,) = compile_groups(notice)
    node = group.requirements[0].node
    assert isinstance(node, Tree)
    assert (node.kind, node.count, len(node.parts)) == (GroupKind.AT_LEAST, 2, 3)


@pytest.mark.parametrize(
    ("said", "state"),
    [("本市户籍，有居住证", UNMET), ("本市户籍，没有居住证", MET), ("", MET)],
)
def test_an_exclusion_that_needs_two_of_a_list(listed, said, state):
    notice = listed("有下列情形中两项以上的，不得申请：", "具有本市户籍；", "持有居住证。")
    assert state_of(notice, said) is state


# ── exclusions of several kinds, exceptions to them, and those at school ────────────────────────────────

SEVERAL_SHUT_OUT = """一、补贴对象
年满16周岁的，可以申请补贴。在校学生（毕业学年除外）、机关在编人员、已领取养老待遇人员不属于补贴对象。
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("20岁，大二在读", "not_eligible"),
        ("20岁，大专毕业", "eligible"),
        ("20岁，在校学生，今年是毕业学年", "eligible"),
        ("40岁，机关在编人员", "not_eligible"),
        ("61岁，已经领取养老待遇", "not_eligible"),
        ("61岁，已经领取养老待遇，今年不是毕业学年", "not_eligible"),
    ],
)
def test_each_kind_that_is_kept_out_has_exceptions_of_its_own(said, expected):
    assert verdict(SEVERAL_SHUT_OUT, said) == expected


def test_an_exception_that_denies_is_claimed_by_who_denies():
    text = (
        "一、补贴范围\n年满16周岁的，可以申请补贴。在外县参加培训的不予受理，但本县没有开设该工种的除外。\n"
    )
    assert verdict(text, "20岁，在外县参加培训") == "not_eligible"
    assert verdict(text, "20岁，在外县参加培训，本县没有这个工种") == "eligible"


def test_an_exception_by_measure_holds_by_the_measure():
    text = f"{ALL_OF}1、年满18周岁；\n2、无文身（直径不足3厘米的除外）。\n"
    shut = text.replace("无文身（直径不足3厘米的除外）", "品行良好")
    shut += "有下列情形之一的，不得应聘：\n1、有文身的，但直径不足3厘米的除外；\n2、现役军人。\n"
    assert verdict(shut, "20岁，有文身，直径2厘米") == "eligible"
    assert verdict(shut, "20岁，有文身，直径5厘米") == "not_eligible"


def test_a_way_that_waits_for_a_fact_is_not_closed_by_what_is_taken_for_granted():
    text = "一、接收条件\n年级排名在前20%以内、英语达到425分，无违纪处分的，可以接收。\n"
    assert verdict(text, "英语430分") == "needs_info"
    assert verdict(text, "英语430分，年级排名前10%") == "eligible"


@pytest.mark.parametrize(
    ("said", "state"),
    [("我大三在读", UNMET), ("我应届毕业，还在读大四", MET), ("早就毕业了", MET)],
)
def test_only_this_years_graduates_are_excepted_as_such(listed, said, state):
    notice = listed("有下列情形之一的，不得申请：", "在校学生，毕业年度内的除外。", "已经入伍的。")
    assert state_of(notice, said) is state


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("A2的照，拿了三年", MET),
        ("C1的本，开了五年", UNMET),
        ("B1驾照，驾龄一年", UNMET),
        ("没开过车", UNKNOWN),
    ],
)
def test_a_licence_and_how_long_it_is_held(listed, said, state):
    notice = listed("应同时具备以下条件：", "1、持有B1及以上驾驶证。", "2、驾龄满2年。")
    assert state_of(notice, said) is state
