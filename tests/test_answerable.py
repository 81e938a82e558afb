"""How likely an answer is right: the threshold from the costs, and the weights that ship."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.finding.answerable import Refusal, refusal_model
from bot.finding.linear import LinearModel
from bot.finding.signals import MEANINGS, Signals

NAMES = [f.name for f in fields(Signals)]


def test_every_weight_that_ships_is_of_a_signal() -> None:
    assert set(refusal_model().model.weights) == set(NAMES)


@pytest.mark.parametrize(("costs", "threshold"), [((1.0, 1.0), 0.5), ((3.0, 1.0), 0.75), ((1.0, 4.0), 0.2)])
def test_the_threshold_follows_from_the_costs(costs: tuple[float, float], threshold: float) -> None:
    refusal = Refusal(LinearModel(0.0, {}), *costs)
    assert refusal.threshold == pytest.approx(threshold)
    assert refusal.assess({}).answers is (threshold <= 0.5)


@given(st.dictionaries(st.sampled_from(NAMES), st.floats(0, 1)))
def test_contributions_add_up_to_the_score(values: dict[str, float]) -> None:
    model = refusal_model().model
    told = sum(c.amount for c in model.contributions(values))
    assert model.bias + told == pytest.approx(model.score(values))
    assert 0 <= model.probability(values) <= 1


def test_every_weight_that_ships_keeps_the_sign_of_its_signal() -> None:
    weights = refusal_model().model.weights
    assert all(weight * MEANINGS[name].sign >= 0 for name, weight in weights.items())
    assert all(weights[name] for name in ("about", "beside_value", "alike", "leads", "unused", "unsupported"))
