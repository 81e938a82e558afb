"""How long a result or certificate holds, and the day it ends where the person says when it began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.records import records_of
from bot.telling.relevance import relevance, words_about
from corpus import patterns as re
from corpus.conditions.validity import Validity, ValidityKind
from corpus.notice import Notice, Span
from corpus.values.moments import Anchor, AnchorKind, Bound, Moment, Unit, resolution
from corpus.values.periods import find_date, written_day
from index.passages import sentences

__all__ = ["add_validity", "day_told", "end_of", "sentence_of", "validity_asked"]

_ASKS = re.compile(r"有效|作废|失效|过期|到期|管(?:用)?(?:几年|多久)|保留|还算数")
_ASKS_HOW_LONG = re.compile(r"有效期(?:限)?(?:是|为|有|多|到|怎|[?？。]|$)|长期有效")
_UNITS = {"年": Unit.YEAR, "个月": Unit.MONTH, "日": Unit.DAY, "天": Unit.DAY, "周": Unit.WEEK}
_LEVEL = re.compile(r"([一二三四五1-5])级")
_NUMERALS = str.maketrans("12345", "一二三四五")
_MONTH = re.compile(r"((?:19|20)\d{2})年(\d{1,2})月(?!\d)")


def add_validity(
    draft: Draft, question: Question, notice: Notice, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Tell how long the thing asked about holds; whether the notice says so."""
    lasting = question.wants & {"duration", "date"} or _ASKS_HOW_LONG.search(question.text)
    if not lasting or not _ASKS.search(question.text):
        return False
    found = validity_asked(question, notice, evidence, words_about(question, gatherer, notice))
    if found is None:
        return False
    _add_end(draft, question, found)
    return add_statement(draft, notice, found.clause, sentence_of(notice, found))


def validity_asked(
    question: Question, notice: Notice, evidence: Sequence[Evidence], words: Mapping[str, float]
) -> Validity | None:
    """The validity of what the question names, of its grade where it names one."""
    named = _LEVEL.search(question.text)
    level = named[1].translate(_NUMERALS) if named else ""
    near = [e.passage.span for e in evidence[:3]]
    scored = []
    for found in records_of(notice).validities:
        if found.kind is ValidityKind.LAPSES or (level and found.level not in ("", level)):
            continue
        own = relevance(words, f"{found.subject}{found.text}", notice.quote(sentence_of(notice, found)))
        here = any(s.covers(found.span) for s in near)
        if here or own >= 0.5:
            scored.append((own + (0.2 if here else 0.0) + (0.1 if level and found.level else 0.0), found))
    return max(scored, key=lambda s: s[0], default=(0.0, None))[1]


def sentence_of(notice: Notice, found: Validity) -> Span:
    own = next(s for s in notice.clauses[found.clause].spans if s.covers(found.span))
    return next((p for p in sentences(notice.text, own) if p.covers(found.span)), own)


def _add_end(draft: Draft, question: Question, found: Validity) -> None:
    """The day on which a period ends, counted from the day that the person gives."""
    began = day_told(question.text)
    end = end_of(found, began[0]) if began else None
    if began is None or end is None:
        return
    day, whole = began
    shown = written_day(end) if whole else f"{end.year}年{end.month}月"
    start = written_day(day) if whole else f"{day.year}年{day.month}月"
    draft.add(f"从{start}起算，到{shown}为止（按原文“{found.text}”计算）。")


def end_of(found: Validity, began: date) -> date | None:
    """The last day of a period that began on a day; None for what is no period."""
    unit = _UNITS.get(found.unit)
    if found.kind is not ValidityKind.PERIOD or unit is None or found.amount is None:
        return None
    anchor = Anchor(AnchorKind.DAY, began.year, began.month, began.day)
    moment = Moment(anchor, int(found.amount), unit, Bound.UNTIL, True, found.span, found.clause)
    return resolution(moment, None, began, {}).day


def day_told(text: str) -> tuple[date, bool] | None:
    """The day that a question names, and whether it is a whole day or only a month."""
    day = find_date(text)
    if day is not None:
        return day, True
    month = _MONTH.search(text)
    if month is None or not 1 <= int(month[2]) <= 12:
        return None
    return date(int(month[1]), int(month[2]), 1), False
