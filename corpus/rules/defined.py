"""Lists of what counts as something that is demanded or keeps out: 有下列情形之一的，视为无自有住房：….

Such a list lets nobody in by itself: whoever is in one of its cases meets what it explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Node, Requirement, Tree
from corpus.notice import Notice
from corpus.values.periods import fold

__all__ = ["with_defined"]

_COUNTS_AS = re.compile(
    r"(?:情形|情况|条件|人员)(?:之一)?的?[,，]?(?:可以?|均|应)?(?:视为|视同|认定为|属于|即为|算作?)(?P<what>[^,，。:：;；]{2,20})[:：]"
)


def with_defined(notice: Notice, groups: Sequence[Group]) -> tuple[Group, ...]:
    """`groups` without the lists of what counts as something, each put in the place of what it explains."""
    kept = list(groups)
    for group in groups:
        if not (what := _explained(notice, group)):
            continue
        cases = tuple(r.node for r in group.requirements)
        others = [g for g in kept if g is not group]
        found = [
            replace(g, requirements=tuple(_with(r, what, cases) for r in g.requirements)) for g in others
        ]
        if found != others:
            kept = found
    return tuple(kept)


def _explained(notice: Notice, group: Group) -> str:
    """What a list says somebody counts as; `""` for a list that does not."""
    lead = re.sub(r"\s", "", fold(notice.clause_text(group.lead)))
    match = _COUNTS_AS.search(lead) if group.kind is GroupKind.ANY and len(group.requirements) > 1 else None
    return match["what"] if match else ""


def _with(requirement: Requirement, what: str, cases: tuple[Node, ...]) -> Requirement:
    node = _replaced(requirement.node, what, cases)
    return requirement if node is requirement.node else replace(requirement, node=node)


def _replaced(node: Node, what: str, cases: tuple[Node, ...]) -> Node:
    if isinstance(node, Leaf):
        named = node.attribute is Attribute.OPEN and (what in node.words or node.words.strip("的") in what)
        return Tree(GroupKind.ANY, (node, *cases)) if named else node
    parts = tuple(_replaced(p, what, cases) for p in node.parts)
    return node if parts == node.parts else replace(node, parts=parts)
