"""Hard questions without an answer, made from answered ones: what answers is taken out of the notice.

The words of the question and all the rest of the notice stay, so nothing tells such a question from one that
is answered but that the answer is missing (compare the unanswerable questions of SQuAD 2.0, which people
wrote to look answerable: Rajpurkar et al. 2018). What a case cites and whatever else states what the answer
must contain is taken out; a question for a list, which no single value answers, loses the whole list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer_parts import Intent
from bot.conversation.question import Question, understand
from bot.speech.typos import TypoMender
from corpus.library import Library, library_of
from corpus.notice import Notice
from eval.cases import Behaviour, Case
from eval.measures import contains, normalise, overlaps
from eval.pruning import without
from index.passages import Passage, passages_of
from index.segmentation import Segmenter

__all__ = ["Knockout", "knockouts", "rounds"]

_MOST = 0.34  # of a notice's passages; where more would have to go, the case is left out
_SHORTEST = 2  # characters of a wording that shows that a passage states it
_SHORTEST_QUOTE = 4  # characters of a passage that can be a part of a quotation
_SOME_DAY = date(2026, 11, 1)
_LISTS = frozenset({Intent.MATERIALS, Intent.PROCESS})


@dataclass(frozen=True, slots=True)
class Knockout:
    """A case that no longer has an answer, the notices of its file without it, and what was taken out."""

    case: Case
    notices: tuple[Notice, ...]
    taken: tuple[str, ...]


def knockouts(cases: Iterable[Case], library: Library) -> list[Knockout]:
    """One for each answered case whose answer can be taken out; no question about a person is among them,
    since to judge one the rest of the conditions may do."""
    mender = TypoMender({}, (), Segmenter())
    by_notice: dict[str, list[Passage]] = {}
    for passage in passages_of(library):
        by_notice.setdefault(passage.notice_id, []).append(passage)
    found = (_knocked_out(case, library, by_notice, mender) for case in cases)
    return [k for k in found if k is not None]


def rounds(made: Sequence[Knockout], library: Library) -> Iterator[tuple[Library, list[Knockout]]]:
    """Libraries as large as the whole one, in each of which every file lacks the answer to one of its cases.

    So how rare a word is, and how far scores lie apart, stays about what it was.
    """
    waiting: dict[str, list[Knockout]] = {}
    for knockout in made:
        waiting.setdefault(knockout.notices[0].source, []).append(knockout)
    while waiting:
        now = [queue.pop(0) for queue in waiting.values()]
        waiting = {source: queue for source, queue in waiting.items() if queue}
        pruned = {n.notice_id: n for k in now for n in k.notices}
        yield library_of([pruned.get(n.notice_id, n) for n in library.notices]), now


def _knocked_out(
    case: Case, library: Library, passages: dict[str, list[Passage]], mender: TypoMender
) -> Knockout | None:
    if case.behaviour is not Behaviour.ANSWER or case.verdict or case.tolerant or not case.doc:
        return None
    question = understand(case.turns[-1], case.as_of or _SOME_DAY, mender)
    if question.intent is Intent.ELIGIBILITY:
        return None
    own = [n for n in library.notices if n.notice_id.startswith(case.doc)]
    every = [p for n in own for p in passages.get(n.notice_id, ())]
    taken = _answering(case, question, own, every)
    if not taken or len(taken) > _MOST * len(every):
        return None
    spans = {n.notice_id: [p.span for p in taken if p.notice_id == n.notice_id] for n in own}
    pruned = tuple(without(n, spans[n.notice_id]) for n in own)
    abstain = replace(
        case,
        case_id=f"{case.case_id}~",
        behaviour=Behaviour.ABSTAIN,
        must_contain=(),
        must_not_contain=(),
        gold_quote="",
        gold_locator="",
    )
    return Knockout(abstain, pruned, tuple(p.text for p in taken))


def _answering(
    case: Case, question: Question, own: Sequence[Notice], passages: Sequence[Passage]
) -> list[Passage]:
    """The passages that answer a case; empty where it cites none that can be found."""
    notices = {n.notice_id: n for n in own}
    cited = _cited(case, notices, passages)
    if not cited:
        return []
    if not question.wants and (question.lists or question.intent in _LISTS):
        cited = [p for p in passages if any(_in_list_of(p, c, notices[c.notice_id]) for c in cited)]
    return [p for p in passages if p in cited or any(_states(p.text, e) for e in case.must_contain)]


def _cited(case: Case, notices: dict[str, Notice], passages: Sequence[Passage]) -> list[Passage]:
    """The passages that hold the quoted words or are a part of them, else those of the clause named."""
    if case.gold_quote:
        wanted = normalise(case.gold_quote)
        quotes = [(p, normalise(notices[p.notice_id].quote(p.span))) for p in passages]
        exact = [p for p, q in quotes if wanted in q or (len(q) >= _SHORTEST_QUOTE and q in wanted)]
        return exact or [p for p in passages if overlaps(case.gold_quote, [p.text])]
    inside = [p for p in passages if case.gold_locator and _lies_in(p, case.gold_locator, notices)]
    return [p for p in inside if any(_states(p.text, e) for e in case.must_contain)] or inside


def _lies_in(passage: Passage, locator: str, notices: dict[str, Notice]) -> bool:
    own = notices[passage.notice_id].clauses[passage.clause].locator
    return own == locator or own.startswith(f"{locator}/")


def _states(text: str, entry: str) -> bool:
    """Whether a passage states one of the alternatives of `entry`; a single character shows nothing."""
    return any(len(normalise(part)) >= _SHORTEST and contains(text, part) for part in entry.split("|"))


def _in_list_of(passage: Passage, cited: Passage, notice: Notice) -> bool:
    """Whether a passage stands with the cited one in a list: below it, beside it, or above it as its lead."""
    if passage.notice_id != cited.notice_id:
        return False
    above = notice.clauses[cited.clause].parent
    top = cited.clause if above < 0 or notice.clauses[cited.clause].children else above
    return passage.clause == top or top in notice.ancestors(passage.clause)
