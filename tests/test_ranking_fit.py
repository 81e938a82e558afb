"""Fitting the ranking: made-up passages, whose right order is known."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answer_parts import Intent
from bot.finding.ranking import BY_INTENT, FEATURES, FOUND, MEANINGS, ranking_model
from eval.ranking_fit import Listed, cross_validate, fit_ranking, ranks, recall


def made(rng, right, intent=Intent.FEE, questions=60, used=("found", "covered", "value", "sanction")):
    """Questions of twelve passages each, of which the one that `right` gives most answers."""
    listed = []
    for number in range(questions):
        features = np.zeros((12, len(FEATURES)))
        for name in used:
            features[:, FEATURES.index(name)] = rng.random(12)
        gold = np.zeros(12, dtype=bool)
        gold[np.argmax(sum(w * features[:, FEATURES.index(n)] for n, w in right.items()))] = True
        listed.append(Listed(f"notice {number % 7}", intent, features, gold))
    return listed


def first(questions, ranking):
    return recall(ranks(questions, ranking)).at_1


@pytest.fixture
def rng():
    return np.random.default_rng(7)


def test_an_order_is_recovered_on_questions_not_seen(rng):
    right = {"found": 0.1, "covered": 0.2, "value": 1.0}
    seen, unseen = made(rng, right), made(rng, right)
    learned = fit_ranking(seen, ranking_model(), 0.01)
    assert first(unseen, learned) > 0.85 > 0.5 > first(unseen, ranking_model())


def test_what_search_and_words_say_weighs_one_together(rng):
    learned = fit_ranking(made(rng, {"covered": 1.0}), ranking_model(), 0.1)
    assert sum(learned.weights[name] for name in FOUND) == pytest.approx(1.0)
    assert learned.weights["covered"] > ranking_model().weights["covered"]


def test_signs_hold_though_the_questions_say_otherwise(rng):
    learned = fit_ranking(made(rng, {"value": -1.0, "sanction": 1.0, "found": -0.5}), ranking_model(), 0.01)
    assert learned.weights["value"] == 0
    assert learned.weights["sanction"] == 0
    for name, weight in learned.weights.items():
        assert weight * MEANINGS[name].sign >= 0
        for added in learned.by_intent.get(name, {}).values():
            assert added * MEANINGS[name].sign >= 0


def test_a_feature_that_no_question_turns_on_keeps_its_weight(rng):
    present = ranking_model()
    learned = fit_ranking(made(rng, {"value": 1.0}), present, 0.1)
    for name in set(FEATURES) - {*FOUND, "value", "sanction"}:
        assert learned.weights[name] == present.weights[name]
    assert learned.by_intent["role"] == present.by_intent["role"]


def test_one_intent_learns_what_another_does_not(rng):
    used = ("covered", "row")
    rows = made(rng, {"row": 1.0, "covered": 0.3}, Intent.FEE, used=used)
    texts = made(rng, {"row": -1.0, "covered": 0.3}, Intent.PROCESS, used=used)
    learned = fit_ranking(rows + texts, ranking_model(), 0.01)
    assert "row" in BY_INTENT
    assert learned.weight("row", Intent.FEE) > 0 > learned.weight("row", Intent.PROCESS)


def test_a_strong_pull_leaves_the_weights_as_they_are(rng):
    assert fit_ranking(made(rng, {"value": 1.0}), ranking_model(), 1e9) == ranking_model()


def test_no_right_passage_is_an_error(rng):
    features = np.ones((3, len(FEATURES)))
    with pytest.raises(ValueError, match="依据"):
        fit_ranking([Listed("a", Intent.FEE, features, np.zeros(3, dtype=bool))], ranking_model(), 1.0)


def test_a_question_is_judged_by_weights_that_did_not_see_its_notice(rng):
    usual = made(rng, {"value": 1.0}, questions=60)
    odd = [Listed("odd", q.intent, q.features, q.gold) for q in made(rng, {"sanction": 1.0}, questions=30)]
    questions = usual + odd
    before, after = cross_validate(questions, ranking_model(), 0.01, 20)
    assert before == ranks(questions, ranking_model())
    assert recall(after[:60]).at_1 > recall(before[:60]).at_1
    assert after[60:] == ranks(odd, fit_ranking(usual, ranking_model(), 0.01))


def test_of_equal_scores_the_wrong_one_counts_as_first():
    gold = np.array([True, False, False])
    same = Listed("a", Intent.FEE, np.ones((3, len(FEATURES))), gold)
    none = Listed("a", Intent.FEE, np.ones((3, len(FEATURES))), np.zeros(3, dtype=bool))
    assert ranks([same, none], ranking_model()) == [3, 0]
    assert recall([1, 3, 0, 8]).at_1 == 0.25
    assert recall([1, 3, 0, 8]).at_5 == 0.5
    assert recall([1, 4, 0, 8]).mrr == pytest.approx((1 + 1 / 4 + 1 / 8) / 4)
