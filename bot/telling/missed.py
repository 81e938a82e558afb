"""What if it was missed: whether it is over, what the notice says of being late, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Verdict
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.planning.openings import timing_at
from bot.speech.purposes import Purpose, head_word, purpose_of, word_for
from bot.speech.time_asked import is_of_time
from bot.telling.contact_answers import add_enquiries
from bot.telling.relevance import relevance
from bot.telling.windows_told import (
    MOST_TOLD,
    countdown,
    dated,
    first_day,
    last_day,
    of_one_matter,
    quote_window,
    told_answer,
    unstated_answer,
)
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice, Span
from corpus.values.periods import written_day
from corpus.values.windows import Window, windows_of
from index.passages import sentences

__all__ = ["if_missed", "later_turns"]

_MOST_REMEDIES = 2
_ABOUT_IT = 0.3  # the share of the question's words that a sentence on being late must hold

# What a notice says of those who are late or did not come, and of doing it afterwards.
_LATE = re.compile(
    r"逾期|过期|超过[^，。；]{0,8}(?:期限|时限|时间)|未(?:能)?(?:按时|按期|及时|在规定|于规定|在[^，。；]{1,12}前)|错过"
    r"|补(?:报|办|缴|登记|申请|交|录|考)(?!充)|顺延|不再(?:受理|办理|补)|不予(?:受理|补)|视为(?:自动)?(?:放弃|弃权)|没有?(?:进行|按时|做到)"
    r"|(?:转入|自动(?:进入|转)|参加)下一[期批次]"
)

_NO_MORE = re.compile(r"(?:不予|不再|不能|不得|不可)(?:再)?(?:补|受理|办理|接收)")


def if_missed(
    notice: Notice, windows: Sequence[Window], words: Mapping[str, float], as_of: date, polar: bool = False
) -> Answer | None:
    """Whether it is over at all, what the notice says of being late, and what comes after; the verdict too
    where a yes or a no is asked for."""
    own = of_one_matter(windows)
    running = [w for w in own if w.opens is not None and w.opens <= as_of <= last_day(w)]
    over = [] if running else [w for w in own if w.closes is not None and w.closes < as_of]
    window = max(over, key=last_day) if over else min(running or own, key=last_day, default=None)
    draft = Draft()
    if window is not None:
        draft.add(_whether_over(window, as_of))
    remedies = _remedies(notice, window, words)
    stated = sum(add_statement(draft, notice, clause, span) for clause, span in remedies)
    later = _turns_after(notice, window, as_of)
    if later:
        draft.add("通知里之后的时间：" + "；".join(dated(w, as_of) for w in later) + "。")
    if window is not None:
        quote_window(draft, notice, window)
    for one in later:
        draft.cite(notice, one.clause)
    if window is None and not stated:
        return None
    timing = timing_at(window, "", as_of) if window is not None else None
    if stated or later or not over:
        barred = any(_NO_MORE.search(notice.quote(span)) for _, span in remedies)
        verdict = Verdict.NOT_ELIGIBLE if polar and barred else None
        return replace(told_answer(draft, timing), intent=Intent.PROCESS, verdict=verdict)
    draft.add("错过之后能不能补、怎么补，通知没有写明，也没有列出之后的时间。")
    add_enquiries(draft, notice)
    return unstated_answer(draft, timing)


def _turns_after(notice: Notice, window: Window | None, as_of: date) -> list[Window]:
    """The later windows for the same thing as one that was missed."""
    if window is None:
        return []
    same = [w for w in windows_of(notice) if (w.opens or w.closes) and head_word(w) == head_word(window)]
    later = [w for w in same if first_day(w) > as_of and purpose_of(w) is purpose_of(window)]
    return sorted((w for w in later if w is not window), key=first_day)[:MOST_TOLD]


def later_turns(notice: Notice, window: Window, as_of: date) -> str:
    """The later windows for the same thing, in words; empty where the notice names none."""
    return "；".join(dict.fromkeys(dated(w, as_of) for w in _turns_after(notice, window, as_of)))


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
