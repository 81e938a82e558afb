"""What is decided whatever the plan found: by one sentence of a kind of its own that the case told meets.

The judges are asked in turn, and the first that decides is told. None of them decides where its own sentence
is not in the notice or where the question tells of no such case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.by_clock import judge_clock
from bot.judging.counted_as import judge_counted_as
from bot.judging.day_limits import too_late
from bot.judging.judgement import Judgement
from bot.judging.kept_scores import judge_kept
from bot.judging.lapses import judge_ban, judge_lapse
from bot.judging.school_years import kept_out_by_school_year
from bot.judging.staff_kept_out import judge_staff
from bot.person.person import Person
from corpus.notice import Notice

__all__ = ["Case", "judge_apart"]


class Case(NamedTuple):
    """A yes-or-no question with who asks it, and what one notice says near it."""

    question: Question
    person: Person
    notice: Notice
    own: Sequence[Evidence]  # of the notice, best first
    words: Callable[[str], Mapping[str, float]]  # the words of a text with their idf


_JUDGES: tuple[Callable[[Case], list[Judgement]], ...] = (
    lambda c: judge_lapse(c.question, c.person, c.own),
    lambda c: judge_ban(c.question, c.own),
    lambda c: judge_kept(c.question, c.notice, c.own),
    lambda c: judge_staff(c.question, c.own),
    lambda c: kept_out_by_school_year(c.question, c.own),
    lambda c: too_late(c.question, c.own),
    lambda c: judge_counted_as(c.question, c.person, c.own, c.words),
    lambda c: judge_clock(c.question, c.person, c.own, c.words),
)


def judge_apart(case: Case) -> list[Judgement]:
    """What the first judge comes to that decides; [] where none does."""
    return next((found for judge in _JUDGES if (found := judge(case))), [])
