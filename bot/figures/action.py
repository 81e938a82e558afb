"""What is decided to be done with a question, and with which evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.figures.reckoning import Reckoned
from bot.figures.rows import RowMatch
from bot.finding.answerable import Assessment
from bot.finding.evidence import Evidence
from bot.finding.support import Support
from corpus.notice import Notice

__all__ = ["Action", "Plan"]


class Action(StrEnum):
    GREET = "greet"
    CATALOGUE = "catalogue"
    OUT_OF_SCOPE = "out_of_scope"
    WHICH_NOTICE = "which_notice"
    WHICH_ROW = "which_row"
    ROWS = "rows"
    UNSTATED = "unstated"
    TELL = "tell"
    DECIDE = "decide"
    COLUMN = "column"
    CONDITIONS = "conditions"
    WHICH_TARGETS = "which_targets"
    RECKON = "reckon"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do, and with which evidence. `rivals` are the notices, `rows` the rows, to choose from."""

    action: Action
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Notice, ...] = ()
    notice: Notice | None = None
    rows: tuple[RowMatch, ...] = ()
    reason: str = ""  # what a notice does not state, of a refusal; `""` where it is of another field
    parts: tuple[Evidence, ...] = ()  # the best passage for each of several questions
    whom: int | None = None  # the clause that says whom the rows are for, where they do not
    reckoned: Reckoned | None = None  # what was worked out of like figures
    own: tuple[Evidence, ...] = ()  # all evidence of the notice, by which what is told is weighed
    support: Support = field(default_factory=Support)
    assessment: Assessment | None = None  # how likely the evidence answers this very question
    foreign: bool = False  # next to none of its words is one of the only file's
    outright: bool = False  # refused by what would be told, whatever words it shares with the question
