"""What answers questions, as the service and the warm-up see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from bot.answer import Answer
from bot.conversation.dialogue import DialogueState
from corpus.library import Library

__all__ = ["Answerer"]


class Answerer(Protocol):
    """What the service needs of the pipeline: a pure, thread-safe function with a version."""

    @property
    def library(self) -> Library:
        """The notices that answers come from."""

    @property
    def version(self) -> str:
        """The version of the index."""

    def prepare(self) -> Iterator[None]:
        """Work out what later answers need, some of it up to each step."""

    def answer(
        self, question: str, state: DialogueState, as_of: date, scope: str | None = None
    ) -> tuple[Answer, DialogueState]:
        """The answer, and the state for the next turn.

        Raises:
            UnknownNotice: nothing goes by the name of `scope`.
        """
