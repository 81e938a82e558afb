"""Answers by type: the typed record that a question asks for, before the passages that qualify it."""

from __future__ import annotations

from datetime import date

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_column
from bot.figures.draft import Draft
from bot.finding.evidence import EvidenceGatherer
from bot.planning.plan import Plan
from bot.telling.contact_answers import add_contacts
from bot.telling.deadline_answers import add_deadline
from bot.telling.material_answers import add_materials
from bot.telling.penalty_answers import add_consequences, consequences_asked
from bot.telling.place_answers import add_place
from bot.telling.step_answers import add_steps
from bot.telling.validity_answers import add_validity
from corpus import patterns as re

__all__ = ["add_typed", "asks_for_names"]


def add_typed(draft: Draft, question: Question, plan: Plan, gatherer: EvidenceGatherer, as_of: date) -> bool:
    """Tell the record that the question asks for, whole; whether there is one that settles it."""
    notice = plan.notice
    if notice is None:
        return False
    own = [e for e in plan.evidence if e.notice is notice]
    if question.polar:  # 周六上班吗
        if question.intent is Intent.PENALTY and _FOLLOWS.search(question.text):  # 抽烟会取消成绩吗
            return add_consequences(draft, notice, consequences_asked(question, notice, own, gatherer))
        return "hours" in question.wants and add_contacts(draft, question, notice, own, gatherer)
    return (
        any(add(draft, question, notice, own, gatherer) for add in _KINDS)
        or add_consequences(draft, notice, consequences_asked(question, notice, own, gatherer))
        or (asks_for_names(question) and add_column(draft, question, notice))
    )


def asks_for_names(question: Question) -> bool:
    """Whether a list of names is asked for and no value: 有哪些等级可以报."""
    return question.lists and not question.wants and question.intent in _NAMING


_FOLLOWS = re.compile(r"会(?:不会)?(?:被)?")
_NAMING = frozenset({Intent.DEFINITION, Intent.GENERAL, Intent.STATISTIC, Intent.CATALOGUE})
_KINDS = (add_materials, add_place, add_contacts, add_steps, add_validity, add_deadline)
