"""What a short question leaves out, taken from the question before.

`那三级呢` after `训练师四级的考务费是多少` asks for the fee of the other level: a word of the new question
replaces the word of its own class in the old one. Where no class is shared, the old question is kept as
context, so that its subject still counts in the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.rows import measure
from corpus.library import Library
from corpus.notice import ClauseKind, Notice
from index.normal import search_key

__all__ = ["Resolved", "TermClasses", "leans_on_previous"]

_OPENERS = re.compile(r"^(?:那么?|换成?|如果是?|要是|假如|改成|还有|另外|哦|嗯|好的)[，, ]?")
_PARTICLES = re.compile(r"(?:呢|咧|捏|哩)[?？。!！]*$")
_LEVELS = re.compile(r"[一二三四五六七八九1-9]级|初级|中级|高级|副高|正高")
_DEGREES = re.compile(r"博士|硕士|研究生|大学本科|本科|大学专科|大专|专科|高中|中专|职高|技校")
_MONTHS = re.compile(r"(?<!年)\d{1,2}月(?:份)?|这个月|下个月|上个月")
_YEARS = re.compile(r"20\d{2}年?|去年|今年|明年|前年")
_FIXED = (_LEVELS, _DEGREES, _MONTHS, _YEARS)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question filled in; `context` is the old question where words are only added."""

    text: str
    context: str = ""


def leans_on_previous(text: str, names_notice: bool) -> bool:
    """Whether a question can only be understood after the one before."""
    key = search_key(text)
    if _OPENERS.search(key) or _PARTICLES.search(key):
        return True
    return len(key) <= 14 and not names_notice


class TermClasses:
    """Words that can stand for one another: ordered scales, and the keys and headers of one table."""

    def __init__(self, library: Library) -> None:
        self._columns = [c for n in library.notices for c in _table_terms(n)]

    def resolve(self, text: str, previous: str) -> Resolved:
        """Fill `text` in from the question before."""
        new = _PARTICLES.sub("", _OPENERS.sub("", search_key(text))).strip(" ，,。?？")
        replaced = self._replace(new, search_key(previous))
        if replaced:
            return Resolved(replaced)
        return Resolved(new, previous)

    def _replace(self, new: str, previous: str) -> str:
        rest, filled = new, previous
        for pattern in _FIXED:
            theirs, ours = pattern.search(filled), pattern.search(rest)
            if theirs and ours:
                filled = filled.replace(theirs.group(), ours.group())
                rest = rest.replace(ours.group(), "", 1)
        for terms in self._columns:
            ours_term, their_term = _named(rest, terms), _named(filled, terms)
            if ours_term and their_term and ours_term[0] != their_term[0]:
                filled = filled.replace(their_term[1], ours_term[1])
                rest = rest.replace(ours_term[1], "", 1)
        return filled + rest.strip("的") if filled != previous and len(rest) <= 4 else ""


def _table_terms(notice: Notice) -> Iterable[Sequence[str]]:
    """The values of each column of names, and the names of the columns themselves."""
    for clause in notice.clauses:
        if clause.kind is not ClauseKind.TABLE:
            continue
        columns: dict[str, set[str]] = {}
        for row in (notice.clauses[i] for i in clause.children):
            for cell in row.cells:
                if not re.fullmatch(r"[\d.,%/\-—元]+", cell.text) and len(cell.text) <= 30:
                    columns.setdefault(cell.header, set()).add(search_key(cell.text))
        yield from (sorted(v) for v in columns.values() if 1 < len(v) <= 60)
        leaves = {search_key(p) for h in columns for p in h.split(" ")}
        headers = {
            search_key(c.header.split(" ")[-1]) for r in clause.children for c in notice.clauses[r].cells
        }
        yield sorted(leaves | headers)


def _named(text: str, terms: Sequence[str]) -> tuple[str, str] | None:
    """The term that `text` names best, and the words it does so with."""
    best: tuple[float, str, str] | None = None
    for term in terms:
        score = measure(term, text)
        if score < 0.5:
            continue
        words = _common(term, text)
        if len(words) >= 2 and (best is None or (score, len(words)) > (best[0], len(best[2]))):
            best = (score, term, words)
    return (best[1], best[2]) if best else None


def _common(term: str, text: str) -> str:
    for length in range(len(term), 1, -1):
        for start in range(len(term) - length + 1):
            if term[start : start + length] in text:
                return term[start : start + length]
    return ""
