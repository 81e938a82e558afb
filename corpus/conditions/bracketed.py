"""Bounds in brackets that are others for some: 就业满3年（县域满1年）, 登记不满3年（新能源车不满5年）."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree

__all__ = ["OtherBound", "without_other_bounds"]

_BOUND = (
    r"(?:(?:不满|未满|年?满|不超过|不低于|不高于|不少于|超过|至少|最多)\d[^()]{0,12}"
    r"|\d[^()]{0,8}(?:以上|以下|以内))"
)
_OTHER = re.compile(
    rf"\((?P<who>(?!不?含|其中|每|即|约|共|满|年|至|最|或|须|应|限)[\u4e00-\u9fff][\u4e00-\u9fff、]{{0,13}}?)(?:的|为)?(?P<bound>{_BOUND})\)"
)


@dataclass(frozen=True, slots=True)
class OtherBound:
    """For those whom a bracket names, `instead` takes the place of `usual`."""

    usual: Leaf
    instead: Node


def without_other_bounds(text: str) -> tuple[str, list[OtherBound]]:
    """A condition, folded, without the brackets that bound the same otherwise for some, and those."""
    found: list[OtherBound] = []
    match = _OTHER.search(text)
    while match is not None:
        before = list(bounds_in(text[: match.start()]))
        other = next(bounds_in(match["bound"]), None)
        if not before or other is None or other.leaf.unit != before[-1].leaf.unit:
            match = _OTHER.search(text, match.end())
            continue
        usual = before[-1].leaf
        leaf = replace(
            usual, value=other.leaf.value, operator=other.leaf.operator, words=match[0].strip("()")
        )
        who = Leaf(Attribute.OPEN, "is", None, "", match["who"])
        found.append(OtherBound(usual, Tree(GroupKind.ALL, (who, leaf))))
        text = text[: match.start()] + text[match.end() :]
        match = _OTHER.search(text, match.start())
    return text, found
