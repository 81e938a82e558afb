"""The manifest of a snapshot: what it was built from, and a checksum of every file in it."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.errors import BrokenSnapshot

__all__ = [
    "MANIFEST",
    "Inputs",
    "Manifest",
    "check_snapshot",
    "read_manifest",
    "seal_snapshot",
    "sync_folder",
]

MANIFEST = "manifest.json"
SCHEMA = 1


class Inputs(BaseModel):
    """What decides the content of a snapshot. Equal inputs give equal snapshots."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    corpus: str  # Library.digest
    passages: str  # digest of the passages cut from it
    notice_count: int
    passage_count: int
    terms: str  # digest of the domain terms
    encoder_kind: str
    encoder: str  # fingerprint of a given model; of the default one, its parameters
    parameters: dict[str, float | str]

    @property
    def version(self) -> str:
        """A short name for these inputs."""
        canonical = json.dumps(self.model_dump(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]


class Manifest(BaseModel):
    """`manifest.json`: inputs, time of building, and the SHA-256 of each file by its path in the snapshot."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: int
    version: str
    inputs: Inputs
    encoder_fingerprint: str
    created_at: datetime
    files: dict[str, str]


def seal_snapshot(folder: Path, inputs: Inputs, encoder_fingerprint: str) -> Manifest:
    """Write the manifest of the files now in `folder` and force all of it to disk."""
    files = {p.relative_to(folder).as_posix(): _sha256(p) for p in sorted(folder.rglob("*")) if p.is_file()}
    manifest = Manifest(
        schema_version=SCHEMA,
        version=inputs.version,
        inputs=inputs,
        encoder_fingerprint=encoder_fingerprint,
        created_at=datetime.now(UTC),
        files=files,
    )
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o755 if path.is_dir() else 0o644)  # safetensors writes its file for the owner alone
        sync_folder(path)
    return manifest


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a snapshot, None where it is missing or does not parse."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError):
        return None


def check_snapshot(folder: Path, inputs: Inputs) -> Manifest:
    """The manifest of a snapshot whose files and inputs are what they should be.

    Raises:
        BrokenSnapshot: the manifest does not parse, was written for other inputs, or a file differs from it.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise BrokenSnapshot(folder, f"{MANIFEST} 缺失或无法解析")
    if manifest.schema_version != SCHEMA or manifest.inputs != inputs:
        raise BrokenSnapshot(folder, f"{MANIFEST} 与当前的通知或参数不符")
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise BrokenSnapshot(folder, f"缺少文件 {name}")
        if _sha256(path) != expected:
            raise BrokenSnapshot(folder, f"文件 {name} 的校验和不符")
    return manifest


def sync_folder(path: Path) -> None:
    """Force a file, or the entries of a directory, to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
