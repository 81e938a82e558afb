"""A yes-or-no question by the norm of the notice that bears on it: 能带狗进去吗 on 严禁携带宠物入内."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import ConditionState, Intent, Timing, Verdict
from bot.conversation.question import Question
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.bearing import Bearing, bearings
from bot.judging.counted_time import judge_counted
from bot.judging.figures import figures_in
from bot.judging.judgement import measures_told
from bot.judging.norm_reading import EXCEPTED, Settled
from bot.judging.one_clause import compared
from bot.judging.other_cases import in_time_only, is_lapsed, of_another_event
from bot.judging.polar import PolarAsk, read_ask
from bot.judging.wording import left_out
from bot.planning.plan import Plan
from bot.speech.amounts import spans_in
from bot.speech.lexicon import lexicon
from bot.speech.spoken_days import spoken_days
from bot.telling.telling import answered, timing_for, with_hint
from bot.verdict.verdicts import told
from corpus import patterns as re
from corpus.conditions.norms import Norm, NormKind, norms_in
from corpus.notice import Notice
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["Ruling", "ruled", "ruling_on", "tells_nothing"]

_NEAR = 8  # passages that may say that all is to be done anew
_LOOKED_AT = 60  # passages whose norms are read
_HEADS = {
    (False, Settled.YES): "可以",
    (False, Settled.NO): "不可以",
    (False, Settled.DEPENDS): "要看是否得到同意，不能自行决定",
    (True, Settled.YES): "需要",
    (True, Settled.NO): "不需要",
}
_VERDICTS = {
    Settled.YES: Verdict.ELIGIBLE,
    Settled.NO: Verdict.NOT_ELIGIBLE,
    Settled.DEPENDS: Verdict.NEEDS_INFO,
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a question asks and the norm that settles it."""

    ask: PolarAsk
    best: Bearing


