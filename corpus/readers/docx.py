"""Word documents (Office Open XML, ECMA-376 Part 1, 17), opened with python-docx.

Body content is read in document order with automatic numbering resolved. Insertions under revision are kept,
deletions left out (17.13.5), and so are headers, footers, text boxes and tables of contents.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.parser import parse_xml
from lxml import etree

from corpus import patterns as re
from corpus.errors import TooLarge, UnreadableFile
from corpus.readers.document import Document, Grid, Paragraph, Part, paragraphs, render, tidy
from corpus.readers.files import check_text, read_bytes
from corpus.readers.numerals import numeral
from corpus.readers.word_numbering import WordNumbering

__all__ = ["MAX_UNPACKED", "read_docx"]

MAX_UNPACKED = 100 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEND = "请用 Word 或 WPS 打开，另存为 .docx"
_MAX_SPAN = 100
# Elements around content that say nothing themselves: content controls, links, insertions, fields
_NAMES = "sdt sdtContent ins moveTo hyperlink smartTag customXml fldSimple dir bdo ruby rubyBase"
_WRAPPERS = frozenset(_W + n for n in _NAMES.split()) | {_MATH + "oMath", _MATH + "oMathPara"}
_SIGNS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": " ", _W + "ptab": " ", _W + "noBreakHyphen": "-"}
_SYMBOLS = {"F06F": "□", "F0A8": "□", "F0A3": "□", "F052": "☑", "F0FE": "☑", "F053": "☒", "F0FD": "☒"}


def read_docx(path: Path) -> Document:
    """The body of a Word document, notes at its end.

    Raises:
        UnreadableFile: it is no Word document, damaged, encrypted or too large.
    """
    word = _open(path, read_bytes(path))
    reader = _Reader(word)
    body = word.element.find(_W + "body")
    if body is None:
        raise UnreadableFile(path, f"里面没有能读的 Word 正文；{_MEND}")
    parts = [*reader.parts(body), *reader.notes()]
    text, _, merged = render(parts)
    return Document(check_text(path, text), title=_title(word), merged=merged)


def _title(word: WordDocument) -> str:
    """The title among the document's properties, where it is Chinese; templates leave others behind."""
    try:
        title = tidy(word.core_properties.title or "")
    except (AttributeError, ValueError, KeyError):  # the part with the properties is damaged
        return ""
    return title if re.search("[\u4e00-\u9fff]", title) else ""


def _open(path: Path, data: bytes) -> WordDocument:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(path, "文档加了密码；请用 Word 或 WPS 打开，取消密码后再保存")
        raise UnreadableFile(path, f"是旧版 Word 文档（.doc）改了扩展名；{_MEND}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1024 // 1024
            raise TooLarge(path, f"解压后超过 {limit} MB；请删去图片或拆成几个文件再放入")
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, OpcError, EOFError, NotImplementedError) as error:
        raise UnreadableFile(path, f"不是完整的 Word 文档，可能已损坏；{_MEND}") from error
    except (KeyError, ValueError, AttributeError, zlib.error, etree.XMLSyntaxError) as error:
        raise UnreadableFile(path, f"里面没有能读的 Word 正文；{_MEND}") from error


