"""What speaks for and against a passage as the one that answers: readable numbers, weighed by a linear model.

Every passage near a question gets the same numbers, from 0 to 1, and its score is their weighted sum; some
weigh differently by what is asked for. The weights stand in `weights.yaml`, written by `wenze eval
fit-ranking`; the order they give is that of the listwise softmax of Cao et al., "Learning to Rank: From
Pairwise Approach to Listwise Approach" (ICML 2007). They are scaled so that what search and words say
(`FOUND`) weighs 1 together: a passage that is best in all of these scores 1 by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, get_type_hints

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.finding.linear import Contribution, Meaning, weights

__all__ = [
    "BY_INTENT",
    "FEATURES",
    "FOUND",
    "Features",
    "Ranking",
    "ranking_model",
]

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Features:
    """One number from 0 to 1 for each of n passages by each feature, shape (n,)."""

    found: Annotated[Values, Meaning("与问的话相近", 1)]  # score of search, the best one's being 1
    meant: Annotated[Values, Meaning("与同义的说法相近", 1)]  # the same with all words that mean the same
    covered: Annotated[
        Values, Meaning("说到了问的词", 1)
    ]  # share of the question held by it, its lead and headings
    value: Annotated[Values, Meaning("写着问的那类数值", 1)]
    demands: Annotated[Values, Meaning("写着要多少", 1)]  # a number is asked for, and it demands one
    shown: Annotated[Values, Meaning("写着所问的地点、人或办法", 1)]
    whole: Annotated[Values, Meaning("写着问的总数", 1)]
    beside: Annotated[Values, Meaning("数值旁边就是问的词", 1)]  # share of the words in the value's own piece
    role: Annotated[Values, Meaning("是回答这类问题的话", 1)]
    keyed: Annotated[Values, Meaning("开头就是问的词", 1)]  # 使命：…
    month: Annotated[Values, Meaning("是问的那个月", 1)]
    opens: Annotated[Values, Meaning("列举由此开始", 1)]  # a list is asked for, and it is the head of one
    named: Annotated[Values, Meaning("点了这份通知的名", 1)]
    other_year: Annotated[Values, Meaning("不是问的那一年", -1)]
    states_other_year: Annotated[Values, Meaning("写的是别的年份", -1)]
    unborn: Annotated[Values, Meaning("提问那天还没有发布", -1)]
    row: Annotated[Values, Meaning("是表格里的一行", 0)]
    sanction: Annotated[Values, Meaning("说的是违规的后果", -1)]
    thin: Annotated[Values, Meaning("只有标题或几个字", -1)]
    judged: Annotated[Values, Meaning("重排模型的评分", 1)]  # by a cross-encoder, of the best; else zeros

    def matrix(self) -> Values:
        """The numbers in the order of `FEATURES`, shape (n, k)."""
        return np.column_stack([getattr(self, name) for name in FEATURES])


MEANINGS: Mapping[str, Meaning] = {
    name: hint.__metadata__[0] for name, hint in get_type_hints(Features, include_extras=True).items()
}
FEATURES = tuple(MEANINGS)
FOUND = ("found", "meant", "covered")  # what search and words say
BY_INTENT = ("role", "row", "sanction", "keyed")  # weigh differently by what is asked for


@dataclass(frozen=True, slots=True)
class Ranking:
    """The weights by feature, and what is added to them where one intent or another is asked with."""

    weights: Mapping[str, float]
    by_intent: Mapping[str, Mapping[str, float]]

    def weight(self, name: str, intent: Intent) -> float:
        """The weight of a feature for questions of an intent."""
        return self.weights.get(name, 0.0) + self.by_intent.get(name, {}).get(intent.value, 0.0)

    def vector(self, intent: Intent) -> Values:
        """The weights for questions of an intent in the order of `FEATURES`, shape (k,)."""
        return np.array([self.weight(name, intent) for name in FEATURES])

    def contributions(self, row: Values, intent: Intent) -> tuple[Contribution, ...]:
        """What each number of a passage adds to its score, most telling first."""
        told = zip(FEATURES, row.tolist(), strict=True)
        found = [Contribution(n, v, self.weight(n, intent)) for n, v in told if v]
        return tuple(sorted((c for c in found if c.amount), key=lambda c: (-abs(c.amount), c.name)))


@cache
def ranking_model() -> Ranking:
    """The model that ships with the project."""
    kept = weights()["ranking"]
    by_intent = {name: dict(added) for name, added in kept["by_intent"].items()}
    return Ranking({name: float(w) for name, w in kept["weights"].items()}, by_intent)
