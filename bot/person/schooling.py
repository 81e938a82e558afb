"""Degrees that a person says they hold or are reading for, how they took them, and at which school."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.person.breaths import words_around
from bot.person.graduation import graduation_of
from bot.speech.spoken_days import spoken_days
from corpus import patterns as re
from corpus.conditions.credentials import DEGREES

__all__ = ["Degree", "degrees_of", "fresh_of", "school_of"]


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree said to be held or pursued. `since` is when it was taken, where that was said.

    `most` is the highest rank it may be of, where the word leaves that open (大学 is 大专 or 本科). `form` is
    how it was taken where that is told and was not full time: 自考, 函授, 成人教育.
    """

    rank: int
    word: str
    finished: bool = True
    in_service: bool = False
    since: date | None = None
    most: int = 0
    form: str = ""


_WISH_ALONE = -1  # 考研 is no degree
_SPOKEN = {
    "普高": 2,
    "专升本": 5,
    "大本": 5,
    "研究生": 6,
    "中技": 3,
    "技工学校": 3,
    "读研": 6,
    "考研": _WISH_ALONE,
    "读博": 7,
}
_PRIMARY = r"小学(?=毕业|文化|学历|没|都没|肄业|水平)"
# who has none at all: 没学历, 没什么文凭
_NONE = r"(?:没得?有?|无)(?:什么|啥|任何)?(?:学历|文凭)(?!要求|限制|证|的?(?:怎么|能|可))"
_YEARS = r"大[一二三四五]|研[一二三](?!究)|博[一二三四]"
_UNIVERSITY = r"大学(?=没|肄业|毕业|学历|文凭|生|念|读|刚|出来)"
# 高中数学老师 is a subject taught, 副高职称 a title.
_OF_SCHOOLS = 3  # the highest rank of a school that has lessons by such names; behind others it is a field
_NO_DEGREE = re.compile(r"(?:老师|教师|学科|阶段|部|称|的?(?:[\u4e00-\u9fff]{0,2}课|论文|教材|学费))")
_SUBJECT = re.compile(r"(?:语文|数学|英语|外语|物理|化学|生物|政治|历史|地理)")  # of a school: 高中物理
_NAMES = sorted({*DEGREES, *_SPOKEN} - {"读研", "读博", "技工学校"}, key=len, reverse=True)
_READING = r"(?<!高级)技工学校|读研(?![究一二三])|读博(?!士)"
_DEGREE = re.compile("|".join([*_NAMES, _READING, _YEARS, _UNIVERSITY, _PRIMARY, _NONE]))
_STUDYING = re.compile(
    r"大[一二三四五](?!类|学[期科院校位年])|肄业|辍学|退学|没(?:有)?(?:读|念|上)完|研[一二三](?!究)|博[一二三四]|(?<!不)在读(?!应届)|在校(?:大学|本科|专科|研究|学)?生|(?:明年|后年)[^，。]{0,4}(?:毕业|拿毕业证)|(?:还|尚)?(?:没|未)(?:有)?毕业|还有.{0,4}年?才?毕业|(?:正在|还在|现在|在)(?:读|念)(?!过|完|书)|在上(?:大学|本科|大专|研)"
    r"|读[研博](?!究生毕业|(?:之|以)?[前后]|的?时候|那几?年|期间|毕业|[回出]来)|(?:没|未)(?:拿到|取得)(?:毕业)?证"
)
_DENIED = re.compile(r"(?:没有?|不是|无|没读过?|没上过?|没考上?|未取得)(?:全日制|正规)?$")
# 想考硕士; 能报工商管理硕士吗: what is wished or asked for is not held.
_WISHED = re.compile(
    r"(?:想|准备|打算|要|计划)(?:去|再)?(?:考|读|念|报|升)?(?:个|一个)?$"
    r"|(?:能|可以?)(?:不能|不可以)?(?:再|去|直接)?(?:报考?|考|读|念|攻读|申请)[^，。；？\d吗么不呢]{0,8}$"
)
_FORMS = re.compile(
    r"自考|自学考试|函授|成人(?:高考|教育)?|成考|成教|电大|开放大学|网络教育|网教|远程教育|夜大|业余|非全日制|非全"
)
# 从没上过全日制, 不是全日制的: in a breath of its own
_NOT_FULL_TIME = re.compile(r"(?:不是|并非|没(?:有)?[上读念]过?|未)[^，。；]{0,4}全日制")
_TAKEN = re.compile(r"毕业|拿|取得|获|出来|下来|到手|[念读]完")
_IN_SERVICE = re.compile(r"(?:也|都)?是?在职(?:的?时候?|期间|后来?)?(?:念|读|学|上|拿|考|修)")
_AT_PRESENT = re.compile(r"(?:现在|如今|目前|今年)(?:已经?|是|都|在|读|编在|上)*$")
_ITS_DAY = re.compile(r"[,，][^,，。；;]{2,12}(?:到手|拿到|拿的|下来|毕的?业|取得|发的?证)")


