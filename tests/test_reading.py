"""Broken files: each is refused with words that say what is wrong and how to mend it."""

from pathlib import Path

import pytest

from corpus.errors import (
    BadMetadata,
    BinaryFile,
    EmptyFile,
    TooLarge,
    UnreadableFile,
    WrongEncoding,
)
from corpus.notice import collapse
from corpus.readers.files import MAX_BYTES
from corpus.reading import read_file

MALFORMED = Path(__file__).parent / "malformed"

# file: error, what is wrong, how to mend it
REFUSED: dict[str, tuple[type[UnreadableFile], str, str]] = {
    "bad_sidecar.txt": (BadMetadata, "issuers", "可用的键"),
    "binary.txt": (BinaryFile, "不是文本文件", "另存为"),
    "blank_only.txt": (EmptyFile, "没有文字", "放入通知全文"),
    "broken_front_matter.md": (BadMetadata, "第 3 行", "键: 值"),
    "byte_order_mark_only.txt": (EmptyFile, "没有文字", "放入通知全文"),
    "cut_utf8.txt": (WrongEncoding, "不是 UTF-8", "另存为 UTF-8"),
    "empty.txt": (EmptyFile, "空的", "放入通知全文"),
    "front_matter_only.md": (EmptyFile, "没有文字", "放入通知全文"),
    "half_utf16.txt": (WrongEncoding, "UTF-16", "另存为 UTF-8"),
    "list_front_matter.md": (BadMetadata, "键: 值", "例如 title"),
    "no_such_day.md": (BadMetadata, "valid_until", "YYYY-MM-DD"),
    "old_word.doc": (UnreadableFile, ".doc", "另存为 .docx"),
    "picture.png": (UnreadableFile, "图片", "OCR"),
    "restated_in_words.md": (BadMetadata, "restated", "true 或 false"),
    "sheet.xlsx": (UnreadableFile, ".xlsx", ".docx"),
    "unclosed_front_matter.md": (BadMetadata, "没有配对", "加一行 ---"),
    "unheard_of.abc": (UnreadableFile, ".abc", "另存为 .txt"),
    "unknown_key.md": (BadMetadata, "published", "可用的键"),
    "value_is_a_list.md": (BadMetadata, "issuer", "请写成"),
    "wrong_encoding.txt": (WrongEncoding, "不是 UTF-8", "另存为 UTF-8"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_broken_file_is_refused(name: str) -> None:
    error, wrong, mend = REFUSED[name]
    with pytest.raises(UnreadableFile) as raised:
        read_file(MALFORMED / name)
    assert type(raised.value) is error
    assert wrong in raised.value.reason
    assert mend in raised.value.reason
    assert str(raised.value).startswith(raised.value.path.name + "：")


def test_every_broken_file_is_tried() -> None:
    assert {p.name for p in MALFORMED.iterdir() if p.suffix != ".yaml"} == set(REFUSED)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1024 * 1024)
    with pytest.raises(TooLarge, match=r"21 MB，上限是 20 MB；请拆成几个文件"):
        read_file(path)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"打不开.*请检查"):
        read_file(tmp_path / "gone.txt")


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFile, match="打不开"):
        read_file(tmp_path / "folder.txt")


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a.md", "a.markdown", "A.TXT", "a"])
def test_text_files(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes("一、时间\r\n五个工作日。\r\n".encode())
    (notice,) = read_file(path)
    assert (notice.notice_id, notice.source) == (path.stem, name)
    assert notice.text == "一、时间\n五个工作日。\n"
    assert [c.locator for c in notice.clauses] == ["一", "一/段1"]


def test_what_a_notice_is_made_of(tmp_path: Path) -> None:
    path = tmp_path / "window.txt"
    path.write_text(
        "清河市便民服务局关于设置流动窗口的通知\n\n一、费用\n每次10元。\n\n清河市便民服务局\n2024年2月20日\n",
        "utf-8",
    )
    (notice,) = read_file(path)
    assert (notice.title, notice.issuer) == ("清河市便民服务局关于设置流动窗口的通知", "清河市便民服务局")
    assert str(notice.issued) == "2024-02-20"
    assert [(f.text, notice.clauses[f.clause].locator) for f in notice.facts] == [
        ("10元", "一/段1"),
        ("2024年2月20日", "段2"),
    ]
    assert all(collapse(notice.text[f.span.start : f.span.end]) == f.text for f in notice.facts)
    assert not notice.restated


def test_a_file_without_a_title_goes_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "window.txt"
    path.write_text("窗口在工作日的上午九点到下午五点受理申请，节假日不受理，" * 3 + "请带原件。\n", "utf-8")
    assert read_file(path)[0].title == "window"
