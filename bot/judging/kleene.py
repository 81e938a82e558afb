"""Kleene's strong three-valued logic: what is unknown stays so until it can no longer change the whole.

S. C. Kleene, Introduction to Metamathematics (1952), § 64.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer_parts import ConditionState

__all__ = ["all_of", "at_least", "negated"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def all_of(states: Iterable[ConditionState]) -> ConditionState:
    """Whether all are met; none is met by an empty list of demands."""
    known = list(states)
    return at_least(known, len(known))


def at_least(states: Iterable[ConditionState], count: int) -> ConditionState:
    """Whether `count` of them are met."""
    known = list(states)
    met, unknown = known.count(_MET), known.count(_UNKNOWN)
    if met >= count:
        return _MET
    return _UNKNOWN if met + unknown >= count else _UNMET


def negated(state: ConditionState) -> ConditionState:
    """Whether it is not met."""
    return {_MET: _UNMET, _UNMET: _MET}.get(state, _UNKNOWN)
