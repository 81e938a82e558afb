"""Adding files to the corpus folder: each is read first, copied whole or not at all, never lost.

A file appears in the folder under its name in one step, so whoever reads the folder meanwhile sees the old
state or the new one. What `--replace` replaces is kept beside it as NAME.bak-1, NAME.bak-2, …
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.service.settings import BadSettings, Settings, shipped_corpus
from corpus.errors import UnreadableFile
from corpus.library import notice_files
from corpus.reading import Reading, read_whole

__all__ = ["Ingested", "Outcome", "add_files", "outcome_line", "own_folder"]


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    REPLACED = "replaced"
    SAME = "same"  # it is there already
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Ingested:
    """One file: what became of it, why where it was refused, and what was read; `kept` is the old file."""

    path: Path
    outcome: Outcome
    reason: str = ""
    reading: Reading | None = None
    kept: Path | None = None

    @property
    def refused(self) -> bool:
        """Whether the file was left out."""
        return self.outcome is Outcome.REFUSED


def own_folder(settings: Settings) -> Path:
    """The corpus folder, where it is one that files may be added to.

    Raises:
        BadSettings: it is the one that comes with the package.
    """
    folder, shipped = settings.corpus.resolve(), shipped_corpus().resolve()
    if folder == shipped or shipped in folder.parents:
        raise BadSettings(
            "随软件附带的通知文件夹不能加入文件；请用 --corpus 文件夹 或环境变量 WENZE_CORPUS "
            "指定你自己的通知文件夹（不存在会新建），serve、ask 等命令也用同一个"
        )
    return settings.corpus


def add_files(paths: Iterable[Path], folder: Path, replace: bool = False) -> Iterator[Ingested]:
    """Add files, and what lies below folders under the same relative paths; yields each as it is done.

    Raises:
        OSError: `folder` cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        if not path.exists():
            yield Ingested(path, Outcome.REFUSED, "没有这个文件或文件夹；请核对路径")
        elif path.is_dir():
            found = notice_files(path)
            if not found:
                yield Ingested(path, Outcome.REFUSED, "文件夹里没有文件")
            for file in found:
                yield _add(file, folder / file.relative_to(path), folder, replace)
        else:
            yield _add(path, folder / path.name, folder, replace)


def outcome_line(added: Ingested) -> str:
    """What became of a file, for the person."""
    match added.outcome:
        case Outcome.ADDED:
            return f"已加入 {added.path.name}"
        case Outcome.REPLACED:
            return f"已替换 {added.path.name}，旧文件另存为 {added.kept.name if added.kept else '—'}"
        case Outcome.SAME:
            return f"已有 {added.path.name}，内容相同"
    return f"未加入 {added.path}：{added.reason}"


def _add(source: Path, target: Path, folder: Path, replace: bool) -> Ingested:
    if source.name.startswith((".", "~$")):
        return Ingested(source, Outcome.REFUSED, "隐藏文件和编辑器的锁文件不是通知；请改名再加入")
    try:
        reading = read_whole(source)
        if folder.resolve() in source.resolve().parents:
            return Ingested(source, Outcome.SAME, reading=reading)
        return _placed(source, target, reading, replace)
    except UnreadableFile as problem:
        return Ingested(source, Outcome.REFUSED, problem.reason)
    except OSError as problem:
        reason = f"写不进 {target.parent}（{problem.strerror}）；请检查权限和磁盘空间"
        return Ingested(source, Outcome.REFUSED, reason)


def _placed(source: Path, target: Path, reading: Reading, replace: bool) -> Ingested:
    """Copy a file, and before it the sidecar that describes it."""
    pairs = [(s, t) for s, t in ((_sidecar(source), _sidecar(target)), (source, target)) if s.is_file()]
    new = [(s, t) for s, t in pairs if not (t.exists() and s.read_bytes() == t.read_bytes())]
    if not new:
        return Ingested(source, Outcome.SAME, reading=reading)
    taken = [t for _, t in new if t.exists()]
    if taken and not replace:
        reason = f"文件夹里已有内容不同的 {taken[0].name}；要替换请加 --replace，要并存请改名"
        return Ingested(source, Outcome.REFUSED, reason)
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = [_copied(s, t, replace) for s, t in new]
    older = next((k for k in reversed(kept) if k is not None), None)
    return Ingested(source, Outcome.REPLACED if older else Outcome.ADDED, reading=reading, kept=older)


def _sidecar(path: Path) -> Path:
    return path.with_name(path.name + ".yaml")


def _copied(source: Path, target: Path, replace: bool) -> Path | None:
    """Copy under the target's name in one step; the file that was there before under its new name."""
    descriptor, name = tempfile.mkstemp(prefix=".ingest-", dir=target.parent)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file, source.open("rb") as opened:
            shutil.copyfileobj(opened, file)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o644)
        kept = _kept(target) if replace and target.exists() else None
        if kept is not None:
            made.replace(target)
        else:
            os.link(made, target)  # unlike a renaming, this fails where another was faster
        return kept
    finally:
        made.unlink(missing_ok=True)


def _kept(target: Path) -> Path:
    """Give the file its first free name NAME.bak-N beside the one it has."""
    number = 1
    while True:
        kept = target.with_name(f"{target.name}.bak-{number}")
        try:
            os.link(target, kept)
        except FileExistsError:
            number += 1
        else:
            return kept
