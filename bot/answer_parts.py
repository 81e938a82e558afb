"""What an answer is made of: outcome, intent, verdict, conditions, facts, in the words of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

__all__ = [
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
