"""A small Bot API server for tests: updates are fed in, and what the bot calls is kept."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TOKEN = "123456:test-token"
BOT = {"id": 123456, "is_bot": True, "first_name": "问则", "username": "wenze_test_bot"}


@dataclass(frozen=True)
class Call:
    """One call of the bot."""

    method: str
    fields: dict[str, Any]


class FakeBotApi:
    """Use as a context manager; `url` is the bot's `base_url`."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._updates: list[dict[str, Any]] = []
        self._failures: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        self._calls: list[Call] = []
        self._closing = False
        self._next = 1
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.api = self

    def __enter__(self) -> FakeBotApi:
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/bot"

    def calls(self, method: str) -> list[Call]:
        with self._changed:
            return [call for call in self._calls if call.method == method]

    def texts(self) -> list[str]:
        return [call.fields["text"] for call in self.calls("sendMessage")]

    def wait_for(self, method: str, count: int, seconds: float = 10) -> list[Call]:
        """The calls of a method once there are `count` of them."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while True:
                found = [call for call in self._calls if call.method == method]
                left = deadline - time.monotonic()
                if len(found) >= count:
                    return found
                if left <= 0:
                    raise TimeoutError(f"{method}: {len(found)} of {count} calls; all: {self._calls}")
                self._changed.wait(left)

    def fail_next(self, method: str, status: int, description: str, **parameters: Any) -> None:
        """Let the next call of a method fail."""
        body = {"ok": False, "error_code": status, "description": description}
        with self._changed:
            queue = self._failures.setdefault(method, [])
            queue.append((status, body | ({"parameters": parameters} if parameters else {})))

    def send(self, text: str | None = None, chat: dict[str, Any] | None = None, **more: Any) -> None:
        """A person sends a message; `more` adds or replaces its keys."""
        entities = []
        if text and text.startswith("/"):
            entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        self._feed({"message": message(text, chat, self._next) | {"entities": entities} | more})

    def press(self, data: str, **more: Any) -> None:
        """A person presses a button under a message of the bot."""
        under = message("…", None, 1) | {"from": BOT}
        query = {
            "id": str(self._next),
            "from": person(),
            "chat_instance": "1",
            "data": data,
            "message": under,
        }
        self._feed({"callback_query": query | more})

    def _feed(self, update: dict[str, Any]) -> None:
        with self._changed:
            self._updates.append({"update_id": self._next, **update})
            self._next += 1
            self._changed.notify_all()

    def reply(self, token: str, method: str, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if token != TOKEN:
            return 401, {"ok": False, "error_code": 401, "description": "Unauthorized"}
        with self._changed:
            if queue := self._failures.get(method):
                return queue.pop(0)
            self._calls.append(Call(method, fields))
            self._changed.notify_all()
            return 200, {"ok": True, "result": self._result(method, fields)}

    def _result(self, method: str, fields: dict[str, Any]) -> Any:
        if method == "getMe":
            return BOT
        if method == "getUpdates":
            return self._poll(int(fields.get("offset", 0)), float(fields.get("timeout", 0)))
        if method == "sendDocument":
            return message(None, {"id": int(fields["chat_id"]), "type": "private"}, 998)
        if method == "sendMessage":
            if not 0 < len(fields["text"].encode("utf-16-le")) // 2 <= 4096:
                raise ValueError("a message holds 1 to 4096 UTF-16 units")
            return message(fields["text"], {"id": int(fields["chat_id"]), "type": "private"}, 999)
        return True

    def _poll(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        self._updates = [u for u in self._updates if u["update_id"] >= offset]
        self._changed.wait_for(lambda: self._updates or self._closing, timeout)
        return list(self._updates)


def person(number: int = 7) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "某人"}


def message(text: str | None, chat: dict[str, Any] | None, number: int) -> dict[str, Any]:
    where = chat or {"id": 42, "type": "private"}
    said = {} if text is None else {"text": text}
    return {"message_id": number, "date": 1767225600, "chat": where, "from": person()} | said


def _fields(kind: str, raw: bytes) -> dict[str, Any]:
    """The fields of a form; a file among them as (name, content)."""
    if not kind.startswith("multipart/"):
        return dict(parse_qsl(raw.decode()))
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + raw, policy=HTTP)
    fields: dict[str, Any] = {}
    for part in form.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        fields[name] = (part.get_filename(), content) if part.get_filename() else content.decode()
    return fields


class _Server(ThreadingHTTPServer):
    api: FakeBotApi
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is nothing to report."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        _, _, rest = urlsplit(self.path).path.partition("/bot")
        token, _, method = rest.partition("/")
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kind = self.headers.get("Content-Type", "")
        status, body = self.server.api.reply(token, method, _fields(kind, raw))
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test output clean."""
