"""How likely the best evidence answers this very question, and whether that is enough to answer.

A logistic model over the numbers of `bot.finding.signals`, fitted by `wenze eval fit-refusal` and kept as
named weights in `weights.yaml`. The threshold follows from what a false answer costs against a false refusal:
to answer pays where (1 - p) × cost of a false answer < p × cost of a false refusal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.finding.linear import Contribution, LinearModel, weights

__all__ = ["Assessment", "Refusal", "refusal_model"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The probability that an answer is right, whether to give it, and the signals that led there."""

    probability: float
    answers: bool
    signals: Mapping[str, float]
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The model, and the costs from which its threshold follows."""

    model: LinearModel
    false_answer: float
    false_refusal: float

    @property
    def threshold(self) -> float:
        """The probability from which an answer is given."""
        return self.false_answer / (self.false_answer + self.false_refusal)

    def assess(self, signals: Mapping[str, float]) -> Assessment:
        """How likely an answer with these signals is right."""
        p = self.model.probability(signals)
        return Assessment(p, p >= self.threshold, signals, self.model.contributions(signals))


@cache
def refusal_model() -> Refusal:
    """The model that ships with the project."""
    kept = weights()["refusal"]
    cost = kept["cost"]
    model = LinearModel(float(kept["bias"]), {k: float(v) for k, v in kept["weights"].items()})
    return Refusal(model, float(cost["false_answer"]), float(cost["false_refusal"]))
