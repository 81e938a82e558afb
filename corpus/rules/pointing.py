"""Items of lists that only point at other conditions or name what they are about: 学历和年限条件."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.conditions.conditions import Attribute, Group, GroupKind, Requirement
from corpus.conditions.matters import names_matter
from corpus.conditions.open_demands import is_idle

__all__ = ["without_pointers"]


def without_pointers(groups: Iterable[Group]) -> Iterator[Group]:
    """Groups without the demands that say nothing by themselves, unless a list stands in for them."""
    groups = tuple(groups)
    lists = {g.lead for g in groups}
    for group in groups:
        if group.kind not in _SAYS_NOTHING:
            yield group
            continue
        says_nothing = _SAYS_NOTHING[group.kind]
        own = tuple(r for r in group.requirements if r.clause in lists - {group.lead} or not says_nothing(r))
        if own:
            yield group if len(own) == len(group.requirements) else replace(group, requirements=own)


def _points(requirement: Requirement) -> bool:
    words = [x.words.strip("。;") for x in requirement.leaves if x.attribute is Attribute.OPEN]
    return len(words) == len(requirement.leaves) and all(is_idle(w) or names_matter(w) for w in words)


def _opens(requirement: Requirement) -> bool:
    """Whether a way is but the lead-in of a list: 有下列情形之一的，应当注销登记：."""
    return all(x.attribute is Attribute.OPEN and x.words.endswith(":") for x in requirement.leaves)


_SAYS_NOTHING = {GroupKind.ALL: _points, GroupKind.ANY: _opens}
