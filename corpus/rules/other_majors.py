"""Fields of study beside those that a list names, with which more years are asked: 相关专业的，年限增加1年.

Whoever studied one of them may come by each way of the list that names a field, with so many years more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree, leaves_of
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import ClauseKind, Notice
from corpus.values.facts import number
from corpus.values.periods import fold

__all__ = ["with_other_majors"]

_MORE = re.compile(
    r"(?P<kind>相关|相近|其他|其它|非[^,;()]{1,6})专业(?:\((?P<names>[^()]*)\))?[^;]{0,30}?"
    r"(?:年限|时间|年数)[^;\d]{0,12}?(?:增加|延长|多)(?P<years>\d{1,2}|[一二两三四五])年"
)


@dataclass(frozen=True, slots=True)
class _Other:
    """Other fields, `""` for any, and how many months more are asked of who studied one of them."""

    major: str
    months: int
    section: int


def with_other_majors(notice: Notice, groups: Sequence[Group]) -> tuple[Group, ...]:
    """`groups` with a further way for other fields of study in each requirement that names a field."""
    others = list(_others(notice))
    if not others:
        return tuple(groups)
    return tuple(
        g
        if g.kind is GroupKind.NONE
        else replace(g, requirements=tuple(_widened(notice, r, others) for r in g.requirements))
        for g in groups
    )


def _others(notice: Notice) -> Iterator[_Other]:
    for index in range(len(notice.clauses)):
        for span in sentences_of(notice, index):
            match = _MORE.search(re.sub(r"\s", "", fold(notice.text[span.start : span.end])))
            years = number(match["years"]) if match else None
            if match and years is not None:
                any_other = match["kind"] not in ("相关", "相近")
                named = re.sub(r"等$", "", match["names"] or "")
                major = "" if any_other else f"{named}等相关专业毕业" if named else "相关专业毕业"
                yield _Other(major, int(years) * 12, _section(notice, index))


def _section(notice: Notice, index: int) -> int:
    """The nearest heading above a clause; -1 for none."""
    above = (a for a in (index, *notice.ancestors(index)) if notice.clauses[a].kind is ClauseKind.HEADING)
    return next(above, -1)


def _widened(notice: Notice, own: Requirement, others: Sequence[_Other]) -> Requirement:
    schooled = {x.attribute for x in own.leaves} >= {Attribute.MAJOR, Attribute.EDUCATION}
    section = _section(notice, own.clause)
    ways = tuple(_with_more(own.node, o) for o in others if schooled and o.section == section)
    return replace(own, node=Tree(GroupKind.ANY, (own.node, *ways))) if ways else own


def _with_more(node: Node, other: _Other) -> Node:
    """What is demanded of who studied another field, by each of several ways."""
    if isinstance(node, Tree) and node.kind is GroupKind.ANY:
        return replace(node, parts=tuple(_with_more(part, other) for part in node.parts))
    parts = _moved(node, other)
    if not any(x.attribute is Attribute.WORK for p in parts for x in leaves_of(p)):
        words = f"相关工作满{other.months // 12}年"
        parts = (*parts, Leaf(Attribute.WORK, ">=", Decimal(other.months), "个月", words))
    return Tree(GroupKind.ALL, parts)


def _moved(node: Node, other: _Other) -> tuple[Node, ...]:
    """A tree for another field, its bounds on years of work moved."""
    if isinstance(node, Tree):
        moved = [_moved(part, other) for part in node.parts]
        if node.kind is GroupKind.ALL:
            return tuple(p for part in moved for p in part)
        ways = tuple(part[0] if len(part) == 1 else Tree(GroupKind.ALL, part) for part in moved if part)
        return (replace(node, parts=ways),) if ways else ()
    if node.attribute is Attribute.MAJOR:
        return (replace(node, words=other.major),) if other.major else ()
    if node.attribute is Attribute.WORK and node.value is not None:
        return (replace(node, value=node.value + other.months),)
    return (node,)
