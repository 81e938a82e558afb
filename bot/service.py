"""Asking as a service: sessions, replay and feedback around the pure answering of the pipeline."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime
from threading import Lock
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.calendar_file import calendar_of
from bot.comparing import Comparison, comparison_of
from bot.dialogue import DialogueState
from bot.explanation import Explanation, explanation_of
from bot.rules_of import rules_of
from bot.schemas import AskRequest, AskResponse, ClauseOut, NoticeOut, NoticeSummary
from bot.store import Store, Turn
from corpus.comparison import compare
from corpus.library import Library
from corpus.notice import Notice
from corpus.rule_file import RuleFile

__all__ = ["Answerer", "Service", "today"]

_ZONE = ZoneInfo("Asia/Shanghai")
_LOCKS = 256


class Answerer(Protocol):
    """What the service needs of the pipeline: a pure, thread-safe function with a version."""

    @property
    def library(self) -> Library:
        """The notices that answers come from."""

    @property
    def version(self) -> str:
        """The version of the index."""

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        """The answer, and the state for the next turn.

        Raises:
            UnknownNotice: nothing goes by the name of `scope`.
        """


def today() -> date:
    """The day it is in Asia/Shanghai."""
    return datetime.now(_ZONE).date()


class Service:
    """What every channel talks to. Safe to use from many threads."""

    def __init__(
        self,
        assistant: Answerer,
        store: Store,
        clock: Callable[[], date] = today,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """`release` gives back what the assistant holds, when the service is closed."""
        self._release = release
        self._assistant = assistant
        self._store = store
        self._clock = clock
        self._locks = tuple(Lock() for _ in range(_LOCKS))

    @property
    def version(self) -> str:
        """The version of the index that answers."""
        return self._assistant.version

    def close(self) -> None:
        """Give back the database connections."""
        self._release()
        self._store.close()

    def ask(self, request: AskRequest) -> AskResponse:
        """Answer one question and keep the turn. Turns of one session wait for each other.

        Raises:
            UnknownSession: the session is not known; nothing was changed.
            UnknownNotice: `notice_id` names no notice; nothing was changed.
            StoreUnavailable: the turn cannot be kept; nothing was changed.
        """
        if request.session_id is None:
            return self._turn(request, secrets.token_urlsafe(16), DialogueState())
        with self._locks[hash(request.session_id) % _LOCKS]:
            return self._turn(request, request.session_id, self._store.state(request.session_id))

    def _turn(self, request: AskRequest, session_id: str, before: DialogueState) -> AskResponse:
        as_of = request.as_of or self._clock()
        answer, after = self._assistant.answer(request.question, before, as_of, request.notice_id)
        answer_id = _identity(request.question, before, as_of, request.notice_id, self.version)
        response = _response(answer, answer_id, session_id, self.version)
        turn = Turn(
            answer_id=answer_id,
            session_id=session_id,
            question=request.question,
            state_before=before,
            state_after=after,
            as_of=as_of,
            scope=request.notice_id,
            index_version=self.version,
            response=response.model_copy(update={"session_id": ""}).model_dump_json(),
            explanation=explanation_of(
                answer, answer_id, request.question, as_of.isoformat()
            ).model_dump_json(),
        )
        self._store.record(turn)
        return response

    def replay(self, answer_id: str) -> AskResponse:
        """An answer given before, word for word.

        Whoever asks the same in the same state shares an answer, so a replay belongs to no conversation:
        its `session_id` is empty.

        Raises:
            UnknownAnswer: there is none with that identifier.
        """
        return AskResponse.model_validate_json(self._store.response(answer_id))

    def explain(self, answer_id: str) -> Explanation:
        """How an answer given before came about, as it was then.

        Raises:
            UnknownAnswer: there is none with that identifier, or none was kept.
        """
        return Explanation.model_validate_json(self._store.explanation(answer_id))

    def feedback(self, answer_id: str, helpful: bool, comment: str = "") -> None:
        """Keep what a person said about an answer.

        Raises:
            UnknownAnswer: there is none with that identifier.
        """
        self._store.add_feedback(answer_id, helpful, comment)

    def notices(self) -> list[NoticeSummary]:
        """Every notice that can be asked about."""
        return [_summary(notice) for notice in self._assistant.library.notices]

    def notice(self, notice_id: str) -> NoticeOut:
        """One notice whole.

        Raises:
            UnknownNotice: there is none with that identifier.
        """
        return _whole(self._assistant.library.notice(notice_id))

    def rules(self, notice_id: str, target: str | None = None) -> RuleFile:
        """The compiled rules of a notice, as corrected.

        Raises:
            UnknownNotice: there is none with that identifier.
            UnknownTarget: the notice decides about nothing of that name.
        """
        return rules_of(self._assistant.library.notice(notice_id), target)

    def calendar(self, notice_id: str, closes_on: date | None = None) -> str:
        """The windows of a notice as an .ics file, or what ends on one day alone.

        Raises:
            UnknownNotice: there is none with that identifier.
            NothingEnds: nothing in the notice ends on that day.
        """
        return calendar_of(self._assistant.library.notice(notice_id), closes_on).text

    def compare(self, old: str, new: str) -> Comparison:
        """What changed from one notice to another.

        Raises:
            UnknownNotice: there is none with one of the identifiers.
        """
        before, after = (self._assistant.library.notice(i) for i in (old, new))
        return comparison_of(before, after, compare(before, after))


def _identity(question: str, state: DialogueState, as_of: date, scope: str | None, version: str) -> str:
    """The same question in the same state on the same day and index has the same identifier."""
    parts = json.dumps([question, state.to_json(), as_of.isoformat(), scope, version], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()[:20]


def _response(answer: Answer, answer_id: str, session_id: str, version: str) -> AskResponse:
    own = {"answer_id": answer_id, "session_id": session_id, "index_version": version, "answer": answer.text}
    return AskResponse.model_validate({**asdict(replace(answer, proof=None)), **own})


def _summary(notice: Notice) -> NoticeSummary:
    known = {name: getattr(notice, name) for name in NoticeSummary.model_fields if name != "clauses"}
    return NoticeSummary.model_validate({**known, "clauses": len(notice.clauses)})


def _whole(notice: Notice) -> NoticeOut:
    known = {name: getattr(notice, name) for name in NoticeOut.model_fields if name != "clauses"}
    clauses = [_clause(notice, index) for index in range(len(notice.clauses))]
    return NoticeOut.model_validate({**known, "clauses": clauses})


def _clause(notice: Notice, index: int) -> ClauseOut:
    clause = notice.clauses[index]
    return ClauseOut(
        locator=clause.locator,
        marker=clause.marker,
        kind=clause.kind,
        text=notice.clause_text(index),
        start=clause.span.start,
        end=clause.span.end,
        depth=sum(1 for _ in notice.ancestors(index)),
    )
