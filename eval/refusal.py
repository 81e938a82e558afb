"""Fitting and checking the probability that an answer is right, on cases that say what may be answered.

A case gives one sample: the signals of the evidence that the assistant would answer from, were it never to
refuse, and whether that answer holds what it should. Samples of one notice are kept together: each is judged
by a model that saw no case of its notice (leave-one-group-out cross-validation).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bot.answer import Answer
from bot.answerable import Refusal
from bot.dialogue import DialogueState
from bot.linear import LinearModel
from bot.pipeline import Assistant
from eval.cases import Behaviour, Case
from eval.measures import contains, overlaps

__all__ = ["Bin", "Fit", "Sample", "ask_everything", "fit", "never_refuses", "reliability"]

_STRENGTH = 1.0  # the inverse of the L2 penalty


@dataclass(frozen=True, slots=True)
class Sample:
    """One case: the notice it is about, its signals, whether the answer is right and whether one exists."""

    group: str
    case_id: str
    signals: Mapping[str, float]
    right: bool
    answerable: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Samples of about the same probability: how many, the mean probability, the share that is right."""

    count: int
    probability: float
    right: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model, and for each sample the probability from a model that did not see its notice."""

    model: LinearModel
    held_out: tuple[float, ...]

    def false_answers(self, samples: Sequence[Sample], threshold: float) -> float:
        """The share of the unanswerable that would be answered."""
        wrong = [p >= threshold for p, s in zip(self.held_out, samples, strict=True) if not s.answerable]
        return sum(wrong) / max(1, len(wrong))

    def false_refusals(self, samples: Sequence[Sample], threshold: float) -> float:
        """The share of right answers that would be refused."""
        right = [p < threshold for p, s in zip(self.held_out, samples, strict=True) if s.right]
        return sum(right) / max(1, len(right))


def never_refuses() -> Refusal:
    """A model by which everything is answered that there is evidence for."""
    return Refusal(LinearModel(0.0, {}), 0.0, 1.0)


def ask_everything(cases: Iterable[Case], assistant: Assistant) -> list[Sample]:
    """The samples of cases asked of an assistant that never refuses; those that ask back give none."""
    found = []
    for case in cases:
        if case.behaviour is Behaviour.CLARIFY:
            continue
        answer = _last_answer(case, assistant)
        if answer.assessment is None or answer.outcome == "clarify":
            continue
        right = case.behaviour is Behaviour.ANSWER and _holds(case, answer)
        answerable = case.behaviour is Behaviour.ANSWER
        found.append(Sample(case.doc or "", case.case_id, answer.assessment.signals, right, answerable))
    return found


def _last_answer(case: Case, assistant: Assistant) -> Answer:
    state, scope = DialogueState(), _scope(case, assistant)
    for turn in case.turns:
        answer, state = assistant.answer(turn, state, case.as_of or date(2026, 11, 1), scope)
    return answer


def _scope(case: Case, assistant: Assistant) -> str | None:
    """The file that a case names, in full; None where it names none."""
    ids = [n.notice_id for n in assistant.library.notices if case.doc and n.notice_id.startswith(case.doc)]
    return ids[0].partition("#")[0] if ids else None


def _holds(case: Case, answer: Answer) -> bool:
    quotes = [c.quote for c in answer.citations]
    if case.gold_quote and overlaps(case.gold_quote, quotes):
        return True
    if case.gold_locator and any(c.locator.startswith(case.gold_locator) for c in answer.citations):
        return True
    return bool(case.must_contain) and all(contains(answer.text, entry) for entry in case.must_contain)


def fit(samples: Sequence[Sample]) -> Fit:
    """A logistic model by maximum likelihood with an L2 penalty.

    Raises:
        ValueError: all samples are right, or none is.
    """
    names = sorted({name for s in samples for name in s.signals})
    x = np.array([[s.signals.get(n, 0.0) for n in names] for s in samples])
    y = np.array([s.right for s in samples])
    groups = np.array([s.group for s in samples])
    held_out = np.zeros(len(samples))
    for group in sorted(set(groups)):
        inside = groups == group
        bias, weights = _logistic(x[~inside], y[~inside])
        held_out[inside] = 1 / (1 + np.exp(-(x[inside] @ weights + bias)))
    bias, weights = _logistic(x, y)
    model = LinearModel(round(bias, 3), {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)})
    return Fit(model, tuple(float(p) for p in held_out))


def _logistic(x: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(x, y)
    return float(fitted.intercept_[0]), fitted.coef_[0]


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
