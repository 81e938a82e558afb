"""What a notice demands, as typed conditions that carry the clause they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.notice import Span

__all__ = [
    "PROVED_BY",
    "Attribute",
    "Group",
    "GroupKind",
    "Leaf",
    "Node",
    "Requirement",
    "Tree",
    "Waiver",
    "leaves_of",
]


class Attribute(StrEnum):
    """What a condition is about; `OPEN` is put to the person in the notice's own words."""

    AGE = "age"
    SEX = "sex"
    EDUCATION = "education"
    SCHOOL = "school"  # a particular kind of school or class
    MAJOR = "major"
    WORK = "work"
    GRADUATED = "graduated"  # months since leaving school
    CERTIFICATE = "certificate"
    TITLE = "title"
    ELAPSED = "elapsed"  # time since something happened
    HELD = "held"  # years since a certificate was taken
    INSURANCE = "insurance"
    RESIDENCE = "residence"
    PERMIT = "permit"
    RETIRED = "retired"
    FAILED = "failed"  # an attempt in the year before that did not pass
    BORN = "born"  # value is the ordinal of a day
    MEASURE = "measure"  # any other number with a unit
    OPEN = "open"


PROVED_BY = "证明材料："  # before the name of a paper whose holder meets a condition


class GroupKind(StrEnum):
    ANY = "any"  # 具备以下条件之一
    ALL = "all"  # 同时具备
    AT_LEAST = "at_least"  # 符合下列条件中的两项以上
    NONE = "none"  # 有下列情形之一的，不得


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
class Tree:
    """Conditions joined: all of `parts`, any of them, at least `count` of them, or none.

    None of a single part is its negation. `count` is 0 where the kind is not `AT_LEAST`.
    """

    kind: GroupKind
    parts: tuple[Node, ...]
    count: int = 0


Node = Leaf | Tree


def leaves_of(node: Node) -> Iterator[Leaf]:
    """The leaves of a tree, in reading order."""
    if isinstance(node, Leaf):
        yield node
        return
    for part in node.parts:
        yield from leaves_of(part)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What one clause demands; `exceptions` lift it (…除外).

    With `given` it is demanded only of those whom that describes: 单身人士单独申请的，应年满25周岁.
    """

    clause: int
    span: Span
    node: Node
    exceptions: tuple[str, ...] = ()
    given: Node | None = None

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The single conditions, in reading order."""
        return tuple(leaves_of(self.node))


@dataclass(frozen=True, slots=True)
class Group:
    """Requirements listed under one lead-in, or the one of a sentence that demands by itself.

    `level` is the grade it is about, `""` where it is about all. `audience` are the words that say for whom
    or for what it holds, `""` where the notice makes no difference; `named_by` is the clause that says so.
    `count` is how many have to be met where the kind is `AT_LEAST`, and how many have to be true together
    before a `NONE` keeps somebody out, where that is more than one; else 0.
    `aside` marks what is said outside the lists and sections on conditions: it binds whom it concerns.
    """

    kind: GroupKind
    lead: int
    level: str
    requirements: tuple[Requirement, ...]
    audience: str = ""
    named_by: int = -1
    count: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Waiver:
    """Whom some conditions do not bind: 退役军人不受年龄限制; or bind less: …，年龄放宽至40周岁.

    `attributes` are what is waived; empty where it is what the same clause said just before (不受此限).
    Where a bound is relaxed, `bound` takes its place, or it is moved by `amount` of `unit`: 年, 个月, 岁, 级.
    `confined` are the words that say for which of several things, `""` where for all. `stated` is the very
    bound that is lifted, where it is named by itself: 不受“满一年”限制.
    """

    clause: int
    span: Span
    who: Node
    attributes: frozenset[Attribute]
    bound: Leaf | None = None
    amount: Decimal | None = None
    unit: str = ""
    confined: str = ""
    stated: Leaf | None = None

    def frees(self, leaf: Leaf) -> bool:
        """Whether a condition is of those that are waived."""
        if self.stated is not None and (leaf.value, leaf.unit) != (self.stated.value, self.stated.unit):
            return False
        return not self.attributes or leaf.attribute in self.attributes

    @property
    def relaxes(self) -> bool:
        """Whether a bound is loosened only, and not lifted."""
        return self.bound is not None or self.amount is not None
