"""Bounds of time for several: 在本县居住、工作或者就读满3个月; 大专学历，工作满5年；本科学历，满4年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf, Node, Tree, leaves_of

__all__ = ["each_with_its_bound", "of_same_time"]

_DONE = (
    r"(?:居住|生活|工作|就读|学习|求学|就业|务工|经商|创业|从业|任教|服务|执业|经营|纳税|参保|种植|养殖|实习)"
)
_SEVERAL = re.compile(
    rf"(?P<done>{_DONE}(?:(?:、|或者?|,或者?){_DONE})+)"
    r"(?=(?:时间)?(?:累计|连续|均|已|分别)*(?:满|达到?|不少于|超过|不低于|\d|[一二两三四五六七八九十半]+[年个]))"
)


def each_with_its_bound(words: str) -> Iterator[str]:
    """A part of a sentence once for each thing done in it, with the bound that stands behind the last."""
    several = _SEVERAL.search(words)
    if several is None:
        return
    for done in re.findall(_DONE, several["done"]):
        yield f"{words[: several.start()]}{done}{words[several.end() :]}"


_BARE_TIME = re.compile(
    r"(?:学历|学位|毕业|职称|证书|资格|技师|级工)(?:的|后)?,?满?[\d一二两三四五六七八九十]+(?:年|个月)$"
)


def of_same_time(way: Node, first: Node) -> Node:
    """A way whose bare time, 本科学历，满4年, is of the work that the way before it names."""
    worked = next((x for x in leaves_of(first) if x.attribute is Attribute.WORK), None)
    if worked is None:
        return way
    if isinstance(way, Tree):
        return replace(way, parts=tuple(of_same_time(p, first) for p in way.parts))
    bare = way.attribute is Attribute.MEASURE and way.unit == worked.unit and _BARE_TIME.search(way.words)
    return _of_work(way, worked) if bare else way


def _of_work(bound: Leaf, worked: Leaf) -> Leaf:
    return replace(worked, value=bound.value, operator=bound.operator, words=bound.words)
