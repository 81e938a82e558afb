"""The earliest day on which somebody meets what they do not meet yet, other things staying as they are.

Ages, years of work, months of insurance, time since a paper was taken grow by themselves. For each condition
that only time stands against, the day on which it turns is found by halving; the first of these days on which
the verdict is yes is the answer, so on the day before it is still no.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answer_parts import ConditionState, Verdict
from bot.judging.eligibility import Judge
from bot.judging.judged import JudgedGroup, overall
from bot.judging.leaves import JudgedLeaf, judge_leaf
from bot.person.ages import age_on
from bot.person.elapsed import months_between
from bot.person.person import Person
from bot.speech.interval import Interval
from corpus.conditions.conditions import Attribute
from corpus.notice import Notice

__all__ = ["GROWING", "Earliest", "earliest_day", "later"]

_MOST = timedelta(days=366 * 40)
GROWING = frozenset(
    {
        Attribute.AGE,
        Attribute.WORK,
        Attribute.INSURANCE,
        Attribute.HELD,
        Attribute.ELAPSED,
        Attribute.GRADUATED,
        Attribute.MEASURE,
    }
)


@dataclass(frozen=True, slots=True)
class Earliest:
    """The day, and the conditions that are met on it and were not before."""

    day: date
    met: tuple[JudgedLeaf, ...]


def later(person: Person, day: date) -> Person:
    """The same person on a later day, everything that lasts having lasted."""
    assert person.as_of is not None
    passed = months_between(person.as_of, day)
    return replace(
        person,
        as_of=day,
        passed=passed,
        age=age_on(day, person.age, person.born, person.as_of),
        work=_grown(person.work, passed),
        insurance=_grown(person.insurance, passed),
        same_employer=_grown(person.same_employer, passed),
        graduated=_grown(person.graduated, passed),
        held=_grown(person.held, passed),
        after={k: v + passed for k, v in person.after.items()},
    )


def _grown(months: Interval | None, passed: Interval) -> Interval | None:
    """What goes on; who has never worked or paid does not begin by waiting."""
    return months if months is None or months == Interval.exactly(0) else months + passed


def earliest_day(notice: Notice, person: Person, groups: Sequence[JudgedGroup]) -> Earliest | None:
    """The first day on which the groups are met; None where time alone does not do it or none can be told."""
    if person.as_of is None or overall(groups) is not Verdict.NOT_ELIGIBLE:
        return None
    turns = dict(_turns(notice, person, groups))
    for day in sorted(set(turns.values())):
        grown = later(person, day)
        judge = Judge(notice, grown, [g.group for g in groups])
        if overall([judge.group(g.group) for g in groups]) is Verdict.ELIGIBLE:
            return Earliest(day, tuple(j for j, d in turns.items() if d <= day))
    return None


def _turns(
    notice: Notice, person: Person, groups: Sequence[JudgedGroup]
) -> Iterator[tuple[JudgedLeaf, date]]:
    """Each condition that is unmet and will be, with the day on which it is."""
    assert person.as_of is not None
    for judged in (j for g in groups for i in g.items for j in i.leaves):
        growing = judged.leaf.attribute in GROWING and judged.leaf.operator in (">=", ">")
        if judged.state is ConditionState.UNMET and growing:
            day = _turn(notice, person, judged, person.as_of)
            if day is not None:
                yield judged, day


def _turn(notice: Notice, person: Person, judged: JudgedLeaf, start: date) -> date | None:
    def met(days: int) -> bool:
        grown = later(person, start + timedelta(days=days))
        return judge_leaf(judged.leaf, notice, grown).state is ConditionState.MET

    low, high = 0, _MOST.days
    if not met(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if met(middle) else (middle, high)
    return start + timedelta(days=high)
