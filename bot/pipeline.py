"""From a question to a cited answer: the only orchestrator. Pure; all state comes in and goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome, Verdict
from bot.beforehand import work_out, work_out_rest
from bot.carried_over import (
    Reading,
    asks_of_its_own,
    lean,
    of_topic,
    plainly_better,
    says_more,
    says_nothing_new,
    surer,
)
from bot.certainty import assess_verdict
from bot.conversation.dialogue import DialogueState, Topic, Turn
from bot.conversation.ellipsis import TermClasses
from bot.conversation.listed import names_listed
from bot.conversation.question import Question, understand
from bot.conversation.replies import unsure
from bot.conversation.small_talk import small_talk
from bot.conversation.told import asked_and_told, asking_last, tells_of_a_case, tells_of_oneself
from bot.conversation.turns import as_one_question, case_told_after, read_turn, starts_over
from bot.finding.answerable import Refusal
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.linear import weights_digest
from bot.finding.printed_words import PrintedWords
from bot.judging.claims import merged
from bot.planning.asides import without_asides
from bot.planning.home_named import with_home_named
from bot.planning.plan import Action, Plan, make_plan
from bot.reasons import likelihood_of, weighed_passages
from bot.speech.common_speech import in_chinese
from bot.speech.courtesies import without_courtesies
from bot.speech.lexicon import lexicon
from bot.speech.run_on import with_breaths, without_blanks
from bot.speech.typos import TypoMender
from bot.telling.about_answer import told_as, wish_of
from bot.telling.reply import reply
from bot.telling.series_note import with_series
from bot.trace import stages_of
from bot.unseen import served
from corpus.library import Library
from index.reranker import Reranker
from index.retriever import Retriever

__all__ = ["Assistant"]

_KEPT = 256  # questions that are not read again
_OUTRIGHT = 0.9  # how many of the refusals by what is told are right
_NOT_JUDGED = frozenset({Action.WHICH_NOTICE, Action.WHICH_TARGETS})  # a verdict may be named, none is given

_Within = frozenset[str] | None  # the notices asked, all of them where it is None


class _Before(NamedTuple):
    """What a turn comes after, and within what it asks."""

    state: DialogueState
    asked_in: _Within
    named: frozenset[str]  # notices that it names plainly
    repeated: Turn | None  # the turn that is to be answered once more, in another way
    as_of: date


class Assistant:
    """Answers questions over one snapshot. Safe to share between threads: nothing in it changes."""

    def __init__(
        self,
        library: Library,
        retriever: Retriever,
        refusal: Refusal | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.library = library
        self.version = _version(library, retriever, reranker)
        work_out(library.notices)
        self._gatherer = EvidenceGatherer(library, retriever, refusal, reranker=reranker)
        self._classes = TermClasses(library)
        mender = _mender(retriever)
        self._printed = PrintedWords(retriever, self._gatherer.notices.is_printed)
        self._understand = lru_cache(maxsize=_KEPT)(lambda typed, as_of: understand(typed, as_of, mender))

    def prepare(self) -> Iterator[None]:
        """Work out what most questions need to know of notices and passages, some of it up to each step."""
        for notice in self.library.notices:
            work_out_rest(notice)
            yield
        yield from self._gatherer.prepare()

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        """The answer on the day `as_of`, and the state for the next turn.

        Raises:
            UnknownNotice: nothing goes by the name of `scope`.
        """
        asked_in = self.library.scope(scope) if scope else None
        question = without_blanks(question)
        if starts_over(question):
            return self._greeting(question, DialogueState(), as_of)
        if small_talk(question):
            return self._greeting(question, state, as_of)
        question = without_courtesies(question)
        wish = wish_of(question)
        repeated = state.asked_as if wish else None
        named = self._names_another(question, state, as_of) if state.turns and not repeated else frozenset()
        said = asking_last(with_breaths(in_chinese(question), self._gatherer.retriever.segmenter))
        before = _Before(state, asked_in, named, repeated, as_of)
        reading = self._read(question, said, before)
        if not repeated:
            reading = self._in_printed_words(self._without_asides(reading, said, before), said, before)
        turn, understood, answer, plan = reading
        known_not = (*state.unsure, state.asking[1]) if state.asking and unsure(question) else state.unsure
        answer = _ask_another(answer, known_not)
        if asked_in is None:
            answer = with_series(answer, self._gatherer.series)
        answer = self._explained(_as_served(answer), understood, plan)
        after = _next(question, turn, understood, answer, state)
        if wish and state.asked_as:
            answer, after = told_as(wish, answer), replace(after, topics=state.topics)
        return answer, replace(after, unsure=known_not if answer.missing else ())

    def _read(self, typed: str, said: str, before: _Before) -> Reading:
        """What a turn is taken for and comes to; `said` is what was typed, in Chinese and in breaths."""
        state, asked_in, named, repeated, as_of = before
        turn = repeated or replace(read_turn(said, state, self._classes, named), typed=typed)
        claims = merged((*(() if turn.of_another else state.claims), *turn.claims))
        understood = replace(self._understood(turn, as_of), claims=claims)
        if turn.context:
            understood = replace(understood, near=state.quoted)
        focus = asked_in or (frozenset(turn.notices) or None)
        understood = self._in_its_words(understood, focus)
        plan = make_plan(understood, self._gatherer, focus)
        if not turn.leans and focus is None and state.topic.notices and not named:
            plan = of_topic(plan, make_plan(understood, self._gatherer, frozenset(state.topic.notices)))
        leaning = self._reading(turn, understood, plan, as_of)
        others = () if repeated else self._other_readings(leaning, said, state, (focus, asked_in), as_of)
        return next(iter(others), leaning)

    def _without_asides(self, reading: Reading, said: str, before: _Before) -> Reading:
        """The reading of a turn without what is told beside that the notices it is about know nothing of."""
        about = before.asked_in or {c.notice_id for c in reading.answer.citations}
        notices = [n for n in self.library.notices if n.notice_id in about]
        mended = self._understand(said, before.as_of).text
        plain = without_asides(mended, notices, self._gatherer)
        if plain == mended:
            return reading
        other, asked = self._read(plain, plain, before), reading.question
        of_case = asked.intent is Intent.ELIGIBILITY and asked.polar  # what is told makes the case
        return other if not of_case or surer(other.answer, reading.answer) else reading

    def _in_printed_words(self, reading: Reading, said: str, before: _Before) -> Reading:
        """The reading of a turn that is refused in the words that the notices print, if that is answered."""
        if reading.answer.outcome not in (Outcome.OUT_OF_SCOPE, Outcome.UNANSWERABLE):
            return reading
        asked = self._understand(said, before.as_of).text
        printed = self._printed.put(asked)
        if printed == asked:
            return reading
        other = self._read(printed, printed, before)
        return other if other.answer.outcome is Outcome.ANSWERED else reading

    def _other_readings(
        self, leaning: Reading, said: str, state: DialogueState, within: tuple[_Within, _Within], as_of: date
    ) -> Iterator[Reading]:
        """Other ways to read a turn that come to a better answer than `leaning`, which takes it as a part of
        the conversation: by itself, where it asks something of its own (要带什么);
        as the half of a question of which the other half came before.

        What leans on a question only takes its words from it where they are wanted: 云麓小学几点开始 says
        nothing of what is to be brought.
        """
        turn, (spoken_of, asked_in) = leaning.turn, within
        if case := case_told_after(turn.typed, state.topic):
            judged = self._judged(case, as_of)
            listed = judged.answer.verdict is not None and bool(judged.answer.conditions)
            open_yet = judged.answer.verdict in (None, Verdict.NEEDS_INFO)
            told = listed or (not open_yet and surer(judged.answer, leaning.answer))
            if told and says_nothing_new(leaning.answer, state):
                yield judged
        own = turn.question if turn.context else said
        if asks_of_its_own(turn, own) and (turn.context or turn.text != own):
            alone = self._alone(own, turn.typed, spoken_of, as_of)
            says = turn.context and spoken_of and says_more(alone, leaning, self._gatherer)
            before = turn.context or turn.text.removesuffix(own)
            if says or (not tells_of_a_case(before) and plainly_better(alone, leaning)):
                yield alone._replace(turn=turn) if turn.context else alone
        if whole := as_one_question(turn, state):
            both = self._alone(whole, turn.typed, asked_in, as_of)
            if surer(both.answer, leaning.answer):
                yield both

    def _judged(self, turn: Turn, as_of: date) -> Reading:
        """A turn that tells of a case, judged by the notices spoken of."""
        question = self._understood(turn, as_of)
        return self._reading(
            turn, question, make_plan(question, self._gatherer, frozenset(turn.notices)), as_of
        )

    def _alone(self, text: str, typed: str, focus: _Within, as_of: date) -> Reading:
        """`text` read as a question that nothing came before."""
        question = self._in_its_words(self._understand(text, as_of), focus)
        plan = make_plan(question, self._gatherer, focus)
        return self._reading(Turn(text, leans=False, typed=typed), question, plan, as_of)

    def _in_its_words(self, question: Question, focus: _Within) -> Question:
        """A question put to one notice, in the words that it has for who asks."""
        asked = [n for n in self.library.notices if n.notice_id in focus] if focus else []
        return with_home_named(question, asked[0]) if len(asked) == 1 else question

    def _reading(self, turn: Turn, question: Question, plan: Plan, as_of: date) -> Reading:
        answer, plan = reply(question, plan, self.library, self._gatherer, as_of)
        return Reading(turn, question, self._assessed(answer, question, plan), plan)

    def _assessed(self, answer: Answer, question: Question, plan: Plan) -> Answer:
        """The answer with how likely it is right: of a verdict by what it rests on, else by the evidence; of
        a refusal, that the evidence does not answer."""
        if answer.verdict is not None and plan.action not in _NOT_JUDGED:
            assessment = assess_verdict(question, answer, self._gatherer)
            return replace(answer, assessment=assessment, confidence=round(assessment.probability, 2))
        if plan.assessment is None or answer.verdict is not None or answer.outcome is Outcome.CLARIFY:
            return replace(answer, assessment=plan.assessment)
        p = plan.assessment.probability
        sure = p if answer.outcome is Outcome.ANSWERED else max(1 - p, _OUTRIGHT * plan.outright)
        return replace(answer, assessment=plan.assessment, confidence=round(sure, 2))

    def _explained(self, answer: Answer, question: Question, plan: Plan) -> Answer:
        """The answer with how it came about; that of a verdict is its proof."""
        told = replace(answer, trace=stages_of(question, plan, answer))
        if answer.verdict is not None:
            return told
        ranking, refusal = self._gatherer.ranking, self._gatherer.refusal
        weighed = weighed_passages(plan, answer.citations, question.intent, ranking)
        likelihood = likelihood_of(plan.assessment, refusal) if plan.assessment else None
        return replace(told, weighed=weighed, likelihood=likelihood)

    def evidence(self, question: str, as_of: date, scope: frozenset[str] | None = None) -> list[Evidence]:
        """The passages that bear on a question asked by itself, best first, from the notices of `scope`."""
        return self._gatherer.gather(self._understand(question, as_of), scope)

    def intent(self, question: str, as_of: date) -> Intent:
        """What a question asked by itself is taken to want."""
        return self._understand(question, as_of).intent

    def _greeting(self, typed: str, state: DialogueState, as_of: date) -> tuple[Answer, DialogueState]:
        """A greeting; what was spoken of before it stays."""
        understood = self._understand(typed, as_of)
        answer, _ = reply(understood, Plan(Action.GREET), self.library, self._gatherer, as_of)
        kept = DialogueState(state.topics, claims=state.claims, turns=state.asked(typed))
        return answer, replace(kept, asked_as=state.asked_as)

    def _understood(self, turn: Turn, as_of: date) -> Question:
        """The question of a turn, with what it takes over from the one before."""
        understood = self._understand(turn.text, as_of)
        if turn.states_facts or turn.intent == Intent.ELIGIBILITY:
            understood = replace(understood, intent=Intent.ELIGIBILITY, polar=True)
        if turn.context:
            previous = self._understand(turn.previous, as_of)
            understood = replace(lean(turn.typed, understood, previous), context=turn.context)
            understood = replace(understood, previous=turn.previous)
        return understood

    def _names_another(self, question: str, state: DialogueState, as_of: date) -> frozenset[str]:
        """The notices that a turn names plainly; none where it may be the one spoken of.

        A word that the notice spoken of uses as well, 培训 in 业务培训, names no other; nor does what
        somebody tells of themselves and wishes nothing: 我们公司在江苏.
        """
        if tells_of_oneself(question):
            return frozenset()
        understood = self._understand(question, as_of)
        here = [self._gatherer.notices.bodies[i] for i in state.topic.notices]
        words = [w for w in self._gatherer.words(understood.text) if not any(w in b for b in here)]
        found = self._gatherer.notices.mentions(words) if here else self._gatherer.mentions(understood)
        best = max(found.values(), default=0.0)
        named = frozenset(i for i, m in found.items() if m >= best)
        plain = best >= 0.4 and len(named) < len(self.library.notices)
        return named if plain and not named & set(state.topic.notices) else frozenset()


def _version(library: Library, retriever: Retriever, reranker: Reranker | None) -> str:
    """What the answers rest on: the index; the weights, the corrections of rules, and the reranker."""
    rests = [weights_digest(), *(f"{n.notice_id}\0{n.corrections}" for n in library.notices if n.corrections)]
    if reranker is not None:
        rests.append(f"{reranker.name}\0{reranker.fingerprint}")
    suffix = hashlib.sha256("\0".join(rests).encode()).hexdigest()[:6]
    return f"{retriever.version}-{suffix}"


def _as_served(answer: Answer) -> Answer:
    """An answer as sure as those of new notices turned out to be; what asks back or refuses stays."""
    if answer.outcome is not Outcome.ANSWERED:
        return answer
    return replace(answer, confidence=round(served(answer.confidence, answer.verdict is not None), 2))


def _next(typed: str, turn: Turn, question: Question, answer: Answer, state: DialogueState) -> DialogueState:
    """What the turn leaves behind: the topic it was about, and what was asked back."""
    asked = state.asked(typed)
    if answer.outcome is Outcome.OUT_OF_SCOPE:
        return DialogueState(state.topics, claims=question.claims, turns=asked, asked_as=turn)
    notices = tuple(dict.fromkeys(c.notice_id for c in answer.citations))
    of_case = answer.intent is Intent.ELIGIBILITY
    asks, told = (turn.question, turn.told) if turn.leans else asked_and_told(question.text, of_case)
    target = answer.target or (state.topic.target if turn.leans else "")
    topic = Topic(asks, answer.intent, notices or turn.notices, told, turn.subject, target)
    if answer.outcome is Outcome.CLARIFY and not answer.missing:
        topic = topic if len(notices) == 1 else replace(topic, notices=())
        waiting = DialogueState(state.with_topic(topic), answer.suggestions, question.text)
        return replace(waiting, claims=question.claims, turns=asked, asked_as=turn)
    first = answer.missing[0] if answer.missing else None
    return DialogueState(
        state.with_topic(topic),
        first.options if first else (),
        asking=(first.fact, first.question) if first else (),
        settling=first.settles if first else (),
        claims=question.claims,
        listed=names_listed(answer.text) or (state.listed if turn.leans else ()),
        quoted=tuple((c.notice_id, c.start) for c in answer.citations),
        turns=asked,
        asked_as=turn,
    )


def _ask_another(answer: Answer, unsure: Sequence[str]) -> Answer:
    """The answer with another of its questions first, where the person does not know what the first asks."""
    known = [m for m in answer.missing if m.question not in unsure]
    if not known or known[0] == answer.missing[0]:
        return answer
    rest = tuple(m for m in answer.missing if m is not known[0])
    text = answer.text.replace(answer.missing[0].question, known[0].question)
    return replace(answer, text=text, missing=(known[0], *rest), suggestions=known[0].options)


def _mender(retriever: Retriever) -> TypoMender:
    always = (*lexicon().common_words, *sorted(lexicon().general))
    return TypoMender(retriever.words.counts, always, retriever.segmenter, retriever.words.sounds)
