"""Turning texts into unit vectors: the protocol, and any sentence-transformers model on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import EncoderUnavailable
from index.model_folder import folder_digest, model_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["Encoder", "SentenceTransformerEncoder", "Vectors", "unit_rows"]

Vectors = npt.NDArray[np.float32]
_OPTION = "环境变量 WENZE_MODEL"


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
        self._folder = model_folder(name_or_path, _OPTION, EncoderUnavailable)
        self.fingerprint = folder_digest(self._folder)

    @cached_property
    def _model(self) -> SentenceTransformer:
        try:
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except Exception as problem:  # whatever the library raises, the mend is the same
            raise EncoderUnavailable(
                f"模型目录 {self._folder} 无法载入（{problem}）；"
                f"请确认其中是完整的 sentence-transformers 模型，或去掉 {_OPTION} 使用自带的编码器"
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
