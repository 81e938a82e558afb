"""Requirements and groups as judged for a person, and the verdict over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answer_parts import ConditionState, Verdict
from bot.judging.kleene import all_of, at_least
from bot.judging.leaves import JudgedLeaf
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Waiver
from corpus.notice import Notice
from corpus.rules.targets import side_by_side

__all__ = [
    "Judged",
    "JudgedGroup",
    "by_day_of_birth",
    "deciding",
    "overall",
    "schemes",
    "state_of",
    "without_asides",
]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement with the states of its leaves.

    `excepted` says that an exception lifts it, `partly` that this asks for more than was told, `waived` by
    which sentence it is lifted, `applies` whether it concerns the person at all.
    """

    requirement: Requirement
    state: ConditionState
    leaves: tuple[JudgedLeaf, ...]
    excepted: bool = False
    partly: bool = False
    waived: Waiver | None = None
    applies: bool = True

    @property
    def why(self) -> str:
        """What decides: the unmet leaves, else the unknown ones, else all."""
        chosen = [j for j in self.leaves if j.state is self.state] or list(self.leaves)
        return "，".join(dict.fromkeys(j.why for j in chosen if j.why))

    @property
    def touched(self) -> bool:
        """Whether anything the person said bears on it."""
        meant = self.applies and self.requirement.given is not None  # it is demanded of such a person
        return meant or any((j.state is not _UNKNOWN and not j.presumed) or j.waits_for for j in self.leaves)


@dataclass(frozen=True, slots=True)
class JudgedGroup:
    """A group with its state; for an exclusion, `met` means that it does not apply."""

    group: Group
    state: ConditionState
    items: tuple[Judged, ...]

    @property
    def touched(self) -> bool:
        return any(i.touched for i in self.items)


def schemes(notice: Notice, groups: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """Groups that stand beside one another, each for its own applicants or for a thing of its own."""
    beside = {id(g) for g in side_by_side(notice, [g.group for g in groups])}
    return [g for g in groups if id(g.group) in beside]


def overall(groups: Sequence[JudgedGroup], whole: bool = True) -> Verdict:
    """The verdict over all groups: one unmet decides, all met decides, else a fact is missing.

    What is said aside and no fact bears on decides nothing, nor what is allowed aside beside what is demanded
    (年满70周岁的，可换领红证). Unless `whole`, what is asked may be whether an
    exclusion applies and no more.
    """
    states = [g.state for g in without_asides(groups) if not g.group.aside or g.touched]
    if _UNMET in states:
        return Verdict.NOT_ELIGIBLE
    if any(g.group.kind is GroupKind.NONE and g.state is _UNKNOWN for g in groups):
        return Verdict.NEEDS_INFO
    positive = [g for g in groups if g.group.kind is not GroupKind.NONE]
    asked_of = any(g.touched for g in groups) if not whole else any(map(_spares, groups))
    if asked_of and not any(g.touched for g in positive):
        return Verdict.ELIGIBLE  # only whether an exclusion applies was asked
    return Verdict.NEEDS_INFO if _UNKNOWN in states else Verdict.ELIGIBLE


def without_asides(groups: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """`groups` without what is allowed or given aside to others, beside what is demanded of all."""
    demanded = any(not g.group.aside and g.group.kind is not GroupKind.NONE for g in groups)
    return [
        g
        for g in groups
        if not (demanded and g.group.aside and g.group.kind is GroupKind.ANY and g.state is _UNMET)
    ]


def _spares(group: JudgedGroup) -> bool:
    """Whether what is told is of an exclusion, and that it does not apply: 前年没评上, 办了延长退休手续.
    An exception that asks for several things at once may not be all that is told."""
    items = group.items if group.group.kind is GroupKind.NONE and group.state is _MET else ()
    return any(
        (i.excepted and not any("且" in e for e in i.requirement.exceptions))
        or any(j.leaf.attribute is Attribute.FAILED and not j.presumed and not i.excepted for j in i.leaves)
        for i in items
        if not i.partly
    )


def deciding(
    parts: Sequence[tuple[ConditionState, tuple[JudgedLeaf, ...]]], state: ConditionState, enough: int
) -> tuple[JudgedLeaf, ...]:
    """The leaves of the alternatives that decide: as many met ones as are needed, else all of that state."""
    told = [leaves for s, leaves in parts if s is state] or [leaves for _, leaves in parts]
    return tuple(j for leaves in told[: enough if state is _MET else None] for j in leaves)


# Of so few that whoever tells of another kind, and not of this one, is none of them.
_OF_FEW = re.compile(
    r"^(?!.*[满年月元]\d)[^,;，；]{0,10}(?:军人|士兵|外国人|华侨|侨眷|残疾人|烈士遗属|孤儿)$"
)


def _is_told(judged: JudgedLeaf) -> bool:
    return judged.state is _MET and not judged.presumed


def state_of(group: Group, items: Sequence[Judged]) -> ConditionState:
    """The state of a list of demands; a way in is closed that waits for a paper presumed not held, or for a
    kind of few people, where what is told is of another."""
    if group.kind is GroupKind.ALL:
        return all_of(i.state for i in items)
    told = any(i.state is _UNMET and any(_is_told(j) for j in i.leaves) for i in items)
    states = (_UNMET if _is_closed(i, told) else i.state for i in items)
    return at_least(states, max(1, group.count))


def _is_closed(item: Judged, told: bool) -> bool:
    """Whether a way waits for what is presumed not to be so, and no other part of it will do instead."""
    waits = {
        j.leaf: _UNMET
        for j in item.leaves
        if j.state is _UNKNOWN and (j.presumed or (told and _OF_FEW.search(j.leaf.words)))
    }
    if item.state is not _UNKNOWN or not waits:
        return False
    known = {j.leaf: j.state for j in item.leaves} | waits
    return joined(item.requirement.node, known) is _UNMET


def joined(node: Node, known: Mapping[Leaf, ConditionState]) -> ConditionState:
    """The state of a tree by those of its leaves; what must not be so is turned round in them already."""
    if isinstance(node, Leaf):
        return known.get(node, _UNKNOWN)
    states = [joined(part, known) for part in node.parts]
    if node.kind in (GroupKind.ANY, GroupKind.AT_LEAST):
        return at_least(states, max(1, node.count))
    return all_of(states)


_Part = tuple[ConditionState, tuple[JudgedLeaf, ...]]


def by_day_of_birth(part: _Part, parts: Sequence[_Part]) -> _Part:
    """An age, where the notice says of the same bound when one has to be born: that day settles it."""
    state, leaves = part
    if state is _MET or [j.leaf.attribute for j in leaves] != [Attribute.AGE]:
        return part
    born = [j for _, found in parts for j in found if j.leaf.attribute is Attribute.BORN]
    if not born or any(j.state is not _MET for j in born):
        return part
    return _MET, tuple(replace(j, state=_MET, why=born[0].why) for j in leaves)
