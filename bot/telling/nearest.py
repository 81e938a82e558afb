"""Beside a verdict, the passage that speaks most of what was asked, where no condition is that passage."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.conversation.question import Question
from bot.figures.compose import add_passage
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence
from bot.judging.levels import asked_level
from bot.planning.plan import Plan
from corpus.notice import ClauseKind
from corpus.rules.rules import compile_groups

__all__ = ["with_nearest"]

_NEAR = 0.5  # the share of the question that a passage says which is told beside the conditions
_SHORT = 120  # characters of it at most


def with_nearest(answer: Answer, question: Question, plan: Plan) -> Answer:
    """The verdict with the passage that speaks most of what was asked, where no condition is that passage."""
    cited = {(c.notice_id, c.start, c.end) for c in answer.citations}
    near = [e for e in plan.evidence[:3] if e.coverage >= _NEAR and e.score >= 0.9 * plan.evidence[0].score]
    near = [e for e in near if not _of_another_level(question, e)]
    for evidence in near:
        span = evidence.passage.span
        if any(a < span.end and span.start < b for i, a, b in cited if i == evidence.notice.notice_id):
            return answer
    clauses = {(c.notice_id, c.locator) for c in answer.citations}
    for evidence in near:
        locator = evidence.notice.clauses[evidence.passage.clause].locator
        if (evidence.notice.notice_id, locator) in clauses:
            continue  # the rest of a clause that a condition was taken from
        if (
            len(evidence.passage.text) > _SHORT
            or evidence.notice.clauses[evidence.passage.clause].kind in _TELLS_NOTHING
        ):
            continue
        draft = Draft(answer.text.split("\n"), list(answer.citations), list(answer.facts))
        asked = draft.lines.pop() if answer.missing and draft.lines[-1] == answer.missing[0].question else ""
        if add_passage(draft, evidence) and (not asked or draft.add(asked)):  # the question stands last
            return replace(
                answer, text=draft.text, citations=tuple(draft.citations), facts=draft.stated_facts()
            )
    return answer


def _of_another_level(question: Question, evidence: Evidence) -> bool:
    """Whether a passage is a condition of a level that is not the one asked about."""
    asked = asked_level(question.text)
    clause = evidence.passage.clause
    levels = {
        g.level
        for g in compile_groups(evidence.notice)
        if g.level and any(r.clause == clause for r in g.requirements)
    }
    return bool(asked and levels) and asked not in levels


_TELLS_NOTHING = frozenset({ClauseKind.HEADING, ClauseKind.ROW})  # of whether one may
