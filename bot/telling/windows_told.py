"""The windows of a notice in words: their days and how far off they are, and the answer that tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome, Timing
from bot.figures.compose import add_statement
from bot.figures.draft import Draft, plain
from bot.speech.purposes import Purpose, purpose_of, word_for
from bot.telling.telling import answered
from corpus.notice import ClauseKind, Notice
from corpus.values.periods import written_day
from corpus.values.windows import Window

__all__ = [
    "MOST_TOLD",
    "countdown",
    "dated",
    "days_of",
    "first_day",
    "last_day",
    "of_one_matter",
    "quote_window",
    "told_answer",
    "unstated_answer",
]

_MOST_OF_CLAUSE = 160
MOST_TOLD = 6


def countdown(window: Window, as_of: date, starts: bool) -> str:
    """How many days there are to a window's end, or to its beginning where that is to come."""
    name, opens, closes = word_for(window), window.opens, window.closes
    if opens is not None and opens > as_of:
        days = (opens - as_of).days
        if window.single:
            return f"离{name}（{written_day(opens)}{window.opens_at}）还有{days}天。"
        until = (
            f"，{written_day(closes)}{window.closes_at}截止，还有{(closes - as_of).days}天" if closes else ""
        )
        return f"{name}还没有开始：{written_day(opens)}{window.opens_at}开始，还有{days}天{until}。"
    if closes is None:
        return f"{name}从{written_day(last_day(window))}开始，通知没有写明到哪天为止。"
    days = (closes - as_of).days
    if days < 0:
        over = "过了" if window.single else "截止"
        return f"{name}已经{over}：是{written_day(closes)}{window.closes_at}，已过{-days}天。"
    began = "已经开始，" if starts and opens is not None else ""
    if days == 0:
        return f"{name}{began}今天（{written_day(closes)}{window.closes_at}）是最后一天。"
    return f"{name}{began}还有{days}天：{written_day(closes)}{window.closes_at}截止。"


def of_one_matter(windows: Sequence[Window]) -> list[Window]:
    """The windows for applying, else all, by their first day."""
    applying = [w for w in windows if purpose_of(w) is Purpose.APPLYING]
    return sorted(applying or windows, key=lambda w: (first_day(w), last_day(w)))


def first_day(window: Window) -> date:
    """The first day that a window names; it names one."""
    day = window.opens or window.closes
    assert day is not None
    return day


def last_day(window: Window) -> date:
    """The last day that a window names; it names one."""
    day = window.closes or window.opens
    assert day is not None
    return day


def days_of(window: Window) -> str:
    """The days of a window, with their hours."""
    opens, closes = window.opens, window.closes
    if closes is None or window.single:
        return f"{written_day(first_day(window))}{window.opens_at}" + ("" if window.single else "起")
    if opens is None:
        late = purpose_of(window) is Purpose.APPLYING or window.closes_at
        return f"{written_day(closes)}{window.closes_at}截止" if late else f"不晚于{written_day(closes)}"
    return f"{written_day(opens)}{window.opens_at}至{written_day(closes)}{window.closes_at}"


def dated(window: Window, as_of: date) -> str:
    """A window with its days, and how far off it is."""
    opens, closes = window.opens, window.closes
    ahead = (first_day(window) - as_of).days
    left = (last_day(window) - as_of).days
    begins = "" if opens is None or window.single else "开始"
    state = f"还有{ahead}天{begins}" if ahead > 0 else "已过" if left < 0 else f"正在进行，还有{left}天截止"
    if closes is None and ahead <= 0:
        state = "已经开始"
    return f"{word_for(window)}{days_of(window)}（{state}）"


def quote_window(draft: Draft, notice: Notice, window: Window, most: int = _MOST_OF_CLAUSE) -> None:
    """The clause of a window, cited, with at most `most` of its characters said."""
    if notice.clauses[window.clause].kind is ClauseKind.ROW:
        add_statement(draft, notice, window.clause, window.span)
    else:
        draft.add(plain(notice.clause_text(window.clause))[:most])
    draft.cite(notice, window.clause)


def told_answer(draft: Draft, timing: Timing | None) -> Answer:
    """The answer of what the notice states of its windows."""
    return replace(answered(draft, Intent.DEADLINE, timing), confidence=0.8)


def unstated_answer(draft: Draft, timing: Timing | None) -> Answer:
    """The answer that the notice does not state what is asked, with what it does."""
    return Answer(
        Outcome.UNANSWERABLE,
        Intent.DEADLINE,
        draft.text,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        timing=timing,
        confidence=0.7,
    )
