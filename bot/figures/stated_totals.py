"""A total that a notice states itself, which goes before one that is worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, LikeFigures
from corpus.notice import ClauseKind, Fact, FactKind, Notice
from corpus.values.facts import number
from corpus.values.periods import fold

__all__ = ["scale_of", "stated_total"]

_SAYS_TOTAL = re.compile(r"(?:共计?|合计|总计|总共|总数|总额|计划)[^，。；、\d]{0,8}$")
_NEAR = 12  # characters before a figure that may say that it is a total
_SCALES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
_SAME = {"名": "人", "位": "人"}


def scale_of(unit: str) -> Decimal:
    """How many times one a figure of a unit counts: of 万元 ten thousand times."""
    return _SCALES.get(unit[:1], Decimal(1))


def stated_total(notice: Notice, group: LikeFigures, added: Sequence[LikeFigure]) -> Fact | None:
    """The figure in the text of a notice that is the sum of figures of a group, and is said to be one or
    stands beside what all of them are figures of.

    Where all figures were added, also a total of another value that leads up to them (共42名，如下).
    """
    wanted = sum((f.value for f in added), Decimal(0)) * scale_of(group.unit)
    unit = _bare(group.unit)
    beside = [f for f in _amounts(notice) if f.clause != group.clause and _bare(f.unit or f.text) == unit]
    shared = set[str].intersection(*({t for _, t in f.keys if len(t) > 1} for f in added))
    equal = [f for f in beside if number(f.value) == wanted and _is_of(notice, f, shared)]
    if whole := _heading_the_sum(notice, group, added):
        return whole
    leads = _leads(notice, group) if len(added) == len(group.figures) else set()
    leading = [f for f in beside if f.clause in leads and _is_total(notice, f)]
    return next(iter((*leading, *equal)), None)


def _heading_the_sum(notice: Notice, group: LikeFigures, added: Sequence[LikeFigure]) -> Fact | None:
    """The total that stands before all parts in their own sentence: 房源共90套，其中一居50套、两居40套."""
    if len(added) < len(group.figures) or notice.clauses[group.clause].kind is ClauseKind.TABLE:
        return None
    first, unit = min(f.span.start for f in added), _bare(group.unit)
    before = (f for f in _amounts(notice) if f.clause == group.clause and f.span.end <= first)
    return next((f for f in before if _bare(f.unit or f.text) == unit and _is_total(notice, f)), None)


def _amounts(notice: Notice) -> Iterator[Fact]:
    """The counts and amounts that stand in no table."""
    kinds = (FactKind.QUANTITY, FactKind.MONEY)
    return (
        f for f in notice.facts if f.kind in kinds and notice.clauses[f.clause].kind is not ClauseKind.ROW
    )


def _is_of(notice: Notice, fact: Fact, shared: Iterable[str]) -> bool:
    """Whether a figure is said to be a total, or stands behind a name that all of the parts share."""
    return _is_total(notice, fact) or any(name in _before(notice, fact) for name in shared)


def _before(notice: Notice, fact: Fact) -> str:
    return re.sub(r"\s", "", notice.text[max(0, fact.span.start - _NEAR) : fact.span.start])


def _bare(unit: str) -> str:
    """The unit alone: 人 of 1.2万人, of 名 and of 个."""
    bare = re.sub(r"[\d.,\s万亿余多]|^个", "", fold(unit))
    return _SAME.get(bare, bare)


def _leads(notice: Notice, group: LikeFigures) -> set[int]:
    """The clauses that a table stands below or behind, and those before its first section."""
    parent = notice.clauses[group.clause].parent
    before = [i for i in notice.clauses[parent].children if i < group.clause] if parent >= 0 else []
    first = [i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.PARAGRAPH and c.parent < 0][:3]
    return {*notice.ancestors(group.clause), *before[-1:], *(i for i in first if i < group.clause)}


def _is_total(notice: Notice, fact: Fact) -> bool:
    return _SAYS_TOTAL.search(_before(notice, fact)) is not None
