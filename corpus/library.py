"""A folder of files read into notices: the one way in to the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnknownNotice, UnreadableFile
from corpus.notice import Notice

__all__ = ["Library", "load_corpus"]


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


def load_corpus(folder: Path) -> Library:
    """Read every file below `folder`; one that cannot be read is reported in `problems` and skipped.

    Raises:
        EmptyCorpus: the folder does not exist or holds no readable notice.
    """
    raise NotImplementedError(folder)
