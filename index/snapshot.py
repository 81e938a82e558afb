"""Snapshots: an index on disk that is complete or not there, and never changes.

    STATE/snapshots/<version>/            manifest.json, lexical.*, words.json, encoder/, dense.faiss (or, of
                                          vectors kept in a database, nothing: a table bears the version's
                                          name)
    STATE/snapshots/<version>.broken-N/   one that failed its check, moved aside
    STATE/current                         the version in use, replaced by renaming
    STATE/fitted/                         what the default encoder learned of each group of notices, to learn
                                          only what is new when some are added

`version` names the inputs: corpus, passages, terms, encoder, parameters, `FORMAT`. A snapshot is built in a
directory beside, forced to disk and renamed, so processes that build at once do not disturb each other.
"""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from corpus import patterns as re
from corpus.library import Library
from index.building import (
    FORMAT,
    Earlier,
    Progress,
    Sources,
    build_files,
    home_of,
    load_files,
    prepare,
)
from index.errors import BrokenSnapshot, StateUnwritable
from index.manifest import check_snapshot, read_manifest, seal_snapshot, sync_folder
from index.retriever import Retriever

__all__ = ["FORMAT", "KEPT", "Progress", "current_version", "open_or_build"]

KEPT = 3  # snapshots, and broken ones, that are not deleted
_ATTEMPTS = 3
_DAY = 86_400.0
_VERSION = re.compile(r"[0-9a-f]+")  # no path that leads elsewhere

_log = logging.getLogger("wenze")


def open_or_build(
    library: Library,
    state: Path,
    model: str | None = None,
    progress: Progress | None = None,
    vectors: str | None = None,
) -> Retriever:
    """The retriever for these notices: opened where a good snapshot of them exists, else built and kept.

    `model` is a sentence-transformers model by path or cached name, None for the encoder fitted to the
    corpus. `progress` is told the stage (in Chinese), how much of it is done, and its total. `vectors` is the
    address where vectors are kept, None for files. A broken snapshot is moved aside, logged as a warning to
    the logger `wenze`, and built again. What the snapshot in use has encoded is not encoded again.

    Raises:
        EncoderUnavailable: the model is not on this machine.
        VectorsUnavailable: the place at `vectors` cannot be used.
        StateUnwritable: `state` cannot be written, or the disk is full.
        BrokenSnapshot: what is written cannot be read back, several times over.
    """
    sources = prepare(library, model, vectors)
    target = state / "snapshots" / sources.inputs.version
    retriever = _open(target, sources)
    attempts = 0
    while retriever is None:
        if attempts == _ATTEMPTS:
            raise BrokenSnapshot(target, f"连续 {attempts} 次重建后仍无法读回；请检查 {state} 所在的磁盘")
        _build(target, sources, progress or _silent, _earlier(state), state / "fitted")
        retriever = _open(target, sources)
        attempts += 1
    _point(state, sources.inputs.version)
    if attempts:
        _prune(target.parent, sources)
    return retriever


def current_version(state: Path) -> str | None:
    """The version that the pointer file names, None where there is none yet, or no version in it."""
    try:
        told = (state / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return told if _VERSION.fullmatch(told) else None


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


def _open(target: Path, sources: Sources) -> Retriever | None:
    """The retriever in `target`, None where there is none or what is there is broken."""
    if not target.exists():
        return None
    try:
        return load_files(target, sources, check_snapshot(target, sources.inputs))
    except BrokenSnapshot as problem:
        aside = _move_aside(target)
        _log.warning("%s。已移到 %s，正在重建索引。", problem, aside.name if aside else "别处")
        return None


def _move_aside(target: Path) -> Path | None:
    """Rename a broken snapshot to the first free `<version>.broken-N`; None where it has gone already."""
    number = 1
    while target.exists():
        aside = target.with_name(f"{target.name}.broken-{number}")
        if not aside.exists():
            try:
                target.rename(aside)
                return aside
            except FileNotFoundError:
                return None
            except OSError as problem:
                if not aside.exists():
                    raise _unwritable(target.parent, problem) from problem
        number += 1
    return None


def _earlier(state: Path) -> Earlier | None:
    """The snapshot in use, where it can be read."""
    version = current_version(state)
    folder = state / "snapshots" / version if version else None
    manifest = read_manifest(folder) if folder else None
    return Earlier(folder, manifest) if folder and manifest else None


def _build(target: Path, sources: Sources, progress: Progress, earlier: Earlier | None, kept: Path) -> None:
    """Build beside `target` and rename into place; if another process was faster, its snapshot stays."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".building-", dir=target.parent))
    except OSError as problem:
        raise _unwritable(target.parent, problem) from problem
    try:
        fingerprint = build_files(folder, sources, progress, earlier, kept)
        seal_snapshot(folder, sources.inputs, fingerprint)
        if not target.exists():
            _rename(folder, target)
        sync_folder(target.parent)
    except OSError as problem:
        raise _unwritable(target.parent, problem) from problem
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _rename(folder: Path, target: Path) -> None:
    try:
        folder.rename(target)
    except OSError:
        if not target.exists():  # else another process has put the same snapshot there
            raise


def _point(state: Path, version: str) -> None:
    """Make `STATE/current` name `version`, in one step."""
    if current_version(state) == version:
        return
    try:
        descriptor, name = tempfile.mkstemp(prefix=".current-", dir=state)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(version + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(state / "current")
        sync_folder(state)
    except OSError as problem:
        raise _unwritable(state, problem) from problem


def _prune(snapshots: Path, sources: Sources) -> None:
    """Delete all but the newest snapshots and the newest broken ones, and what killed builds left behind."""
    keep = sources.inputs.version
    entries = sorted(_with_times(snapshots), key=lambda e: (-e[0], e[1].name))
    broken = [p for _, p in entries if ".broken-" in p.name]
    whole = [p for _, p in entries if "." not in p.name and p.name != keep]
    stale = [p for t, p in entries if p.name.startswith(".building-") and t < time.time() - _DAY]
    for path in (*whole[KEPT - 1 :], *broken[KEPT:], *stale):
        _forget_vectors(path, sources)
        shutil.rmtree(path, ignore_errors=True)


def _forget_vectors(folder: Path, sources: Sources) -> None:
    """Drop the vectors of a snapshot that is deleted, where they are kept in the place that is in use."""
    manifest = read_manifest(folder)
    if manifest and manifest.inputs.parameters.get("vectors") == sources.place.kind:
        sources.place.drop(home_of(folder, manifest.inputs, manifest.encoder_fingerprint))


def _with_times(snapshots: Path) -> Iterable[tuple[float, Path]]:
    for path in snapshots.iterdir():
        with suppress(OSError):  # another process deleted it
            yield path.stat().st_mtime, path


def _unwritable(folder: Path, problem: OSError) -> StateUnwritable:
    return StateUnwritable(
        f"无法写入索引目录 {folder}（{problem.strerror or problem}）；请检查权限和磁盘空间，"
        "或用 --state / WENZE_STATE 换一个目录"
    )
