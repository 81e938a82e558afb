"""Lead-ins: the words above a list that each of its items completes."""

from __future__ import annotations

import re

from corpus.notice import ClauseKind, Notice
from corpus.numbering import read_marker

__all__ = ["governing_clause", "paragraph_above"]

_LEAD = re.compile(
    r"(?:如下|以下|下列|之一|包括|分别|为)?\s*[^。；]{0,12}[：:]\s*$|(?:下列|以下).{0,20}(?:的|者)?[，,。：:]|之一"
)


def governing_clause(notice: Notice, clause: int) -> int | None:
    """The clause whose words an item completes: `有下列行为之一的，取消…` above `1、携带…`."""
    is_item = notice.clauses[clause].kind is ClauseKind.ITEM
    beside = paragraph_above(notice, clause) if is_item else None
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


def paragraph_above(notice: Notice, clause: int) -> int | None:
    """A paragraph that ends in a colon directly above the list that a clause stands in."""
    node = notice.clauses[clause]
    siblings = notice.clauses[node.parent].children if node.parent >= 0 else ()
    for sibling in reversed([s for s in siblings if s < clause]):
        above = notice.clauses[sibling]
        # an item that opens a list of its own is a heading with a mark like those beside it
        if above.kind is ClauseKind.ITEM or (above.marker and _style(above.marker) == _style(node.marker)):
            continue
        is_lead = above.kind is ClauseKind.PARAGRAPH and _LEAD.search(notice.clause_text(sibling))
        return sibling if is_lead else None
    return None


def _style(mark: str) -> str:
    marker = read_marker(f"{mark}甲")
    return marker.style if marker else ""
