"""What can go wrong while an index is built, kept or asked.

    IndexFailure
    ├── EncoderUnavailable     the embedding model is not on this machine
    ├── RerankerUnavailable    the cross-encoder is not on this machine, or gives no single score
    ├── TrainingFailure
    │   ├── UnusableTexts      the texts to train on cannot be read or are of no known kind
    │   └── OtherTraining      the folder holds the unfinished training of another model
    ├── VectorsUnavailable     the server that keeps the vectors, or its driver, cannot be used
    └── SnapshotError
        ├── BrokenSnapshot     a file is missing, cut short or altered; it is rebuilt
        ├── VectorsMissing     a snapshot's vectors are not where they were kept; they are rebuilt
        └── StateUnwritable    the state directory refuses to be written

Every message says what is wrong and how to mend it.
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "BrokenSnapshot",
    "EncoderUnavailable",
    "IndexFailure",
    "OtherTraining",
    "RerankerUnavailable",
    "SnapshotError",
    "StateUnwritable",
    "TrainingFailure",
    "UnusableTexts",
    "VectorsMissing",
    "VectorsUnavailable",
]


class IndexFailure(Exception):
    """Base of everything that the index package raises on purpose."""


class EncoderUnavailable(IndexFailure):
    """The embedding model asked for cannot be loaded on this machine."""


class RerankerUnavailable(IndexFailure):
    """The cross-encoder asked for cannot be loaded on this machine, or cannot rank."""


class VectorsUnavailable(IndexFailure):
    """The place that keeps the vectors cannot be used: driver, address, rights, or the server itself."""


class TrainingFailure(IndexFailure):
    """Base of what can stop the training of the default encoder."""


class UnusableTexts(TrainingFailure):
    """The texts to train on cannot be read, or a line is of no known kind."""


class OtherTraining(TrainingFailure):
    """The folder holds the unfinished training of another model, which would be lost."""


class SnapshotError(IndexFailure):
    """Base of what can be wrong with a snapshot on disk."""


class BrokenSnapshot(SnapshotError):
    """A snapshot is not what its manifest says; `path` names it and `reason` says what differs."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"索引快照 {path.name} 已损坏：{reason}")
        self.path = path
        self.reason = reason


class VectorsMissing(SnapshotError):
    """The vectors of a snapshot are not where they were kept, or cannot be read."""


class StateUnwritable(SnapshotError):
    """The directory that keeps snapshots cannot be created or written."""
