"""What a sentence adds to the demand of the one before it: whom it leaves out, a wider bound, what is
demanded beyond a bound, and further demands on the same applicants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, GroupKind, Requirement, Tree
from corpus.conditions.demanded import still_let_in
from corpus.conditions.relaxed_bounds import relaxed
from corpus.conditions.requirements import read_node
from corpus.notice import Span
from corpus.rules.demand_forms import Demand

__all__ = ["added_to", "goes_on", "left_alone", "with_exception"]


def added_to(last: Demand, before: str, text: str, span: Span) -> Demand | None:
    """The demand before, with what a sentence adds to it; None where that demands by itself."""
    if (wider := _widened(last, text, span)) is not None:
        return wider
    if (either := _or_else(last, text, span)) is not None:
        return either
    return _beyond(last, before, text, span)


# 持有技师证书；或有5年工作经历: what will do as well as the part before.
_OR_ELSE = re.compile(r"^(?:或者?|或是)(?P<what>.{4,})")


def _or_else(last: Demand, text: str, span: Span) -> Demand | None:
    """The demand before, or what the next part says will do as well."""
    other, own = _OR_ELSE.match(text), last.requirement
    if other is None or last.kind is not GroupKind.ALL or own.given is not None:
        return None
    before = own.node.parts if isinstance(own.node, Tree) and own.node.kind is GroupKind.ANY else (own.node,)
    node = Tree(GroupKind.ANY, (*before, read_node(other["what"])))
    return replace(last, requirement=replace(own, node=node, span=Span(own.span.start, span.end)))


def left_alone(text: str) -> str:
    """Whom a sentence leaves out of what the one before it says; `""` for nobody."""
    left = _LEFT_ALONE.fullmatch(text)
    return left["out"] if left else still_let_in(text)


def goes_on(kept: Sequence[Demand], text: str) -> bool:
    """Whether a sentence says more of the applicants that the demand before names."""
    return bool(kept) and kept[-1].of_all and _GOES_ON.match(text) is not None


# 申请人须年满18周岁。没有其他贷款: what is said of the applicants that the sentence before names.
_GOES_ON = re.compile(
    r"(?:并|且|同时|还|其|本人|均|都|须|应当?(?!届)|必须)*(?:具有|具备|持有|没有|无(?!论|需|须)|未(?!经|按)|年龄|学历|户[籍口]|家庭|信用|名下|身体|人均|月?收入)"
)
# 收入不超过5万元的均可申请；超过5万元的，仅限残疾人家庭: demanded of those alone who are beyond the bound.
_BEYOND = re.compile(
    r"(?P<over>(?:超过|高于|大于|低于|不足|少于|未满|不满|达不到)\d[^,;]{0,12}?)(?:的|者),?(?:则|还)?(?P<what>(?:仅|只)限于?.+|(?:应当?|须|必须).+)"
)


# …不得转让。继承、受赠取得的除外: what is left out of the sentence before.
_LEFT_ALONE = re.compile(r"(?:但|其中)?(?P<out>[^,;:]{2,60}?)(?:的|者)?除外")


def with_exception(demand: Demand, words: str) -> Demand:
    own = demand.requirement
    return replace(demand, requirement=replace(own, exceptions=(*own.exceptions, words)))


def _beyond(last: Demand, before: str, text: str, span: Span) -> Demand | None:
    """What is demanded beyond the bound within which the sentence before lets everybody in."""
    beyond = _BEYOND.fullmatch(text)
    bound = next(bounds_in(before), None) if beyond and last.kind is GroupKind.ANY else None
    if beyond is None or bound is None or bound.leaf.attribute is not Attribute.MEASURE:
        return None
    own, what = last.requirement, re.sub(r"^(?:仅|只)限于?|^(?:应当?|必?须)", "", beyond["what"])
    given = read_node(f"{bound.leaf.subject}{beyond['over']}")
    whole = Span(own.span.start, span.end)
    return Demand(GroupKind.ALL, Requirement(own.clause, whole, read_node(what), given=given), True)


_WIDENS = re.compile(r"放宽(?:到|至|为)|延长(?:到|至|为)")


def _widened(last: Demand, text: str, span: Span) -> Demand | None:
    """The demand before, with its bound relaxed for those of whom the next sentence speaks."""
    if last.kind is not GroupKind.ALL or not _WIDENS.search(text):
        return None
    own = last.requirement
    bounded = next(bounds_in(text), None)
    if bounded is not None and (wider := _WIDENS.search(text)) and bounded.end <= wider.start():
        return None  # it bounds by itself what it relaxes
    node = relaxed(own.node, text)
    if node is own.node:
        return None
    return replace(last, requirement=replace(own, node=node, span=Span(own.span.start, span.end)))
