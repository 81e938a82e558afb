"""Which fact is asked for, and that asking to the end always comes to a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import Answer
from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question, understand
from bot.judging.claims import merged
from bot.judging.levels import offered_levels
from bot.judging.proof import Proof
from bot.speech.bounded import JudgedLeaf
from bot.speech.typos import TypoMender
from bot.verdict.asking import effort_of, questions_for
from bot.verdict.verdicts import decide_by_rules
from corpus.conditions.conditions import GroupKind, leaves_of
from corpus.conditions.requirements import read_node
from corpus.library import load_corpus
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from index.segmentation import Segmenter

ROOT = Path(__file__).parents[1]
DAY = date(2025, 4, 10)
MENDER = TypoMender({}, (), Segmenter())
MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def every_notice() -> list[Notice]:
    folders = (ROOT / "corpus/shipped", ROOT / "tests/samples")
    found = [n for folder in folders for n in load_corpus(folder).notices]
    cases = load_corpus(ROOT / "eval/cases/notices")
    return found + [n for n in cases.notices if n.source[:1] == "a" or n.source[:3] <= "b05"]


NOTICES = every_notice()


def questions_of(notice: Notice) -> list[Question]:
    """That one may apply, asked of every grade that the notice tells of."""
    levels = sorted(offered_levels(notice)[0]) or [""]
    asked = [f"我能申报{x}级吗" if x else "我能申请吗" for x in levels]
    return [understand(text, DAY, MENDER) for text in asked]


def replied(question: Question, answer: Answer, option: int) -> Question:
    """The question with the first fact that is missing told by one of its quick replies."""
    first = answer.missing[0]
    claims = first.settles[option]
    if claims:
        return replace(question, claims=merged((*question.claims, *claims)))
    return replace(question, text=f"{question.text}，{first.options[option]}")


def asked_to_the_end(notice: Notice, question: Question, choose) -> list[Answer]:
    answers = []
    leaves = sum(len(r.leaves) for g in compile_groups(notice) for r in g.requirements)
    for _ in range(leaves + 2):
        answer = decide_by_rules(question, notice, DAY, whole=True)
        if answer is None:
            return answers
        answers.append(answer)
        if answer.verdict is not Verdict.NEEDS_INFO:
            return answers
        assert answer.missing, (notice.notice_id, answer.text)
        question = replied(question, answer, choose(len(answer.missing[0].options)))
    raise AssertionError((notice.notice_id, [a.missing[0].question for a in answers if a.missing]))


@pytest.mark.parametrize("notice", NOTICES, ids=lambda n: n.notice_id)
@pytest.mark.parametrize("choose", [lambda n: 0, lambda n: n - 1], ids=["first", "last"])
def test_asking_to_the_end_comes_to_a_verdict(notice, choose):
    for question in questions_of(notice):
        answers = asked_to_the_end(notice, question, choose)
        asked = [a.missing[0].question for a in answers if a.missing]
        assert len(asked) == len(set(asked))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NOTICES), st.data())
def test_whatever_is_replied_asking_comes_to_a_verdict(notice, data):
    question = data.draw(st.sampled_from(questions_of(notice)))
    asked_to_the_end(notice, question, lambda n: data.draw(st.integers(0, n - 1)))


def test_every_fact_asked_for_has_quick_replies_that_differ():
    for notice in NOTICES:
        for question in questions_of(notice):
            answer = decide_by_rules(question, notice, DAY, whole=True)
            for missing in answer.missing if answer else ():
                assert 2 <= len(set(missing.options)) == len(missing.options) == len(missing.settles)
                assert missing.question.endswith(("？", "）"))


# --- the measure ---------------------------------------------------------------------------------------


def open_leaf(name: str) -> Proof:
    from bot.speech.bounded import JudgedLeaf
    from corpus.conditions.conditions import Attribute, Leaf

    leaf = Leaf(Attribute.OPEN, "is", None, "", name)
    return Proof(None, UNKNOWN, name, judged=JudgedLeaf(leaf, UNKNOWN, ""))


def joined(kind: GroupKind, *parts: Proof, state: ConditionState = UNKNOWN) -> Proof:
    return Proof(kind, state, "", parts)


def order(proof: Proof) -> str:
    return "".join(j.leaf.words for j in effort_of(proof).order)


def test_a_single_condition_takes_one_question():
    assert effort_of(open_leaf("a")).questions == 1


def test_of_ways_the_shortest_is_asked_about_first():
    long = joined(GroupKind.ALL, open_leaf("a"), open_leaf("b"))
    assert order(joined(GroupKind.ANY, long, open_leaf("c"))) == "cab"


def test_of_demands_the_one_most_likely_to_fail_is_asked_about_first():
    both = joined(GroupKind.ALL, open_leaf("a"), open_leaf("b"))
    either = joined(GroupKind.ANY, open_leaf("c"), open_leaf("d"))
    assert order(joined(GroupKind.ALL, either, both)) == "abcd"


def test_a_way_that_is_partly_met_comes_before_one_that_is_not():
    done = Proof(GroupKind.ALL, MET, "", ())
    half = joined(GroupKind.ALL, done, open_leaf("a"))
    whole = joined(GroupKind.ALL, open_leaf("b"), open_leaf("c"))
    assert order(joined(GroupKind.ANY, whole, half))[0] == "a"


def test_nothing_is_asked_of_a_way_that_is_closed_or_failed():
    closed = replace(joined(GroupKind.ALL, open_leaf("a")), closed=True)
    failed = joined(GroupKind.ALL, open_leaf("b"), state=UNMET)
    assert order(joined(GroupKind.ANY, closed, failed, open_leaf("c"))) == "c"


@given(st.recursive(st.just(None), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8))
def test_the_questions_expected_are_at_most_one_for_each_open_condition(shape):
    names = iter("abcdefghijklmnop")

    def build(shape, kind) -> Proof:
        if shape is None:
            return open_leaf(next(names))
        other = GroupKind.ALL if kind is GroupKind.ANY else GroupKind.ANY
        return joined(kind, *(build(s, other) for s in shape))

    effort = effort_of(build(shape, GroupKind.ALL))
    assert 1 <= effort.questions <= len(effort.order)
    assert 0 < effort.chance < 1


# --- through a conversation ----------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["我能申请助学金吗", "我能报无人机四级吗", "我可以申请单间公寓吗"])
@pytest.mark.parametrize("option", [0, -1])
def test_quick_replies_lead_to_a_verdict_in_a_conversation(talk, question, option):
    turns = [question]
    answers = talk(*turns)
    while answers[-1].missing and len(turns) < 12:
        turns.append(answers[-1].missing[0].options[option])
        answers = talk(*turns)
    assert answers[-1].verdict in ("eligible", "not_eligible")
    assert len({a.missing[0].question for a in answers if a.missing}) == len(turns) - 1


def test_a_quick_reply_is_named_as_what_was_said(talk):
    *_, answer = talk("我20岁，本市户籍，志愿服务40学时，家庭年收入2万元，能申请助学金吗", "低于80分")
    assert answer.verdict == "not_eligible"
    assert "您回答“低于80分”" in answer.conditions[0].explanation


def test_words_said_later_count_more_than_a_quick_reply(talk):
    *_, answer = talk(
        "我20岁，本市户籍，志愿服务40学时，家庭年收入2万元，能申请助学金吗", "低于80分", "不对，平均成绩85分"
    )
    assert answer.verdict == "eligible"


def test_yes_may_be_said_in_other_words(talk):
    facts = "我20岁，平均成绩90分，志愿服务40学时，家庭年收入2万元，能申请助学金吗"
    assert talk(facts, "有的")[-1].verdict == talk(facts, "是")[-1].verdict == "eligible"
    assert talk(facts, "没有")[-1].verdict == talk(facts, "否")[-1].verdict == "not_eligible"


def test_a_condition_that_waits_for_another_asks_for_that_one():
    (rate,), (heads,) = leaves_of(read_node("裁员率不高于20%")), leaves_of(read_node("参保职工30人以下"))
    waiting = JudgedLeaf(rate, UNKNOWN, "裁员率8%", waits_for=heads)
    (missing,) = questions_for([waiting], [waiting.asked])
    assert "参保职工" in missing.question
