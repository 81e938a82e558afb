"""A value that the answer states and that the notice states otherwise elsewhere: both are shown."""

from __future__ import annotations

from bot.figures.compose import without_marker
from bot.figures.draft import Draft
from bot.finding.records import records_of
from corpus import patterns as re
from corpus.alike.disagreements import Statement
from corpus.notice import ClauseKind, Notice, Span
from index.passages import sentences

__all__ = ["add_other_values"]


def add_other_values(draft: Draft, notice: Notice) -> bool:
    """Tell the other value of what the answer states, with its place; whether there is one."""
    for found in records_of(notice).disagreements:
        if _tells(draft, notice, found.first) and _tells(draft, notice, found.second):
            places = [notice.clauses[s.clause].locator for s in (found.first, found.second)]
            return draft.add(f"注意：同一份通知的{places[0]}和{places[1]}写的不一致，请向发布单位核实。")
        for told, other in ((found.first, found.second), (found.second, found.first)):
            if _tells(draft, notice, told) and not _tells(draft, notice, other):
                return _add(draft, notice, other)
    return False


def _tells(draft: Draft, notice: Notice, statement: Statement) -> bool:
    """Whether the answer cites the place of a statement and shows its value."""
    cited = [Span(c.start, c.end) for c in draft.citations if c.notice_id == notice.notice_id]
    shown = re.sub(r"\s", "", notice.quote(statement.span))
    return any(c.covers(statement.span) for c in cited) and shown in re.sub(r"\s", "", draft.text)


def _add(draft: Draft, notice: Notice, other: Statement) -> bool:
    node = notice.clauses[other.clause]
    if node.kind is ClauseKind.ROW:
        place = node.spans[0]
        said = "；".join(f"{c.column}：{c.text}" if c.column else c.text for c in node.cells)
    else:
        own = next(s for s in node.spans if s.covers(other.span))
        place = next((p for p in sentences(notice.text, own) if p.covers(other.span)), own)
        said = without_marker(notice, other.clause, notice.quote(place)).rstrip("。；;")
    line = f"注意：同一份通知的{node.locator}写的是“{said}”，与上面不一致，请向发布单位核实。"
    if not draft.add(line):
        return False
    draft.cite(notice, other.clause, place)
    return True
