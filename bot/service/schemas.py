"""The HTTP contract as pydantic models: what goes in and out at the edge."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from bot.answer_parts import ConditionState, Intent, Outcome, TimingState, Verdict
from corpus import patterns as re

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "AskRequest",
    "AskResponse",
    "ClauseOut",
    "FeedbackRequest",
    "NoticeOut",
    "NoticeSummary",
    "is_blank",
]


def _storable(text: str) -> str:
    """Without the NUL character, which databases refuse."""
    return text.replace("\0", "")


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be seen: blanks, control characters, characters of no width."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _not_blank(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("blank", "the text is blank")
    return text


def _iso_day(day: object) -> object:
    """Only a day as such: pydantic alone would take a time stamp, and a number as seconds since 1970."""
    if isinstance(day, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
        raise PydanticCustomError("date_format", "the day is not written YYYY-MM-DD")
    if not isinstance(day, str | date):
        raise PydanticCustomError("date_format", "the day is not a string")
    return day


FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # no reckoning from here leaves the calendar


class AskRequest(BaseModel):
    """A question. Unknown keys are refused, so that a misspelt one is not silently ignored."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[
        str,
        StringConstraints(min_length=1, max_length=2000),
        AfterValidator(_storable),
        AfterValidator(_not_blank),
    ] = Field(description="what the person typed, 1–2,000 characters", examples=["什么时候截止？"])
    session_id: (
        Annotated[str, StringConstraints(min_length=1, max_length=100), AfterValidator(_storable)] | None
    ) = Field(default=None, description="continues a conversation; absent: the server opens one")
    as_of: Annotated[date, BeforeValidator(_iso_day), Field(ge=FIRST_DAY, le=LAST_DAY)] | None = Field(
        default=None,
        description="answer as on that day (YYYY-MM-DD, 1900–2199); absent: today in Asia/Shanghai",
    )
    notice_id: Annotated[str, StringConstraints(min_length=1, max_length=200)] | None = Field(
        default=None,
        description="answer from this notice only; a file's stem means every notice in that file",
    )


class FeedbackRequest(BaseModel):
    """Whether an answer helped, and what the person wants to say about it."""

    model_config = ConfigDict(extra="forbid")

    helpful: StrictBool
    comment: Annotated[str, StringConstraints(max_length=1000), AfterValidator(_storable)] = ""


class _Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class CitationOut(_Out):
    notice_id: str
    notice_title: str
    issuer: str
    locator: str
    heading_path: list[str]
    quote: str
    start: int
    end: int
    page: int | None
    source: str
    restated: bool


class ConditionOut(_Out):
    text: str
    state: ConditionState
    citation: int
    explanation: str


class MissingOut(_Out):
    fact: str
    question: str
    options: list[str]


class StatedFactOut(_Out):
    kind: str
    value: str
    unit: str
    text: str
    citation: int


class TimingOut(_Out):
    as_of: str
    state: TimingState
    opens_on: str | None
    closes_on: str | None
    note: str


class AskResponse(_Out):
    """The answer, every key always present."""

    answer_id: str
    session_id: str
    outcome: Outcome
    intent: Intent
    answer: str
    verdict: Verdict | None
    target: str | None
    conditions: list[ConditionOut]
    missing: list[MissingOut]
    facts: list[StatedFactOut]
    citations: list[CitationOut]
    timing: TimingOut | None
    suggestions: list[str]
    confidence: float
    index_version: str


class ClauseOut(_Out):
    locator: str
    marker: str
    kind: str
    text: str
    start: int
    end: int
    depth: int


class NoticeSummary(_Out):
    notice_id: str
    title: str
    issuer: str
    issued: date | None
    valid_until: date | None
    document_number: str
    restated: bool
    official_url: str
    source: str
    clauses: int


class NoticeOut(_Out):
    """One notice whole: the stored text that citations count in, and its clause tree in reading order."""

    notice_id: str
    title: str
    issuer: str
    issued: date | None
    issued_text: str
    valid_from: date | None
    valid_until: date | None
    document_number: str
    restated: bool
    official_url: str
    source: str
    text: str
    clauses: list[ClauseOut]
