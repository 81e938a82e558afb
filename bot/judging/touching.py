"""Whether anything that a person says may bear on the conditions of a notice, told without judging them.

Of many notices it has to be known which speak of what was told, and most speak of nothing of it. To judge one
takes milliseconds; to see that each of its single conditions stays open takes a part of that, as what is not
told (`_untold`) leaves all conditions on it open. A test holds this against the judgement itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer_parts import ConditionState
from bot.judging.claimed import HALF, LOOSE
from bot.judging.eligibility import Judge
from bot.judging.leaves import judge_leaf, tells_of_work_apart
from bot.judging.studied import tells_of_field
from bot.person.person import Person
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, leaves_of
from corpus.conditions.requirements import read_node
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.rules import compile_groups

__all__ = ["Conditions", "conditions_of", "may_touch"]

_UNKNOWN = ConditionState.UNKNOWN
_GRADUATING = re.compile(r"应届|毕业|大四|新生|考[上取]|录取")


@dataclass(frozen=True, slots=True)
class Conditions:
    """The single conditions of one group, each with the share of it that has to be said; `exceptions` lift an
    exclusion. What is `double` denies a denial, and is judged as a whole."""

    group: Group
    leaves: tuple[tuple[Leaf, float], ...]
    exceptions: tuple[str, ...]
    double: bool


def may_touch(notice: Notice, person: Person, levels: Sequence[str]) -> bool:
    """Whether a requirement may be touched (`bot.judging.judged.Judged`) that is of all levels or of one of
    `levels`.

    False only where none is.
    """
    found = [c for c in conditions_of(notice) if c.group.level in ("", *levels)]
    if not found:
        return False
    judge = Judge(notice, person, [c.group for c in found])
    if person.claims or judge.area or judge.waivers:
        return True
    if any(judge.state(node) is not _UNKNOWN for node in judge.classes.values()):
        return True
    untold = _untold(person)
    return any(_says(c, untold, judge) for c in found)


def _says(conditions: Conditions, untold: frozenset[Attribute], judge: Judge) -> bool:
    """Whether what is said bears on a condition of a group."""
    if conditions.double and judge.group(conditions.group).touched:
        return True
    for leaf, floor in conditions.leaves:
        if leaf.attribute not in untold:
            judged = judge_leaf(leaf, judge.notice, judge.person, floor)
            if judged.state is ConditionState.UNMET or (judged.state is not _UNKNOWN and not judged.presumed):
                return True
    given = (r.given for r in conditions.group.requirements if isinstance(r.given, Leaf))
    return any(map(judge.excepts, conditions.exceptions)) or any(judge.aims_at(g) is not None for g in given)


def _untold(person: Person) -> frozenset[Attribute]:
    """Of what a person tells nothing, so that every condition on it stays open (`bot.judging.leaves`)."""
    worked = person.work, person.same_employer, person.graduated
    schooled = bool(person.degrees or person.school)
    told = {
        Attribute.AGE: person.age is not None,
        Attribute.EDUCATION: schooled or _GRADUATING.search(person.text) is not None,
        Attribute.SCHOOL: schooled,
        Attribute.MAJOR: tells_of_field(person),
        Attribute.WORK: bool(person.after)
        or any(w is not None for w in worked)
        or tells_of_work_apart(person.text),
        Attribute.CERTIFICATE: person.certificate is not None,
        Attribute.TITLE: person.title is not None,
        Attribute.HELD: bool(person.after) or person.held is not None,
        Attribute.INSURANCE: person.insurance is not None,
        Attribute.RESIDENCE: person.resident is not None,
        Attribute.PERMIT: person.permit is not None,
        Attribute.RETIRED: person.retired is not None or person.age is not None,
        Attribute.FAILED: person.failed is not None,
        Attribute.SEX: bool(person.sex),
        Attribute.GRADUATED: person.graduated is not None,
    }
    return frozenset(attribute for attribute, is_told in told.items() if not is_told)


@once_per_notice
def conditions_of(notice: Notice) -> tuple[Conditions, ...]:
    """The single conditions of a notice, group by group."""
    return tuple(map(_of_group, compile_groups(notice)))


def _of_group(group: Group) -> Conditions:
    leaves = dict.fromkeys(pair for r in group.requirements for pair in _with_floor(r.node, HALF))
    excluding = group.kind is GroupKind.NONE
    exceptions = tuple(dict.fromkeys(e for r in group.requirements for e in r.exceptions))
    given = [r.given for r in group.requirements if r.given is not None]
    for node in (*given, *(() if excluding else map(read_node, exceptions))):
        leaves |= dict.fromkeys(_with_floor(node, LOOSE))
    double = excluding and any(_denies(r.node) for r in group.requirements)
    return Conditions(group, tuple(leaves), exceptions if excluding else (), double)


def _with_floor(node: Node, floor: float) -> Iterator[tuple[Leaf, float]]:
    return ((leaf, floor) for leaf in leaves_of(node))


def _denies(node: Node) -> bool:
    """Whether a tree has a part that must not be so."""
    if isinstance(node, Leaf):
        return False
    return node.kind is GroupKind.NONE or any(map(_denies, node.parts))
