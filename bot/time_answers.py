"""How long is left, what if it was missed, what comes next: by the windows of the notice.

What is not named is said not to be: an answer without a later window cites the last that there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer, Intent, Outcome, Timing
from bot.compose import add_statement
from bot.contact_answers import add_enquiries
from bot.draft import Draft, plain
from bot.evidence import EvidenceGatherer
from bot.openings import says_applying, says_sitting, timing_at, window_words, windows_asked
from bot.other_values import add_other_values
from bot.purposes import Purpose, head_word, purpose_of, word_for
from bot.question import Question
from bot.relevance import relevance
from bot.telling import answered, with_hint
from bot.time_asked import TimeAsked, is_of_time, time_asked, turn_named
from bot.timing import timing_of
from corpus.notice import ClauseKind, Notice, Span
from corpus.periods import written_day
from corpus.windows import Window, windows_of
from index.normal import search_key
from index.passages import sentences

__all__ = ["countdown", "later_turns", "timely_answer"]

_MOST_OF_CLAUSE = 160
_MOST_LATER = 3
_MOST_REMEDIES = 2
_ABOUT_IT = 0.3  # the share of the question's words that a sentence on being late must hold
_BEGINNING = re.compile(r"开始|开[放通课考班学]|启动")


def timely_answer(
    question: Question, notice: Notice, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The answer by the windows asked about; None where nothing is asked of time, or no window is meant."""
    asked = time_asked(question.text)
    if asked is None and not _asks_when(question):
        return None
    words = window_words(question, notice, gatherer)
    windows = _in_month(question, [w for w in windows_asked(words, notice) if w.opens or w.closes], as_of)
    if asked is not TimeAsked.MISSED and "补" not in question.text:
        windows = [w for w in windows if purpose_of(w) is not Purpose.LATE] or windows
    if asked is None:
        plain = all(
            says_applying(w) or says_sitting(w) or is_of_time(w) or _all_say(w, windows) for w in words
        )
        answer = _when(notice, windows, as_of) if windows and plain else None
    elif asked is TimeAsked.MISSED:
        answer = _missed(notice, windows, words, as_of)
    elif not windows:
        return None
    elif asked is TimeAsked.LEFT:
        answer = _left(question, notice, windows, as_of)
    else:
        answer = _next(question, notice, windows, as_of)
    return answer and _if_expired(answer, notice, as_of)


def _all_say(word: str, windows: Sequence[Window]) -> bool:
    """Whether each of the windows says a word."""
    return all(word in search_key(f"{w.name} {w.about}") for w in windows)


def _asks_when(question: Question) -> bool:
    """Whether the day of something is asked for, and no more than that: 什么时候截止."""
    dated = question.intent is Intent.DEADLINE and "date" in question.wants <= {"date", "hours"}
    return dated and not question.polar and question.month is None and not question.parts


