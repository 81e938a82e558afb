"""The sentences of one clause, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.notice import Notice, Span

__all__ = ["sentences_of"]


def sentences_of(notice: Notice, clause: int) -> Iterator[Span]:
    """The sentences of a clause's own text, without its mark."""
    node = notice.clauses[clause]
    for number, span in enumerate(node.spans):
        start = span.start + (len(node.marker) if number == 0 else 0)
        for match in re.finditer(r"[^。；;]+[。；;]?", notice.text[start : span.end]):
            if len(match[0].strip()) >= 6:
                lead = len(match[0]) - len(match[0].lstrip())
                yield Span(start + match.start() + lead, start + match.start() + len(match[0].rstrip()))
