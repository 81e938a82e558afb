"""Samples for the probability that an answer is right: questions asked of an assistant that never refuses.

Three sources: the cases as they are; the same with their answers taken out of the notices
(`eval.knockouts`); and service guides, asked what they say and what they leave out
(`eval.guide_questions`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from bot.answer import Answer
from bot.answer_parts import Outcome
from bot.conversation.dialogue import DialogueState
from bot.finding.answerable import Refusal
from bot.finding.linear import LinearModel
from bot.pipeline import Assistant
from corpus.library import Library, library_of
from eval.cases import Behaviour, Case
from eval.guide_questions import read_guide_questions
from eval.knockouts import knockouts, rounds
from eval.measures import contains, overlaps
from eval.refusal import Sample
from index.retriever import Retriever

__all__ = ["ASKED", "GUIDES", "JUDGED", "KNOCKED_OUT", "asked", "knocked_out", "never_refuses", "of_guides"]

ASKED, KNOCKED_OUT, GUIDES = "评测题", "答案拿掉后的题", "办事指南"  # the sources
JUDGED = "有结论的题"  # answers that judge: what they rest on gives other signals
_TOGETHER = 100  # guides in one library
_WEIGHTS = {
    ASKED: 1.0,
    JUDGED: 1.0,
    KNOCKED_OUT: 0.5,
    GUIDES: 0.05,
}  # made questions count for less than written ones
_SOME_DAY = date(2026, 11, 1)

Open = Callable[[Library], Retriever]


def never_refuses() -> Refusal:
    """A model by which everything is answered that there is evidence for."""
    return Refusal(LinearModel(0.0, {}), 0.0, 1.0)


def asked(cases: Iterable[Case], assistant: Assistant, source: str = ASKED) -> Iterator[Sample]:
    """The samples of cases asked of an assistant that never refuses.

    A verdict gives a sample of its own source where the case says what is right. Other answers that ask back
    give none.
    """
    for case in cases:
        if (case.behaviour is Behaviour.CLARIFY and not case.verdict) or case.tolerant:
            continue
        answer = _last_answer(case, assistant)
        sample = _judged(case, answer) if answer.verdict else _answered(case, answer, source)
        if sample is not None:
            yield sample


def _answered(case: Case, answer: Answer, source: str) -> Sample | None:
    answered = answer.outcome is Outcome.ANSWERED
    if answer.outcome is Outcome.CLARIFY or case.behaviour is Behaviour.CLARIFY:
        return None
    if answered and answer.assessment is None:
        return None
    answerable = case.behaviour is Behaviour.ANSWER
    right = answered and answerable and _holds(case, answer)
    signals = answer.assessment.signals if answer.assessment else {}
    return Sample(
        case.doc or "", case.case_id, signals, right, answerable, answered, source, _WEIGHTS[source]
    )


def _judged(case: Case, answer: Answer) -> Sample | None:
    """Whether the verdict is the one wanted; none is wanted where a case has no answer."""
    answerable = case.behaviour is not Behaviour.ABSTAIN
    if answer.assessment is None or (answerable and not case.verdict):
        return None
    right = answerable and answer.verdict == case.verdict
    signals = answer.assessment.signals
    return Sample(case.doc or "", case.case_id, signals, right, answerable, source=JUDGED)


def knocked_out(cases: Iterable[Case], library: Library, opened: Open) -> Iterator[Sample]:
    """The samples of the same cases with their answers taken out of the notices of `library`."""
    for pruned, made in rounds(knockouts(cases, library), library):
        assistant = Assistant(pruned, opened(pruned), never_refuses())
        yield from asked((k.case for k in made), assistant, KNOCKED_OUT)


def of_guides(file: Path, most: int, opened: Open) -> Iterator[Sample]:
    """The samples of at most `most` service guides.

    Raises:
        OSError: the file cannot be read.
        BadGuides: it holds no guides.
    """
    guides = read_guide_questions(file, most)
    for at in range(0, len(guides), _TOGETHER):
        part = guides[at : at + _TOGETHER]
        library = library_of([g.notice for g in part])
        assistant = Assistant(library, opened(library), never_refuses())
        yield from asked((c for g in part for c in g.cases), assistant, GUIDES)


def _last_answer(case: Case, assistant: Assistant) -> Answer:
    state, scope = DialogueState(), _scope(case, assistant)
    for turn in case.turns:
        answer, state = assistant.answer(turn, state, case.as_of or _SOME_DAY, scope)
    return answer


def _scope(case: Case, assistant: Assistant) -> str | None:
    """The file that a case names, in full; None where it names none."""
    ids = [n.notice_id for n in assistant.library.notices if case.doc and n.notice_id.startswith(case.doc)]
    return ids[0].partition("#")[0] if ids else None


def _holds(case: Case, answer: Answer) -> bool:
    quotes = [c.quote for c in answer.citations]
    if case.gold_quote and overlaps(case.gold_quote, quotes):
        return True
    if case.gold_locator and any(c.locator.startswith(case.gold_locator) for c in answer.citations):
        return True
    return bool(case.must_contain) and all(contains(answer.text, entry) for entry in case.must_contain)
