"""Where in a notice a single condition stands, so that each can be cited."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from corpus import patterns as re
from corpus.conditions.conditions import Leaf, Requirement
from corpus.notice import Notice, Span
from corpus.values.periods import fold

__all__ = ["find_words", "place_of", "plain_words"]

_MARKUP = re.compile(r"[\s*^]")  # what is left out of the words that conditions are read from


def place_of(notice: Notice, requirement: Requirement, leaf: Leaf) -> Span:
    """The words that a leaf was read from; of words that stand apart (3年以上…经验) the longest run, and the
    whole requirement where they are hardly found.
    """
    where = requirement.span
    found = find_words(notice.text, where, leaf.words)
    return found or _longest_run(notice.text, where, leaf.words) or where


def find_words(text: str, where: Span, words: str) -> Span | None:
    """The first place inside `where` that says `words`, white space, markup and width of letters aside."""
    plain, offsets = _plain(text, where)
    wanted = plain_words(words)
    at = plain.find(wanted) if wanted else -1
    return None if at < 0 else _span(offsets, at, len(wanted))


def plain_words(words: str) -> str:
    """Words without white space and markup, in half width."""
    return _MARKUP.sub("", fold(words))


def _longest_run(text: str, where: Span, words: str) -> Span | None:
    plain, offsets = _plain(text, where)
    wanted = plain_words(words)
    block = SequenceMatcher(None, plain, wanted, autojunk=False).find_longest_match()
    return _span(offsets, block.a, block.size) if 2 * block.size >= len(wanted) > 0 else None


def _plain(text: str, where: Span) -> tuple[str, Sequence[int]]:
    """The text of a span as conditions are read from it, and the offset of each character of that."""
    kept = [i for i in range(where.start, where.end) if not _MARKUP.match(text[i])]
    return fold("".join(text[i] for i in kept)), kept


def _span(offsets: Sequence[int], at: int, size: int) -> Span:
    return Span(offsets[at], offsets[at + size - 1] + 1)
