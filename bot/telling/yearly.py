"""Whether something may be done in a month, by a sentence that says in which months of every year it may.

每年3月、9月各报名一次 answers 5月能报名吗: no. A month inside such a list or range answers yes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.telling.telling import answered
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.periods import fold

__all__ = ["yearly_answer"]

_MONTHS = r"\d{1,2}月?份?(?:(?:[、,，和及与]|至|到|-+|~|—+)(?:次年)?\d{1,2}月?份?)*月份?"
_YEARLY = re.compile(rf"每(?:学)?年的?(?P<months>{_MONTHS})(?!\d{{1,2}}日)")
_SENTENCE = re.compile(r"[^。；;\n]+")
_TO = re.compile(r"(\d{1,2})月?份?(?:至|到|-+|~|—+)(?:次年)?(\d{1,2})")
# What is done in those months; words of one line are said for each other.
_ACTS = tuple(
    re.compile(p)
    for p in (
        r"报名|报考|申报|申请|报(?=[吗不么])|能报",
        r"缴费|交费|缴纳|参保|交钱|交医保",
        r"考试|开考|能考|考(?=[吗不么])",
        r"受理|办理|能办",
        r"招生|招收|招新|入学",
    )
)


def yearly_answer(question: Question, notice: Notice) -> Answer | None:
    """Yes or no by the months of every year; None where no month or no such act is asked about."""
    asked = [a for a in _ACTS if a.search(question.text)]
    if not question.polar or question.month is None or not asked or re.search(r"\d[日号]", question.text):
        return None
    for clause, span in _sentences(notice):
        text = fold(notice.text[span.start : span.end])
        found = _YEARLY.search(text)
        if found is not None and any(a.search(text[found.end() :].split("，")[0]) for a in asked):
            return _told(question, notice, clause, span, found)
    return None


def _told(question: Question, notice: Notice, clause: int, span: Span, found: re.Match[str]) -> Answer:
    inside = question.month in _months(found["months"])
    draft = Draft()
    draft.add(f"{'可以' if inside else '不可以'}：{question.month}月{'' if inside else '不'}在写明的月份内。")
    add_statement(draft, notice, clause, span)
    verdict = Verdict.ELIGIBLE if inside else Verdict.NOT_ELIGIBLE
    return replace(answered(draft, question.intent), verdict=verdict, confidence=0.85)


def _months(listed: str) -> frozenset[int]:
    """The months named, those between the ends of a range too, over the turn of the year if need be."""
    named = {int(m) for m in re.findall(r"\d{1,2}", listed)}
    for first, last in _TO.findall(listed):
        month = int(first)
        while month != int(last) and 1 <= month <= 12:
            named.add(month)
            month = month % 12 + 1
    return frozenset(named)


def _sentences(notice: Notice) -> Iterator[tuple[int, Span]]:
    """The sentences of clauses that speak of every year, each with its clause."""
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.PARAGRAPH, ClauseKind.ITEM):
            continue
        for whole in clause.spans:
            for m in _SENTENCE.finditer(notice.text, whole.start, whole.end):
                if "每年" in m.group() or "每学年" in m.group():
                    yield index, Span(*m.span())
