"""Judging passages against a question: the protocol, and any cross-encoder on this machine.

A cross-encoder reads question and passage together (Nogueira and Cho, "Passage Re-ranking with BERT", 2019),
which tells more than comparing two vectors and takes far longer, so only the best few passages are judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import RerankerUnavailable
from index.model_folder import folder_digest, model_folder

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

__all__ = ["CrossEncoderReranker", "Reranker", "Scores"]

Scores = npt.NDArray[np.float64]
_OPTION = "--reranker / WENZE_RERANKER"
_DECIMALS = 4  # kept of a score, so that the last bits, which differ by machine, do not turn an order
_BATCH = 32


class Reranker(Protocol):
    """What judges passages. `fingerprint` changes when the scores would."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    def scores(self, question: str, passages: Sequence[str]) -> Scores:
        """How well each passage answers the question, shape (n,), 0 to 1."""
        ...


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder, by the path of its directory or a name in the local model cache.

    It is loaded at once, so that a model that does not work is known before the first question. Safe to share
    between threads. Nothing is ever downloaded.
    """

    def __init__(self, name_or_path: str) -> None:
        """Find the model and load it.

        Raises:
            RerankerUnavailable: there is no such model here, it does not load, or it gives no single score.
        """
        self.name = name_or_path
        self._folder = model_folder(name_or_path, _OPTION, RerankerUnavailable)
        self.fingerprint = folder_digest(self._folder)
        self._model = _loaded(self._folder)
        self._turn = Lock()  # a tokenizer that cuts to length must not be used by two threads at once

    def scores(self, question: str, passages: Sequence[str]) -> Scores:
        """The logits through the logistic function, rounded to 0.0001, shape (n,).

        Raises:
            RerankerUnavailable: what the model gives is no number.
        """
        if not passages:
            return np.zeros(0)
        pairs = [(question, passage) for passage in passages]
        with self._turn:
            logits = self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False)
        logits = np.asarray(logits, dtype=np.float64)
        if not np.isfinite(logits).all():
            raise RerankerUnavailable(
                f"模型目录 {self._folder} 给出的分数不是数；请换一个完好的模型，或去掉 {_OPTION}"
            )
        chances: Scores = 1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0)))
        return chances.round(_DECIMALS)


def _loaded(folder: Path) -> CrossEncoder:
    try:
        from sentence_transformers import CrossEncoder
        from torch.nn import Identity

        model: CrossEncoder = CrossEncoder(
            str(folder), device="cpu", local_files_only=True, activation_fn=Identity()
        )
        labels = model.num_labels
    except Exception as problem:  # whatever the library raises, the mend is the same
        raise RerankerUnavailable(
            f"模型目录 {folder} 无法载入（{problem}）；"
            f"请确认其中是完整的 sentence-transformers CrossEncoder 模型，或去掉 {_OPTION}"
        ) from problem
    if labels != 1:
        raise RerankerUnavailable(
            f"模型目录 {folder} 对一段话给出 {labels} 个分数，不能用来排序；"
            f"请换只给一个分数（num_labels 为 1）的 CrossEncoder 模型，或去掉 {_OPTION}"
        )
    return model
