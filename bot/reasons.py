"""Why a passage was chosen and an answer was given: the numbers that were weighed, each with its words.

A passage's score is the sum of its reasons (`bot.finding.ranking`); how likely the answer is right is the
logistic of the sum of the reasons for it and the model's bias (`bot.finding.answerable`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answer_parts import Intent
from bot.figures.action import Plan
from bot.finding.answerable import Assessment, Refusal
from bot.finding.evidence import Evidence
from bot.finding.linear import Contribution, Meaning
from bot.finding.ranking import MEANINGS as OF_PASSAGES
from bot.finding.ranking import Ranking
from bot.finding.signals import MEANINGS as OF_ANSWERS
from corpus.notice import Citation, cite

__all__ = ["Likelihood", "Reason", "WeighedPassage", "likelihood_of", "weighed_passages"]

_MOST = 3  # the passage that the answer stands on, and the next best


@dataclass(frozen=True, slots=True)
class Reason:
    """One number in words, 0 to 1, its weight, and what it adds: their product."""

    name: str
    says: str
    value: float
    weight: float
    amount: float


@dataclass(frozen=True, slots=True)
class WeighedPassage:
    """A passage with what its score came from, most telling first; `cited`: the answer quotes from it."""

    citation: Citation
    text: str
    cited: bool
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely the evidence answers the question; from `threshold` on an answer is given."""

    probability: float
    threshold: float
    bias: float
    reasons: tuple[Reason, ...]


def weighed_passages(
    plan: Plan, citations: Sequence[Citation], intent: Intent, ranking: Ranking
) -> tuple[WeighedPassage, ...]:
    """The passage that the answer stands on and the best of the others by score.

    The first is the first of the plan that `citations` quote from, else its first. `intent` is that with
    which the passages were gathered.
    """
    if not plan.evidence:
        return ()
    quoted = [e for e in plan.evidence if _is_quoted(e, citations)]
    first = (quoted or plan.evidence)[0]
    rest = sorted(plan.evidence, key=lambda e: -e.score)
    clauses = {(e.notice.notice_id, e.passage.clause): e for e in reversed([first, *rest])}
    chosen = sorted(clauses.values(), key=lambda e: (e is not first, -e.score))[:_MOST]
    return tuple(
        WeighedPassage(
            citation=cite(e.notice, e.passage.clause, e.passage.span),
            text=" ".join(e.passage.text.split()),
            cited=_is_quoted(e, citations),
            score=e.score,
            reasons=_reasons(ranking.contributions(e.features, intent), OF_PASSAGES),
        )
        for e in chosen
    )


def likelihood_of(assessment: Assessment, refusal: Refusal) -> Likelihood:
    """An assessment with the words of its signals."""
    told = _reasons(assessment.contributions, OF_ANSWERS)
    return Likelihood(assessment.probability, refusal.threshold, refusal.model.bias, told)


def _is_quoted(evidence: Evidence, citations: Sequence[Citation]) -> bool:
    """Whether a citation is of the passage or of a piece of it."""
    span, notice_id = evidence.passage.span, evidence.notice.notice_id
    return any(c.notice_id == notice_id and c.start < span.end and span.start < c.end for c in citations)


def _reasons(told: Iterable[Contribution], meanings: Mapping[str, Meaning]) -> tuple[Reason, ...]:
    return tuple(Reason(c.name, meanings[c.name].says, c.value, c.weight, c.amount) for c in told)
