"""What sentences outside the condition lists do to what the lists come to."""

from __future__ import annotations

from datetime import date

from bot.answer import Answer
from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.judging.counted_as import counted_for
from bot.judging.judgement import judge_comparisons, judge_definition
from bot.planning.plan import Plan
from bot.telling.by_sentence import judged_by
from bot.telling.telling import timing_for
from bot.verdict.verdicts import told
from corpus.conditions.audiences import in_section

__all__ = ["counted_in_favour", "ruled_out_beside"]


def ruled_out_beside(answer: Answer, question: Question, plan: Plan, as_of: date) -> Answer | None:
    """The sentence outside the lists that rules it out by what is told.

    Where the lists settle something else, only the passage that says most of what is asked may do so.
    """
    assert plan.notice is not None
    if answer.verdict is Verdict.NOT_ELIGIBLE:
        return None
    settled = answer.verdict is Verdict.ELIGIBLE and any(
        c.state is ConditionState.MET for c in answer.conditions
    )
    person = told(question, plan.notice, as_of)
    first = [e for e in plan.evidence[:1] if not in_section(plan.notice, e.passage.clause)]
    against = judge_comparisons(question, person, first if settled else plan.evidence)
    against = against or judge_definition(question, plan.own)
    return judged_by(question, against, timing_for(question, plan, as_of)) if against else None


def counted_in_favour(
    answer: Answer, question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The sentence that makes the case told count for who asks, where the lists leave nothing else open."""
    assert plan.notice is not None
    open_still = [c.text for c in answer.conditions if c.state is ConditionState.UNKNOWN]
    if answer.verdict is not Verdict.NEEDS_INFO or not open_still:
        return None
    person = told(question, plan.notice, as_of)
    found = counted_for(question, person, plan.own, gatherer.words, open_still)
    return judged_by(question, found, timing_for(question, plan, as_of)) if found else None
