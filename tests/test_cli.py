"""The command line over a service that needs no index."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console
from typer.testing import CliRunner

from bot.command.cli import app
from bot.command.prompt import typed_lines
from bot.command.terminal import print_answer, print_notice
from bot.conversation.dialogue import DialogueState
from bot.service.database import StoreUnavailable
from bot.service.plain_text import answer_text, split_message
from bot.service.schemas import AskRequest, AskResponse
from bot.service.store import Store, Turn
from corpus.errors import EmptyCorpus, UnknownNotice
from corpus.library import load_corpus
from index.errors import EncoderUnavailable

NOTICE = (
    "关于收费的通知\n\n一、收费标准\n（一）每人200元。\n（二）学生减半。\n二、截止日期\n2026年3月1日截止。\n"
)


def response(**more: object) -> AskResponse:
    quote = {"quote": "每人200元。", "start": 0, "end": 7, "page": None, "source": "n1.txt", "restated": True}
    where = {"notice_id": "n1", "notice_title": "收费通知", "issuer": "", "locator": "一/（一）"}
    known = {"answer_id": "a", "session_id": "s1", "outcome": "answered", "intent": "fee"}
    rest = {"verdict": None, "target": None, "timing": None, "confidence": 0.9, "index_version": "v"}
    condition = {"text": "在读学生", "state": "unknown", "citation": 0, "explanation": ""}
    lists: dict[str, object] = {"conditions": [condition], "facts": [], "suggestions": ["何时截止"]}
    lists["missing"] = [{"fact": "student", "question": "是在读学生吗？", "options": ["是", "不是"]}]
    cited = {"citations": [{**where, **quote, "heading_path": ["一、收费标准"]}]}
    return AskResponse.model_validate({**known, "answer": "每人200元。", **rest, **lists, **cited, **more})


class FakeService:
    """Keeps what it was asked; a question that holds 坏 fails, a notice other than n1 is not known."""

    def __init__(self) -> None:
        self.asked: list[AskRequest] = []
        self.closed = False

    def ask(self, request: AskRequest) -> AskResponse:
        self.asked.append(request)
        if request.notice_id not in (None, "n1"):
            raise UnknownNotice(f"没有编号为“{request.notice_id}”的通知；现有：n1")
        if "坏" in request.question:
            raise StoreUnavailable("数据库无法读写")
        return response()

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> FakeService:
    fake = FakeService()
    replace_assembly(monkeypatch, lambda settings: fake)
    return fake


def replace_assembly(monkeypatch: pytest.MonkeyPatch, open_service: Callable[..., object]) -> None:
    monkeypatch.setitem(sys.modules, "bot.service.assembly", SimpleNamespace(open_service=open_service))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "n1.txt").write_text(NOTICE, "utf-8")
    return folder


def run(*args: object, input: str | None = None):
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [str(a) for a in args], input=input)


def test_ask_prints_answer_conditions_and_citations(service):
    result = run("ask", "多少钱", "--as-of", "2026-03-01", "--notice", "n1")
    assert result.exit_code == 0
    assert result.stdout.startswith("每人200元。\n\n是在读学生吗？")
    assert "❓ 在读学生【1】" in result.stdout
    assert "【1】《收费通知》 一/（一）：“每人200元。”（重述，非官方原文）" in result.stdout
    assert service.asked == [AskRequest(question="多少钱", as_of=date(2026, 3, 1), notice_id="n1")]
    assert service.closed


def test_a_terminal_gets_the_same_words():
    console = Console(file=StringIO(), width=60)
    print_answer(console, response())
    printed = "".join(console.file.getvalue().split())
    for line in answer_text(response()).splitlines():
        assert "".join(line.split()) in printed


def test_ask_json_prints_the_contract_object_only(service):
    result = run("ask", "多少钱", "--json")
    assert AskResponse.model_validate_json(result.stdout) == response()
    assert list(json.loads(result.stdout)) == list(AskResponse.model_fields)
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["ask", "  "], "问题是空的"),
        (["ask", "\u200b\x07"], "问题是空的"),
        (["ask", "长" * 2001], "太长"),
        (["ask", "多少钱", "--as-of", "2026-13-01"], "不是日期"),
        (["ask", "多少钱", "--as-of", "20260301"], "不是日期"),
        (["ask", "多少钱", "--as-of", "0001-01-01"], "1900"),
        (["ask", "多少钱", "--nonsense"], "nonsense"),
        (["serve", "--port", "0"], "port"),
        (["nothing"], "nothing"),
    ],
)
def test_a_command_that_is_not_understood_is_2(service, args, words):
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output
    assert service.asked == []


@pytest.mark.parametrize(
    ("args", "words"),
    [(["ask", "多少钱", "--notice", "n9"], "现有：n1"), (["ask", "坏", "--json"], "数据库无法读写")],
)
def test_a_failure_is_1_with_its_message(service, args, words):
    result = run(*args)
    assert result.exit_code == 1
    assert result.stderr.startswith("错误：")
    assert words in result.stderr
    assert result.stdout == ""
    assert service.closed


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (EmptyCorpus("没有能读的通知；请放入文件"), "请放入文件"),
        (PermissionError(13, "Permission denied", "/nowhere"), "/nowhere；请检查"),
        (EncoderUnavailable("编码模型不在本机"), "编码模型"),
        (RuntimeError("surprise"), "--debug"),
    ],
)
def test_a_service_that_does_not_open_is_1(monkeypatch, error, words):
    def fails(settings: object) -> None:
        raise error

    replace_assembly(monkeypatch, fails)
    result = run("ask", "多少钱")
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr


def test_a_bad_setting_is_named(service, monkeypatch):
    monkeypatch.setenv("WENZE_PORT", "many")
    result = run("ask", "多少钱")
    assert result.exit_code == 1
    assert "WENZE_PORT" in result.stderr


def test_lines_from_a_pipe_are_one_conversation(service):
    result = run("ask", "--json", input="多少钱\n\n/2\n/new\n何时截止\n/9\n/quit\n不再问\n")
    assert result.exit_code == 0
    asked = [(request.question, request.session_id) for request in service.asked]
    assert asked == [("多少钱", None), ("不是", "s1"), ("何时截止", None)]
    assert [json.loads(line)["answer_id"] for line in result.stdout.splitlines()] == ["a", "a", "a"]
    assert "/1 是" in result.stderr
    assert "Ctrl-D" in result.stderr


def test_a_conversation_outlives_a_failure_and_reports_it(service):
    result = run("ask", input="坏\n" + "长" * 2001 + "\n多少钱\n")
    assert result.exit_code == 1
    assert "每人200元" in result.stdout
    assert "数据库无法读写" in result.stderr
    assert "太长" in result.stderr


def test_typed_lines_end_with_ctrl_d(monkeypatch):
    typed = iter(["多少钱"])

    def read(prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)
    hints = Console(file=StringIO())
    assert list(typed_lines(hints)) == ["多少钱"]


def test_notices_lists_every_notice_with_its_identifier(corpus):
    (corpus / "broken.txt").write_bytes(b"")
    result = run("notices", "--corpus", corpus)
    assert result.exit_code == 0
    assert "n1" in result.stdout
    assert "关于收费的通知" in result.stdout
    assert "broken.txt" in result.stderr


def test_show_prints_clauses_with_their_locators(corpus):
    result = run("show", "n1", "--corpus", corpus)
    assert result.exit_code == 0
    assert "    一/（一）  （一）每人200元。\n" in result.stdout
    console = Console(file=StringIO(), width=40)
    print_notice(console, load_corpus(corpus).notice("n1"))
    printed = "".join(char for char in console.file.getvalue() if char not in " \n│├└─")
    assert "一/（一）（一）每人200元。" in printed


@pytest.mark.parametrize(
    ("args", "words"),
    [(["show", "n9"], "n1"), (["notices"], "n1")],
)
def test_unknown_notices_and_folders_say_what_there_is(corpus, args, words):
    folder = corpus if args[0] == "show" else corpus / "n1"
    result = run(*args, "--corpus", folder)
    assert result.exit_code == 1
    assert words in result.stderr
    assert result.stderr.startswith("错误：")


@pytest.mark.parametrize(
    ("command", "module"), [("serve", "bot.http.serving"), ("telegram", "bot.chat.telegram_bot")]
)
def test_serving_commands_pass_on_settings_and_exit_code(monkeypatch, tmp_path, command, module):
    seen = []

    def serving(settings: object) -> int:
        seen.append(settings)
        return 1

    monkeypatch.setitem(sys.modules, module, SimpleNamespace(serve=serving, run_bot=serving))
    monkeypatch.setenv("WENZE_STATE", "from-environment")
    monkeypatch.setenv("WENZE_CORPUS", "from-environment")
    assert run(command, "--corpus", tmp_path).exit_code == 1
    assert seen[0].corpus == tmp_path
    assert seen[0].state == Path("from-environment")


def test_help_is_fast_and_loads_nothing_heavy():
    code = (
        "import sys\nfrom eval.command import main\nsys.argv = ['wenze', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'torch', 'faiss', 'jieba', 'telegram', 'fastapi', 'sqlalchemy', 'numpy'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=_ROOT
    )
    assert done.returncode == 0, done.stderr
    assert "eval" in done.stdout
    assert time.monotonic() - before < 5


_ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("text", ["", "短", "一段。" * 5000, "x" * 9000, "𠮷" * 5000, "行\n" * 4000])
def test_split_pieces_fit_and_lose_nothing(text):
    pieces = split_message(text, 4096)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece.encode("utf-16-le")) // 2 <= 4096 for piece in pieces)


def test_a_message_is_cut_after_a_paragraph():
    assert split_message("甲" * 6 + "\n\n" + "乙" * 6, 10) == ["甲" * 6, "乙" * 6]


def test_an_answer_loads_no_library_that_it_does_not_need(tmp_path):
    """Torch, the readers of PDF and Word, calendars and the servers stay out until somebody needs them."""
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "fee.txt").write_text("收费通知\n\n一、报名费\n\n每人50元。\n", encoding="utf-8")
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from bot.command.cli import app\n"
        f"found = CliRunner().invoke(app, ['ask', '报名费多少', '--corpus', {str(tmp_path / 'notices')!r},"
        f" '--state', {str(tmp_path / 'state')!r}])\n"
        "assert '50元' in found.output, found.output\n"
        "heavy = {'torch', 'sentence_transformers', 'pdfplumber', 'docx', 'icalendar'}\n"
        "heavy |= {'fastapi', 'telegram'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=_ROOT)


def test_what_no_notice_answers_is_listed(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'wenze.sqlite3'}")
    kept = {"answered": "什么时候截止", "unanswerable": "停车\n收费吗", "clarify": "能报吗"}
    for outcome, question in kept.items():
        store.record(
            Turn(
                answer_id=f"number-{outcome}",
                session_id="s",
                question=question,
                state_before=DialogueState(),
                state_after=DialogueState(),
                as_of=date(2026, 3, 1),
                scope=None,
                index_version="v",
                response=json.dumps({"outcome": outcome}),
            )
        )
    store.add_feedback("number-clarify", False, "答非所问")
    store.close()
    told = run("asked", "--state", tmp_path).stdout
    assert "没有写明  停车 收费吗" in told
    assert "已反问，说没用  能报吗\n    留言：答非所问" in told
    assert "什么时候截止" not in told
    assert "已回答  什么时候截止" in run("asked", "--all", "--state", tmp_path).stdout
    assert "还没有" in run("asked", "--state", tmp_path / "other").stdout


def test_a_conversation_ends_when_it_is_told_to(service):
    run("ask", input="多少钱\n退出\n不再问\n")
    assert [r.question for r in service.asked] == ["多少钱"]
