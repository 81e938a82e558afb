"""Truth tables of Kleene's strong three-valued logic."""

from __future__ import annotations

from itertools import product

import pytest

from bot.answer_parts import ConditionState
from bot.judging.kleene import all_of, at_least, negated

MET, UNMET, UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
CERTAIN = (MET, UNMET)


def resolutions(states):
    """Every way in which the unknown states may turn out."""
    return product(*((s,) if s is not UNKNOWN else CERTAIN for s in states))


def certain(outcomes) -> ConditionState:
    """What all outcomes agree on, unknown where they do not."""
    found = {MET if met else UNMET for met in outcomes}
    return found.pop() if len(found) == 1 else UNKNOWN


@pytest.mark.parametrize("states", [s for n in range(5) for s in product(ConditionState, repeat=n)])
def test_what_is_unknown_decides_only_where_it_can_change_the_whole(states):
    every = [r.count(MET) for r in resolutions(states)]
    assert all_of(states) is certain(n == len(states) for n in every)
    for count in range(len(states) + 2):
        assert at_least(states, count) is certain(n >= count for n in every)


@pytest.mark.parametrize(("state", "other"), [(MET, UNMET), (UNMET, MET), (UNKNOWN, UNKNOWN)])
def test_negation(state, other):
    assert negated(state) is other


@pytest.mark.parametrize("states", list(product(ConditionState, repeat=3)))
def test_not_all_is_the_same_as_at_least_one_not(states):
    assert negated(all_of(states)) is at_least(map(negated, states), 1)
