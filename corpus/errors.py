"""What can go wrong while notices are read.

    CorpusError
    ├── EmptyCorpus          no notice could be read from the folder
    ├── UnknownNotice        no notice has that identifier
    ├── UnknownTarget        a notice decides about nothing of that name
    └── UnreadableFile       one file was skipped; the rest is served
        ├── EmptyFile
        ├── BinaryFile
        ├── WrongEncoding
        ├── TooLarge
        ├── BadMetadata      front matter or sidecar that does not parse
        ├── BadRules         corrections of rules that were not taken; the notice is served as compiled
        └── PartlyRead       a part of the file was skipped; the rest of it is served

Every message says what is wrong and how to mend it.
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "BadMetadata",
    "BadRules",
    "BinaryFile",
    "CorpusError",
    "EmptyCorpus",
    "EmptyFile",
    "PartlyRead",
    "TooLarge",
    "UnknownNotice",
    "UnknownTarget",
    "UnreadableFile",
    "WrongEncoding",
]


class CorpusError(Exception):
    """Base of everything that the corpus package raises on purpose."""


class EmptyCorpus(CorpusError):
    """No notice could be read."""


class UnknownNotice(CorpusError):
    """No notice has the identifier asked for."""


class UnknownTarget(CorpusError):
    """A notice decides about nothing of the name asked for."""


class UnreadableFile(CorpusError):
    """One file could not be read; `path` names it and `reason` says why and how to mend it."""

    consequence = "跳过"  # what becomes of the file, for the message to the operator

    def __init__(self, path: Path, reason: str) -> None:
        name = path.name.encode(errors="replace").decode()  # of bytes that are no UTF-8, what can be printed
        super().__init__(f"{name}：{reason}")
        self.path = path
        self.reason = reason


class EmptyFile(UnreadableFile):
    """The file holds no text."""


class BinaryFile(UnreadableFile):
    """The file holds bytes that are no text."""


class WrongEncoding(UnreadableFile):
    """The file is text, but in no encoding that Chinese is written in."""


class TooLarge(UnreadableFile):
    """The file exceeds the size limit."""


class BadMetadata(UnreadableFile):
    """Front matter or a sidecar file that is not a YAML mapping of known keys."""


class BadRules(UnreadableFile):
    """Corrections of compiled rules that do not parse or say what the notice does not."""

    consequence = "未采用"


class PartlyRead(UnreadableFile):
    """A part of the file, such as a scanned page, could not be read; what could be is served."""

    consequence = "部分未读"
