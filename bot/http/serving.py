"""The HTTP channel on a socket, until it is interrupted."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

import uvicorn

from bot.http.http_api import create_app
from bot.service.service import Service
from bot.service.settings import Settings

__all__ = ["serve"]


def serve(settings: Settings) -> int:
    """Serve until interrupted; the exit code."""

    def load() -> Service:
        from bot.service.assembly import (
            open_service,  # takes seconds, so it is left to the background as well
        )

        return open_service(settings)

    try:
        listener = _listen(settings.host, settings.port)
    except OSError as error:
        print(_cannot_listen(settings, error), file=sys.stderr)
        return 1
    config = uvicorn.Config(
        create_app(load, settings),
        loop="uvloop",
        http="httptools",
        ws="none",
        log_level="warning",
        access_log=False,  # below that level anyway: its lines are not even made
    )
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"问则已启动：http://{host}:{settings.port}（按 Ctrl+C 停止）", flush=True)
    with listener, suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket of the host's address family."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _cannot_listen(settings: Settings, error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return f"地址 {settings.host} 无法识别；请用 --host 换一个，例如 127.0.0.1"
    return (
        f"无法在 {settings.host} 的 {settings.port} 端口上监听（{error.strerror}）；请用 --port 换一个端口，"
        "或先停止占用它的程序"
    )
