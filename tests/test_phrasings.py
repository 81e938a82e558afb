"""A table of what people say of themselves and the fact that is read from it (`phrasings.txt`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.person.person import Person, read_person
from bot.speech.amounts import amounts_in
from bot.speech.interval import Interval
from index.normal import search_key

APRIL = date(2025, 4, 10)
TABLE = Path(__file__).with_name("phrasings.txt").read_text("utf-8").splitlines()
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE if line and line[0] != "#"]


def shown(value: object) -> str:
    if value in (None, ""):
        return "-"
    if not isinstance(value, Interval):
        return str(value)
    left, right = "(" if value.open_low else "[", ")" if value.open_high else "]"
    return f"{left}{float(value.low):.9g},{float(value.high):.9g}{right}".replace("inf", "Infinity")


def fact_of(person: Person, kind: str) -> object:
    """The fact of a kind that was read; of degrees the highest."""
    best = person.degrees[0] if person.degrees else None
    if kind == "degree":
        return best and best.word + ("" if best.finished else " 在读")
    if kind == "rank":
        return best.rank if best else 0
    if kind == "form":
        return best and ("在职" if best.in_service else best.form)
    if kind == "years":
        return person.age and person.age.whole()
    if kind == "held":
        return person.held or person.after.get("certificate")
    if kind == "titled":
        return person.after.get("title")
    if kind == "same":
        return person.same_employer
    if kind.isascii():
        return getattr(person, kind)
    return next((a.much for a in amounts_in(person.text) if a.unit == kind), None)


def test_the_table_is_long_and_says_nothing_twice():
    assert len(ROWS) >= 250
    assert len({row[:2] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("text", "kind", "fact"), ROWS)
def test_what_is_said_is_read_as_the_fact(text, kind, fact):
    assert shown(fact_of(read_person(search_key(text), "望舒", APRIL, APRIL), kind)) == fact


def test_months_lacking_to_an_age_are_taken_off_it():
    for text in ("差一个月满18岁", "18岁还差一个月"):
        age = read_person(text, "望舒", APRIL, APRIL).age
        assert age is not None
        assert age.whole() == Interval.exactly(17)
