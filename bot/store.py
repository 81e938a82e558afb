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
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Engine,
    Executable,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    IntegrityError,
    NoSuchModuleError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.schema import CreateTable

from bot.dialogue import DialogueState

__all__ = ["Store", "StoreError", "StoreUnavailable", "Turn", "UnknownAnswer", "UnknownSession"]

_BUSY_SECONDS = 10
_REMEMBERED = 4096  # answers that are known to be written

_metadata = MetaData()
_sessions = Table(
    "sessions",
    _metadata,
    Column("id", String(100), primary_key=True),
    Column("state", Text, nullable=False),  # JSON
    Column("updated_at", DateTime(timezone=True), nullable=False),
)
_answers = Table(
    "answers",
    _metadata,
    Column("answer_id", String(64), primary_key=True),
    Column("session_id", ForeignKey(_sessions.c.id), nullable=False),  # one that was told this answer
    Column("question", Text, nullable=False),
    Column("state_before", Text, nullable=False),  # JSON
    Column("as_of", Date, nullable=False),
    Column("scope", String(200)),
    Column("index_version", String(200), nullable=False),
    Column("response", Text, nullable=False),  # JSON
    Column("created_at", DateTime(timezone=True), nullable=False),
)
_explanations = Table(
    "explanations",
    _metadata,
    Column("answer_id", ForeignKey(_answers.c.answer_id), primary_key=True),
    Column("explanation", Text, nullable=False),  # JSON
)
_feedback = Table(
    "feedback",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("answer_id", ForeignKey(_answers.c.answer_id), nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)


class StoreError(Exception):
    """Base of everything that the store raises on purpose."""


class UnknownSession(StoreError):
    """No conversation has that identifier."""


class UnknownAnswer(StoreError):
    """No answer has that identifier."""


class StoreUnavailable(StoreError):
    """The database cannot be opened, read or written; the message says how to mend it."""


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


class Store:
    """The database behind a URL; tables are made where they are missing.

    Raises:
        StoreUnavailable: here and from every method, when the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        self._written: OrderedDict[str, int] = OrderedDict()  # answers, and a hash of what of them
        self._remembering = Lock()
        self._upsert = {
            t: _upsert(t, self._engine.dialect.name) for t in (_sessions, _answers, _explanations)
        }
        try:
            with self._reporting():
                _create_tables(self._engine)
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
            text = connection.scalar(select(_sessions.c.state).where(_sessions.c.id == session_id))
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
        for table, rows in ((_sessions, sessions), (_answers, answers), (_explanations, explained)):
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
            text = connection.scalar(select(_answers.c.response).where(_answers.c.answer_id == answer_id))
        if text is None:
            raise self._unknown_answer(answer_id)
        return str(text)

    def explanation(self, answer_id: str) -> str:
        """How a stored answer came about, as the JSON that was recorded.

        Raises:
            UnknownAnswer: there is no such answer, or it was given before explanations were kept.
        """
        wanted = select(_explanations.c.explanation).where(_explanations.c.answer_id == answer_id)
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
                connection.execute(insert(_feedback).values(row))
        except StoreUnavailable as error:
            if isinstance(error.__cause__, IntegrityError):
                raise self._unknown_answer(answer_id) from error
            raise

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        """Database errors in the words of this module."""
        try:
            yield
        except SQLAlchemyError as error:
            where = self._engine.url.database or self._engine.url.get_backend_name()
            raise StoreUnavailable(f"数据库 {where} {_mend(error)}") from error

    def _unknown_answer(self, answer_id: str) -> UnknownAnswer:
        self._written.pop(answer_id, None)  # somebody deleted it: it is written again when it is told again
        return UnknownAnswer(f"没有编号为“{answer_id}”的回答；请核对 answer_id，或重新提问")


def _mend(error: SQLAlchemyError) -> str:
    if type(error) is DatabaseError:  # what SQLite raises where the file itself is wrong
        return (
            "已损坏，或不是 SQLite 数据库；请检查后换上备份，或把它移到别处再启动：会新建一个，"
            "原来的对话和评价留在移走的文件里"
        )
    return "无法读写；请检查磁盘空间、文件权限或数据库服务后重试，也可以用 --state 换一个可写的文件夹"


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


def _upsert(table: Table, dialect: str) -> Executable:
    """Insert a row, or overwrite the one with the same primary key."""
    insertion = import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
    key = [column.name for column in table.primary_key]
    rest = {c.name: insertion.excluded[c.name] for c in table.columns if c.name not in key}
    upsert: Executable = insertion.on_conflict_do_update(index_elements=key, set_=rest)
    return upsert


def _create_tables(engine: Engine) -> None:
    """Make the tables that are missing, each in its own transaction; other processes may do the same."""
    for table in _metadata.sorted_tables:
        try:
            _create(engine, table)
        except (IntegrityError, ProgrammingError):  # PostgreSQL tells the slower of two; now it is there
            _create(engine, table)


def _create(engine: Engine, table: Table) -> None:
    with engine.begin() as connection:
        connection.execute(CreateTable(table, if_not_exists=True))


def _engine(url: str) -> Engine:
    """A connection pool for the URL, with a driver that the package offers."""
    try:
        target = make_url(url)
        if target.get_backend_name() == "sqlite":
            return _sqlite(target)
        if target.get_backend_name() in ("postgresql", "postgres"):
            return create_engine(target.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreUnavailable(f"数据库地址无法识别；{_MEND_URL}") from error
    except ModuleNotFoundError as error:
        raise StoreUnavailable(
            '未安装 PostgreSQL 驱动；请运行 .venv/bin/pip install "psycopg[binary]"'
        ) from error
    raise StoreUnavailable(f"不支持 {target.get_backend_name()} 数据库；{_MEND_URL}")


_MEND_URL = "请把 WENZE_DATABASE_URL 写成 sqlite:///路径 或 postgresql://用户:密码@主机/库名"


def _sqlite(target: URL) -> Engine:
    if target.database:
        folder = Path(target.database).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(f"文件夹 {folder} 无法建立；请用 --state 换一个可写的文件夹") from error
    engine = create_engine(target.set(drivername="sqlite"), connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers beside a writer, a wait where another writes, and references that hold."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()
