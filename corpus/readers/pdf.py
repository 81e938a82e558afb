"""PDF files with a text layer, read with pdfplumber."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.table import Table

from corpus import patterns as re
from corpus.errors import TooLarge, UnreadableFile
from corpus.readers.document import Document, Grid, render, tidy
from corpus.readers.files import check_text, read_bytes
from corpus.readers.pdf_layout import PageContent, PlacedTable, TextLine, join_lines, lay_out
from corpus.readers.radicals import characters_for_radicals

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES = 2000
_MAX_EDGES = 5000  # a drawing, not a table: looking for cells would take minutes
_UPRIGHTS = 3  # so many upright rules make a table
_SAME_EDGE = 3  # points that the edges of a table may differ by from page to page
_SPACING = 0.3  # a gap of this share of the letter size is a blank
_UNMAPPED = re.compile(r"\(cid:\d+\)")

# pdfminer warns of every oddity in a font; what cannot be read is reported here
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(path: Path) -> Document:
    """The text of a PDF with its page map; pages that are pictures are named in `warnings`.

    Raises:
        UnreadableFile: it is no PDF, damaged, encrypted, too long, or no page has text.
    """
    data = read_bytes(path)
    if b"%PDF-" not in data[:1024]:
        raise UnreadableFile(path, "不是 PDF 文件，可能改了扩展名；请用原来的软件打开，另存为 .pdf")
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            if count > MAX_PAGES:
                raise TooLarge(path, f"有 {count} 页，上限是 {MAX_PAGES} 页；请拆成几个文件再放入")
            contents, warnings = _contents(pdf.pages)
            title = tidy(str(pdf.metadata.get("Title") or ""))
    except UnreadableFile:
        raise
    except Exception as error:  # pdfminer raises whatever a damaged file makes it stumble on
        raise UnreadableFile(path, _reason(error)) from error
    if not contents:
        raise UnreadableFile(path, "没有一页有文字层（可能是扫描件）；请先做文字识别（OCR）再放入")
    text, pages, merged = render(lay_out(contents))
    text = characters_for_radicals(text)
    title = re.sub(r"^Microsoft Word - |\.docx?$", "", title)
    title = title if re.search(r"[\u4e00-\u9fff]", title) else ""
    return Document(check_text(path, text), pages=pages, title=title, warnings=tuple(warnings), merged=merged)


def _reason(error: Exception) -> str:
    causes = (error, error.__cause__, error.__context__, *error.args)
    if any(isinstance(c, PDFPasswordIncorrect) for c in causes):
        return "PDF 加了密码；请用密码打开后另存为不加密的 PDF"
    return "不是完整的 PDF 文件，可能已损坏；请重新下载，或用阅读器打开后另存"


def _contents(pages: Sequence[Page]) -> tuple[list[PageContent], list[str]]:
    """What the pages hold, and a warning for each that could not be read."""
    contents: list[PageContent] = []
    warnings: list[str] = []
    for number, page in enumerate(pages, start=1):
        try:
            before = contents[-1] if contents and contents[-1].number == number - 1 else None
            content, unread = _content(page, number, before), _unread(page)
        except PDFPasswordIncorrect:
            raise
        except Exception:  # see read_pdf: one damaged page does not cost the others
            warnings.append(f"第{number}页已损坏，未读入")
            continue
        finally:
            page.close()
        if content.lines or content.tables:
            contents.append(content)
        elif unread:
            warnings.append(f"第{number}页{unread}，未读入")
    return contents, warnings


def _unread(page: Page) -> str:
    """Why a page has no lines; `""` for one that is empty."""
    if any(_is_turned(c) for c in page.chars):
        return "的文字是横放的（请把页面转正后另存）"
    if page.chars:
        return "的字体没有文字编码"
    return "没有文字层（可能是扫描件）" if page.images or page.curves or page.rects or page.lines else ""


def _content(page: Page, number: int, before: PageContent | None) -> PageContent:
    upright = page.filter(_is_readable)
    lines = 4 <= len(page.edges) <= _MAX_EDGES
    tables = upright.find_tables({"explicit_horizontal_lines": _open_ends(upright)}) if lines else []
    found = [(t, g) for t in tables if (g := _grid(t)).tabular or _goes_on(t, g, tables, before)]
    boxes = [t.bbox for t, _ in found]
    outside = upright.filter(lambda x: x["object_type"] != "char" or not any(_inside(x, b) for b in boxes))
    return PageContent(
        number=number,
        width=float(page.width),
        height=float(page.height),
        lines=tuple(_lines(outside.dedupe_chars(), number)),
        tables=tuple(
            PlacedTable(g.rows, t.bbox[0], t.bbox[2], t.bbox[1], number, g.merged) for t, g in found
        ),
    )


def _open_ends(page: Page) -> list[float]:
    """Where the first upright rules of a page begin and the last end, three at least: a table that the end of
    a page cuts has no rule across there, at least below the cells that go on."""
    upright = list(
        {(round(e["x0"]), round(e["top"])): e for e in page.edges if e["orientation"] == "v"}.values()
    )
    if not upright:
        return []
    first, last = min(e["top"] for e in upright), max(e["bottom"] for e in upright)
    begin = {round(e["x0"]) for e in upright if e["top"] - first <= _SAME_EDGE}
    end = {round(e["x0"]) for e in upright if last - e["bottom"] <= _SAME_EDGE}
    return [float(y) for y, places in ((first, begin), (last, end)) if len(places) >= _UPRIGHTS]


def _goes_on(table: Table, grid: Grid, tables: Sequence[Table], before: PageContent | None) -> bool:
    """Whether a single row at the top of a page is the last of the table that ends the page before."""
    last = before.tables[-1] if before and before.tables else None
    if (
        last is None
        or len(grid.rows[0]) != len(last.rows[0])
        or table.bbox[1] > min(t.bbox[1] for t in tables)
    ):
        return False
    return abs(table.bbox[0] - last.x0) < _SAME_EDGE and abs(table.bbox[2] - last.x1) < _SAME_EDGE


def _is_readable(item: dict[str, Any]) -> bool:
    """Not a letter of a slanting watermark or turned text, nor one that its font has no character for."""
    return item["object_type"] != "char" or not (_is_turned(item) or _UNMAPPED.fullmatch(item["text"]))


def _is_turned(char: dict[str, Any]) -> bool:
    """Whether a letter's base line is not level (the text matrix, ISO 32000-1, 8.3.4)."""
    along, up = abs(char["matrix"][0]), abs(char["matrix"][1])
    return bool(up > 0.1 * along)


def _inside(item: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _lines(page: Page, number: int) -> list[TextLine]:
    return [
        TextLine(
            text=text,
            x0=float(x["x0"]),
            x1=float(x["x1"]),
            top=float(x["top"]),
            bottom=float(x["bottom"]),
            size=float(x["chars"][0]["size"]),
            page=number,
        )
        for x in page.extract_text_lines(x_tolerance_ratio=_SPACING)
        if (text := tidy(x["text"]))
    ]


def _grid(table: Table) -> Grid:
    """The cells of a ruled table; pdfplumber gives None where a merged cell goes on."""
    rows = table.extract(x_tolerance_ratio=_SPACING)
    texts = tuple(tuple(tidy(join_lines((cell or "").split("\n"))) for cell in row) for row in rows)
    return Grid(texts, merged=_merged(table))


def _merged(table: Table) -> frozenset[tuple[int, int]]:
    """Where a cell reaches down into rows below its own, by row and column; rows begin where cells do."""
    tops = sorted({top for _, top, _, _ in table.cells})
    lefts = sorted({left for left, _, _, _ in table.cells})
    return frozenset(
        (row, lefts.index(left))
        for left, top, _, bottom in table.cells
        for row, other in enumerate(tops)
        if top < other < bottom - 1
    )
