"""By when: the closing day asked about, and the calendar day of a period that is counted from something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.answer import Intent
from bot.compose import add_statement
from bot.draft import Draft
from bot.evidence import Evidence, EvidenceGatherer
from bot.question import Question
from bot.records import records_of
from bot.relevance import relevance, words_about
from bot.timing import deadlines, for_officials
from bot.validity_answers import day_told
from corpus.moments import Anchor, AnchorKind, Moment, Unit, resolution
from corpus.notice import FactKind, Notice, Span
from index.passages import sentences

__all__ = ["add_deadline", "add_resolved"]

_LAST_DAY = re.compile(r"最[晚迟后]|截[止至到]|截|期限|逾期|到几[号月]|来得及|赶得上")
_COUNTED_INTENTS = frozenset({Intent.DEADLINE, Intent.CERTIFICATE, Intent.PROCESS, Intent.RESIT})
_BEGINNINGS = (
    (AnchorKind.GRADUATION, re.compile(r"毕业|离校")),
    (AnchorKind.ACCEPTANCE, re.compile(r"受理")),
    (AnchorKind.RECEIPT, re.compile(r"收到|接到|送达")),
    (AnchorKind.APPLICATION, re.compile(r"申请|申报|提交")),
)


def add_deadline(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell the closing day where the passage found for it names no day at all; whether there is one."""
    if question.intent is not Intent.DEADLINE or "date" not in question.wants:
        return False
    if not _LAST_DAY.search(question.text) or not evidence or _is_dated(evidence[0]):
        return False
    words = words_about(question, gatherer, notice)
    scored = []
    for deadline in deadlines(notice):
        place = _sentence(notice, deadline.fact.clause, deadline.fact.span)
        own = relevance(words, notice.quote(place), " ".join(notice.heading_path(deadline.fact.clause)[1:]))
        scored.append((own - (0.5 if for_officials(notice, deadline) else 0.0), deadline.fact.clause, place))
    best = max(scored, key=lambda s: s[0], default=None)
    if best is None or best[0] < 0.3:
        return False
    return add_statement(draft, notice, best[1], best[2])


def _is_dated(evidence: Evidence) -> bool:
    return any(f.kind is FactKind.DATE for f in evidence.facts)


def _sentence(notice: Notice, clause: int, within: Span) -> Span:
    own = next((s for s in notice.clauses[clause].spans if s.covers(within)), notice.clauses[clause].spans[0])
    return next((p for p in sentences(notice.text, own) if p.covers(within)), own)


def add_resolved(draft: Draft, question: Question, notice: Notice, as_of: date) -> None:
    """The calendar day of a period that the answer states, where it is known what it is counted from."""
    if question.intent not in _COUNTED_INTENTS and not question.wants & {"date", "duration"}:
        return
    known = dict(_beginnings(question))
    for moment in _told(draft, notice):
        day = resolution(moment, notice.issued, as_of, known).day
        begins = _begin(moment.anchor, notice, known)
        if day is not None and begins is not None:
            words = notice.quote(moment.span)
            draft.add(f"“{words}”从{_spoken(begins)}起算，为{_spoken(day)}（按原文计算）。")
            return


def _begin(anchor: Anchor, notice: Notice, known: Mapping[Anchor, date]) -> date | None:
    """The day that a period is counted from, where it is known."""
    if anchor in known:
        return known[anchor]
    if anchor.kind is AnchorKind.PUBLICATION:
        return notice.issued
    dated = anchor.kind is AnchorKind.DAY and anchor.year and anchor.month and anchor.day
    return date(anchor.year or 1, anchor.month or 1, anchor.day or 1) if dated else None


def _told(draft: Draft, notice: Notice) -> Iterator[Moment]:
    """The counted periods inside what the answer cites, those from the day of issue or from a known event."""
    cited = [Span(c.start, c.end) for c in draft.citations if c.notice_id == notice.notice_id]
    for moment in records_of(notice).moments:
        if moment.unit is not Unit.NONE and any(c.covers(moment.span) for c in cited):
            yield moment


def _beginnings(question: Question) -> Mapping[Anchor, date]:
    """What happened on the day that the person gives: 2024年6月30日毕业."""
    told = day_told(question.text)
    if told is None or not told[1]:
        return {}
    return {Anchor(kind): told[0] for kind, cue in _BEGINNINGS if cue.search(question.text)}


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
