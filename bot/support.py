"""How well the evidence supports an answer: does any of it speak of the very thing asked about?

A passage that shares the words around the thing, and not the thing, says something else: where an examination
fee is stated and a resit fee asked about, 费 and 考 speak for it and are worth nothing. So the things that the
question asks about (`bot.asked`) are looked for by themselves, among the passages that hold a value of the
kind asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Intent
from bot.asked import Asked, asked_about
from bot.evidence import Evidence, EvidenceGatherer
from bot.lexicon import lexicon
from bot.question import Question
from corpus.notice import Notice

__all__ = ["Support", "support_of"]

_HELD = 0.5  # from this degree on a passage speaks of a word
_SENTENCE = re.compile(r"[?？。!！]")


@dataclass(frozen=True, slots=True)
class Support:
    """`missing`: the thing asked about of which no passage speaks that could answer, `""` where there is none."""

    missing: str = ""

    @property
    def enough(self) -> bool:
        return not self.missing


def support_of(
    question: Question, notice: Notice, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> Support:
    """How well passages of one notice support an answer to a question."""
    if question.context or (question.intent is Intent.CONTACT and not question.wants):
        return Support()
    asking = [s for s in _SENTENCE.split(question.text) if lexicon().interrogatives.search(f"{s}？")]
    found = [_support_of_one(s, question, notice, own, gatherer) for s in asking if s.strip()]
    return next((s for s in found if s.enough), found[0] if found else Support())


def _support_of_one(
    text: str, question: Question, notice: Notice, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> Support:
    """How well they support an answer to one sentence of it: every thing known, and one of them spoken of."""
    asked = asked_about(text, gatherer.question_words)
    things = [t for t in (_telling(t, question, notice, gatherer) for t in asked.things) if t]
    if question.intent is Intent.ELIGIBILITY or not asked.noun:
        things = [[w for w in t if w in lexicon().synonyms and gatherer.question_words.tag(w) == "v"] for t in things]
        things = [t for t in things if t]
    unknown = next((t for t in things if gatherer.degree_in(t[-1], notice) < _HELD), None)
    if unknown or (things and not any(_spoken_of(t, question, own, gatherer) for t in things)):
        return Support(_name(unknown or things[0], notice, gatherer))
    return Support()


def _telling(
    thing: Sequence[str], question: Question, notice: Notice, gatherer: EvidenceGatherer
) -> list[str]:
    """The words of a thing that tell it from others: not the kind of value, not the name of the notice."""
    values = {w for want in question.wants for w in lexicon().value_words.get(want, ())}
    return [w for w in thing if not any(v in w for v in values) and not gatherer.is_title_word(w, notice)]


def _spoken_of(
    words: Sequence[str], question: Question, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> bool:
    """Whether one passage that can answer speaks of the core of a thing and of most that qualifies it."""
    able = [e for e in own if e.fits and not gatherer.wrong_year(question, e)]
    needed = len(words) if question.wants and len(words) <= 2 else (len(words) + 1) // 2
    return any(sum(gatherer.degree(w, e) >= _HELD for w in words) >= needed for e in able)


def _name(words: Sequence[str], notice: Notice, gatherer: EvidenceGatherer) -> str:
    """What to call the thing that is not spoken of: the words of it that the notice lacks, else all."""
    lacking = [w for w in words if gatherer.degree_in(w, notice) < _HELD]
    return "".join(lacking or words)
