"""What is presumed of somebody: what nobody mentions, what 其他都满足 means, what is done every year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer_parts import ConditionState
from bot.judging.kleene import negated
from bot.judging.leaves import JudgedLeaf
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, Waiver
from corpus.conditions.not_demanded import PER_HEAD
from corpus.values.periods import fold

__all__ = [
    "REST",
    "Relaxing",
    "goes_without_saying",
    "may_let_in",
    "may_relax",
    "not_by_rest",
    "not_yet_let_in",
    "of_named_kind",
    "of_sex",
    "taken_as_met",
    "turned",
    "waits_for_time",
]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
REST = "按您说的其他条件都符合"


def not_by_rest(
    part: tuple[ConditionState, tuple[JudgedLeaf, ...]],
) -> tuple[ConditionState, tuple[JudgedLeaf, ...]]:
    """A way met by 其他都满足 alone, beside one that the person lacks: not the rest that is meant."""
    state, leaves = part
    if state is not _MET or not all(j.why == REST for j in leaves):
        return part
    return _UNMET, tuple(replace(j, state=_UNMET, why="未提到满足", presumed=True) for j in leaves)


def of_named_kind(
    node: Tree, parts: list[tuple[ConditionState, tuple[JudgedLeaf, ...]]]
) -> list[tuple[ConditionState, tuple[JudgedLeaf, ...]]]:
    """The bounds of the kind that the person names, of those that differ by kind: 驾驶员20至35周岁."""
    told = [_kind_of(part) for part in node.parts]
    if not all(told) or len(told) < 2:
        return parts
    named = [
        p
        for p, kind in zip(parts, told, strict=True)
        if any(j.leaf is kind and j.state is _MET and not j.presumed for j in p[1])
    ]
    return named or parts


def _kind_of(node: Node) -> Leaf | None:
    """The open words before the bounds of a way, where it is nothing but these."""
    if isinstance(node, Leaf) or node.kind is not GroupKind.ALL or not isinstance(node.parts[0], Leaf):
        return None
    first, *rest = node.parts
    bounds = all(isinstance(x, Leaf) and x.value is not None for x in rest)
    return first if isinstance(first, Leaf) and first.attribute is Attribute.OPEN and bounds else None


def turned(judged: JudgedLeaf) -> JudgedLeaf:
    """What must not be so; what is in the notice's words alone and nobody mentioned is presumed not to be."""
    if judged.leaf.attribute is Attribute.OPEN and judged.state is _UNKNOWN:
        return replace(judged, state=_MET, why="未提及，按不属于此情形处理", presumed=True)
    return replace(judged, state=negated(judged.state))


def waits_for_time(leaves: Sequence[JudgedLeaf]) -> bool:
    """Whether what keeps out is told to have happened, and only how long ago is not known well enough."""
    happened = [j for j in leaves if j.state is _MET and not j.presumed]
    others = [j for j in leaves if j not in happened]
    of_time = all(j.state is _UNKNOWN and j.leaf.attribute is Attribute.ELAPSED for j in others)
    return bool(happened) and bool(others) and of_time


# What whoever holds a title does every year; who asks about more says nothing of it.
_ROUTINE = re.compile(r"(?:完成|参加|接受)[^，。；]{0,6}继续教育")


def goes_without_saying(words: str) -> bool:
    """Whether a demand is on what is done every year, or on how much whoever may gets: 每户只能养一只."""
    return bool(_ROUTINE.search(words) or PER_HEAD.fullmatch(fold(words).strip("。;")))


def taken_as_met(judged: JudgedLeaf) -> JudgedLeaf:
    return replace(judged, state=_MET, why="未提及，按满足处理", presumed=True)


Relaxing = tuple[Waiver, ConditionState, tuple[JudgedLeaf, ...]]


def may_relax(state: ConditionState, told: Sequence[JudgedLeaf]) -> bool:
    """Whether a bound is relaxed for the person, or may be: of no kind of people unless they say so."""
    unknown = [j for j in told if j.state is _UNKNOWN]
    typed = all(j.leaf.attribute is not Attribute.OPEN and not j.presumed for j in unknown)
    return state is _MET or (state is _UNKNOWN and bool(unknown) and typed)


def may_let_in(state: ConditionState, told: Sequence[JudgedLeaf]) -> bool:
    """Whether somebody may be of those whom a condition does not bind: they have told so in part, by more
    than words, and what they have not told can be asked."""
    met = any(j.state is _MET and not j.presumed and j.leaf.attribute is not Attribute.OPEN for j in told)
    return state is _UNKNOWN and met


def not_yet_let_in(judged: JudgedLeaf, letting_in: Sequence[Relaxing]) -> JudgedLeaf:
    """What is not met, left open where it may not bind the person, by what they have not told yet."""
    for waiver, _, told in letting_in:
        if judged.state is _UNMET and waiver.attributes and waiver.frees(judged.leaf):
            wanted = (j for j in told if j.state is _UNKNOWN)
            asked = min(wanted, key=lambda j: j.leaf.attribute is Attribute.OPEN)
            return replace(judged, state=_UNKNOWN, ask=asked.ask, waits_for=asked.leaf)
    return judged


def of_sex(judged: JudgedLeaf) -> bool:
    return judged.leaf.attribute is Attribute.SEX
