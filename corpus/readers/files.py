"""Bytes on disk to text: what is refused, and why."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import BinaryFile, EmptyFile, TooLarge, UnreadableFile, WrongEncoding

__all__ = ["MAX_BYTES", "read_text"]

MAX_BYTES = 20 * 1024 * 1024


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, line ends made `\\n`, a byte order mark removed.

    Raises:
        UnreadableFile: it cannot be opened, is empty, binary, too large or not UTF-8.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = MAX_BYTES // 1024 // 1024
            raise TooLarge(
                path, f"文件有 {size / 1024 / 1024:.0f} MB，上限是 {limit} MB；请拆成几个文件再放入"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path, f"打不开（{error.strerror}）；请检查文件权限") from error
    if b"\x00" in data[:8192] or b"\x00" in data:
        raise BinaryFile(path, "不是文本文件；请另存为 UTF-8 编码的 .txt 或 .md")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"不是 UTF-8 编码（第 {error.start} 字节处）；请用编辑器另存为 UTF-8"
        raise WrongEncoding(path, reason) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptyFile(path, "文件里没有文字；请放入通知全文，或把它移出文件夹")
    return text
