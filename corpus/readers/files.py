"""Bytes on disk: what is refused, and why."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import EmptyFile, TooLarge, UnreadableFile
from corpus.readers.encoding import decode

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "SUPPORTED",
    "check_lines",
    "check_text",
    "read_bytes",
    "read_text",
    "unsupported",
]

MAX_BYTES = 20 * 1024 * 1024
MAX_LINE = 50_000  # characters
SUPPORTED = ".txt、.md、.html、.docx 或 .pdf"

_MENDS = (
    ({".doc", ".wps", ".dot", ".rtf", ".odt", ".docm", ".pages"}, "请用 Word 或 WPS 打开，另存为 .docx"),
    (
        {".xls", ".xlsx", ".xlsm", ".et", ".ods", ".csv", ".tsv"},
        "请把表格复制到 Word 文档里存为 .docx，或另存为网页 .html",
    ),
    ({".ppt", ".pptx", ".pps", ".dps", ".odp"}, "请另存为 .pdf"),
    ({".ofd", ".ceb", ".caj", ".xps"}, "请用它的阅读器导出为 .pdf"),
    (
        {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"},
        "图片里没有文字；请先做文字识别（OCR），再存为 .docx 或 .txt",
    ),
    ({".zip", ".rar", ".7z", ".gz", ".tar"}, "请先解压，再放入其中的文件"),
    ({".mht", ".mhtml", ".eml", ".xml", ".json"}, "请在浏览器里打开，另存为网页 .html 或 .pdf"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFile: it cannot be opened, is empty or too large.
    """
    if not _is_unicode(path.name):
        raise UnreadableFile(path, "文件名不是 UTF-8 编码；请改名（解压时选对文件名的编码）再放入")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = MAX_BYTES // 1024 // 1024
            raise TooLarge(
                path, f"文件有 {size / 1024 / 1024:.0f} MB，上限是 {limit} MB；请拆成几个文件再放入"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, _why_closed(path, error)) from error
    if not data:
        raise EmptyFile(path, "文件是空的；请放入通知全文，或把它移出文件夹")
    return data


def _is_unicode(name: str) -> bool:
    """Whether the bytes of a file's name are UTF-8; Python stands lone surrogates for those that are not."""
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _why_closed(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "没有读取的权限；请检查文件权限"
    if path.is_symlink():
        return "链接指向的文件不在了，或者链接绕成了圈；请改好或删去这个链接"
    return f"打不开（{error.strerror}）；请检查文件和磁盘"


def read_text(path: Path) -> str:
    """The text of a file in any encoding of `corpus.readers.encoding`, line ends made `\\n`.

    Raises:
        UnreadableFile: it cannot be opened, is empty, binary, too large or in no known encoding.
    """
    text = decode(path, read_bytes(path)).replace("\r\n", "\n").replace("\r", "\n")
    return check_text(path, text)


def check_text(path: Path, text: str) -> str:
    """`text`, where there is any.

    Raises:
        EmptyFile: there is none.
    """
    if not text.strip():
        raise EmptyFile(path, "文件里没有文字；请放入通知全文，或把它移出文件夹")
    return text


def check_lines(path: Path, text: str) -> None:
    """Refuse text that nobody parted into paragraphs: every value of a paragraph is held against its others.

    Raises:
        TooLarge: a line is longer than any paragraph of a notice.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise TooLarge(
                path,
                f"第 {number} 行有 {len(line):,} 字，没有分段（一行上限 {MAX_LINE:,} 字）；请分段后再放入",
            )


def unsupported(path: Path) -> UnreadableFile:
    """The error for a file whose suffix no reader knows, with the mend for its kind."""
    suffix = path.suffix.lower()
    mend = next((m for suffixes, m in _MENDS if suffix in suffixes), f"请另存为 {SUPPORTED}")
    return UnreadableFile(path, f"不支持 {path.suffix or '没有扩展名的'} 文件；{mend}")
