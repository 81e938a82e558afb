"""What tests of several modules share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from corpus.notice import Cell, Clause, ClauseKind, Notice, Span

# kind, text, parent; a row's text is `header=cell|header=cell`
Line = tuple[str, str, int]
MakeNotice = Callable[..., Notice]


def _cells(text: str, start: int) -> tuple[Cell, ...]:
    cells, position = [], start
    for part in text.split("|"):
        header, _, value = part.partition("=")
        at = position + len(header) + 1
        cells.append(Cell(header, value, Span(at, at + len(value))))
        position += len(part) + 1
    return tuple(cells)


@pytest.fixture
def make_notice() -> MakeNotice:
    """Builds a notice from lines of (kind, text, parent index); line 3 has the locator `3`."""

    def make(notice_id: str, title: str, lines: Sequence[Line]) -> Notice:
        text, clauses = "", []
        for number, (kind, content, parent) in enumerate(lines):
            span = Span(len(text), len(text) + len(content))
            cells = _cells(content, span.start) if kind == "row" else ()
            clauses.append(Clause(str(number), "", ClauseKind(kind), (span,), parent, (), cells))
            text += content + "\n"
        for number, (_, _, parent) in enumerate(lines):
            if parent >= 0:
                clauses[parent] = replace(clauses[parent], children=(*clauses[parent].children, number))
        return Notice(notice_id, title, "某局", text, tuple(clauses), f"{notice_id}.txt")

    return make
