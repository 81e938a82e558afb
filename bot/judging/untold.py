"""What a sentence demands not to be so beside what compares, of which nothing is told.

封存满6个月、未在别处缴存的，可以提取: who tells of the months alone has told half.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer_parts import ConditionState
from bot.judging.eligibility import Judge
from bot.judging.leaves import JudgedLeaf
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Requirement

__all__ = ["untold_beside"]

_HELD_NOT = re.compile(r"(?:且|并)?(?:本人|申请人)?(?:未|没有|尚未)(?![满到达成])")


def untold_beside(demanded: Iterable[Requirement], judge: Judge) -> tuple[JudgedLeaf, ...]:
    """The denials among what is demanded that the person neither affirms nor denies."""
    leaves = (j for r in demanded for j in judge.requirement(r).leaves)
    return tuple(
        j
        for j in leaves
        if j.state is ConditionState.UNKNOWN
        and j.leaf.attribute is Attribute.OPEN
        and _HELD_NOT.match(j.leaf.words)
    )
