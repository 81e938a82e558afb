"""What a person says about themselves, as facts that conditions compare with.

Counts of years are kept in months. What was not said stays unknown; a denial (没证, 没上过班) is a fact too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from corpus.facts import number
from corpus.rules import DEGREES

__all__ = ["Degree", "Person", "read_person"]

_NUM = r"(?<![\d.])(\d{1,2}(?:\.\d+)?|[一二两三四五六七八九十]{1,3}|半)"
_SPAN = rf"{_NUM}\s*个?(年半|年多|年|个?月|载)(?:零?{_NUM}\s*个月)?"
_FULL_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_WORKING = r"干|工作|从事|做|上班|开发|写|打工|经验|从业|入行|工龄|当|搞|经历|累计|入职|在职"
_DAY = r"((?:19|20)?\d{2})\s*年(?:\s*(\d{1,2})\s*月)?"
_STARTED = r"参加工作|入职|入行|开始|毕业|上班|进厂|就业|从事"
_CITY_HUKOU = re.compile(
    r"(沪籍|本地人|本市户籍|本市户口|本地户[口籍]|(?:有|是)?([\u4e00-\u9fff]{2,3})(?:户籍|户口|本地)|户[口籍]在([\u4e00-\u9fff]{2,3})|有户口)"
)
_ABROAD = re.compile(
    r"外省|外地|非本市|非沪|外来|农村户[口籍]不在|没有?(?:本地|本市|上海)?户[口籍]|户[口籍]不在"
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
    text: str = ""
    echo: tuple[str, ...] = ()

    @property
    def credentials_told(self) -> bool:
        """Whether the person has told which papers they hold, so that others may be taken as not held."""
        return bool(self.degrees or self.school or self.title is not None or self.certificate is not None)


def read_person(text: str, places: str, as_of: date, reckoned: date) -> Person:
    """Read the facts in `text`, simplified and half width.

    `places` are the places that the notice calls its own (its title and issuer), `as_of` is the day of asking,
    `reckoned` the day up to which the notice counts years.
    """
    text = text.translate(_FULL_MARKS)
    born = _born(text)
    degrees = _degrees(text, as_of)
    work, after = _work(text, as_of, reckoned, degrees)
    person = Person(
        age=_age(text, born, as_of),
        born=born,
        degrees=degrees,
        school=_school(text),
        major=_major(text),
        work=work,
        after=after,
        certificate=_certificate(text),
        title=_title(text),
        insurance=_insurance(text),
        same_employer=_with_words(text, r"(?:现在|这家|这个|本|现|目前)(?:的)?(?:公司|单位|厂|家厂|企业)"),
        graduated=_with_words(text, r"毕业"),
        resident=_resident(text, places),
        permit=_permit(text),
        retired=_retired(text),
        failed=_failed(text),
        text=text,
    )
    return person


# --- age, degrees ------------------------------------------------------------------------------------


def _born(text: str) -> date | None:
    match = re.search(
        r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?\s*(?:生|出生)", text
    )
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _age(text: str, born: date | None, as_of: date) -> Decimal | None:
    if born:
        return Decimal(as_of.year - born.year - ((as_of.month, as_of.day) < (born.month, born.day)))
    match = re.search(r"(\d{1,2})\s*周?岁", text)
    if match:
        return Decimal(match[1])
    bare = re.search(r"(?:今年|我|娃|孩子|儿子|女儿|他|她)(\d{1,2})(?=[了，,。]|$)", text)
    return Decimal(bare[1]) if bare and 3 <= int(bare[1]) <= 90 else None


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
    return _day_in(part, as_of)


def _day_in(part: str, as_of: date) -> date | None:
    match = re.search(_DAY, part)
    if match:
        year = int(match[1]) if len(match[1]) == 4 else (2000 if int(match[1]) < 50 else 1900) + int(match[1])
        return date(year, min(12, max(1, int(match[2] or 7))), 1)
    relative = re.search(r"(今年|去年|前年)(?:(\d{1,2})月)?", part)
    if relative:
        year = as_of.year - ("今去前".index(relative[1][0]))
        return date(year, int(relative[2] or 7), 1)
    ago = re.search(rf"{_NUM}\s*个月前", part)
    if ago:
        months = int(number(ago[1]) or 0)
        total = as_of.year * 12 + as_of.month - 1 - months
        return date(total // 12, total % 12 + 1, 1)
    return None


def _school(text: str) -> str:
    match = re.search(r"技师学院|高级技工学校|预备技师班|高级工班|技师班|中级工班|初级工班", text)
    return match.group() if match else ""


def _major(text: str) -> str:
    for pattern in (
        r"([\u4e00-\u9fff]{2,8}?)专业(?!技术|工作|职称|相关|的?区)",
        r"(?:学|读|念)的?是?([\u4e00-\u9fff]{2,6}?)(?:的|专业|，|,|。|$)",
        r"(计算机|软件工程|软件|电子信息|通信|自动化|护理|会计|法律|电子商务|机械|土木|英语)(?:的|类|博士|硕士|本科|大专|系)",
        r"(?:博士|硕士|本科|大专|专科)(?:学历)?，?([\u4e00-\u9fff]{2,6}?)(?:的|专业)",
    ):
        match = re.search(pattern, text)
        if match:
            name = re.sub(r"^(?:我|是|的|读|学|本科|大专|专科|硕士|博士|毕业|中职|中专)+", "", match.group(1))
            if len(name) >= 2 and name not in ("相关", "本", "对口", "什么"):
                return name
    inside = re.search(
        r"(?:本科|大专|专科|硕士|博士|中职|中专)[，,]?(计算机|软件|电子|通信|信息)|(计算机|软件|电子|通信|信息)\S{0,4}(?:本科|大专|专科|硕士|博士|毕业)",
        text,
    )
    return (inside.group(1) or inside.group(2)) if inside else ""


# --- work --------------------------------------------------------------------------------------------


def _work(
    text: str, as_of: date, reckoned: date, degrees: tuple[Degree, ...]
) -> tuple[Decimal | None, dict[str, Decimal]]:
    if re.search(r"没上过班|没工作过|没有?工作(?:经验|经历)|从没工作|还没工作|刚毕业(?!到|进|入)", text):
        return Decimal(0), {}
    after: dict[str, Decimal] = {}
    plain: list[Decimal] = []
    for match in re.finditer(_SPAN, text):
        months = _months(match)
        before, behind = _clause_around(text, match.start(), match.end())
        anchor = _anchor_of(before, behind)
        if re.match(r"\s*个?月?前", text[match.end() :]) and anchor:
            after[anchor] = months
        elif re.search(r"社保|保险|参保", before) or re.search(
            r"^(?:才|后|内|以后)?(?:毕业|退休|满|才行|到期|之内|一次)", behind
        ):
            continue
        elif anchor:
            after[anchor] = max(months, after.get(anchor, Decimal(0)))
        elif re.search(_WORKING, before + behind) and not re.search(
            r"才行|才能报|要满|须满|按.{0,6}满|是不是.{0,6}再", before + behind
        ):
            plain.append(months)
    since = _started(text, as_of, degrees)
    if since is not None:
        plain.append(_between(since, reckoned))
    ranges = re.findall(r"20\d{2}\s*(?:年)?\s*(?:到|至|-)\s*20\d{2}", text)
    if plain:
        total = sum(plain) if len(ranges) >= 2 and len(plain) >= 2 else max(plain)
        return total, after
    return (max(after.values()) if after else None), after


def _clause_around(text: str, start: int, end: int) -> tuple[str, str]:
    left = max(text.rfind(mark, 0, start) for mark in "，。；,;、") + 1
    stops = [p for mark in "，。；,;、" if (p := text.find(mark, end)) >= 0]
    return text[left:start], text[end : min(stops, default=len(text))]


def _months(match: re.Match[str]) -> Decimal:
    count = Decimal("0.5") if match[1] == "半" else (number(match[1]) or Decimal(0))
    months = count * 12 if match[2][0] in "年载" else count
    if match[2] == "年半":
        months += 6
    if match[3]:
        months += number(match[3]) or 0
    return months


def _anchor_of(before: str, behind: str) -> str:
    if re.search(r"(?:取证|拿证|拿到证|证书?)(?:取得|拿到|下来)?(?:之|以)?后", before) or re.search(
        r"级证.{0,4}后", before
    ):
        return "certificate"
    if re.search(r"(?:评上|职称|取得职称|助理工程师|工程师).{0,6}(?:之|以)?后|评上", before) or re.search(
        r"前评", behind
    ):
        return "title"
    return ""


def _started(text: str, as_of: date, degrees: tuple[Degree, ...]) -> date | None:
    """The earliest day from which the person says they have worked."""
    days = []
    for match in re.finditer(_DAY, text):
        _, behind = _clause_around(text, match.start(), match.end())
        if re.search(_STARTED, behind[:14]) and not re.search(
            r"到期|报|考|评|申|入读|取得|拿|生", behind[:3]
        ):
            day = _day_in(match.group(), as_of)
            if day:
                days.append(day)
    return min(days, default=None)


def _between(start: date, end: date) -> Decimal:
    """Whole months from the month of `start` to the end of the month of `end`."""
    return Decimal(
        max(0, (end.year - start.year) * 12 + end.month - start.month + (1 if end.day >= 28 else 0))
    )


# --- papers, residence, status -----------------------------------------------------------------------


def _certificate(text: str) -> int | None:
    text = re.sub(r"没有?(?:持有)?[^，。有]{0,6}[一二三四五1-5]级[^，。]{0,6}证", "没证", text)
    grades = [m[1] for m in re.finditer(r"([一二三四五1-5])级(?:职业)?(?:资格|技能)?(?:等级)?证", text)]
    grades += [m[1] for m in re.finditer(r"(?:有|考过|取得|拿)[^，。]{0,12}([一二三四五1-5])级", text)]
    if grades:
        return min(int(g) if g.isdigit() else "一二三四五".index(g) + 1 for g in grades)
    return 9 if re.search(r"没有?(?:别的|任何|其他)?证|无证|没考过证", text) else None


def _title(text: str) -> int | None:
    if re.search(r"助理工程师|助工|初级职称|初级工程师", text):
        return 1
    if re.search(
        r"(?:是|评上|取得|有|中级职称后|拿到)(?:了)?[^，。申报评能]{0,6}(?:工程师|中级职称)|工程师[（(]", text
    ):
        return 2
    return 0 if re.search(r"没有?职称|没别的证", text) else None


def _insurance(text: str) -> Decimal | None:
    for match in re.finditer(_SPAN, text):
        left = max(text.rfind(mark, 0, match.start()) for mark in "。；;") + 1
        if re.search(r"社保|保险|参保|缴金", text[left : match.start()]) and not re.search(
            r"近$|这$", text[: match.start()][-1:]
        ):
            months = _months(match)
            rest = re.search(rf"(?:加起来|累计|一共|共|足足|总共)\D{{0,4}}{_SPAN}", text[left:])
            if rest:
                inner = re.search(_SPAN, rest.group())
                return _months(inner) if inner else months
            return months
    return None


def _with_words(text: str, words: str) -> Decimal | None:
    """A span of time said in one breath with some words: 在现在公司两年, 毕业三年."""
    match = re.search(rf"{words}[^，。；]{{0,6}}?{_SPAN}", text)
    inner = re.search(_SPAN, match.group()) if match else None
    return _months(inner) if inner else None


def _resident(text: str, places: str) -> bool | None:
    if _ABROAD.search(text):
        return False
    match = _CITY_HUKOU.search(text)
    if match is None:
        return None
    place = match.group(2) or match.group(3)
    if place is None or place in places or "本" in match.group(0) or place in ("沪籍", "有"):
        return True
    return True if re.search(r"有户口|沪", match.group(0)) else place in places


def _permit(text: str) -> bool | None:
    match = re.search(r"居住证[^，。；]{0,10}", text)
    if match is None:
        return None
    return not re.search(r"过期|没续|没有|到期|失效|没办", match.group()) and not re.search(
        r"没有?居住证", text
    )


def _retired(text: str) -> bool | None:
    if re.search(r"没退休|还没退休|未退休|离退休还", text):
        return False
    return True if re.search(r"退休", text) else None


def _failed(text: str) -> bool | None:
    if re.search(r"(?:没|未)参加(?:过)?.{0,6}(?:评审|评定|评)", text):
        return False
    return (
        True
        if re.search(
            r"(?:去年|上年|上一年|\d{4}年).{0,30}(?:没(?:有)?(?:通)?过|未(?:获)?通过|没评上|落选)", text
        )
        else None
    )
