from datetime import date
from pathlib import Path

import pytest

from corpus.errors import BadMetadata
from corpus.readers.metadata import Metadata, read_metadata
from corpus.reading import read_file

BODY = "一、时间\n五个工作日。\n"


def write(folder: Path, text: str, name: str = "a.txt", sidecar: str | None = None) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    if sidecar is not None:
        path.with_name(name + ".yaml").write_text(sidecar, "utf-8")
    return path


def read(folder: Path, text: str, sidecar: str | None = None) -> tuple[Metadata, str]:
    found, body = read_metadata(write(folder, text, sidecar=sidecar), text)
    return found, text[body:]


WHOLE = """---
title: 服务指南
issuer: 某局
issued: 2024-03-01
document_number: 某发〔2024〕1号
valid_from: 2024-03-01
valid_until: "2024-12-31"
official_url: https://example.com/
restated: true
source_note: 重述
---
"""


def test_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE + BODY) == (
        Metadata(
            "服务指南", "某局", "2024-03-01", "某发〔2024〕1号", "2024-03-01", "2024-12-31",
            "https://example.com/", True, "重述",
        ),
        BODY,
    )  # fmt: skip


def test_no_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, BODY) == (Metadata(), BODY)


@pytest.mark.parametrize("text", ["--- 分隔线\n" + BODY, "----\n" + BODY, "甲\n---\ntitle: 乙\n---\n"])
def test_a_line_of_dashes_is_no_front_matter(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == (Metadata(), text)


def test_empty_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "---\n# 无\n---\n" + BODY) == (Metadata(), BODY)
    assert read(tmp_path, "---\n---\n" + BODY) == (Metadata(), BODY)


def test_a_key_without_a_value_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle:\nissuer: 某局\n---\n" + BODY)[0] == Metadata(issuer="某局")


def test_a_sidecar_wins_over_front_matter(tmp_path: Path) -> None:
    found, _ = read(tmp_path, WHOLE + BODY, sidecar="issuer: 另一局\nrestated: false\n")
    assert (found.title, found.issuer, found.restated) == ("服务指南", "另一局", False)


def test_a_sidecar_alone(tmp_path: Path) -> None:
    assert read(tmp_path, BODY, sidecar="title: 服务指南\n") == (Metadata(title="服务指南"), BODY)


def test_comment_lines_at_the_top(tmp_path: Path) -> None:
    found, body = read(tmp_path, "# title: 服务指南\n# source: https://example.com/\n\n" + BODY)
    assert (found, body.strip()) == (Metadata(title="服务指南"), BODY.strip())


def test_a_heading_of_markdown_is_no_comment_line(tmp_path: Path) -> None:
    assert read(tmp_path, "# 服务指南\n" + BODY) == (Metadata(), "# 服务指南\n" + BODY)


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("title: 甲\ncolour: 红", ["colour", "可用的键", "issuer"]),
        ("title: [甲", ["YAML", "键: 值"]),
        ("title: 甲\n  issuer: 乙", ["第", "行", "YAML"]),
        ("- 甲\n- 乙", ["键: 值", "title"]),
        ("甲", ["键: 值"]),
        ("restated: 是", ["restated", "true", "false"]),
        ("restated: 1", ["restated", "true"]),
        ("valid_until: 2024-13-45", ["valid_until", "YYYY-MM-DD", "2024-13-45"]),
        ("valid_from: 明年", ["valid_from", "YYYY-MM-DD", "明年"]),
        ("valid_from: 2024-3-1", ["valid_from", "YYYY-MM-DD"]),
        ("issued: 明年三月", ["issued", "YYYY-MM-DD", "明年三月"]),
        ("issued: 2024-13-45", ["issued", "YYYY-MM-DD"]),
        ("issued: 2024年3月1日", ["issued", "YYYY-MM-DD"]),
        ("valid_until: 2024-02-30", ["valid_until", "YYYY-MM-DD"]),
        ("title: 甲\ntitle: [乙", ["YAML"]),
        ("title: !!python/object:os.system 甲", ["YAML"]),
        ("title: \x07", ["YAML"]),
        ("title: {甲: 乙}", ["title"]),
        ("title: [甲, 乙]", ["title"]),
    ],
)
@pytest.mark.parametrize("where", ["front matter", "sidecar"])
def test_bad_metadata_says_what_and_how_to_mend_it(
    front: str, words: list[str], where: str, tmp_path: Path
) -> None:
    inside = where == "front matter"
    text = f"---\n{front}\n---\n{BODY}" if inside else BODY
    path = write(tmp_path, text, sidecar=None if inside else front + "\n")
    with pytest.raises(BadMetadata) as error:
        read_file(path)
    assert [w for w in words if w not in error.value.reason] == []
    assert error.value.path.name == ("a.txt" if inside else "a.txt.yaml")


def test_front_matter_that_is_not_closed(tmp_path: Path) -> None:
    with pytest.raises(BadMetadata, match="加一行 ---"):
        read(tmp_path, "---\ntitle: 甲\n" + BODY)


@pytest.mark.parametrize(
    ("printed", "day", "as_printed"),
    [
        ("2024-03-01", date(2024, 3, 1), "2024-03-01"),
        ('"2024-03"', None, "2024-03"),
        ('"2024"', None, "2024"),
    ],
)
def test_the_day_of_issue_may_be_known_in_part(
    printed: str, day: date | None, as_printed: str, tmp_path: Path
) -> None:
    (notice,) = read_file(write(tmp_path, f"---\nissued: {printed}\n---\n{BODY}"))
    assert (notice.issued, notice.issued_text) == (day, as_printed)


def test_a_notice_takes_what_its_metadata_says(tmp_path: Path) -> None:
    (notice,) = read_file(write(tmp_path, WHOLE + BODY))
    assert (notice.title, notice.issuer, notice.issued) == ("服务指南", "某局", date(2024, 3, 1))
    assert (notice.valid_from, notice.valid_until) == (date(2024, 3, 1), date(2024, 12, 31))
    assert (notice.document_number, notice.official_url, notice.restated) == (
        "某发〔2024〕1号",
        "https://example.com/",
        True,
    )
    assert notice.text == WHOLE + BODY
    assert [c.locator for c in notice.clauses] == ["一", "一/段1"]


def test_metadata_wins_over_the_masthead(tmp_path: Path) -> None:
    text = "某市服务局关于窗口的通知\n一、时间\n五日。\n某市服务局\n2023年1月1日\n"
    (notice,) = read_file(
        write(tmp_path, text, sidecar="title: 窗口通知\nissuer: 某局\nissued: 2024-03-01\n")
    )
    assert (notice.title, notice.issuer, notice.issued) == ("窗口通知", "某局", date(2024, 3, 1))


@pytest.mark.parametrize("sidecar", ["", "\n \n", "# 以后再写\n", "\ufeff"])
def test_an_empty_sidecar_says_nothing(sidecar: str, tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: 指南\n---\n" + BODY, sidecar) == (Metadata(title="指南"), BODY)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"\xff\xfe\x00", b"title: \x81\x30\xff"])
def test_a_sidecar_that_is_no_text_is_named_with_the_mend(data: bytes, tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    path.with_name("a.txt.yaml").write_bytes(data)
    with pytest.raises(BadMetadata, match=r"a\.txt\.yaml.*UTF-8.*删去"):
        read_file(path)
