"""The frozen types that a notice is read into.

All offsets count Unicode code points in `Notice.text`, the stored text, half-open as in Python slices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from corpus import patterns as re

__all__ = [
    "Cell",
    "Citation",
    "Clause",
    "ClauseKind",
    "Fact",
    "FactKind",
    "Notice",
    "Span",
    "cite",
    "cite_cell",
    "collapse",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the stored text of one notice."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0: got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class ClauseKind(StrEnum):
    """What a clause is in the layout of its notice."""

    HEADING = "heading"  # a title with what follows below it
    ITEM = "item"  # a numbered sentence or paragraph
    PARAGRAPH = "paragraph"  # unnumbered text
    TABLE = "table"  # its children are rows
    ROW = "row"  # holds cells


_UNIT = re.compile(r"[（(](?:单位[：:])?[^（()）]*元(?:/[^（()）]{1,4})?[）)]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell. `header` joins the levels of its column header with a blank.

    `inherited` marks a cell left blank for 'same as above'; its text and span are those of the cell meant.
    """

    header: str
    text: str
    span: Span
    inherited: bool = False

    @property
    def column(self) -> str:
        """The column's own name: the last level of its header, without the unit."""
        return _UNIT.sub("", self.header.split(" ")[-1]).strip()


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of the clause tree.

    `spans` are the pieces of the clause's own text (without its children); more than one where page
    furniture or a footnote interrupts it. `parent` and `children` index `Notice.clauses`; -1 means none.
    `marker` is the numbering mark as printed (`（一）`), `""` where there is none.
    """

    locator: str
    marker: str
    kind: ClauseKind
    spans: tuple[Span, ...]
    parent: int
    children: tuple[int, ...] = ()
    cells: tuple[Cell, ...] = ()
    page: int | None = None

    @property
    def span(self) -> Span:
        """The hull of the clause's own text."""
        return Span(self.spans[0].start, self.spans[-1].end)


class FactKind(StrEnum):
    """The type of a value that a notice states."""

    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    QUANTITY = "quantity"
    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Fact:
    """A typed value with the place it was read from.

    `value` is canonical (a decimal number, `2024-08-23`, an address as written); `text` is the wording in
    the notice with white space collapsed. `clause` indexes `Notice.clauses`.
    """

    kind: FactKind
    value: str
    unit: str
    text: str
    span: Span
    clause: int


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Notice:
    """One notice, whole: its stored text, what is known about it, and its clause tree in reading order."""

    notice_id: str
    title: str
    issuer: str
    text: str
    clauses: tuple[Clause, ...]
    source: str  # file name
    issued: date | None = None
    issued_text: str = ""  # the date as printed, where it is not a whole day
    document_number: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    official_url: str = ""
    restated: bool = False
    facts: tuple[Fact, ...] = ()
    tags: tuple[str, ...] = field(default=())  # section of a bulletin, other names
    corrections: str = ""  # of its compiled rules, as written beside it (`corpus/rules/overlay.py`)

    def quote(self, span: Span) -> str:
        """The stored text of `span` on one line; equal to it once white space is removed."""
        return collapse(self.text[span.start : span.end])

    def clause_text(self, index: int) -> str:
        """A clause's own text for display: wrapped lines joined, without its children."""
        return "".join(self.quote(s) for s in self.clauses[index].spans)

    def ancestors(self, index: int) -> Iterator[int]:
        """Indexes of the clauses above `index`, nearest first."""
        parent = self.clauses[index].parent
        while parent >= 0:
            yield parent
            parent = self.clauses[parent].parent

    def descendants(self, index: int) -> Iterator[int]:
        """Indexes of the clauses below `index`, in reading order."""
        for child in self.clauses[index].children:
            yield child
            yield from self.descendants(child)

    def rows(self, table: int) -> list[int]:
        """The rows right below a clause that is a table, in reading order."""
        return [i for i in self.clauses[table].children if self.clauses[i].kind is ClauseKind.ROW]

    def heading_path(self, index: int) -> tuple[str, ...]:
        """The headings above a clause, outermost first, each shortened to its title."""
        above = [self.heading(i) for i in self.ancestors(index)]
        return tuple(h for h in reversed(above) if h)

    def heading(self, index: int) -> str:
        """What names a clause: its first words up to the first stop, at most 40 characters."""
        clause = self.clauses[index]
        raw = self.text[clause.spans[0].start : clause.spans[0].end]
        if clause.kind is ClauseKind.TABLE and ("\t" in raw.strip() or "|" in raw):
            return clause.locator.rsplit("/", 1)[-1]  # a table without a caption
        head = re.split(r"[。；;]", self.clause_text(index), maxsplit=1)[0]
        return head if len(head) <= 40 else head[:39] + "…"

    def clause_at(self, locator: str) -> int | None:
        """The index of the clause with that locator."""
        return next((i for i, c in enumerate(self.clauses) if c.locator == locator), None)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a notice, quoted to the letter: `text[start:end]` equals `quote` but for white space."""

    notice_id: str
    notice_title: str
    issuer: str
    locator: str
    heading_path: tuple[str, ...]
    quote: str
    start: int
    end: int
    page: int | None
    source: str
    restated: bool


_CJK = r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]"
_BETWEEN_CJK = re.compile(rf"(?<={_CJK})\s+|(?<!\s)\s+(?={_CJK})")


def collapse(text: str) -> str:
    """White space between or beside Chinese characters removed, other runs made one blank."""
    words = text.split()
    if len(words) < 2:
        return words[0] if words else ""
    return re.sub(r"\s+", " ", _BETWEEN_CJK.sub("", text)).strip()


def cite(notice: Notice, clause: int, span: Span | None = None) -> Citation:
    """Build the citation of a clause, or of `span` inside it."""
    node = notice.clauses[clause]
    where = span or node.spans[0]
    return Citation(
        notice_id=notice.notice_id,
        notice_title=notice.title,
        issuer=notice.issuer,
        locator=node.locator,
        heading_path=notice.heading_path(clause),
        quote=notice.quote(where),
        start=where.start,
        end=where.end,
        page=node.page,
        source=notice.source,
        restated=notice.restated,
    )


def cite_cell(notice: Notice, clause: int, cell: Cell) -> Citation:
    """Build the citation of one cell of a row: the row's locator with the column's own name below it."""
    citation = cite(notice, clause, cell.span)
    return replace(citation, locator=f"{citation.locator}/{_column_label(notice.clauses[clause], cell)}")


def _column_label(row: Clause, cell: Cell) -> str:
    """The column's own name, all levels of it where others share the last, its number where it has none."""
    for label in (cell.column, _UNIT.sub("", cell.header).replace(" ", "")):
        shared = sum(label in (c.column, _UNIT.sub("", c.header).replace(" ", "")) for c in row.cells)
        if label and shared < 2:
            return label.replace("/", "／")
    return f"列{row.cells.index(cell) + 1}"