def degrees_of(text: str, as_of: date) -> tuple[Degree, ...]:
    """The degrees in `text`, the highest first."""
    found: list[Degree] = []
    student = _STUDYING.search(text) is not None
    ranks = [_rank(m[0]) for m in _DEGREE.finditer(text)]
    for match in _DEGREE.finditer(text):
        word, rank = match[0], _rank(match[0])
        before, behind = words_around(text, match.start(), match.end())
        if (
            rank == _WISH_ALONE
            or _NO_DEGREE.match(behind)
            or (rank <= _OF_SCHOOLS and _SUBJECT.match(behind))
            or _DENIED.search(before)
            or _WISHED.search(before)
        ):
            continue
        taken = _TAKEN.search(text[max(0, match.start() - 14) : match.end() + 10])
        form = _FORMS.search(before[-8:] + word + behind[:6])
        degree = Degree(
            rank,
            "本科" if word in ("专升本", "大本") else "研究生" if word == "读研" else word,
            not student or rank < max(ranks),
            "在职" in before[-4:] or _IN_SERVICE.match(behind) is not None,
            _day_beside(text, match.start(), match.end(), as_of) if taken else None,
            5 if word == "大学" else rank,
            form[0] if form else "",
        )
        same = next((d for d in found if d.rank == rank), None)
        if same is None:
            found.append(degree)
        elif not (same.in_service or same.since) and degree.in_service:
            found[found.index(same)] = degree  # 按本科满5年报…，本科是在职读的
        elif _AT_PRESENT.search(before) and re.fullmatch(_YEARS, word):
            found[found.index(same)] = degree  # 大一转过一回，现在大二
    if len(found) == 1 and not found[0].form and _NOT_FULL_TIME.search(text):
        found = [replace(found[0], form="非全日制")]
    return tuple(sorted(found, key=lambda d: -d.rank))


def _rank(word: str) -> int:
    if word.endswith(("学历", "文凭")):
        return 0
    if word in ("大学", "小学"):
        return 4 if word == "大学" else 0
    if word in _SPOKEN:
        return _SPOKEN[word]
    return DEGREES.get(word) or {"研": 6, "博": 7}.get(word[0], 5)


def _day_beside(text: str, start: int, end: int, as_of: date) -> date | None:
    """The first day that may be meant by the one named in the same clause as a degree."""
    left = max(text.rfind(mark, 0, start) for mark in "，。；") + 1
    stops = [p for mark in "，。；" if (p := text.find(mark, end)) >= 0]
    stop = min(stops, default=len(text))
    days = spoken_days(text[left:stop], as_of)
    if not days and (told := _ITS_DAY.match(text, stop)):
        days = spoken_days(told[0], as_of)  # 本科是在职念的，22年3月到手
    return graduation_of(days[0]).first if days else None


_LONG_AGO = re.compile(r"毕业(?:都|已经?|了|有|快|超过)*[一二两三四五六七八九十\d]+(?:来|多|几)?年(?!级|内)")
_LEFT_IN = re.compile(r"(?<!\d)(20\d{2})年(?:[67六七]月)?[^，。；\d]{0,8}毕业")
_CLASS_OF = re.compile(r"(?<!\d)((?:20)?\d{2})届")


def fresh_of(text: str, as_of: date) -> bool | None:
    """Whether somebody is of this year's graduates: 应届, 26届; None where nothing is said."""
    if re.search(r"往届|非应届|不是应届|(?:去年|前年)[^，。]{0,4}毕业", text):
        return False
    if re.search(r"应届|大四|马上毕业|快毕业|即将毕业|今年(?:夏天|[六七6-7]月)?(?:才|刚|要|就)?毕业", text):
        return True
    if _LONG_AGO.search(text):
        return False
    named = _CLASS_OF.search(text) or _LEFT_IN.search(text)
    if named is None:
        return None
    year = int(named[1]) % 100 + 2000
    return year == as_of.year + (as_of.month >= 9) or year == as_of.year


def school_of(text: str) -> str:
    """A school or class of the technical kind."""
    if low := _LOW_CLASS.search(text):
        return f"{low[1]}级工班"
    match = _TECHNICAL.search(text)
    return _IN_FULL.get(match.group(), match.group()) if match else ""


_IN_FULL = {"高级技校": "高级技工学校", "高级技工班": "高级工班", "高技班": "高级工班"}
_LOW_CLASS = re.compile(r"([中初])级(?:技工|工)?班")  # of whatever school
_TECHNICAL = re.compile(
    rf"技师学院|高级技工学校|预备技师班|高级工班|技师班|中级工班|初级工班|{'|'.join(_IN_FULL)}"
)
