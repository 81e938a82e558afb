"""How long ago something lapsed, against from when on it is lost: 逾期超过60日的，须重新申请."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from bot.judging.one_clause import LAPSED, compared, is_of_lapse
from bot.person.person import Person

__all__ = ["judge_lapse"]

_NEAR, _FIRST = 12, 3  # passages looked at, and those of whose clauses one has to be


def judge_lapse(question: Question, person: Person, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence by which it is too late; [] where no lapse is told, or none is so long.

    Such a sentence names no more than the lapse: what has lapsed stands before it in its clause.
    """
    if not LAPSED.search(question.text):
        return []
    clauses = {e.passage.clause for e in own[:_FIRST]}
    for e in (e for e in own[:_NEAR] if e.passage.clause in clauses and is_of_lapse(e.passage.text)):
        found = compared(question.text, e.passage.text, person, e.notice)
        if found is not None and found[0] is ConditionState.UNMET:
            return [Judgement(Verdict.NOT_ELIGIBLE, e, found[1], partial=True, compares=True)]
    return []
