"""Whether what would be told answers this very question, and what to say where it does not.

An answer is weighed when it is composed, by the passages that it quotes: what was found first need not be
what is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.conversation.asked import asked_about
from bot.conversation.question import Question
from bot.figures.action import Action, Plan
from bot.finding.agreement import Statement, unlike
from bot.finding.answerable import Assessment
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.fees import asks_whether_charged, not_said_charged, unnamed_fees
from bot.finding.left_to_others import left_to_others
from bot.finding.signals import signals_of
from bot.finding.spoken_of import not_spoken_of
from bot.finding.support import Support, other_way
from bot.finding.values import is_thing
from bot.planning.lookup import refusal
from bot.speech.lexicon import lexicon
from bot.speech.time_asked import TimeAsked, time_asked
from bot.speech.wanted import matter_of
from corpus import patterns as re
from corpus.notice import Citation, ClauseKind, FactKind, Notice
from index.normal import search_key

__all__ = ["assess", "missing_thing", "nearby", "weighed"]

# Kinds of value that are always recognised: where the notice holds none, it does not state the one asked for.
_PLAIN_KINDS = frozenset(
    {
        "phone", "email", "url", "platform", "hours", "score", "money", "percent", "count", "frequency",
        "date", "duration", "reduction",
    }
)  # fmt: skip


_NEAR = 0.7  # of the score of the best passage, from which on a value is told as standing near


def assess(
    question: Question, plan: Plan, citations: Iterable[Citation], gatherer: EvidenceGatherer
) -> Assessment:
    """How likely an answer by `plan` that quotes these passages is right."""
    named = 1.0 if plan.action is Action.COLUMN else max((r.score for r in plan.rows), default=0.0)
    signals = signals_of(question, _decisive(plan), plan.own, gatherer, plan.support, named, citations)
    return gatherer.refusal.assess(signals.named())


def weighed(
    question: Question, plan: Plan, citations: Iterable[Citation], gatherer: EvidenceGatherer
) -> Plan:
    """The plan with how likely what it tells is right, or a refusal in its place where that is too little."""
    assert plan.notice is not None
    assessment = assess(question, plan, citations, gatherer)
    if plan.whom is not None:  # what somebody tells of themselves chose the row, and does not stand in it
        return replace(plan, assessment=assessment)
    lacking = bool(question.wants & _PLAIN_KINDS) and not any(e.fits for e in plan.own)
    places = gatherer.told(citations)
    apart = _unlike(question, plan.notice, places, gatherer)
    thing = "" if apart else not_spoken_of(question, plan.support, places, plan.notice, gatherer)
    if (apart or thing) and (bare := _left_bare(question, plan, gatherer)):
        return replace(plan, evidence=(bare,), own=(bare,), assessment=assessment)
    if apart and (other := _told_elsewhere(question, plan, gatherer)):
        return other
    if thing:
        apart = f"没有写明{missing_thing(question, plan.notice, Support(thing), gatherer)}"
    apart = apart or other_way(question, plan.own) or _left_to_others(question, places, gatherer)
    sure = assessment.answers or _says_what_to_bring(question, plan, places, gatherer)
    if not sure and (last := _told_last(question, plan, gatherer)):
        return replace(plan, evidence=(last,), own=(last,), assessment=assessment)
    if sure and not lacking and not apart and not assessment.signals["other_year"]:
        return replace(plan, assessment=assessment)
    reason = apart or _reason(question, plan.notice, plan.support, assessment.signals, gatherer, lacking)
    refused = refusal(plan.notice, nearby(plan.own), "" if plan.foreign else reason)
    return replace(refused, own=plan.own, assessment=assessment, outright=bool(apart))


_BRING = re.compile(
    r"(?:带齐|携带|带上|持)[^,，。;；]{2,}?(?:证|簿|户口本|材料|证明)(?=[、和及或与,，]|原件|复印件)"
)
_ASKS_PAPERS = re.compile(r"[带拿备交](?:些|点)?(?:什么|哪些|啥)(?:证件|材料|资料|东西)[呢啊呀]?[?？]*$")


def _says_what_to_bring(
    question: Question, plan: Plan, places: npt.NDArray[np.int64], gatherer: EvidenceGatherer
) -> bool:
    """Whether what papers to bring is asked, and the passage told names them."""
    asked = question.intent is Intent.MATERIALS and _ASKS_PAPERS.search(question.text) is not None
    told = [search_key(gatherer.passage(p).text) for p in places.tolist()[:_FEW]]
    return asked and plan.support.enough and any(map(_BRING.search, told))


def _told_last(question: Question, plan: Plan, gatherer: EvidenceGatherer) -> Evidence | None:
    """The passage quoted last, where a question that names nothing of its own wants a value that it holds:
    那边几点下班 after a telephone number."""
    if not question.context or not question.wants or plan.action is not Action.TELL:
        return None
    values = {v for want in question.wants for v in lexicon().value_words.get(want, ())}
    if not values.issuperset(gatherer.words(question.text)):
        return None
    return next((e for e in plan.own if e.fits and any(_holds(e, *at) for at in question.near)), None)


def _holds(evidence: Evidence, notice: str, start: int) -> bool:
    span = evidence.passage.span
    return evidence.notice.notice_id == notice and span.start <= start < span.end


def _left_to_others(question: Question, places: npt.NDArray[np.int64], gatherer: EvidenceGatherer) -> str:
    """Why what is told is no answer, where it leaves what is asked to others; `""` where it does not."""
    told = [search_key(gatherer.passage(p).text) for p in places.tolist()]
    words = gatherer.words(f"{question.context} {question.text}" if question.context else question.text)
    return "没有写明这件事，只写了它另有规定或者由别处办理" if left_to_others(question, words, told) else ""


def _left_bare(question: Question, plan: Plan, gatherer: EvidenceGatherer) -> Evidence | None:
    """The item of a list on what is asked about that demands no time, where most beside it do: 博士要几年."""
    if question.wants != {"duration"}:
        return None
    things = [t[-1] for t in asked_about(question.text, gatherer.question_words).things]
    for evidence in plan.own[:_FEW]:
        notice, place = evidence.notice, evidence.passage.clause
        clause = notice.clauses[place]
        beside = notice.clauses[clause.parent].children if clause.kind is ClauseKind.ITEM else ()
        timed = {f.clause for f in notice.facts if f.kind is FactKind.PERIOD}.intersection(beside)
        others = search_key(" ".join(notice.clause_text(i) for i in timed))
        named = any(t in search_key(evidence.passage.text) and t not in others for t in things)
        if named and place not in timed and 2 * len(timed) > len(beside):
            return evidence
    return None


_FEW = 3  # passages, best first, of which one may be what is asked about
_NEXT = 8  # passages looked at where the best one is of another kind


def _told_elsewhere(question: Question, plan: Plan, gatherer: EvidenceGatherer) -> Plan | None:
    """The plan to tell another passage, which is of the kind asked for and speaks of no less of the question:
    in how many days results come out, where the best one says for how many years they hold."""
    if plan.action is not Action.TELL or plan.notice is None:
        return None
    for evidence in plan.own[1:_NEXT]:
        able = evidence.fits and (evidence.role or question.intent is not Intent.MATERIALS)
        if able and evidence.coverage >= plan.own[0].coverage:
            if _unlike(question, plan.notice, np.array([gatherer.place(evidence)]), gatherer):
                continue
            other = replace(plan, evidence=(evidence,), own=(evidence,))
            assessment = assess(question, other, (), gatherer)
            if assessment.answers:
                return replace(other, assessment=assessment)
    return None


def _unlike(
    question: Question, notice: Notice, places: npt.NDArray[np.int64], gatherer: EvidenceGatherer
) -> str:
    """Why the passages told are no answer, whatever the words they share with the question; `""` where they
    may be one."""
    if time_asked(question.text) is TimeAsked.LASTING:
        return ""  # the days of a window are no time that something takes
    told = [
        Statement(f"{search_key(gatherer.passage(p).text)}\n{gatherer.lead(p)}", gatherer.above(p))
        for p in places.tolist()
    ]
    said = "\n".join(text for t in told for text in (t.own, t.above))
    named = [w for w in gatherer.words(question.text) if not _costs_of_it(w, question, notice, gatherer)]
    fees = unnamed_fees(question, named, said)
    if fees and ("money" in question.wants or asks_whether_charged(question.text)):
        return f"没有写明{fees[0]}"
    asked = asked_about(question.text, gatherer.question_words).things
    beside = [w for thing in asked for w in thing if not gatherer.names(w, notice.notice_id)]
    if charged := not_said_charged(question, beside, said):
        return f"没有写明“{charged}”是否收费"
    stating = [t for t, p in zip(told, places.tolist(), strict=True) if gatherer.states(question, p)]
    title, text = search_key(notice.title), search_key(notice.text)
    things = [t[-1] for t in asked]
    return unlike(question, stating or told, title, f"{title}\n{text}", things) if told else ""


def _costs_of_it(word: str, question: Question, notice: Notice, gatherer: EvidenceGatherer) -> bool:
    """Whether a word is, or with 费 makes, what the whole notice is about and whose costs are asked for."""
    matter = word.removesuffix("费")
    return f"{matter}费用" in question.text and gatherer.names(matter, notice.notice_id)


def nearby(own: Sequence[Evidence]) -> list[Evidence]:
    """What the notice says next to what is asked: values of the kind asked for that stand near it, else the
    best."""
    return [e for e in own[:20] if e.fits and e.score >= _NEAR * own[0].score] or list(own)


def missing_thing(question: Question, notice: Notice, support: Support, gatherer: EvidenceGatherer) -> str:
    """What to call the thing that no passage speaks of."""
    said = gatherer.degree_in(support.missing, notice) >= 1
    return f"“{support.missing}”的{matter_of(question.wants)}" if said else f"“{support.missing}”"


def _decisive(plan: Plan) -> Evidence:
    """The evidence that the answer stands on: that of the row looked up, else the first."""
    clauses = {r.clause for r in plan.rows}
    return next((e for e in plan.evidence if e.passage.clause in clauses), plan.evidence[0])


def _reason(
    question: Question,
    notice: Notice,
    support: Support,
    signals: Mapping[str, float],
    gatherer: EvidenceGatherer,
    lacking: bool,
) -> str:
    """What is not stated, as exactly as the signals tell."""
    if signals["other_year"]:
        return f"没有{question.year}年的内容"
    if signals["unnamed_fee"]:
        return "没有写明这项费用"
    if not support.enough:
        return f"没有写明{missing_thing(question, notice, support, gatherer)}"
    if lacking and "count" in question.wants and is_thing(question.unit):
        return f"没有写明{question.unit}的数目"
    if question.intent is Intent.PENALTY:
        return "没有写明这种情形如何处理"
    return "没有写明所问的数值" if question.wants else "没有写明所问的事"
