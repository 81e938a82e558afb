"""A condition on the year of study, by the year told: 一、二年级学生 and 我大三."""

from __future__ import annotations

from bot.person.person import Person
from corpus import patterns as re

__all__ = ["in_study_year"]

_N = "一二三四五"
_WANTED = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,6}}:)?(?:全日制|在校|在读|普通|本科)*(?:大学)?(?P<years>[{_N}](?:[、,和或及至到-][{_N}])*)年级"
    r"(?P<more>及?以上)?(?:的|在校|在读|本科|研究|大)*(?:学?生)?"
)
_TOLD = re.compile(rf"大([{_N}])")


def in_study_year(words: str, person: Person) -> bool | None:
    """Whether somebody is in one of the years of study that a condition names; None where it names none, or
    the year is not told."""
    wanted = _WANTED.fullmatch(words)
    told = next((m for d in person.degrees if (m := _TOLD.fullmatch(d.word))), None)
    if wanted is None or told is None:
        return None
    years = [_N.index(c) for c in wanted["years"] if c in _N]
    spans = re.search(r"[至到-]", wanted["years"]) is not None
    most = len(_N) if wanted["more"] else max(years)
    have = _N.index(told[1])
    return min(years) <= have <= most if spans or wanted["more"] else have in years
