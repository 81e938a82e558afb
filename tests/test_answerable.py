"""How likely an answer is right: the threshold from the costs, and the weights that ship."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answerable import Refusal, refusal_model
from bot.linear import LinearModel
from bot.signals import Signals

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


@pytest.mark.parametrize(
    ("name", "speaks_for"),
    [
        ("value_held", True),
        ("leads", True),
        ("covered_itself", True),
        ("unsupported", False),
        ("unknown", False),
    ],
)
def test_what_speaks_for_an_answer_and_what_against(name: str, speaks_for: bool) -> None:
    assert (refusal_model().model.weights[name] > 0) is speaks_for
