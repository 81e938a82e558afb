"""Telling what was worked out of like figures, each of them cited."""

from __future__ import annotations

from bot.figures.draft import Draft
from bot.figures.reckoning import Reckoned
from corpus.alike.like_figures import LikeFigure
from corpus.notice import ClauseKind, Notice, Span

__all__ = ["add_reckoned"]


def add_reckoned(draft: Draft, notice: Notice, reckoned: Reckoned) -> bool:
    """The result in words, then its citations: the rows or sentences that state the figures."""
    added = [draft.add(line) for line in reckoned.lines]
    if not any(added):
        return False
    for figure in reckoned.figures:
        for part in figure.parts or (figure,):
            draft.cite(notice, part.clause, _statement(notice, part))
    return True


def _statement(notice: Notice, figure: LikeFigure) -> Span | None:
    """The sentence that states a figure; None for a row, which is cited whole."""
    clause = notice.clauses[figure.clause]
    if clause.kind is ClauseKind.ROW:
        return None
    piece = next((s for s in clause.spans if s.covers(figure.span)), clause.spans[0])
    start = max(notice.text.rfind(mark, piece.start, figure.span.start) for mark in "。！？") + 1
    stops = [p for mark in "。！？" if (p := notice.text.find(mark, figure.span.end, piece.end)) >= 0]
    end = min(stops, default=piece.end - 1) + 1
    start = max(start, piece.start)
    while start < end and notice.text[start].isspace():
        start += 1
    return Span(start, end)
