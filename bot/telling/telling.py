"""Telling what the evidence says, with the notice's window and its hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome, Timing, TimingState
from bot.conversation.question import Question
from bot.figures.compose import (
    add_column,
    add_difference,
    add_list,
    add_passage,
    add_row,
    add_statement,
    list_around,
    lists_below,
)
from bot.figures.draft import Draft
from bot.figures.sums import add_product, add_sum
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.values import holds
from bot.planning.openings import opening_asked
from bot.planning.plan import Action, Plan
from bot.speech.timing import Deadline, deadlines, for_officials, timing_of
from bot.telling.case_amounts import add_case_amount
from bot.telling.deadline_answers import add_resolved
from bot.telling.exemptions import add_exemption
from bot.telling.keyed_parts import part_asked
from bot.telling.numbered_parts import item_for_number
from bot.telling.other_values import add_other_values
from bot.telling.typed_answers import add_typed, asks_for_names
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from index.normal import search_key

__all__ = ["answered", "deadline_for", "tell_plainly", "timing_for", "with_hint"]


def tell_plainly(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    """The rows or passages of the plan in words."""
    assert plan.notice is not None
    draft = Draft()
    add_case_amount(draft, question, plan.notice, plan.evidence, gatherer)
    names = plan.action is Action.COLUMN or (plan.action is Action.ROWS and asks_for_names(question))
    told = names and add_column(draft, question, plan.notice)
    if plan.action is Action.CONDITIONS:
        for opening in plan.evidence:
            add_list(draft, opening)
    elif not told and plan.action is Action.ROWS:
        _tell_rows(draft, question, plan, gatherer)
    elif not told:
        for part in plan.parts:
            add_passage(draft, part)
        if not add_typed(draft, question, plan, gatherer, as_of):
            _tell_passages(draft, question, plan.evidence, gatherer)
        add_resolved(draft, question, plan.notice, as_of)
    add_other_values(draft, plan.notice)
    timing = timing_for(question, plan, as_of)
    answer = answered(draft, question.intent, timing)
    return replace(answer, text=with_hint(answer.text, timing), confidence=_confidence(plan))


def _tell_rows(draft: Draft, question: Question, plan: Plan, gatherer: EvidenceGatherer) -> None:
    """The rows, or what they come to where the sum is asked for."""
    assert plan.notice is not None
    add_exemption(draft, question, plan.notice, plan.rows, gatherer)
    if not add_sum(draft, question, plan.notice, plan.rows):
        for match in plan.rows:
            add_row(draft, question, plan.notice, match)
        if plan.whom is not None:
            add_statement(draft, plan.notice, plan.whom, plan.notice.clauses[plan.whom].spans[0])


def _tell_passages(
    draft: Draft, question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> None:
    if question.intent is Intent.FEE:
        evidence = _of_the_fee(evidence, gatherer.words(question.text))
    best, part = evidence[0], None
    for e in evidence[:_ASKED_FOR]:
        item = item_for_number(question.text, e.notice, e.passage.clause)
        if item is not None and _holds_wanted(question, e.notice, item):
            add_statement(draft, e.notice, item, e.notice.clauses[item].spans[0])
            return
    lead = list_around(question, best)
    if lead is not None:
        add_list(draft, best, lead)
        _add_count(draft, question, best, lead)
    elif lists_below(question, best):
        add_list(draft, best)
        _add_count(draft, question, best, best.passage.clause)
    elif part := part_asked(question, best, gatherer):
        add_statement(draft, best.notice, best.passage.clause, part)
    else:
        add_passage(draft, best, brief=bool(question.wants))
    add_difference(draft, question, best)
    add_product(draft, question, best)
    _add_other_values(draft, question, evidence)
    if part is not None:
        return  # what was named is told, and nothing beside it
    said = gatherer.covers(question, best)
    words = gatherer.words(question.text)
    total = sum(words.values()) or 1.0
    for other in evidence[1:]:
        new = gatherer.covers(question, other) - said
        fresh = sum(words[w] for w in new) >= 0.12 * total and (other.score >= 0.6 * best.score)
        settled = bool(question.wants) and best.fits and not question.lists
        close = (other.score >= 0.9 * best.score and not settled and not question.context) or fresh
        if not close or len(draft.text) > 260 or len(draft.citations) > 4:
            continue
        added = add_list(draft, other) if lists_below(question, other) else add_passage(draft, other)
        if added:
            said |= new


def _of_the_fee(evidence: Sequence[Evidence], words: Iterable[str]) -> Sequence[Evidence]:
    """Of passages found, those that speak of the very fee that is asked for, where the best does not."""
    fees = [w for w in words if len(w) > 2 and w.endswith("费")]
    named = [e for e in evidence[:_LOOKED_AT] if any(f in search_key(e.passage.text) for f in fees)]
    above = search_key("".join(evidence[0].notice.clause_text(i) for i in _above(evidence[0])))
    return evidence if not named or any(f in above for f in fees) else named


def _above(evidence: Evidence) -> tuple[int, ...]:
    """The clause of a passage and those that it stands below."""
    clause = evidence.passage.clause
    return (clause, *evidence.notice.ancestors(clause))


_LOOKED_AT = 6  # of the best passages, among which one may name what is asked for
_COUNTED = re.compile(r"(?<!第)(?:几|多少)(?P<unit>个(?!人|月|小时|工作日)|样|种|项|类|处|条)")


def _add_count(draft: Draft, question: Question, best: Evidence, lead: int) -> None:
    """How many items a list has that was told whole, where that is asked."""
    notice, asked = best.notice, _COUNTED.search(question.text)
    kinds = [notice.clauses[c].kind for c in notice.clauses[lead].children]
    if asked and len(kinds) > 1 and set(kinds) == {ClauseKind.ITEM}:
        draft.add(f"以上共{len(kinds)}{asked['unit']}（按条目计数）。")


def _holds_wanted(question: Question, notice: Notice, clause: int) -> bool:
    """Whether a clause holds a value of every kind that a question wants."""
    span = notice.clauses[clause].span
    facts = [f for f in notice.facts if span.covers(f.span)]
    return all(holds(w, question.unit, facts, notice.clause_text(clause)) for w in question.wants)


def _add_other_values(draft: Draft, question: Question, evidence: Sequence[Evidence]) -> None:
    """Where values of several kinds are asked for, the best passage for each kind that is still missing."""
    told = [evidence[0]]
    for want in sorted(question.wants):
        if len(question.wants) < 2 or any(holds(want, question.unit, e.facts, e.passage.text) for e in told):
            continue
        other = next((e for e in evidence if holds(want, question.unit, e.facts, e.passage.text)), None)
        if other is not None and add_passage(draft, other):
            told.append(other)


_ASKED_FOR = 4  # so many of the best passages may hold the deadline that is asked for


def timing_for(question: Question, plan: Plan, as_of: date) -> Timing | None:
    """How the day stands to the deadline that the plan is about, else to the window for applying.

    A deadline that nothing told is about closes no notice in which another is still to come.
    """
    notice = plan.notice
    if notice is None:
        return None
    told, deadline = _told_deadlines(question, plan), deadline_for(question, plan)
    opening = opening_asked("", {}, notice, as_of) if not told else None
    ahead = [d for d in deadlines(notice) if d.day >= as_of] if not told else []
    if deadline is not None and deadline.day < as_of and ahead:
        deadline = min(ahead, key=lambda d: (_distance(question, notice, d), d.day))
    over = deadline is None or deadline.day < as_of
    if opening is not None and not opening.window.months and over:
        running = opening.timing.state is not TimingState.CLOSED
        return opening.timing if deadline is None or running else timing_of(notice, as_of, deadline)
    return timing_of(notice, as_of, deadline)


def deadline_for(question: Question, plan: Plan) -> Deadline | None:
    """The deadline that the evidence states first, else the notice's first."""
    if plan.notice is None:
        return None
    found = _told_deadlines(question, plan) or deadlines(plan.notice)
    return min(found, key=lambda d: _distance(question, plan.notice, d), default=None)


