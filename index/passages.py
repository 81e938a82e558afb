"""The units of search: a clause, a sentence of a long clause, or a table row, each with its exact place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import patterns as re
from corpus.library import Library
from corpus.notice import ClauseKind, Notice, Span, collapse
from index.records import record_beside

__all__ = ["Passage", "passages_of", "sentences"]

LONG_CLAUSE = 90  # a clause longer than this is searched sentence by sentence
_LEAD_IN = 120  # how much of the parent's text is kept as context
_STOPS = "。；！？"
_PAIRS = dict(zip("（(【[《〈“‘「『", "）)】]》〉”’」』", strict=True))
_CLOSING = frozenset(_PAIRS.values())
_MARKS = _CLOSING | frozenset(_STOPS)
_RUNS_ON = "的，、：者和或"  # after a closing mark: the sentence goes on
_RUN_IN = re.compile(
    r"[\u4e00-\u9fff、和与及（）()]{2,12}。"
)  # （二）材料报送。由单位…: a heading, said with the rest
_WORD = re.compile(r"\w")
_CELL_TEXT = re.compile(r"[^|\s](?:[^\n]*[^|\s])?")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a search finds. `text` is for display; without white space it equals the stored text of `span`,
    except for a table row, where it reads `header：cell；…`. `context` says what stands above it."""

    notice_id: str
    notice: int  # index in Library.notices
    clause: int
    span: Span
    text: str
    context: str


def passages_of(library: Library) -> tuple[Passage, ...]:
    """The passages of all notices, in reading order."""
    return tuple(p for number, notice in enumerate(library.notices) for p in _notice_passages(notice, number))


def _notice_passages(notice: Notice, number: int) -> Iterator[Passage]:
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.ROW:
            text = _row_text(notice, index)
            found = [(clause.span, text, "")] if text else []
        elif clause.kind is ClauseKind.TABLE:
            found = [(s, _without_bars(notice.quote(s)), "") for s in _caption_spans(notice, index)]
        else:
            found = list(_clause_pieces(notice, index))
        above = (*_context(notice, index), record_beside(notice, index))
        for span, text, beside in found:
            context = "\n".join(x for x in (*above, beside) if x)
            yield Passage(notice.notice_id, number, index, span, text, context)


# --- text clauses ----------------------------------------------------------------------------------


def _clause_pieces(notice: Notice, index: int) -> Iterator[tuple[Span, str, str]]:
    """Span, text and additional context of each piece of a clause; no piece crosses a gap between spans."""
    clause = notice.clauses[index]
    whole = notice.clause_text(index)
    pieces: list[Span] = []
    for span in clause.spans:
        pieces += sentences(notice.text, span) if len(whole) > LONG_CLAUSE else [_trimmed(notice.text, span)]
    pieces = [p for p in pieces if _WORD.search(notice.text, p.start, p.end)]
    if (
        clause.marker
        and len(pieces) > 1
        and _RUN_IN.fullmatch(_after(clause.marker, notice.quote(pieces[0])))
    ):
        pieces[:2] = [Span(pieces[0].start, pieces[1].end)]
    for number, span in enumerate(pieces):
        beside = [notice.heading(index)] if number else []
        if len(clause.spans) > 1:
            beside += _torn_off(notice, pieces, number)
        yield span, notice.quote(span), " ".join(beside)


def _after(marker: str, text: str) -> str:
    return text.removeprefix(marker).lstrip()


