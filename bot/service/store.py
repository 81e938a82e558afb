"""What outlives a request: dialogue states, answers for replay, and feedback.

One code for SQLite and PostgreSQL. Every method is one transaction, so a call that fails changes nothing;
any number of threads and processes may use the same database.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from threading import Lock
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from bot.conversation.dialogue import DialogueState
from bot.service.database import (
    ANSWERS,
    EXPLANATIONS,
    FEEDBACK,
    SESSIONS,
    StoreError,
    StoreUnavailable,
    create_tables,
    engine_of,
    how_to_mend,
    upsert,
)

__all__ = ["Asked", "Store", "Turn", "UnknownAnswer", "UnknownSession"]

_REMEMBERED = 4096  # answers that are known to be written


class UnknownSession(StoreError):
    """No conversation has that identifier."""


class UnknownAnswer(StoreError):
    """No answer has that identifier."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer, and the state that it leaves behind."""

    answer_id: str
    session_id: str
    question: str
    state_before: DialogueState
    state_after: DialogueState
    as_of: date
    scope: str | None
    index_version: str
    response: str  # JSON
    explanation: str = "{}"  # JSON


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and what was said of that; `helpful` is None where nobody did."""

    answer_id: str
    at: datetime
    question: str
    response: str  # JSON
    helpful: bool | None
    comment: str


class Store:
    """The database behind a URL; tables are made where they are missing.

    Raises:
        StoreUnavailable: here and from every method, when the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._engine = engine_of(url)
        self._written: OrderedDict[str, int] = OrderedDict()  # answers, and a hash of what of them
        self._remembering = Lock()
        self._upsert = {t: upsert(t, self._engine.dialect.name) for t in (SESSIONS, ANSWERS, EXPLANATIONS)}
        try:
            with self._reporting():
                create_tables(self._engine)
        except StoreUnavailable:
            self.close()
            raise

    def close(self) -> None:
        """Give back all connections."""
        self._engine.dispose()

    def state(self, session_id: str) -> DialogueState:
        """Where that conversation stands.

        Raises:
            UnknownSession: there is none.
        """
        with self._reporting(), self._engine.connect() as connection:
            text = connection.scalar(select(SESSIONS.c.state).where(SESSIONS.c.id == session_id))
        if text is None:
            raise UnknownSession(f"没有编号为“{session_id}”的对话；请去掉 session_id，服务会开始一个新对话")
        return DialogueState.from_json(text)

    def record(self, *turns: Turn) -> None:
        """Keep answers and the states after them, all or none.

        The same answer or session recorded again is overwritten.
        """
        with self._reporting(), self._engine.begin() as connection:
            self._put(connection, turns)
        self._remember(turns)

    def _put(self, connection: Connection, turns: Sequence[Turn]) -> None:
        now = datetime.now(UTC)
        last = {t.session_id: t for t in turns}  # in order everywhere: no two processes wait for each other
        sessions = [
            {"id": s, "state": _json_of(last[s].state_after), "updated_at": now} for s in sorted(last)
        ]
        known = self._written
        fresh = {t.answer_id: t for t in turns if known.get(t.answer_id) != hash((t.response, t.explanation))}
        answers = [_answer_row(fresh[a], now) for a in sorted(fresh)]
        explained = [{"answer_id": a, "explanation": fresh[a].explanation} for a in sorted(fresh)]
        for table, rows in ((SESSIONS, sessions), (ANSWERS, answers), (EXPLANATIONS, explained)):
            if rows:
                connection.execute(self._upsert[table], rows)

    def _remember(self, turns: Sequence[Turn]) -> None:
        with self._remembering:
            self._written.update({t.answer_id: hash((t.response, t.explanation)) for t in turns})
            while len(self._written) > _REMEMBERED:
                self._written.popitem(last=False)

    def response(self, answer_id: str) -> str:
        """The stored answer, as the JSON that was recorded.

        Raises:
            UnknownAnswer: there is none.
        """
        with self._reporting(), self._engine.connect() as connection:
            text = connection.scalar(select(ANSWERS.c.response).where(ANSWERS.c.answer_id == answer_id))
        if text is None:
            raise self._unknown_answer(answer_id)
        return str(text)

    def explanation(self, answer_id: str) -> str:
        """How a stored answer came about, as the JSON that was recorded.

        Raises:
            UnknownAnswer: there is no such answer, or it was given before explanations were kept.
        """
        wanted = select(EXPLANATIONS.c.explanation).where(EXPLANATIONS.c.answer_id == answer_id)
        with self._reporting(), self._engine.connect() as connection:
            text = connection.scalar(wanted)
        if text is not None:
            return str(text)
        self.response(answer_id)
        raise UnknownAnswer(f"回答“{answer_id}”是旧版本留下的，没有记下怎么得出；请把问题再问一遍")

    def add_feedback(self, answer_id: str, helpful: bool, comment: str = "") -> None:
        """Keep what a person said about an answer.

        Raises:
            UnknownAnswer: there is no such answer.
        """
        row = {
            "answer_id": answer_id,
            "helpful": helpful,
            "comment": comment,
            "created_at": datetime.now(UTC),
        }
        try:
            with self._reporting(), self._engine.begin() as connection:
                connection.execute(insert(FEEDBACK).values(row))
        except StoreUnavailable as error:
            if isinstance(error.__cause__, IntegrityError):
                raise self._unknown_answer(answer_id) from error
            raise

    def asked(self) -> Iterator[Asked]:
        """What was asked, the latest first, with the last word on each answer."""
        last = select(func.max(FEEDBACK.c.id)).group_by(FEEDBACK.c.answer_id)
        said = select(FEEDBACK).where(FEEDBACK.c.id.in_(last)).subquery()
        wanted = (
            select(ANSWERS, said.c.helpful, said.c.comment)
            .outerjoin(said, said.c.answer_id == ANSWERS.c.answer_id)
            .order_by(ANSWERS.c.created_at.desc(), ANSWERS.c.answer_id)
        )
        with self._reporting(), self._engine.connect() as connection:
            for row in connection.execute(wanted):
                at = row.created_at.replace(tzinfo=row.created_at.tzinfo or UTC)  # SQLite keeps no zone
                comment = row.comment or ""
                yield Asked(row.answer_id, at, row.question, row.response, row.helpful, comment)

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Database errors in the words of this module."""
        try:
            yield
        except SQLAlchemyError as error:
            where = self._engine.url.database or self._engine.url.get_backend_name()
            raise StoreUnavailable(f"数据库 {where} {how_to_mend(error)}") from error

    def _unknown_answer(self, answer_id: str) -> UnknownAnswer:
        self._written.pop(answer_id, None)  # somebody deleted it: it is written again when it is told again
        return UnknownAnswer(f"没有编号为“{answer_id}”的回答；请核对 answer_id，或重新提问")


def _answer_row(turn: Turn, now: datetime) -> dict[str, Any]:
    return {
        "answer_id": turn.answer_id,
        "session_id": turn.session_id,
        "question": turn.question,
        "state_before": _json_of(turn.state_before),
        "as_of": turn.as_of,
        "scope": turn.scope,
        "index_version": turn.index_version,
        "response": turn.response,
        "created_at": now,
    }


@lru_cache(maxsize=256)
def _json_of(state: DialogueState) -> str:
    return state.to_json()
