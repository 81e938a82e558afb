"""How long is left, what comes next, and when something is: by the windows of the notice.

What is not named is said not to be: an answer without a later window cites the last that there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.figures.draft import Draft
from bot.finding.events import keyed_by_event
from bot.finding.evidence import EvidenceGatherer
from bot.planning.openings import (
    called_by_act,
    says_applying,
    says_sitting,
    timing_at,
    window_words,
    windows_asked,
)
from bot.speech.lexicon import lexicon
from bot.speech.purposes import Purpose, purpose_of
from bot.speech.tiers import of_the_tier, tier_of
from bot.speech.time_asked import TimeAsked, is_of_time, time_asked, turn_named
from bot.speech.timing import timing_of
from bot.telling.contact_answers import add_enquiries
from bot.telling.missed import if_missed
from bot.telling.other_values import add_other_values
from bot.telling.telling import with_hint
from bot.telling.windows_told import (
    MOST_TOLD,
    countdown,
    dated,
    days_of,
    first_day,
    last_day,
    of_one_matter,
    quote_window,
    told_answer,
    unstated_answer,
)
from corpus import patterns as re
from corpus.notice import Notice
from corpus.rules.targets import offers_of
from corpus.values.windows import Window, windows_of
from index.normal import search_key

__all__ = ["timely_answer"]

_BEGINNING = re.compile(r"开始|开[放通课考班学]|启动")


def timely_answer(
    question: Question, notice: Notice, gatherer: EvidenceGatherer, as_of: date
) -> Answer | None:
    """The answer by the windows asked about; None where nothing is asked of time, or no window is meant."""
    asked = time_asked(question.text)
    if asked is None and (results := _results_asked(question, notice)):
        return _if_expired(_when(question, notice, results, as_of), notice, as_of)
    if asked is None and not _asks_when(question):
        return None
    words = window_words(question, notice, gatherer)
    windows = _in_month(question, [w for w in windows_asked(words, notice) if w.opens or w.closes], as_of)
    of_tier = of_the_tier(question.text, windows_of(notice), lambda w: w.name)
    windows = [w for w in of_tier if w.opens or w.closes] or windows  # 区县什么时候完成
    windows = _of_the_thing(question, words, notice, windows)
    windows = _of_event(question, [w for w in windows_of(notice) if w.opens or w.closes]) or windows
    if asked is not TimeAsked.MISSED and "补" not in question.text:
        windows = [w for w in windows if purpose_of(w) is not Purpose.LATE] or windows
    if asked is None:
        plain = all(
            says_applying(w) or says_sitting(w) or is_of_time(w) or tier_of(w) or _all_say(w, windows)
            for w in words
            if not _offered(w, notice)
        )
        answer = _when(question, notice, windows, as_of) if windows and plain else None
    elif asked is TimeAsked.MISSED:
        answer = if_missed(notice, windows, words, as_of, question.polar)
    elif not windows:
        return None
    elif asked is TimeAsked.LEFT:
        answer = _left(question, notice, windows, as_of)
    elif asked is TimeAsked.LASTING:
        answer = _lasting(notice, called_by_act(windows, words), as_of)
    else:
        answer = _next(question, notice, windows, as_of)
    return answer and _if_expired(answer, notice, as_of)


_CLOSES = re.compile(r"截[止至]|最[晚迟后]|期限|来得及|赶得上")


def _of_the_thing(
    question: Question, words: Iterable[str], notice: Notice, windows: list[Window]
) -> list[Window]:
    """The windows of a thing itself where it is asked when it is, and not when to apply for anything."""
    applies = _CLOSES.search(question.text) or any(map(says_applying, words))
    named = [w for w in windows if purpose_of(w) not in _STEPS and _is_called(w, words, notice)]
    whole = [w for w in named if not any(_lies_in(w, other) for other in named)]
    return windows if applies or not named else whole


def _lies_in(part: Window, whole: Window) -> bool:
    """Whether the days of a window are but some of those of another."""
    if part.opens is None or part.closes is None or whole.opens is None or whole.closes is None:
        return False
    inside = whole.opens <= part.opens and part.closes <= whole.closes
    return inside and (part.opens, part.closes) != (whole.opens, whole.closes)


_STEPS = frozenset({Purpose.APPLYING, Purpose.LATE, Purpose.CHECKING})


def _is_called(window: Window, words: Iterable[str], notice: Notice) -> bool:
    """Whether the clause of a window calls it by a word of the question, or by one that means the same."""
    name = search_key(window.name)
    if name not in search_key(notice.clause_text(window.clause)):
        return False  # called by the heading above it
    return any(n in name for w in words if len(w) > 1 for n in (w, *lexicon().synonyms.get(w, ())))


def _of_event(question: Question, windows: Sequence[Window]) -> list[Window]:
    """The windows called by what it is asked of when it is, though that be what the notice is about; of
    several those nearest in name."""
    found = keyed_by_event(question, [(f"{search_key(w.name)}:", w) for w in windows])
    near = [len(set(w.name) & set(question.text)) for w in found]
    return [w for w, n in zip(found, near, strict=True) if n == near[0]]


def _all_say(word: str, windows: Sequence[Window]) -> bool:
    """Whether each of the windows says a word, or one that means the same."""
    names = (word, *lexicon().synonyms.get(word, ()))
    return all(any(n in search_key(f"{w.name} {w.about}") for n in names) for w in windows)


def _offered(word: str, notice: Notice) -> bool:
    """Whether a word is of what a notice offers in several levels, each of which has the same days."""
    return any(word in name for offer in offers_of(notice).values() for name in offer.names)


# 多久出成绩, 成绩什么时候公布
_RESULTS = re.compile(
    r"出(?:成绩|分)|(?:成绩|分数)[^,，。?？]{0,6}(?:公布|出来|发布|查)|(?:公布|发布|查)[^,，。?？]{0,2}(?:成绩|分数?)"
)
_WHEN = re.compile(r"多久|什么时候|啥时候|何时|哪天|哪一天|几号|几月")
_RESULTS_OUT = re.compile(
    r"(?:成绩|分数)[^,，。]{0,4}(?:公布|发布|查询|公示)|(?:公布|发布|公示)(?:考试)?(?:成绩|分数)"
)


def _results_asked(question: Question, notice: Notice) -> list[Window]:
    """The windows in which results come out, where it is asked when they do."""
    if question.polar or not (_RESULTS.search(question.text) and _WHEN.search(question.text)):
        return []
    return [w for w in windows_of(notice) if _RESULTS_OUT.search(w.name) and (w.opens or w.closes)]


def _asks_when(question: Question) -> bool:
    """Whether the day of something is asked for, and no more than that: 什么时候截止."""
    of_day = question.intent is Intent.DEADLINE and "date" in question.wants <= {"date", "hours"}
    return of_day and not question.polar and question.month is None and not question.parts


# Of what has been, no more is asked than the day: 什么时候来的.
_HAS_BEEN = re.compile(
    r"(?:什么时候|啥时候|何时|哪天|哪一天|几号|几月|哪年|哪一年)[^,，。?？]{0,14}的[?？]*$"
)


def _when(question: Question, notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    """The windows asked about, those that are not over first."""
    draft = Draft()
    own = of_one_matter(windows)
    shown = [w for w in own if last_day(w) >= as_of][:MOST_TOLD] or own[-1:]
    past = _HAS_BEEN.search(question.text) is not None and all(last_day(w) < as_of for w in shown)
    draft.add("；".join(dict.fromkeys(days_of(w) if past else dated(w, as_of) for w in shown)) + "。")
    for window in shown:
        quote_window(draft, notice, window)
    add_other_values(draft, notice)
    return told_answer(draft, timing_at(shown[0], "", as_of))


def _in_month(question: Question, windows: list[Window], as_of: date) -> list[Window]:
    """The windows that touch the month asked about, where there are any: 这个月的报名."""
    if question.month is None:
        return windows
    months = {(question.year or as_of.year, question.month)}
    return [
        w for w in windows if {(d.year, d.month) for d in (first_day(w), last_day(w))} & months
    ] or windows


def _if_expired(answer: Answer, notice: Notice, as_of: date) -> Answer:
    """The answer with the end of the notice's validity said, where it is over."""
    if notice.valid_until is None or as_of <= notice.valid_until:
        return answer
    own = timing_of(notice, as_of)
    return replace(answer, timing=own, text=with_hint(answer.text, own))


