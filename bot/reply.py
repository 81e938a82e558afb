"""A plan to an answer: outcome, words, citations, what to offer next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer, Intent, Outcome, Verdict
from bot.compose import add_row
from bot.decide import decide, tell
from bot.draft import Draft
from bot.evidence import EvidenceGatherer
from bot.penalty_answers import add_consequences, consequences_asked
from bot.plan import Action, Plan
from bot.question import Question
from bot.rows import RowMatch, is_value
from bot.telling import answered, timing_for, with_hint
from corpus.library import Library
from corpus.notice import FactKind, Notice

__all__ = ["reply"]

_MOST_SUGGESTIONS = 8


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
            return _by_record(question, plan, gatherer, as_of) or _unstated(question, plan)
        case Action.DECIDE:
            return decide(question, plan, gatherer, as_of)
        case _:
            return tell(question, plan, gatherer, as_of)


def short_title(notice: Notice) -> str:
    """A title short enough for a button."""
    title = re.sub(r"^.{0,30}?关于(?:开展|做好|组织|印发)?|(?:的)?通知$", "", notice.title)
    return title if 4 <= len(title) <= 40 else notice.title[:40]


def _greet(question: Question, library: Library) -> Answer:
    text = (
        "您好，我按收录的通知回答问题，并给出原文条款。"
        "请问想了解哪件事？例如谁可以报、多少钱、什么时候截止、带什么材料。"
    )
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
    return answered(draft, Intent.CATALOGUE, suggestions=_titles(library.notices))


def _out_of_scope(question: Question, library: Library) -> Answer:
    names = "、".join(f"《{short_title(n)}》" for n in library.notices[:3])
    text = (
        "抱歉，这个问题不在本服务的范围内，收录的通知没有涉及。"
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
    timing = timing_for(question, plan, as_of)
    answer = answered(draft, question.intent, timing)
    return replace(answer, text=with_hint(answer.text, timing))


def _unstated(question: Question, plan: Plan) -> Answer:
    assert plan.notice is not None
    draft = Draft()
    draft.add(f"《{short_title(plan.notice)}》{plan.reason or '没有写明这一点'}，无法据此回答。")
    phones = [f for f in plan.notice.facts if f.kind is FactKind.PHONE]
    asked = [f for f in phones if re.search(r"咨询|联系|受理", plan.notice.clause_text(f.clause))]
    phone = next(iter(asked or phones), None)
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
