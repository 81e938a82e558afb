"""Told one fact more, or in another order: what was decided stays decided."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer_parts import ConditionState
from bot.conversation.dialogue import DialogueState
from bot.judging.eligibility import Judge, judge_groups
from bot.person.person import Person, read_person
from corpus.conditions.conditions import Attribute, Group, GroupKind
from corpus.rules.rules import compile_groups

APRIL = date(2025, 4, 10)


MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def told(text: str) -> Person:
    return read_person(text, "望舒", APRIL, APRIL)


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
