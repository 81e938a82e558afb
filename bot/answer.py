"""What an answer is: the typed result of the pipeline, in the words of the contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from corpus.notice import Citation

if TYPE_CHECKING:  # a proof is made of what this module defines
    from bot.answerable import Assessment
    from bot.proof import Proof
    from bot.reasons import Likelihood, WeighedPassage

__all__ = [
    "Answer",
    "Claim",
    "Condition",
    "ConditionState",
    "Intent",
    "Missing",
    "Outcome",
    "StatedFact",
    "Timing",
    "TimingState",
    "Verdict",
]


class Outcome(StrEnum):
    ANSWERED = "answered"
    CLARIFY = "clarify"
    UNANSWERABLE = "unanswerable"
    OUT_OF_SCOPE = "out_of_scope"


class Intent(StrEnum):
    ELIGIBILITY = "eligibility"
    FEE = "fee"
    DEADLINE = "deadline"
    MATERIALS = "materials"
    PROCESS = "process"
    CONTACT = "contact"
    PENALTY = "penalty"
    RESIT = "resit"
    CERTIFICATE = "certificate"
    DEFINITION = "definition"
    STATISTIC = "statistic"
    CATALOGUE = "catalogue"
    GENERAL = "general"


class Verdict(StrEnum):
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    NEEDS_INFO = "needs_info"


class ConditionState(StrEnum):
    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class TimingState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UPCOMING = "upcoming"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a verdict; `citation` indexes the answer's citations."""

    text: str
    state: ConditionState
    citation: int
    explanation: str = ""


class Claim(NamedTuple):
    """Whether the condition with a key holds, and the reply that said so."""

    key: str
    holds: bool
    said: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact still needed, with the question that asks for it and quick replies.

    `settles` is, for each of `options`, what it says of the conditions asked about; nothing where the option
    itself is a fact in words.
    """

    fact: str
    question: str
    options: tuple[str, ...] = ()
    settles: tuple[tuple[Claim, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A typed value that the answer states; `citation` indexes the answer's citations."""

    kind: str
    value: str
    unit: str
    text: str
    citation: int


@dataclass(frozen=True, slots=True)
class Timing:
    """How the notice's window stands to the as-of day; days are ISO dates."""

    as_of: str
    state: TimingState
    opens_on: str | None = None
    closes_on: str | None = None
    note: str = ""


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
