"""The database behind a URL: its tables, its connections, and what to do where it cannot be used."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
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

from corpus import patterns as re

__all__ = [
    "ANSWERS",
    "EXPLANATIONS",
    "FEEDBACK",
    "SESSIONS",
    "StoreError",
    "StoreUnavailable",
    "create_tables",
    "engine_of",
    "how_to_mend",
    "upsert",
]

_BUSY_SECONDS = 10

_metadata = MetaData()
SESSIONS = Table(
    "sessions",
    _metadata,
    Column("id", String(100), primary_key=True),
    Column("state", Text, nullable=False),  # JSON
    Column("updated_at", DateTime(timezone=True), nullable=False),
)
ANSWERS = Table(
    "answers",
    _metadata,
    Column("answer_id", String(64), primary_key=True),
    Column("session_id", ForeignKey(SESSIONS.c.id), nullable=False),  # one that was told this answer
    Column("question", Text, nullable=False),
    Column("state_before", Text, nullable=False),  # JSON
    Column("as_of", Date, nullable=False),
    Column("scope", String(200)),
    Column("index_version", String(200), nullable=False),
    Column("response", Text, nullable=False),  # JSON
    Column("created_at", DateTime(timezone=True), nullable=False),
)
EXPLANATIONS = Table(
    "explanations",
    _metadata,
    Column("answer_id", ForeignKey(ANSWERS.c.answer_id), primary_key=True),
    Column("explanation", Text, nullable=False),  # JSON
)
FEEDBACK = Table(
    "feedback",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("answer_id", ForeignKey(ANSWERS.c.answer_id), nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)


class StoreError(Exception):
    """Base of everything that the store raises on purpose."""


class StoreUnavailable(StoreError):
    """The database cannot be opened, read or written; the message says how to mend it."""


def how_to_mend(error: SQLAlchemyError) -> str:
    """What is wrong with the database and what to do, to stand behind its name."""
    if type(error) is DatabaseError:  # what SQLite raises where the file itself is wrong
        return (
            "已损坏，或不是 SQLite 数据库；请检查后换上备份，或把它移到别处再启动：会新建一个，"
            "原来的对话和评价留在移走的文件里"
        )
    if re.search(r"no such column|has no column|UndefinedColumn|no such table", str(error)):
        return "是别的程序或别的版本的，表的样子不合；请用 --state 或 WENZE_DATABASE_URL 换一个"
    return "无法读写；请检查磁盘空间、文件权限或数据库服务后重试，也可以用 --state 换一个可写的文件夹"


def upsert(table: Table, dialect: str) -> Executable:
    """Insert a row, or overwrite the one with the same primary key."""
    insertion = import_module(f"sqlalchemy.dialects.{dialect}").insert(table)
    key = [column.name for column in table.primary_key]
    rest = {c.name: insertion.excluded[c.name] for c in table.columns if c.name not in key}
    statement: Executable = insertion.on_conflict_do_update(index_elements=key, set_=rest)
    return statement


def create_tables(engine: Engine) -> None:
    """Make the tables that are missing, each in its own transaction; other processes may do the same."""
    for table in _metadata.sorted_tables:
        try:
            _create(engine, table)
        except (IntegrityError, ProgrammingError):  # PostgreSQL tells the slower of two; now it is there
            _create(engine, table)


def _create(engine: Engine, table: Table) -> None:
    with engine.begin() as connection:
        connection.execute(CreateTable(table, if_not_exists=True))


def engine_of(url: str) -> Engine:
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
