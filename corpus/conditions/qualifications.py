"""Whole qualifications side by side: of a list of them one will do, though nothing says so.

（1）博士学位；（2）硕士学位，从事本专业工作满2年；（3）本科学历，从事本专业工作满5年: together they would
demand no more than the first, so each is a way of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.conditions.conditions import Attribute, Node, leaves_of

__all__ = ["are_ways"]

_STANDING = (Attribute.EDUCATION, Attribute.CERTIFICATE, Attribute.TITLE)
_COUNTED = (*_STANDING, Attribute.WORK, Attribute.AGE, Attribute.GRADUATED)


def are_ways(nodes: Sequence[Node]) -> bool:
    """Whether conditions each bound the same standing of somebody, and not all of them alike."""
    bounds = [_bounds(node) for node in nodes]
    shared = [a for a in _STANDING if all(any(b[0] is a for b in own) for own in bounds)]
    return len(nodes) > 1 and bool(shared) and len(set(bounds)) > 1


def _bounds(node: Node) -> frozenset[tuple[Attribute, str, str]]:
    return frozenset(
        (x.attribute, x.operator, str(x.value))
        for x in leaves_of(node)
        if x.attribute in _COUNTED and x.value is not None
    )
