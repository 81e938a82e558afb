"""What people asked and got no answer to, for those who keep the notices."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from bot.answer_parts import Outcome
from bot.service.store import Asked

__all__ = ["asked_lines", "wanting"]

_MOST_SHOWN = 120  # characters of a question
_WANTING = {Outcome.UNANSWERABLE: "没有写明", Outcome.OUT_OF_SCOPE: "没有涉及"}
_TOLD = {Outcome.ANSWERED: "已回答", Outcome.CLARIFY: "已反问"} | _WANTING


def wanting(asked: Iterable[Asked], everything: bool, most: int) -> list[Asked]:
    """Those that no notice answers or that somebody found of no use, or all of them; at most so many."""
    chosen = (a for a in asked if everything or _outcome(a) in _WANTING or a.helpful is False)
    return list(islice(chosen, most))


def asked_lines(asked: Iterable[Asked]) -> Iterator[str]:
    """A question a line: when, what became of it, the answer's number, the question, what was said of it."""
    for one in asked:
        found = {None: "", True: "，说有用", False: "，说没用"}[one.helpful]
        at = one.at.astimezone().strftime("%Y-%m-%d %H:%M")
        yield f"{at}  {one.answer_id}  {_TOLD[_outcome(one)]}{found}  {_short(one.question)}"
        if one.comment:
            yield f"    留言：{_short(one.comment)}"


def _short(text: str) -> str:
    """One line of what was typed, cut where it goes on and on."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"


def _outcome(asked: Asked) -> Outcome:
    return Outcome(json.loads(asked.response)["outcome"])
