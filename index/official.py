"""Words that official texts use: of such a word it says something that a notice does not use it.

A notice has its own words for what people say in theirs, so a word of everyday speech that stands nowhere in
it (媳妇, 花钱) tells nothing; one that laws and rules use (副本, 年休假) would stand there, were the matter
spoken of. `official_words.txt` holds the words of two to six characters that stand in at least `LEAST`
articles of Chinese laws and regulations; `wenze eval official-words` makes it from such articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from corpus import patterns as re
from index.normal import search_key
from index.segmentation import Segmenter

__all__ = ["LEAST", "is_official", "official_words_in"]

LEAST = 5  # articles, so that slips of the segmenter stay out
_WORD = re.compile(r"[\u4e00-\u9fff]{2,6}")
_FILE = "official_words.txt"


def is_official(word: str) -> bool:
    """Whether official texts use a word."""
    return word in _official_words()


def official_words_in(articles: Iterable[str], least: int = LEAST) -> list[str]:
    """The words that stand in at least `least` of the articles, in order."""
    segmenter = Segmenter()
    held = Counter(w for text in articles for w in set(segmenter.words(search_key(text))))
    return sorted(w for w, count in held.items() if count >= least and _WORD.fullmatch(w))


@cache
def _official_words() -> frozenset[str]:
    return frozenset(files("index").joinpath(_FILE).read_text("utf-8").split())
