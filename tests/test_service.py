from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome, StatedFact
from bot.conversation.dialogue import DialogueState
from bot.service.schemas import AskRequest, AskResponse
from bot.service.service import Service
from bot.service.store import Store, UnknownAnswer, UnknownSession
from corpus.errors import UnknownNotice
from corpus.library import Library
from corpus.notice import Clause, ClauseKind, Notice, Span, cite

TEXT = "一、时间\n报名至6月30日止。"
NOTICE = Notice(
    notice_id="sample#1",
    title="示例通知",
    issuer="示例单位",
    text=TEXT,
    clauses=(
        Clause("一", "一、", ClauseKind.HEADING, (Span(0, 4),), -1, (1,)),
        Clause("一/1", "", ClauseKind.PARAGRAPH, (Span(5, len(TEXT)),), 0),
    ),
    source="sample.txt",
    issued=date(2024, 6, 1),
)
TODAY = date(2024, 6, 15)


class FakeAssistant:
    """Answers everything with the same clause and counts the turns."""

    library = Library((NOTICE,), (), "digest")
    version = "v1"

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        if scope is not None:
            self.library.scope(scope)
        time.sleep(0.002)
        answer = Answer(
            Outcome.ANSWERED,
            Intent.DEADLINE,
            f"{as_of}：至6月30日止（第{len(state.turns) + 1}问）",
            facts=(StatedFact("date", "2024-06-30", "", "6月30日", 0),),
            citations=(cite(NOTICE, 1),),
            confidence=0.9,
        )
        return answer, DialogueState(turns=(*state.turns, question))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/wenze.sqlite3")
    yield store
    store.close()


@pytest.fixture
def service(store: Store) -> Service:
    return Service(FakeAssistant(), store, clock=lambda: TODAY)


def ask(service: Service, question: str = "何时截止？", **more: object) -> AskResponse:
    return service.ask(AskRequest.model_validate({"question": question, **more}))


def test_a_first_question_opens_a_session_and_takes_today(service: Service) -> None:
    response = ask(service)
    assert response.answer == "2024-06-15：至6月30日止（第1问）"
    assert len(response.session_id) >= 16
    assert response.index_version == "v1"


def test_a_session_continues_where_it_stood(service: Service) -> None:
    first = ask(service)
    second = ask(service, session_id=first.session_id)
    assert second.session_id == first.session_id
    assert "第2问" in second.answer


def test_the_same_in_the_same_state_on_the_same_day_is_the_same_answer(service: Service) -> None:
    one, two = ask(service), ask(service)
    assert one.session_id != two.session_id
    assert one.model_copy(update={"session_id": two.session_id}) == two


def test_what_was_answered_is_remembered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = FakeAssistant()
    service = Service(assistant, store, clock=lambda: TODAY)
    request = AskRequest(question="何时截止？")
    assert service.remembered(request) is None
    first = service.ask(request)
    monkeypatch.setattr(assistant, "answer", None)  # asked again it would fail
    second = AskResponse.model_validate_json(service.ask_json(request))
    turn, told = service.remembered(request) or pytest.fail("it is not remembered")
    third = AskResponse.model_validate_json(told)
    assert len({first.session_id, second.session_id, third.session_id}) == 3
    assert (
        len({r.model_copy(update={"session_id": ""}).model_dump_json() for r in (first, second, third)}) == 1
    )
    service.record([turn])
    assert store.state(third.session_id) == store.state(first.session_id)
    assert service.remembered(request.model_copy(update={"session_id": first.session_id})) is None
    assert service.remembered(request.model_copy(update={"as_of": date(2024, 6, 16)})) is None


def test_only_the_last_answers_are_remembered(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.service.service._REMEMBERED", 2)
    for question in ("一", "二", "三"):
        ask(service, question)
    kept = [service.remembered(AskRequest(question=q)) is not None for q in ("一", "二", "三")]
    assert kept == [False, True, True]


def test_what_a_caller_does_to_an_answer_stays_with_the_caller(service: Service) -> None:
    ask(service).citations.clear()
    assert len(ask(service).citations) == 1


@pytest.mark.parametrize(
    "other", [{"question": "何时开始？"}, {"as_of": "2024-06-16"}, {"notice_id": "sample"}, {}]
)
def test_another_question_day_scope_or_state_is_another_answer(
    service: Service, other: dict[str, str]
) -> None:
    first = ask(service)
    second = ask(service, **(other or {"session_id": first.session_id}))
    assert first.answer_id != second.answer_id


def test_replay_is_word_for_word_but_gives_no_session_away(service: Service) -> None:
    response = ask(service)
    assert service.replay(response.answer_id) == response.model_copy(update={"session_id": ""})
    with pytest.raises(UnknownAnswer):
        service.replay("nothing")


def test_an_unknown_session_is_refused(service: Service) -> None:
    with pytest.raises(UnknownSession):
        ask(service, session_id="nobody")


def test_a_failed_question_leaves_the_session_as_it_was(service: Service, store: Store) -> None:
    session = ask(service).session_id
    before = store.state(session)
    with pytest.raises(UnknownNotice):
        ask(service, session_id=session, notice_id="elsewhere")
    assert store.state(session) == before


def test_turns_of_one_session_at_once_are_all_kept(service: Service, store: Store) -> None:
    session = ask(service).session_id
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: ask(service, f"问题{i}", session_id=session), range(16)))
    assert len(store.state(session).turns) == 17
    assert all(service.replay(a.answer_id).answer == a.answer for a in answers)


def test_notices_are_listed_and_shown_whole(service: Service) -> None:
    (summary,) = service.notices()
    assert (summary.notice_id, summary.clauses, summary.issued) == ("sample#1", 2, date(2024, 6, 1))
    whole = service.notice("sample#1")
    assert whole.text == TEXT
    assert [(c.locator, c.depth, TEXT[c.start : c.end]) for c in whole.clauses] == [
        ("一", 0, "一、时间"),
        ("一/1", 1, "报名至6月30日止。"),
    ]
    with pytest.raises(UnknownNotice):
        service.notice("elsewhere")


def test_feedback_needs_an_answer(service: Service) -> None:
    service.feedback(ask(service).answer_id, helpful=True)
    with pytest.raises(UnknownAnswer):
        service.feedback("nothing", helpful=True)


def test_a_session_goes_on_after_a_restart(assistant, tmp_path: Path) -> None:
    """Two services, one after the other, on the same database file; and two sessions do not mix."""
    url = f"sqlite:///{tmp_path}/wenze.sqlite3"

    def serve(*turns: tuple[str | None, str]) -> list[AskResponse]:
        store = Store(url)
        try:
            service = Service(assistant, store, clock=lambda: date(2025, 4, 10))
            return [ask(service, question, session_id=session) for session, question in turns]
        finally:
            store.close()

    fees, grant = serve((None, "无人机操作员四级多少钱"), (None, "助学金本科每学期多少"))
    later = serve(
        (fees.session_id, "那三级呢"),
        (grant.session_id, "硕士呢"),
        (fees.session_id, "换成航拍摄影员四级"),
    )
    assert "630" in later[0].answer
    assert "3600" in later[1].answer
    assert "280" in later[2].answer
