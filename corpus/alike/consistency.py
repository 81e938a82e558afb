"""Whether compiled conditions can be met at all, and whether they leave anybody out.

A search over the ways to meet a tree that keeps an interval for each number and a value for each yes-or-no
condition; it tries one alternative after another and gives up one as soon as an interval is empty (Davis,
Putnam, Logemann, Loveland 1962, with intervals for literals). Vacuous is what cannot fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree, Waiver
from corpus.notice import Notice
from corpus.rules.targets import Target, nested_groups

__all__ = ["Doubt", "Flaw", "doubts_about", "flaw_of", "whole_tree"]

_BUDGET = 20_000  # steps of the search; a tree that takes more is not judged


class Flaw(StrEnum):
    """What is wrong with a tree."""

    CONTRADICTORY = "contradictory"  # nobody meets it
    VACUOUS = "vacuous"  # everybody meets it


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flaw and where it is: the target, and the clause where one condition alone has it (-1: the whole)."""

    target: str
    flaw: Flaw
    clause: int
    requirement: Requirement | None = None


def doubts_about(notice: Notice, targets: Sequence[Target], waivers: Sequence[Waiver]) -> tuple[Doubt, ...]:
    """What is contradictory or vacuous in the conditions of a notice, each said once."""
    found: dict[tuple[int, object], Doubt] = {}
    for target in targets:
        alone = [d for g in target.groups for r in g.requirements if (d := _alone(target, r)) is not None]
        for doubt in alone:
            found.setdefault((doubt.clause, doubt.requirement), doubt)
        flaw = None if alone else flaw_of(whole_tree(target.groups, waivers))
        if flaw is not None and target.groups:
            found[-1, target.name] = Doubt(target.name, flaw, -1)
    return tuple(found.values())


def _alone(target: Target, requirement: Requirement) -> Doubt | None:
    flaw = flaw_of(requirement.node)
    return None if flaw is None else Doubt(target.name, flaw, requirement.clause, requirement)


def flaw_of(tree: Node) -> Flaw | None:
    """Whether nobody meets a tree or everybody does; None where some do, or where the search gave up."""
    if _Search().meets([_plain(tree)], {}) is False:
        return Flaw.CONTRADICTORY
    if _Search().meets([_denied(tree)], {}) is False:
        return Flaw.VACUOUS
    return None


# --- the conditions of a target as one tree ------------------------------------------------------------


def whole_tree(groups: Sequence[Group], waivers: Sequence[Waiver]) -> Tree:
    """All conditions that bear on a target as one tree, with what lifts them."""
    inner = nested_groups(groups)
    outer = [_group_tree(g, inner, waivers) for g in groups if g.lead not in inner]
    return Tree(GroupKind.ALL, tuple(outer))


def _group_tree(group: Group, inner: dict[int, Group], waivers: Sequence[Waiver]) -> Node:
    excludes = group.kind is GroupKind.NONE
    parts = []
    for requirement in group.requirements:
        below = inner.get(requirement.clause)
        node = requirement.node
        if below is not None and below.lead != group.lead:
            own = [x for x in requirement.leaves if x.attribute is not Attribute.OPEN]
            node = Tree(GroupKind.ALL, (*own, _group_tree(below, inner, waivers)))
        lifted = _lifts(requirement, waivers)
        bound = _excluding if excludes else _demanding
        parts.append(bound(requirement, node, lifted))
    if excludes:
        kept_out = Tree(GroupKind.AT_LEAST, tuple(parts), max(1, group.count))
        return Tree(GroupKind.NONE, (kept_out,))
    return Tree(group.kind, tuple(parts), group.count)


def _lifts(requirement: Requirement, waivers: Iterable[Waiver]) -> list[Node]:
    """What frees from a requirement: its exceptions, and the waivers that speak of it."""
    lifted: list[Node] = [Leaf(Attribute.OPEN, "is", None, "", words) for words in requirement.exceptions]
    for waiver in waivers:
        here = not waiver.attributes and waiver.clause == requirement.clause
        if here or (waiver.attributes and any(map(waiver.frees, requirement.leaves))):
            lifted.append(waiver.who)
    return lifted


def _demanding(requirement: Requirement, node: Node, lifted: Sequence[Node]) -> Node:
    spared = [] if requirement.given is None else [Tree(GroupKind.NONE, (requirement.given,))]
    return Tree(GroupKind.ANY, (node, *lifted, *spared)) if lifted or spared else node


def _excluding(requirement: Requirement, node: Node, lifted: Sequence[Node]) -> Node:
    given = [] if requirement.given is None else [requirement.given]
    spared = [Tree(GroupKind.NONE, tuple(lifted))] if lifted else []
    return Tree(GroupKind.ALL, (node, *given, *spared)) if given or spared else node


# --- negation pushed down to the leaves ----------------------------------------------------------------

_OPPOSITE = {">=": "<", "<": ">=", ">": "<=", "<=": ">"}


def _plain(node: Node) -> Node:
    """The same tree without `NONE`."""
    if isinstance(node, Leaf):
        return node
    if node.kind is GroupKind.NONE:
        return Tree(GroupKind.ALL, tuple(_denied(p) for p in node.parts))
    return replace(node, parts=tuple(_plain(p) for p in node.parts))


