"""From a question to a cited answer: the only orchestrator. Pure; all state comes in and goes out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from bot.answer import Answer, Intent
from bot.dialogue import DialogueState, read_turn, starts_over
from bot.ellipsis import TermClasses
from bot.evidence import Evidence, EvidenceGatherer
from bot.lexicon import lexicon
from bot.plan import Action, Plan, make_plan
from bot.question import Question, understand
from bot.reply import reply
from bot.typos import TypoMender
from corpus.library import Library
from index.retriever import Retriever

__all__ = ["Assistant"]


class Assistant:
    """Answers questions over one snapshot. Safe to share between threads: nothing in it changes."""

    def __init__(self, library: Library, retriever: Retriever) -> None:
        self.library = library
        self.version = retriever.version
        self._gatherer = EvidenceGatherer(library, retriever)
        self._classes = TermClasses(library)
        self._mender = _mender(retriever)

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        """The answer on the day `as_of`, and the state for the next turn.

        Raises:
            UnknownNotice: nothing goes by the name of `scope`.
        """
        asked_in = self.library.scope(scope) if scope else None
        if starts_over(question):
            state = DialogueState()
        turn = read_turn(question, state, self._classes, self._names_another(question, state, as_of))
        understood = understand(turn.text, as_of, self._mender)
        if turn.states_facts:
            understood = replace(understood, intent=Intent.ELIGIBILITY, polar=True)
        if turn.context:
            understood = _lean(understood, understand(turn.context, as_of, self._mender))
        focus = asked_in or (frozenset(turn.notices) or None)
        plan = make_plan(understood, self._gatherer, focus)
        if starts_over(question):
            plan = Plan(Action.GREET)
        answer = reply(understood, plan, self.library, self._gatherer, as_of)
        if plan.action is Action.GREET:
            return answer, DialogueState(turns=state.asked(question))
        return answer, self._next(question, understood, answer, state)

    def evidence(self, question: str, as_of: date, scope: frozenset[str] | None = None) -> list[Evidence]:
        """The passages that bear on a question asked by itself, best first, from the notices of `scope`."""
        return self._gatherer.gather(understand(question, as_of, self._mender), scope)

    def _names_another(self, question: str, state: DialogueState, as_of: date) -> bool:
        """Whether a turn names a notice plainly, and another than the one spoken of."""
        found = self._gatherer.mentions(understand(question, as_of, self._mender))
        best = max(found.values(), default=0.0)
        named = {i for i, m in found.items() if m >= best}
        return best >= 0.4 and len(named) < len(self.library.notices) and not named & set(state.notices)

    def _next(self, typed: str, question: Question, answer: Answer, state: DialogueState) -> DialogueState:
        asked = state.asked(typed)
        if answer.outcome == "clarify" and not answer.missing:
            return DialogueState(
                question.text, answer.intent, (), answer.suggestions, question.text, turns=asked
            )
        notices = tuple(dict.fromkeys(c.notice_id for c in answer.citations)) or state.notices
        resolved = question.text if not question.context else f"{question.context} {question.text}"
        first = answer.missing[0] if answer.missing else None
        return DialogueState(
            resolved,
            answer.intent,
            notices,
            first.options if first else (),
            asking=(first.fact, first.question) if first else (),
            turns=asked,
        )


def _lean(question: Question, previous: Question) -> Question:
    """A question that leans on the one before wants what that wanted, unless it says otherwise."""
    elliptic = re.search(r"呢[?？。!！]*$", question.typed) is not None
    inherits = not question.wants and (elliptic or question.intent in ("general", previous.intent))
    return replace(
        question,
        context=previous.text,
        intent=previous.intent if inherits else question.intent,
        wants=previous.wants if inherits else question.wants,
        unit=question.unit or (previous.unit if inherits else ""),
        polar=question.polar or (previous.polar and inherits),
        month=question.month or previous.month,
        year=question.year or previous.year,
    )


def _mender(retriever: Retriever) -> TypoMender:
    words: Counter[str] = Counter()
    for passage in retriever.passages:
        words.update(w for w in retriever.segmenter.words(passage.text) if len(w) >= 2)
    return TypoMender(words, (*lexicon().common_words, *sorted(lexicon().general)), retriever.segmenter)
