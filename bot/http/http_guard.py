"""What holds for every HTTP response: problems as documents, security headers, bodies of bounded size."""

from __future__ import annotations

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.http import problem
from bot.http.problem import Problem

__all__ = ["Guard", "answer_with"]

_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_SECURED = tuple((name.lower().encode(), value.encode()) for name, value in _SECURITY.items())


def answer_with(scope: Scope, what: Problem) -> Response:
    """The response that tells a problem with the request of `scope`."""
    return JSONResponse(
        what.document(quote(scope["path"])),
        status_code=what.status,
        headers={**_SECURITY, **what.headers},
        media_type=problem.MEDIA_TYPE,
    )


class Guard:
    """Refuses large bodies, declared or not, and adds security headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > problem.BODY_LIMIT:
                raise HTTPException(413)
            return message

        async def secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                named = {name for name, _ in message["headers"]}
                added = (*_SECURED, (b"cache-control", _caching(scope["path"])))
                message["headers"] = [*message["headers"], *(h for h in added if h[0] not in named)]
            await send(message)

        if _declared_length(scope) > problem.BODY_LIMIT:
            await answer_with(scope, problem.of_status(413))(scope, receive, secured)
        else:
            await self._app(scope, counted, secured)


def _caching(path: str) -> bytes:
    """Answers are not kept; the page and its parts are, but asked about again each time."""
    return b"no-store" if path.startswith("/api/") else b"no-cache"


def _declared_length(scope: Scope) -> int:
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
    return int(length) if length.isdigit() else 0
