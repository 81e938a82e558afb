"""Lines and tables where they stand on pages, to paragraphs and tables in reading order.

A PDF holds neither paragraphs nor running headers: both are told by position. The pages of a notice are set
as GB/T 9704 has it, in lines that reach the right margin until the paragraph ends, its first line indented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus import patterns as re
from corpus.readers.document import Grid, Paragraph, Part
from corpus.values.numbering import read_marker

__all__ = ["PageContent", "PlacedTable", "TextLine", "join_lines", "lay_out"]

_ENDS = "。！？；：!?;:"
_DEEPEST = 5  # letters that a first line may be indented by
_NARROWEST = 0.7  # share of the page's width that body lines reach at least
_EDGE = 0.12  # share of the page's height that running headers and footers stand in
_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]*(?:第\s*|[Pp]age\s*)?\d{1,4}\s*页?(?:\s*(?:[/／,，]|共|of)+\s*\d{1,4}\s*页?)?[-—–－·.\s]*"
)
_COUNTED = re.compile(r"第?\s*\d+\s*页|\d+\s*[/／]\s*\d+")
_CONTINUED = re.compile(r"[（(]?\s*(?:续上?表\s*\d*|接上[页表])\s*[）)]?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line; coordinates in points from the top left corner of its page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A ruled table on one page; a cell that is merged with one above or to the left is empty."""

    rows: tuple[tuple[str, ...], ...]
    x0: float
    x1: float
    top: float
    page: int
    merged: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page prints; lines do not include those of its tables."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]
    tables: tuple[PlacedTable, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The margins that body lines keep, their usual size and the distance from line to line."""

    left: float
    right: float
    size: float
    leading: float


def lay_out(pages: Sequence[PageContent]) -> list[Part]:
    """The paragraphs and tables of a document, running headers, footers and page numbers left out."""
    running = _running(pages)
    kept = [_body_lines(p, running) for p in pages]
    by_width: dict[int, list[list[TextLine]]] = {}
    for page, lines in zip(pages, kept, strict=True):
        by_width.setdefault(round(page.width), []).append(lines)
    frames = {width: _frame(group, width) for width, group in by_width.items()}
    items: list[tuple[TextLine | PlacedTable, _Frame]] = []
    for page, lines in zip(pages, kept, strict=True):
        placed: list[TextLine | PlacedTable] = [*lines, *page.tables]
        items.extend((item, frames[round(page.width)]) for item in sorted(placed, key=lambda x: x.top))
    return list(_parts(items))


def _edge_lines(page: PageContent) -> list[TextLine]:
    low, high = page.height * _EDGE, page.height * (1 - _EDGE)
    return [x for x in page.lines if x.bottom < low or x.top > high]


def _key(line: TextLine) -> tuple[int, str]:
    return round(line.top), _COUNTED.sub("#", re.sub(r"\s", "", line.text))


def _running(pages: Sequence[PageContent]) -> frozenset[tuple[int, str]]:
    """Lines at the edge of a page that stand in the same place on three pages or more."""
    counts = Counter(key for p in pages for key in {_key(x) for x in _edge_lines(p)})
    return frozenset(key for key, pages_with in counts.items() if pages_with >= 3)


def _body_lines(page: PageContent, running: frozenset[tuple[int, str]]) -> list[TextLine]:
    """The lines of a page without what runs through the document and without its number."""
    furniture = {x for x in _edge_lines(page) if _key(x) in running or _PAGE_NUMBER.fullmatch(x.text)}
    return [x for x in page.lines if x not in furniture]


def _frame(pages: Sequence[Sequence[TextLine]], width: float) -> _Frame:
    lines = [x for page in pages for x in page]
    if not lines:
        return _Frame(0, 0, 1, 1)
    size = median(x.size for x in lines)
    steps = [b.top - a.top for page in pages for a, b in pairwise(page)]
    steps = [x for x in steps if 0 < x < 4 * size]
    left, right = _margin([x.x0 for x in lines], size), -_margin([-x.x1 for x in lines], size)
    if right < _NARROWEST * width:
        right = width - left  # only short lines: none of them is known to reach the margin
    return _Frame(left, right, size, median(steps) if steps else 2 * size)


def _margin(places: Sequence[float], size: float) -> float:
    """The smallest coordinate that several lines share; a single line may stick out."""
    need = 2 if len(places) > 3 else 1
    ordered = sorted(places)
    for place in ordered:
        if sum(place <= other < place + 0.5 * size for other in ordered) >= need:
            return place
    return ordered[0]


def _parts(items: Sequence[tuple[TextLine | PlacedTable, _Frame]]) -> Iterator[Part]:
    open_lines: list[TextLine] = []
    tables: list[PlacedTable] = []
    for item, frame in items:
        if isinstance(item, PlacedTable):
            yield from _paragraph(open_lines)
            open_lines = []
            if tables and not _same_table(tables[-1], item):
                yield _grid(tables)
                tables = []
            tables.append(item)
        elif tables and _CONTINUED.fullmatch(item.text):
            continue
        else:
            if tables:
                yield _grid(tables)
                tables = []
            if open_lines and not _goes_on(open_lines, item, frame):
                yield from _paragraph(open_lines)
                open_lines = []
            open_lines.append(item)
    yield from _paragraph(open_lines)
    if tables:
        yield _grid(tables)


def _goes_on(paragraph: Sequence[TextLine], line: TextLine, frame: _Frame) -> bool:
    """Whether a line continues the paragraph above it."""
    last = paragraph[-1]
    size = frame.size
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return False
    if last.page == line.page and _title_goes_on(last, line, frame):
        return True
    if last.page == line.page and line.top - last.top > 1.4 * frame.leading:
        return False
    full = last.x1 > frame.right - 1.9 * size
    ended = last.text[-1] in _ENDS
    if line.x0 > frame.left + 0.8 * size:  # indented: a new paragraph, or one whose lines all are
        beside = abs(line.x0 - last.x0) < 0.5 * size
        return full and beside and not ended and read_marker(line.text) is None
    if last.x0 > frame.left + _DEEPEST * size:
        return False  # centred or set to the right
    indented = paragraph[0].x0 > frame.left + 0.8 * size
    if read_marker(line.text):
        return full and indented and not ended
    if full:
        return indented or not ended
    reach = frame.left + 0.6 * (frame.right - frame.left)
    return indented and not ended and last.x1 > reach  # a long word would not fit


def _title_goes_on(last: TextLine, line: TextLine, frame: _Frame) -> bool:
    """A centred title in larger letters over several lines."""
    middle = (frame.left + frame.right) / 2
    centred = all(abs((x.x0 + x.x1) / 2 - middle) < x.size for x in (last, line))
    larger = line.size > 1.1 * frame.size and line.top - last.top < 2.5 * line.size
    return centred and larger and line.x0 > frame.left + 0.8 * frame.size and last.text[-1] not in _ENDS


def _paragraph(lines: Sequence[TextLine]) -> Iterator[Paragraph]:
    if lines:
        yield Paragraph(join_lines([x.text for x in lines]), lines[0].page)


def join_lines(texts: Sequence[str]) -> str:
    """Wrapped lines made one: a blank between two Latin words, none beside Chinese or in an address."""
    joined = ""
    for text in (t.strip() for t in texts):
        latin = joined[-1:].isascii() and text[:1].isascii() and joined != "" and text != ""
        joined += (" " if latin and not _ADDRESS.search(joined) and joined[-1] != "-" else "") + text
    return joined


def _same_table(above: PlacedTable, below: PlacedTable) -> bool:
    """Whether a table at the top of a page is the rest of the last one of the page before."""
    aligned = abs(above.x0 - below.x0) < 6 and abs(above.x1 - below.x1) < 6
    return below.page == above.page + 1 and aligned and len(above.rows[0]) == len(below.rows[0])


def _grid(tables: Sequence[PlacedTable]) -> Grid:
    """One table of the pieces, a header that is printed again left out."""
    head = tables[0].rows
    rows, pages, merged = list(head), [tables[0].page] * len(head), set(tables[0].merged)
    for table in tables[1:]:
        most = min(3, len(table.rows) - 1, len(head))
        again = next((n for n in range(most, 0, -1) if table.rows[:n] == head[:n]), 0)
        merged.update((len(rows) + r - again, c) for r, c in table.merged if r >= again)
        rows.extend(table.rows[again:])
        pages.extend([table.page] * (len(table.rows) - again))
    return Grid(tuple(rows), tuple(pages), frozenset(merged))
