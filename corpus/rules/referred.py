"""Conditions that an item of a list takes over from another list: 符合本条（一）中第1、2项的要求."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Group, GroupKind, Requirement, Tree
from corpus.notice import Notice
from corpus.values.periods import fold

__all__ = ["with_referred"]

_REFERS = re.compile(
    r"(?:还|均|应|须|应当|首先)?(?:符合|满足|具备)[^,。;()]{0,12}(?P<mark>\([一二三四五六七八九十\d]{1,2}\)|第[一二三四五六七八九十]{1,3}条)"
    r"(?:中|所列|规定|款)?的?(?:第?(?P<items>[一二三四五六七八九十\d、,和至-]+)(?:各|这)?[项款条])?[^,。;]{0,6}(?:要求|条件|规定)(?:的)?"
)


def with_referred(notice: Notice, lists: Sequence[Group]) -> list[Group]:
    """`lists`, each item that refers to another list replaced by what that demands."""
    found = []
    for group in lists:
        taken = tuple(r for own in group.requirements for r in _taken(notice, lists, group, own))
        found.append(replace(group, requirements=taken) if group.kind is GroupKind.ALL else group)
    return found


def _taken(notice: Notice, lists: Sequence[Group], group: Group, own: Requirement) -> Iterator[Requirement]:
    text = re.sub(r"\s", "", fold(notice.clause_text(own.clause))).strip("。;")
    match = _REFERS.fullmatch(text.removeprefix(fold(notice.clauses[own.clause].marker)))
    items = (match["items"] or "") if match else ""
    found = (
        [r for g in _lists_of(notice, lists, group, match["mark"]) for r in _of(notice, g, own, items)]
        if match
        else []
    )
    yield from found or (own,)


def _lists_of(notice: Notice, lists: Sequence[Group], group: Group, mark: str) -> list[Group]:
    """The lists above a group whose lead-in, or its heading, bears a mark: the last such."""
    above = [(g, i) for g in lists if g.lead < group.lead and (i := _marked(notice, g.lead, mark)) >= 0]
    return [g for g, i in above if i == above[-1][1]]


def _marked(notice: Notice, lead: int, mark: str) -> int:
    """The clause that bears a mark, a lead-in or what it stands under; -1 for neither."""
    places = (lead, notice.clauses[lead].parent)
    return next((i for i in places if i >= 0 and fold(notice.clauses[i].marker).strip("、.: ") == mark), -1)


def _of(notice: Notice, other: Group, own: Requirement, items: str) -> Iterator[Requirement]:
    """What a list that is referred to demands, of the items that are named."""
    if other.kind is GroupKind.ALL:
        yield from (r for r in other.requirements if _is_named(notice, r.clause, items))
    elif other.kind is GroupKind.ANY and _is_named(notice, other.lead, items):
        yield replace(own, node=Tree(GroupKind.ANY, tuple(r.node for r in other.requirements)))


def _is_named(notice: Notice, clause: int, items: str) -> bool:
    """Whether an item is among those that a reference names; all are where it names none."""
    label = re.sub(r"[^\d一二三四五六七八九十]", "", fold(notice.clauses[clause].marker))
    span = re.fullmatch(r"(\d+)[至-](\d+)", items)
    if span and label.isdecimal():
        return int(span[1]) <= int(label) <= int(span[2])
    return not items or label in re.split(r"[、,和]", items)
