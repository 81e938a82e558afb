from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.conversation.dialogue import DialogueState
from bot.service.database import StoreUnavailable
from bot.service.store import Store, Turn, UnknownAnswer, UnknownSession

TURN = Turn(
    answer_id="a1",
    session_id="s1",
    question="什么时候截止？",
    state_before=DialogueState(),
    state_after=DialogueState(turns=("什么时候截止？",)),
    as_of=date(2024, 6, 30),
    scope=None,
    index_version="v1",
    response='{"answer": "六月底"}',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "wenze.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{path}")
    yield store
    store.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_turn_is_found_again_also_after_reopening(store: Store, path: Path) -> None:
    store.record(TURN)
    with closing(Store(f"sqlite:///{path}")) as again:
        assert again.state("s1") == TURN.state_after
        assert again.response("a1") == TURN.response


def test_the_last_state_of_a_session_wins_and_every_answer_stays(store: Store) -> None:
    later = DialogueState(turns=("费用呢？",))
    store.record(TURN)
    store.record(replace(TURN, answer_id="a2", state_after=later, response="{}"))
    assert store.state("s1") == later
    assert (store.response("a1"), store.response("a2")) == (TURN.response, "{}")


def test_the_same_answer_in_two_sessions_is_kept_once(store: Store, path: Path) -> None:
    store.record(TURN)
    store.record(replace(TURN, session_id="s2"))
    assert store.state("s2") == TURN.state_after
    assert rows(path, "SELECT count(*) FROM answers") == [(1,)]


def test_turns_together_are_kept_all_or_none(store: Store) -> None:
    broken = replace(TURN, answer_id="a3", session_id="s3", response=None)  # type: ignore[arg-type]
    with pytest.raises(StoreUnavailable):
        store.record(replace(TURN, answer_id="a2", session_id="s2"), broken)
    with pytest.raises(UnknownSession):
        store.state("s2")
    store.record(TURN, replace(TURN, answer_id="a2", session_id="s2"))
    assert (store.response("a1"), store.response("a2")) == (TURN.response, TURN.response)


def test_an_answer_that_somebody_deleted_is_written_again(store: Store, path: Path) -> None:
    store.record(TURN)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM explanations")
        connection.execute("DELETE FROM answers")
    with pytest.raises(UnknownAnswer):
        store.response("a1")
    store.record(TURN)
    assert store.response("a1") == TURN.response


def test_unknown_names_say_how_to_mend(store: Store) -> None:
    with pytest.raises(UnknownSession, match="去掉 session_id"):
        store.state("nobody")
    with pytest.raises(UnknownAnswer, match="核对 answer_id"):
        store.response("nothing")


def test_feedback_is_kept_only_for_an_answer_that_exists(store: Store, path: Path) -> None:
    store.record(TURN)
    store.add_feedback("a1", helpful=False, comment="日期不对")
    with pytest.raises(UnknownAnswer):
        store.add_feedback("nothing", helpful=True)
    assert rows(path, "SELECT answer_id, helpful, comment FROM feedback") == [("a1", 0, "日期不对")]


def test_a_failed_turn_changes_nothing(store: Store) -> None:
    store.record(TURN)
    broken = replace(TURN, state_after=DialogueState(turns=("另一个",)), response=None)  # type: ignore[arg-type]
    with pytest.raises(StoreUnavailable):
        store.record(broken)
    assert store.state("s1") == TURN.state_after
    assert store.response("a1") == TURN.response


def test_sqlite_lets_readers_and_a_writer_work_side_by_side(store: Store, path: Path) -> None:
    store.record(TURN)
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]


def test_two_stores_write_at_once(store: Store, path: Path) -> None:
    with closing(Store(f"sqlite:///{path}")) as other, ThreadPoolExecutor(8) as pool:
        turns = [replace(TURN, answer_id=f"a{i}", session_id=f"s{i % 3}") for i in range(60)]
        list(pool.map(lambda pair: (store, other)[pair[0] % 2].record(pair[1]), enumerate(turns)))
    assert rows(path, "SELECT count(*) FROM answers") == [(60,)]


@pytest.mark.parametrize(
    ("url", "keyword"),
    [
        ("nonsense", "WENZE_DATABASE_URL"),
        ("mysql://host/name", "不支持 mysql"),
        ("sqlite:////dev/null/wenze.sqlite3", "--state"),
    ],
)
def test_a_bad_address_says_how_to_mend(url: str, keyword: str) -> None:
    with pytest.raises(StoreUnavailable, match=keyword):
        Store(url)


def test_a_file_that_is_no_database_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "wenze.sqlite3"
    path.write_text("这不是数据库" * 100, encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=f"{path.name} 已损坏.*检查.*移到别处"):
        Store(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8").startswith("这不是数据库")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "wenze.sqlite3").mkdir()
    with pytest.raises(StoreUnavailable, match=r"wenze\.sqlite3 无法读写.*--state"):
        Store(f"sqlite:///{tmp_path / 'wenze.sqlite3'}")


def test_a_database_with_other_tables_says_how_to_mend(tmp_path: Path) -> None:
    place = tmp_path / "wenze.sqlite3"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("create table sessions (name text)")
    with closing(Store(f"sqlite:///{place}")) as other, pytest.raises(StoreUnavailable, match="换一个"):
        other.record(TURN)


def test_what_was_asked_is_listed_with_the_last_word_on_it(store: Store) -> None:
    store.record(TURN, replace(TURN, answer_id="a2", question="停车收费吗？"))
    store.add_feedback("a2", True)
    store.add_feedback("a2", False, "没有用")
    told = {a.answer_id: (a.question, a.helpful, a.comment) for a in store.asked()}
    assert told == {"a1": ("什么时候截止？", None, ""), "a2": ("停车收费吗？", False, "没有用")}
