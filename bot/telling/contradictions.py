"""Facts told twice that cannot both be true: 我35岁……我今年40; 大专……本科; 本地户口……外地户口.

What is taken back by words of correction is no contradiction (`bot.person.retold`), and neither is what can
be true one after the other (大专毕业后读了本科), of several people, or of several things
(工作六年，在现单位两年).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bot.answer import Answer
from bot.answer_parts import Intent, Missing, Outcome, Verdict
from bot.conversation.replies import EITHER
from bot.person.ages import ages_in, born_of
from bot.person.breaths import words_around
from bot.person.elapsed import age_between
from bot.person.first_job import without_first_job
from bot.person.kin import speaks_of_several, subject_of
from bot.person.papers import retired_of
from bot.person.plain_words import in_plain_words
from bot.person.retold import as_corrected
from bot.person.schooling import degrees_of
from bot.person.work_history import matter_of_span
from bot.speech.amounts import spans_in
from bot.speech.interval import Interval
from corpus import patterns as re

__all__ = ["Contradiction", "contradiction_in", "which_is_right"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements about one fact, each in words that read as that fact when given as a reply."""

    first: str
    second: str

    @property
    def question(self) -> str:
        """What is asked back."""
        return f"您先说“{self.first}”，又说“{self.second}”，请问以哪个为准？"


class _Told(NamedTuple):
    """A value, and how it is said."""

    value: Interval
    said: str


_SUPPOSED = re.compile(r"[^，。；？]*呢(?=[，。；？]|$)")  # 92岁呢 asks what if


def contradiction_in(text: str, as_of: date) -> Contradiction | None:
    """The first fact that `text`, simplified and half width, tells in two ways; None where there is none."""
    plain = as_corrected(in_plain_words(text))
    own = _SUPPOSED.sub("", subject_of(plain).words)
    if speaks_of_several(own):
        return None
    for read in _FACTS:
        told = list(read(own, as_of))
        for one, other in pairwise(told):
            if not one.value.meets(other.value):
                return Contradiction(one.said, other.said)
    return None


def _ages(text: str, as_of: date) -> Iterator[_Told]:
    born = born_of(text, as_of)
    if born is not None:
        said = text[born.start : born.end]
        if re.match(r"(?:出)?生", text[born.end :]):
            yield _Told(age_between(born.first, born.last, as_of), f"{said}出生")
    for age in ages_in(text):
        said = age.much.said or text[age.start : age.end]
        yield _Told(_whole(age.much), said if "岁" in said else f"{said}岁")


def _whole(age: Interval) -> Interval:
    return age.whole() if age.exact else age


# What lets somebody hold one degree after the other, and what speaks of degrees that others hold.
_ONE_AFTER_OTHER = re.compile(
    r"后来|然后|又|再|升|接着|第一学历|最高|双学位|毕业[后了]|之后|先|在职|自考|函授|成人|成教|电大|考上|读[了完]|[、和或]|还是|都"
    r"|\d{2,4}年|[前去今明]年|非全日制|全日制"
)
_BESIDE_DEGREE = re.compile(r"(?:及|或)?以上|(?:学历)?(?:才|能|可|行|够|是不是|也|就|要|的?(?:要求|条件))")


def _degrees(text: str, as_of: date) -> Iterator[_Told]:
    if _ONE_AFTER_OTHER.search(text):
        return
    found = []
    for degree in degrees_of(text, as_of):
        place = text.find(degree.word)
        if place < 0 or not degree.finished or _BESIDE_DEGREE.match(text[place + len(degree.word) :]):
            continue
        breath = text[:place].count("，") + text[:place].count("。")
        found.append((place, breath, degree))
    found.sort(key=lambda f: f[0])
    if len({breath for _, breath, _ in found}) == len(found):
        for _, _, degree in found:
            yield _Told(Interval(Decimal(degree.rank), Decimal(max(degree.most, degree.rank))), degree.word)


# Another length of time beside these is one of another thing: 其中, 现单位, 累计, 连续.
_OTHER_LENGTH = re.compile(
    r"\d年?(?:到|至|-|~)\d|又|再|后来|然后|其中|里面|现|本单位|这家|公司|单位|厂|加起来|累计|一共|总共|合计|连续|近|满|断|停|补|至少|证|职称"
)
_WORK_ALONE = re.compile(r"(?:了|工作|班|这行|这个|经验|工龄)*")


def _work(text: str, as_of: date) -> Iterator[_Told]:
    yield from _lengths(without_first_job(text), "work", "工作")


def _insurance(text: str, as_of: date) -> Iterator[_Told]:
    yield from _lengths(text, "insurance", "社保")


def _lengths(text: str, matter: str, lead: str) -> Iterator[_Told]:
    """Lengths of time told of work, or of insurance, as a whole: 干了六年, 工作5年, and nothing else."""
    for span in spans_in(text):
        before, behind = words_around(text, span.start, span.end)
        alone = _WORK_ALONE.fullmatch(behind) and not _OTHER_LENGTH.search(before)
        if alone and matter_of_span(text, span) == matter:
            yield _Told(span.much, f"{lead}{span.much.said}")


_LOCAL = re.compile(r"(?P<no>(?:没有?|不是|非)?)(?P<where>本地|本市|本省|外地|外市|外省)(?:户口|户籍|人)")


def _household(text: str, as_of: date) -> Iterator[_Told]:
    for match in _LOCAL.finditer(text):
        here = match["where"].startswith("本") != bool(match["no"])
        yield _yes_or_no(here, "本地户口", "外地户口")


_RETIRED = re.compile(r"[^，。；]*退休(?!金|工资|证|费|返聘)[^，。；]*")


def _retired(text: str, as_of: date) -> Iterator[_Told]:
    for match in _RETIRED.finditer(text):
        if re.search(r"[吗呢么]|年龄", match[0]):
            continue
        retired = retired_of(match[0])
        if retired is not None:
            yield _yes_or_no(retired, "已退休", "没退休")


_SINGLE = re.compile(r"(?P<single>未婚|没结婚)|(?:已婚|结婚了)")


def _marital(text: str, as_of: date) -> Iterator[_Told]:
    for match in _SINGLE.finditer(text):
        yield _yes_or_no(match["single"] is None, "已婚", "未婚")


def _yes_or_no(holds: bool, yes: str, no: str) -> _Told:
    return _Told(Interval.exactly(int(holds)), yes if holds else no)


_FACTS: tuple[Callable[[str, date], Iterator[_Told]], ...] = (
    _ages,
    _degrees,
    _work,
    _insurance,
    _household,
    _retired,
    _marital,
)


def which_is_right(told_twice: Contradiction, confidence: float) -> Answer:
    """Asks which of two statements that cannot both be true holds; nothing is judged before that."""
    replies = (told_twice.first, told_twice.second)
    return Answer(
        Outcome.CLARIFY,
        Intent.ELIGIBILITY,
        f"您说的情况前后不一致，还不能判断。{told_twice.question}",
        verdict=Verdict.NEEDS_INFO,
        missing=(Missing(EITHER, told_twice.question, replies),),
        suggestions=replies,
        confidence=confidence,
    )
