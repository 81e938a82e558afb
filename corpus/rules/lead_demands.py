"""What the lead-in of a list of ways demands by itself: 年满60周岁，并且符合下列条件之一的，可以申请：."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import (
    Attribute,
    Group,
    GroupKind,
    Leaf,
    Node,
    Requirement,
    Tree,
    leaves_of,
)
from corpus.conditions.demanded import requirement_of
from corpus.notice import Notice
from corpus.rules.inline_lists import listed_requirement, plain_words
from corpus.rules.listings import kinds_listed
from corpus.values.periods import fold

__all__ = ["demanded_in_line", "lead_condition"]

_DEMANDS = re.compile(r"具备|具有|须|应当|未达到|年满|[并且同][且时]?(?:符合|具备|满足|属于)")
# What is demanded besides one of what is listed.
_BEFORE_LIST = re.compile(
    r"(?P<own>[^:。]*?(?:满|在|有|持|为|具|取得|未|无)[^:。]*?),?(?:并且|并|而且|且|同时)(?:还|均)?(?:应当?|须)?"
    r"(?:符合|具备|满足|有|属于)(?:下列|以下)"
)
# 本市户籍、登记失业的下列人员可以申请：
_BEFORE_KINDS = re.compile(
    r"(?P<own>[^:。]{4,}?)的?(?:下列|以下)(?:各?类)?(?:人员|对象|人群|家庭|学生|企业|单位|职工|居民)(?:之一)?(?:[,的]|均|都|可|:)"
)


def lead_condition(notice: Notice, group: Group) -> Group | None:
    """What a lead-in itself demands of all below it: 具备理工类大专及以上学历，符合以下条件之一."""
    plain = re.sub(r"\s", "", plain_words(notice, group.lead))
    last = plain.rpartition("。")[2]
    before = _BEFORE_LIST.match(plain) or _BEFORE_LIST.match(last) or _BEFORE_KINDS.match(last)
    demands = before is not None or _DEMANDS.search(notice.clause_text(group.lead))
    if group.kind is not GroupKind.ANY or not demands:
        return None
    requirement = listed_requirement(notice, group.lead)
    if before is None:
        return _as_group(group, requirement, _of_who_one_is(requirement.node))
    return _said_before(group, requirement, before["own"])


def demanded_in_line(notice: Notice, group: Group) -> Group | None:
    """What the lead-in of kinds that are listed in one line demands of each: 在本县创业的下列人员——甲；乙."""
    text = notice.clause_text(group.lead).removeprefix(notice.clauses[group.lead].marker).strip()
    listed = kinds_listed(text) if group.kind is GroupKind.ANY else None
    own = _OF_KINDS.sub("", re.sub(r"\s", "", fold(listed["lead"]))) if listed else ""
    if len(own) < _SHORTEST:
        return None
    return _said_before(group, listed_requirement(notice, group.lead), own)


_OF_KINDS = re.compile(r"的?(?:下列|以下)(?:各?类)?[^,;:]{2,4}$")
_SHORTEST = 4  # characters of a demand


def _said_before(group: Group, requirement: Requirement, own: str) -> Group | None:
    """What the words before a list demand of all below it."""
    read = requirement_of(group.lead, requirement.span, own)
    kept = tuple(p for p in _together(read.node) if any(map(_is_demand, leaves_of(p))))
    return _as_group(group, read, kept)


def _as_group(group: Group, requirement: Requirement, kept: tuple[Node, ...]) -> Group | None:
    if all(x.attribute is Attribute.OPEN for p in kept for x in leaves_of(p)):
        return None
    node = kept[0] if len(kept) == 1 else Tree(GroupKind.ALL, kept)
    return replace(group, kind=GroupKind.ALL, requirements=(replace(requirement, node=node),), count=0)


_WHO_ONE_IS = (Attribute.MAJOR, Attribute.EDUCATION, Attribute.AGE, Attribute.RESIDENCE)


def _of_who_one_is(node: Node) -> tuple[Node, ...]:
    """What a tree demands of who somebody is; alternatives to it stay with it: 户籍在本市或在本市工作."""
    if isinstance(node, Leaf):
        return (node,) if node.attribute in _WHO_ONE_IS else ()
    parts = tuple(p for part in node.parts for p in _of_who_one_is(part))
    return (node,) if parts and node.kind is GroupKind.ANY else parts


def _together(node: Node) -> tuple[Node, ...]:
    """What is demanded together by a tree, as far as it says that."""
    return node.parts if isinstance(node, Tree) and node.kind is GroupKind.ALL else (node,)


_STATES = re.compile(
    r"(?:应当?|须)?(?:具有|具备|持有?|取得|已|无|未|没有|在|能|有|身体|缴纳|参加|签订|从事|居住|注册|依法)"
)


def _is_demand(leaf: Leaf) -> bool:
    """Whether a leaf says what somebody is or has, and not what is applied for."""
    return leaf.attribute is not Attribute.OPEN or _STATES.match(leaf.words) is not None
