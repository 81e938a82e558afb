"""A notice as the HTTP contract tells it: in the list of all, and whole with its clauses."""

from __future__ import annotations

from bot.service.schemas import ClauseOut, NoticeOut, NoticeSummary
from corpus.notice import Notice

__all__ = ["notice_out", "summary_of"]


def summary_of(notice: Notice) -> NoticeSummary:
    """A notice in the list of all."""
    known = {name: getattr(notice, name) for name in NoticeSummary.model_fields if name != "clauses"}
    return NoticeSummary.model_validate({**known, "clauses": len(notice.clauses)})


def notice_out(notice: Notice) -> NoticeOut:
    """A notice whole."""
    known = {name: getattr(notice, name) for name in NoticeOut.model_fields if name != "clauses"}
    clauses = [_clause(notice, index) for index in range(len(notice.clauses))]
    return NoticeOut.model_validate({**known, "clauses": clauses})


def _clause(notice: Notice, index: int) -> ClauseOut:
    clause = notice.clauses[index]
    return ClauseOut(
        locator=clause.locator,
        marker=clause.marker,
        kind=clause.kind,
        text=notice.clause_text(index),
        start=clause.span.start,
        end=clause.span.end,
        depth=sum(1 for _ in notice.ancestors(index)),
    )
