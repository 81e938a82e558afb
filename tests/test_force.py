"""The end of a notice's validity by its own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.reading import read_file
from corpus.values.force import in_force_until


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("第九条 本办法自2024年10月1日起施行，有效期3年。", date(2027, 9, 30)),
        ("本细则自2024年9月1日起施行，\n有效期五年，由文化站解释。", date(2029, 8, 31)),
        ("本指南自2025年7月1日起适用至2027年6月30日。", date(2027, 6, 30)),
        ("本通知自2025年1月31日起执行，有效期1个月。", date(2025, 2, 27)),
        ("本公告有效期至2025年12月31日。", date(2025, 12, 31)),
        ("本规定自2024年9月1日起施行。", None),
        ("居住证自2024年9月1日起算，有效期1年。", None),
        ("本办法所称证书，有效期3年。", None),
    ],
)
def test_the_end_is_read_from_the_sentence_about_the_notice_itself(text: str, end: date | None) -> None:
    assert in_force_until(text) == end


def test_what_is_written_beside_the_notice_goes_first(tmp_path: Path) -> None:
    body = "# 陶器借用办法\n\n第一条 居民可以借用。\n\n第二条 本办法自2024年10月1日起施行，有效期3年。\n"
    plain, told = tmp_path / "plain.md", tmp_path / "told.md"
    plain.write_text(body, "utf-8")
    told.write_text(f"---\nvalid_until: 2026-01-01\n---\n{body}", "utf-8")
    assert read_file(plain)[0].valid_until == date(2027, 9, 30)
    assert read_file(told)[0].valid_until == date(2026, 1, 1)
