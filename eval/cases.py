"""Cases: questions with what a good answer has to do, one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

__all__ = ["BadCase", "Behaviour", "Case", "read_cases"]


class BadCase(ValueError):
    """A line of a case file that cannot be used; the message names the file, the line and the mend."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path.name} 第 {line} 行：{reason}")


class Behaviour(StrEnum):
    """What the service is wanted to do."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation, of which the last answer is scored.

    An entry of `must_contain` is met by any of its alternatives, joined by `|`. `doc` is how the identifier
    of the notice begins that has to be cited. A `tolerant` case takes any behaviour and any verdict.
    """

    case_id: str
    turns: tuple[str, ...]
    behaviour: Behaviour = Behaviour.ANSWER
    verdict: str | None = None
    as_of: date | None = None
    doc: str | None = None
    must_contain: tuple[str, ...] = ()
    must_not_contain: tuple[str, ...] = ()
    gold_quote: str = ""
    gold_locator: str = ""
    gold_answer: str = ""
    kind: str = ""
    style: str = ""
    reason: str = ""

    @property
    def tolerant(self) -> bool:
        """Whether more than one behaviour is right."""
        return "Tolerant" in self.reason


def read_cases(path: Path, doc_key: str = "doc") -> list[Case]:
    """The cases of a file; blank lines are skipped, keys that are not known are ignored.

    Raises:
        BadCase: a line is no case.
        OSError: the file cannot be read.
    """
    cases = []
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if line.strip():
            try:
                cases.append(_case(json.loads(line), doc_key, f"{number}"))
            except json.JSONDecodeError as error:
                raise BadCase(path, number, f"不是 JSON：{error.msg}（第 {error.colno} 个字符）") from None
            except ValueError as error:
                raise BadCase(path, number, str(error)) from None
    return cases


def _case(item: Any, doc_key: str, fallback_id: str) -> Case:
    if not isinstance(item, dict):
        raise ValueError('应当是一个 JSON 对象，例如 {"id": …, "turns": ["…"]}')
    turns = _texts(item, "turns")
    if not turns:
        raise ValueError('缺少 turns；请写成问题的列表，例如 "turns": ["…"]')
    kind = _text(item, "type")
    return Case(
        case_id=_text(item, "id") or fallback_id,
        turns=turns,
        behaviour=_behaviour(_text(item, "behaviour"), kind),
        verdict=_verdict(_text(item, "verdict")),
        as_of=_day(_text(item, "as_of")),
        doc=_text(item, doc_key) or None,
        must_contain=_texts(item, "must_contain"),
        must_not_contain=_texts(item, "must_not_contain"),
        gold_quote=_text(item, "gold_quote"),
        gold_locator=_text(item, "gold_locator"),
        gold_answer=_text(item, "gold_answer"),
        kind=kind,
        style=_text(item, "style"),
        reason=_text(item, "reason"),
    )


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if value is None:
        return ""
    if isinstance(value, bool | list | dict):
        raise ValueError(f"{key} 应当是文字")
    return str(value)


def _texts(item: dict[str, Any], key: str) -> tuple[str, ...]:
    value = item.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise ValueError(f"{key} 应当是文字的列表")
    return tuple(value)


def _behaviour(text: str, kind: str) -> Behaviour:
    if not text:
        return Behaviour.ABSTAIN if kind == "unanswerable" else Behaviour.ANSWER
    try:
        return Behaviour(text)
    except ValueError:
        known = "、".join(Behaviour)
        raise ValueError(f"behaviour 不能是“{text}”；可用的有：{known}") from None


def _verdict(text: str) -> str | None:
    if text in ("", "null"):
        return None
    if text not in ("eligible", "not_eligible", "needs_info"):
        raise ValueError(f"verdict 不能是“{text}”；可用的有：eligible、not_eligible、needs_info、null")
    return text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"as_of “{text}”不是日期；请写成 YYYY-MM-DD") from None