class _Reader:
    """Walks a document once: numbering counts and notes are numbered as they are met."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._styles = {s.get(_W + "styleId"): _style_name(s) for s in word.styles.element.iter(_W + "style")}
        self._numbering = WordNumbering(self._part(RELATIONSHIP_TYPE.NUMBERING), word.styles.element)
        self._notes: list[tuple[str, str]] = []  # kind and identifier, in the order of reference

    def parts(self, container: etree._Element) -> Iterator[Part]:
        """The paragraphs and tables below `container` in order."""
        for element in _unwrapped(container):
            if element.tag == _W + "p":
                yield from (Paragraph(text) for text in self._paragraphs(element))
            elif element.tag == _W + "tbl":
                yield self._table(element)

    def notes(self) -> Iterator[Part]:
        """The footnotes and endnotes that were referred to, each beginning with its mark (17.11)."""
        sources = {
            "footnote": self._part(RELATIONSHIP_TYPE.FOOTNOTES),
            "endnote": self._part(RELATIONSHIP_TYPE.ENDNOTES),
        }
        for number, (kind, identifier) in enumerate(list(self._notes), start=1):
            root = sources[kind]
            notes = [] if root is None else [n for n in root if n.get(_W + "id") == identifier]
            text = " ".join(t for n in notes for p in n.iter(_W + "p") for t in self._paragraphs(p))
            if text:
                yield Paragraph(_note_mark(number) + tidy(text))

    def _part(self, relation: str) -> etree._Element | None:
        try:
            blob = self._word.part.part_related_by(relation).blob
        except KeyError:
            return None
        try:
            return parse_xml(blob)
        except etree.XMLSyntaxError:
            return None

    def _paragraphs(self, element: etree._Element) -> list[str]:
        """A paragraph's text under its number; more than one where line breaks with indents divide it."""
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get(style.get(_W + "val"), "") if style is not None else ""
        if name.startswith(("toc ", "TOC ", "目录 ")):
            return []
        texts = paragraphs(self._text(element))
        if not texts and element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
            return []
        mark = self._numbering.mark(element)
        return [mark + texts[0], *texts[1:]] if texts else []

    def _text(self, element: etree._Element) -> str:
        out: list[str] = []
        for child in element:
            if child.tag == _W + "r":
                if not _hidden(child):
                    out.append(self._run(child))
            elif child.tag in _WRAPPERS:
                out.append(self._text(child))
            elif child.tag == _MATH + "r":
                out.append("".join(t.text or "" for t in child.iter(_MATH + "t")))
        return "".join(out)

    def _run(self, run: etree._Element) -> str:
        out: list[str] = []
        for child in run:
            if child.tag == _W + "t":
                out.append(child.text or "")
            elif child.tag == _W + "br" and child.get(_W + "type") in ("page", "column"):
                continue
            elif child.tag in _SIGNS:
                out.append(_SIGNS[child.tag])
            elif child.tag == _W + "sym":
                out.append(_SYMBOLS.get((child.get(_W + "char") or "").upper(), ""))
            elif child.tag in (_W + "footnoteReference", _W + "endnoteReference"):
                kind = "footnote" if child.tag == _W + "footnoteReference" else "endnote"
                self._notes.append((kind, child.get(_W + "id") or ""))
                out.append(_note_mark(len(self._notes)))
            elif child.tag in _WRAPPERS:
                out.append(self._text(child))
        return "".join(out)

    def _table(self, table: etree._Element) -> Grid:
        """Rows of cells; one merged across (17.4.17) or down (17.4.84) is given once."""
        found = [self._row(r) for r in _unwrapped(table) if r.tag == _W + "tr" and not _deleted(r)]
        width = max((len(r) for r, _ in found), default=0)
        rows = tuple((*r, *[""] * (width - len(r))) for r, _ in found)
        return Grid(rows, merged=frozenset((n, c) for n, (_, down) in enumerate(found) for c in down))

    def _row(self, row: etree._Element) -> tuple[list[str], list[int]]:
        """A row's cells, and the columns in which a cell above goes on."""
        down: list[int] = []
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        cells = [""] * (_span(before) if before is not None else 0)
        for cell in _unwrapped(row):
            if cell.tag != _W + "tc":
                continue
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            follows = merged is not None and merged.get(_W + "val") != "restart"
            across = cell.find(f"{_W}tcPr/{_W}gridSpan")
            if follows:
                down.append(len(cells))
            cells.append("" if follows else self._cell(cell))
            cells.extend([""] * ((_span(across) if across is not None else 1) - 1))
        return cells, down

    def _cell(self, cell: etree._Element) -> str:
        texts: list[str] = []
        for part in self.parts(cell):
            if isinstance(part, Paragraph):
                texts.append(part.text)
            else:
                texts.extend(text for row in part.rows for text in row if text)
        return tidy(" ".join(texts))


def _unwrapped(container: etree._Element) -> Iterator[etree._Element]:
    """Children, with the content of controls and insertions in their place; no table of contents."""
    for child in container:
        if child.tag not in _WRAPPERS:
            yield child
        elif not _is_contents(child):
            yield from _unwrapped(child)


def _is_contents(control: etree._Element) -> bool:
    gallery = control.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
    return gallery is not None and gallery.get(_W + "val") == "Table of Contents"


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(_W + "val") not in ("0", "false", "off")


def _deleted(row: etree._Element) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _span(element: etree._Element) -> int:
    value = element.get(_W + "val") or ""
    return min(max(int(value), 0), _MAX_SPAN) if value.isdecimal() else 1


def _style_name(style: etree._Element) -> str:
    name = style.find(_W + "name")
    return (name.get(_W + "val") or "") if name is not None else ""


def _note_mark(number: int) -> str:
    return numeral(number, "circled") if number <= 20 else f"[{number}]"
