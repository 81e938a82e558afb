"""现在还能报吗, 开始了吗: by the window asked about, else by the notice's own validity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, TimingState, Verdict
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.finding.evidence import EvidenceGatherer
from bot.planning.openings import (
    Opening,
    opening_asked,
    said_by_windows,
    says_applying,
    timing_at,
    window_words,
    windows_asked,
)
from bot.speech.purposes import Purpose, purpose_of
from bot.speech.spoken_days import spoken_days
from bot.speech.time_asked import STILL, asks_whether_open, is_of_time, turn_named
from bot.speech.timing import deadlines, timing_of
from bot.telling.missed import later_turns
from bot.telling.telling import answered
from bot.telling.windows_told import MOST_TOLD, countdown, dated, last_day, quote_window
from bot.verdict.verdicts import told
from corpus import patterns as re
from corpus.notice import Notice
from corpus.values.reckoning import last_of_month, months_after

__all__ = ["open_by_time", "still_open"]

_MOST_OF_CLAUSE = 200
_NOW = re.compile(r"现在|今天|眼下|这会儿|来得及|赶得上|赶得及|还有机会|晚了|迟了")
_HEADS = {
    TimingState.OPEN: "可以，还在期限内",
    TimingState.CLOSED: "不能，已经截止",
    TimingState.UPCOMING: "还不能，尚未开始",
}
_MAY = re.compile(r"能|可以|可否|来得及|赶得上")


def _asks_of_time_alone(question: Question, notice: Notice, gatherer: EvidenceGatherer, as_of: date) -> bool:
    """Whether nothing is told of the person and no more asked than whether one may still apply: 还能报吗."""
    still = STILL.search(question.text) and asks_whether_open(question.text) and not question.context
    if not (still or (question.polar and _time_ahead(question, as_of))):
        return False
    if told(question, notice, as_of).tells:
        return False
    words = window_words(question, notice, gatherer)
    return all(says_applying(w) or is_of_time(w) or said_by_windows(w, notice) for w in words)


def _is_expired(question: Question, notice: Notice, as_of: date) -> bool:
    """Whether it is asked if there is still time, of a notice that no longer holds."""
    if notice.valid_until is None or as_of <= notice.valid_until or not asks_whether_open(question.text):
        return False
    plainly = _NOW.search(question.text) is not None
    return plainly or (STILL.search(question.text) is not None and not told(question, notice, as_of).tells)


def still_open(question: Question, notice: Notice, gatherer: EvidenceGatherer, as_of: date) -> Answer | None:
    """The verdict of the day where nothing else is asked, or the notice no longer holds; else None."""
    now = _NOW.search(question.text) is not None and asks_whether_open(question.text)
    plain = now and not question.context and not told(question, notice, as_of).tells
    if (
        plain
        or _is_expired(question, notice, as_of)
        or _asks_of_time_alone(question, notice, gatherer, as_of)
    ):
        return open_by_time(question, notice, gatherer, as_of)
    return None


def open_by_time(
    question: Question, notice: Notice, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The verdict of the day of asking; None where no window is meant and the notice still holds."""
    ahead = _time_ahead(question, as_of)
    if ahead is not None:
        return _by_time_ahead(notice, window_words(question, notice, gatherer), *ahead, as_of)
    if turn_named(question.text):
        return None  # 明年还能报吗: no window of this turn says so
    opening = opening_asked(question.text, window_words(question, notice, gatherer), notice, as_of)
    expired = _is_expired(question, notice, as_of)
    if opening is not None and (opening.timing.state is TimingState.CLOSED or not expired):
        return _by_opening(question.text, notice, opening, as_of)
    return _by_validity(notice, as_of) if expired and not deadlines(notice) else None


def _time_ahead(question: Question, as_of: date) -> tuple[date, date] | None:
    """The first and the last day of the month or day to come that a question names: 12月还能报吗."""
    named = [d for d in spoken_days(question.text, as_of) if d.closeness in ("month", "day")]
    if len(named) != 1:
        return None
    first, last = named[0].first, named[0].last
    if named[0].closeness == "month":
        if first < as_of.replace(day=1) and not _YEAR.search(question.text):
            first = months_after(first, 12)
        last = last_of_month(first.year, first.month)
    return (first, last) if first > as_of else None


_YEAR = re.compile(r"年")


def _by_time_ahead(
    notice: Notice, words: Mapping[str, float], first: date, last: date, as_of: date
) -> Answer | None:
    """Whether there is time to apply in a month or on a day to come, by the windows that touch it; None
    without any."""
    windows = [w for w in windows_asked(words, notice) if w.closes]
    if not windows:
        return None
    within = [w for w in windows if (w.opens or as_of) <= last and (w.closes or date.min) >= first]
    shown = within[:MOST_TOLD] or [max(windows, key=last_day)]
    when = f"{first.year}年{first.month}月" + (f"{first.day}日" if first == last else "")
    draft = Draft()
    draft.add(f"可以，{when}在期限内：" if within else f"不能，{when}不在通知写明的期限内：")
    draft.add("；".join(dict.fromkeys(dated(w, as_of) for w in shown)) + "。")
    for window in shown:
        quote_window(draft, notice, window, _MOST_OF_CLAUSE)
    verdict = Verdict.ELIGIBLE if within else Verdict.NOT_ELIGIBLE
    return replace(answered(draft, Intent.DEADLINE, timing_at(shown[0], "", as_of)), verdict=verdict)


def _by_opening(asked: str, notice: Notice, opening: Opening, as_of: date) -> Answer:
    """Whether the time for what is asked about is running, by the window that says so."""
    draft, timing, window = Draft(), opening.timing, opening.window
    event = purpose_of(window) is Purpose.EVENT and not _MAY.search(asked)
    draft.add(countdown(window, as_of, False) if event else f"{_HEADS[timing.state]}：{timing.note}。")
    quote_window(draft, notice, window, _MOST_OF_CLAUSE)
    if timing.state is TimingState.CLOSED and not event:
        later = later_turns(notice, window, as_of)
        draft.add(f"通知里之后的时间：{later}。" if later else "这个期限已过，可关注发布单位的新通知。")
    verdict = Verdict.ELIGIBLE if timing.state is TimingState.OPEN else Verdict.NOT_ELIGIBLE
    return replace(answered(draft, Intent.DEADLINE, timing), verdict=None if event else verdict)


def _by_validity(notice: Notice, as_of: date) -> Answer:
    draft, timing = Draft(), timing_of(notice, as_of)
    draft.add(f"不能：{timing.note}，这份通知不再有效，可关注发布单位的新通知。")
    draft.cite(notice, 0)
    return replace(answered(draft, Intent.DEADLINE, timing), verdict=Verdict.NOT_ELIGIBLE)
