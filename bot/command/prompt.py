"""A conversation at the prompt, or with whatever is piped in."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable, Iterator

from rich.console import Console

from bot.command.terminal import print_replies
from bot.service.plain_text import quick_replies
from bot.service.schemas import AskResponse

__all__ = ["Conversation", "piped_lines", "typed_lines"]

_PROMPT = "问 › "
_FAREWELLS = frozenset({"/quit", "/exit", "quit", "exit", "退出"})
_HELP = "直接输入问题；/1、/2… 选用列出的回复；/new 重新开始；/quit 或 Ctrl-D 退出"


class Conversation:
    """Asks line by line in one session until the lines end or one of them says to leave.

    `ask` answers a question in a session (`None`: a new one), and gives `None` where it could not and has
    said why; `show` prints an answer.
    """

    def __init__(
        self,
        ask: Callable[[str, str | None], AskResponse | None],
        show: Callable[[AskResponse], None],
        hints: Console,
        session_id: str | None = None,
    ) -> None:
        self._ask = ask
        self._show = show
        self._hints = hints
        self._session = session_id
        self._replies: tuple[str, ...] = ()
        self.failures = 0

    def run(self, lines: Iterator[str]) -> None:
        """Take every line; `failures` counts the questions that could not be answered."""
        for line in lines:
            text = line.strip()
            if text.lower() in _FAREWELLS:
                return
            if text.startswith("/"):
                self._command(text)
            elif text:
                self._question(text)

    def _command(self, text: str) -> None:
        number = text[1:]
        if text == "/new":
            self._session, self._replies = None, ()
            self._hints.print("已重新开始，之前说过的情况不再沿用。")
        elif number.isdecimal() and 1 <= int(number) <= len(self._replies):
            reply = self._replies[int(number) - 1]
            self._hints.print(f"▸ {reply}", markup=False)
            self._question(reply)
        else:
            self._hints.print(_HELP)

    def _question(self, text: str) -> None:
        response = self._ask(text, self._session)
        if response is None:
            self.failures += 1
            return
        self._session = response.session_id
        self._replies = quick_replies(response)
        self._show(response)
        print_replies(self._hints, self._replies)


def typed_lines(hints: Console, quiet: bool = False) -> Iterator[str]:
    """What a person types, until Ctrl-D or Ctrl-C; `quiet` keeps the prompt off stdout."""
    with contextlib.suppress(ImportError):  # gives `input` its line editing where the system has it
        importlib.import_module("readline")
    hints.print(_HELP, style="dim")
    while True:
        hints.print()
        if quiet:
            hints.print(_PROMPT, end="")
        try:
            yield input("" if quiet else _PROMPT)
        except (EOFError, KeyboardInterrupt):
            hints.print()
            return


def piped_lines() -> Iterator[str]:
    """The lines of a pipe or a file."""
    yield from sys.stdin
