"""The elements of a page to paragraphs and tables (HTML Living Standard, sections 4.4, 4.5 and 4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus import patterns as re
from corpus.readers.document import Grid, Paragraph, Part, paragraphs, tidy
from corpus.readers.html_clutter import is_control, own_text, raw_text
from corpus.readers.numerals import numeral
from corpus.values.numbering import read_marker

__all__ = ["read_parts"]

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "rb",
    ]
)
_SKIPPED = frozenset(
    ["rt", "rp", "img", "hr", "caption", "colgroup", "col", "legend", "area", "param", "source", "track"]
)
_SOURCE_BREAK = "\x1e"  # a line break of the source, which shows as a blank or, in Chinese, as nothing
_PROSE = 25  # items of a bulleted list this long are clauses, shorter ones may be lines of a form
_MAX_SPAN = 100


def read_parts(root: etree._Element) -> list[Part]:
    """The paragraphs and tables below `root` in the order of the page."""
    walker = _Walker(len(own_text(root)))
    walker.walk(root)
    walker.flush()
    return walker.parts


@dataclass(slots=True)
class _Walker:
    """Collects inline text until a block ends; `mark` is the list number that the next paragraph bears."""

    page_length: int
    parts: list[Part] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    mark: str = ""
    depth: int = 0

    def walk(self, element: etree._Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag == "br":
            self.buffer.append("\n")
        elif tag == "pre":
            self.flush()
            self.buffer.append(raw_text(element))
            self.flush()
        elif tag == "table":
            self.flush()
            self._table(element)
        elif tag in ("ol", "ul"):
            self.flush()
            self._list(element)
        else:
            block = tag not in _INLINE
            if block:
                self.flush()
            self._children(element)
            if block:
                self.flush()

    def _children(self, element: etree._Element) -> None:
        self._text(element.text)
        for child in element:
            self.walk(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            broken = re.sub(r"(?<![ \t])[ \t]*[\r\n\f][ \t\r\n\f]*", _SOURCE_BREAK, text)
            self.buffer.append(broken.replace("\t", " "))

    def flush(self) -> None:
        """End the paragraph, or the paragraphs that line breaks make of it."""
        raw, self.buffer = "".join(self.buffer), []
        for text in paragraphs(raw):
            if is_control(text):
                continue
            if self.mark and re.fullmatch(r"\d{1,2}", text):
                self.mark = f"{text}、"  # an item whose number the page prints in an element of its own
                continue
            self.parts.append(Paragraph(text if read_marker(text) else self.mark + text))
            self.mark = ""

    def _list(self, element: etree._Element) -> None:
        items = [c for c in element if c.tag == "li"]
        ordered = element.tag == "ol"
        prose = any(len(own_text(x)) >= _PROSE for x in items) and "none" not in (element.get("style") or "")
        number = _integer(element.get("start"), 1)
        self.depth += ordered
        self._text(element.text)
        for child in element:
            if child.tag == "li":
                number = _integer(child.get("value"), number)
                self.mark = self._ordinal(element, number) if ordered else "•" if prose else ""
                number += 1
            self.walk(child)
            self.mark = ""
            self._text(child.tail)
        self.flush()
        self.depth -= ordered

    def _ordinal(self, element: etree._Element, number: int) -> str:
        """The mark of a list item: as its type says, else `1、` `（1）` `①` by depth."""
        kind, style = element.get("type") or "", (element.get("style") or "").lower()
        if "list-style" in style and "none" in style:
            return ""
        if "cjk-ideographic" in style or "chinese" in style:
            name = numeral(number, "chinese")
            return f"{name}、" if self.depth < 2 else f"（{name}）"
        if kind in ("a", "A", "i", "I"):
            name = numeral(number, "letter" if kind in "aA" else "roman")
            return (name.upper() if kind in "AI" else name) + ". "
        if self.depth < 2:
            return f"{number}、"
        return f"（{number}）" if self.depth == 2 else numeral(number, "circled")

    def _table(self, element: etree._Element) -> None:
        caption = next((c for c in element if c.tag == "caption"), None)
        if caption is not None:
            self._children(caption)
            self.flush()
        rows = [_cells(row) for row in _rows(element)]
        if self._lays_out(element, rows):
            for cell in (c for row in rows for c in row):
                self._children(cell)
                self.flush()
            return
        texts = [[(self._cell(c), *_spans(c, len(rows))) for c in row] for row in rows]
        self.parts.append(_placed(texts))

    def _lays_out(self, element: etree._Element, rows: list[list[etree._Element]]) -> bool:
        """Whether a table only places things on the page."""
        if element.get("role") in ("presentation", "none"):
            return True
        plain = [[c for c in row if own_text(c) and c.find(".//table") is None] for row in rows]
        if sum(len(row) > 1 for row in plain) < (2 if element.find(".//table") is not None else 1):
            return True
        lengths = [len(own_text(c)) for row in rows for c in row]
        return len(rows) < 2 or max(lengths) > max(500, 0.5 * self.page_length)

    def _cell(self, cell: etree._Element) -> str:
        inner = _Walker(self.page_length)
        inner._children(cell)
        inner.flush()
        texts: list[str] = []
        for part in inner.parts:
            if isinstance(part, Paragraph):
                texts.append(part.text)
            else:
                texts.extend(text for row in part.rows for text in row if text)
        return tidy(" ".join(texts))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells(row: etree._Element) -> list[etree._Element]:
    return [c for c in row if c.tag in ("td", "th")]


def _spans(cell: etree._Element, rows: int) -> tuple[int, int]:
    """Columns and rows that a cell takes; `rowspan=0` reaches to the end of the table."""
    columns = min(max(_integer(cell.get("colspan"), 1), 1), _MAX_SPAN)
    down = _integer(cell.get("rowspan"), 1)
    return columns, rows if down == 0 else max(down, 1)


def _placed(lines: list[list[tuple[str, int, int]]]) -> Grid:
    """Rows of (text, columns, rows) put on a grid (HTML Living Standard 4.9.12, forming a table)."""
    taken: dict[tuple[int, int], str] = {}
    merged: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        column = 0
        for text, columns, rows in line:
            while (row, column) in taken:
                column += 1
            for down in range(min(rows, len(lines) - row)):
                taken.update(((row + down, column + right), "") for right in range(columns))
                merged.add((row + down, column))
            taken[row, column] = text
            merged.discard((row, column))
            column += columns
    width = 1 + max((c for _, c in taken), default=-1)
    texts = tuple(tuple(taken.get((r, c), "") for c in range(width)) for r in range(len(lines)))
    return Grid(texts, merged=frozenset(merged))


def _integer(value: str | None, default: int) -> int:
    match = re.match(r"\s*(-?\d{1,6})", value or "")
    return int(match.group(1)) if match else default
