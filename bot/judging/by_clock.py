"""Whether something may be done at an hour that is named, by the hours of a notice: 晚上10点能扔吗."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.case_told import CaseReader
from bot.judging.judgement import Judgement
from bot.judging.kinds import said_in
from bot.person.person import Person
from bot.speech.lead_time import hour_told
from bot.speech.time_asked import HOUR, asking_part
from corpus import patterns as re
from corpus.conditions.norms import NormKind, norms_in
from corpus.values.periods import fold
from corpus.values.symbols import clock_ranges
from index.normal import search_key

__all__ = ["judge_clock"]

_NEAR, _LOOKED_AT = 0.5, 6  # of the best score; passages whose hours are read
_STOPS = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:以?后|起)?(?:停止|不再|谢绝|禁止)(?:入|进|检|放|受理|接待|售)"
)
_GOES_IN = re.compile(r"进|入|去|来|到|参观|打|玩|看|买|办")
_DAYS = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天末]|工作日|节假?日|双休|\d月")
_ALL_DAY = re.compile(r"全天|24小时|昼夜")
_LEFT_OUT = re.compile(
    r"\d:\d{2}[)）]?[^,，()（）]{0,4}除外|除[^,，]{0,12}\d{1,2}:\d{2}[^,，]{0,12}外"
)  # no 节日除外
_FREED = re.compile(r"时间(?:的)?限制|时段(?:的)?限制")
# 半夜: an hour that nobody is open at without saying so.
_AT_NIGHT = re.compile(r"半夜|深夜|凌晨|后半夜")
_MIDNIGHT = 30


def judge_clock(
    question: Question, person: Person, own: Sequence[Evidence], words: Callable[[str], Mapping[str, float]]
) -> list[Judgement]:
    """The hours of what is asked about, and whether the hour named is within; [] where none are told."""
    asked = question.text
    minute = hour_told(asked)
    if minute is None and _AT_NIGHT.search(asked):
        minute = _MIDNIGHT
    if minute is None or not own or _OTHER_MATTER.search(asking_part(asked)):
        return []
    near = [e for e in own[:_LOOKED_AT] if e.score >= _NEAR * own[0].score]
    if any(_freed(e, asked, person, words) for e in near):
        return []
    named = [w for w in words(HOUR.sub("", asked)) if not _OF_TIME.search(w)]
    for e, sentence in _sentences(near):
        if not any(said_in(w, search_key(sentence)) >= _SAID for w in named):
            continue
        verdict = _within(minute, fold(sentence), asked)
        if verdict is not None:
            return [Judgement(verdict, e, "", partial=True)]
    return []


_SAID = 0.75
_OF_TIME = re.compile(r"[点时晚早夜]|上午|下午|现在")
# What turns on the hour in another way than by being open: money back, a mark against somebody.
_OTHER_MATTER = re.compile(r"退|算|记|罚|扣|取消|改签|迟到|违约")


def _sentences(near: Sequence[Evidence]) -> Iterator[tuple[Evidence, str]]:
    for e in near:
        for sentence in re.split(r"[。；;]", e.passage.text):
            if sentence.strip():
                yield e, sentence


def _within(minute: int, sentence: str, asked: str) -> Verdict | None:
    """Whether an hour is within those of a sentence; None where it says nothing, or of other days alone, or
    leaves hours out (早高峰除外)."""
    if _LEFT_OUT.search(sentence):
        return None
    stop = _STOPS.search(sentence)
    if stop and _GOES_IN.search(asked) and minute >= int(stop["hour"]) * 60 + int(stop["minute"]):
        return Verdict.NOT_ELIGIBLE
    if _ALL_DAY.search(sentence):
        return Verdict.ELIGIBLE
    ranges = [(_minutes(a), _minutes(b)) for a, b in clock_ranges(sentence)]
    if not ranges:
        return None
    if not any(_is_open(minute, opens, closes) for opens, closes in ranges):
        return Verdict.NOT_ELIGIBLE
    return None if _DAYS.search(sentence) and not _DAYS.search(asked) else Verdict.ELIGIBLE


def _is_open(minute: int, opens: int, closes: int) -> bool:
    """Whether a minute of the day is within a range, which may go on past midnight: 22:00—6:00."""
    return opens <= minute < closes if opens <= closes else minute >= opens or minute < closes


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")[:2]
    return int(hour) * 60 + int(minute)


def _freed(
    evidence: Evidence, asked: str, person: Person, words: Callable[[str], Mapping[str, float]]
) -> bool:
    """Whether a passage lets off from the hours somebody of whom the question tells."""
    reader = CaseReader(asked, person, evidence.notice, words)
    return any(
        n.kind is NormKind.FREES
        and _FREED.search(n.act)
        and reader.read(n.case).state is not ConditionState.UNMET
        for n in norms_in(evidence.notice, evidence.passage.clause)
    )
