"""What an answer is: the typed result of the pipeline, in the words of the contract."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answer_parts import Condition, Intent, Missing, Outcome, StatedFact, Timing, Verdict
from bot.finding.answerable import Assessment
from bot.judging.proof import Proof
from bot.reasons import Likelihood, WeighedPassage
from corpus.notice import Citation

__all__ = ["Answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. `text` is plain text for the person, at most 500 characters."""

    outcome: Outcome
    intent: Intent
    text: str
    verdict: Verdict | None = None
    target: str | None = None
    conditions: tuple[Condition, ...] = ()
    missing: tuple[Missing, ...] = ()
    facts: tuple[StatedFact, ...] = ()
    citations: tuple[Citation, ...] = ()
    timing: Timing | None = None
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0
    trace: tuple[tuple[str, str], ...] = field(default=())  # (stage, what it found), for explanations
    assessment: Assessment | None = None  # how likely the evidence answers this very question
    weighed: tuple[WeighedPassage, ...] = ()  # the passage it stands on, and the next best
    likelihood: Likelihood | None = None  # the assessment in words
    proof: Proof | None = None  # how a verdict came about
