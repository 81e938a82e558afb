"""A plan to an answer: outcome, words, citations, what to offer next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome, Verdict
from bot.conversation.question import Question
from bot.conversation.small_talk import SmallTalk, small_talk
from bot.figures.compose import add_row
from bot.figures.draft import Draft
from bot.figures.rows import RowMatch
from bot.figures.sums import add_sum
from bot.finding.cells import is_value
from bot.finding.evidence import EvidenceGatherer
from bot.judging.apart import Case, judge_apart
from bot.judging.provided import judge_provided
from bot.planning.plan import Action, Plan, make_plan
from bot.planning.weighing import weighed
from bot.speech.naming import short_title
from bot.telling.by_sentence import judged_by
from bot.telling.case_amounts import add_case_amount
from bot.telling.decide import decide, tell
from bot.telling.denied_amounts import add_denied_amount
from bot.telling.either_answers import add_either
from bot.telling.issue_told import issue_told
from bot.telling.levels_told import levels_told
from bot.telling.old_rules import carried_on
from bot.telling.outside import outside
from bot.telling.penalty_answers import add_consequences, consequences_asked
from bot.telling.place_answers import add_labelled_place
from bot.telling.reckoned_answers import add_reckoned
from bot.telling.ruling import ruled
from bot.telling.sections_told import sections_told
from bot.telling.several_answers import asked_parts, merged, told_with
from bot.telling.still_open import still_open
from bot.telling.still_valid import still_valid
from bot.telling.telling import answered, timing_for, with_hint
from bot.telling.time_answers import timely_answer
from bot.telling.unstated import unstated
from bot.telling.yearly import yearly_answer
from bot.verdict.prospects import prospects
from bot.verdict.verdicts import told
from corpus.library import Library
from corpus.notice import Notice

__all__ = ["reply"]

_MOST_SUGGESTIONS = 8


def reply(
    question: Question,
    plan: Plan,
    library: Library,
    gatherer: EvidenceGatherer,
    as_of: date,
    whole: bool = True,
) -> tuple[Answer, Plan]:
    """The answer that a plan leads to, and the plan weighed: a refusal where that would not answer.

    A turn that is `whole` is answered to each of the questions in it.
    """
    asked_of = plan.notice if plan.action in (*_TELLING, Action.DECIDE) else None
    if asked_of is not None and (issue := issue_told(question, asked_of)) is not None:
        return issue, plan
    if (provided := _provided(question, plan, library, gatherer, as_of)) is not None:
        return provided, plan
    several = _several(question, plan, library, gatherer, as_of) if whole else None
    settled = several or (None if plan.outright else _settled(question, plan, library, gatherer, as_of))
    answer = settled or _by_plan(question, plan, library, gatherer, as_of)
    if plan.action not in _WEIGHED or not plan.own:
        return answer, plan
    after = weighed(question, plan, answer.citations, gatherer)
    if after.action is not Action.UNSTATED:
        same = after.own == plan.own
        return (answer if same else _by_plan(question, after, library, gatherer, as_of)), after
    judged = settled is not None and settled.verdict is not None
    if after.outright and several is None and not judged:
        return _by_plan(question, after, library, gatherer, as_of), after
    if settled is not None:
        return answer, replace(plan, assessment=after.assessment)
    return reply(question, after, library, gatherer, as_of, whole)


def _provided(
    question: Question, plan: Plan, library: Library, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The verdict of the provision whose case is told, whatever word its notice does not know.

    Of several notices no question is taken to be of one that the plan does not choose.
    """
    own = plan.own or (plan.evidence if len(library.notices) == 1 else ())
    if not question.polar or not own or plan.action is Action.WHICH_NOTICE:
        return None
    person = told(question, own[0].notice, as_of)
    found = judge_provided(question, person, own, gatherer.words)
    refused = plan.action in (Action.OUT_OF_SCOPE, Action.UNSTATED)
    if not found or (refused and found[0].verdict is Verdict.NEEDS_INFO):
        return None
    return judged_by(question, found, timing_for(question, replace(plan, notice=own[0].notice), as_of))


