"""Conversations in a messenger: which session belongs to which chat, and what a button stands for."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary

from pydantic import BaseModel, ValidationError

from bot.service.calendar_file import NothingEnds
from bot.service.explanation import Explanation, explanation_lines
from bot.service.schemas import AskRequest, AskResponse, NoticeSummary
from bot.service.store import UnknownAnswer, UnknownSession
from corpus.errors import UnknownNotice

__all__ = ["Answers", "CalendarDay", "ChatBook", "Conversations", "Press"]

log = logging.getLogger(__name__)

_TEXTS_KEPT = 2000
_BUTTON_BYTES = 64  # what a Telegram button may carry


class Answers(Protocol):
    """The part of the service that a messenger needs."""

    def ask(self, request: AskRequest) -> AskResponse:
        """Answer a question; raises `UnknownSession`."""

    def notices(self) -> list[NoticeSummary]:
        """The notices that answers come from."""

    def explain(self, answer_id: str) -> Explanation:
        """How an answer came about; raises `UnknownAnswer`."""

    def calendar(self, notice_id: str, closes_on: date | None = None) -> str:
        """What ends on a day as an .ics file; raises `UnknownNotice` and `NothingEnds`."""


class Press(StrEnum):
    """What a pressed button does with its text."""

    ASK = "ask"  # asks it
    EXPLAIN = "explain"  # tells how the answer of that identifier came about
    CALENDAR = "calendar"  # sends a day of a notice as a file: `2025-05-20 NOTICE`


class _Page(BaseModel):
    sessions: dict[str, str] = {}
    answers: dict[str, str] = {}  # the last answer of each chat
    texts: dict[str, str] = {}


class ChatBook:
    """Sessions by chat and long button texts by token, kept in a file that is replaced whole.

    A file that cannot be read is put aside under another name, and the book begins empty: the chats then
    start over, which they would do after /new as well.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._page = self._read()

    def session(self, chat: str) -> str | None:
        """The session of that chat, `None` where there is none yet."""
        return self._page.sessions.get(chat)

    def answer(self, chat: str) -> str | None:
        """The last answer given in that chat, `None` where there is none yet."""
        return self._page.answers.get(chat)

    def remember(self, chat: str, session_id: str, answer_id: str) -> None:
        """Keep the session of a chat and its last answer."""
        page = self._page
        if (page.sessions.get(chat), page.answers.get(chat)) != (session_id, answer_id):
            page.sessions[chat], page.answers[chat] = session_id, answer_id
            self._write()

    def forget(self, chat: str) -> None:
        """Drop the session of a chat, so that its next question opens a new one."""
        self._page.answers.pop(chat, None)
        if self._page.sessions.pop(chat, None) is not None:
            self._write()

    def keep(self, text: str) -> str:
        """Keep a text and return the token that `recall` takes; the oldest texts are dropped."""
        token = hashlib.sha256(text.encode()).hexdigest()[:24]
        if token not in self._page.texts:
            self._page.texts[token] = text
            for old in list(self._page.texts)[:-_TEXTS_KEPT]:
                del self._page.texts[old]
            self._write()
        return token

    def recall(self, token: str) -> str | None:
        """The text kept under a token, `None` where it has been dropped."""
        return self._page.texts.get(token)

    def _read(self) -> _Page:
        try:
            return _Page.model_validate_json(self._path.read_bytes())
        except FileNotFoundError:
            return _Page()
        except ValidationError:
            aside = self._path.with_suffix(".damaged")
            os.replace(self._path, aside)
            log.warning("聊天记录 %s 已损坏，移到 %s；各个聊天将重新开始", self._path, aside)
            return _Page()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".tmp")
        draft.write_text(json.dumps(self._page.model_dump(), ensure_ascii=False), "utf-8")
        os.replace(draft, self._path)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A file to send: its name and its text."""

    name: str
    text: str


class Conversations:
    """The service as chats use it: every chat has its session, every button its text.

    The service is synchronous and runs in threads; the book is touched in the event loop only.
    """

    def __init__(self, service: Answers, chats: ChatBook) -> None:
        self._service = service
        self._chats = chats
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, chat: str) -> asyncio.Lock:
        """The lock under which the turns of one chat follow each other."""
        return self._locks.setdefault(chat, asyncio.Lock())

    async def ask(self, chat: str, question: str) -> AskResponse:
        """Ask in the chat's session; one that the service no longer knows is replaced by a new one."""
        request = AskRequest(question=question, session_id=self._chats.session(chat))
        try:
            response = await asyncio.to_thread(self._service.ask, request)
        except UnknownSession:
            fresh = request.model_copy(update={"session_id": None})
            response = await asyncio.to_thread(self._service.ask, fresh)
        self._chats.remember(chat, response.session_id, response.answer_id)
        return response

    async def start_over(self, chat: str) -> None:
        """Let the chat's next question open a new session."""
        async with self.turn(chat):
            self._chats.forget(chat)

    async def notices(self) -> list[NoticeSummary]:
        """The notices that answers come from."""
        return await asyncio.to_thread(self._service.notices)

    async def explanation(self, answer_id: str) -> str | None:
        """How an answer came about, in lines; `None` where it is no longer known."""
        try:
            explained = await asyncio.to_thread(self._service.explain, answer_id)
        except UnknownAnswer:
            return None
        return "\n".join(explanation_lines(explained))

    def last_answer(self, chat: str) -> str | None:
        """The last answer given in a chat."""
        return self._chats.answer(chat)

    async def calendar(self, told: str) -> CalendarDay | None:
        """What a calendar button stands for, as a file; `None` where there is no such day any more."""
        day, _, notice_id = told.partition(" ")
        try:
            text = await asyncio.to_thread(self._service.calendar, notice_id, date.fromisoformat(day))
        except (UnknownNotice, NothingEnds, ValueError):
            return None
        return CalendarDay(f"{notice_id}-{day}.ics", text)

    def button(self, text: str, press: Press = Press.ASK) -> str:
        """What a button carries so that `pressed` gives its text back, also after a restart."""
        data = f"{_SHORT[press]}:{text}"
        if len(data.encode()) <= _BUTTON_BYTES:
            return data
        return f"{_KEPT[press]}:{self._chats.keep(text)}"

    def pressed(self, data: str) -> tuple[Press, str] | None:
        """What a button does and its text; `None` where it is too old to be known."""
        kind, _, rest = data.partition(":")
        for press in Press:
            text = (
                rest if kind == _SHORT[press] else self._chats.recall(rest) if kind == _KEPT[press] else None
            )
            if text:
                return press, text
        return None


_SHORT = {Press.ASK: "q", Press.EXPLAIN: "e", Press.CALENDAR: "c"}  # the text follows
_KEPT = {Press.ASK: "k", Press.EXPLAIN: "E", Press.CALENDAR: "C"}  # a token of it follows
