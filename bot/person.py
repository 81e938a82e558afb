"""What a person says about themselves, as facts that conditions compare with.

Counts of years are kept in months. What was not said stays unknown; a denial (没证, 没上过班) is a fact too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.answer import Claim
from bot.papers import (
    certificate_of,
    failed_of,
    insurance_of,
    permit_of,
    resident_of,
    retired_of,
    spoken_with,
    title_of,
)
from bot.work_history import day_in, work_of
from corpus.credentials import DEGREES
from corpus.facts import number

__all__ = ["Degree", "Person", "read_person"]

_FULL_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_REST = re.compile(
    r"(?:其他|其它|别的|剩下的|另外的?)(?:的|条件|各项|方面|要求)*(?:我)?(?:都|全|均|也都?)(?:够|有|符合|满足|没问题|达到|具备|齐)"
)


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree said to be held or pursued. `since` is when it was taken, where that was said."""

    rank: int
    word: str
    finished: bool = True
    in_service: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Facts about a person; None where nothing was said. Durations in months, up to the day of reckoning."""

    age: Decimal | None = None
    sex: str = ""  # 男 or 女
    born: date | None = None
    degrees: tuple[Degree, ...] = ()
    school: str = ""
    major: str = ""
    work: Decimal | None = None
    after: dict[str, Decimal] = field(default_factory=dict)
    certificate: int | None = None  # the best grade, 1 to 5; 9 where none is held
    title: int | None = None  # 1 初级, 2 中级, 3 高级; 0 where none is held
    insurance: Decimal | None = None
    same_employer: Decimal | None = None
    graduated: Decimal | None = None  # since leaving school
    resident: bool | None = None
    permit: bool | None = None
    retired: bool | None = None
    failed: bool | None = None
    as_of: date | None = None
    text: str = ""
    echo: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()  # what replies to questions asked back settled

    @property
    def tells(self) -> bool:
        """Whether anything typed was said."""
        told = (self.age, self.born, self.work, self.certificate, self.title, self.insurance, self.resident)
        return bool(self.degrees or self.school) or any(
            x is not None for x in (*told, self.permit, self.retired)
        )

    @property
    def says_rest_is_met(self) -> bool:
        """Whether the person says that they meet all they do not speak of: 其他条件都够."""
        return _REST.search(self.text) is not None

    @property
    def credentials_told(self) -> bool:
        """Whether the person has told which papers they hold, so that others may be taken as not held."""
        return bool(self.degrees or self.school or self.title is not None or self.certificate is not None)


def read_person(text: str, places: str, as_of: date, reckoned: date) -> Person:
    """Read the facts in `text`, simplified and half width.

    `places` are the places that the notice calls its own, `as_of` is the day of asking, `reckoned` the day
    up to which the notice counts years.
    """
    text = text.translate(_FULL_MARKS)
    born = _born(text)
    degrees = _degrees(text, as_of)
    work, after = work_of(text, as_of, reckoned)
    return Person(
        age=_age(text, born, as_of),
        sex=_sex(text),
        born=born,
        degrees=degrees,
        school=_school(text),
        major=_major(text),
        work=work,
        after=after,
        certificate=certificate_of(text),
        title=title_of(text),
        insurance=insurance_of(text),
        same_employer=spoken_with(
            text,
            r"(?:现在这家|现在的?(?:公司|单位|厂|企业)|(?:这家|这个|本|现|目前)(?:公司|单位|厂|家厂|企业))",
        ),
        graduated=spoken_with(text, r"毕业"),
        resident=resident_of(text, places),
        permit=permit_of(text),
        retired=retired_of(text),
        failed=failed_of(text, as_of),
        as_of=as_of,
        text=text,
    )


# --- age, degrees ------------------------------------------------------------------------------------


_BIRTH = re.compile(
    r"(?P<year>(?:19|20)?\d{2})\s*[年./-]\s*(?P<month>\d{1,2})\s*(?:[月./-]\s*(?:(?P<day>\d{1,2})\s*[日号]?)?)?\s*(?:份)?(?:生(?!效|育|活)|出生)"
)


def _born(text: str) -> date | None:
    """The day of birth; the first of the month where no day is said."""
    match = _BIRTH.search(text)
    if match is None:
        return None
    year = int(match["year"])
    year += 0 if year > 99 else 2000 if year < 30 else 1900
    try:
        return date(year, int(match["month"]), int(match["day"] or 1))
    except ValueError:
        return None


_MEN = re.compile(r"男|先生|爸|父|爷|老公|丈夫|儿子|哥|弟|叔|伯|舅|大爷|外公|姥爷")
_WOMEN = re.compile(r"女|妈|母|奶奶|婆|老婆|妻|姐|妹|姨|姑|婶|大妈|外婆|姥姥|媳妇")


def _sex(text: str) -> str:
    """Of which sex the one spoken of is; `""` where it is not said or both are spoken of."""
    man, woman = _MEN.search(text), _WOMEN.search(text)
    if man and woman:
        return {"男": "男", "女": "女"}.get(
            (re.search(r"(?:^|[，。 ])(男|女)(?=[，。 ]|$)", text) or [""])[0], ""
        )
    return "男" if man else "女" if woman else ""


_AGE = re.compile(
    r"(?<![\d.])(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)\s*周?岁(?!以|及|的?标准)"
)
_BARE_AGE = re.compile(
    r"(?:今年|我|俺|娃|孩子|儿子|女儿|爸|妈|爷|奶|婆|公|父亲|母亲|老人|他|她|男|女|刚|年龄|已经?|都)(?:今年|刚|刚满|已经?|都)?(\d{2,3})(?=了|[，。]|$|\s)|(?<![\d.])(\d{2})了(?=[，。]|$)"
    r"|(?:^|[，。 ])(?:男|女)\s*(\d{2})(?=[，。 ]|$)"
)


def _age(text: str, born: date | None, as_of: date) -> Decimal | None:
    if born:
        return Decimal(as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day)))
    match = _AGE.search(text)
    if match:
        return number(match[1])
    bare = _BARE_AGE.search(text)
    years = Decimal(next(g for g in bare.groups() if g)) if bare else None
    return years if years is not None and 3 <= years <= 110 else None


_DEGREE = re.compile("|".join(sorted(DEGREES, key=len, reverse=True)) + "|普高|大[一二三四]|研[一二三]")


def _degrees(text: str, as_of: date) -> tuple[Degree, ...]:
    found: list[Degree] = []
    student = re.search(
        r"大[一二三]|研[一二](?!究)|(?<!不)在读(?!应届)|还没毕业|没毕业|还有.{0,4}年?才?毕业", text
    )
    for match in _DEGREE.finditer(text):
        word = match.group()
        around = text[max(0, match.start() - 14) : match.end() + 10]
        if re.search(r"(?:没有?|不是|无)$", text[max(0, match.start() - 3) : match.start()]):
            continue
        if re.match(r"[^，。]{0,6}(?:要|需要|呢|几年)", text[match.end() :]) and "我" not in text:
            pass
        rank = {"普高": 2}.get(word) or DEGREES.get(word) or (6 if word.startswith("研") else 5)
        if any(d.rank == rank for d in found):
            continue
        finished = not student or rank < max(DEGREES.get(w, 5) for w in _DEGREE.findall(text))
        in_service = bool(re.search(r"在职", text[max(0, match.start() - 4) : match.start()]))
        since = (
            _near_day(text, match.start(), match.end(), as_of)
            if re.search(r"毕业|拿|取得|获", around)
            else None
        )
        found.append(Degree(rank, word, finished, in_service, since))
    return tuple(sorted(found, key=lambda d: -d.rank))


def _near_day(text: str, start: int, end: int, as_of: date) -> date | None:
    """The year and month said in the same clause as the words at `start`."""
    left = max(text.rfind(mark, 0, start) for mark in "，。；,;") + 1
    stops = [p for mark in "，。；,;" if (p := text.find(mark, end)) >= 0]
    part = text[left : min(stops, default=len(text))]
    return day_in(part, as_of)


def _school(text: str) -> str:
    match = re.search(r"技师学院|高级技工学校|预备技师班|高级工班|技师班|中级工班|初级工班", text)
    return match.group() if match else ""


def _major(text: str) -> str:
    for pattern in (
        r"([\u4e00-\u9fff]{2,8}?)专业(?!技术|工作|职称|相关|的?区)",
        r"(?:学|读|念)的?是?([\u4e00-\u9fff]{2,6}?)(?:的|专业|，|,|。|$)",
        r"(计算机|电脑|软件工程|软件|电子信息|通信|自动化|护理|会计|法律|电子商务|机械|土木|英语)(?:的|类|博士|硕士|本科|大专|系)",
        r"(?:博士|硕士|本科|大专|专科)(?:学历)?，?([\u4e00-\u9fff]{2,6}?)(?:的|专业)",
    ):
        match = re.search(pattern, text)
        if match:
            name = re.sub(r"^(?:我|是|的|读|学|本科|大专|专科|硕士|博士|毕业|中职|中专)+", "", match.group(1))
            if len(name) >= 2 and name not in ("相关", "本", "对口", "什么"):
                return name
    inside = re.search(
        r"(?:本科|大专|专科|硕士|博士|中职|中专)[，,]?(计算机|电脑|软件|电子|通信|信息)|(计算机|电脑|软件|电子|通信|信息)\S{0,4}(?:本科|大专|专科|硕士|博士|毕业)",
        text,
    )
    return (inside.group(1) or inside.group(2)) if inside else ""
