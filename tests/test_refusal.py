"""Fitting how likely an answer is right: made-up samples, whose truth is known."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from eval.refusal import Sample, TooFew, fit, reliability


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


def test_no_weight_goes_against_its_sign() -> None:
    told = samples(400)
    assert fit(told, {"held": -1}).model.weights["held"] == 0
    assert fit(told, {"held": 1, "noise": 0}).model.weights == fit(told).model.weights


def test_what_weighs_nothing_teaches_nothing() -> None:
    told = samples(200)
    wrong = [replace(s, right=not s.right, weight=0.0) for s in samples(400)[200:]]
    assert fit([*told, *wrong]).model.weights == pytest.approx(fit(told).model.weights, abs=0.01)


def test_what_is_refused_anyway_is_no_false_answer_and_nothing_to_learn_from() -> None:
    told = samples(200)
    refused = [replace(s, answered=False, right=False, answerable=False) for s in told]
    fitted = fit([*told, *refused])
    assert fitted.held_out[200:] == (0.0,) * 200
    assert fitted.false_answers([*told, *refused], 0.01) == 0
    assert fitted.model.weights == pytest.approx(fit(told).model.weights, abs=0.01)


def test_the_rates_are_told_by_source() -> None:
    told = [replace(s, answerable=s.right, source="ab"[i % 2]) for i, s in enumerate(samples(400))]
    fitted = fit(told)
    own = [fitted.false_answers(told, 0.5, source) for source in "ab"]
    assert min(own) < fitted.false_answers(told, 0.5) < max(own)
    assert fitted.false_refusals(told, 0.0, "a") == 0 < fitted.false_refusals(told, 1.1, "a") == 1


def test_too_little_to_learn_from_is_said() -> None:
    with pytest.raises(TooFew, match="两份通知"):
        fit([s for s in samples(40) if s.group == "n1"])
    with pytest.raises(TooFew, match="题太少"):
        fit([replace(s, right=True) for s in samples(40)])


def test_what_chance_alone_sets_apart_holds_nine_of_ten_bins_of_a_true_model() -> None:
    rng = random.Random(3)
    said = [rng.uniform(0.3, 0.9) for _ in range(40_000)]
    bins = reliability(said, [rng.random() < p for p in said], bins=200)
    within = sum(abs(b.right - b.probability) <= b.by_chance for b in bins)
    assert 0.85 <= within / len(bins) <= 0.95
