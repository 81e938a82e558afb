"""Fitting the weights that rank passages (`bot.finding.ranking`) on questions whose right passages are known.

The likelihood is listwise (Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach", ICML
2007): of the softmax over the passages near a question, the mass of those that answer. It is maximised by
L-BFGS-B (Byrd et al. 1995) within the signs that features have to have, with an L2 pull towards the weights
in use: what few questions say little about stays as it is. The weights of `FOUND` are shares of 1 all along;
what scores are multiplied by before the softmax, their steepness, is fitted with them and not kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.finding.ranking import BY_INTENT, FEATURES, FOUND, MEANINGS, Ranking
from eval.folds import folds

__all__ = ["Listed", "Recall", "cross_validate", "fit_ranking", "ranks", "recall"]

Values = npt.NDArray[np.float64]

_PLACES = 3  # decimals of a weight that is kept
_STEEP = (-2.0, 5.0)  # between which the logarithm of the steepness is sought
_LEAST = 1e-3  # share of `FOUND` that a feature keeps, so that the shares can always be taken
_FOUND = np.array([FEATURES.index(name) for name in FOUND])
_VARYING = np.array([FEATURES.index(name) for name in BY_INTENT])
_SIGNS = np.array([MEANINGS[name].sign for name in FEATURES])
_INTENTS = tuple(Intent)


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """One question: the notice it is about, the numbers of its n passages (n, k) and which answer it (n,)."""

    group: str
    intent: Intent
    features: Values
    gold: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of questions with an answering passage first, or among five; the mean reciprocal rank."""

    at_1: float
    at_5: float
    mrr: float


def fit_ranking(questions: Sequence[Listed], present: Ranking, pull: float) -> Ranking:
    """The most likely weights; `pull` is what a weight's squared distance from the present one costs.

    Raises:
        ValueError: no question has a passage that answers it.
    """
    from scipy.optimize import minimize

    told = [q for q in questions if q.gold.any() and not q.gold.all()]
    if not told:
        raise ValueError("没有一题的依据在候选的段落里")
    start = np.concatenate([[_steepness(told, present)], _flat(present)])

    def loss(at: Values) -> tuple[float, Values]:
        value, slope = _loss(told, at)
        away = at - start
        away[0] = 0.0
        return value + pull * float(away @ away), slope + 2 * pull * away

    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=_bounds())
    return _ranking(found.x[1:], present)


def cross_validate(
    questions: Sequence[Listed], present: Ranking, pull: float, parts: int
) -> tuple[list[int], list[int]]:
    """The rank of the first right passage by the present weights, and by weights that saw no question about
    its notice; 0 where none of the passages is right."""
    before = ranks(questions, present)
    after = list(before)
    for inside in folds([q.group for q in questions], parts):
        learned = fit_ranking([q for i, q in enumerate(questions) if i not in inside], present, pull)
        held_out = sorted(inside)
        for i, rank in zip(held_out, ranks([questions[i] for i in held_out], learned), strict=True):
            after[i] = rank
    return before, after


def ranks(questions: Sequence[Listed], ranking: Ranking) -> list[int]:
    """The rank of the first right passage of each question, from 1; 0 where none is right. Of equal scores
    the wrong ones come first."""
    found = []
    for q in questions:
        scores = q.features @ ranking.vector(q.intent)
        best = scores[q.gold].max(initial=-np.inf)
        found.append(1 + int((scores[~q.gold] >= best).sum()) if q.gold.any() else 0)
    return found


def recall(found: Sequence[int]) -> Recall:
    """What the ranks of the first right passages amount to."""
    n = max(1, len(found))
    first, five = (sum(0 < r <= k for r in found) / n for k in (1, 5))
    return Recall(first, five, sum(1 / r for r in found if r) / n)


def _flat(ranking: Ranking) -> Values:
    """The weights by feature, then what is added to those of `BY_INTENT` by intent, one after another."""
    own = [ranking.weights.get(name, 0.0) for name in FEATURES]
    added = [ranking.by_intent.get(n, {}).get(i.value, 0.0) for i in _INTENTS for n in BY_INTENT]
    return np.array(own + added)


