"""What notices are called and which words they use, to tell which of them a question speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from bot.conversation.question import Question
from bot.finding.matching import abbreviates, names_of, titles_of
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.library import Library
from corpus.notice import Notice
from index.grams import GramIndex
from index.normal import search_key
from index.passages import Passage

__all__ = ["NoticeNames", "is_of_other_year"]

# When in any year: 每年3月, 每年上半年, 每年集中受理; a rate (每人每年…元) is of the notice's own year.
_EVERY_YEAR = re.compile(
    r"(?<![人户次])每年的?(?:[\d一二三四五六七八九十]{1,3}月|[上下]半年|[春夏秋冬]季|第|[\d一二两三四]次|集中|定期|组织|举[行办]|开展|受理)"
)
_KEPT = 8192  # words of which is kept which notices hold them


class NoticeNames:
    """The names of all notices and the words of their texts. `tag` gives a word's part of speech."""

    def __init__(self, library: Library, tag: Callable[[str], str]) -> None:
        self._tag = tag
        self._ids = [n.notice_id for n in library.notices]
        self._sources = [n.source for n in library.notices]
        self.titles = {n.notice_id: titles_of(n) for n in library.notices}
        self.called = {n.notice_id: names_of(n) for n in library.notices}
        self.bodies = {n.notice_id: search_key(n.text) for n in library.notices}
        self._all_titles, self._all_called = ("\n".join(d.values()) for d in (self.titles, self.called))
        self._in_bodies = GramIndex(list(self.bodies.values()))
        self._holders = lru_cache(maxsize=_KEPT)(self._find_holders)
        self._named = lru_cache(maxsize=_KEPT)(self._find_named)
        self._idle = lru_cache(maxsize=_KEPT)(self._find_idle)
        self._titled = lru_cache(maxsize=_KEPT)(self._find_titled)

    def mentions(self, words: Iterable[str]) -> dict[str, float]:
        """How plainly each notice is spoken of by name, 0 to 1."""
        asked = list(words)
        common = lexicon().general
        hits: dict[str, float] = {}
        for word in asked:
            for notice_id in self._named(word):
                hits[notice_id] = hits.get(notice_id, 0.0) + self._rarity(word)
        for word in asked:
            users = self._holders(word)
            if len(word) > 2 and word not in common and len(users) == 1:  # 咨询电话 names no notice
                (user,) = users
                hits[user] = hits.get(user, 0.0) + 0.5 * self._rarity(word)
        return {i: min(1.0, hits[i]) for i in self._ids if hits.get(i)}

    def names(self, word: str, notice_id: str) -> bool:
        """Whether a word is part of, or short for, what the notice is called."""
        return notice_id in self._named(word)

    def is_title_word(self, word: str, notice_id: str) -> bool:
        """Whether a word names the notice, and so says nothing about a passage of it."""
        return notice_id in self._titled(word)

    def titled(self, word: str) -> frozenset[str]:
        """The notices that a word names."""
        return self._titled(word)

    def shortens(self, word: str, names: str) -> bool:
        """Whether a word that is no word of the language is short for one of the names."""
        return self._is_coined(word) and abbreviates(word, names, self.is_printed)

    def _is_coined(self, word: str) -> bool:
        """Whether a word stands in no dictionary."""
        return word not in lexicon().synonyms and not self._tag(word)

    def idle(self, word: str) -> frozenset[str]:
        """The notices in which a saying (考几门) leads nowhere: they print nothing of what papers call it."""
        return self._idle(word) if word in lexicon().hints else frozenset()

    def _find_idle(self, word: str) -> frozenset[str]:
        meant = (word, *lexicon().synonyms.get(word, ()))
        return frozenset(self._ids).difference(*(self._holders(w) for w in meant))

    def known(self, word: str) -> bool:
        """Whether any notice uses a word or one that means the same."""
        return any(self._holders(w) for w in (word, *lexicon().synonyms.get(word, ())))

    def users(self, word: str) -> frozenset[str]:
        """The files that use a word or one that means the same."""
        meant = (word, *lexicon().synonyms.get(word, ()))
        held = frozenset[str]().union(*(self._holders(w) for w in meant))
        return frozenset(s for i, s in zip(self._ids, self._sources, strict=True) if i in held)

    def is_printed(self, string: str) -> bool:
        """Whether any notice holds a string."""
        return bool(self._holders(string))

    def _rarity(self, word: str) -> float:
        """1 for a word that one notice alone uses, less the more use it."""
        users = len(self._holders(word))
        return 1.0 / users if users else 0.5

    def _find_holders(self, string: str) -> frozenset[str]:
        return frozenset(self._ids[i] for i in self._in_bodies.holding(string).tolist())

    def _find_named(self, word: str) -> frozenset[str]:
        return self._holding(word, self.called, self._all_called)

    def _find_titled(self, word: str) -> frozenset[str]:
        return self._holding(word, self.titles, self._all_titles)

    def _holding(self, word: str, names: dict[str, str], joined: str) -> frozenset[str]:
        """The notices whose names, which are `joined` besides, hold a word or are shortened by it."""
        if len(word) < 2:
            return frozenset()
        held = frozenset([i for i, n in names.items() if word in n]) if word in joined else frozenset()
        if not self._is_coined(word) or self.is_printed(word):
            return held
        return held | frozenset(i for i, n in names.items() if abbreviates(word, n, self.is_printed))


_YEARS = re.compile(r"(?:19|20)\d{2}")


# 1990年以前出版的, 2000年底前建成的: of every year on that side.
_UP_TO = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?:度?[底末初])?(?:[（(][^（）()]{1,4}[）)])?(?:及?以|之)?(?P<side>前|后|来|起)"
)
_SIDES = ("前", "后来起")


def is_of_other_year(question: Question, notice: Notice, passage: Passage) -> bool:
    """Whether the question names a year and neither the passage nor its notice is of that year.

    What a passage says of every year holds for each of them: 每年3月、9月报名.
    """
    if question.year is None or _EVERY_YEAR.search(passage.text):
        return False
    year = str(question.year)
    if f"{year}年度" in question.text and f"{year}年度" not in passage.text:
        titled = re.findall(r"((?:19|20)\d{2})年?度?", notice.title)
        if titled and year not in titled:
            return True  # 2025年 in a notice on 2026年度 is the day on which something is done
    if any(m["side"] in _SIDES[question.year > int(m["year"])] for m in _UP_TO.finditer(passage.text)):
        return False
    stated = _YEARS.findall(passage.text)
    if stated:
        return year not in stated
    titled = _YEARS.findall(notice.title)
    if titled:
        return year not in titled
    return year not in notice.issued_text + (notice.issued.isoformat() if notice.issued else "")
