"""How likely an answer is right: the threshold from the costs, the weights that ship, and their fitting."""

from __future__ import annotations

import random
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answerable import Refusal, refusal_model
from bot.linear import LinearModel
from bot.signals import Signals
from eval.refusal import Sample, fit, reliability

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


def samples(count: int) -> list[Sample]:
    rng = random.Random(5)
    found = []
    for i in range(count):
        held, noise = rng.random(), rng.random()
        found.append(Sample(f"n{i % 4}", str(i), {"held": held, "noise": noise}, rng.random() < held, True))
    return found


def test_fitting_finds_what_tells_and_is_calibrated_on_notices_put_aside() -> None:
    told = samples(800)
    fitted = fit(told)
    assert fitted.model.weights["held"] > 3 * abs(fitted.model.weights["noise"])
    bins = reliability(fitted.held_out, [s.right for s in told], bins=4)
    assert sum(b.count for b in bins) == len(told)
    assert all(abs(b.probability - b.right) < 0.1 for b in bins)


def test_a_notice_is_judged_by_a_model_that_did_not_see_it() -> None:
    apart = [Sample("a", str(i), {"x": 1.0}, True, True) for i in range(10)]
    apart += [Sample("b", str(i), {"x": 1.0}, False, False) for i in range(10)]
    apart += [Sample("c", str(i), {"x": 0.0}, i % 2 == 0, True) for i in range(10)]
    fitted = fit(apart)
    assert max(fitted.held_out[:10]) < 0.5 < min(fitted.held_out[10:20])
