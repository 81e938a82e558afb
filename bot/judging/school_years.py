"""In which year at school somebody will be, against those that a notice is open to: 限升入四年级的学生."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.judgement import Judgement
from corpus import patterns as re
from corpus.values.periods import fold

__all__ = ["judge_school_year", "kept_out_by_school_year"]

_NEAR, _LOOKED_AT = 0.5, 6  # of the best score; passages whose sentences are read
_N = r"[一二三四五六七八九1-9]"
_STAGE = r"(?P<stage>小学|初中?|高中?|大学?|本科|研)?"
_OPEN_TO = re.compile(
    rf"(?:(?P<year>20\d{{2}})年)?[^,;。]{{0,6}}?升入{_STAGE}(?P<low>{_N})(?:年级)?(?:(?P<to>至|到|-|—|~|、|或)(?:小学|初|高|大)?(?P<high>{_N}))?(?:年级)?"
)
_OF_LENGTH = re.compile(rf"(?P<length>{_N})年制[^,;。)]{{0,4}}升入{_STAGE}(?P<low>{_N})年级")
_TOLD = re.compile(rf"(?P<stage>小学|初|高|大|研)(?P<n>{_N})(?!学)|(?P<grade>{_N})年级")
_TO_BE = re.compile(r"(?:升|开学(?:就|后)?|秋天|九月|9月|下学期)(?:上|读|念|是|到|入)?$")
_LENGTH = re.compile(rf"(?P<n>{_N})年制")
_FIGURES = {c: i for i, c in enumerate("一二三四五六七八九", 1)} | {str(i): i for i in range(1, 10)}
_SEPTEMBER = 9  # when a school year begins
# Of whom a sentence without a stage speaks, by what the notice calls those it is for.
_PUPILS, _STUDENTS = re.compile(r"少儿|儿童|小学|中小学"), re.compile(r"大学|本科|考研|研究生|学院|高校")


@dataclass(frozen=True, slots=True)
class _Years:
    """The years at school that a sentence is open to, and as of which autumn."""

    low: int
    high: int
    stage: str
    year: int | None


def kept_out_by_school_year(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that is not open to the year told; [] where it is, or none is told."""
    return [j for j in judge_school_year(question, own) if j.verdict is Verdict.NOT_ELIGIBLE]


def judge_school_year(question: Question, own: Sequence[Evidence]) -> list[Judgement]:
    """The sentence that is open to some years at school, with that told within or without; [] for none."""
    asked = fold(f"{question.context},{question.text}")
    told = list(_TOLD.finditer(asked))
    if len(told) != 1 or question.as_of is None or not own:
        return []
    near = [e for e in own[:_LOOKED_AT] if e.score >= _NEAR * own[0].score]
    for e in near:
        years = _years(fold(e.passage.text), asked)
        if years is None or not _same_stage(years.stage, told[0]["stage"] or "", e):
            continue
        reached = _reached(told[0], asked, years.year, question.as_of)
        verdict = Verdict.ELIGIBLE if years.low <= reached <= years.high else Verdict.NOT_ELIGIBLE
        return [Judgement(verdict, e, f"您说“{told[0][0]}”，届时升入{_spoken(reached)}年级", partial=True)]
    return []


def _years(text: str, asked: str) -> _Years | None:
    found = _OPEN_TO.search(text)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    length = _LENGTH.search(asked)
    other = next((o for o in _OF_LENGTH.finditer(text) if length and o["length"] == length["n"]), None)
    if other is not None:
        only = _FIGURES[other["low"]]
        return _Years(only, only, other["stage"] or "", year)
    low = _FIGURES[found["low"]]
    return _Years(low, _FIGURES[found["high"]] if found["high"] else low, found["stage"] or "", year)


def _same_stage(printed: str, told: str, evidence: Evidence) -> bool:
    """Whether a year told is of the same kind of school as the one printed."""
    if printed and told:
        return printed[0] == told[0]
    around = f"{evidence.notice.title}{evidence.passage.text}"
    if told in ("大", "研"):
        return not _PUPILS.search(around)
    if told in ("初", "高"):
        return False  # 初二 is no 二年级
    return not _STUDENTS.search(around) or not told


def _reached(told: re.Match[str], asked: str, year: int | None, as_of: date) -> int:
    """The year at school that somebody is in from that autumn on."""
    now = _FIGURES[told["n"] or told["grade"]]
    if _TO_BE.search(asked[: told.start()]):
        return now
    autumn = year or (as_of.year if as_of.month < _SEPTEMBER else as_of.year + 1)
    begun = as_of.year if as_of.month >= _SEPTEMBER else as_of.year - 1
    return now + max(0, autumn - begun)


def _spoken(count: int) -> str:
    return "零一二三四五六七八九十"[min(count, 10)]
