import json
import logging
import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.notice import Clause, ClauseKind, Notice, Span
from index import building, snapshot
from index.errors import BrokenSnapshot, EncoderUnavailable, StateUnwritable
from index.retriever import Hit, Retriever
from index.snapshot import current_version, open_or_build

LINES = ["申领失业保险金的条件", "非因本人意愿中断就业", "已办理失业登记并有求职要求", "咨询电话12333"]


def library(digest: str = "one", lines: list[str] = LINES) -> Library:
    text, clauses = "", []
    for number, line in enumerate(lines):
        clauses.append(
            Clause(str(number), "", ClauseKind.PARAGRAPH, (Span(len(text), len(text) + len(line)),), -1)
        )
        text += line + "\n"
    return Library((Notice("a", "失业保险办法", "某局", text, tuple(clauses), "a.txt"),), (), digest)


def hits(retriever: Retriever) -> list[Hit]:
    return retriever.search("失业登记后怎么申领保险金")


def snapshots(state: Path) -> list[str]:
    return sorted(p.name for p in (state / "snapshots").iterdir())


def test_built_then_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stages: list[tuple[str, int, int]] = []
    built = open_or_build(library(), tmp_path, None, lambda *told: stages.append(told))
    assert {s for s, _, _ in stages} == {"分词", "训练编码器"}
    assert all(done <= total for _, done, total in stages)
    monkeypatch.setattr(snapshot, "build_files", None)  # opening must not build
    opened = open_or_build(library(), tmp_path)
    assert opened.version == built.version == current_version(tmp_path)
    assert hits(opened) == hits(built) != []
    assert snapshots(tmp_path) == [built.version]


def test_the_manifest_says_what_is_in_it(tmp_path: Path) -> None:
    version = open_or_build(library(), tmp_path).version
    folder = tmp_path / "snapshots" / version
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == version
    assert (manifest["inputs"]["notice_count"], manifest["inputs"]["passage_count"]) == (1, 4)
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert set(manifest["files"]) == files - {"manifest.json"}


def test_the_same_corpus_gives_the_same_version_and_scores(tmp_path: Path) -> None:
    one, two = open_or_build(library(), tmp_path / "1"), open_or_build(library(), tmp_path / "2")
    assert one.version == two.version
    assert hits(one) == hits(two)


def test_another_corpus_gives_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = open_or_build(library(), tmp_path).version
    assert open_or_build(library("two"), tmp_path).version != version
    assert open_or_build(library(lines=LINES[:3]), tmp_path).version != version
    monkeypatch.setattr(building, "FORMAT", building.FORMAT + 1)
    assert open_or_build(library(), tmp_path).version != version


@pytest.mark.parametrize(
    "name", ["dense.faiss", "lexical.npz", "lexical.json", "encoder/model.safetensors", "manifest.json"]
)
@pytest.mark.parametrize("damage", ["cut", "missing", "altered"])
def test_a_broken_snapshot_is_rebuilt(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, damage: str
) -> None:
    built = open_or_build(library(), tmp_path)
    path = tmp_path / "snapshots" / built.version / name
    content = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        half = len(content) // 2
        path.write_bytes(
            content[:half] if damage == "cut" else content[:half] + b"\xff" + content[half + 1 :]
        )
    with caplog.at_level(logging.WARNING, logger="wenze"):
        again = open_or_build(library(), tmp_path)
    assert hits(again) == hits(built)
    assert snapshots(tmp_path) == [built.version, f"{built.version}.broken-1"]
    assert "已损坏" in caplog.text
    assert "重建" in caplog.text
    assert name in caplog.text


def test_files_that_agree_with_a_wrong_manifest_are_still_checked(tmp_path: Path) -> None:
    one = open_or_build(library(), tmp_path)
    two = open_or_build(library("two", LINES[:3]), tmp_path)
    folder = tmp_path / "snapshots"
    (folder / two.version).rename(folder / "aside")
    (folder / one.version).rename(folder / two.version)
    assert hits(open_or_build(library("two", LINES[:3]), tmp_path)) == hits(two)
    assert f"{two.version}.broken-1" in snapshots(tmp_path)


