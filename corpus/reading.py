"""One file to its notices: the passes in the order that data takes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.errors import BadRules
from corpus.notice import Clause, Notice
from corpus.readers.document import Document
from corpus.readers.files import check_lines, check_text, read_text, unsupported
from corpus.readers.metadata import Metadata, read_metadata, with_sidecar
from corpus.rules.overlay import with_corrections
from corpus.tree.clauses import parse_clauses
from corpus.tree.lines import read_lines
from corpus.tree.masthead import Masthead, read_masthead
from corpus.tree.split import Piece, split_notices
from corpus.values.facts import extract_facts
from corpus.values.force import in_force_until

__all__ = ["SIDECAR_SUFFIXES", "Reading", "read_file", "read_whole"]

SIDECAR_SUFFIXES = frozenset({".yaml", ".yml"})
_MARKDOWN = frozenset({".md", ".markdown"})
_TEXT = frozenset({".txt", ".text", ""})


@dataclass(frozen=True, slots=True)
class Reading:
    """The notices of one file, and what of it was left unread."""

    notices: tuple[Notice, ...]
    warnings: tuple[str, ...]
    refused: tuple[BadRules, ...] = ()  # corrections of rules that were not taken


def read_file(path: Path) -> list[Notice]:
    """The notices of one file.

    Raises:
        UnreadableFile: the file cannot be read; the message says why and how to mend it.
    """
    return list(read_whole(path).notices)


def read_whole(path: Path) -> Reading:
    """The notices of one file with the warnings of its reader, such as pages without a text layer.

    Raises:
        UnreadableFile: the file cannot be read; the message says why and how to mend it.
    """
    document = _document(path)
    check_lines(path, document.text)
    pieces = split_notices(document.text, document.body, document.markdown)
    file_head = read_masthead(read_lines(document.text, document.body))
    notices = []
    for number, piece in enumerate(pieces, start=1):
        notice_id = f"{path.stem}#{number}" if len(pieces) > 1 else path.stem
        notices.append(_read_piece(path, notice_id, document, piece, file_head))
    try:
        return Reading(with_corrections(path, notices), document.warnings)
    except BadRules as problem:
        return Reading(tuple(notices), document.warnings, (problem,))


def _document(path: Path) -> Document:
    suffix = path.suffix.lower()
    if suffix in _MARKDOWN | _TEXT:
        return _read_plain(path, suffix in _MARKDOWN)
    reader = _READERS.get(suffix)
    if reader is None:
        raise unsupported(path)
    document = reader(path)
    return replace(document, metadata=with_sidecar(path, document.metadata))


def _read_plain(path: Path, markdown: bool) -> Document:
    text = read_text(path)
    metadata, body = read_metadata(path, text)
    check_text(path, text[body:])
    return Document(text, markdown=markdown, metadata=metadata, body=body)


# A reader's library is loaded with the first file that needs it: most folders hold text alone.
def _read_html(path: Path) -> Document:
    from corpus.readers.html import read_html

    return read_html(path)


def _read_docx(path: Path) -> Document:
    from corpus.readers.docx import read_docx

    return read_docx(path)


def _read_pdf(path: Path) -> Document:
    from corpus.readers.pdf import read_pdf

    return read_pdf(path)


_READERS: dict[str, Callable[[Path], Document]] = {
    ".html": _read_html,
    ".htm": _read_html,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}


def _read_piece(path: Path, notice_id: str, document: Document, piece: Piece, file_head: Masthead) -> Notice:
    metadata = document.metadata
    own = document.text[piece.start : piece.end]
    body = piece.body - piece.start
    head = read_masthead(read_lines(own, body))
    title = piece.title or metadata.title or head.title or document.title or path.stem
    merged = frozenset(m - piece.start for m in document.merged if piece.start <= m <= piece.end)
    parsed = parse_clauses(own, body, document.markdown, title, merged)
    clauses = _paged(parsed, document, piece.start)
    return Notice(
        notice_id=notice_id,
        title=title,
        issuer=(head.issuer if piece.title else "") or metadata.issuer or head.issuer or file_head.issuer,
        text=own,
        clauses=clauses,
        source=path.name,
        issued=_issued(metadata, head, bool(piece.title)) or file_head.issued,
        issued_text=metadata.issued or head.issued_text,
        document_number=metadata.document_number or head.document_number,
        valid_from=_day(metadata.valid_from),
        valid_until=_day(metadata.valid_until) or in_force_until(own[body:]),
        official_url=metadata.official_url,
        restated=metadata.restated,
        facts=extract_facts(own, clauses),
        tags=tuple(t for t in (piece.section, metadata.title if piece.title else "") if t),
    )


def _paged(clauses: tuple[Clause, ...], document: Document, offset: int) -> tuple[Clause, ...]:
    """The clauses with the page that each begins on; `offset` is where their text stands in the document."""
    if not document.pages:
        return clauses
    return tuple(replace(c, page=document.page_at(offset + c.spans[0].start)) for c in clauses)


def _issued(metadata: Metadata, head: Masthead, one_of_several: bool) -> date | None:
    said = _day(metadata.issued) if len(metadata.issued) == 10 else None
    return (head.issued or said) if one_of_several else (said or head.issued)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
