"""Rows of a table for classes that are told elsewhere: 一档：孤儿…, and a table of what 一档 gets.

Whoever tells of themselves names no class: which one they fall in is by what it takes in, as judged for them,
else by whose words their question speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.answer_parts import ConditionState
from bot.conversation.question import Question
from bot.figures.rows import RowMatch
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import match
from bot.finding.values import holds
from bot.judging.eligibility import judge_groups
from bot.verdict.verdicts import told
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from index.normal import search_key

__all__ = ["Classed", "row_of_class"]

_CLASS = re.compile(r"第?[a-z甲乙丙丁戊己一二三四五六七八九\d][类档等级]|[轻中重]度")
_LEAST = 2  # so many rows of a table are for classes that are told elsewhere


class Classed(NamedTuple):
    """A row of a table, and the clause that says whom its class takes in."""

    table: int
    row: RowMatch
    whom: int


def row_of_class(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> Classed | None:
    """The row for the class that the person told of falls in, of the first table for classes that has what
    is asked; None where that is not settled."""
    if not question.wants & _OF_ROWS or question.polar:
        return None
    asked = search_key(question.text)
    for table, whom in _classes(notice).items():
        named = any(search_key(notice.clauses[r].cells[0].text) in asked for r in whom)
        if len(whom) < _LEAST or named or not _hold_wanted(question, notice, whom):
            continue
        row = _class_of(question, notice, whom, gatherer)
        if row is not None:
            cells = notice.clauses[row].cells
            return Classed(table, RowMatch(row, cells, cells[:1], 1.0), whom[row])
    return None


_OF_ROWS = frozenset({"money", "percent", "count", "duration", "score", "frequency"})


def _hold_wanted(question: Question, notice: Notice, rows: Iterable[int]) -> bool:
    """Whether every row holds a value of each kind that the question wants."""
    spans = [(notice.clauses[r].span, notice.clause_text(r)) for r in rows]
    return all(
        holds(want, question.unit, [f for f in notice.facts if span.covers(f.span)], text)
        for span, text in spans
        for want in question.wants
    )


@once_per_notice
def _classes(notice: Notice) -> Mapping[int, Mapping[int, int]]:
    """By table: the rows for a class, each with the clause that says whom the class takes in."""
    said: dict[str, int] = {}
    for number, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.ROW:
            name, colon, whom = search_key(notice.clause_text(number)).partition(":")
            name = _MARK.sub("", name)
            if colon and whom and _CLASS.fullmatch(name):
                said.setdefault(name, number)
    found: dict[int, dict[int, int]] = {}
    for number, clause in enumerate(notice.clauses):
        name = search_key(clause.cells[0].text) if clause.cells else ""
        if clause.kind is ClauseKind.ROW and name in said:
            found.setdefault(clause.parent, {})[number] = said[name]
    return found


_MARK = re.compile(r"^(?:[(（][一二三四五六七八九十\d]+[)）]|\d+[.、．])")


def _class_of(
    question: Question, notice: Notice, whom: Mapping[int, int], gatherer: EvidenceGatherer
) -> int | None:
    """The row for the class that takes in whom the question tells of, as far as the conditions allow it."""
    states = _states(question, notice)
    open_to = {r: c for r, c in whom.items() if states.get(c) is not ConditionState.UNMET}
    texts = {row: search_key(notice.clause_text(clause)) for row, clause in open_to.items()}
    scores = dict.fromkeys(texts, 0.0)
    for word, idf in gatherer.words(question.text).items():
        held = {row: match(word, text, "") for row, text in texts.items()}
        if held and min(held.values()) < max(held.values()):
            scores = {row: scores[row] + idf * held[row] for row in scores}
    best = sorted(scores, key=lambda r: -scores[r])
    if best and scores[best[0]] > 0 and all(scores[best[0]] >= _CLEARLY * scores[r] for r in best[1:]):
        return best[0]
    met = [r for r, c in open_to.items() if states.get(c) is ConditionState.MET]
    return next((r for r in met if not _KINDS.sub("", texts[r])), None)


_CLEARLY = 1.5  # so many times more of one class than of the others
# What a class by a bound alone is called by: C类:年满80周岁的老年人, 不属于前三类.
_KINDS = re.compile(
    r"^.*?:|不属于[^,;]*|(?:年?满|不满|不足|达到?|超过)?\d[\d.]*[^\d,;的]{1,3}(?:以[上下])?|老年?人|人员?|者|[家住]?户|的|且|但|[^\w]"
)


def _states(question: Question, notice: Notice) -> Mapping[int, ConditionState]:
    """How what is told stands to the requirements of a notice, by their clauses, where it touches them."""
    if question.as_of is None:
        return {}
    judged = judge_groups(notice, told(question, notice, question.as_of), "")
    return {i.requirement.clause: i.state for g in judged for i in g.items if i.touched}
