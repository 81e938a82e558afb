"""Conversations in a messenger: which session belongs to which chat, and what a button stands for."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import os
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary

from pydantic import BaseModel, ValidationError

from bot.schemas import AskRequest, AskResponse, NoticeSummary
from bot.store import UnknownSession

__all__ = ["Answers", "ChatBook", "Conversations"]

log = logging.getLogger(__name__)

_TEXTS_KEPT = 2000
_BUTTON_BYTES = 64  # what a Telegram button may carry


class Answers(Protocol):
    """The part of the service that a messenger needs."""

    def ask(self, request: AskRequest) -> AskResponse:
        """Answer a question; raises `UnknownSession`."""

    def notices(self) -> list[NoticeSummary]:
        """The notices that answers come from."""


class _Page(BaseModel):
    sessions: dict[str, str] = {}
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

    def remember(self, chat: str, session_id: str) -> None:
        """Keep the session of a chat."""
        if self._page.sessions.get(chat) != session_id:
            self._page.sessions[chat] = session_id
            self._write()

    def forget(self, chat: str) -> None:
        """Drop the session of a chat, so that its next question opens a new one."""
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
        self._chats.remember(chat, response.session_id)
        return response

    async def start_over(self, chat: str) -> None:
        """Let the chat's next question open a new session."""
        async with self.turn(chat):
            self._chats.forget(chat)

    async def notices(self) -> list[NoticeSummary]:
        """The notices that answers come from."""
        return await asyncio.to_thread(self._service.notices)

    def button(self, reply: str) -> str:
        """What a button carries so that `pressed` gives `reply` back, also after a restart."""
        data = f"q:{reply}"
        return data if len(data.encode()) <= _BUTTON_BYTES else f"k:{self._chats.keep(reply)}"

    def pressed(self, data: str) -> str | None:
        """The reply that a button stands for; `None` where it is too old to be known."""
        kind, _, rest = data.partition(":")
        if kind == "q":
            return rest or None
        return self._chats.recall(rest) if kind == "k" else None
