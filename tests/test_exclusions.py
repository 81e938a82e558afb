"""Who is kept out, the exceptions to it, and lists of which several have to be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from bot.answer_parts import ConditionState
from bot.judging.eligibility import Judge, judge_groups
from bot.judging.judged import overall
from bot.person.person import Person, read_person
from corpus.conditions.conditions import Attribute, Group, GroupKind, Tree
from corpus.conditions.exclusions import excluded
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


def disjunction(one: ConditionState, two: ConditionState) -> ConditionState:
    if MET in (one, two):
        return MET
    return UNKNOWN if UNKNOWN in (one, two) else UNMET


def read(text: str) -> Notice:
    return Notice("n", "", "", text, parse_clauses(text), "n.txt")


def verdict(text: str, said: str) -> str:
    return overall(judge_groups(read(text), told(said), "")).value


ALL_OF = "一、申请条件\n申请人应当同时具备以下条件：\n"


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
    ("said", "state"), [("前年享受过补助", UNMET), ("前年享受过补助，去年房子遭了灾", MET)]
)
def test_an_exception_to_an_exclusion_is_read_in_the_persons_words(listed, said, state):
    notice = listed("有下列情形之一的，不得申请：", "享受过补助的，但因自然灾害受损的除外；", "已死亡的。")
    assert state_of(notice, said) is state


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


@pytest.mark.parametrize(
    "state", ["女性妊娠期、哺乳期", "女性月经期及前后3天", "女性处于孕期或者产后6个月内"]
)
def test_a_state_of_one_sex_keeps_out_nobody_for_their_sex(listed, state):
    notice = listed("有下列情形之一的，不得参加：", f"（一）{state}的；", "（二）未满18周岁的。")
    assert state_of(notice, "我30岁，女") is not UNMET
    assert state_of(notice, "我16岁，女") is UNMET


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("办完退休手续了，返聘回来的", UNMET),
        ("今年11月到退休的岁数，延退也没办", UNMET),
        ("今年11月到退休年龄，延退手续办好了", MET),
    ],
)
def test_who_says_no_more_than_the_rule_is_not_excepted_from_it(listed, said, state):
    notice = listed(
        "有下列情形之一的，不得申报：",
        "（一）当年达到法定退休年龄或已办理退休手续的人员（按规定办理延长退休手续的除外）；",
        "（二）未满18周岁的。",
    )
    assert state_of(notice, said) is state


def test_what_nobody_may_be_is_no_exclusion_of_its_own() -> None:
    assert excluded("不属于成人教育、网络教育学生,不属于已被其他院校录取的人员") == ""
    assert excluded("应当无违纪,不属于被退兵人员") == ""
    assert excluded("租住公房的,不属于补助范围") != ""
