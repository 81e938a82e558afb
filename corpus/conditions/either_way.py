"""Where one sentence says by a list, by what is asked instead, or by 或 what will do, and what besides.

须为本市户籍，并属于以下之一：甲；乙. 收入1000万元以上；不足1000万元的，融资2000万元以上. 甲，或者乙；丙.
"""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.alternatives import Alternatives, alternatives_in

__all__ = ["DENIES", "bound_or_instead", "listed_within", "segments_beside_ways"]

_LISTED = re.compile(
    r"(?P<common>[^:]*?)[,;]?(?:并且?|且|同时|还|须|应|另)*(?:属于|符合|具备|满足|有|是|为)?(?:以下|下列|如下)[^,;:。不]{0,10}(?:之一|任[意何]?一[项种条])[^,;:。不]{0,6}:(?P<items>[^:]+)"
)
_SHORTEST = 4  # characters of what is demanded besides


def listed_within(text: str) -> Alternatives | None:
    """What a sentence lists behind a colon, of which one will do; None where it lists nothing."""
    listed = _LISTED.fullmatch(text)
    mark = "[;。]" if listed and ";" in listed["items"] else "、"
    items = tuple(x for x in re.split(mark, listed["items"]) if len(x) > 1) if listed else ()
    if listed is None or not items:
        return None
    besides = len(items) > 1 and len(listed["common"]) >= _SHORTEST
    return Alternatives(items, listed["common"] if besides else "")


_INSTEAD = re.compile(
    r"(?P<bound>[^;]*\d[^;,]*)[,;](?:对于?)?(?:不足|未满|不满|不到|未达到?|达不到|低于|超过|高于|超出)[^,;]{0,16}的,(?P<instead>(?=[^;]*\d)(?!可|不|按|由|仅|只)[^;]+)"
)


def bound_or_instead(text: str) -> tuple[str, str] | None:
    """A bound, and what is asked of those who fall short of it; None where nothing is asked instead."""
    found = _INSTEAD.fullmatch(text.strip(";"))
    return (found["bound"], found["instead"]) if found else None


_SEGMENT = re.compile(";(?!或|要么|以及|和)")
DENIES = re.compile(r"(?:未(?!满)|没有|无(?!论|需|须))[^,;]{2,}")


def segments_beside_ways(text: str) -> list[str]:
    """The parts between semicolons of a sentence one of which has alternatives; [] for no such sentence."""
    segments = [s for s in _SEGMENT.split(text) if s]
    enclosed = any(s.count("(") != s.count(")") for s in segments)
    return segments if len(segments) > 1 and not enclosed and any(map(alternatives_in, segments)) else []