def _told_deadlines(question: Question, plan: Plan) -> list[Deadline]:
    """The deadlines that the best evidence states; of a question for something else the very best."""
    stated = deadlines(plan.notice) if plan.notice is not None else []
    best = plan.evidence[: _ASKED_FOR if question.intent is Intent.DEADLINE else 1]
    own = (e for e in best if e.notice is plan.notice)
    return [d for e in own for d in stated if e.passage.span.covers(d.fact.span)]


def _distance(question: Question, notice: Notice | None, deadline: Deadline) -> bool:
    """Deadlines of officials come last, unless the question speaks of their part."""
    return for_officials(notice, deadline) and not re.search(r"推荐|审核|单位|地市|部门", question.text)


def _confidence(plan: Plan) -> float:
    """How sure an answer is: rows looked up by name most, passages by how much of the question they cover."""
    if plan.action in (Action.ROWS, Action.COLUMN, Action.CONDITIONS):
        return 0.9
    best = plan.evidence[0]
    return round(min(0.9, 0.5 + 0.3 * best.coverage + (0.1 if best.fits else 0.0)), 2)


def with_hint(text: str, timing: Timing | None) -> str:
    """The answer with a last line that says that the notice has expired, where it has and there is room."""
    if timing is None or timing.state is not TimingState.CLOSED or timing.note in text:
        return text
    hint = f"提示：{timing.note}，以上内容仅供查阅。"
    return f"{text}\n{hint}" if len(text) + len(hint) < 499 else text


def answered(
    draft: Draft,
    intent: Intent,
    timing: Timing | None = None,
    suggestions: tuple[str, ...] = (),
) -> Answer:
    return Answer(
        Outcome.ANSWERED,
        intent,
        draft.text,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        timing=timing,
        suggestions=suggestions,
        confidence=0.75,
    )
