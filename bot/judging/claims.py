"""Answers to questions asked back, kept as what they settle: which condition, and whether it holds.

A quick reply such as 满5年及以上 names no figure, so it is no fact that any condition could be compared with.
It is kept beside the person's words as what it says of the very bounds that were asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer_parts import Claim, ConditionState
from bot.judging.questions import question_of
from bot.speech.bounded import JudgedLeaf
from corpus import patterns as re
from corpus.conditions.conditions import Leaf

__all__ = ["by_claim", "claim_key", "merged"]


def claim_key(leaf: Leaf) -> str:
    """What a claim is about: the same for conditions that ask the same, whatever clause they stand in."""
    bound = f" {leaf.operator}{leaf.value}{leaf.unit}" if leaf.value is not None else ""
    return f"{question_of(leaf)}{bound}"


def by_claim(judged: JudgedLeaf, claims: Sequence[Claim]) -> JudgedLeaf:
    """A condition that the person's words leave open, settled by the last claim about it, if any."""
    if not claims or (judged.state is not ConditionState.UNKNOWN and not judged.presumed):
        return judged
    said = next(((c, s) for c in reversed(claims) if (s := _settles(c, judged.leaf)) is not None), None)
    if said is None:
        near = (c.said for c in reversed(claims) if _about(c) == question_of(judged.leaf))
        return judged if judged.told or judged.presumed else replace(judged, told=next(near, ""))
    claim, holds = said
    met = holds != judged.leaf.negated
    state = ConditionState.MET if met else ConditionState.UNMET
    return replace(judged, state=state, why=f"您回答“{claim.said}”", presumed=False)


_BOUND = re.compile(r"(?P<about>.*) (?P<operator>[<>]=?)(?P<value>\d+(?:\.\d+)?)(?P<unit>\D*)", re.DOTALL)


def _about(claim: Claim) -> str:
    """The question that a claim replied to with a bound: 不满4年 leaves 满2年 open, asked of beside it."""
    bound = _BOUND.fullmatch(claim.key)
    return bound["about"] if bound else ""


def _settles(claim: Claim, leaf: Leaf) -> bool | None:
    """Whether a condition holds by a claim; None where the claim leaves it open. Who has less than four years
    has less than five."""
    key = claim_key(leaf)
    if claim.key == key:
        return claim.holds
    bound, own = _BOUND.fullmatch(claim.key), _BOUND.fullmatch(key)
    if bound is None or own is None or any(bound[p] != own[p] for p in ("about", "operator", "unit")):
        return None
    more = Decimal(own["value"]) >= Decimal(bound["value"])
    follows = more != claim.holds if own["operator"][0] == ">" else more == claim.holds
    return claim.holds if follows else None


def merged(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The last claim about each thing, in the order in which they were first made."""
    return tuple({c.key: c for c in claims}.values())
