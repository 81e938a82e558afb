"""Running cases in process and over HTTP, the report, and the command."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from bot.service.schemas import AskRequest, AskResponse, NoticeOut
from eval.alone import NoFile, ask_alone
from eval.cases import Behaviour, Case
from eval.command import app
from eval.report import failures_text, summarise
from eval.runner import AskFailed, Server, run

TEXT = "一、每人\n200元。"


def response(request: AskRequest) -> AskResponse:
    where = {"notice_id": "n1", "notice_title": "收费通知", "issuer": "", "locator": "一", "heading_path": []}
    quote = "每人300元。" if "错引" in request.question else "每人200元。"
    rest = {"quote": quote, "start": 2, "end": len(TEXT), "page": None, "source": "", "restated": False}
    outcome = "unanswerable" if "没有" in request.question else "answered"
    known = {"answer_id": "a", "session_id": request.session_id or "s1", "outcome": outcome, "intent": "fee"}
    lists: dict[str, object] = {k: [] for k in ("conditions", "missing", "facts", "suggestions")}
    single = {"verdict": None, "target": None, "timing": None, "confidence": 0.9, "index_version": "v"}
    own = {"answer": "每人200元。", "citations": [{**where, **rest}]}
    return AskResponse.model_validate({**known, **lists, **single, **own})


def notice(notice_id: str) -> NoticeOut:
    known = {"notice_id": notice_id, "title": "收费通知", "issuer": "", "issued": None, "issued_text": ""}
    rest = {"valid_from": None, "valid_until": None, "document_number": "", "restated": False}
    more = {"official_url": "", "source": "", "text": TEXT, "clauses": []}
    return NoticeOut.model_validate({**known, **rest, **more})


class FakeService:
    """Answers that each person pays 200; a question that holds 坏 fails."""

    def __init__(self) -> None:
        self.asked: list[AskRequest] = []
        self.read: list[str] = []

    def ask(self, request: AskRequest) -> AskResponse:
        self.asked.append(request)
        if "坏" in request.question:
            raise RuntimeError("database down")
        return response(request)

    def notice(self, notice_id: str) -> NoticeOut:
        self.read.append(notice_id)
        return notice(notice_id)

    def close(self) -> None:
        """Nothing to give back."""


CASES = [
    Case("c1", ("多少钱", "学生呢"), doc="n1", gold_quote="每人200元", kind="fee", style="plain"),
    Case("c2", ("错引",), verdict="eligible", gold_quote="每人100元", kind="fee"),
    Case("c3", ("没有的事",), behaviour=Behaviour.ABSTAIN, kind="unanswerable"),
    Case("c4", ("坏", "再问"), kind="process", gold_answer="200元"),
    Case("c5", ("没有的事",), kind="process"),
    Case("c6", ("多少钱",), behaviour=Behaviour.ABSTAIN, kind="unanswerable"),
]


def test_turns_share_a_session_and_the_last_is_scored():
    service = FakeService()
    results = run(CASES, service, scope=False, done=lambda _: None)
    assert [(a.question, a.session_id, a.notice_id) for a in service.asked[:2]] == [
        ("多少钱", None, None),
        ("学生呢", "s1", None),
    ]
    assert [result.passed for result in results] == [True, False, True, False, False, False]
    assert results[0].verbatim == (True,)
    assert results[1].verbatim == (False,)
    assert results[3].response is None
    assert results[3].failures[0].detail == "RuntimeError: database down"
    assert service.read == ["n1"]


def test_scope_asks_within_the_case_s_document():
    service = FakeService()
    run(CASES[:1], service, scope=True, done=lambda _: None)
    assert {request.notice_id for request in service.asked} == {"n1"}


def test_figures():
    summary = summarise(run(CASES, FakeService(), scope=False, done=lambda _: None))
    assert (summary.n, summary.accuracy, summary.errors, summary.too_long) == (6, 33.3, 1, 0)
    assert (summary.verdict_accuracy, summary.citation_hit) == (0.0, 50.0)
    assert (summary.false_answer, summary.false_refusal) == (50.0, 25.0)
    assert summary.citation_valid == 80.0
    assert summary.p99_ms >= summary.p50_ms >= 0


def test_no_results_have_no_rates():
    summary = summarise([])
    assert (summary.n, summary.accuracy, summary.p50_ms, summary.median_chars) == (0, None, None, None)


def test_failures_tell_what_was_asked_wanted_and_got():
    text = failures_text(run(CASES, FakeService(), scope=False, done=lambda _: None))
    assert text.startswith("# 未通过 4 / 6")
    for words in ("## c2（fee）", "结论不对：应 eligible，实为 null", "问：错引", "据：“每人100元”"):
        assert words in text
    assert "【1】《收费通知》 一：“每人300元。”" in text
    assert "出错：RuntimeError: database down" in text
    assert "## c1" not in text


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = AskRequest.model_validate_json(body)
        if "坏" in request.question:
            self._send(429, {"title": "问得太快", "detail": "请稍候"})
        elif "怪" in request.question:
            self._send(200, {"answer": "?"})
        else:
            self._send(200, response(request).model_dump(mode="json"))

    def do_GET(self) -> None:
        self._send(200, notice(self.path.rsplit("/", 1)[1]).model_dump(mode="json"))

    def _send(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_server_is_asked_over_http():
    with serving() as url:
        server = Server(url)
        assert server.ask(AskRequest(question="多少钱", session_id="s7")).session_id == "s7"
        assert server.notice("甲#1").notice_id == "%E7%94%B2%231"
        with pytest.raises(AskFailed, match="HTTP 429：问得太快（请稍候）"):
            server.ask(AskRequest(question="坏"))
        with pytest.raises(AskFailed, match="不符合接口约定"):
            server.ask(AskRequest(question="怪"))


def test_a_server_that_is_not_there_is_said_to_be_so():
    with pytest.raises(AskFailed, match="连不上"):
        Server("http://127.0.0.1:9").ask(AskRequest(question="多少钱"))
    with pytest.raises(AskFailed, match="连不上"):
        Server("nonsense").ask(AskRequest(question="多少钱"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text(
        '{"id": "好题", "type": "fee", "turns": ["多少钱"]}\n{"id": "错题", "turns": ["没有"]}\n', "utf-8"
    )
    return path


def command(*args):
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["eval", "run", *map(str, args)])


def test_the_command_runs_in_process_with_a_store_of_its_own(file, tmp_path, monkeypatch):
    seen = []

    def open_service(settings):
        seen.append(settings.database_url)
        return FakeService()

    monkeypatch.setitem(sys.modules, "bot.service.assembly", SimpleNamespace(open_service=open_service))
    result = command(file, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert seen == ["sqlite://"]
    assert "type:fee" in result.stdout
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["summary"]["accuracy"] == 50.0
    assert report["summary"]["by"] == {"type:fee": [100.0, 1]}
    assert [row["passed"] for row in report["rows"]] == [True, False]
    assert report["rows"][0]["response"]["answer"] == "每人200元。"
    assert "## 错题" in (tmp_path / "out" / "failures.md").read_text("utf-8")


def test_the_command_asks_a_server_and_lists_failures(file):
    with serving() as url:
        result = command(file, "--url", url)
        assert "## 错题" in result.stdout
        assert "## 错题" not in command(file, "--url", url, "--limit", 1).stdout


def test_the_command_asks_nothing_of_a_server_that_is_not_there(file):
    result = command(file, "--url", "http://127.0.0.1:9")
    assert result.exit_code == 1
    assert "wenze serve" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "请核对路径"), (b"", "没有题目"), (b"\xff\xfe", "UTF-8"), (b"{}", "第 1 行")],
)
def test_a_bad_file_of_cases_is_2(tmp_path, content, words):
    path = tmp_path / "bad.jsonl"
    if content is not None:
        path.write_bytes(content)
    result = command(path)
    assert result.exit_code == 2
    assert words in result.stderr


def test_alone_each_case_is_asked_of_a_library_of_its_own_file(tmp_path):
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(name, "utf-8")
    held = []

    def opened(notices, index):
        held.append([p.name for p in notices.iterdir()])
        return nullcontext(FakeService())

    cases = [replace(CASES[0], doc=doc) for doc in ("乙", "甲", "乙")]
    results = ask_alone(cases, tmp_path, opened, lambda _: None)
    assert [r.case.doc for r in results] == ["乙", "甲", "乙"]
    assert sorted(held) == [["乙.txt"], ["甲.txt"]]


def test_alone_a_case_of_no_file_is_said(tmp_path):
    with pytest.raises(NoFile, match="没有对应的文件"):
        ask_alone(
            [replace(CASES[0], doc=None)], tmp_path, lambda *_: nullcontext(FakeService()), lambda _: None
        )


def test_alone_goes_with_no_server(file):
    result = command(file, "--alone", "--url", "http://127.0.0.1:9")
    assert result.exit_code == 2
    assert "--url" in result.stderr
