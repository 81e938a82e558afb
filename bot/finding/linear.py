"""A linear model over named numbers: its score, and what each number contributes to it."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.packaged import packaged_yaml

__all__ = ["Contribution", "LinearModel", "Meaning", "Sign", "weights", "weights_digest"]

Sign = int  # 1: a weight that can only speak for; -1: only against; 0: either


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number says, in the words of an explanation, and the sign that its weight has to have."""

    says: str
    sign: Sign = 0


@dataclass(frozen=True, slots=True)
class Contribution:
    """One number, its weight, and their product."""

    name: str
    value: float
    weight: float

    @property
    def amount(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class LinearModel:
    """`bias` plus the sum of weight times value over the names; one without a weight counts for nothing."""

    bias: float
    weights: Mapping[str, float]

    def score(self, values: Mapping[str, float]) -> float:
        """The weighted sum."""
        return self.bias + sum(w * values.get(name, 0.0) for name, w in self.weights.items())

    def probability(self, values: Mapping[str, float]) -> float:
        """The weighted sum through the logistic function, 0 to 1."""
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.score(values)))))

    def contributions(self, values: Mapping[str, float]) -> tuple[Contribution, ...]:
        """What each number adds, most telling first; those that add nothing are left out."""
        found = [Contribution(n, values.get(n, 0.0), w) for n, w in self.weights.items()]
        told = [c for c in found if c.amount]
        return tuple(sorted(told, key=lambda c: (-abs(c.amount), c.name)))


@cache
def weights() -> dict[str, Any]:
    """The fitted weights that ship with the project, `weights.yaml`."""
    read: dict[str, Any] = packaged_yaml("bot.finding", "weights.yaml")
    return read


@cache
def weights_digest() -> str:
    """A digest of the weights, whatever their order and the comments beside them."""
    return hashlib.sha256(json.dumps(weights(), sort_keys=True).encode()).hexdigest()
