"""Fitting and checking the probability that an answer is right, on samples that say whether it is.

A sample is the signals of the evidence that the assistant would answer from, were it never to refuse, and
whether that answer holds what it should (`eval.refusal_samples`). Samples of one notice are kept together:
each is judged by a model that saw none of its notice (grouped cross-validation).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.finding.linear import LinearModel, Sign
from eval.folds import folds

__all__ = ["Bin", "Fit", "Sample", "TooFew", "fit", "reliability"]

_STRENGTH = 1.0  # the inverse of the L2 penalty
_NINE_OF_TEN = 1.645  # standard deviations
_PARTS = 60  # parts of the notices at most, each held out once

Values = npt.NDArray[np.float64]


class TooFew(ValueError):
    """There is too little to learn from; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: the notice it is about, its signals, whether the answer is right and whether one exists.

    `answered` is False where the answer is a refusal whatever the signals say, so that there is nothing to
    fit. `source` says where the question comes from, `weight` how much it counts in fitting.
    """

    group: str
    case_id: str
    signals: Mapping[str, float]
    right: bool
    answerable: bool
    answered: bool = True
    source: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Samples of about the same probability: how many, the mean probability, the share that is right."""

    count: int
    probability: float
    right: float

    @property
    def by_chance(self) -> float:
        """How far apart the two are at most in nine of ten such bins if every probability is true, by the
        normal approximation of the binomial distribution."""
        return _NINE_OF_TEN * math.sqrt(self.probability * (1 - self.probability) / max(1, self.count))


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model, and for each sample the probability from a model that did not see its notice; it is 0
    where nothing is answered."""

    model: LinearModel
    held_out: tuple[float, ...]

    def false_answers(self, samples: Sequence[Sample], threshold: float, source: str | None = None) -> float:
        """The share of the unanswerable that would be answered; of one source where it is given."""
        told = [(p, s) for p, s in zip(self.held_out, samples, strict=True) if source in (None, s.source)]
        wrong = [p >= threshold for p, s in told if not s.answerable]
        return sum(wrong) / max(1, len(wrong))

    def false_refusals(self, samples: Sequence[Sample], threshold: float, source: str | None = None) -> float:
        """The share of right answers that would be refused; of one source where it is given."""
        told = [(p, s) for p, s in zip(self.held_out, samples, strict=True) if source in (None, s.source)]
        right = [p < threshold for p, s in told if s.right]
        return sum(right) / max(1, len(right))


def fit(
    samples: Sequence[Sample], signs: Mapping[str, Sign] | None = None, natural: str | None = None
) -> Fit:
    """A logistic model by weighted maximum likelihood with an L2 penalty; no weight goes against its sign.

    Made questions teach what tells answers apart and not how often there is none: where `natural` names a
    source, the bias is set so that on average its samples are as likely right as they are (prior correction,
    King and Zeng 2001).

    Raises:
        TooFew: all answers are right, or none is, or all are about one notice.
    """
    if len({s.right for s in samples if s.answered}) < 2 or len({s.group for s in samples}) < 2:
        raise TooFew("题太少：至少要有两份通知的题（用 doc 写明所属的文件），答得对的和答不出的都要有")
    names = sorted({name for s in samples for name in s.signals})
    x = np.array([[s.signals.get(n, 0.0) for n in names] for s in samples])
    y = np.array([1.0 if s.right else -1.0 for s in samples])
    counts = np.array([s.weight * s.answered for s in samples])
    own = np.array([(signs or {}).get(n, 0) for n in names])
    usual = (counts > 0) & np.array([natural in (None, s.source) for s in samples])
    held_out = np.zeros(len(samples))
    for part in folds([s.group for s in samples], _PARTS):
        inside = np.isin(np.arange(len(samples)), sorted(part))
        bias, weights = _learned(x[~inside], y[~inside], counts[~inside], own, usual[~inside])
        held_out[inside] = (counts[inside] > 0) / (1 + np.exp(-(x[inside] @ weights + bias)))
    bias, weights = _learned(x, y, counts, own, usual)
    model = LinearModel(round(bias, 3), {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)})
    return Fit(model, tuple(float(p) for p in held_out))


def _learned(
    x: Values, y: Values, counts: Values, signs: npt.NDArray[np.int_], usual: npt.NDArray[np.bool_]
) -> tuple[float, Values]:
    """Weights from all samples, and the bias by which the `usual` are as likely right as they are."""
    from scipy.optimize import brentq

    bias, weights = _logistic(x, y, counts, signs)
    scores, share = x[usual] @ weights, float(np.mean(y[usual] > 0)) if usual.any() else 0.0
    if not 0 < share < 1:
        return bias, weights
    return float(brentq(lambda b: np.mean(1 / (1 + np.exp(-scores - b))) - share, -50, 50)), weights


def _logistic(x: Values, y: Values, counts: Values, signs: npt.NDArray[np.int_]) -> tuple[float, Values]:
    """Bias and weights, shape (k,), for samples `x`, shape (n, k), that are right (y = 1) or not (y = -1)."""
    from scipy.optimize import minimize

    def loss(at: Values) -> tuple[float, Values]:
        margin = y * (x @ at[1:] + at[0])
        slope = -y * counts / (1 + np.exp(np.clip(margin, -500, 500)))
        value = counts @ np.logaddexp(0, -margin) + at[1:] @ at[1:] / (2 * _STRENGTH)
        return float(value), np.concatenate([[slope.sum()], slope @ x + at[1:] / _STRENGTH])

    least = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    bounds = [(None, None), *(least[s] for s in signs.tolist())]
    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), np.asarray(found.x[1:])


def reliability(probabilities: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Samples sorted by probability into `bins` of about the same size (Naeini et al. 2015)."""
    order = sorted(range(len(right)), key=lambda i: probabilities[i])
    found = []
    for part in np.array_split(np.array(order, dtype=int), bins):
        if len(part):
            p = [probabilities[i] for i in part]
            r = [right[i] for i in part]
            found.append(Bin(len(part), sum(p) / len(p), sum(r) / len(r)))
    return found
