"""Encodings of text files, and files that are no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import BinaryFile, EmptyFile, TooLarge, UnreadableFile, WrongEncoding
from corpus.library import load_corpus
from corpus.readers.encoding import decode, plausibility
from corpus.readers.files import MAX_BYTES
from corpus.reading import read_file

SIMPLIFIED = (
    "关于开展测评工作的通知\n\n一、申请条件\n\n（一）年满18周岁。\n\n（二）缴费200元。\n\n某某市测评中心\n"
)
TRADITIONAL = (
    "關於辦理測驗的公告\n\n一、報名資格：年滿十八歲。\n\n二、報名費每人新臺幣500元，應於截止日前繳納。\n"
)
PATH = Path("notice.txt")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk", "gb18030", "gb2312"],
)
def test_simplified_text(encoding: str) -> None:
    assert decode(PATH, SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5", "cp950"]
)
def test_traditional_text(encoding: str) -> None:
    assert decode(PATH, TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["关于测评的通知", "咨询电话：12345678", "一、费用为200元。"])
def test_short_text(text: str, encoding: str) -> None:
    assert decode(PATH, text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["關於測驗的公告", "報名費新臺幣500元。"])
def test_short_big5(text: str) -> None:
    assert decode(PATH, text.encode("big5")) == text


def test_characters_outside_the_first_plane_survive() -> None:
    text = SIMPLIFIED + "姓名用字：𠮷、㐂、龘。\n"
    assert decode(PATH, text.encode("gb18030")) == text
    assert decode(PATH, text.encode("utf-16-le")) == text


def test_a_wrong_reading_is_told_from_a_right_one() -> None:
    assert plausibility(SIMPLIFIED) > 0.7
    assert plausibility(TRADITIONAL.encode("cp950").decode("gb18030", "ignore")) < 0.25
    assert plausibility("a\x00b") == 0


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40, b"PK\x03\x04\x14\x00\x06\x00" * 40],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFile, match="不是文本文件"):
        decode(PATH, data)


@pytest.mark.parametrize(
    "data",
    [
        "Prüfungsgebühren für Anträge müssen bezahlt werden".encode("latin-1"),
        "これはテストです。ありがとう".encode("shift_jis"),
        SIMPLIFIED.encode("gb18030") + b"\xff\xff",
        b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"),
    ],
)
def test_undecodable_text_is_refused_with_the_mend(data: bytes) -> None:
    with pytest.raises(WrongEncoding, match="另存为 UTF-8"):
        decode(PATH, data)


def test_gbk_file_has_the_clauses_of_its_utf8_twin(tmp_path: Path) -> None:
    for name, encoding in (("a.txt", "utf-8"), ("b.txt", "gbk"), ("c.txt", "utf-16")):
        (tmp_path / name).write_bytes(SIMPLIFIED.replace("\n", "\r\n").encode(encoding))
    first, *rest = (read_file(tmp_path / name)[0] for name in ("a.txt", "b.txt", "c.txt"))
    assert all((n.text, n.clauses) == (first.text, first.clauses) for n in rest)


def test_empty_and_too_large_files(tmp_path: Path) -> None:
    for content, error in ((b"", EmptyFile), (b" \r\n\t", EmptyFile), (b"a" * (MAX_BYTES + 1), TooLarge)):
        path = tmp_path / "notice.txt"
        path.write_bytes(content)
        with pytest.raises(error):
            read_file(path)


@pytest.mark.parametrize(
    ("suffix", "mend"),
    [
        (".doc", "另存为 .docx"),
        (".wps", "另存为 .docx"),
        (".xls", "复制到 Word"),
        (".pptx", "另存为 .pdf"),
        (".ofd", "导出为 .pdf"),
        (".JPG", "OCR"),
        (".zip", "解压"),
        (".xyz", ".txt、.md、.html、.docx 或 .pdf"),
    ],
)
def test_other_kinds_of_file_are_refused_with_the_mend(tmp_path: Path, suffix: str, mend: str) -> None:
    path = tmp_path / f"notice{suffix}"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(UnreadableFile, match=mend):
        read_file(path)


def test_lock_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text(SIMPLIFIED, "utf-8")
    (tmp_path / "~$notice.docx").write_bytes(b"\x00\x01")
    (tmp_path / "notice.doc").write_bytes(b"\x00\x01")
    library = load_corpus(tmp_path)
    assert [p.path.name for p in library.problems] == ["notice.doc"]
    assert len(library.notices) == 1
