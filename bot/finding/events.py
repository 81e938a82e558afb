"""What it is asked of when it is, and the lines keyed by it: 面试是哪天几点, 东厅面试：3月2日9:00."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.conversation.question import Question
from corpus import patterns as re

__all__ = ["event_asked", "keyed_by_event"]

_T = TypeVar("_T")
_WHEN = frozenset({"date", "hours"})
_ASKS = r"(?:哪一?天|几月几号|几号(?![楼线馆窗厅门])|[什啥]么?时候|何时|几点)"
_EVENT = re.compile(
    rf"(?P<before>[\u4e00-\u9fff]{{2}})(?:是|在|到底|大概|定在|安排在|要|得)*{_ASKS}(?:{_ASKS}|的?时候)?(?:开始|举行|进行|举办|开|办)?"
    r"(?=[,，啊呀呢?？]|$)"
    rf"|{_ASKS}(?:开始|能|可以|去|来)*(?P<after>[\u4e00-\u9fff]{{2}})(?=[,，啊呀呢?？]|$)"
)
_KEY = re.compile(r"^[^\u4e00-\u9fff]*(?P<key>[\u4e00-\u9fff、]{2,12})[:：]")


def event_asked(question: Question) -> str:
    """What it is asked of when it is; `""` where something else is asked, or nothing is named."""
    asked = _EVENT.search(question.text) if question.wants and question.wants <= _WHEN else None
    return (asked["before"] or asked["after"]) if asked else ""


def keyed_by_event(question: Question, texts: Sequence[tuple[str, _T]]) -> list[_T]:
    """Of passages, each with its search key, those keyed by what is asked about, nearest in name first."""
    event = event_asked(question)
    if not event:
        return []
    keys = [(m["key"], passage) for text, passage in texts if (m := _KEY.match(text))]
    named = [(len(set(key) & set(question.text)), passage) for key, passage in keys if event in key]
    return [passage for _, passage in sorted(named, key=lambda n: -n[0])]
