"""Readings kept for the next start: the same as read anew, and nothing else is believed."""

from __future__ import annotations

import hashlib
import os
import pickle
import time
from pathlib import Path

import pytest

from corpus import kept
from corpus.conditions.conditions import Group
from corpus.kept import WORKED_OUT, KeptReadings
from corpus.library import load_corpus
from corpus.notice import Notice

SAMPLES = Path(__file__).parent / "samples"
TEXT = """# 关于发放困难补助的通知

## 一、申请条件

申请人须符合以下条件：

（一）年满18周岁；

（二）2026年5月1日以前登记。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    (made / "aid.md").write_text(TEXT, encoding="utf-8")
    return made


def never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(f"{path} is read again")

    monkeypatch.setattr(kept, "read_whole", refuse)


def groups_of(notice: Notice) -> tuple[Group, ...]:
    return kept.compile_groups(notice)


def test_what_was_read_is_not_read_again_and_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = load_corpus(SAMPLES)
    load_corpus(SAMPLES, tmp_path / "read")
    clean = {n.source for n in anew.notices} - {p.path.name for p in anew.problems}
    assert clean
    seen = []
    whole = kept.read_whole
    monkeypatch.setattr(kept, "read_whole", lambda path: seen.append(path.name) or whole(path))
    again = load_corpus(SAMPLES, tmp_path / "read")
    assert again == anew
    assert not clean & set(seen)
    for before, after in zip(anew.notices, again.notices, strict=True):
        assert [read(after) for read in WORKED_OUT] == [read(before) for read in WORKED_OUT]


def test_what_is_worked_out_comes_with_the_notice(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_corpus(folder, tmp_path / "read")
    monkeypatch.setattr("corpus.rules.list_rules._lead_of", lambda *_: pytest.fail("compiled again"))
    (notice,) = load_corpus(folder, tmp_path / "read").notices
    assert [len(g.requirements) for g in groups_of(notice)] == [2]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("aid.md", TEXT.replace("18", "20")),
        ("aid.md.yaml", "issuer: 示例街道办事处\n"),
        ("aid.md.rules.yaml", "notice: aid\ntargets: []\n"),
    ],
)
def test_a_changed_file_is_read_again(folder: Path, tmp_path: Path, name: str, text: str) -> None:
    load_corpus(folder, tmp_path / "read")
    (folder / name).write_text(text, encoding="utf-8")
    assert load_corpus(folder, tmp_path / "read") == load_corpus(folder)


def test_other_code_reads_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_corpus(folder, tmp_path / "read")
    monkeypatch.setattr(kept, "_code", lambda: "another version")
    never_read(monkeypatch)
    with pytest.raises(AssertionError, match="read again"):
        load_corpus(folder, tmp_path / "read")


class Harmful:
    def __init__(self, told: Path) -> None:
        self.told = told

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return os.mkdir, (str(self.told),)


def sealed(body: bytes) -> bytes:
    return hashlib.sha256(body).digest() + body


@pytest.mark.parametrize("damage", ["cut", "turned", "empty", "of another", "harmful", "of another shape"])
def test_damaged_and_foreign_files_are_not_believed(folder: Path, tmp_path: Path, damage: str) -> None:
    library = load_corpus(folder, tmp_path / "read")
    (place,) = (tmp_path / "read").iterdir()
    held = place.read_bytes()
    place.write_bytes(
        {
            "cut": held[: len(held) // 2],
            "turned": held[:-9] + bytes([held[-9] ^ 1]) + held[-8:],
            "empty": b"",
            "of another": "不是我们的".encode(),
            "harmful": sealed(pickle.dumps([(Harmful(tmp_path / "run"), [])])),
            "of another shape": sealed(pickle.dumps([("no notice", [None] * len(WORKED_OUT))])),
        }[damage]
    )
    assert load_corpus(folder, tmp_path / "read") == library
    assert not (tmp_path / "run").exists()
    assert len(place.read_bytes()) == len(held)


def test_without_a_place_to_write_files_are_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "read").write_text("a file stands where the folder should", encoding="utf-8")
    assert load_corpus(folder, tmp_path / "read") == load_corpus(folder)


def test_what_was_complained_of_is_complained_of_again(folder: Path, tmp_path: Path) -> None:
    (folder / "aid.md.rules.yaml").write_text("notice: aid\ntargets: 不是清单\n", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    first = load_corpus(folder, tmp_path / "read")
    assert len(first.problems) == 2
    assert [str(p) for p in load_corpus(folder, tmp_path / "read").problems] == [
        str(p) for p in first.problems
    ]


def test_what_was_kept_of_files_that_have_gone_is_deleted_after_a_day(folder: Path, tmp_path: Path) -> None:
    (folder / "more.md").write_text(TEXT.replace("困难", "租房"), encoding="utf-8")
    load_corpus(folder, tmp_path / "read")
    (folder / "more.md").unlink()
    for entry in (tmp_path / "read").iterdir():
        os.utime(entry, (time.time() - 90_000,) * 2)
    load_corpus(folder, tmp_path / "read")
    assert len(list((tmp_path / "read").iterdir())) == 1
    assert KeptReadings(tmp_path / "read").read(folder / "aid.md").notices
