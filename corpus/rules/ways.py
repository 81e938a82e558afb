"""Further ways to one thing: what a sentence grants beside the list that says what is demanded for it.

申报高级工程师，应具备下列条件之一：…; …的，可以申报高级工程师; …并符合下列条件之一的，可以破格申报高级工程师.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Group, GroupKind, Requirement
from corpus.conditions.requirements import read_node
from corpus.conditions.schemes import aim_granted
from corpus.notice import Notice
from corpus.values.periods import fold

__all__ = ["with_further_ways"]

_BEFORE_LIST = re.compile(r"[,;]?(?:并|且|同时|还)*(?:应当?|须)?(?:符合|具备|满足|有)(?:下列|以下)")


def with_further_ways(notice: Notice, groups: Sequence[Group]) -> tuple[Group, ...]:
    """`groups`, those that grant a thing beside a list that demands something for it made ways of that list.

    A list that grants is kept: it stands inside the way that its lead-in opens.
    """
    found: dict[int, Group] = dict(enumerate(groups))
    for number, group in enumerate(groups):
        granted = _granted(notice, group)
        at = next((i for i, g in enumerate(groups) if granted and _demands_for(notice, g, granted)), None)
        if at is None:
            continue
        a_list = len(group.requirements) > 1 and group.requirements[0].clause != group.lead
        more = (_opening(notice, group),) if a_list else group.requirements
        base = found[at]
        found[at] = replace(base, kind=GroupKind.ANY, requirements=(*base.requirements, *more), count=0)
        if not a_list:
            del found[number]
            continue
        of_it = (
            i for i, g in found.items() if g is not group and g.lead == group.lead and g.audience == granted
        )
        for besides in [i for i in of_it if found[i].kind is GroupKind.ALL]:
            del found[besides]  # what the lead-in demands by itself is now part of that way
    return tuple(found.values())


def _granted(notice: Notice, group: Group) -> str:
    """The thing that a group grants, where it is the one that the group is about."""
    some = group.kind is GroupKind.ANY and group.audience
    says = some and any(
        aim_granted(re.sub(r"\s", "", notice.quote(r.span))) == group.audience for r in group.requirements
    )
    return group.audience if says or (some and aim_granted(notice.clause_text(group.lead)) == some) else ""


def _demands_for(notice: Notice, group: Group, thing: str) -> bool:
    """Whether a group says what is demanded for a thing, so that one more way may stand beside it."""
    one = group.kind is GroupKind.ANY or (group.kind is GroupKind.ALL and len(group.requirements) == 1)
    return one and group.audience == thing and not _granted(notice, group)


def _opening(notice: Notice, group: Group) -> Requirement:
    """What the lead-in of a list that grants demands by itself; the list stands inside it."""
    clause = notice.clauses[group.lead]
    text = re.sub(r"\s", "", fold(notice.clause_text(group.lead).removeprefix(clause.marker)))
    own = _BEFORE_LIST.split(text, maxsplit=1)[0]
    return Requirement(group.lead, clause.spans[0], read_node(own))