def _left(question: Question, notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    draft = Draft()
    ahead = sorted((w for w in windows if last_day(w) >= as_of), key=last_day)
    shown = ahead[:MOST_TOLD] or [max(windows, key=last_day)]
    starts = _BEGINNING.search(question.text) is not None
    lines = [countdown(w, as_of, starts) for w in shown]
    for line in dict.fromkeys(lines):
        draft.add(line)
    for window in shown:
        quote_window(draft, notice, window)
    return told_answer(draft, timing_at(shown[0], "", as_of))


def _lasting(notice: Notice, windows: Sequence[Window], as_of: date) -> Answer | None:
    """How many days the windows asked about last; None where none of them has two ends apart."""
    shown = [(w, w.closes - w.opens) for w in windows if w.opens and w.closes and not w.single][:MOST_TOLD]
    if not shown:
        return None
    draft = Draft()
    for window, time in shown:
        name = f"{window.name}：" if window.name else ""
        draft.add(f"{name}{days_of(window)}，首尾两天都算共{time.days + 1}天。")
        quote_window(draft, notice, window)
    return told_answer(draft, timing_at(shown[0][0], "", as_of))


def _next(question: Question, notice: Notice, windows: Sequence[Window], as_of: date) -> Answer:
    """The windows still to come, or that none is named, with the last that there is."""
    draft = Draft()
    own = of_one_matter(_with_turns_beside(notice, windows))
    year = question.year if question.year is not None and question.year > as_of.year else None
    later = [w for w in own if first_day(w) > as_of and year in (None, first_day(w).year)]
    if later:
        draft.add("；".join(dict.fromkeys(dated(w, as_of) for w in later[:MOST_TOLD])) + "。")
        for window in later[:MOST_TOLD]:
            quote_window(draft, notice, window)
        return told_answer(draft, timing_at(later[0], "", as_of))
    last = max(own, key=last_day)
    when = f"{year}年" if year else turn_named(question.text)
    draft.add(f"通知没有写明{when}的时间，写明的最后一次是：{dated(last, as_of)}。")
    quote_window(draft, notice, last)
    add_enquiries(draft, notice)
    return unstated_answer(draft, timing_at(last, "", as_of))


def _with_turns_beside(notice: Notice, windows: Sequence[Window]) -> list[Window]:
    """The windows, and those of the same list: of 第一批, named as missed, the second batch too."""
    lists = {notice.clauses[w.clause].parent for w in windows if w.name} - {-1}
    beside = [w for w in windows_of(notice) if notice.clauses[w.clause].parent in lists and w not in windows]
    return [*windows, *beside]
