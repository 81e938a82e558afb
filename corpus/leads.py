"""Lead-ins: the words above a list that each of its items completes."""

from __future__ import annotations

import re

from corpus.notice import ClauseKind, Notice

__all__ = ["governing_clause"]

_LEAD = re.compile(
    r"(?:如下|以下|下列|之一|包括|分别|为)?\s*[^。；]{0,12}[：:]\s*$|(?:下列|以下).{0,20}(?:的|者)?[，,。：:]|之一"
)


def governing_clause(notice: Notice, clause: int) -> int | None:
    """The clause whose words an item completes: `有下列行为之一的，取消…` above `1、携带…`."""
    beside = _paragraph_above(notice, clause)
    if beside is not None:
        return beside
    if notice.clauses[clause].kind is ClauseKind.PARAGRAPH:
        return None
    for above in notice.ancestors(clause):
        text = notice.clause_text(above)
        if notice.clauses[above].kind is ClauseKind.TABLE:
            continue
        if _LEAD.search(text) and len(text) > 6:
            return above
        break
    return None


def _paragraph_above(notice: Notice, clause: int) -> int | None:
    """A paragraph that ends in a colon directly above the list that the item stands in."""
    node = notice.clauses[clause]
    if node.kind is not ClauseKind.ITEM:
        return None
    siblings = notice.clauses[node.parent].children if node.parent >= 0 else ()
    for sibling in reversed([s for s in siblings if s < clause]):
        if notice.clauses[sibling].kind is ClauseKind.ITEM:
            continue
        text = notice.clause_text(sibling)
        return (
            sibling if notice.clauses[sibling].kind is ClauseKind.PARAGRAPH and _LEAD.search(text) else None
        )
    return None
