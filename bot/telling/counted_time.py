"""Whether time spent on something counts as work (读研算不算工龄), by the sentence that says it does not."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Intent, Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.speech.time_asked import asking_part
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.conditions.deductions import deductions_of
from corpus.notice import Notice
from index.passages import sentences

__all__ = ["counted"]

_WORK = r"(?:工?作?年限|工龄|资历|工作经[历验]|年资|从业时间|任职时间)"
_COUNTS = r"(?:算不算|算[进入到作成]*|计不计入?|计入?|累计|作为|当作?|抵)"
_ASKS = re.compile(rf"{_COUNTS}[^,，。]{{0,6}}{_WORK}|{_WORK}[^,，。]{{0,6}}{_COUNTS}")


def counted(question: Question, notice: Notice) -> Answer | None:
    """The answer with the sentence that takes such time off; None where that is not asked or not said."""
    if not _ASKS.search(asking_part(question.text)):
        return None
    found = next((d for d in deductions_of(notice) if d.names(question.text)), None)
    if found is None:
        return None
    draft = Draft()
    draft.add("不算。")
    spans = [p for s in notice.clauses[found.clause].spans for p in sentences(notice.text, s)]
    for span in spans:
        if notice.quote(span).strip("。;； ").endswith(found.words[-12:]):
            add_statement(draft, notice, found.clause, span)
    answer = answered(draft, Intent.ELIGIBILITY)
    return replace(answer, verdict=Verdict.NOT_ELIGIBLE, confidence=0.85) if answer.citations else None