def test_the_pointer_follows_the_version_in_use(tmp_path: Path) -> None:
    assert current_version(tmp_path) is None
    one = open_or_build(library("one"), tmp_path).version
    two = open_or_build(library("two"), tmp_path).version
    assert current_version(tmp_path) == two
    open_or_build(library("one"), tmp_path)
    assert current_version(tmp_path) == one
    assert sorted(p.name for p in tmp_path.iterdir()) == ["current", "fitted", "snapshots"]


@pytest.mark.parametrize("told", [b"\xff\xfe\x00", b"../../elsewhere", b"", "版本".encode()])
def test_a_pointer_that_names_no_version_is_replaced(tmp_path: Path, told: bytes) -> None:
    version = open_or_build(library(), tmp_path).version
    (tmp_path / "current").write_bytes(told)
    assert current_version(tmp_path) is None
    assert open_or_build(library(), tmp_path).version == version == current_version(tmp_path)


def test_three_snapshots_are_kept(tmp_path: Path) -> None:
    versions = [open_or_build(library(str(i)), tmp_path).version for i in range(5)]
    assert len(snapshots(tmp_path)) == 3
    assert versions[-1] in snapshots(tmp_path)


def test_a_faster_process_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = snapshot.build_files

    def overtaken(folder, sources, progress, earlier, kept):  # type: ignore[no-untyped-def]
        monkeypatch.setattr(snapshot, "build_files", build)
        open_or_build(library(), tmp_path)
        return build(folder, sources, progress, earlier, kept)

    monkeypatch.setattr(snapshot, "build_files", overtaken)
    retriever = open_or_build(library(), tmp_path)
    assert hits(retriever)
    assert snapshots(tmp_path) == [retriever.version]


def _in_process(state: str) -> None:
    raise SystemExit(0 if hits(open_or_build(library(), Path(state))) else 1)


def test_processes_may_build_at_once(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("forkserver")
    workers = [spawn.Process(target=_in_process, args=(str(tmp_path),)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [w.exitcode for w in workers] == [0, 0, 0]
    assert snapshots(tmp_path) == [current_version(tmp_path)]


def test_a_failed_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshot, "build_files", full)
    with pytest.raises(StateUnwritable, match="磁盘空间"):
        open_or_build(library(), tmp_path)
    assert snapshots(tmp_path) == []
    assert current_version(tmp_path) is None


def test_a_state_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(StateUnwritable, match="--state"):
        open_or_build(library(), tmp_path / "state")


def test_a_disk_that_loses_what_is_written_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = snapshot.seal_snapshot

    def losing(folder, inputs, fingerprint):  # type: ignore[no-untyped-def]
        manifest = build(folder, inputs, fingerprint)
        (folder / "dense.faiss").unlink()
        return manifest

    monkeypatch.setattr(snapshot, "seal_snapshot", losing)
    with pytest.raises(BrokenSnapshot, match="连续"):
        open_or_build(library(), tmp_path)


def test_another_model_has_snapshots_of_its_own(tmp_path: Path) -> None:
    own = open_or_build(library(), tmp_path)
    model = tmp_path / "snapshots" / own.version / "encoder"
    other = open_or_build(library(), tmp_path, str(model))
    assert other.version != own.version
    assert hits(other)
    with pytest.raises(EncoderUnavailable):
        open_or_build(library(), tmp_path, "/no/such/model")


def test_notices_without_text_can_be_indexed(tmp_path: Path) -> None:
    empty = replace(library(), notices=(replace(library().notices[0], clauses=()),))
    assert hits(open_or_build(empty, tmp_path)) == []
    assert hits(open_or_build(empty, tmp_path)) == []
