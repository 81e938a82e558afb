"""A plan to an answer: outcome, words, citations, what to offer next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer, Intent, Outcome, Timing, TimingState, Verdict
from bot.compose import add_difference, add_list, add_passage, add_row, lists_below
from bot.draft import Draft
from bot.evidence import Evidence, EvidenceGatherer
from bot.judgement import Judgement, judge_passages
from bot.plan import Action, Plan
from bot.question import Question
from bot.rows import RowMatch, is_value
from bot.timing import Deadline, deadlines, for_officials, timing_of
from bot.verdicts import decide_by_rules, told
from corpus.library import Library
from corpus.notice import FactKind, Notice
from corpus.rules import compile_groups

__all__ = ["reply"]

_MOST_SUGGESTIONS = 8
_JUDGED_INTENTS = frozenset({Intent.MATERIALS, Intent.GENERAL, Intent.STATISTIC, Intent.DEFINITION})


def reply(
    question: Question, plan: Plan, library: Library, gatherer: EvidenceGatherer, as_of: date
) -> Answer:
    """The answer that a plan leads to."""
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
            return _which_row(question, plan)
        case Action.UNSTATED:
            return _unstated(question, plan)
        case Action.DECIDE:
            return decide(question, plan, gatherer, as_of)
        case _:
            return _tell(question, plan, gatherer, as_of)


def short_title(notice: Notice) -> str:
    """A title short enough for a button."""
    title = re.sub(r"^.{0,30}?关于(?:开展|做好|组织|印发)?|(?:的)?通知$", "", notice.title)
    return title if 4 <= len(title) <= 40 else notice.title[:40]


def _greet(question: Question, library: Library) -> Answer:
    text = "您好，我按收录的通知回答问题，并给出原文条款。请问想了解哪件事？例如谁可以报、多少钱、什么时候截止、带什么材料。"
    return Answer(
        Outcome.CLARIFY, question.intent, text, suggestions=_titles(library.notices), confidence=0.9
    )


def _titles(notices: Sequence[Notice]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(short_title(n) for n in notices))[:_MOST_SUGGESTIONS]


def _catalogue(question: Question, library: Library) -> Answer:
    draft = Draft()
    draft.add(f"目前收录{len(library.notices)}份通知：")
    for notice in library.notices:
        if draft.add(f"《{notice.title}》"):
            draft.cite(notice, 0)
    return _answered(question, draft, Intent.CATALOGUE, suggestions=_titles(library.notices))


def _out_of_scope(question: Question, library: Library) -> Answer:
    names = "、".join(f"《{short_title(n)}》" for n in library.notices[:3])
    text = f"抱歉，这个问题不在本服务的范围内，收录的通知没有涉及。我可以回答{names}等通知里的条件、费用、时间、材料和流程。"
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


def _unstated(question: Question, plan: Plan) -> Answer:
    assert plan.notice is not None
    draft = Draft()
    draft.add(f"《{short_title(plan.notice)}》{plan.reason or '没有写明这一点'}，无法据此回答。")
    phone = next((f for f in plan.notice.facts if f.kind is FactKind.PHONE), None)
    if phone is not None:
        draft.add(f"可向发布单位咨询：{plan.notice.clause_text(phone.clause)[:120]}")
        draft.cite(plan.notice, phone.clause)
    elif plan.evidence:
        nearest = plan.evidence[0]
        draft.add(f"通知里相近的内容：{nearest.passage.text[:120]}")
        draft.cite(nearest.notice, nearest.passage.clause, nearest.passage.span)
    return Answer(
        Outcome.UNANSWERABLE,
        question.intent,
        draft.text,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        confidence=0.7,
    )


def decide(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    """A yes-or-no question about a person: by the condition lists, else by the sentence that decides."""
    assert plan.notice is not None
    timing = _timing(question, plan, as_of)
    answer = _by_special_sentence(question, plan, as_of) or decide_by_rules(question, plan.notice, as_of)
    if answer is not None:
        return replace(answer, timing=timing, text=_with_hint(answer.text, timing))
    judgement = judge_passages(question, told(question, plan.notice, as_of), plan.evidence)
    if judgement is not None:
        return _judged(question, judgement, timing)
    answer = _tell(question, plan, gatherer, as_of)
    return replace(answer, verdict=Verdict.NEEDS_INFO)


def _by_special_sentence(question: Question, plan: Plan, as_of: date) -> Answer | None:
    """A sentence outside the condition lists that speaks of just this case, where it decides."""
    assert plan.notice is not None
    listed = {
        r.clause for g in compile_groups(plan.notice) for r in g.requirements if len(g.requirements) > 1
    }
    best = plan.evidence[0]
    if best.passage.clause in listed or best.coverage < 0.6:
        return None
    judgement = judge_passages(question, told(question, plan.notice, as_of), plan.evidence[:1])
    return _judged(question, judgement, _timing(question, plan, as_of)) if judgement else None


def _judged(question: Question, judgement: Judgement, timing: Timing | None) -> Answer:
    draft = Draft()
    yes = judgement.verdict is Verdict.ELIGIBLE
    why = f"：{judgement.why}" if judgement.why else ""
    draft.add(f"{'可以，符合条件' if yes else '不可以，不符合要求'}{why}。")
    add_passage(draft, judgement.evidence)
    answer = _answered(question, draft, question.intent, timing=timing)
    return replace(answer, verdict=judgement.verdict, text=_with_hint(answer.text, timing))


def _with_hint(text: str, timing: Timing | None) -> str:
    """The answer with a last line that says that the notice has expired, where it has and there is room."""
    if timing is None or timing.state is not TimingState.CLOSED:
        return text
    hint = f"提示：{timing.note}，以上内容仅供查阅。"
    return f"{text}\n{hint}" if len(text) + len(hint) < 499 else text


def _tell(question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> Answer:
    assert plan.notice is not None
    draft = Draft()
    if question.polar and question.intent is Intent.DEADLINE:
        return _still_open(question, plan, as_of)
    if question.polar and plan.action is Action.TELL and question.intent in _JUDGED_INTENTS:
        judgement = judge_passages(question, told(question, plan.notice, as_of), plan.evidence)
        if judgement is not None:
            return _judged(question, judgement, _timing(question, plan, as_of))
    if plan.action is Action.ROWS:
        for match in plan.rows:
            add_row(draft, question, plan.notice, match)
    else:
        _tell_passages(draft, question, plan.evidence, gatherer)
    timing = _timing(question, plan, as_of)
    answer = _answered(question, draft, question.intent, timing=timing)
    return replace(answer, text=_with_hint(answer.text, timing))


def _tell_passages(
    draft: Draft, question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> None:
    best = evidence[0]
    if lists_below(question, best):
        add_list(draft, best)
    else:
        add_passage(draft, best)
    add_difference(draft, question, best)
    said = gatherer.covers(question, best)
    words = gatherer.words(question.text)
    total = sum(words.values()) or 1.0
    for other in evidence[1:]:
        new = gatherer.covers(question, other) - said
        fresh = sum(words[w] for w in new) >= 0.12 * total and (other.score >= 0.6 * best.score)
        close = (other.score >= 0.9 * best.score and other.fits) or fresh
        if not close or len(draft.text) > 260 or len(draft.citations) > 4:
            continue
        added = add_list(draft, other) if lists_below(question, other) else add_passage(draft, other)
        if added:
            said |= new


def _still_open(question: Question, plan: Plan, as_of: date) -> Answer:
    """现在还能报吗, 来得及吗: the deadline against the day."""
    assert plan.notice is not None
    draft = Draft()
    deadline = _deadline(plan)
    timing = timing_of(plan.notice, as_of, deadline)
    if deadline is None:
        _tell_first(draft, plan)
        return replace(_answered(question, draft, question.intent, timing=timing), verdict=Verdict.NEEDS_INFO)
    closed = timing.state is TimingState.CLOSED
    draft.add(f"{'不能，已经截止' if closed else '可以，还在期限内'}：{timing.note}。")
    where = next((e for e in plan.evidence if e.passage.span.covers(deadline.fact.span)), None)
    if where is not None:
        add_passage(draft, where)
    else:
        draft.add(plan.notice.clause_text(deadline.fact.clause)[:200])
        draft.cite(plan.notice, deadline.fact.clause)
    if closed:
        draft.add("该通知的期限已过，请关注发布单位的新通知。")
    verdict = Verdict.NOT_ELIGIBLE if closed else Verdict.ELIGIBLE
    return replace(_answered(question, draft, question.intent, timing=timing), verdict=verdict)


def _tell_first(draft: Draft, plan: Plan) -> None:
    if plan.evidence:
        add_passage(draft, plan.evidence[0])


def _timing(question: Question, plan: Plan, as_of: date) -> Timing | None:
    if plan.notice is None:
        return None
    return timing_of(plan.notice, as_of, _deadline(plan))


def _deadline(plan: Plan) -> Deadline | None:
    """The deadline that the evidence states first, else the notice's first."""
    if plan.notice is None:
        return None
    stated = deadlines(plan.notice)
    spans = [e.passage.span for e in plan.evidence if e.notice is plan.notice]
    own = [d for s in spans for d in stated if s.covers(d.fact.span)]
    return min(own or stated, key=lambda d: for_officials(plan.notice, d), default=None)


def _answered(
    question: Question,
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
