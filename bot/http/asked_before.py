"""Questions asked before, answered ahead of the routes.

Routing, dependencies and exception handlers take five times as long as the answer that is already known. So a
question that is complete, valid and remembered is answered here, with the same limit, the same turn kept and
the same problems; everything else goes on to the routes, which judge it as if nothing had looked at it.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.http import problem
from bot.http.http_guard import answer_with
from bot.http.rate_limit import RateLimit, TooManyRequests
from bot.service.database import StoreUnavailable
from bot.service.loading import LoadingService, NotReady
from bot.service.schemas import AskRequest
from bot.service.store import Turn
from bot.service.turn_writer import TurnWriter

__all__ = ["ASK_PATH", "AskedBefore"]

ASK_PATH = "/api/v1/ask"


class AskedBefore:
    """Stands before the routes; `writer` keeps the turns of what is answered here."""

    def __init__(self, app: ASGIApp, loading: LoadingService, writer: TurnWriter, limit: RateLimit) -> None:
        self._app = app
        self._loading = loading
        self._writer = writer
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks(scope):
            await self._app(scope, receive, send)
            return
        messages = await _whole(receive)
        if found := self._found(b"".join(m.get("body", b"") for m in messages)):
            await self._answer(*found, scope, receive, send)
        else:
            await self._app(scope, _again(messages, receive), send)

    def _found(self, body: bytes) -> tuple[Turn, bytes] | None:
        """The turn to keep and the answer to send, where both are known."""
        try:
            return self._loading.service().remembered(AskRequest.model_validate_json(body))
        except (NotReady, ValueError):  # ValueError: what pydantic refuses
            return None

    async def _answer(self, turn: Turn, answer: bytes, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self._limit.spend(scope["client"][0] if scope.get("client") else "")
            await self._writer.keep(turn)
        except (TooManyRequests, StoreUnavailable) as error:
            await answer_with(scope, problem.of_error(error))(scope, receive, send)
            return
        headers = [(b"content-length", str(len(answer)).encode()), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})


def _asks(scope: Scope) -> bool:
    """Whether the request is a question with a body declared as JSON and of declared length.

    A body of no declared length is left to the routes, where the guard's refusal of a large one is told.
    """
    if scope["type"] != "http" or scope["path"] != ASK_PATH or scope["method"] != "POST":
        return False
    headers = dict(scope["headers"])
    kind: bytes = headers.get(b"content-type", b"")
    return b"content-length" in headers and kind.partition(b";")[0].strip().lower() == b"application/json"


async def _whole(receive: Receive) -> list[Message]:
    """The messages that hold the body, up to its end or to where the client went away."""
    messages = [await receive()]
    while messages[-1].get("more_body", False):
        messages.append(await receive())
    return messages


def _again(messages: list[Message], receive: Receive) -> Receive:
    """Receives what was received already, then the rest."""
    waiting = iter(messages)

    async def received() -> Message:
        message = next(waiting, None)
        return await receive() if message is None else message

    return received
