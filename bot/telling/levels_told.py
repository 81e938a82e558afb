"""Which levels a notice has, and in what two of them differ: what both cost and last, what each demands.

A question that names no person asks about the levels themselves; nobody is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.compose import add_row, without_marker
from bot.figures.draft import MAX_CHARACTERS, Draft
from bot.figures.rows import RowMatch, look_up
from bot.judging.levels import asked_level, asks_levels, asks_offered, speaks_of_person
from bot.telling.sections_told import DIFFER
from bot.telling.telling import answered
from bot.telling.which_level import named_offer
from bot.verdict.verdicts import not_offered
from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.conditions import Group, GroupKind
from corpus.notice import ClauseKind, Notice
from corpus.rules.rules import targets_of
from corpus.rules.targets import LEVELS, Target, TargetKind, offers_of

__all__ = ["levels_told"]

_KINDS = {
    GroupKind.ANY: "具备以下条件之一",
    GroupKind.ALL: "须同时符合",
    GroupKind.NONE: "有下列情形的不得申报",
}
_FIGURES = 160  # characters kept for what the tables say of both levels


def levels_told(question: Question, notice: Notice) -> Answer | None:
    """The levels that a notice has, or the two asked about side by side; None where neither is asked."""
    if asks_levels(question.text):
        return _listed(question, notice)
    if asks_offered(question.text):
        return _offered(question, notice)
    if speaks_of_person(question.text):
        return None
    asked = levels_in(question.text)
    return _apart(question, notice, asked) if len(asked) == 2 and DIFFER.search(question.text) else None


def _listed(question: Question, notice: Notice) -> Answer | None:
    offers = offers_of(notice)
    asked = f"{question.context}{question.text}"
    name = named_offer(asked, {n for offer in offers.values() for n in offer.names})
    targets = [t for t in _targets(notice) if t.offered]
    levels = [x for x in LEVELS if x in offers and (not name or name in offers[x].names)]
    levels = levels or [t.level for t in targets]
    if not levels or (len(levels) < 2 and not name):
        return None
    draft = Draft()
    draft.add(f"{name or '通知写明的级别'}有{'、'.join(f'{x}级' for x in levels)}，共{len(levels)}个级别。")
    rows = list(_rows_of(notice, name)) if name else [offers[x].row for x in levels if x in offers]
    for clause in rows or [t.own[0].lead for t in targets if t.own]:
        draft.cite(notice, clause)
    return replace(answered(draft, Intent.GENERAL), confidence=0.85)


def _offered(question: Question, notice: Notice) -> Answer | None:
    """Whether the level asked about is offered, by the row that says so; None where no table says."""
    level, offers = asked_level(question.text), offers_of(notice)
    if not offers or (refused := not_offered(question, notice, level)) is not None:
        return refused if offers else None
    name = named_offer(f"{question.context}{question.text}", set(offers[level].names))
    draft = Draft()
    draft.add(f"有，{name or '本通知'}开展{level}级。")
    draft.cite(notice, offers[level].row)
    return replace(answered(draft, Intent.ELIGIBILITY), confidence=0.85)


def _targets(notice: Notice) -> list[Target]:
    return [t for t in targets_of(notice) if t.kind is TargetKind.LEVEL]


def _rows_of(notice: Notice, name: str) -> Iterator[int]:
    """The rows in which a name stands beside its level."""
    for index, clause in enumerate(notice.clauses):
        texts = [c.text for c in clause.cells]
        if name in texts and any(re.fullmatch(r"[一二三四五1-5][级、,，\d]*", t) for t in texts):
            yield index


def _apart(question: Question, notice: Notice, asked: Sequence[str]) -> Answer | None:
    """What the tables say of two levels, then what each of them demands."""
    targets = {t.level: t for t in _targets(notice)}
    if any(x not in targets for x in asked):
        return None
    draft = Draft()
    for row in _rows(question, notice, asked):
        if len(draft.text) < _FIGURES:
            add_row(draft, question, notice, row)
    room = (MAX_CHARACTERS - len(draft.text)) // 2
    for level in sorted(asked, key=LEVELS.index):
        for group in targets[level].own:
            room_left = room if group is targets[level].own[0] else 0
            _add_demands(draft, notice, level, group, room_left)
    return replace(answered(draft, Intent.GENERAL), confidence=0.8) if draft.citations else None


def _rows(question: Question, notice: Notice, asked: Sequence[str]) -> list[RowMatch]:
    """The rows of each table that the question names, where there is one of each level."""
    found: list[RowMatch] = []
    for table, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.TABLE:
            continue
        rows = look_up(question, notice, table)
        graded = [next(iter(levels_in(" ".join(c.text for c in r.cells))), "") for r in rows]
        if len(rows) == 2 and set(graded) == set(asked):
            found += rows
    return found


def _add_demands(draft: Draft, notice: Notice, level: str, group: Group, room: int) -> None:
    """One line with the conditions of a level, as many as there is room for."""
    said = f"{level}级（{_KINDS.get(group.kind, '条件')}）："
    told: list[int] = []
    for number, requirement in enumerate(group.requirements, start=1):
        words = without_marker(notice, requirement.clause, notice.quote(requirement.span)).rstrip("。；;")
        if len(said) + len(words) + 8 > room:
            continue
        said += f"{'；' if told else ''}{number}. {words}"
        told.append(requirement.clause)
    left = len(group.requirements) - len(told)
    if told and draft.add(f"{said}{f'；等{left + len(told)}项' if left else ''}。"):
        for clause in (group.lead, *told):
            draft.cite(notice, clause)
