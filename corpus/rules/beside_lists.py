"""Whom a sentence beside a list of demands lets in besides: 16至17周岁的学生可以在监护人陪同下参加.

Such a sentence demands nothing of others. It frees those whom it describes from the bounds of the list on the
same matters.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Waiver
from corpus.notice import Notice

__all__ = ["apart_from_lists", "waived_beside"]


def apart_from_lists(notice: Notice, groups: Sequence[Group]) -> tuple[Group, ...]:
    """`groups` without what lets somebody in beside a list that demands the same matter of all."""
    return tuple(g for g in groups if not _matters_shared(notice, g, groups))


def waived_beside(notice: Notice, groups: Sequence[Group]) -> tuple[Waiver, ...]:
    """What those who are let in beside a list are freed from."""
    return tuple(
        Waiver(r.clause, r.span, r.node, shared)
        for g in groups
        if (shared := _matters_shared(notice, g, groups))
        for r in g.requirements
    )


def _matters_shared(notice: Notice, group: Group, groups: Sequence[Group]) -> frozenset[Attribute]:
    """The matters that a way in beside a list shares with it; none where it is no such way."""
    alone = group.kind is GroupKind.ANY and all(r.clause == group.lead for r in group.requirements)
    if not alone or group.level:
        return frozenset()
    above = notice.clauses[group.lead].parent
    listed = {
        g.lead for g in groups if g is not group and g.kind is not GroupKind.NONE and len(g.requirements) > 1
    }
    beside = [
        g
        for g in groups
        if g.kind is GroupKind.ALL
        and g.lead in listed
        and (g.lead == above or (above >= 0 and notice.clauses[g.lead].parent == above))
    ]
    demanded = {a for g in beside for r in g.requirements if r.given is None for a in _matters(r.leaves)}
    return frozenset(demanded & {a for r in group.requirements for a in _matters(r.leaves)})


def _matters(leaves: Sequence[Leaf]) -> set[Attribute]:
    return {x.attribute for x in leaves if x.attribute is not Attribute.OPEN}
