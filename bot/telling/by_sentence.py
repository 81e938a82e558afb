"""A verdict that sentences of a notice come to, told with what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Outcome, Timing, TimingState, Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_passage
from bot.figures.draft import Draft
from bot.judging.by_passages import judge_passages
from bot.judging.judgement import Judgement
from bot.judging.one_clause import is_held_against
from bot.planning.plan import Plan
from bot.speech.time_asked import STILL
from bot.speech.timing import timing_of
from bot.telling.telling import answered, deadline_for, with_hint
from bot.verdict.asking import questions_for
from bot.verdict.echo import echo_of
from bot.verdict.verdicts import told
from corpus import patterns as re

__all__ = ["judged_by", "open_on_the_day"]

_DEMANDED = {Verdict.ELIGIBLE: "可以，符合条件", Verdict.NOT_ELIGIBLE: "不可以，不符合要求"}
_COUNTS = {Verdict.ELIGIBLE: "算", Verdict.NOT_ELIGIBLE: "不算"}  # 实习算工龄吗
_AGAINST = {Verdict.ELIGIBLE: "不属于此情形", Verdict.NOT_ELIGIBLE: "属于此情形"}  # 迟到15分钟以上按旷课处理


_OF_THOSE_KEPT_OUT = re.compile(r"符合(“[^”]+”)的要求")  # what is against somebody is no demand kept to


def judged_by(question: Question, judgements: Sequence[Judgement], timing: Timing | None) -> Answer:
    """What the judgements come to; what they still need to know is asked."""
    draft = Draft()
    verdict = judgements[0].verdict
    reasons = "；".join(j.why for j in judgements if j.why)
    why = f"：{reasons}" if reasons else ""
    if verdict is Verdict.NOT_ELIGIBLE:
        why = _OF_THOSE_KEPT_OUT.sub(r"属于\1", why)
    against = is_held_against(judgements[0].evidence.passage.text)
    heads = _COUNTS if judgements[0].counts else _AGAINST if against else _DEMANDED
    draft.add(f"{heads.get(verdict, '还不能确定，需要您补充情况')}{why}。")
    for judgement in judgements:
        add_passage(draft, judgement.evidence)
    if question.as_of is not None:
        draft.add_below_headline(echo_of(told(question, judgements[0].evidence.notice, question.as_of)))
    answer = replace(answered(draft, question.intent, timing), verdict=verdict)
    unknown = [j for x in judgements for j in x.unknown] if verdict is Verdict.NEEDS_INFO else []
    if not unknown:
        return replace(answer, text=with_hint(answer.text, timing))
    missing = questions_for(unknown, [j.asked for j in unknown])
    draft.add(missing[0].question)
    return replace(
        answer,
        outcome=Outcome.CLARIFY,
        text=with_hint(draft.text, timing),
        missing=missing,
        suggestions=missing[0].options,
    )


def open_on_the_day(question: Question, plan: Plan, as_of: date) -> Answer:
    """现在还能报吗, 来得及吗: the deadline against the day."""
    assert plan.notice is not None
    draft = Draft()
    deadline = deadline_for(question, plan)
    timing = timing_of(plan.notice, as_of, deadline)
    if deadline is None:
        judgements = judge_passages(question, told(question, plan.notice, as_of), plan.evidence)
        if judgements:
            return judged_by(question, judgements, timing)
        if STILL.search(question.text):
            draft.add("通知没有写明办理的起止时间。")
        _tell_first(draft, plan)
        return replace(answered(draft, question.intent, timing), verdict=Verdict.NEEDS_INFO)
    closed = timing.state is TimingState.CLOSED
    draft.add(f"{'不能，已经截止' if closed else '可以，还在期限内'}：{timing.note}。")
    where = next((e for e in plan.evidence if e.passage.span.covers(deadline.fact.span)), None)
    if where is not None:
        add_passage(draft, where)
    else:
        draft.add(plan.notice.clause_text(deadline.fact.clause)[:200])
        draft.cite(plan.notice, deadline.fact.clause)
    if closed:
        draft.add("该通知的期限已过，请关注发布单位的新通知。")
    verdict = Verdict.NOT_ELIGIBLE if closed else Verdict.ELIGIBLE
    return replace(answered(draft, question.intent, timing), verdict=verdict)


def _tell_first(draft: Draft, plan: Plan) -> None:
    if plan.evidence:
        add_passage(draft, plan.evidence[0])
