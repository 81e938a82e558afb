"""Conversations in the database: side by side, and after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from bot.service.assembly import open_service
from bot.service.schemas import AskRequest, AskResponse
from bot.service.service import Service
from bot.service.settings import Settings

SAMPLES = Path(__file__).with_name("samples")
Open = Callable[[], Service]


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Iterator[Open]:
    """Opens the service anew over one state folder, as a restart does."""
    settings = Settings(corpus=SAMPLES, state=tmp_path_factory.mktemp("state"))
    services: list[Service] = []

    def reopen() -> Service:
        while services:
            services.pop().close()
        services.append(open_service(settings))
        return services[-1]

    yield reopen
    while services:
        services.pop().close()


def ask(service: Service, question: str, session: str | None = None) -> AskResponse:
    body = {"question": question, "session_id": session, "as_of": "2025-04-10"}
    return service.ask(AskRequest.model_validate(body))


def talk(service: Service, turns: Sequence[str]) -> list[AskResponse]:
    answers: list[AskResponse] = []
    for turn in turns:
        answers.append(ask(service, turn, answers[-1].session_id if answers else None))
    return answers


ONE = ("我高中，干了5年，能报无人机操作员四级吗", "那三级呢", "多少钱")
OTHER = ("我能申请启明助学金吗，我20岁，本市户口", "平均分85", "收入5万", "志愿服务30学时")


def test_two_sessions_at_once_keep_apart(opened):
    service = opened()
    alone = [talk(service, turns) for turns in (ONE, OTHER)]
    sessions: dict[int, str | None] = {0: None, 1: None}
    mixed: dict[int, list[AskResponse]] = {0: [], 1: []}
    for place in range(max(len(ONE), len(OTHER))):
        for number, turns in enumerate((ONE, OTHER)):
            if place < len(turns):
                answer = ask(service, turns[place], sessions[number])
                sessions[number] = answer.session_id
                mixed[number].append(answer)
    assert sessions[0] != sessions[1]
    for number in (0, 1):
        assert [a.answer for a in mixed[number]] == [a.answer for a in alone[number]]


@pytest.mark.parametrize("turns", [ONE, OTHER])
def test_a_session_goes_on_after_a_restart(opened, turns):
    throughout = talk(opened(), turns)
    session = None
    for turn, expected in zip(turns, throughout, strict=True):
        answer = ask(opened(), turn, session)  # the service opened again before every turn
        session = answer.session_id
        assert (answer.answer, answer.verdict) == (expected.answer, expected.verdict)


def test_a_question_asked_back_is_answered_after_a_restart(opened):
    asked = ask(opened(), "我能报无人机操作员四级吗，我高中，没证")
    assert asked.outcome == "clarify"
    answer = ask(opened(), "满了", asked.session_id)
    assert answer.verdict == "eligible"


def test_an_answer_of_before_a_restart_is_replayed(opened):
    answers = talk(opened(), ONE)
    again = opened().replay(answers[1].answer_id)
    assert again.answer == answers[1].answer


def test_starting_over_leaves_the_other_session_alone(opened):
    service = opened()
    one, other = talk(service, ONE[:1])[0], talk(service, ONE[:1])[0]
    ask(service, "重新开始", one.session_id)
    assert ask(service, "那三级呢", one.session_id).verdict is None
    assert ask(service, "那三级呢", other.session_id).verdict == "not_eligible"
