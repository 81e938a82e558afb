from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.answer import Answer
from bot.answer_parts import (
    Condition,
    ConditionState,
    Intent,
    Missing,
    Outcome,
    StatedFact,
    Timing,
    TimingState,
    Verdict,
)
from bot.conversation.dialogue import DialogueState
from bot.http.http_api import create_app
from bot.http.serving import serve
from bot.service.database import StoreUnavailable
from bot.service.schemas import AskResponse
from bot.service.service import Service
from bot.service.settings import load_settings
from bot.service.store import Store
from corpus.errors import EmptyCorpus
from corpus.library import Library
from corpus.notice import Clause, ClauseKind, Notice, Span, cite

TEXT = "报名至6月30日止。"
NOTICE = Notice(
    notice_id="sample#1",
    title="示例通知",
    issuer="示例单位",
    text=TEXT,
    clauses=(Clause("1", "", ClauseKind.PARAGRAPH, (Span(0, len(TEXT)),), -1),),
    source="sample.txt",
)
ASK = "/api/v1/ask"
RICH = Answer(
    Outcome.CLARIFY,
    Intent.ELIGIBILITY,
    "还要看年限。",
    verdict=Verdict.NEEDS_INFO,
    target="三级",
    conditions=(Condition("满4年", ConditionState.UNKNOWN, 0),),
    missing=(Missing("years", "做了几年？", ("不满4年", "4年以上")),),
    facts=(StatedFact("date", "2024-06-30", "", "6月30日", 0),),
    citations=(cite(NOTICE, 0),),
    timing=Timing("2024-06-15", TimingState.OPEN, None, "2024-06-30"),
    suggestions=("4年以上",),
    confidence=0.5,
)


class FakeAssistant:
    """A rich answer, a bare one to 不知道, and a crash at 崩."""

    library = Library((NOTICE,), (), "digest")
    version = "v1"

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        if scope is not None:
            self.library.scope(scope)
        if question == "崩":
            raise RuntimeError("secret internals")
        after = DialogueState(turns=(*state.turns, question))
        if question == "不知道":
            return Answer(Outcome.UNANSWERABLE, Intent.GENERAL, "通知没有写明。"), after
        return RICH, after


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(FakeAssistant(), Store(f"sqlite:///{tmp_path}/wenze.sqlite3"))


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with TestClient(create_app(service, load_settings()), raise_server_exceptions=False) as client:
        yield client