def _settled(
    question: Question,
    plan: Plan,
    library: Library,
    gatherer: EvidenceGatherer,
    as_of: date,
) -> Answer | None:
    """What is answered however well the evidence found answers: by the notice's levels, times or norms."""
    if plan.notice is not None and plan.action in (*_TELLING, Action.DECIDE):
        apart = levels_told(question, plan.notice) or sections_told(question, plan.notice, gatherer)
        if apart is not None:
            return apart
        if (either := _either(question, plan)) is not None:
            return either
    if plan.notice is not None and plan.action in _TIMELY:
        if question.polar:
            person = told(question, plan.notice, as_of)
            decided = judge_apart(Case(question, person, plan.notice, plan.own, gatherer.words))
            if decided:
                return judged_by(question, decided, timing_for(question, plan, as_of))
        if (yearly := yearly_answer(question, plan.notice)) is not None:
            return yearly
        timely = carried_on(question, plan.notice, plan.own)
        if timely is None:
            timely = timely_answer(question, plan.notice, gatherer, as_of)
        if timely is None:
            timely = still_valid(question, plan.notice, plan.own, gatherer, as_of)
        if timely is None and plan.action is Action.UNSTATED:
            timely = still_open(question, plan.notice, gatherer, as_of)
        if timely is not None:
            return timely
        if plan.action is Action.UNSTATED and (stated := _stated(question, plan, plan.notice)) is not None:
            return stated
        if plan.action is Action.UNSTATED and question.intent is Intent.ELIGIBILITY:
            kept_out = outside(plan.notice, told(question, plan.notice, as_of))
            if kept_out is not None:
                return kept_out
        if plan.action in (Action.TELL, Action.UNSTATED):
            return ruled(question, plan, gatherer, as_of)
    return None


def _either(question: Question, plan: Plan) -> Answer | None:
    """Whether one of two things will do, where that is asked and a sentence says so."""
    draft = Draft()
    return answered(draft, question.intent) if add_either(draft, question, plan.own) else None


def _stated(question: Question, plan: Plan, notice: Notice) -> Answer | None:
    """What a label or a denial says of what is asked, however few words it shares with the question."""
    draft = Draft()
    told = add_labelled_place(draft, question, notice) or add_denied_amount(draft, question, notice, plan.own)
    return answered(draft, question.intent) if told else None


def _by_plan(
    question: Question, plan: Plan, library: Library, gatherer: EvidenceGatherer, as_of: date
) -> Answer:
    """What the plan says to do, in words."""
    match plan.action:
        case Action.GREET:
            return _greet(question, library)
        case Action.CATALOGUE:
            return _catalogue(question, library)
        case Action.OUT_OF_SCOPE:
            return _out_of_scope(question, library)
        case Action.WHICH_NOTICE:
            return _which_notice(question, plan)
        case Action.WHICH_ROW:
            return _summed(question, plan) or _which_row(question, plan)
        case Action.UNSTATED:
            if (recorded := _by_record(question, plan, gatherer, as_of)) is not None:
                return recorded
            return unstated(question, plan, gatherer) if plan.reason else _out_of_scope(question, library)
        case Action.RECKON:
            return _reckoned(question, plan, gatherer, as_of)
        case Action.WHICH_TARGETS:
            return prospects(question, plan.rivals, as_of) or _out_of_scope(question, library)
        case Action.DECIDE:
            return decide(question, plan, gatherer, as_of)
        case _:
            return tell(question, plan, gatherer, as_of)


_TIMELY = frozenset({Action.TELL, Action.ROWS, Action.COLUMN, Action.UNSTATED, Action.DECIDE})
_TELLING = frozenset(
    {Action.TELL, Action.ROWS, Action.COLUMN, Action.UNSTATED, Action.RECKON, Action.WHICH_ROW}
)
_WEIGHED = frozenset({Action.TELL, Action.ROWS, Action.COLUMN, Action.WHICH_ROW})


