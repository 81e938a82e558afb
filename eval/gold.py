"""Which passages hold the clause that a case names as its ground: by its words, else by its locator."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import numpy as np

from bot.pipeline import Assistant
from corpus.library import Library
from corpus.notice import Notice, Span
from eval.cases import Case
from eval.ranking_fit import Listed
from index.retriever import Retriever

__all__ = ["gold_passages", "listed", "own_passages"]

_SHORTEST = 4  # letters of a quote that must lie in a passage, so that a mark or a stop does not count


def listed(
    cases: Iterable[Case], assistant: Assistant, retriever: Retriever, scoped: bool
) -> tuple[list[Listed], list[str]]:
    """The questions of cases with the passages near them, and the cases whose ground no passage holds.

    Only cases of one turn that name their notice and their ground count; `scoped` asks each of its own
    notice alone.
    """
    questions, lost = [], []
    for case in cases:
        if not case.doc or len(case.turns) != 1 or not (case.gold_quote or case.gold_locator):
            continue
        gold = gold_passages(case, assistant.library, retriever)
        if gold:
            questions.append(_listed(case, case.doc, gold, assistant, retriever, scoped))
        else:
            lost.append(case.case_id)
    return questions, lost


def _listed(
    case: Case, doc: str, gold: frozenset[int], assistant: Assistant, retriever: Retriever, scoped: bool
) -> Listed:
    own = frozenset(retriever.passages[i].notice_id for i in own_passages(case, retriever))
    day = case.as_of or date(2026, 11, 1)
    near = assistant.evidence(case.turns[0], day, own if scoped else None)
    right = {(p.notice_id, p.span) for p in (retriever.passages[i] for i in gold)}
    holds = np.array([(e.passage.notice_id, e.passage.span) in right for e in near], dtype=np.bool_)
    features = np.array([e.features for e in near]).reshape(len(near), -1)
    return Listed(doc, assistant.intent(case.turns[0], day), features, holds)


def own_passages(case: Case, retriever: Retriever) -> frozenset[int]:
    """The passages of the file that a case is about; all where it names none."""
    return frozenset(i for i, p in enumerate(retriever.passages) if p.notice_id.startswith(case.doc or ""))


def gold_passages(case: Case, library: Library, retriever: Retriever) -> frozenset[int]:
    """The passages that hold the words of `gold_quote`, or most of a passage's length of them; where there
    is no quote, those of the clause at `gold_locator` and of what stands below it. Empty where none does."""
    found: set[int] = set()
    for place in own_passages(case, retriever):
        passage = retriever.passages[place]
        notice = library.notices[passage.notice]
        if case.gold_quote:
            if any(_holds(notice, passage.span, quoted) for quoted in _places(notice, case.gold_quote)):
                found.add(place)
        elif case.gold_locator and _is_below(notice.clauses[passage.clause].locator, case.gold_locator):
            found.add(place)
    return frozenset(found)


def _is_below(locator: str, gold: str) -> bool:
    return locator == gold or locator.startswith(f"{gold}/")


def _holds(notice: Notice, span: Span, quoted: Span) -> bool:
    """Whether a passage and a quote share as much as the shorter of them, or enough of it."""
    shared = notice.text[max(span.start, quoted.start) : min(span.end, quoted.end)]
    letters = len(_letters(shared)[0])
    shorter = min(len(_letters(notice.text[s.start : s.end])[0]) for s in (span, quoted))
    return 0 < min(_SHORTEST, shorter) <= letters


def _places(notice: Notice, quote: str) -> list[Span]:
    """Where a quote stands in the notice to the letter; else where its letters and digits do, whatever marks
    and blanks lie between."""
    exact = notice.text.find(quote)
    if exact >= 0:
        return [Span(exact, exact + len(quote))]
    text, places = _letters_of(notice)
    wanted, _ = _letters(quote)
    at = text.find(wanted) if wanted else -1
    return [] if at < 0 else [Span(places[at], places[at + len(wanted) - 1] + 1)]


@lru_cache(maxsize=64)
def _letters_of(notice: Notice) -> tuple[str, list[int]]:
    return _letters(notice.text)


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text in half-width forms, and the place of each."""
    kept = [
        (c, i)
        for i, char in enumerate(text)
        for c in unicodedata.normalize("NFKC", char).lower()
        if c.isalnum()
    ]
    return "".join(c for c, _ in kept), [i for _, i in kept]
