"""Whether the time for what is asked about is running, over, or still to come.

Of several windows in a notice (each stage, batch or group has its own) those are taken that share most of the
question's words; 报名, 申请 and their like share the windows for applying. Where none shares any, the caller
falls back on the notice's deadline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_parts import Intent, Timing, TimingState
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.finding.matching import match
from bot.speech.lexicon import lexicon
from bot.speech.purposes import Purpose, head_word, is_exam, is_named, purpose_of
from bot.speech.tiers import of_the_tier
from bot.speech.time_asked import HOUR, asking_part, asks_whether_open, is_of_time, time_asked, told_beside
from corpus import patterns as re
from corpus.alike.series import titled_year
from corpus.notice import Notice
from corpus.values.numerals import number
from corpus.values.periods import written_day
from corpus.values.windows import Window, windows_of
from index.normal import search_key

__all__ = [
    "Opening",
    "called_by_act",
    "opening_asked",
    "says_applying",
    "says_sitting",
    "timed_rivals",
    "timing_at",
    "window_words",
    "windows_asked",
]

_LEAST = 0.2  # of the question's words, by weight, that a window's own words say
_SAID = 0.8  # from which degree on a window says a word
_NEAR = 0.92  # of the most that any window says, from which on it may be meant as well
_BY_PLACE = 0.85  # how much a window is for applying where the words around it say so, not its name
_IN_ABOUT = 0.9  # how much a window says a word of applying that stands around it only
_BY_PURPOSE = 0.8  # how much a window for applying says a word of applying that it does not use
_BESIDE = 0.4  # the weight of a word that is told beside the part that asks
_CONTEXT = 0.35  # and of one that only the question before has
_APPLY = re.compile(
    r"(?:没|再|去|来|还)?(?:报|申|办|交|弄|评|报名|申报|申请|报考|参加|参保|缴费|参评|办理|提交|递交|填报|填写|登记|受理)(?:上|成)?"
)
_GRADE = re.compile(r"[一二三四五六七八九初中高特]级工?")  # what is applied for, not when
_TO_SIT_LATER = re.compile(
    r"考试?的?(?:网上)?(?:报名|报考|申报|缴费|审核|确认)"
)  # applying for it is asked about
_DOING = re.compile(
    r"^[报考交办申评领缴]{1,2}(?=[\u4e00-\u9fff]{2})(?![名考报请级])"
)  # the verb before its object: 交医保
_SIT = re.compile(r"考试?|考[试核]时间|笔试|机考|测[试验评]|开考")


@dataclass(frozen=True, slots=True)
class Opening:
    """The window asked about and how the day of asking stands to it."""

    window: Window
    timing: Timing


def says_applying(word: str) -> bool:
    """Whether a word of a question says no more than that something is applied for or handed in."""
    return _APPLY.fullmatch(word) is not None


def says_sitting(word: str) -> bool:
    """Whether a word of a question means an examination, whatever the notice calls it."""
    return _SIT.fullmatch(word) is not None


def said_by_windows(word: str, notice: Notice) -> bool:
    """Whether a window of a notice, or what stands around one, says a word."""
    return any(_held(word, search_key(f"{w.name} {w.about}")) >= _SAID for w in windows_of(notice))


def window_words(question: Question, notice: Notice, gatherer: EvidenceGatherer) -> dict[str, float]:
    """The words of a question that tell windows apart, those that are told beside what is asked for less."""
    asking, beside = asking_part(question.text), told_beside(question.text)
    weights = gatherer.words(question.text)
    words = {w: i * (1 if w in asking else _BESIDE if w in beside else 0) for w, i in weights.items()}
    names = search_key(" ".join(w.name for w in windows_of(notice)))
    before = gatherer.words(question.context) if question.context else {}
    words |= {w: _CONTEXT * i for w, i in before.items() if w not in words and w in names}
    if _TO_SIT_LATER.search(question.text):
        words = {w: i for w, i in words.items() if not _SIT.fullmatch(w)}
    words = {_DOING.sub("", w): i for w, i in words.items() if not _GRADE.search(w)}
    title = search_key(notice.title)
    heads = search_key(" ".join(head_word(w) for w in windows_of(notice)))
    called = {w: (w, *lexicon().synonyms.get(w, ())) for w in words}
    kept = {w for w, own in called.items() if any(n in heads or (n in names and n not in title) for n in own)}
    return {w: i for w, i in words.items() if w in kept or not _names_notice(w, title, notice, gatherer)}


def _names_notice(word: str, title: str, notice: Notice, gatherer: EvidenceGatherer) -> bool:
    return gatherer.names(word, notice.notice_id) or match(word, title, "") >= _SAYS_SO


_SAYS_SO = 0.3  # from which degree on a title says a word


def timed_rivals(question: Question, gatherer: EvidenceGatherer) -> tuple[Notice, ...]:
    """The notices with times to apply in, a file each, where only time is asked of and nothing named."""
    dated = question.intent is Intent.DEADLINE and (not question.polar or asks_whether_open(question.text))
    in_month = question.polar and (question.month is not None or _MONTH.search(question.text))
    asks = dated or time_asked(question.text) or in_month
    words = gatherer.words(question.text)
    of_rows = question.month is not None and not in_month
    if not asks or question.context or of_rows or not all(map(_names_nothing, words)):
        return ()
    old = gatherer.superseded(question)
    timed = [n for n in gatherer.library.notices if n.notice_id not in old and windows_asked({}, n)]
    return tuple({n.source: n for n in reversed(timed)}.values())[::-1]


def _names_nothing(word: str) -> bool:
    return is_of_time(word) or says_applying(word) or _MONTH.fullmatch(word) is not None


_MONTH = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?")


_OF_OFFICIALS = re.compile(r"遴选|审核|推荐|评审|初审|复审|选拔|完成|[局委办](?!公|理|事)|部门")  # 区县遴选


def opening_asked(asked: str, words: Mapping[str, float], notice: Notice, as_of: date) -> Opening | None:
    """The window that a question is about; None where no window shares enough of its words."""
    officials = windows_of(notice) if _OF_OFFICIALS.search(asked) else ()
    found = [w for w in of_the_tier(asked, officials, lambda w: w.name) if w.closes]
    found = found or [w for w in windows_asked(words, notice) if w.closes or is_named(w)]
    found = _for_sex_told(asked, found)
    if not found:
        return None
    found = called_by_act(found, words)
    best = max(found, key=lambda w: _rank(w, as_of))
    if best.closes is not None and best.closes < as_of:
        best = next((w for w in windows_of(notice) if _is_for_the_late(w, as_of)), best)
    return Opening(best, timing_at(best, _hour(asked), as_of))


_SEXES = (
    (re.compile(r"女(?!儿|婿|友|朋友)|姑娘"), re.compile(r"男"), re.compile(r"女")),
    (re.compile(r"男(?!友|朋友)|小伙"), re.compile(r"女"), re.compile(r"男")),
)


def _for_sex_told(asked: str, windows: list[Window]) -> list[Window]:
    """Windows without those that are for the other sex alone, where a person tells theirs: 女兵报名时间."""
    for said, other, own in _SEXES:
        if said.search(asked) and not other.search(asked):
            return [w for w in windows if own.search(w.name) or not other.search(w.name)] or windows
    return windows


def called_by_act(windows: list[Window], words: Mapping[str, float]) -> list[Window]:
    """Of some windows those that are called by an act asked about; all where none is."""
    return [w for w in windows if _does_last(w, words)] or windows


def _does_last(window: Window, words: Mapping[str, float]) -> bool:
    """Whether a window is called by an act asked about, which stands last in its name: 考生办理报名."""
    name = _TIME_LAST.sub("", search_key(window.name))
    acts = {w[-2:] for w in words if len(w) == len("个别报名") and says_applying(w[-2:])}
    return any(len(w) > 1 and name.endswith(w) for w in (*words, *acts))


_TIME_LAST = re.compile(r"(?:的)?(?:起止|截止|受理)?(?:时间|日期|期限|阶段|时段)$")


def _current(notice: Notice) -> Sequence[Window]:
    """The windows of a notice without last year's, where there are others: a guide for a year shows pages of
    the year before, with their days. What a year is applied for opens in the last quarter before it."""
    year = titled_year(notice)
    first = notice.issued or (date(year - 1, 10, 1) if year else date.min)
    current = [w for w in windows_of(notice) if (w.closes or w.opens or date.max) >= first]
    return current or windows_of(notice)


def _is_for_the_late(window: Window, as_of: date) -> bool:
    """Whether a window is running in which those who were late may still do it."""
    running = (window.opens or as_of) <= as_of <= (window.closes or date.min)
    return running and purpose_of(window) is Purpose.LATE


def windows_asked(words: Mapping[str, float], notice: Notice) -> list[Window]:
    """The windows that the words of a question may mean, in reading order; without any those to apply in."""
    weights = {w: i for w, i in words.items() if not is_of_time(w)}
    total = sum(weights.values())
    if not total:
        weights, total = {"": 1.0}, 1.0  # nothing but applying is meant
    shares = [(_share(weights, w), w) for w in _current(notice)]
    most = max((s for s, _ in shares), default=0.0)
    return [w for s, w in shares if s >= _NEAR * most] if most > _LEAST * total else []


def _share(words: Mapping[str, float], window: Window) -> float:
    """The weight of the words that a window says; words of applying and of examining by what it is for."""
    name, about = search_key(window.name), search_key(f"{window.name} {window.about}")
    applies = (1.0 if is_named(window) else _BY_PLACE) if purpose_of(window) is Purpose.APPLYING else 0.0
    total = 0.0
    for word, weight in words.items():
        held = _held(word, about)
        if _PAY.fullmatch(word):
            held = float(_PAID.search(name) is not None)
        elif not word or says_applying(word):
            by_name = not word or _held(word, name) > 0
            held = applies * (1.0 if by_name else _IN_ABOUT if held else _BY_PURPOSE)
        elif _SIT.fullmatch(word):
            held = float(is_exam(window))
        total += weight * held
    return total


_PAY = re.compile(r"[缴交付]费|付款|缴款")
_PAID = re.compile(r"[缴交付][纳]?[^,，。]{0,4}费|付款|缴款")


def _held(word: str, about: str) -> float:
    return max(match(w, about, "") for w in (word, *lexicon().synonyms.get(word, ())))


def _rank(window: Window, as_of: date) -> tuple[int, int]:
    """Of windows alike, one that is running comes first, then the next to come, then the last to end."""
    opens, closes = window.opens, window.closes
    if closes is None:
        return (0, 0)
    if closes < as_of:
        return (1, closes.toordinal())
    if opens is not None and opens > as_of:
        return (2, -opens.toordinal())
    return (3, -closes.toordinal())


def timing_at(window: Window, hour: str, as_of: date) -> Timing:
    """How a day, and an hour of it where one is named, stands to a window."""
    opens, closes = window.opens, window.closes
    state, note = TimingState.OPEN, ""
    if closes is not None and (as_of > closes or (as_of == closes and _late(hour, window.closes_at))):
        state, note = TimingState.CLOSED, f"截止时间是{written_day(closes)}{window.closes_at}，已经过了"
    elif _late(hour, window.daily_until):
        state, note = TimingState.CLOSED, f"每天只到{window.daily_until}"
    elif opens is not None and as_of < opens:
        state, note = (
            TimingState.UPCOMING,
            f"{written_day(opens)}{window.opens_at}才开始，还有{(opens - as_of).days}天",
        )
    elif closes is not None:
        left = (closes - as_of).days
        note = f"截止{written_day(closes)}{window.closes_at}，" + (
            f"还有{left}天" if left else "今天是最后一天"
        )
    elif opens is not None:
        note = f"从{written_day(opens)}{window.opens_at}开始"
    days = [d.isoformat() if d else None for d in (opens, closes)]
    return Timing(as_of.isoformat(), state, days[0], days[1], note)


def _late(hour: str, closes_at: str) -> bool:
    return bool(hour and closes_at) and hour > closes_at


def _hour(asked: str) -> str:
    """The hour of the day that a question names, as `20:00`; `""` where it names none."""
    named = HOUR.search(asked)
    if named is None:
        return ""
    hour = int(number(named["hour"]) or 0)
    if (named["part"] or "")[:1] in ("下", "傍", "晚", "今") and hour < 12:
        hour += 12
    minute = "30" if named["half"] else named["minute"] or "00"
    return f"{hour:02d}:{minute}" if hour < 25 else ""
