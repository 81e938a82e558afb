"""Samples dealt out to parts, each held out once, so that no group is both learned from and judged."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["folds"]


def folds(groups: Sequence[str], parts: int) -> list[frozenset[int]]:
    """The places of samples dealt out to at most `parts` parts of about one size, no group being split."""
    members: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    dealt: list[list[int]] = [[] for _ in range(min(parts, len(members)))]
    for group in sorted(members, key=lambda g: (-len(members[g]), g)):
        min(dealt, key=len).extend(members[group])
    return [frozenset(part) for part in dealt]
