"""Messages of Telegram: where one belongs, whether it is meant for the bot, how an answer is sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
    User,
)
from telegram.constants import ChatType
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import ContextTypes

__all__ = ["Place", "addressed", "place_of", "pressed_place", "send_file", "send_text", "without_mention"]

log = logging.getLogger(__name__)

LONGEST_WAIT = 60.0  # seconds; a longer flood limit is reported instead of waited for
TRIES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply goes, and whose conversation it belongs to."""

    chat_id: int
    conversation: str
    topic: int | None = None
    reply_to: int | None = None


def place_of(message: Message, person: User | None) -> Place:
    private = message.chat.type == ChatType.PRIVATE
    chat = str(message.chat.id)
    return Place(
        chat_id=message.chat.id,
        conversation=chat if private or person is None else f"{chat}:{person.id}",
        topic=message.message_thread_id if message.is_topic_message else None,
        reply_to=None if private else message.message_id,
    )


def pressed_place(query: CallbackQuery) -> Place:
    if isinstance(query.message, Message):
        return place_of(query.message, query.from_user)
    if query.message is None:
        raise ValueError("a press without a message has no place")
    chat = query.message.chat
    own = chat.type == ChatType.PRIVATE
    return Place(chat.id, str(chat.id) if own else f"{chat.id}:{query.from_user.id}")


def _mentions(message: Message, bot: Bot) -> list[str]:
    """The places of a message that name the bot, as written."""
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    if message.text:
        found = message.parse_entities(kinds)
    elif message.caption:
        found = message.parse_caption_entities(kinds)
    else:
        return []
    name = f"@{bot.username}".lower()
    return [text for e, text in found.items() if text.lower() == name or (e.user and e.user.id == bot.id)]


def addressed(message: Message, bot: Bot) -> bool:
    """Whether a message is meant for the bot: private, a reply to it, or one that names it."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    answered = message.reply_to_message
    replied = answered is not None and answered.from_user is not None and answered.from_user.id == bot.id
    return replied or bool(_mentions(message, bot))


def without_mention(message: Message, bot: Bot) -> str:
    text = message.text or ""
    for mention in _mentions(message, bot):
        text = text.replace(mention, " ", 1)
    return text.strip()


def _wait(error: NetworkError | RetryAfter, attempt: int) -> float | None:
    """Seconds to wait before the next try; `None` where trying again does not help."""
    if attempt >= TRIES or isinstance(error, BadRequest):
        return None
    if isinstance(error, RetryAfter):
        after = error.retry_after
        seconds = after.total_seconds() if isinstance(after, timedelta) else float(after)
        return seconds if seconds <= LONGEST_WAIT else None
    return float(attempt)


Sending = Callable[[ReplyParameters | None], Awaitable[object]]


async def send_text(
    context: ContextTypes.DEFAULT_TYPE, place: Place, text: str, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Send one message; a flood limit or a failing network is waited out a few times."""
    await _with_patience(
        place,
        lambda reply: context.bot.send_message(
            place.chat_id,
            text,
            reply_markup=keyboard,
            message_thread_id=place.topic,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=reply,
        ),
    )


async def send_file(context: ContextTypes.DEFAULT_TYPE, place: Place, name: str, text: str) -> None:
    """Send a text as a file, waiting as for a message."""
    await _with_patience(
        place,
        lambda reply: context.bot.send_document(
            place.chat_id,
            text.encode(),
            filename=name,
            message_thread_id=place.topic,
            reply_parameters=reply,
        ),
    )


async def _with_patience(place: Place, send: Sending) -> None:
    reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
    for attempt in range(1, TRIES + 1):
        try:
            await send(reply)
            return
        except (NetworkError, RetryAfter) as error:
            seconds = _wait(error, attempt)
            if seconds is None:
                raise
            log.warning("消息没有发出，%.0f 秒后重试：%s", seconds, error)
            await asyncio.sleep(seconds)