def _several(
    question: Question, plan: Plan, library: Library, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The answers to several questions put at once, from the notice that the whole turn is about."""
    if plan.action not in _TELLING or plan.notice is None:
        return None
    parts = asked_parts(question, gatherer.question_words)
    scope = frozenset({plan.notice.notice_id})

    def answer_to(part: Question) -> Answer:
        return reply(part, make_plan(part, gatherer, scope), library, gatherer, as_of, whole=False)[0]

    if len(parts) == 2 and parts[1].context:
        first = answer_to(parts[0])
        if told_with(parts[1], plan.notice, first):
            return first
    answers = [answer_to(p) for p in parts]
    pairs = zip(asked_parts(question, gatherer.question_words, apart=True), answers, strict=True)
    said = [a.text for a in answers]
    again = [text in said[:n] for n, text in enumerate(said)]  # by what the first part names beside
    answers = [
        a if a.outcome in _TOLD and not repeats else answer_to(p)
        for (p, a), repeats in zip(pairs, again, strict=True)
    ]
    told = [a.confidence for a in answers if a.outcome is Outcome.ANSWERED]
    if not told or (len(told) < len(parts) and (plan.action is not Action.UNSTATED or max(told) < _SURE)):
        return None  # the whole turn is told what it can be
    whole = merged(question, parts, answers)
    return replace(whole, text=with_hint(whole.text, whole.timing))


_SURE = 0.9  # how sure one part must be answered where another, and the turn as a whole, are not
_TOLD = frozenset({Outcome.ANSWERED, Outcome.CLARIFY})


def _greet(question: Question, library: Library) -> Answer:
    text = small_talk(question.text) or SmallTalk.GREETING
    over = text in (SmallTalk.THANKS, SmallTalk.FAREWELL)  # nothing is asked, so nothing is offered
    offered = () if over else _titles(library.notices)
    return Answer(Outcome.CLARIFY, question.intent, text.value, suggestions=offered, confidence=0.9)


def _titles(notices: Sequence[Notice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(short_title(n) for n in notices))[:_MOST_SUGGESTIONS]


def _catalogue(question: Question, library: Library) -> Answer:
    draft = Draft()
    draft.add(f"目前收录{len(library.notices)}份通知：")
    for notice in library.notices:
        if draft.add(f"《{notice.title}》"):
            draft.cite(notice, 0)
    return answered(draft, Intent.CATALOGUE, suggestions=_titles(library.notices))


def _out_of_scope(question: Question, library: Library) -> Answer:
    names = "、".join(f"《{short_title(n)}》" for n in library.notices[:3])
    text = (
        "抱歉，收录的通知没有涉及这件事，不在本服务的范围内。"
        f"我可以回答{names}等通知里的条件、费用、时间、材料和流程。"
    )
    suggestions = _titles(library.notices)[:4]
    return Answer(Outcome.OUT_OF_SCOPE, question.intent, text, suggestions=suggestions, confidence=0.8)


def _which_notice(question: Question, plan: Plan) -> Answer:
    draft = Draft()
    draft.add("请问您问的是哪一份通知（哪个项目）？")
    for number, notice in enumerate(plan.rivals, start=1):
        if draft.add(f"{number}. {short_title(notice)}"):
            draft.cite(notice, 0)
    verdict = Verdict.NEEDS_INFO if question.polar else None
    return Answer(
        Outcome.CLARIFY,
        question.intent,
        draft.text,
        verdict=verdict,
        citations=tuple(draft.citations),
        suggestions=_titles(plan.rivals),
        confidence=0.7,
    )


def _summed(question: Question, plan: Plan) -> Answer | None:
    """What several rows come to, where the question names each of them and asks for the sum."""
    assert plan.notice is not None
    draft = Draft()
    if not add_sum(draft, question, plan.notice, plan.rows):
        return None
    return replace(answered(draft, question.intent), confidence=0.85)


def _reckoned(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    """What was worked out of like figures."""
    assert plan.notice is not None
    assert plan.reckoned is not None
    draft = Draft()
    add_case_amount(draft, question, plan.notice, plan.evidence, gatherer)
    add_reckoned(draft, plan.notice, plan.reckoned)
    timing = timing_for(question, plan, as_of)
    answer = answered(draft, question.intent, timing)
    return replace(answer, text=with_hint(answer.text, timing), confidence=0.9)


def _which_row(question: Question, plan: Plan) -> Answer:
    assert plan.notice is not None
    draft = Draft()
    draft.add("请问您问的是哪一项（职业、等级或类别）？各项如下：")
    names = []
    for match in plan.rows:
        if add_row(draft, question, plan.notice, match):
            names.append(_row_name(match))
    return Answer(
        Outcome.CLARIFY,
        question.intent,
        draft.text,
        facts=draft.stated_facts(),
        citations=tuple(draft.citations),
        suggestions=tuple(names[:_MOST_SUGGESTIONS]),
        confidence=0.7,
    )


def _row_name(match: RowMatch) -> str:
    return " ".join(dict.fromkeys(c.text for c in match.cells if not is_value(c)))


def _by_record(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer | None:
    """What a record says of a conduct for which no passage was found."""
    assert plan.notice is not None
    found = consequences_asked(question, plan.notice, plan.evidence, gatherer)
    draft = Draft()
    if not add_consequences(draft, plan.notice, found):
        return None
    places = gatherer.told(draft.citations).tolist()
    if question.wants and not any(gatherer.states(question, p) for p in places):
        return None
    timing = timing_for(question, plan, as_of)
    answer = answered(draft, question.intent, timing)
    return replace(answer, text=with_hint(answer.text, timing))
