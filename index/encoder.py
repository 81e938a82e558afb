"""Turning texts into unit vectors: the protocol, and any sentence-transformers model on this machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import EncoderUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["Encoder", "SentenceTransformerEncoder", "Vectors", "folder_digest", "unit_rows"]

Vectors = npt.NDArray[np.float32]
_WHOLE_FILE = 4 << 20  # of larger files only both ends are hashed
_END = 1 << 20


class Encoder(Protocol):
    """What the dense side of search needs. `fingerprint` changes when the vectors would."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts as unit rows, shape (n, d) float32; a text with nothing known in it is a row of zeros."""
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model, by the path of its directory or by a name in the local model cache.

    torch is imported when the first text is encoded, not before. Nothing is ever downloaded.
    """

    def __init__(self, name_or_path: str) -> None:
        """Find the model.

        Raises:
            EncoderUnavailable: no such directory, no such model in the cache, or a directory without a model.
        """
        self.name = name_or_path
        self._folder = _model_folder(name_or_path)
        self.fingerprint = folder_digest(self._folder)

    @cached_property
    def _model(self) -> SentenceTransformer:
        try:
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except Exception as problem:  # whatever the library raises, the mend is the same
            raise EncoderUnavailable(
                f"模型目录 {self._folder} 无法载入（{problem}）；"
                "请确认其中是完整的 sentence-transformers 模型，或去掉 --model / WENZE_MODEL 使用自带的编码器"
            ) from problem

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts as unit rows, shape (n, d) float32.

        Raises:
            EncoderUnavailable: the model does not load.
        """
        asked = list(texts) or [""]  # of no texts the library does not tell the width
        vectors = self._model.encode(asked, batch_size=32, convert_to_numpy=True, show_progress_bar=False)
        known = np.nan_to_num(np.asarray(vectors, dtype=np.float32))  # of a text without a token: 0 over 0
        return unit_rows(known)[: len(texts)]


def unit_rows(rows: Vectors) -> Vectors:
    """Each row divided by its length; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _model_folder(name_or_path: str) -> Path:
    folder = Path(name_or_path).expanduser()
    if folder.is_dir():
        if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
            raise EncoderUnavailable(
                f"{folder} 里没有 modules.json 或 config.json，不是模型目录；"
                "请给出 sentence-transformers 模型所在的目录"
            )
        return folder.resolve()
    if folder.is_absolute() or name_or_path.startswith((".", "~")) or name_or_path.count("/") > 1:
        raise EncoderUnavailable(f"模型目录 {folder} 不存在；请检查 --model / WENZE_MODEL 的路径")
    return _cached_model(name_or_path)


def _cached_model(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except Exception as problem:  # not cached, or not a name at all
        raise EncoderUnavailable(
            f"模型“{name}”不在本机（这里不联网下载）；请先在联网的机器上运行 hf download {name}，"
            "把下载的目录复制过来，再用 --model / WENZE_MODEL 给出目录的路径"
        ) from problem


def folder_digest(folder: Path, names: Iterable[str] | None = None) -> str:
    """A digest of all files or some: names, sizes and contents (of files over 4 MiB, both ends)."""
    digest = hashlib.sha256()
    chosen = folder.rglob("*") if names is None else (folder / name for name in names)
    for path in sorted(p for p in chosen if p.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _WHOLE_FILE:
                digest.update(file.read())
            else:
                digest.update(file.read(_END))
                file.seek(size - _END)
                digest.update(file.read(_END))
    return digest.hexdigest()