def _when(notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    """The windows asked about, those that are not over first."""
    draft = Draft()
    own = _of_one_matter(windows)
    shown = [w for w in own if _last(w) >= as_of][:_MOST_LATER] or own[-1:]
    draft.add("；".join(dict.fromkeys(_dated(w, as_of) for w in shown)) + "。")
    for window in shown:
        _quote(draft, notice, window)
    add_other_values(draft, notice)
    return _told(draft, timing_at(shown[0], "", as_of))


def _in_month(question: Question, windows: list[Window], as_of: date) -> list[Window]:
    """The windows that touch the month asked about, where there are any: 这个月的报名."""
    if question.month is None:
        return windows
    months = {(question.year or as_of.year, question.month)}
    return [w for w in windows if {(d.year, d.month) for d in (_first(w), _last(w))} & months] or windows


def _if_expired(answer: Answer, notice: Notice, as_of: date) -> Answer:
    """The answer with the end of the notice's validity said, where it is over."""
    if notice.valid_until is None or as_of <= notice.valid_until:
        return answer
    own = timing_of(notice, as_of)
    return replace(answer, timing=own, text=with_hint(answer.text, own))


# --- how long is left ----------------------------------------------------------------------------------


def _left(question: Question, notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    draft = Draft()
    ahead = sorted((w for w in windows if _last(w) >= as_of), key=_last)
    shown = ahead[:_MOST_LATER] or [max(windows, key=_last)]
    starts = _BEGINNING.search(question.text) is not None
    lines = [countdown(w, as_of, starts) for w in shown]
    for line in dict.fromkeys(lines):
        draft.add(line)
    for window in shown:
        _quote(draft, notice, window)
    return _told(draft, timing_at(shown[0], "", as_of))


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
        return f"{name}从{written_day(_last(window))}开始，通知没有写明到哪天为止。"
    days = (closes - as_of).days
    if days < 0:
        over = "过了" if window.single else "截止"
        return f"{name}已经{over}：是{written_day(closes)}{window.closes_at}，已过{-days}天。"
    began = "已经开始，" if starts and opens is not None else ""
    if days == 0:
        return f"{name}{began}今天（{written_day(closes)}{window.closes_at}）是最后一天。"
    return f"{name}{began}还有{days}天：{written_day(closes)}{window.closes_at}截止。"


# --- what if it was missed -----------------------------------------------------------------------------

# What a notice says of those who are late or did not come, and of doing it afterwards.
_LATE = re.compile(
    r"逾期|过期|超过[^，。；]{0,8}(?:期限|时限|时间)|未(?:能)?(?:按时|按期|及时|在规定|于规定|在[^，。；]{1,12}前)|错过"
    r"|补(?:报|办|缴|登记|申请|交|录|考)(?!充)|顺延|不再(?:受理|办理|补)|不予(?:受理|补)|视为(?:自动)?(?:放弃|弃权)|没有?(?:进行|按时|做到)"
    r"|(?:转入|自动(?:进入|转)|参加)下一[期批次]"
)


def _missed(
    notice: Notice, windows: Sequence[Window], words: Mapping[str, float], as_of: date
) -> Answer | None:
    """Whether it is over at all, what the notice says of being late, and what comes after."""
    own = _of_one_matter(windows)
    running = [w for w in own if w.opens is not None and w.opens <= as_of <= _last(w)]
    over = [] if running else [w for w in own if w.closes is not None and w.closes < as_of]
    window = max(over, key=_last) if over else min(running or own, key=_last, default=None)
    draft = Draft()
    if window is not None:
        draft.add(_whether_over(window, as_of))
    remedies = _remedies(notice, window, words)
    told = sum(add_statement(draft, notice, clause, span) for clause, span in remedies)
    later = _turns_after(notice, window, as_of)
    if later:
        draft.add("通知里之后的时间：" + "；".join(_dated(w, as_of) for w in later) + "。")
    if window is not None:
        _quote(draft, notice, window)
    for one in later:
        draft.cite(notice, one.clause)
    if window is None and not told:
        return None
    timing = timing_at(window, "", as_of) if window is not None else None
    if told or later or not over:
        return replace(_told(draft, timing), intent=Intent.PROCESS)
    draft.add("错过之后能不能补、怎么补，通知没有写明，也没有列出之后的时间。")
    add_enquiries(draft, notice)
    return _unstated(draft, timing)


def _turns_after(notice: Notice, window: Window | None, as_of: date) -> list[Window]:
    """The later windows for the same thing as one that was missed."""
    if window is None:
        return []
    same = [w for w in windows_of(notice) if (w.opens or w.closes) and head_word(w) == head_word(window)]
    later = [w for w in same if _first(w) > as_of and purpose_of(w) is purpose_of(window)]
    return sorted((w for w in later if w is not window), key=_first)[:_MOST_LATER]


def later_turns(notice: Notice, window: Window, as_of: date) -> str:
    """The later windows for the same thing, in words; empty where the notice names none."""
    return "；".join(dict.fromkeys(_dated(w, as_of) for w in _turns_after(notice, window, as_of)))


def _whether_over(window: Window, as_of: date) -> str:
    if window.closes is not None and window.closes < as_of:
        over = "结束" if window.single else "截止"
        return f"{word_for(window)}已于{written_day(window.closes)}{window.closes_at}{over}。"
    return countdown(window, as_of, False).replace("还有", "还没有错过，还有", 1)


def _remedies(notice: Notice, window: Window | None, words: Mapping[str, float]) -> list[tuple[int, Span]]:
    """The sentences on being late that stand with the window or speak of what is asked, best first."""
    particular = {w: i for w, i in words.items() if not is_of_time(w)}
    found = []
    for index, span in _sentences(notice):
        said = notice.quote(span)
        if _LATE.search(said) and ("补考" in particular or "补考" not in said):
            found.append((_nearness(notice, index, said, window, particular), index, span))
    best = sorted((f for f in found if f[0] >= _ABOUT_IT), key=lambda f: -f[0])
    return [(clause, span) for _, clause, span in best[:_MOST_REMEDIES]]


def _sentences(notice: Notice) -> Iterator[tuple[int, Span]]:
    for index, clause in enumerate(notice.clauses):
        if clause.kind not in (ClauseKind.HEADING, ClauseKind.ROW):
            for whole in clause.spans:
                yield from ((index, span) for span in sentences(notice.text, whole))


_LATE_TO_APPLY = re.compile(
    r"(?:逾期|过期|错过|超过|未(?:能)?(?:按时|按期|及时|在|于)|没有?(?:进行|按时))[^。；]{0,16}"
    r"(?:报名|申报|(?<![再新])申请|登记|提交|受理|填报|参加|缴费|参保)"
    r"|(?:可以?|允许|不予|不再|不能)[^。；]{0,24}补(?:报|缴|登记|申请|申报)(?!告)"
)


def _nearness(
    notice: Notice, index: int, said: str, window: Window | None, words: Mapping[str, float]
) -> float:
    """How much a sentence belongs to a window: by its clause, by being late for it, by shared words."""
    shared = relevance(words, said) if words else 0.0
    if window is None:
        return shared
    if index == window.clause:
        return 1.0 + shared
    applies = purpose_of(window) is Purpose.APPLYING and _LATE_TO_APPLY.search(said) is not None
    beside = notice.clauses[index].parent == notice.clauses[window.clause].parent >= 0
    return (shared if len(words) > 1 else 0.5 * shared) + (0.4 if applies else 0.0) + (0.1 if beside else 0.0)


# --- what comes next -----------------------------------------------------------------------------------


def _next(question: Question, notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    """The windows still to come, or that none is named, with the last that there is."""
    draft = Draft()
    own = _of_one_matter(_with_turns_beside(notice, windows))
    year = question.year if question.year is not None and question.year > as_of.year else None
    later = [w for w in own if _first(w) > as_of and year in (None, _first(w).year)]
    if later:
        draft.add("；".join(dict.fromkeys(_dated(w, as_of) for w in later[:_MOST_LATER])) + "。")
        for window in later[:_MOST_LATER]:
            _quote(draft, notice, window)
        return _told(draft, timing_at(later[0], "", as_of))
    last = max(own, key=_last)
    when = f"{year}年" if year else turn_named(question.text)
    draft.add(f"通知没有写明{when}的时间，写明的最后一次是：{_dated(last, as_of)}。")
    _quote(draft, notice, last)
    add_enquiries(draft, notice)
    return _unstated(draft, timing_at(last, "", as_of))


def _with_turns_beside(notice: Notice, windows: Sequence[Window]) -> list[Window]:
    """The windows, and those of the same list: of 第一批, named as missed, the second batch too."""
    lists = {notice.clauses[w.clause].parent for w in windows if w.name} - {-1}
    beside = [w for w in windows_of(notice) if notice.clauses[w.clause].parent in lists and w not in windows]
    return [*windows, *beside]


# --- what they share -----------------------------------------------------------------------------------


def _of_one_matter(windows: Sequence[Window]) -> list[Window]:
    """The windows for applying, else all, by their first day."""
    applying = [w for w in windows if purpose_of(w) is Purpose.APPLYING]
    return sorted(applying or windows, key=lambda w: (_first(w), _last(w)))


def _first(window: Window) -> date:
    day = window.opens or window.closes
    assert day is not None
    return day


def _last(window: Window) -> date:
    day = window.closes or window.opens
    assert day is not None
    return day


def _dated(window: Window, as_of: date) -> str:
    """A window with its days, and how far off it is."""
    opens, closes = window.opens, window.closes
    if closes is None or window.single:
        days = f"{written_day(_first(window))}{window.opens_at}" + ("" if window.single else "起")
    elif opens is None:
        late = purpose_of(window) is Purpose.APPLYING or window.closes_at
        days = f"{written_day(closes)}{window.closes_at}截止" if late else f"不晚于{written_day(closes)}"
    else:
        days = f"{written_day(opens)}{window.opens_at}至{written_day(closes)}{window.closes_at}"
    ahead = (_first(window) - as_of).days
    left = (_last(window) - as_of).days
    state = f"还有{ahead}天" if ahead > 0 else "已过" if left < 0 else f"正在进行，还有{left}天截止"
    if closes is None and ahead <= 0:
        state = "已经开始"
    return f"{word_for(window)}{days}（{state}）"


def _quote(draft: Draft, notice: Notice, window: Window) -> None:
    """The clause of a window, cited; in full where there is room."""
    if notice.clauses[window.clause].kind is ClauseKind.ROW:
        add_statement(draft, notice, window.clause, window.span)
    else:
        draft.add(plain(notice.clause_text(window.clause))[:_MOST_OF_CLAUSE])
    draft.cite(notice, window.clause)


def _told(draft: Draft, timing: Timing | None) -> Answer:
    return replace(answered(draft, Intent.DEADLINE, timing), confidence=0.8)


def _unstated(draft: Draft, timing: Timing | None) -> Answer:
    return Answer(
        Outcome.UNANSWERABLE,
        Intent.DEADLINE,
        draft.text,
        citations=tuple(draft.citations),
        facts=draft.stated_facts(),
        timing=timing,
        confidence=0.7,
    )
