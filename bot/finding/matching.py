"""How a word and a passage fit: itself, a synonym, a short form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from index.normal import search_key
from index.passages import Passage

__all__ = [
    "GAP",
    "SHORT_FORM",
    "abbreviates",
    "is_keyed",
    "key_of",
    "match",
    "may_match",
    "names_of",
    "opens_list",
    "short_names",
    "shortens",
    "stands_apart",
    "thin",
    "titles_of",
    "with_inserts_read",
]

SHORT_FORM = re.compile(r"[\u4e00-\u9fff]{3,4}")  # a word that may be short for a longer name


_INSERTED = re.compile(r"(?<=[\u4e00-\u9fff])\(([\u4e00-\u9fff、]{1,4})\)(?=[\u4e00-\u9fff])")


def with_inserts_read(key: str) -> str:
    """A search key, with the words that a bracket makes two of: 国(境)外 is 国外 and 国境外 too."""
    if not _INSERTED.search(key):
        return key
    return "\n".join((key, _INSERTED.sub("", key), _INSERTED.sub(r"\1", key)))


def titles_of(notice: Notice) -> str:
    """What a notice is called: its title, issuer and section."""
    return search_key(" ".join((notice.title, notice.issuer, *notice.tags)))


@once_per_notice
def short_names(notice: Notice) -> tuple[str, ...]:
    """What the issuer is called, which names no row: its name and the short forms that the text defines."""
    defined = re.findall(r"(?:以下)?简称(?:为)?[“\"]?([^”\"）)，。]{2,14})", notice.text)
    names = {search_key(n) for n in (notice.issuer, *defined) if n}
    return tuple(sorted(names, key=len, reverse=True))


# Whom to call, who gives a notice no name: 陶老师.
_SOMEBODY = re.compile(r"[\u4e00-\u9fff]{1,3}(?:老师|先生|女士|同志|主任|经理|科长)")


def names_of(notice: Notice) -> str:
    """What a notice can be told by: what it is called, and what its tables list by name."""
    listed = {
        c.text
        for clause in notice.clauses
        for c in clause.cells
        if re.fullmatch(r"[\u4e00-\u9fff（）()]{3,30}", c.text) and not _SOMEBODY.fullmatch(c.text)
    }
    return titles_of(notice) + search_key(" ".join(sorted(listed)))


def match(word: str, own: str, around: str) -> float:
    """How well a passage holds a word: itself, a synonym, in its headings, or most of its characters.

    `bot.finding.degrees` finds the same for all passages at once; a test holds the two together.
    """
    if word in own:
        return 1.0
    synonyms = lexicon().synonyms.get(word, ())
    for synonym in synonyms:
        if synonym in own:
            return 0.85
    if word in around:
        return 0.7
    for synonym in synonyms:
        if synonym in around:
            return 0.5
    if len(word) >= 3:
        if shortens(word, own):
            return 0.8
        grams = [word[i : i + 2] for i in range(len(word) - 1)]
        return 0.6 * sum(g in own or g in around for g in grams) / len(grams)
    return 0.0


def may_match(word: str, texts: str) -> bool:
    """Whether `match` can find a word in any part of some texts put together, without what is around them."""
    if word in texts or any(s in texts for s in lexicon().synonyms.get(word, ())):
        return True
    if len(word) < 3:
        return False
    return all(c in texts for c in word) or any(a + b in texts for a, b in pairwise(word))


def shortens(word: str, text: str) -> bool:
    """Whether a longer name in `text` holds the characters of `word` in order, close together: 准迁证."""
    return SHORT_FORM.fullmatch(word) is not None and stands_apart(word, text, GAP)


GAP, _WIDE_GAP = 3, 4  # characters that may stand between those of a short form, and of an abbreviation
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def stands_apart(word: str, text: str, gap: int) -> bool:
    """Whether the characters of `word` stand in `text` in order, at most `gap` Chinese ones between two."""
    return _stands_apart(word, text, gap, _CHINESE)


def _stands_apart(word: str, text: str, gap: int, between: re.Pattern[str] | None = None) -> bool:
    """Whether the characters of `word` stand in `text` in order, at most `gap` others between two of them.

    Those others are matched by `between`, where it is given. Found without compiling a pattern for each word.
    """
    places = set(_occurrences(word[0], text))
    for wanted in word[1:]:
        near = [p for p in places if wanted in text[p + 1 : p + 2 + gap]]
        places = {at for p in near for at in _reached(wanted, text, p + 1, gap, between)}
        if not places:
            return False
    return bool(places)


def _occurrences(character: str, text: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _reached(wanted: str, text: str, start: int, gap: int, between: re.Pattern[str] | None) -> Iterator[int]:
    """Where a character stands from `start` on, after at most `gap` others that may come before it."""
    for at in range(start, min(start + 1 + gap, len(text))):
        if text[at] == wanted:
            yield at
        if text[at] == "\n" or (between is not None and between.match(text[at]) is None):
            return


def abbreviates(word: str, names: str, printed: Callable[[str], bool]) -> bool:
    """Whether a word that no notice prints is short for a name: its characters stand in it in order."""
    if not 2 <= len(word) <= 4 or not re.fullmatch(r"[\u4e00-\u9fff]+", word) or printed(word):
        return False
    return _stands_apart(word, names, _WIDE_GAP)


def key_of(text: str) -> str:
    """The key of a passage of the form `使命：…`, `""` where it has none."""
    key = re.match(r"([\u4e00-\u9fff]{2,8})[：:]", text)
    return key.group(1) if key else ""


def is_keyed(words: Iterable[str], key: str) -> bool:
    """Whether a question names the key of a passage."""
    return bool(key) and any(len(w) >= 2 and _heads(w, key) for w in words)


def _heads(word: str, key: str) -> bool:
    """Whether a word is what a key is about or most of it: 公示 of 结果公示, and not 审核 of 审核结果公示."""
    return key.endswith(word) or (word in key and 2 * len(word) >= len(key))


def opens_list(passage: Passage, notice: Notice) -> bool:
    return notice.clauses[passage.clause].kind is ClauseKind.HEADING and bool(
        notice.clauses[passage.clause].children
    )


# A line that is a name and what it is, however short and wherever it stands: 二、报名地点：老年办.
_TELLS_ITSELF = re.compile(r"^[^：:]{2,16}[：:]\s*[^\s：:]{2}")


def thin(passage: Passage, notice: Notice) -> float:
    """A deduction for passages that say little: bare headings without anything below, very short lines."""
    clause = notice.clauses[passage.clause]
    if _TELLS_ITSELF.search(passage.text):
        return 0.0
    if clause.kind is ClauseKind.HEADING and not clause.children:
        return 0.3
    if clause.locator.startswith("标题"):
        return 0.5
    return 0.15 if len(passage.text) < 8 and not clause.children else 0.0
