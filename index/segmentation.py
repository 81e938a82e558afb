"""Words and search tokens of Chinese text, with the terms of the corpus known to the dictionary."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus import patterns as re
from corpus.library import Library
from corpus.notice import ClauseKind, Notice
from index.dictionary import DICTIONARY, Tokenizer, open_dictionary
from index.literals import LITERAL, literal_tokens
from index.normal import search_key

__all__ = ["DICTIONARY", "STOP_WORDS", "WORD", "Cut", "Segmenter", "domain_terms"]

WORD = "▁"  # before a token that is a word, as SentencePiece marks one: 补贴 the pair is another token

STOP_WORDS = frozenset(
    "的了吗呢么啊吧嘛呀哦呃哈啦地得着之是在和与及或等也都就还很这那有"
    "我你您他她它几谁哪并且而其该被把将对为以于到"
) | {
    "我们",
    "你们",
    "他们",
    "请问",
    "什么",
    "怎么",
    "怎样",
    "一下",
    "那么",
    "这个",
    "那个",
    "哪些",
    "哪个",
    "多少",
    "以及",
}
_PARTICLES = frozenset("的了吗呢么啊吧嘛呀啦")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_TERM = re.compile(r"[\u4e00-\u9fffa-z0-9+#.]{2,20}")
_MARKER = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第[一二三四五六七八九十百\d]+[章节条部]|#+\s)\s*"
)
_QUOTED = re.compile(r"[《“「]([^《》“”「」\n]{2,20})[》”」]")
_SHORT_NAME = re.compile(r"(?:以下|下)(?:[统并合]?[简统]称)[为：:]?\s*[“\"「]?([^”\"」，。；）)、\s]{2,20})")
_BRACKETED = re.compile(r"[（(]([^（）()\n]{2,20})[）)]")
_TITLE_BREAK = re.compile(
    r"关于|印发|开展|做好|组织|公布|发布|的?通知|的?公告|的?通报|的?意见|[，。、：；（）()“”《》\s—-]+"
)


_SHORT = 8  # characters of a run that is likely to come again

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """How a search key is cut, as places in it, each kind left to right.

    `literals` are dates, amounts and the like (`index.literals`); `runs` the Chinese characters between them;
    `words` the words of these runs in jieba's search mode, which gives the words within a long word too.
    `mixed` are the terms that mix Chinese with other letters.
    """

    key: str
    mixed: Places
    literals: Places
    words: Places
    runs: Places


class Segmenter:
    """A jieba dictionary of its own with the domain's terms in it.

    All methods work on the search key of the text given (`index.normal.search_key`).
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._dictionary = open_dictionary()
        self._jieba = Tokenizer(self._dictionary)
        self._before: dict[str, int] = {}
        self._mixed: re.Pattern[str] | None = None
        self._mixed_terms: set[str] = set()
        self._cut = lru_cache(maxsize=64)(self._find_cut)
        self._tokens = lru_cache(maxsize=8192)(self._find_tokens)
        self._searched = lru_cache(maxsize=8192)(self._find_searched)
        self.part_of_speech = lru_cache(maxsize=65536)(self._find_tag)
        self.add_terms(terms)

    def add_terms(self, terms: Iterable[str]) -> None:
        """Make each term one word; terms that mix Chinese with other letters are found before jieba cuts."""
        for term in sorted({search_key(t) for t in terms}):
            if _CHINESE.fullmatch(term) and len(term) > 1:
                self._before.setdefault(term, self._dictionary.get(term) or 0)
                self._jieba.add_word(term)
            elif _CHINESE.search(term) and not re.search(r"\s", term) and term not in self._mixed_terms:
                self._mixed_terms.add(term)
        longest = sorted(self._mixed_terms, key=lambda t: (-len(t), t))
        self._mixed = re.compile("|".join(map(re.escape, longest))) if longest else None
        for kept in (self._cut, self._tokens, self._searched):
            kept.cache_clear()

    def frequency(self, word: str) -> int:
        """How often jieba's own dictionary has seen the word, 0 if never; terms added do not count."""
        return self._before.get(word, self._dictionary.get(word) or 0)

    def knows(self, word: str) -> bool:
        """Whether a word is in jieba's dictionary or one of the terms added."""
        return word in self._before or bool(self._dictionary.get(word))

    def _find_tag(self, word: str) -> str:
        """The tag of a word in jieba's own dictionary (n, v, d, …), "" for a word that it does not have."""
        return self._dictionary.tag(word) if self.frequency(word) else ""

    def words(self, text: str) -> list[str]:
        """The words of `text` in order, not overlapping, without white space; literals and terms whole."""
        key, out, position = search_key(text), [], 0
        for start, end in self._whole(key):
            out += self._jieba.cut(key[position:start])
            out.append(key[start:end])
            position = end
        out += self._jieba.cut(key[position:])
        return [w for w in out if w.strip()]

    def dictionary_words(self, text: str) -> list[str]:
        """The words of `text` by the dictionary and the characters between, in order; none is guessed."""
        return [w for w in self._jieba.cut(search_key(text), HMM=False) if w.strip()]

    def cut(self, text: str) -> Cut:
        """Where the literals, words and Chinese characters of `text` are in its search key."""
        return self._cut(search_key(text))

    def tokens(self, text: str) -> list[str]:
        """What `text` is found by: search-mode words and terms, character pairs, characters and literals.

        Stop words are dropped. A word bears the mark `WORD`: a pair that is also a word is there as both.
        """
        return list(self._tokens(search_key(text)))

    def _whole(self, key: str) -> Iterator[tuple[int, int]]:
        """Places of mixed terms and literals, left to right, not overlapping."""
        patterns = [p for p in (self._mixed, LITERAL) if p]
        ahead = [p.search(key) for p in patterns]
        while found := [m for m in ahead if m]:
            first = min(found, key=lambda m: (m.start(), -m.end()))
            yield first.span()
            position = first.end()  # only what it overlaps is looked for again
            ahead = [
                p.search(key, position) if m and m.start() < position else m
                for p, m in zip(patterns, ahead, strict=True)
            ]

    def _find_cut(self, key: str) -> Cut:
        mixed = tuple(m.span() for m in self._mixed.finditer(key)) if self._mixed is not None else ()
        literals = tuple(m.span() for m in LITERAL.finditer(key))
        runs: list[tuple[int, int]] = []
        position = 0
        for start, end in (*literals, (len(key), len(key))):
            runs += (m.span() for m in _CHINESE.finditer(key, position, start))
            position = end
        words = tuple(
            (first + start, first + end)
            for first, last in runs
            for start, end in self._search_words(key[first:last])
        )
        return Cut(key, mixed, literals, words, tuple(runs))

    def _search_words(self, run: str) -> Places:
        """Where the words of a run of Chinese characters are in it; kept of short ones, mostly synonyms."""
        return self._searched(run) if len(run) <= _SHORT else self._find_searched(run)

    def _find_searched(self, run: str) -> Places:
        return tuple((start, end) for _, start, end in self._jieba.tokenize(run, mode="search"))

    def _find_tokens(self, key: str) -> tuple[str, ...]:
        cut = self._cut(key)
        words = [key[start:end] for start, end in (*cut.mixed, *cut.words) if end - start > 1]
        found = [WORD + word for word in words if word not in STOP_WORDS]
        for start, end in cut.literals:
            found += literal_tokens(key[start:end])
        for start, end in cut.runs:
            run = key[start:end]
            found += run
            found += (a + b for a, b in pairwise(run) if a not in _PARTICLES and b not in _PARTICLES)
        return tuple(sys.intern(t) for t in found if t not in STOP_WORDS)


def domain_terms(library: Library) -> tuple[str, ...]:
    """The terms that the notices themselves name, as search keys, sorted.

    Parts of titles, what stands in 《》 or “”, names defined by 以下简称, headings, and the headers and cells
    of tables with what they have in brackets; 2 to 20 characters without a mark, Chinese at least in part.
    """
    return tuple(sorted({t for n in library.notices for t in _clean(_terms_of(n))}))


def _terms_of(notice: Notice) -> Iterator[str]:
    yield from _TITLE_BREAK.split(notice.title)
    for pattern in (_QUOTED, _SHORT_NAME):
        yield from pattern.findall(notice.text)
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.HEADING:
            yield _MARKER.sub("", notice.heading(index))
        for text in {t for cell in clause.cells for t in (cell.header, cell.text)}:
            yield from (*text.split(), _BRACKETED.sub("", text), *_BRACKETED.findall(text))


def _clean(terms: Iterable[str]) -> Iterator[str]:
    for term in terms:
        key = search_key(term).strip(" :,.;#*")
        if _TERM.fullmatch(key) and len(_CHINESE.findall(key)) and not key[0].isdigit() and "的" not in key:
            yield key
