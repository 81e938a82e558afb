"""What changed between two notices, clause by clause: sums, days, conditions, phones, papers, words.

Clauses are paired by their place in the numbering and how alike their words are; the pairing as a whole is
the best there is (the assignment problem, solved by scipy's Jonker–Volgenant). What is left over was added
or dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import numpy as np

from corpus.conditions.conditions import Attribute, Leaf
from corpus.notice import Clause, ClauseKind, FactKind, Notice
from corpus.rules.rules import compile_groups
from corpus.values.materials import materials_of
from corpus.values.periods import fold

__all__ = ["Aspect", "Change", "Place", "compare"]

_ALIKE = 0.45  # how alike two clauses have to be to be one
_SAME_PLACE = 0.2  # what the same locator adds


class Aspect(StrEnum):
    """What of a clause changed."""

    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    QUANTITY = "quantity"
    CONTACT = "contact"
    CONDITION = "condition"
    MATERIAL = "material"
    WORDING = "wording"
    ADDED = "added"
    DROPPED = "dropped"


_ASPECTS = {
    FactKind.MONEY: Aspect.MONEY,
    FactKind.DATE: Aspect.DATE,
    FactKind.PERIOD: Aspect.PERIOD,
    FactKind.QUANTITY: Aspect.QUANTITY,
    FactKind.PHONE: Aspect.CONTACT,
    FactKind.ADDRESS: Aspect.CONTACT,
    FactKind.EMAIL: Aspect.CONTACT,
    FactKind.URL: Aspect.CONTACT,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A clause of one of the two notices, and its words."""

    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what, from which values to which (none where only words or whole clauses differ)."""

    aspect: Aspect
    old: Place | None
    new: Place | None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def compare(old: Notice, new: Notice) -> tuple[Change, ...]:
    """The changes from one notice to another, in the order of the new one; what was dropped comes last."""
    left, right = _told(old), _told(new)
    paired = _paired(old, left, new, right)
    changes = [c for j in right for c in _changes(old, paired.get(j), new, j)]
    kept = set(paired.values())
    dropped = [Change(Aspect.DROPPED, _place(old, i), None) for i in left if i not in kept]
    return (*changes, *dropped)


def _told(notice: Notice) -> list[int]:
    """The clauses that say something themselves; a table is its rows."""
    return [
        i
        for i, c in enumerate(notice.clauses)
        if c.kind is not ClauseKind.TABLE and len(_plain(notice.clause_text(i))) > 1
    ]


def _paired(old: Notice, left: Sequence[int], new: Notice, right: Sequence[int]) -> dict[int, int]:
    """The clause of the old notice for each of the new one that has one."""
    if not left or not right:
        return {}
    texts = [_plain(old.clause_text(i)) for i in left], [_plain(new.clause_text(j)) for j in right]
    alike = np.zeros((len(left), len(right)))
    for b, text in enumerate(texts[1]):
        matcher = SequenceMatcher(None, b=text, autojunk=False)
        for a, other in enumerate(texts[0]):
            alike[a, b] = _likeness(matcher, other, old.clauses[left[a]], new.clauses[right[b]])
    from scipy.optimize import linear_sum_assignment  # half a second to import

    rows, columns = linear_sum_assignment(alike, maximize=True)
    pairs = zip(rows, columns, strict=True)
    return {right[b]: left[a] for a, b in pairs if alike[a, b] >= _ALIKE}


def _likeness(matcher: SequenceMatcher[str], other: str, old: Clause, new: Clause) -> float:
    """How alike two clauses are, 0 to 1.2; 0 where it cannot be enough."""
    matcher.set_seq1(other)
    place = _SAME_PLACE if old.locator == new.locator else 0.0
    kind = 0.0 if old.kind is new.kind else -_SAME_PLACE
    least = _ALIKE - place
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0.0
    return max(0.0, matcher.ratio() + place + kind)


def _changes(old: Notice, i: int | None, new: Notice, j: int) -> Iterator[Change]:
    """What of one clause of the new notice differs from its clause of the old one."""
    if i is None:
        yield Change(Aspect.ADDED, None, _place(new, j))
        return
    if _plain(old.clause_text(i)) == _plain(new.clause_text(j)):
        return
    before, after = _values(old, i), _values(new, j)
    aspects = [a for a in Aspect if before.get(a, ()) != after.get(a, ())]
    for aspect in aspects or [Aspect.WORDING]:
        gone = tuple(v for v in before.get(aspect, ()) if v not in after.get(aspect, ()))
        come = tuple(v for v in after.get(aspect, ()) if v not in before.get(aspect, ()))
        yield Change(aspect, _place(old, i), _place(new, j), gone, come)


def _values(notice: Notice, index: int) -> dict[Aspect, tuple[str, ...]]:
    """The typed values of a clause, by aspect."""
    found: dict[Aspect, list[str]] = {}
    for fact in notice.facts:
        if fact.clause == index:
            found.setdefault(_ASPECTS[fact.kind], []).append(_plain(fact.text))
    for group in compile_groups(notice):
        for requirement in group.requirements:
            if requirement.clause == index:
                found.setdefault(Aspect.CONDITION, []).extend(_condition(x) for x in requirement.leaves)
    for material in materials_of(notice):
        if material.clause == index:
            found.setdefault(Aspect.MATERIAL, []).append(
                f"{material.name}{material.count or ''}{material.unit}"
            )
    return {a: tuple(dict.fromkeys(v)) for a, v in found.items()}


def _condition(leaf: Leaf) -> str:
    if leaf.attribute is Attribute.OPEN or leaf.value is None:
        return leaf.words
    return f"{leaf.words}（{leaf.attribute} {leaf.operator} {leaf.value}{leaf.unit}）"


def _place(notice: Notice, index: int) -> Place:
    return Place(notice.clauses[index].locator, notice.clause_text(index))


def _plain(text: str) -> str:
    return "".join(fold(text).split())
