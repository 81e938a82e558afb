"""What notices are called and which words they use, to tell which of them a question speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from bot.lexicon import lexicon
from bot.matching import abbreviates, names_of, titles_of
from bot.question import Question
from corpus.library import Library
from corpus.notice import Notice
from index.normal import search_key
from index.passages import Passage

__all__ = ["NoticeNames", "is_of_other_year"]


class NoticeNames:
    """The names of all notices and the words of their texts. `tag` gives a word's part of speech."""

    def __init__(self, library: Library, tag: Callable[[str], str]) -> None:
        self._tag = tag
        self._sources = {n.notice_id: n.source for n in library.notices}
        self.titles = {n.notice_id: titles_of(n) for n in library.notices}
        self.called = {n.notice_id: names_of(n) for n in library.notices}
        self.bodies = {n.notice_id: search_key(n.text) for n in library.notices}

    def mentions(self, words: Iterable[str]) -> dict[str, float]:
        """How plainly each notice is spoken of by name, 0 to 1."""
        weights = {w: self._rarity(w) for w in words}
        common = lexicon().general
        own = [w for w in words if len(w) > 2 and w not in common]  # 咨询电话 names no notice
        found: dict[str, float] = {}
        for notice_id in self.called:
            hit = sum(weights[w] for w in words if self.names(w, notice_id))
            hit += sum(0.5 * weights[w] for w in own if self._only_user(w, notice_id))
            if hit:
                found[notice_id] = min(1.0, hit)
        return found

    def names(self, word: str, notice_id: str) -> bool:
        """Whether a word is part of, or short for, what the notice is called."""
        names = self.called[notice_id]
        return len(word) > 1 and (word in names or self.shortens(word, names))

    def is_title_word(self, word: str, notice_id: str) -> bool:
        """Whether a word names the notice, and so says nothing about a passage of it."""
        titles = self.titles[notice_id]
        return len(word) > 1 and (word in titles or self.shortens(word, titles))

    def shortens(self, word: str, names: str) -> bool:
        """Whether a word that is no word of the language is short for one of the names."""
        usual = word in lexicon().synonyms or bool(self._tag(word))
        return not usual and abbreviates(word, names, self.bodies)

    def _only_user(self, word: str, notice_id: str) -> bool:
        """Whether one notice alone uses a word."""
        return word in self.bodies[notice_id] and sum(word in b for b in self.bodies.values()) == 1

    def _rarity(self, word: str) -> float:
        """1 for a word that one notice alone uses, less the more use it."""
        users = sum(1 for body in self.bodies.values() if word in body)
        return 1.0 / users if users else 0.5

    def known(self, word: str) -> bool:
        """Whether any notice uses a word or one that means the same."""
        return any(
            w in body for w in (word, *lexicon().synonyms.get(word, ())) for body in self.bodies.values()
        )

    def users(self, word: str) -> frozenset[str]:
        """The files that use a word or one that means the same."""
        meant = (word, *lexicon().synonyms.get(word, ()))
        return frozenset(self._sources[i] for i, b in self.bodies.items() if any(w in b for w in meant))

    def is_printed(self, string: str) -> bool:
        """Whether any notice holds a string."""
        return any(string in body for body in self.bodies.values())


def is_of_other_year(question: Question, notice: Notice, passage: Passage) -> bool:
    """Whether the question names a year and neither the passage nor its notice is of that year."""
    if question.year is None:
        return False
    year = str(question.year)
    if f"{year}年度" in question.text and f"{year}年度" not in passage.text:
        titled = re.findall(r"((?:19|20)\d{2})年?度?", notice.title)
        if titled and year not in titled:
            return True  # 2025年 in a notice on 2026年度 is the day on which something is done
    stated = re.findall(r"(?:19|20)\d{2}", passage.text)
    if stated:
        return year not in stated
    titled = re.findall(r"(?:19|20)\d{2}", notice.title)
    if titled:
        return year not in titled
    return year not in notice.issued_text + (notice.issued.isoformat() if notice.issued else "")
