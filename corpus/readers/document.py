"""What every reader renders a file to: one plain text in the conventions of the line parser.

One paragraph is one line (a line break that an author set is a line of its own), a blank line stands between
paragraphs, a table is a run of rows with tabs between the cells. The rendered text is the stored text, so
every offset into it is exact by construction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from corpus import patterns as re
from corpus.readers.metadata import Metadata

__all__ = ["Document", "Grid", "Paragraph", "Part", "paragraphs", "render", "tidy"]

# The table parser reads through single blank lines; three end a table before the next one.
_BETWEEN_TABLES = "\n\n\n\n"
_CJK = r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]"
_INDENT = re.compile(r"[ \x1e]*(?:\u3000|[\xa0\u2003]{2}| {4})")
_SOURCE_BREAK = re.compile(rf"(?<={_CJK})[ \t]*\n\s*(?={_CJK})")


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text and what the file says beside it.

    `pages` holds (offset, page number) where a page's text begins, ascending; empty where the format has no
    pages. `merged` holds the offsets of blank cells that a cell above reaches down into. `metadata` is what
    the file declares, `title` what it goes by where the text names none. `body` is the offset at which
    clauses begin. `warnings` say what was left unread.
    """

    text: str
    markdown: bool = False
    pages: tuple[tuple[int, int], ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    title: str = ""
    body: int = 0
    warnings: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()

    def page_at(self, offset: int) -> int | None:
        """The page that the character at `offset` stands on."""
        index = bisect_right(self.pages, offset, key=lambda entry: entry[0])
        return self.pages[index - 1][1] if index else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `text` may hold line breaks that its author set. `page` is 0 where there are none."""

    text: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, every row as wide as the widest. A merged cell is given once, blanks stand elsewhere.

    `merged` holds the row and column of each blank that continues the first column of a cell above.
    """

    rows: tuple[tuple[str, ...], ...]
    pages: tuple[int, ...] = ()  # one for each row, or none at all
    merged: frozenset[tuple[int, int]] = frozenset()

    @property
    def tabular(self) -> bool:
        """Whether two rows and two columns or more hold text: else it only lays out the page."""
        rows = sum(any(r) for r in self.rows)
        columns = sum(any(c) for c in zip(*self.rows, strict=True))
        return rows > 1 and columns > 1


Part = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class _Line:
    """A line to print; `merged` are the places in it of blank cells that continue a cell above."""

    text: str
    page: int
    merged: tuple[int, ...] = ()


def render(parts: Iterable[Part]) -> tuple[str, tuple[tuple[int, int], ...], frozenset[int]]:
    """The text of `parts` in order, the offsets at which pages begin, and those of merged blank cells."""
    pieces: list[str] = []
    pages: list[tuple[int, int]] = []
    merged: set[int] = set()
    length, after_table = 0, False
    for part in _flattened(parts):
        table = isinstance(part, Grid)
        gap = "" if not pieces else _BETWEEN_TABLES if table and after_table else "\n\n"
        for line in _lines(part):
            pieces.append(gap + line.text)
            start = length + len(gap)
            length += len(pieces[-1])
            gap = "\n"
            if line.page and (not pages or pages[-1][1] != line.page):
                pages.append((start, line.page))
            merged.update(start + place for place in line.merged)
        after_table = table
    return "".join(pieces) + ("\n" if pieces else ""), tuple(pages), frozenset(merged)


def _flattened(parts: Iterable[Part]) -> Iterator[Part]:
    """`parts` without empty ones, tables that only lay out the page made paragraphs."""
    for part in parts:
        if isinstance(part, Paragraph):
            if part.text.strip():
                yield part
        elif part.tabular:
            yield part
        else:
            pages = part.pages or (0,) * len(part.rows)
            for row, page in zip(part.rows, pages, strict=True):
                yield from (Paragraph(cell, page) for cell in row if cell)


def _lines(part: Part) -> Iterator[_Line]:
    if isinstance(part, Paragraph):
        yield from (_Line(x.replace("\t", " "), part.page) for x in part.text.split("\n") if x.strip())
        return
    pages = part.pages or (0,) * len(part.rows)
    used = _used_columns(part.rows)
    for number, (row, page) in enumerate(zip(part.rows, pages, strict=True)):
        if any(row):
            starts = accumulate((len(row[c]) + 1 for c in used), initial=0)
            places = [at for c, at in zip(used, starts, strict=False) if (number, c) in part.merged]
            yield _Line("\t".join(row[c] for c in used), page, tuple(places))


def _used_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """Columns that hold text; editors leave empty ones behind where cells were merged by hand."""
    return [c for c in range(len(rows[0])) if any(row[c] for row in rows)]


def tidy(text: str) -> str:
    """`text` on one line: white space runs made one blank, none where the source broke Chinese text."""
    return re.sub(r"\s+", " ", _SOURCE_BREAK.sub("", text.replace("\u200b", ""))).strip()


def paragraphs(raw: str) -> list[str]:
    """The paragraphs in a run of text whose line breaks are its author's.

    A blank line or an indented one begins a paragraph of its own. `\x1e` stands for a break of the source,
    which shows as a blank or, in Chinese, as nothing.
    """
    found: list[list[str]] = [[]]
    for line in raw.split("\n"):
        text = tidy(line.replace("\x1e", "\n"))
        if not text or _INDENT.match(line):
            found.append([])
        if text:
            found[-1].append(text)
    return ["\n".join(lines) for lines in found if lines]