def _torn_off(notice: Notice, pieces: list[Span], number: int) -> Iterator[str]:
    """The rest of a sentence that a gap between the clause's spans tears in two."""
    if number and notice.text[pieces[number - 1].end - 1] not in _MARKS:
        yield notice.quote(pieces[number - 1])
    if number + 1 < len(pieces) and notice.text[pieces[number].end - 1] not in _MARKS:
        yield notice.quote(pieces[number + 1])


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences in `text[span.start:span.end]`, cut after 。；！？ outside quotation marks and brackets.

    Closing marks stay with their sentence; a stop just inside a closing mark ends the sentence unless the
    text runs on with a particle or another mark. Together the spans hold everything but white space.
    """
    inside = _enclosed(text, span)
    out, start, position = [], span.start, span.start
    while position < span.end:
        if text[position] in _STOPS:
            end = position + 1
            while end < span.end and text[end] in _MARKS:
                end += 1
            if _ends_here(text, position, end, span, inside):
                out.append(_trimmed(text, Span(start, end)))
                start = end
            position = end
        else:
            position += 1
    out.append(_trimmed(text, Span(start, span.end)))
    return [s for s in out if len(s)]


def _ends_here(text: str, stop: int, end: int, span: Span, inside: list[int]) -> bool:
    """Whether the stop at `stop`, with the marks that follow it up to `end`, ends a sentence."""
    last = end - 1
    if inside[stop - span.start] == 0 or inside[last - span.start] == 0:
        return True
    closed = text[last] in _CLOSING and inside[last - span.start] == 1
    return closed and text[stop] != "；" and (end == span.end or text[end] not in _RUNS_ON)


def _enclosed(text: str, span: Span) -> list[int]:
    """How many pairs of brackets or quotation marks enclose each character; marks without a partner count
    for nothing.

    The marks themselves count as enclosed by their own pair.
    """
    steps = [0] * (len(span) + 1)
    unclosed: list[int] = []
    for position in range(span.start, span.end):
        mark = text[position]
        if mark in _PAIRS:
            unclosed.append(position)
        elif mark in _CLOSING:
            partners = [i for i, opening in enumerate(unclosed) if _PAIRS[text[opening]] == mark]
            if partners:
                steps[unclosed[partners[-1]] - span.start] += 1
                steps[position + 1 - span.start] -= 1
                del unclosed[partners[-1] :]
    depth, out = 0, []
    for step in steps[:-1]:
        depth += step
        out.append(depth)
    return out


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


# --- tables ----------------------------------------------------------------------------------------


def _row_text(notice: Notice, index: int) -> str:
    cells = notice.clauses[index].cells
    named = (f"{c.header}：{c.text}" if c.header and c.header != c.text else c.text for c in cells if c.text)
    return "；".join(named) or _without_bars(notice.clause_text(index))


def _caption_spans(notice: Notice, index: int) -> list[Span]:
    """Lines of a table's own text that are neither its header nor one of its rows."""
    table = notice.clauses[index]
    rows = [notice.clauses[i] for i in table.children]
    headers = _squeeze("".join(c.header for r in rows for c in r.cells))
    taken = [s for r in rows for s in r.spans]
    found = []
    for span in table.spans:
        for line in _CELL_TEXT.finditer(notice.text, span.start, span.end):
            place = Span(*line.span())
            parts = [_squeeze(p) for p in re.split(r"[|\t]", notice.quote(place))]
            own = any(p and p not in headers for p in parts)
            if own and not any(s.covers(place) or place.covers(s) for s in taken):
                found.append(place)
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _without_bars(text: str) -> str:
    return collapse(re.sub(r"[|\t]+", " ", text))


# --- what stands above -----------------------------------------------------------------------------


def _context(notice: Notice, index: int) -> tuple[str, ...]:
    """The notice's title and what names each clause above, outermost first."""
    above = [_name(notice, i, nearest=i == notice.clauses[index].parent) for i in notice.ancestors(index)]
    return (notice.title, *(name for name in reversed(above) if name))


def _name(notice: Notice, index: int, nearest: bool) -> str:
    """A table's caption, the lead-in of the list that a clause belongs to, else the clause's heading."""
    kind = notice.clauses[index].kind
    if kind is ClauseKind.TABLE:
        return " ".join(_without_bars(notice.quote(s)) for s in _caption_spans(notice, index))
    if nearest and kind is not ClauseKind.HEADING:
        return notice.clause_text(index)[:_LEAD_IN]
    return notice.heading(index)
