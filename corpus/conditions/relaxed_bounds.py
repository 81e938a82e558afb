"""A bound that the same condition relaxes for some."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree
from corpus.conditions.credentials import credentials_in
from corpus.conditions.sentence_parts import parts_of

__all__ = ["apart", "credential_or_open", "relaxed", "relaxing_parts", "replaced"]

_RELAXING = re.compile(r"(?:的|者|人员)?[,]?(?:年龄|年限|要求)?(?:可以?)?(?:适当)?(?:放宽|延长)")


def apart(text: str) -> tuple[str, str]:
    """A sentence up to the part that relaxes a bound of it, and that part."""
    last = 0
    for start, end in parts_of(text):
        if start > 0 and (_RELAXING.search(text[start:end]) or _looser(text[:start], text[start:end])):
            unnamed = _OF_NOBODY.match(text, start) and _NAMES_SOME.search(text[:start])
            start = last if unnamed and last > 0 else start
            return text[:start].rstrip(",;"), text[start:]
        last = start
    return text, ""


# 年龄35周岁以下，具有硕士学位的，年龄可放宽至40周岁: for whom a bound is relaxed stands in a part of its own.
_OF_NOBODY = re.compile(
    r"其?(?:年龄|年限|要求|学历|面积|收入|身高)?(?:上限|条件|限制)?(?:可以?)?(?:适当|再)?(?:放宽|延长)"
)
_NAMES_SOME = re.compile(r"(?:的|者|人员),$")


# 年龄不超过35周岁，具有博士学位的不超过45周岁: the same bound again, looser for some.
_FOR_SOME = re.compile(
    r"[^,;]{2,24}?(?:的|者|人员|职位|岗位),?(?:应|须|可|为)*(?=不超过|不低于|不少于|不高于|年?满|\d)"
)


def _looser(before: str, part: str) -> bool:
    """Whether a part bounds again what was bounded before, less strictly, for those whom it names."""
    match = _FOR_SOME.match(part)
    again = next((p.leaf for p in bounds_in(part) if match and p.end > match.end()), None)
    if again is None or again.value is None:
        return False
    usual = [
        p.leaf for p in bounds_in(before) if (p.leaf.attribute, p.leaf.unit) == (again.attribute, again.unit)
    ]
    sign = -1 if again.operator[0] == ">" else 1
    return any(
        u.value is not None and u.operator[0] == again.operator[0] and (again.value - u.value) * sign > 0
        for u in usual
    )


def relaxing_parts(text: str) -> list[str]:
    """Those parts of a text that each relax a bound for some: 硕士可放宽至38周岁，博士可放宽至45周岁."""
    found: list[str] = []
    for start, end in parts_of(text):
        part = text[start:end]
        match = _RELAXING.search(part)
        if found and _NAMES_SOME.search(f"{part},") and not match:
            found.append(part)
            continue
        whole = match is not None and match.start() >= 2 and next(bounds_in(part), None) is not None
        if found and not whole:
            found[-1] += f",{part}"
        else:
            found.append(part)
    return found


def relaxed(node: Node, text: str) -> Node:
    """`node` with a bound relaxed for some: 年龄不超过35周岁，博士可放宽至40周岁."""
    relaxing = _RELAXING.search(text) or re.search(
        r"(?:的|者|人员|职位|岗位),?(?:可|应|须|不低于|不超过|达到?|为)", text
    )
    if relaxing is None:
        return node
    loose = next((p for p in bounds_in(text) if p.end > relaxing.end()), None)
    if loose is None:
        return node
    who = re.sub(r"^(?:其中|对|应聘|报考|申报)", "", text[: relaxing.start()].strip(",; "))
    if len(who) < 2:
        return node
    alternative = Tree(GroupKind.ALL, (_whom(who), loose.leaf))
    return replaced(node, loose.leaf, alternative)


def _whom(text: str) -> Node:
    """Those for whom a bound is relaxed: one of several where 或 or 、 joins them."""
    sides = [x for x in re.split(r"或者?|、|和|以及", text) if len(x) >= 2]
    read = [credential_or_open(x) for x in sides]
    return read[0] if len(read) == 1 else Tree(GroupKind.ANY, tuple(read))


def credential_or_open(text: str) -> Leaf:
    """The bound, degree or title by which a kind of people is named; else its name, open."""
    if bound := next(bounds_in(text), None):
        return bound.leaf
    placed = [p for p in credentials_in(f"{text}学历") if p.leaf.attribute is not Attribute.MAJOR]
    placed = [p for p in placed if p.end <= len(text) + 2]
    return placed[0].leaf if placed else Leaf(Attribute.OPEN, "is", None, "", text)


def replaced(node: Node, like: Leaf, alternative: Node) -> Node:
    """`node` with its bound of the same kind as `like` made one of two ways."""
    if isinstance(node, Leaf):
        same = (node.attribute, node.unit, node.operator[0]) == (like.attribute, like.unit, like.operator[0])
        return Tree(GroupKind.ANY, (node, _of_matter(alternative, node))) if same else node
    if alternative in node.parts:
        return node
    if node.kind is GroupKind.ANY and any(replaced(p, like, alternative) is not p for p in node.parts):
        return Tree(GroupKind.ANY, (*node.parts, alternative))
    return replace(node, parts=tuple(replaced(p, like, alternative) for p in node.parts))


def _of_matter(alternative: Node, usual: Leaf) -> Node:
    """What stands in the place of a bound, its bare figure of what that is on: 15%（超过100人的达到8%）."""
    if isinstance(alternative, Tree):
        return replace(alternative, parts=tuple(_of_matter(p, usual) for p in alternative.parts))
    bare = alternative.attribute is Attribute.MEASURE and not alternative.subject
    return (
        replace(alternative, subject=usual.subject)
        if bare and alternative.unit == usual.unit
        else alternative
    )
