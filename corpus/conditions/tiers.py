"""A bound that differs by how much there is of something else: 比例达到：收入5000万元以下的，5%以上；….

Nobody is in all of the ranges: somebody meets it who is in one of them and within its bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.conditions.bounds import bounds_in

__all__ = ["Tiers", "tiers_in"]


@dataclass(frozen=True, slots=True)
class Tier:
    """A range and what is demanded within it, each in words that say of what it is."""

    given: str
    what: str


@dataclass(frozen=True, slots=True)
class Tiers:
    """The tiers of a text, and where they begin, the words before them that name what is bounded included."""

    start: int
    tiers: tuple[Tier, ...]


_HEAD = re.compile(
    r"(?:^|[,;。]|且|并)(?P<matter>[^,;:。\d]{2,20}?)(?:应当?|须|必须|要求|分别)*(?:达到|满足|不低于|不少于|为)?:(?=[^;:]*\d)"
)
_TIER = re.compile(r"(?P<of>[^,;\d]{0,14}?)(?P<range>\d[^,;]*?)的,?(?P<what>[^,;\d]{0,6}\d[^,;]*)")


def tiers_in(text: str) -> Tiers | None:
    """The tiers of a sentence, folded and without white space; None where it has none."""
    head = _HEAD.search(text)
    if head is None:
        return None
    found: list[Tier] = []
    of = ""
    for part in text[head.end() :].strip("。;").split(";"):
        tier = _TIER.fullmatch(part)
        if tier is None:
            return None
        of = tier["of"] or of
        found.append(Tier(f"{of}{tier['range']}", f"{head['matter']}{tier['what']}"))
    bounded = all(next(bounds_in(t.given), None) and next(bounds_in(t.what), None) for t in found)
    return Tiers(head.start("matter"), tuple(found)) if len(found) > 1 and bounded else None
