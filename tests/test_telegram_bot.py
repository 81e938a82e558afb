"""The Telegram channel against a fake Bot API server that speaks HTTP."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import logging
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from bot.chat.chats import ChatBook
from bot.chat.telegram_bot import build_application, poll, run_bot
from bot.service.calendar_file import NothingEnds
from bot.service.explanation import Explanation, Step
from bot.service.schemas import AskRequest, AskResponse, NoticeSummary
from bot.service.settings import Settings
from bot.service.store import UnknownAnswer, UnknownSession

_spec = importlib.util.spec_from_file_location("fake_bot_api", Path(__file__).with_name("fake_bot_api.py"))
fake_bot_api = importlib.util.module_from_spec(_spec)
sys.modules["fake_bot_api"] = fake_bot_api
_spec.loader.exec_module(fake_bot_api)
FakeBotApi, TOKEN, BOT = fake_bot_api.FakeBotApi, fake_bot_api.TOKEN, fake_bot_api.BOT

LONG_REPLY = "取得相关职业的四级证书以后累计从事本职业的工作已经满四年并且能够提供相应证明材料"
GROUP = {"id": -100, "type": "supergroup", "title": "组"}


def citation(quote: str = "每人200元。", **more: object) -> dict[str, object]:
    known = {"notice_id": "n1", "notice_title": "收费通知", "issuer": "某单位", "locator": "二/（一）"}
    rest = {"heading_path": [], "quote": quote, "start": 0, "end": 6, "page": None, "source": "n1.txt"}
    return {**known, **rest, "restated": False, **more}


def response(answer: str = "费用是每人200元。", **more: object) -> AskResponse:
    lists: dict[str, object] = {k: [] for k in ("conditions", "missing", "facts", "suggestions")}
    known = {"answer_id": "a", "session_id": "s", "outcome": "answered", "intent": "fee", "answer": answer}
    rest = {"verdict": None, "target": None, "timing": None, "confidence": 0.9, "index_version": "v"}
    return AskResponse.model_validate({**lists, **known, **rest, "citations": [citation()], **more})


class FakeService:
    """Sessions s1, s2, …; keeps what it was asked; `reply` makes the answer."""

    def __init__(self, reply: Callable[[str], AskResponse] = lambda question: response()) -> None:
        self.reply = reply
        self.asked: list[tuple[str, str | None]] = []
        self.sessions: set[str] = set()
        self.lock = threading.Lock()
        self.closed = False

    def ask(self, request: AskRequest) -> AskResponse:
        with self.lock:
            self.asked.append((request.question, request.session_id))
            if request.session_id is not None and request.session_id not in self.sessions:
                raise UnknownSession("没有这个对话")
            session = request.session_id or f"s{len(self.sessions) + 1}"
            self.sessions.add(session)
        return self.reply(request.question).model_copy(update={"session_id": session})

    def notices(self) -> list[NoticeSummary]:
        known = {"notice_id": "n1", "title": "收费通知", "issuer": "某单位", "issued": "2026-01-05"}
        rest = {"valid_until": None, "document_number": "", "official_url": "", "source": "n1.txt"}
        return [NoticeSummary.model_validate({**known, **rest, "restated": True, "clauses": 3})]

    def explain(self, answer_id: str) -> Explanation:
        if answer_id != "a":
            raise UnknownAnswer("没有这个回答")
        clause = Step(rule="condition", text="年满16周岁。", state="met", why="年龄20周岁", said="我20岁")
        proof = Step(rule="all", text="陶艺班", state="met", parts=[clause])
        return Explanation(
            answer_id="a",
            question="能报吗",
            as_of="2026-01-01",
            verdict="eligible",
            target=None,
            proof=proof,
            stages=[],
        )

    def calendar(self, notice_id: str, closes_on: date | None = None) -> str:
        if closes_on != date(2026, 1, 9):
            raise NothingEnds("这一天没有截止的事项")
        return f"BEGIN:VCALENDAR\r\nX-FROM:{notice_id}\r\nEND:VCALENDAR\r\n"

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def api() -> Iterator[FakeBotApi]:
    with FakeBotApi() as server:
        yield server


@contextmanager
def running(api: FakeBotApi, service: FakeService, folder: Path) -> Iterator[None]:
    """The real application, polling the fake server in a thread of its own."""
    app = build_application(service, ChatBook(folder / "telegram.json"), TOKEN, api.url)
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(poll(app, stop),))
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(20)
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
        assert not thread.is_alive()


def buttons(call: object) -> list[dict[str, str]]:
    markup = json.loads(call.fields["reply_markup"])
    return [button for row in markup["inline_keyboard"] for button in row]


def test_two_turns_share_a_session_and_new_opens_another(api, tmp_path):
    service = FakeService()
    with running(api, service, tmp_path):
        api.send("多少钱")
        api.wait_for("sendMessage", 1)
        api.send("那学生呢")
        api.wait_for("sendMessage", 2)
        api.send("/new")
        api.wait_for("sendMessage", 3)
        api.send("多少钱")
        api.wait_for("sendMessage", 4)
    assert service.asked == [("多少钱", None), ("那学生呢", "s1"), ("多少钱", None)]
    assert "重新" not in api.texts()[0]
    assert "不再沿用" in api.texts()[2]
    assert api.calls("sendChatAction")[0].fields["action"] == "typing"


def test_a_session_outlives_a_restart(api, tmp_path):
    service = FakeService()
    for _ in range(2):
        with running(api, service, tmp_path):
            before = len(api.texts())
            api.send("多少钱")
            api.wait_for("sendMessage", before + 1)
    assert service.asked == [("多少钱", None), ("多少钱", "s1")]


def test_a_session_that_the_service_forgot_is_replaced(api, tmp_path):
    ChatBook(tmp_path / "telegram.json").remember("42", "gone", "a0")
    service = FakeService()
    with running(api, service, tmp_path):
        api.send("多少钱")
        api.wait_for("sendMessage", 1)
    assert service.asked == [("多少钱", "gone"), ("多少钱", None)]
    assert ChatBook(tmp_path / "telegram.json").session("42") == "s1"


def test_answer_conditions_and_citations_are_plain_text(api, tmp_path):
    states = ("met", "unmet", "unknown")
    conditions = [
        {"text": f"条件{n}", "state": state, "citation": 0, "explanation": "因为" if n == 0 else ""}
        for n, state in enumerate(states)
    ]
    cited = citation("长" * 400 + "<b>*_", restated=True, page=3)
    answer = response("可以 <报名> *现在*。", conditions=conditions, citations=[cited])
    with running(api, FakeService(lambda _: answer), tmp_path):
        api.send("能报吗")
        (call,) = api.wait_for("sendMessage", 1)
    text = call.fields["text"]
    assert text.startswith("可以 <报名> *现在*。\n\n✅ 条件0（因为）【1】\n❌ 条件1【1】\n❓ 条件2【1】")
    assert f"【1】《收费通知》 二/（一） 第3页：“{'长' * 299}…”（重述，非官方原文）" in text
    assert "parse_mode" not in call.fields


def test_quick_replies_become_buttons_and_a_press_asks_them(api, tmp_path):
    missing = [{"fact": "age", "question": "您多大？", "options": ["满16周岁", LONG_REPLY]}]
    service = FakeService(lambda _: response(missing=missing, suggestions=["费用多少"]))
    with running(api, service, tmp_path):
        api.send("能报吗")
        (call,) = api.wait_for("sendMessage", 1)
    short, long, last, how = buttons(call)
    assert how["text"] == "怎么得出的"
    assert (short["text"], last["text"]) == ("满16周岁", "费用多少")
    assert long["text"].startswith("2. 取得")
    assert f"2. {LONG_REPLY}" in call.fields["text"]
    assert "您多大？" in call.fields["text"]
    assert all(len(b["callback_data"].encode()) <= 64 for b in (short, long, last))
    with running(api, service, tmp_path):
        for number, button in enumerate((short, long), 2):
            api.press(button["callback_data"])
            api.wait_for("sendMessage", number)
    assert service.asked == [("能报吗", None), ("满16周岁", "s1"), (LONG_REPLY, "s1")]
    assert api.texts()[1].startswith("▸ 满16周岁\n\n费用是")
    assert len(api.calls("answerCallbackQuery")) == 2


def test_how_an_answer_came_about_is_told_by_button_and_by_command(api, tmp_path):
    with running(api, FakeService(), tmp_path):
        api.send("/how")
        api.wait_for("sendMessage", 1)
        api.send("能报吗")
        (*_, call) = api.wait_for("sendMessage", 2)
        (how,) = buttons(call)
        api.press(how["callback_data"])
        api.wait_for("sendMessage", 3)
    with running(api, FakeService(), tmp_path):  # also after a restart
        api.send("/how")
        api.wait_for("sendMessage", 4)
    first, _, pressed, commanded = api.texts()
    assert "先提问" in first
    assert "✅ 年满16周岁。——年龄20周岁，您说“我20岁”" in pressed
    assert pressed == commanded


TIMING = {"as_of": "2026-01-01", "state": "open", "opens_on": None, "note": "距截止（2026年1月9日）还有8天"}


def test_a_deadline_that_is_ahead_is_told_and_sent_as_a_file(api, tmp_path):
    open_until = response(timing={**TIMING, "closes_on": "2026-01-09"})
    with running(api, FakeService(lambda _: open_until), tmp_path):
        api.send("多少钱")
        (call,) = api.wait_for("sendMessage", 1)
        *_, day = buttons(call)
        api.press(day["callback_data"])
        (sent,) = api.wait_for("sendDocument", 1)
    assert "🗓 办理期内：距截止（2026年1月9日）还有8天" in call.fields["text"]
    assert day["text"] == "加入日历"
    name, content = sent.fields["document"]
    assert name == "n1-2026-01-09.ics"
    assert b"X-FROM:n1" in content


def test_a_deadline_that_is_over_has_no_file(api, tmp_path):
    over = response(timing={**TIMING, "closes_on": "2025-12-31", "state": "closed", "note": "已过"})
    with running(api, FakeService(lambda _: over), tmp_path):
        api.send("多少钱")
        (call,) = api.wait_for("sendMessage", 1)
    assert [button["text"] for button in buttons(call)] == ["怎么得出的"]
    assert "已截止" in call.fields["text"]


def test_a_day_that_the_notice_no_longer_has_is_said_to_be_outdated(api, tmp_path):
    with running(api, FakeService(), tmp_path):
        api.press("c:2026-01-10 n1")
        api.wait_for("sendMessage", 1)
    assert "过时" in api.texts()[0]


@pytest.mark.parametrize("data", ["k:forgotten", "E:forgotten", "nonsense", "q:"])
def test_a_button_that_is_no_longer_known_is_said_to_be_outdated(api, tmp_path, data):
    service = FakeService()
    api.fail_next("answerCallbackQuery", 400, "Bad Request: query is too old")
    with running(api, service, tmp_path):
        api.press(data)
        api.wait_for("sendMessage", 1)
    assert "过时" in api.texts()[0]
    assert service.asked == []


def test_a_press_under_a_message_too_old_to_be_shown_still_asks(api, tmp_path):
    service = FakeService()
    old = {"message_id": 5, "date": 0, "chat": {"id": 42, "type": "private"}}
    with running(api, service, tmp_path):
        api.press("q:费用多少", message=old)
        api.wait_for("sendMessage", 1)
    assert service.asked == [("费用多少", None)]


def test_a_long_answer_is_split_and_the_last_piece_has_the_buttons(api, tmp_path):
    paragraphs = "\n\n".join(f"第{n}段" + "字" * 500 for n in range(20))
    with running(api, FakeService(lambda _: response(paragraphs, suggestions=["好"])), tmp_path):
        api.send("全文")
        calls = api.wait_for("sendMessage", 3)
    assert ["reply_markup" in call.fields for call in calls] == [False, False, True]
    together = re.sub(r"\s", "", "".join(api.texts()))
    assert together.startswith(re.sub(r"\s", "", paragraphs))
    assert all(text.startswith("第") for text in api.texts())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/start", "官方通知"),
        ("/help", "/new"),
        ("/nothing", "/help"),
        ("/notices", "1. 《收费通知》（某单位"),
    ],
)
def test_commands(api, tmp_path, text, words):
    with running(api, FakeService(), tmp_path):
        api.send(text)
        api.wait_for("sendMessage", 1)
    assert words in api.texts()[0]
    assert "notices" in api.calls("setMyCommands")[0].fields["commands"]


def test_other_than_text_gets_a_gentle_line(api, tmp_path):
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    voice = {"file_id": "f", "file_unique_id": "u", "duration": 1}
    with running(api, FakeService(), tmp_path):
        api.send(photo=photo)
        api.send(voice=voice)
        api.wait_for("sendMessage", 2)
    assert all("文字" in text for text in api.texts())


def test_a_question_over_the_limit_is_not_asked(api, tmp_path):
    service = FakeService()
    with running(api, service, tmp_path):
        api.send("长" * 2001)
        api.wait_for("sendMessage", 1)
    assert "太长" in api.texts()[0]
    assert service.asked == []


def test_in_a_group_only_a_mention_or_a_reply_is_answered(api, tmp_path):
    service = FakeService()
    name = f"@{BOT['username']}"
    mention = [{"type": "mention", "offset": 0, "length": len(name)}]
    answered = fake_bot_api.message("答", GROUP, 3) | {"from": BOT}
    with running(api, service, tmp_path):
        api.send("大家好", GROUP)
        api.send(f"{name.upper()} 多少钱", GROUP, entities=mention)
        api.wait_for("sendMessage", 1)
        api.send("那学生呢", GROUP, reply_to_message=answered)
        api.wait_for("sendMessage", 2)
        api.send("我呢", GROUP, reply_to_message=answered, **{"from": fake_bot_api.person(8)})
        api.wait_for("sendMessage", 3)
        api.send(name, GROUP, entities=mention)
        (*_, last) = api.wait_for("sendMessage", 4)
    assert service.asked == [("多少钱", None), ("那学生呢", "s1"), ("我呢", None)]
    assert "提到我" in last.fields["text"]
    assert json.loads(last.fields["reply_parameters"])["message_id"] == 5


def test_after_an_error_the_person_is_told_and_the_bot_goes_on(api, tmp_path, caplog):
    def reply(question: str) -> AskResponse:
        if question == "坏":
            raise RuntimeError("database down")
        return response()

    with running(api, FakeService(reply), tmp_path):
        api.send("坏")
        api.wait_for("sendMessage", 1)
        api.send("好")
        api.wait_for("sendMessage", 2)
    assert "抱歉" in api.texts()[0]
    assert "200元" in api.texts()[1]
    assert any(record.exc_info for record in caplog.records)


def test_a_flood_limit_and_a_failing_server_are_waited_out(api, tmp_path):
    api.fail_next("getMe", 502, "Bad Gateway")
    api.fail_next("getUpdates", 500, "Internal Server Error")
    api.fail_next("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    with running(api, FakeService(), tmp_path):
        api.send("多少钱")
        api.wait_for("sendMessage", 1)
    assert "200元" in api.texts()[0]


def test_a_person_who_blocked_the_bot_is_left_alone(api, tmp_path):
    api.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    with running(api, FakeService(), tmp_path):
        api.send("多少钱")
        api.send("还在吗")
        api.wait_for("sendMessage", 1)
        time.sleep(0.2)
    assert len(api.texts()) == 1


def test_questions_of_one_chat_are_answered_in_order(api, tmp_path):
    def reply(question: str) -> AskResponse:
        time.sleep(0.2 if question == "先" else 0)
        return response(question)

    service = FakeService(reply)
    with running(api, service, tmp_path):
        api.send("先")
        api.send("后")
        api.wait_for("sendMessage", 2)
    assert service.asked == [("先", None), ("后", "s1")]
    assert [text[0] for text in api.texts()] == ["先", "后"]


def test_a_damaged_chat_book_is_put_aside(tmp_path, caplog):
    path = tmp_path / "telegram.json"
    path.write_text('{"sessions": {"1": ', "utf-8")
    assert ChatBook(path).session("1") is None
    assert (tmp_path / "telegram.damaged").exists()
    assert "损坏" in caplog.text


def test_without_a_token_the_bot_says_how_to_set_it(tmp_path, capsys):
    assert run_bot(Settings(state=tmp_path, telegram_token=None)) == 1
    assert "WENZE_TELEGRAM_TOKEN" in capsys.readouterr().err


def settings(api: FakeBotApi, folder: Path, token: str) -> Settings:
    return Settings(
        state=folder, telegram_token=SecretStr(token), telegram_base_url=api.url.removesuffix("/bot")
    )


def test_a_wrong_token_is_said_to_be_wrong_and_not_shown(api, tmp_path, capsys, caplog, monkeypatch):
    service = FakeService()
    assembly = SimpleNamespace(open_service=lambda settings: service)  # the real one loads an encoder
    monkeypatch.setitem(sys.modules, "bot.service.assembly", assembly)
    caplog.set_level(logging.DEBUG, "telegram")
    assert run_bot(settings(api, tmp_path, "1:wrong-secret")) == 1
    out = capsys.readouterr()
    assert "WENZE_TELEGRAM_TOKEN" in out.err
    assert "wrong-secret" not in out.err + out.out
    assert service.closed


def test_the_bot_runs_until_it_is_signalled(api, tmp_path, monkeypatch):
    service = FakeService()
    monkeypatch.setitem(
        sys.modules, "bot.service.assembly", SimpleNamespace(open_service=lambda settings: service)
    )
    api.send("多少钱")
    watcher = threading.Thread(
        target=lambda: (api.wait_for("sendMessage", 1), os.kill(os.getpid(), signal.SIGTERM))
    )
    watcher.start()
    assert run_bot(settings(api, tmp_path, TOKEN)) == 0
    watcher.join()
    assert service.asked == [("多少钱", None)]
    assert service.closed


def test_citations_of_one_notice_tell_its_title_once(api, tmp_path):
    row = citation("| 8 |三级|航拍| 100 |", locator="二/表1/行8")
    answer = response(citations=[citation(), row, citation(notice_id="n2", notice_title="别的通知")])
    with running(api, FakeService(lambda _: answer), tmp_path):
        api.send("多少钱")
        (call,) = api.wait_for("sendMessage", 1)
    lines = call.fields["text"].split("\n")
    assert lines[-3].startswith("【1】《收费通知》")
    assert lines[-2] == "【2】同上 二/表1/行8：“8　三级　航拍　100”"
    assert lines[-1].startswith("【3】《别的通知》")


def test_small_talk_comes_without_a_button_for_reasons(api, tmp_path):
    thanks = response("不客气。", outcome="clarify", intent="general", citations=[])
    with running(api, FakeService(lambda _: thanks), tmp_path):
        api.send("谢谢")
        (call,) = api.wait_for("sendMessage", 1)
    assert "reply_markup" not in call.fields
