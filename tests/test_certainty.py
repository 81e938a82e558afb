"""How likely a verdict is right."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bot.certainty import MEANINGS, VerdictSignals, verdict_model
from bot.unseen import served


def signals_of(answer):
    assert answer.assessment is not None
    assert set(answer.assessment.signals) == {f.name for f in fields(VerdictSignals)}
    return answer.assessment.signals


def test_every_weight_that_ships_is_of_a_signal_and_keeps_its_sign():
    model = verdict_model()
    assert set(model.weights) == set(MEANINGS)
    assert all(weight * MEANINGS[name].sign >= 0 for name, weight in model.weights.items())


def test_a_verdict_is_as_sure_as_the_model_says(talk):
    (answer,) = talk("我25岁，本市户籍，平均85分，家庭年收入3万，志愿服务50学时，能申领启明助学金吗")
    signals = signals_of(answer)
    assert answer.confidence == pytest.approx(
        served(verdict_model().probability(signals), judged=True), abs=0.005
    )


def test_what_is_not_known_makes_it_less_sure(talk):
    (whole,) = talk("我25岁，本市户籍，平均85分，家庭年收入3万，志愿服务50学时，能申领启明助学金吗")
    (part,) = talk("我25岁，能申领启明助学金吗")
    assert part.verdict == "needs_info"
    assert signals_of(part)["asks"] == 1
    assert signals_of(part)["unknown"] > signals_of(whole)["unknown"]
    assert part.confidence < whole.confidence


def test_a_denial_by_what_the_person_said(talk):
    (answer,) = talk("我35岁，能申领启明助学金吗")
    signals = signals_of(answer)
    assert (signals["denies"], signals["asks"], signals["all_met"], signals["said"]) == (1, 0, 0, 1)


def test_which_notice_is_meant_is_no_verdict(talk):
    (answer,) = talk("我25岁能申请吗")
    if answer.verdict is not None and not answer.conditions and not answer.citations:
        assert answer.assessment is None
