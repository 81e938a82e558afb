"""The Telegram channel: questions in, cited answers out, by long polling.

The service is synchronous and runs in threads; questions of one chat are answered one after the other.
In a group each person has a conversation of their own, so that nobody's facts count for somebody else.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram import (
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)
from telegram.constants import ChatAction, MessageLimit
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.chat import chat_words as words
from bot.chat.chats import Answers, ChatBook, Conversations, Press
from bot.chat.telegram_messages import (
    Place,
    addressed,
    place_of,
    pressed_place,
    send_file,
    send_text,
    without_mention,
)
from bot.service.plain_text import answer_text, deadline_ahead, has_reasons, quick_replies, split_message
from bot.service.schemas import AskResponse, is_blank

if TYPE_CHECKING:
    from bot.service.settings import Settings

__all__ = ["TelegramChannel", "build_application", "poll", "run_bot"]

log = logging.getLogger(__name__)

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

QUOTE_LIMIT = 300  # characters of a quote in a message; the whole clause is in the notice


class TelegramChannel:
    """The handlers of the bot."""

    def __init__(self, talk: Conversations) -> None:
        self._talk = talk

    def register(self, app: App) -> None:
        """Add the handlers to an application."""
        fresh = filters.UpdateType.MESSAGE
        commands = {
            "start": self.hello,
            "help": self.hello,
            "new": self.new,
            "notices": self.notices,
            "how": self.how,
        }
        for name, handler in commands.items():
            app.add_handler(CommandHandler(name, handler, filters=fresh))
        private = fresh & filters.ChatType.PRIVATE
        app.add_handler(MessageHandler(filters.COMMAND & private, self.hello))
        app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & fresh, self.text))
        app.add_handler(MessageHandler(~filters.TEXT & ~filters.StatusUpdate.ALL & fresh, self.not_text))
        app.add_handler(CallbackQueryHandler(self.press))
        app.add_error_handler(self.failed)

    async def hello(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/start, /help and commands that do not exist."""
        if message := update.message:
            await self._say(context, place_of(message, message.from_user), words.HELLO)

    async def new(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/new: the next question opens a new session."""
        if message := update.message:
            place = place_of(message, message.from_user)
            await self._talk.start_over(place.conversation)
            await self._say(context, place, words.STARTED_OVER)

    async def notices(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/notices: the notices that answers come from."""
        if message := update.message:
            found = await self._talk.notices()
            lines = [words.notice_line(number, notice) for number, notice in enumerate(found, 1)]
            await self._say(
                context, place_of(message, message.from_user), "\n".join(lines) or words.NO_NOTICES
            )

    async def how(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/how: how the last answer of the chat came about."""
        if message := update.message:
            place = place_of(message, message.from_user)
            await self._explain(context, place, self._talk.last_answer(place.conversation))

    async def text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A text message is a question; in a group only when the bot is mentioned or replied to."""
        message = update.message
        if message is None or not addressed(message, context.bot):
            return
        question = without_mention(message, context.bot)
        place = place_of(message, message.from_user)
        if is_blank(question):
            await self._say(context, place, words.NO_QUESTION)
        elif len(question) > words.QUESTION_LIMIT:
            await self._say(context, place, words.TOO_LONG)
        else:
            await self._answer(context, place, question)

    async def not_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A photo, a sticker, a voice message: say gently that only text is understood."""
        message = update.message
        if message is not None and addressed(message, context.bot):
            await self._say(context, place_of(message, message.from_user), words.TEXT_ONLY)

    async def press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A pressed button asks its text, tells how an answer came about, or sends a day as a file."""
        query = update.callback_query
        if query is None or query.message is None:
            return
        with contextlib.suppress(BadRequest):  # a press may be too old to acknowledge, not to answer
            await query.answer()
        place = pressed_place(query)
        match self._talk.pressed(query.data or ""):
            case (Press.ASK, question):
                await self._answer(context, place, question, heading=f"▸ {question}")
            case (Press.EXPLAIN, answer_id):
                await self._explain(context, place, answer_id)
            case (Press.CALENDAR, told):
                await self._send_day(context, place, told)
            case _:
                await self._say(context, place, words.OUTDATED)

    async def _explain(self, context: ContextTypes.DEFAULT_TYPE, place: Place, answer_id: str | None) -> None:
        told = await self._talk.explanation(answer_id) if answer_id else None
        await self._say(context, place, told or words.NOTHING_TO_EXPLAIN)

    async def _send_day(self, context: ContextTypes.DEFAULT_TYPE, place: Place, told: str) -> None:
        day = await self._talk.calendar(told)
        if day is None:
            await self._say(context, place, words.OUTDATED)
        else:
            await send_file(context, place, day.name, day.text)

    async def failed(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log what went wrong and tell the person gently; the bot goes on."""
        if isinstance(context.error, Forbidden):
            log.info("聊天已不接受消息：%s", context.error)
            return
        log.error("处理消息时出错", exc_info=context.error)
        if not isinstance(update, Update):
            return
        query, message = update.callback_query, update.message
        with contextlib.suppress(TelegramError):
            if message is not None:
                await self._say(context, place_of(message, message.from_user), words.SORRY)
            elif query is not None and query.message is not None:
                await self._say(context, pressed_place(query), words.SORRY)

    async def _answer(
        self, context: ContextTypes.DEFAULT_TYPE, place: Place, question: str, heading: str = ""
    ) -> None:
        async with self._talk.turn(place.conversation):
            with contextlib.suppress(TelegramError):
                await context.bot.send_chat_action(place.chat_id, ChatAction.TYPING, place.topic)
            response = await self._talk.ask(place.conversation, question)
            replies = quick_replies(response)
            blocks = (heading, answer_text(response, QUOTE_LIMIT), words.long_replies(replies))
            text = "\n\n".join(block for block in blocks if block)
            await self._say(context, place, text, self._keyboard(response, replies))

    def _keyboard(self, response: AskResponse, replies: Iterable[str]) -> InlineKeyboardMarkup | None:
        """A row for each quick reply, and a last one for what belongs to the answer itself."""
        rows = [
            [InlineKeyboardButton(words.button_label(number, reply), callback_data=self._talk.button(reply))]
            for number, reply in enumerate(replies, 1)
        ]
        how = self._talk.button(response.answer_id, Press.EXPLAIN)
        own = [InlineKeyboardButton(words.HOW, callback_data=how)] if has_reasons(response) else []
        if (ahead := deadline_ahead(response)) is not None:
            notice_id, day = ahead
            data = self._talk.button(f"{day} {notice_id}", Press.CALENDAR)
            own.append(InlineKeyboardButton(words.ADD_TO_CALENDAR, callback_data=data))
        rows += [own] if own else []
        return InlineKeyboardMarkup(rows) if rows else None

    async def _say(
        self,
        context: ContextTypes.DEFAULT_TYPE,
        place: Place,
        text: str,
        keyboard: InlineKeyboardMarkup | None = None,
    ) -> None:
        pieces = split_message(text, MessageLimit.MAX_TEXT_LENGTH)
        for number, piece in enumerate(pieces, 1):
            await send_text(context, place, piece, keyboard if number == len(pieces) else None)


def build_application(service: Answers, chats: ChatBook, token: str, base_url: str | None = None) -> App:
    """The bot, ready to be started; `base_url` names another Bot API server, up to and with `/bot`."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's own switch to its coming behaviour
    builder = Application.builder().token(token).concurrent_updates(True)
    if base_url:
        stem = base_url.rstrip("/")
        builder = builder.base_url(stem if stem.endswith("/bot") else f"{stem}/bot")
    app = builder.build()
    TelegramChannel(Conversations(service, chats)).register(app)
    return app


async def poll(app: App, stop: asyncio.Event) -> None:
    """Run the bot until `stop` is set; raises `InvalidToken`, outlasts a network that is down."""
    try:
        if await _connect(app, stop):
            await _listen(app)
            await stop.wait()
    finally:
        if app.updater is not None and app.updater.running:
            await app.updater.stop()
        if app.running:
            await app.stop()
        await app.shutdown()
        await app.bot.shutdown()  # has connections of its own, also where the application never began


async def _listen(app: App) -> None:
    """Set the menu of commands and begin to take updates."""
    with contextlib.suppress(TelegramError):  # the menu is a convenience
        await app.bot.set_my_commands([BotCommand(name, text) for name, text in words.COMMANDS])
    if app.updater is not None:
        wanted = [Update.MESSAGE, Update.CALLBACK_QUERY]
        await app.updater.start_polling(allowed_updates=wanted, bootstrap_retries=-1)
    await app.start()
    log.info("机器人 @%s 已上线", app.bot.username)


async def _connect(app: App, stop: asyncio.Event) -> bool:
    """Reach the server, however long it is down; `False` where `stop` came first."""
    pause = 1.0
    while not stop.is_set():
        try:
            await app.initialize()
            return True
        except (NetworkError, RetryAfter) as error:
            log.warning("连不上 Telegram，%.0f 秒后再试：%s", pause, error)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = min(2 * pause, 30.0)
    return False


async def _poll_until_signalled(app: App) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C still interrupts
            loop.add_signal_handler(number, stop.set)
    await poll(app, stop)


def run_bot(settings: Settings) -> int:
    """Run the bot until it is told to stop; 1 with a clear message where its token does not do."""
    token = settings.telegram_token.get_secret_value().strip() if settings.telegram_token else ""
    if not token:
        print(words.NO_TOKEN, file=sys.stderr)
        return 1
    from bot.service.assembly import open_service

    logging.getLogger("httpx").setLevel(logging.WARNING)  # it would log addresses that hold the token
    service = open_service(settings)
    chats = ChatBook(settings.state / "telegram.json")
    app = build_application(service, chats, token, settings.telegram_base_url)
    try:
        asyncio.run(_poll_until_signalled(app))
    except InvalidToken:
        print(words.BAD_TOKEN, file=sys.stderr)
        return 1
    finally:
        service.close()
    return 0
