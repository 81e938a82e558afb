"""How near in meaning a word comes to any word of a notice, which may call the same by another name."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from corpus import patterns as re
from corpus.library import Library
from corpus.notice import Notice
from index.encoder import Vectors
from index.normal import search_key
from index.retriever import Retriever

__all__ = ["Kinship"]

_KEPT = 64  # notices whose words are kept
_WORD = re.compile(r"[\u4e00-\u9fffa-z]{2,}")


class Kinship:
    """Compares words with those of the notices of one library by the vectors of the encoder."""

    def __init__(self, library: Library, retriever: Retriever) -> None:
        self._notices = {n.notice_id: n for n in library.notices}
        self._retriever = retriever
        self._of = lru_cache(maxsize=_KEPT)(self._vectors)

    def nearest(self, word: str, notice: Notice) -> float:
        """The cosine of a word with the nearest word of a notice, 0 to 1."""
        words = self._of(notice.notice_id)
        if not len(words):
            return 0.0
        return float(np.clip((words @ self._retriever.encoder.encode([word])[0]).max(), 0, 1))

    def _vectors(self, notice_id: str) -> Vectors:
        """The vectors of the words of a notice, shape (words, dimensions)."""
        text = search_key(self._notices[notice_id].text)
        words = sorted({w for w in self._retriever.segmenter.words(text) if _WORD.fullmatch(w)})
        return self._retriever.encoder.encode(words)
