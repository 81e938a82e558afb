"""What people tell in some questions against the conditions of notices that the questions are not about.

Such a condition is seldom one that the facts speak of, so nearly every one that they are held to meet or not
to meet for sure is judged wrongly: errors that no question asks for can be read off.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.answer_parts import ConditionState
from bot.judging.eligibility import judge_groups
from bot.verdict.verdicts import reader
from corpus.conditions.conditions import Attribute
from corpus.notice import Notice
from corpus.rules.rules import compile_groups
from eval.cases import Case

__all__ = ["Decision", "Tally", "Told", "cross", "drawn", "told_in"]

T = TypeVar("T")

_DAY = date(2026, 1, 1)  # for cases that name none


@dataclass(frozen=True, slots=True)
class Told:
    """What is told in one question, on which day, and how the identifier of its own notice begins."""

    text: str
    as_of: date
    doc: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One condition judged by what was told: `firm` where it is met or not met and not merely presumed."""

    attribute: Attribute
    state: ConditionState
    firm: bool
    words: str
    told: str
    why: str
    clause: str


class Tally:
    """How many conditions were judged, by attribute, and the firm decisions."""

    def __init__(self) -> None:
        self.judged: Counter[Attribute] = Counter()
        self.firm: list[Decision] = []

    def add(self, decision: Decision) -> None:
        """Count one more."""
        self.judged[decision.attribute] += 1
        if decision.firm:
            self.firm.append(decision)

    def decided(self, attribute: Attribute, state: ConditionState) -> int:
        """How many conditions of a kind were firmly found to be so."""
        return sum(d.attribute is attribute and d.state is state for d in self.firm)

    def sample(
        self, number: int, seed: int, attribute: Attribute | None = None, state: ConditionState | None = None
    ) -> list[Decision]:
        """Firm decisions drawn by a seed: no condition with the same reason twice."""
        wanted = [d for d in self.firm if attribute in (None, d.attribute) and state in (None, d.state)]
        return drawn(list({(d.words, d.why): d for d in wanted}.values()), number, seed)


def drawn(all_of_them: Sequence[T], number: int, seed: int) -> list[T]:
    """That many of them in an order that the seed draws; all where there are no more."""
    return random.Random(seed).sample(all_of_them, min(number, len(all_of_them)))


def told_in(cases: Sequence[Case]) -> list[Told]:
    """What is told in the questions whether somebody may."""
    return [Told("，".join(c.turns), c.as_of or _DAY, c.doc or "") for c in cases if c.verdict]


def cross(notices: Sequence[Notice], told: Sequence[Told]) -> Iterator[Decision]:
    """Each condition of each notice, judged by what is told about others."""
    for notice in notices:
        if compile_groups(notice):
            for each in told:
                if not each.doc or not notice.notice_id.startswith(each.doc):
                    yield from _judged(notice, each)


def _judged(notice: Notice, told: Told) -> Iterator[Decision]:
    for group in judge_groups(notice, reader(notice, told.as_of)(told.text), ""):
        for item in group.items:
            clause = notice.quote(item.requirement.span)
            for j in item.leaves:
                firm = j.state is not ConditionState.UNKNOWN and not j.presumed
                words = j.leaf.words or f"{j.leaf.operator}{j.leaf.value}{j.leaf.unit}"
                yield Decision(j.leaf.attribute, j.state, firm, words, told.text, j.why, clause)
