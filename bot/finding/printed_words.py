"""Everyday words that no notice prints, in the nearest word that one does: 早饭 where the notices say 早餐.

The thesaurus (`index.paraphrases`) has the words of many fields and not of all. What it does not know and
official texts do not use is everyday language, which shares a character with the word that is printed and
means as much by the vectors of the encoder. What official texts do use names another thing where it is not
printed: 住宿费 is no 住院费.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import numpy as np

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.official import is_official
from index.retriever import Retriever

__all__ = ["PrintedWords"]

_NEAR = 0.6  # from this cosine on a word stands for another
_KEPT = 4096
_EVERYDAY = re.compile(r"[\u4e00-\u9fff]{2}")
_THINGS = ("n", "t")  # tags of words for things and times; what is done is said in too many ways
_EMPTY = frozenset(
    "一二两三四五六七八九十百千万半几第个的了是不没有人大小上下年月日天"
)  # tells no word by itself


class PrintedWords:
    """Finds for words for things that are not printed those that are. `printed` says whether a string is."""

    def __init__(self, retriever: Retriever, printed: Callable[[str], bool]) -> None:
        self._retriever, self._printed = retriever, printed
        self._holding: dict[str, list[str]] = {}
        for word in sorted(w for w in retriever.words.counts if _EVERYDAY.fullmatch(w)):
            for character in set(word) - _EMPTY:
                self._holding.setdefault(character, []).append(word)
        self._of = lru_cache(_KEPT)(self._find)

    def put(self, text: str) -> str:
        """The text with each such word in place of the everyday one."""
        return "".join(self._of(w) or w for w in self._words(text))

    def _words(self, text: str) -> Iterator[str]:
        """The words of a text, with all that stands between them."""
        at = 0
        for word in self._retriever.segmenter.words(text):
            start = text.find(word, at)
            if start < 0:
                continue  # cut from another form of the text
            yield text[at:start]
            yield word
            at = start + len(word)
        yield text[at:]

    def _find(self, word: str) -> str:
        """The nearest printed word; "" for a word that needs none, or where none is near."""
        if not _EVERYDAY.fullmatch(word) or self._printed(word) or self._is_known(word):
            return ""
        near = sorted({w for c in set(word) - _EMPTY for w in self._holding.get(c, ())})
        if not near:
            return ""
        encode = self._retriever.encoder.encode
        cosines = encode(near) @ encode([word])[0]
        best = int(np.argmax(cosines))
        return near[best] if cosines[best] >= _NEAR else ""

    def _is_known(self, word: str) -> bool:
        words = lexicon()
        if not self._retriever.segmenter.part_of_speech(word).startswith(_THINGS):
            return True
        return word in words.synonyms or word in words.general or word in words.light or is_official(word)
