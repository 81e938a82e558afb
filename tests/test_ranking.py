"""Ranking: named numbers for each passage, weighed by a model whose weights stand in a file."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from bot.answer_parts import Intent
from bot.conversation.question import Question, understand
from bot.finding.evidence import EvidenceGatherer
from bot.finding.ranking import BY_INTENT, FEATURES, FOUND, MEANINGS, Ranking, ranking_model
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def ask(text: str) -> Question:
    return understand(text, date(2025, 4, 10), MENDER)


def test_every_weight_that_ships_belongs_to_a_feature_and_has_its_sign():
    model = ranking_model()
    assert set(model.weights) == set(FEATURES)
    assert set(model.by_intent) <= set(BY_INTENT) <= set(FEATURES)
    for name, meaning in MEANINGS.items():
        for intent in Intent:
            assert model.weight(name, intent) * meaning.sign >= 0, (name, intent)


def test_what_is_found_weighs_one_together():
    weights = ranking_model().weights
    assert sum(weights[name] for name in FOUND) == pytest.approx(1, abs=0.01)


def test_every_feature_is_said_in_words_of_its_own():
    said = [m.says for m in MEANINGS.values()]
    assert len(set(said)) == len(said)
    assert all(2 <= len(s) <= 12 for s in said)


def test_a_weight_may_differ_by_intent():
    model = Ranking({"role": 0.5, "found": 1.0}, {"role": {"fee": -0.25}})
    assert model.weight("role", Intent.FEE) == 0.25
    assert model.weight("role", Intent.PENALTY) == 0.5
    assert model.vector(Intent.FEE)[FEATURES.index("role")] == 0.25


def test_contributions_add_up_to_the_score_and_the_most_telling_comes_first():
    model = Ranking({"covered": 0.5, "thin": -1.0, "found": 0.25}, {})
    row = np.zeros(len(FEATURES))
    row[[FEATURES.index(n) for n in ("covered", "thin", "found")]] = (0.8, 0.3, 0.4)
    told = model.contributions(row, Intent.FEE)
    assert [c.name for c in told] == ["covered", "thin", "found"]
    assert sum(c.amount for c in told) == pytest.approx(row @ model.vector(Intent.FEE))


def test_the_score_of_evidence_is_what_its_numbers_come_to(gatherer):
    question = ask("助学金最晚什么时候交申请")
    for e in gatherer.gather(question):
        told = gatherer.ranking.contributions(e.features, question.intent)
        assert e.score == pytest.approx(sum(c.amount for c in told))
        assert ((e.features >= 0) & (e.features <= 1.0 + 1e-9)).all()


def test_other_weights_give_another_order(samples, retriever):
    question = ask("助学金最晚什么时候交申请")
    upside_down = EvidenceGatherer(samples, retriever, ranking=Ranking({"thin": 1.0, "covered": -0.1}, {}))
    first = upside_down.gather(question)[0]
    assert first.features[FEATURES.index("thin")] > 0
