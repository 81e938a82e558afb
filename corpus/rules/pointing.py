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
        if group.kind is not GroupKind.ALL:
            yield group
            continue
        own = tuple(r for r in group.requirements if r.clause in lists - {group.lead} or not _points(r))
        if own:
            yield group if len(own) == len(group.requirements) else replace(group, requirements=own)


def _points(requirement: Requirement) -> bool:
    words = [x.words.strip("。;") for x in requirement.leaves if x.attribute is Attribute.OPEN]
    return len(words) == len(requirement.leaves) and all(is_idle(w) or names_matter(w) for w in words)
