"""A notice without some of what it says: passages taken out, everything else left as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.notice import Clause, ClauseKind, Fact, Notice, Span

__all__ = ["without"]


def without(notice: Notice, spans: Iterable[Span]) -> Notice:
    """The notice with the text of `spans` blanked, so that all other offsets hold.

    A clause keeps what of it lies outside; one of which nothing is left goes, and what stood below it moves
    up to the clause above. A row goes whole, a table that loses all of its rows with them.
    """
    taken = sorted(spans)
    left = [_left_of(clause, taken) for clause in notice.clauses]
    gone = {i for i, kept in enumerate(left) if not kept}
    gone |= {
        i for i, c in enumerate(notice.clauses) if c.kind is ClauseKind.TABLE and gone.issuperset(c.children)
    }
    if len(gone) == len(notice.clauses):
        raise ValueError("nothing would be left of the notice")
    blanked = [*taken, *(s for i in gone for s in notice.clauses[i].spans)]
    numbers = {old: new for new, old in enumerate(i for i in range(len(left)) if i not in gone)}
    clauses = [
        replace(c, spans=left[i], parent=numbers.get(_above(notice, i, gone), -1), children=())
        for i, c in enumerate(notice.clauses)
        if i not in gone
    ]
    return replace(
        notice,
        text=_blanked(notice.text, blanked),
        clauses=_with_children(clauses),
        facts=tuple(
            _moved(f, numbers) for f in notice.facts if f.clause in numbers and not _hit(f.span, taken)
        ),
    )


def _hit(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < t.end and t.start < span.end for t in taken)


def _left_of(clause: Clause, taken: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a clause's own text that lie outside `taken`; none of a row that is touched."""
    if clause.kind is ClauseKind.ROW:
        return () if _hit(clause.span, taken) else clause.spans
    left = list(clause.spans)
    for t in taken:
        left = [p for s in left for p in _less(s, t)]
    return tuple(s for s in left if len(s) > 1)


def _less(span: Span, taken: Span) -> list[Span]:
    if taken.end <= span.start or span.end <= taken.start:
        return [span]
    before = Span(span.start, max(span.start, taken.start))
    behind = Span(min(span.end, taken.end), span.end)
    return [s for s in (before, behind) if len(s)]


def _above(notice: Notice, index: int, gone: set[int]) -> int:
    """The nearest clause above that stays."""
    return next((i for i in notice.ancestors(index) if i not in gone), -1)


def _with_children(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    below: dict[int, list[int]] = {}
    for number, clause in enumerate(clauses):
        below.setdefault(clause.parent, []).append(number)
    return tuple(replace(c, children=tuple(below.get(i, ()))) for i, c in enumerate(clauses))


def _moved(fact: Fact, numbers: dict[int, int]) -> Fact:
    return replace(fact, clause=numbers[fact.clause])


def _blanked(text: str, spans: Sequence[Span]) -> str:
    characters = list(text)
    for span in spans:
        for at in range(span.start, span.end):
            if characters[at] != "\n":
                characters[at] = " "
    return "".join(characters)