def ruling_on(
    question: Question, notice: Notice, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> Ruling | None:
    """The norm of a notice that settles a question; None where none does, or two that bear alike disagree."""
    if (
        question.intent is Intent.PENALTY
        or not question.polar
        or question.context
        or question.wants
        or question.lists
        or question.parts
    ):
        return None
    if _TIMELY.search(question.text) or _SEVERAL.search(question.text):
        return None  # the day decides, or more than this is asked
    if judge_counted(question.text, notice, own):
        return None  # by what the notice counts among the years
    if measures_told(question.text):
        return None  # 论文3000字行吗: the bound decides
    if any(is_lapsed(question.text, search_key(e.passage.text)) for e in own[:_NEAR]):
        return None  # what is over is done anew, whatever else may be done
    if not lexicon().polar.search(question.text) or _GRADED.search(question.text):
        return None  # nothing is asked, or which grade it is decides
    if any(left_out(question.text, search_key(e.passage.text)) for e in own[:_FIRST]):
        return None  # 免门票（不含缆车）: what is left out of a norm is not settled by it
    ask = read_ask(question, gatherer)
    spoken_of = f"{question.text} {notice.title}"
    norms = [n for n in _norms(notice, own) if not _elsewhere(spoken_of, n)]
    bearing = bearings(ask, norms, lambda norm: _above(notice, norm))
    found = [c for b in bearing if (c := _bounded(b, question, notice)) is not None]
    if not found:
        return None
    best = found[0]
    if best.share < bearing[0].share - _WEAKER:
        return None  # what bears most on it leaves it open
    near = [b for b in found if b.share >= best.share - 0.02 and b.norm.kind is best.norm.kind]
    if {Settled.YES, Settled.NO} <= {b.settled for b in near}:
        return None
    return Ruling(ask, best)


def _elsewhere(spoken_of: str, norm: Norm) -> bool:
    """Whether a norm is of another event, or of another time, than is spoken of."""
    whole = search_key(f"{norm.case},{norm.text}")
    return of_another_event(spoken_of, search_key(norm.text)) or in_time_only(spoken_of, whole)


_WEAKER = 0.2
_FIRST = 3  # passages that may leave out by name what is asked about
_TIMELY = re.compile(r"来得及|来不及|赶得[上及]|赶不上|截止|现在还")
_SEVERAL = re.compile(r"[?？].*[?？]")
_GRADED = re.compile(r"[一二三四五特]等奖|[一二三四五1-5]级|前\s*\d+%|排名")
_BOUND = re.compile(
    r"[\d一二两三四五六七八九十][^,]{0,6}(?:以[上下内外前后]|之[内前后])|\d[^,]{0,4}[日天月年周时]内|(?:满|不足|超过|不低于|不高于|不少于|不超过)[^,]{0,4}\d"
)


def _bounded(bearing: Bearing, question: Question, notice: Notice) -> Bearing | None:
    """A bearing whose norm sets a bound, by what is told that it compares with; None where nothing is."""
    norm = bearing.norm
    if norm.kind is NormKind.PERMITS and any(True for _ in spans_in(question.text)):
        return None  # 考完半个月能查吗: that it may be done is not what is asked
    settled = bearing.settled is Settled.DEPENDS or bearing.why == EXCEPTED
    if settled or not _BOUND.search(norm.text) or question.as_of is None:
        return bearing
    if norm.kind is NormKind.CONFINES and _within_period(norm.text, question.text, question.as_of):
        return bearing  # 3年内限1台, and one was got last year
    person = told(question, notice, question.as_of)
    found = compared(question.text, notice.quote(norm.span), person, notice)
    if found is None or found[0] is ConditionState.UNKNOWN:
        return None
    met = found[0] is ConditionState.MET
    if norm.kind in (NormKind.PERMITS, NormKind.FREES):
        return replace(bearing, settled=Settled.YES if met else Settled.NO, why=found[1])
    return None if met else replace(bearing, settled=Settled.NO, why=found[1])


_PERIOD = re.compile(r"(?P<n>\d{1,2}|[一二两三四五六七八九十])年内")


def _within_period(text: str, asked: str, as_of: date) -> bool:
    """Whether a norm holds for so many years, and all that is told is of no longer ago."""
    period = _PERIOD.search(text)
    years = number(period["n"]) if period else None
    days = [d.first for d in spoken_days(asked, as_of)]
    return years is not None and bool(days) and all(as_of.year - d.year < years for d in days)


def _norms(notice: Notice, own: Sequence[Evidence]) -> Iterator[Norm]:
    """The norms of the passages found."""
    for clause in sorted({e.passage.clause for e in own[:_LOOKED_AT]}):
        yield from norms_in(notice, clause)


def _above(notice: Notice, norm: Norm) -> str:
    """The search key of what stands above a norm."""
    path = ",".join(notice.heading_path(norm.clause))
    return search_key(f"{notice.title},{path},{notice.clause_text(norm.clause)}")


def ruled(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer | None:
    """The answer by the norm that settles a question; None where none does."""
    if plan.notice is None:
        return None
    ruling = ruling_on(question, plan.notice, plan.own, gatherer)
    if ruling is None:
        return None
    return _told(question, ruling, plan.notice, timing_for(question, plan, as_of))


def _told(question: Question, ruling: Ruling, notice: Notice, timing: Timing | None) -> Answer:
    """The verdict with the sentence that says so; of what one must do there is no verdict."""
    best, draft = ruling.best, Draft()
    duty = ruling.ask.duty
    why = f"：{best.why}" if best.why else ""
    draft.add(f"{_HEADS[duty, best.settled]}{why}。")
    add_statement(draft, notice, best.norm.clause, best.norm.span)
    verdict = None if duty else _VERDICTS[best.settled]
    answer = replace(answered(draft, question.intent, timing), verdict=verdict)
    return replace(answer, text=with_hint(answer.text, timing))


_PIECES = re.compile(r"[^,，。;；?？!！ ]+")
_FEW = 2  # the parts of a question; so many tell no case at length


def tells_nothing(question: Question, notice: Notice, as_of: date) -> bool:
    """Whether a question tells no facts by which conditions are judged, and asks of an act alone."""
    figures = next(figures_in(question.text), None)
    short = len(_PIECES.findall(question.text)) <= _FEW
    return figures is None and short and not told(question, notice, as_of).tells
