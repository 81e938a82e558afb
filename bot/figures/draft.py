"""An answer in the making: lines, and the citations they rest on.

A line enters only with the place it comes from, so what an answer states is what its citations carry.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.answer_parts import StatedFact
from corpus import patterns as re
from corpus.notice import Citation, Notice, Span, cite
from corpus.values.facts import stated_in

__all__ = ["MAX_CHARACTERS", "Draft", "plain"]

MAX_CHARACTERS = 480  # an answer is at most 500 characters long
_SIGNS = re.compile(r"[*#<^]")
_SENTENCE = 12  # characters from which on a line says something by itself
_UNFINISHED = re.compile(r"[;；,，、|]\s*$")  # what parts an item from the next, where none follows


def plain(text: str) -> str:
    """Text of a clause for the person, without the signs of the source: emphasis, brackets, footnotes."""
    if _SIGNS.search(text):
        text = re.sub(r"\*\*|(?<=\s)#+\s", "", text)
        text = re.sub(r"<((?:https?://|www\.)[^<>\s]+)>", r"\1", text)
        text = re.sub(r"\^(?=[①-⑳])", "", text)
    return text.strip()


@dataclass
class Draft:
    """Lines and citations gathered so far."""

    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    facts: list[StatedFact] = field(default_factory=list)

    def cite(self, notice: Notice, clause: int, span: Span | None = None) -> int:
        """The index of the citation of a clause, or of a span in it; an equal one is used again."""
        citation = cite(notice, clause, span)
        for place, known in enumerate(self.citations):
            if known.notice_id == citation.notice_id and known.start == citation.start and known == citation:
                return place
        self.citations.append(citation)
        self._state(notice, clause, span or notice.clauses[clause].spans[0], len(self.citations) - 1)
        return len(self.citations) - 1

    def _state(self, notice: Notice, clause: int, span: Span, citation: int) -> None:
        for fact in stated_in(notice).get(clause, ()):
            if span.covers(fact.span):
                self.facts.append(StatedFact(fact.kind.value, fact.value, fact.unit, fact.text, citation))

    def add(self, line: str) -> bool:
        """Add a line unless it says nothing new or would make the answer too long; whether it went in.

        Lines that the new one says whole give way to it.
        """
        line = plain(line)
        said = "".join(self.lines)
        if not line or line in said:
            return False
        within = [old for old in self.lines if len(old) >= _SENTENCE and old in line]
        kept = [old for old in self.lines if old not in within]
        if sum(map(len, kept)) + len(line) + len(kept) > MAX_CHARACTERS:
            return False
        place = self.lines.index(within[0]) if within else len(self.lines)
        self.lines[:] = [*self.lines[:place], line, *(old for old in self.lines[place:] if old not in within)]
        return True

    def add_below_headline(self, line: str) -> bool:
        """Put a line under the first where the rest leaves room for it; whether it went in."""
        if not line or not self.lines or len(self.text) + len(line) + 1 > MAX_CHARACTERS:
            return False
        self.lines.insert(1, line)
        return True

    @property
    def text(self) -> str:
        """The lines, one below the other; the last ends as a sentence does, not as an item of a list."""
        return _UNFINISHED.sub("。", "\n".join(self.lines))

    def stated_facts(self) -> tuple[StatedFact, ...]:
        """The typed values that the text in fact states."""
        said = re.sub(r"\s", "", self.text)
        return tuple(f for f in self.facts if re.sub(r"\s", "", f.text) in said)
