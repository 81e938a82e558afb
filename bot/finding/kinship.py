"""How near in meaning a word comes to any word of a notice, which may call the same by another name."""

from __future__ import annotations

from threading import Lock

import numpy as np
import numpy.typing as npt

from corpus import patterns as re
from corpus.library import Library
from corpus.notice import Notice
from index.encoder import Vectors
from index.normal import search_key
from index.retriever import Retriever

__all__ = ["Kinship"]

_WORD = re.compile(r"[\u4e00-\u9fffa-z]{2,}")

Rows = npt.NDArray[np.int32]


class Kinship:
    """Compares words with those of the notices of one library by the vectors of the encoder.

    A word that several notices have is kept once. Safe to share between threads.
    """

    def __init__(self, library: Library, retriever: Retriever) -> None:
        self._notices = {n.notice_id: n for n in library.notices}
        self._retriever = retriever
        self._rows: dict[str, int] = {}  # of the words that any notice read so far has
        self._vectors: Vectors = np.zeros((0, 0), dtype=np.float32)  # with room behind the rows for more
        self._of: dict[str, Rows] = {}
        self._growing = Lock()

    def nearest(self, word: str, notice: Notice) -> float:
        """The cosine of a word with the nearest word of a notice, 0 to 1."""
        self.read(notice.notice_id)
        rows = self._of[notice.notice_id]
        if not len(rows):
            return 0.0
        return float(np.clip((self._vectors[rows] @ self._retriever.encoder.encode([word])[0]).max(), 0, 1))

    def read(self, notice_id: str) -> None:
        """Take in the words of a notice, unless that is done."""
        if notice_id in self._of:
            return
        text = search_key(self._notices[notice_id].text)
        words = sorted({w for w in self._retriever.segmenter.words(text) if _WORD.fullmatch(w)})
        with self._growing:
            new = [w for w in words if w not in self._rows]
            if new:
                self._add(self._retriever.encoder.encode(new))
            self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
            self._of[notice_id] = np.array([self._rows[w] for w in words], dtype=np.int32)

    def _add(self, new: Vectors) -> None:
        """Put vectors behind those of the words there are, shape (words, dimensions)."""
        known, size = len(self._rows), len(self._rows) + len(new)
        if size > len(self._vectors):
            wider = np.zeros((2 * size, new.shape[1]), dtype=np.float32)
            if known:
                wider[:known] = self._vectors[:known]
            self._vectors = wider
        self._vectors[known:size] = new