def _ranking(flat: Values, present: Ranking) -> Ranking:
    """The reverse of `_flat`, rounded; what was added nowhere before and is nothing now is left out."""
    own, added = flat[: len(FEATURES)], flat[len(FEATURES) :].reshape(len(_INTENTS), len(BY_INTENT))
    by_intent: dict[str, Mapping[str, float]] = {}
    for column, name in enumerate(BY_INTENT):
        values = {i.value: round(float(added[r, column]), _PLACES) for r, i in enumerate(_INTENTS)}
        kept = {i: v for i, v in values.items() if v or i in present.by_intent.get(name, {})}
        if kept:
            by_intent[name] = kept
    return Ranking(dict(zip(FEATURES, _rounded(_shared(own)), strict=True)), by_intent)


def _rounded(own: Values) -> list[float]:
    """Rounded weights, those of `FOUND` still being 1 together."""
    kept = [round(float(w), _PLACES) for w in own]
    rest = 1.0 - sum(kept[i] for i in _FOUND[1:])
    kept[_FOUND[0]] = round(rest, _PLACES)
    return kept


def _shared(own: Values) -> Values:
    """The weights with those of `FOUND` as shares of 1."""
    shares = own.copy()
    shares[_FOUND] /= own[_FOUND].sum()
    return shares


def _bounds() -> list[tuple[float | None, float | None]]:
    """What steepness and flat weights may be: signs, and what is added for an intent goes their way."""
    least = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    own = [(_LEAST, None) if n in FOUND else least[s] for n, s in zip(FEATURES, _SIGNS.tolist(), strict=True)]
    return [_STEEP, *own, *(least[s] for s in _SIGNS[_VARYING].tolist() * len(_INTENTS))]


def _steepness(questions: Sequence[Listed], present: Ranking) -> float:
    """The logarithm of the steepness by which the present weights are most likely."""
    from scipy.optimize import minimize_scalar

    flat = _flat(present)
    found = minimize_scalar(
        lambda t: _loss(questions, np.concatenate([[t], flat]))[0], bounds=_STEEP, method="bounded"
    )
    return float(found.x)


def _loss(questions: Sequence[Listed], at: Values) -> tuple[float, Values]:
    """Minus the log-likelihood and its slope, at the logarithm of the steepness and the flat weights."""
    steep, own = np.exp(at[0]), at[1 : 1 + len(FEATURES)]
    added = at[1 + len(FEATURES) :].reshape(len(_INTENTS), len(BY_INTENT))
    by_intent = np.tile(_shared(own), (len(_INTENTS), 1))
    by_intent[:, _VARYING] += added
    value, slopes = 0.0, np.zeros_like(by_intent)
    for q in questions:
        row = _INTENTS.index(q.intent)
        scores = steep * (q.features @ by_intent[row])
        less, share = _mass(scores, q.gold)
        value += less
        slopes[row] += share @ q.features
    warmer = steep * float((slopes * by_intent).sum())
    return value, np.concatenate(
        [[warmer], steep * _unshared(slopes.sum(axis=0), own), steep * slopes[:, _VARYING].ravel()]
    )


def _mass(scores: Values, gold: npt.NDArray[np.bool_]) -> tuple[float, Values]:
    """Minus the logarithm of the softmax mass of the right passages, and its slope by the scores."""
    answering = np.where(gold, scores, -np.inf)
    every, right = (np.exp(x - x.max()) for x in (scores, answering))
    value = np.log(every.sum()) + scores.max() - np.log(right.sum()) - answering.max()
    return float(value), every / every.sum() - right / right.sum()


def _unshared(slope: Values, own: Values) -> Values:
    """The slope by the weights, from that by the weights with `FOUND` as shares."""
    found, total = slope.copy(), own[_FOUND].sum()
    mean = float(slope[_FOUND] @ own[_FOUND]) / total
    found[_FOUND] = (slope[_FOUND] - mean) / total
    return found