def _denied(node: Node) -> Node:
    """The negation of a tree, without `NONE`."""
    if isinstance(node, Leaf):
        return _denied_leaf(node)
    parts = tuple(_denied(p) for p in node.parts)
    match node.kind:
        case GroupKind.ALL:
            return Tree(GroupKind.ANY, parts)
        case GroupKind.ANY:
            return Tree(GroupKind.ALL, parts)
        case GroupKind.NONE:
            return Tree(GroupKind.ANY, tuple(_plain(p) for p in node.parts))
    return Tree(GroupKind.AT_LEAST, parts, len(parts) - node.count + 1)


def _denied_leaf(leaf: Leaf) -> Node:
    if leaf.value is None or leaf.operator == "is":
        return replace(leaf, negated=not leaf.negated)
    if leaf.operator == "==":
        sides = (replace(leaf, operator="<"), replace(leaf, operator=">"))
        return Tree(GroupKind.ANY, sides)
    return replace(leaf, operator=_OPPOSITE[leaf.operator])


# --- the search ----------------------------------------------------------------------------------------

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Interval:
    """The values that are left to a number; None is no end."""

    low: Decimal | None = None
    high: Decimal | None = None
    open_low: bool = False
    open_high: bool = False

    def within(self, operator: str, value: Decimal) -> _Interval:
        """The part of it that a bound leaves."""
        found = self
        if operator in (">=", ">", "=="):
            strict = operator == ">"
            if self.low is None or value > self.low or (value == self.low and strict):
                found = replace(found, low=value, open_low=strict)
        if operator in ("<=", "<", "=="):
            strict = operator == "<"
            if self.high is None or value < self.high or (value == self.high and strict):
                found = replace(found, high=value, open_high=strict)
        return found

    @property
    def empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.open_low or self.open_high))


# Ranks are whole numbers: none is held, or one of so many.
_RANKS = {Attribute.EDUCATION: 7, Attribute.TITLE: 4, Attribute.CERTIFICATE: 5}
_PERSONAL = frozenset(
    {
        Attribute.AGE,
        Attribute.SEX,
        Attribute.RESIDENCE,
        Attribute.PERMIT,
        Attribute.RETIRED,
        Attribute.FAILED,
    }
)
_Known = dict[_Key, "_Interval | bool"]


class _Search:
    """Looks for one way to meet a tree, within a budget of steps."""

    def __init__(self) -> None:
        self.left = _BUDGET

    def meets(self, pending: Sequence[Node], known: _Known) -> bool | None:
        """Whether all of `pending` can be met beside what is `known`; None where the budget ran out."""
        self.left -= 1
        if self.left < 0:
            return None
        chosen = next((n for n in pending if isinstance(n, Leaf) or n.kind is GroupKind.ALL), None)
        if chosen is None:
            return self._branches(pending, known) if pending else True
        rest = [n for n in pending if n is not chosen]
        if isinstance(chosen, Tree):
            return self.meets([*chosen.parts, *rest], known)
        narrowed = _narrowed(chosen, known)
        return False if narrowed is None else self.meets(rest, narrowed)

    def _branches(self, pending: Sequence[Node], known: _Known) -> bool | None:
        """Each way to meet the first of several alternatives, with the others still to be met."""
        first, rest = pending[0], list(pending[1:])
        assert isinstance(first, Tree)
        count = first.count if first.kind is GroupKind.AT_LEAST else 1
        gave_up = False
        for some in combinations(first.parts, count):
            met = self.meets([*some, *rest], known)
            if met:
                return True
            gave_up = gave_up or met is None
        return None if gave_up else False


def _narrowed(leaf: Leaf, known: _Known) -> _Known | None:
    """What is known once a leaf is met; None where it cannot be."""
    key = _key(leaf)
    if leaf.value is None or leaf.operator == "is":
        wanted = (leaf.words == "女" if leaf.attribute is Attribute.SEX else True) != leaf.negated
        return {**known, key: wanted} if known.get(key, wanted) is wanted else None
    before = known.get(key, _domain(leaf))
    assert isinstance(before, _Interval)
    after = before.within(*_bound(leaf))
    return None if after.empty else {**known, key: after}


def _key(leaf: Leaf) -> _Key:
    """Which number or which yes-or-no condition a leaf is about."""
    if leaf.attribute in _PERSONAL or leaf.attribute in _RANKS:
        return (leaf.attribute,)
    if leaf.value is None or leaf.operator == "is":
        return leaf.attribute, leaf.words
    return leaf.attribute, leaf.subject, leaf.after, leaf.unit


def _domain(leaf: Leaf) -> _Interval:
    if leaf.attribute is Attribute.BORN:
        return _Interval()
    most = _RANKS.get(leaf.attribute)
    return _Interval(Decimal(0), None if most is None else Decimal(most))


def _bound(leaf: Leaf) -> tuple[str, Decimal]:
    """The operator and value of a leaf; whole for ranks, and turned round where the lowest grade is best."""
    assert leaf.value is not None
    operator, value = leaf.operator, leaf.value
    if leaf.attribute is Attribute.CERTIFICATE:
        value = 6 - value  # 一级 is 5, 五级 is 1, none is 0
    if leaf.attribute in _RANKS and operator in (">", "<"):
        return (">=", value + 1) if operator == ">" else ("<=", value - 1)
    return operator, value
