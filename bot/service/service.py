"""Asking as a service: sessions, replay and feedback around the pure answering of the pipeline."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from threading import Lock
from zoneinfo import ZoneInfo

from bot.answer import Answer
from bot.conversation.dialogue import DialogueState
from bot.service.answerer import Answerer
from bot.service.calendar_file import calendar_of
from bot.service.comparing import Comparison, comparison_of
from bot.service.explanation import Explanation, explanation_of
from bot.service.notice_out import notice_out, summary_of
from bot.service.openers import openers
from bot.service.rules_of import rules_of
from bot.service.schemas import AskRequest, AskResponse, NoticeOut, NoticeSummary
from bot.service.store import Store, Turn
from bot.service.warming import Quiet, warm_up
from corpus.alike.comparison import compare
from corpus.rules.rule_file import RuleFile

__all__ = ["Service", "today"]

_ZONE = ZoneInfo("Asia/Shanghai")
_LOCKS = 256
_REMEMBERED = 256  # answers, about 50 KB each
_NO_SESSION = '"session_id":""'
_NEW = DialogueState()  # of a session that begins


def today() -> date:
    """The day it is in Asia/Shanghai."""
    return datetime.now(_ZONE).date()


@dataclass(frozen=True, slots=True)
class _Told:
    """An answer ready to be sent and kept: as a value and as JSON, both without a session."""

    response: AskResponse
    body: str
    around: tuple[bytes, bytes]  # the body before and after the session's identifier
    explanation: str
    after: DialogueState

    def json(self, session_id: str) -> bytes:
        """The response within a session."""
        before, after = self.around
        return b"%b%b%b" % (before, json.dumps(session_id).encode(), after)


_Asked = tuple[str, DialogueState, date, str | None]  # what an answer follows from


class Service:
    """What every channel talks to. Safe to use from many threads.

    An answer follows from question, state, day and scope alone, so the last ones are remembered.
    """

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
        self._told: OrderedDict[_Asked, _Told] = OrderedDict()
        self._telling = Lock()
        self._unasked = Quiet()
        self._openers = lru_cache(maxsize=2)(self._find_openers)

    def _find_openers(self, day: date) -> tuple[str, ...]:
        ask = self._assistant.answer
        return openers(self._assistant.library.notices, lambda q: ask(q, _NEW, day)[0], day)

    @property
    def version(self) -> str:
        """The version of the index that answers."""
        return self._assistant.version

    def warm_up(self) -> None:
        """Do what `bot.service.warming` does, so that nobody waits for what the first questions need."""
        warm_up(self._assistant, self._clock(), self._unasked.wait_for_quiet)

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
        told, session_id = self._asked(request)
        return told.response.model_copy(update={"session_id": session_id}, deep=True)

    def ask_json(self, request: AskRequest) -> bytes:
        """The same as JSON, for who only passes it on."""
        told, session_id = self._asked(request)
        return told.json(session_id)

    def remembered(self, request: AskRequest) -> tuple[Turn, bytes] | None:
        """The turn to keep and the JSON to send, where neither thinking nor reading is needed for them."""
        if request.session_id is not None:
            return None
        asked = (request.question, _NEW, request.as_of or self._clock(), request.notice_id)
        if (told := self._recalled(asked)) is None:
            return None
        session_id = secrets.token_urlsafe(16)
        return self._turn(asked, told, session_id), told.json(session_id)

    def record(self, turns: Sequence[Turn]) -> None:
        """Keep turns, all or none.

        Raises:
            StoreUnavailable: they cannot be kept; nothing was changed.
        """
        self._store.record(*turns)

    def _asked(self, request: AskRequest) -> tuple[_Told, str]:
        if request.session_id is None:
            session_id = secrets.token_urlsafe(16)
            return self._answered(request, session_id, _NEW), session_id
        with self._locks[hash(request.session_id) % _LOCKS]:
            before = self._store.state(request.session_id)
            return self._answered(request, request.session_id, before), request.session_id

    def _answered(self, request: AskRequest, session_id: str, before: DialogueState) -> _Told:
        asked = (request.question, before, request.as_of or self._clock(), request.notice_id)
        told = self._recalled(asked) or self._tell(asked)
        self._store.record(self._turn(asked, told, session_id))
        return told

    def _recalled(self, asked: _Asked) -> _Told | None:
        with self._telling:
            told = self._told.get(asked)
            if told is not None:
                self._told.move_to_end(asked)
            return told

    def _turn(self, asked: _Asked, told: _Told, session_id: str) -> Turn:
        question, before, as_of, scope = asked
        return Turn(
            answer_id=told.response.answer_id,
            session_id=session_id,
            question=question,
            state_before=before,
            state_after=told.after,
            as_of=as_of,
            scope=scope,
            index_version=self.version,
            response=told.body,
            explanation=told.explanation,
        )

    def _tell(self, asked: _Asked) -> _Told:
        question, before, as_of, scope = asked
        with self._unasked.interrupted():
            answer, after = self._assistant.answer(question, before, as_of, scope)
        answer_id = _identity(question, before, as_of, scope, self.version)
        response = _response(answer, answer_id, "", self.version)
        explanation = explanation_of(answer, answer_id, question, as_of.isoformat())
        body = response.model_dump_json()
        told = _Told(response, body, _around_session(body), explanation.model_dump_json(), after)
        with self._telling:
            self._told[asked] = told
            while len(self._told) > _REMEMBERED:
                self._told.popitem(last=False)
        return told

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
        return [summary_of(notice) for notice in self._assistant.library.notices]

    def openers(self) -> tuple[str, ...]:
        """Questions to open a conversation with today."""
        return self._openers(self._clock())

    def notice(self, notice_id: str) -> NoticeOut:
        """One notice whole.

        Raises:
            UnknownNotice: there is none with that identifier.
        """
        return notice_out(self._assistant.library.notice(notice_id))

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


def _around_session(body: str) -> tuple[bytes, bytes]:
    """A response of no session cut in two where the session's identifier goes."""
    before, _, after = body.partition(_NO_SESSION)
    return f'{before}"session_id":'.encode(), after.encode()


def _response(answer: Answer, answer_id: str, session_id: str, version: str) -> AskResponse:
    own = {"answer_id": answer_id, "session_id": session_id, "index_version": version, "answer": answer.text}
    told = replace(answer, proof=None, weighed=(), likelihood=None)
    return AskResponse.model_validate({**asdict(told), **own})