def problem(response: Any, status: int, kind: str, *keywords: str) -> dict[str, Any]:
    """The problem document, checked."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document: dict[str, Any] = response.json()
    assert set(document) == {"type", "title", "status", "detail", "instance"}
    assert document["type"] == f"urn:wenze:problem:{kind}"
    assert document["status"] == status
    assert all(word in document["detail"] for word in keywords), document["detail"]
    assert response.headers["x-content-type-options"] == "nosniff"
    return document


# ── what goes well ──────────────────────────────────────────────────────


@pytest.mark.parametrize("question", ["能报吗？", "不知道"])
def test_every_key_of_the_contract_is_always_there(client: TestClient, question: str) -> None:
    body = client.post(ASK, json={"question": question}).json()
    assert set(body) == set(AskResponse.model_fields)
    assert body["verdict"] in ("needs_info", None)


def test_nested_values_are_those_of_the_answer(client: TestClient) -> None:
    body = client.post(ASK, json={"question": "能报吗？", "as_of": "2024-06-15"}).json()
    assert body["conditions"] == [{"text": "满4年", "state": "unknown", "citation": 0, "explanation": ""}]
    assert body["missing"] == [{"fact": "years", "question": "做了几年？", "options": ["不满4年", "4年以上"]}]
    (citation,) = body["citations"]
    assert TEXT[citation["start"] : citation["end"]] == citation["quote"]
    assert body["timing"]["closes_on"] == "2024-06-30"


def test_a_session_continues_over_requests(client: TestClient, service: Service) -> None:
    first = client.post(ASK, json={"question": "能报吗？"}).json()
    second = client.post(ASK, json={"question": "4年以上", "session_id": first["session_id"]}).json()
    assert second["session_id"] == first["session_id"]
    assert second["answer_id"] != first["answer_id"]


def test_a_question_asked_before_is_answered_as_at_first(client: TestClient) -> None:
    body = json.dumps({"question": "能报吗？", "as_of": "2024-06-15"})
    first, second = (
        client.post(ASK, content=body, headers={"Content-Type": kind})
        for kind in ("application/json", "Application/JSON; charset=utf-8")
    )
    own = ("content-length", "date")
    assert {k: v for k, v in first.headers.items() if k not in own} == {
        k: v for k, v in second.headers.items() if k not in own
    }
    assert first.json()["session_id"] != second.json()["session_id"]
    assert first.json() | {"session_id": ""} == second.json() | {"session_id": ""}
    for answer in (first, second):
        continued = {"question": "那呢？", "session_id": answer.json()["session_id"]}
        assert client.post(ASK, json=continued).status_code == 200  # the turn was kept


def test_known_questions_in_other_wrappings_are_judged_by_the_routes(client: TestClient) -> None:
    json_type = {"Content-Type": "application/json"}
    client.post(ASK, json={"question": "能报吗？"})
    pieces = [b'{"question": ', '"能报吗？"}'.encode()]  # of no declared length
    assert client.post(ASK, content=iter(pieces), headers=json_type).json()["answer"] == RICH.text
    wide = json.dumps({"question": "能报吗？"}, ensure_ascii=False).encode("utf-16")
    assert client.post(ASK, content=wide, headers=json_type).json()["answer"] == RICH.text
    problem(client.post(ASK, json={"question": "能报吗？", "stray": 1}), 422, "bad-body", "stray")
    plain = {"Content-Type": "text/plain"}
    problem(client.post(ASK, content='{"question": "能报吗？"}', headers=plain), 422, "bad-body")


def test_a_known_answer_that_cannot_be_kept_is_not_given(
    client: TestClient, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(ASK, json={"question": "能报吗？"})

    def fail(_: Any) -> None:
        raise StoreUnavailable("数据库无法读写；请检查磁盘空间")

    monkeypatch.setattr(service, "record", fail)
    problem(client.post(ASK, json={"question": "能报吗？"}), 503, "store-unavailable", "磁盘空间")


def test_an_answer_is_replayed_and_judged(client: TestClient) -> None:
    asked = client.post(ASK, json={"question": "能报吗？"}).json()
    where = f"/api/v1/answers/{asked['answer_id']}"
    assert client.get(where).json() == asked | {"session_id": ""}
    response = client.post(f"{where}/feedback", json={"helpful": False, "comment": "不对"})
    assert (response.status_code, response.content) == (204, b"")


def test_notices_are_listed_and_found_by_an_encoded_identifier(client: TestClient) -> None:
    assert [n["notice_id"] for n in client.get("/api/v1/notices").json()] == ["sample#1"]
    whole = client.get("/api/v1/notices/sample%231").json()
    assert whole["text"] == TEXT
    assert whole["clauses"][0]["locator"] == "1"


def test_health_and_readiness(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json() == {"status": "ready", "index_version": "v1"}


def test_the_description_names_every_route_and_problem(client: TestClient) -> None:
    description = client.get("/openapi.json").json()
    assert set(description["paths"]) == {
        ASK,
        "/api/v1/answers/{answer_id}",
        "/api/v1/answers/{answer_id}/explanation",
        "/api/v1/answers/{answer_id}/feedback",
        "/api/v1/notices",
        "/api/v1/notices/{notice_id}",
        "/api/v1/openers",
        "/api/v1/diff",
        "/api/v1/notices/{notice_id}/calendar.ics",
        "/api/v1/notices/{notice_id}/rules",
        "/healthz",
        "/readyz",
    }
    responses = description["paths"][ASK]["post"]["responses"]
    assert {"200", "404", "413", "422", "429", "503"} <= set(responses)
    assert all(
        "application/problem+json" in described["content"]
        for status, described in responses.items()
        if status != "200"
    )
    assert "HTTPValidationError" not in json.dumps(description)


# ── what goes wrong ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("body", "keywords"),
    [
        (b'{"question": ', ("JSON", "引号")),
        (b"", ("JSON 对象",)),
        (b"[1]", ("JSON 对象",)),
        (b'"text"', ("JSON 对象",)),
        (b"\xff\xfe{}", ("UTF-8",)),
        (b"[" * 30000, ()),
        (b"{}", ("question", "缺少")),
        (b'{"question": ""}', ("question", "不能为空")),
        ('{"question": " \\n　"}'.encode(), ("question", "空白")),
        (b'{"question": "\\u0000"}', ("question", "空白")),
        (b'{"question": "\\u200b\\u0007"}', ("question", "空白")),
        (b'{"question": 5}', ("question", "字符串")),
        (b'{"question": "\\ud800"}', ("question", "Unicode")),
        (json.dumps({"question": "长" * 3000}).encode(), ("question", "2,000", "3,000")),
        (b'{"question": "a", "as_of": "2024-02-30"}', ("as_of", "没有这一天")),
        (b'{"question": "a", "as_of": "2024-06-01T00:00:00"}', ("as_of", "YYYY-MM-DD")),
        (b'{"question": "a", "as_of": 5}', ("as_of", "YYYY-MM-DD")),
        (b'{"question": "a", "as_of": "0001-01-01"}', ("as_of", "1900")),
        (b'{"question": "a", "as_of": "9999-12-31"}', ("as_of", "2199")),
        (b'{"question": "a", "sesion_id": "b"}', ("sesion_id", "拼写")),
        (b'{"question": "a", "\\ud800": "b"}', ("JSON 对象",)),
        (b'{"question": "a", "notice_id": ""}', ("notice_id", "不能为空")),
    ],
)
def test_a_bad_body_is_named_with_the_mend(
    client: TestClient, body: bytes, keywords: tuple[str, ...]
) -> None:
    response = client.post(ASK, content=body, headers={"Content-Type": "application/json"})
    problem(response, 422, "bad-body", *keywords)


def test_a_body_that_is_not_declared_as_json_is_refused(client: TestClient) -> None:
    response = client.post(ASK, content=b'{"question": "a"}', headers={"Content-Type": "text/plain"})
    problem(response, 422, "bad-body", "Content-Type: application/json")


@pytest.mark.parametrize("question", ["长" * 2000, "😀" * 2000])
def test_the_longest_question_is_taken(client: TestClient, question: str) -> None:
    assert client.post(ASK, json={"question": question}).status_code == 200


def test_unknown_things_are_told_apart(client: TestClient) -> None:
    problem(client.get("/nowhere"), 404, "unknown-path", "/openapi.json")
    problem(client.get("/assets/nothing.js"), 404, "unknown-path")
    problem(client.get("/assets/..%2fhttp_api.py"), 404, "unknown-path")
    problem(client.get("/api/v1/notices/nothing"), 404, "unknown-notice", "sample#1")
    problem(client.get("/api/v1/answers/nothing"), 404, "unknown-answer", "answer_id")
    problem(client.post("/api/v1/answers/nothing/feedback", json={"helpful": True}), 404, "unknown-answer")
    problem(client.post(ASK, json={"question": "a", "notice_id": "nothing"}), 404, "unknown-notice")
    problem(
        client.post(ASK, json={"question": "a", "session_id": "nobody"}),
        404,
        "unknown-session",
        "去掉 session_id",
    )


def test_the_wrong_method_names_the_right_one(client: TestClient) -> None:
    response = client.get(ASK)
    problem(response, 405, "method-not-allowed", "Allow")
    assert response.headers["allow"] == "POST"


def test_feedback_that_is_no_yes_or_no_is_refused(client: TestClient) -> None:
    problem(client.post("/api/v1/answers/x/feedback", json={"helpful": "maybe"}), 422, "bad-body", "helpful")


def test_a_large_body_is_refused_declared_or_not(client: TestClient) -> None:
    large = json.dumps({"question": "a" * 70_000}).encode()
    json_type = {"Content-Type": "application/json"}
    problem(client.post(ASK, content=large, headers=json_type), 413, "body-too-large", "64 KiB")
    pieces = (large[at : at + 1000] for at in range(0, len(large), 1000))
    problem(client.post(ASK, content=pieces, headers=json_type), 413, "body-too-large", "64 KiB")


def test_a_crash_shows_no_internals_and_the_next_question_is_answered(client: TestClient) -> None:
    response = client.post(ASK, json={"question": "崩"})
    problem(response, 500, "internal")
    assert "secret" not in response.text
    assert client.post(ASK, json={"question": "能报吗？"}).status_code == 200


def test_too_many_requests_are_told_when_to_come_back(service: Service) -> None:
    with TestClient(create_app(service, load_settings(rate_limit=2))) as client:
        codes = [client.post(ASK, json={"question": "能报吗？"}).status_code for _ in range(2)]
        response = client.post(ASK, json={"question": "能报吗？"})
        assert codes == [200, 200]
        problem(response, 429, "too-many-requests", response.headers["retry-after"])
        assert 1 <= int(response.headers["retry-after"]) <= 31
        assert client.get("/api/v1/notices").status_code == 200


def test_before_the_index_is_loaded_only_the_process_answers(service: Service) -> None:
    go = threading.Event()

    def load() -> Service:
        go.wait(10)
        return service

    with TestClient(create_app(load, load_settings())) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/").status_code == 200
        problem(client.get("/readyz"), 503, "loading")
        response = client.post(ASK, json={"question": "能报吗？"})
        problem(response, 503, "loading", "稍后")
        assert int(response.headers["retry-after"]) > 0
        go.set()
        wait_for(lambda: client.get("/readyz").status_code == 200)
        assert client.post(ASK, json={"question": "能报吗？"}).status_code == 200


def test_what_is_loaded_is_asked_first_and_a_crash_there_harms_nobody(service: Service) -> None:
    asked = threading.Event()

    class Crashing(Service):
        def warm_up(self) -> None:
            asked.set()
            raise RuntimeError("secret")

    def load() -> Service:
        service.__class__ = Crashing
        return service

    with TestClient(create_app(load, load_settings())) as client:
        wait_for(asked.is_set)
        assert client.post(ASK, json={"question": "能报吗？"}).status_code == 200


@pytest.mark.parametrize(
    ("error", "keyword"), [(EmptyCorpus("没有能读的通知；请放入文件"), "请放入文件"), (OSError("x"), "日志")]
)
def test_a_failed_load_says_why(error: Exception, keyword: str) -> None:
    def load() -> Service:
        raise error

    with TestClient(create_app(load, load_settings())) as client:
        wait_for(lambda: client.get("/readyz").json()["type"].endswith("load-failed"))
        problem(client.get("/readyz"), 503, "load-failed", keyword)
        problem(client.post(ASK, json={"question": "a"}), 503, "load-failed", keyword)
        assert client.get("/healthz").status_code == 200


def test_a_port_in_use_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert serve(load_settings(port=taken.getsockname()[1])) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--port" in said


def wait_for(condition: Any) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
