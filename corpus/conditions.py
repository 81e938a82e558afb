"""What a notice demands, as typed conditions that carry the clause they come from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.notice import Span

__all__ = ["Attribute", "Group", "GroupKind", "Leaf", "Requirement"]


class Attribute(StrEnum):
    """What a condition is about; `OPEN` is put to the person in the notice's own words."""

    AGE = "age"
    EDUCATION = "education"
    SCHOOL = "school"  # a particular kind of school or class
    MAJOR = "major"
    WORK = "work"
    CERTIFICATE = "certificate"
    TITLE = "title"
    HELD = "held"  # years since a certificate was taken
    INSURANCE = "insurance"
    RESIDENCE = "residence"
    PERMIT = "permit"
    RETIRED = "retired"
    FAILED = "failed"  # an attempt in the year before that did not pass
    BORN = "born"  # value is the ordinal of a day
    MEASURE = "measure"  # any other number with a unit
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One condition. `operator` is one of >= > <= < == is; `unit` is that of `value`.

    `after` names what the years are counted from (`certificate`, `title`), `""` where they are not;
    `words` is what the leaf was read from, `subject` the noun that a measure belongs to.
    """

    attribute: Attribute
    operator: str
    value: Decimal | None
    unit: str
    words: str
    after: str = ""
    subject: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """The leaves of one clause, all of which it demands; `exceptions` lift it (…除外)."""

    clause: int
    span: Span
    leaves: tuple[Leaf, ...]
    exceptions: tuple[str, ...] = ()


class GroupKind(StrEnum):
    ANY = "any"  # 具备以下条件之一
    ALL = "all"  # 同时具备
    NONE = "none"  # 有下列情形之一的，不得


@dataclass(frozen=True, slots=True)
class Group:
    """Requirements listed under one lead-in. `level` is the grade it is about, `""` where it is about all."""

    kind: GroupKind
    lead: int
    level: str
    requirements: tuple[Requirement, ...]
