"""A folder of files read into notices: the one way in to the corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import patterns as re
from corpus.errors import EmptyCorpus, PartlyRead, UnknownNotice, UnreadableFile
from corpus.notice import Notice
from corpus.readers.files import SUPPORTED
from corpus.reading import SIDECAR_SUFFIXES, read_whole

if TYPE_CHECKING:
    from corpus.kept import KeptReadings

__all__ = ["Library", "library_of", "load_corpus", "notice_files"]

_KEPT = re.compile(r"\.bak-\d+")  # the suffix of a file that another has replaced


@dataclass(frozen=True)
class Library:
    """All notices of a corpus folder, the files that could not be read, and a digest of everything read."""

    notices: tuple[Notice, ...]
    problems: tuple[UnreadableFile, ...]
    digest: str

    def notice(self, notice_id: str) -> Notice:
        """The notice with that identifier.

        Raises:
            UnknownNotice: there is none; the message lists those there are.
        """
        for notice in self.notices:
            if notice.notice_id == notice_id:
                return notice
        known = "、".join(n.notice_id for n in self.notices[:20])
        raise UnknownNotice(f"没有编号为“{notice_id}”的通知；现有：{known}")

    def begun(self, words: str) -> Notice:
        """The notice with that identifier, else the only one whose identifier begins so.

        Raises:
            UnknownNotice: there is none, or more than one begins so; the message lists those there are.
        """
        begun = [n for n in self.notices if n.notice_id.startswith(words)]
        return begun[0] if len(begun) == 1 and words else self.notice(words)

    def scope(self, notice_or_stem: str) -> frozenset[str]:
        """The identifiers meant by a notice's identifier or by a file's stem.

        Raises:
            UnknownNotice: nothing goes by that name.
        """
        stem = notice_or_stem + "#"
        found = frozenset(
            n.notice_id for n in self.notices if n.notice_id == notice_or_stem or n.notice_id.startswith(stem)
        )
        if not found:
            self.notice(notice_or_stem)
        return found


def load_corpus(folder: Path, kept: Path | None = None) -> Library:
    """Read every file below `folder`; one that cannot be read is reported in `problems` and skipped, so is
    a part of a file. In `kept`, where it is given, what is read is kept for the next time.

    Raises:
        EmptyCorpus: the folder does not exist or holds no readable notice.
    """
    if not folder.is_dir():
        raise EmptyCorpus(
            f"通知文件夹 {folder} 不存在；请用 --corpus 或 WENZE_CORPUS 指定一个放有通知的文件夹"
        )
    notices: list[Notice] = []
    problems: list[UnreadableFile] = []
    readings = _readings(kept) if kept else None
    read = readings.read if readings else read_whole
    for path in notice_files(folder):
        try:
            reading = read(path)
        except UnreadableFile as problem:
            problems.append(problem)
            continue
        notices.extend(reading.notices)
        problems.extend(PartlyRead(path, warning) for warning in reading.warnings)
        problems.extend(reading.refused)
    if not notices:
        why = "".join(f"\n  {p}" for p in problems)
        raise EmptyCorpus(f"{folder} 里没有能读的通知；请放入 {SUPPORTED} 文件{why}")
    if readings:
        readings.drop_others()
    return replace(library_of(notices), problems=tuple(problems))


def _readings(folder: Path) -> KeptReadings:
    from corpus.kept import KeptReadings  # with all that is worked out of notices: not needed to list them

    return KeptReadings(folder)


def library_of(notices: Sequence[Notice]) -> Library:
    """A library of notices that are in hand."""
    return Library(_with_unique_ids(notices), (), _digest(notices))


def notice_files(folder: Path) -> list[Path]:
    """The files below `folder` that are read as notices, sorted: neither hidden ones nor the lock files of
    office programs (`~$…`), nor what describes a notice or keeps an older one (`.yaml`, `.bak-1`). A link
    that leads nowhere is one of them, to be told of.
    """
    return sorted(p for p in folder.rglob("*") if _is_there(p) and _is_notice_file(p, folder))


def _is_there(path: Path) -> bool:
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_notice_file(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    beside = path.suffix.lower() in SIDECAR_SUFFIXES or _KEPT.fullmatch(path.suffix) is not None
    return not hidden and not beside


def _with_unique_ids(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Files of the same stem in different folders are told apart by their order."""
    seen: dict[str, int] = {}
    unique = []
    for notice in notices:
        seen[notice.notice_id] = count = seen.get(notice.notice_id, 0) + 1
        unique.append(notice if count == 1 else replace(notice, notice_id=f"{notice.notice_id}~{count}"))
    return tuple(unique)


def _digest(notices: Sequence[Notice]) -> str:
    """SHA-256 over everything that was read, so that any change of a file changes it."""
    digest = hashlib.sha256()
    for notice in notices:
        digest.update(repr(notice).encode())
    return digest.hexdigest()
