"""One file to its notices: the passes in the order that data takes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from corpus.clauses import parse_clauses
from corpus.errors import UnreadableFile
from corpus.facts import extract_facts
from corpus.lines import read_lines
from corpus.masthead import Masthead, read_masthead
from corpus.notice import Notice
from corpus.readers.files import read_text
from corpus.readers.metadata import Metadata, read_metadata
from corpus.split import Piece, split_notices

__all__ = ["SIDECAR_SUFFIXES", "read_file"]

SIDECAR_SUFFIXES = frozenset({".yaml", ".yml"})
_MARKDOWN = frozenset({".md", ".markdown"})
_TEXT = frozenset({".txt", ".text", ""})


def read_file(path: Path) -> list[Notice]:
    """The notices of one file.

    Raises:
        UnreadableFile: the file cannot be read; the message says why and how to mend it.
    """
    if path.suffix.lower() not in _MARKDOWN | _TEXT:
        raise UnreadableFile(path, f"不支持 {path.suffix} 文件；请另存为 UTF-8 编码的 .txt 或 .md")
    text = read_text(path)
    metadata, body = read_metadata(path, text)
    markdown = path.suffix.lower() in _MARKDOWN
    pieces = split_notices(text, body, markdown)
    several = len(pieces) > 1
    file_head = read_masthead(read_lines(text, body))
    notices = []
    for number, piece in enumerate(pieces, start=1):
        notice_id = f"{path.stem}#{number}" if several else path.stem
        notices.append(_read_piece(path, notice_id, text, piece, file_head, metadata, markdown))
    return notices


def _read_piece(
    path: Path,
    notice_id: str,
    text: str,
    piece: Piece,
    file_head: Masthead,
    metadata: Metadata,
    markdown: bool,
) -> Notice:
    own = text[piece.start : piece.end]
    body = piece.body - piece.start
    head = read_masthead(read_lines(own, body))
    title = piece.title or metadata.title or head.title or path.stem
    clauses = parse_clauses(own, body, markdown, title)
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
        valid_until=_day(metadata.valid_until),
        official_url=metadata.official_url,
        restated=metadata.restated,
        facts=extract_facts(own, clauses),
        tags=tuple(t for t in (piece.section, metadata.title if piece.title else "") if t),
    )


def _issued(metadata: Metadata, head: Masthead, one_of_several: bool) -> date | None:
    said = _day(metadata.issued) if len(metadata.issued) == 10 else None
    return (head.issued or said) if one_of_several else (said or head.issued)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
