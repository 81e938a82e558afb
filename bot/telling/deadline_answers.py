"""By when: the closing day asked about, and the calendar day of a period that is counted from something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.telling.relevance import relevance, words_about
from bot.telling.validity_answers import day_told
from corpus import patterns as re
from corpus.notice import FactKind, Notice, Span
from corpus.values.moments import Anchor, AnchorKind, Bound, Moment, Unit, Unresolved, resolution
from corpus.values.periods import written_day
from corpus.values.workdays import FIRST_DAY, LAST_DAY, workday_after
from index.passages import sentences

__all__ = ["add_deadline", "add_resolved"]

_LAST_DAY = re.compile(
    r"最[晚迟后]|截[止至到]|截|期限|逾期|到几[号月]|几[号月]之?以?前|(?:哪天|[什啥]么?时候|何时)之?以?前|来得及|赶得上"
)
_NAMED = 0.3  # share of the question that the sentence of a closing day must hold
_APPLYING = re.compile(r"申请|申报|报名|提交|受理|登记|缴费|办理")
_UNTIMED = frozenset({Intent.FEE, Intent.CONTACT, Intent.STATISTIC, Intent.MATERIALS})
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
    for moment in records_of(notice).moments:
        if moment.bound is Bound.UNTIL and moment.anchor.kind is AnchorKind.DAY and moment.unit is Unit.NONE:
            place = _statement(notice, moment)
            own = relevance(words, notice.quote(place), " ".join(notice.heading_path(moment.clause)[1:]))
            applying = 0.1 if _APPLYING.search(notice.quote(place)) else 0.0
            scored.append((own + applying, moment.clause, place))
    best = max(scored, key=lambda s: s[0], default=None)
    if best is None or best[0] < _NAMED:
        return False
    return add_statement(draft, notice, best[1], best[2])


def _statement(notice: Notice, moment: Moment) -> Span:
    """The sentence of a closing day, with a word before it that names the step: 申请。4月8日至…"""
    own = next(s for s in notice.clauses[moment.clause].spans if s.covers(moment.span))
    pieces = sentences(notice.text, own)
    place = next((n for n, p in enumerate(pieces) if p.covers(moment.span)), None)
    if place is None:
        return own
    named = place == 1 and len(pieces[0]) <= 12
    return Span(pieces[0].start if named else pieces[place].start, pieces[place].end)


def _is_dated(evidence: Evidence) -> bool:
    return any(f.kind is FactKind.DATE for f in evidence.facts)


def add_resolved(draft: Draft, question: Question, notice: Notice, as_of: date) -> None:
    """The calendar day of a period that the answer states, where it is known what it is counted from."""
    if question.intent in _UNTIMED:
        return
    known = dict(_beginnings(question))
    for moment in _told(draft, notice):
        end = resolution(moment, notice.issued, as_of, known, workday_after)
        begins = _begin(moment.anchor, notice, known)
        if begins is None:
            continue
        words = notice.quote(moment.span)
        if end.day is not None:
            how = "按原文和国家公布的节假日安排计算" if moment.unit is Unit.WORKDAY else "按原文计算"
            draft.add(f"“{words}”从{written_day(begins)}起算，为{written_day(end.day)}（{how}）。")
            return
        if end.why_not is Unresolved.CALENDAR_ENDS:
            known_to = f"{FIRST_DAY.year}年至{LAST_DAY.year}年"
            draft.add(f"“{words}”落在哪天不能推算：已知的节假日安排只有{known_to}的。")
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
        counted = moment.unit is not Unit.NONE and any(c.covers(moment.span) for c in cited)
        if counted and notice.quote(moment.span) in draft.text:
            yield moment


def _beginnings(question: Question) -> Mapping[Anchor, date]:
    """What happened on the day that the person gives: 2024年6月30日毕业."""
    told = day_told(question.text)
    if told is None or not told[1]:
        return {}
    return {Anchor(kind): told[0] for kind, cue in _BEGINNINGS if cue.search(question.text)}
