"""Fields of study: the one that a person names, and the disciplines that a field belongs to.

The disciplines are those of the national catalogue of majors (理学, 工学, …), some taken together. A name is
of the one whose word ends it last: 生物医学工程 is of 工学, 数字媒体艺术 of 艺术学.
"""

from __future__ import annotations

from functools import cache, lru_cache

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["disciplines_in", "disciplines_of", "disciplines_wanted", "is_broad", "major_of", "of_one_family"]

_KEPT = 512  # texts of which the field is kept
_FIELD = r"[\u4e00-\u9fff]"
_TECHNICAL = "计算机|电脑|软件工程|软件|电子信息|通信|自动化|护理|会计|法律|电子商务|机械|土木|英语"
_MAJORS = (
    re.compile(rf"({_FIELD}{{2,12}}?)专业(?!技术|考试|科目|知识|课|阶段|工作|职称|相关|的?区|前|排|第|对口)"),
    re.compile(
        rf"(?:(?<![大中小数同开入上放留助奖力文])(?<![^本专]科)学(?![校院历位年期习费分时会完业生区硕])|(?<!在)读|念)[的了过]?是?({_FIELD}{{2,12}}?)(?:的|专业|，|,|。|$)"
    ),
    re.compile(
        rf"(?:专业(?:是|为)|(?:^|[，。；,;])专业(?!不|没|无|要|有|对|相|都|也|第|前|排|成绩|课))({_FIELD}{{2,10}}?)(?:的|，|,|。|$)"
    ),
    re.compile(rf"({_TECHNICAL})(?:的|类|博士|硕士|本科|大专|系)"),
    re.compile(rf"(?:博士|硕士|本科|大专|专科)(?:学历)?({_FIELD}{{2,6}}?)(?:的|专业)"),
    re.compile(rf"(?:博士|硕士|本科|大专|专科)(?:学历)?，({_FIELD}{{2,6}}?)专业"),
)
# What stands before the name of a field in one run of words.
_BEFORE_FIELD = re.compile(
    r"^.*(?:学校|大学|学院|我是|我|他|她|是|的|读|念|学(?!前|科|龄|生|历|$)|学历|文凭|毕业|本科|大专|专科|硕士|博士|中职|中专|高职|全日制|在职|应届|工班|技师班)"
)
_TIME_BEFORE = re.compile(
    r"^(?:(?:从事|[干做]了?|工作)?[一二两三四五六七八九十几半]*(?:多)?(?:年|个月)|[去今前明后]年)(?:的)?"
)
_NO_FIELD = re.compile(
    r"[不没啥吗呢么吧那这哪谁]|第[一二三四五六七八九十\d]|高[一二三](?!分)|^[级班前]|^车(?!辆)|^过(?!程)|^[研博](?![究发制物弈])|毕业|[小中大]学$|学生$|幼儿园|学校$|大[一二三四]|研[一二三]|[够被刚拿]|证$|相关|^本$|对口|什么|本科|大专|^[行可能好][不吗么以否]"
)
_DEGREE = r"(?:博士|硕士|研究生|本科|大专|专科|学士|高职|中职|中专|科班|出身|毕业)"
_BROAD = "理工科|文科|理科|工科|商科|医科|农科"
_BROAD_SAID = re.compile(
    rf"(?P<broad>{_BROAD})(?=生|类|专业|背景|的|，|。|$|干|做|出|{_DEGREE})"
    rf"|(?P<kind>[理工农医文史法艺体]|理工|文史|艺术|财经|经管|医学|师范)类(?=专业|的|，|{_DEGREE})"
    r"|(?<=学)(?P<one>[医法])(?:的|出身|，|。|$)"
)


# What denies the field after it: 不是计算机专业的, 学的不是法律, 没读过护理, 非理工科.
_DENIED = r"(?:不是|并非|非|没有?[学读念]过?|不[学读念]|不属于)(?:[学读念]的?|什么)?"


@lru_cache(maxsize=_KEPT)
def major_of(text: str) -> str:
    """The field of study that somebody tells, `""` for none; a broad one in the words told: 文科, 艺术类.

    One that is denied has 非 before it: 非计算机.
    """
    name = _named(text)
    denied = name and not name.startswith("非") and re.search(f"{_DENIED}{re.escape(name)}", text)
    return f"非{name}" if denied else name


def _named(text: str) -> str:
    for pattern in _MAJORS:
        match = pattern.search(text)
        if match:
            name = _TIME_BEFORE.sub("", _BEFORE_FIELD.sub("", match[1]))
            if len(name) >= 2 and not _NO_FIELD.search(name):
                return name
    inside = re.search(
        r"(?:本科|大专|专科|硕士|博士|中职|中专)[，,]?(计算机|电脑|软件|电子|通信|信息)|(计算机|电脑|软件|电子|通信|信息)\S{0,4}(?:本科|大专|专科|硕士|博士|毕业)",
        text,
    )
    if inside:
        return inside.group(1) or inside.group(2)
    return _known_before_degree(text) or _in_a_breath(text) or _broad(text)


def _in_a_breath(text: str) -> str:
    """A field of the catalogue that is all a breath says, of who tells of a degree: 大三学生，软件工程，……"""
    if not re.search(rf"{_DEGREE}|学生|大[一二三四]|研[一二三]|在读|学历", text):
        return ""
    named = "|".join(_words())
    found = re.search(
        rf"(?:^|[，,。；;、（(])({_FIELD}{{0,5}}(?:{named})(?:学|技术|工程|类)?)(?=[，,。；;）)])", text
    )
    return found[1] if found else ""


def _known_before_degree(text: str) -> str:
    """A field of the catalogue beside a degree or a department: 法学本科, 数学系毕业, 本科英语."""
    named = "|".join(_words())
    found = re.search(
        rf"({named})(?:学|系|学院|专业|类)*(?=的?(?:全日制|在职)?{_DEGREE})|{_DEGREE}(?:学历)?(?:[，,]|是|读的是?|学的是?)?({named})(?=系|学|，|,|。|$)"
        rf"|(?<![大中小同])[学读]的是?({named})",
        text,
    )
    return next((name for name in found.groups() if name), "") if found else ""


def _broad(text: str) -> str:
    found = _BROAD_SAID.search(text)
    if found is None:
        return ""
    if found["one"]:
        return "医学" if found["one"] == "医" else "法学"
    return found["broad"] or f"{found['kind']}类"


@cache
def _words() -> dict[str, str]:
    """Each word for a field of study to its discipline, the longest first."""
    found = {word: name for name, words in lexicon().disciplines.items() for word in words}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


# One character or word for a discipline in a name of several: 理工类, 文史类, 经管类, 财经类.
_IN_SHORT = {
    "理": "理学",
    "工": "工学",
    "农": "农学",
    "医": "医学",
    "文": "文学",
    "史": "文学",
    "法": "法学",
    "经": "管理学",
    "管": "管理学",
    "商": "管理学",
    "艺": "艺术学",
    "体": "教育学",
}
_SEVERAL = re.compile(rf"(?<![职语])([{''.join(_IN_SHORT)}]{{1,6}})学?(?:类|科)(?!研|目|级|技|大学)")
_BY_NAME = re.compile(r"(财经|经济管理|经济|管理|艺术|医药卫生|医药|卫生|法律|教育|农林)类")
_NAMED = {"艺术": "艺术学", "法律": "法学", "教育": "教育学", "农林": "农学"}
_NAMED |= dict.fromkeys(("财经", "经济管理", "经济", "管理"), "管理学")


def disciplines_wanted(words: str) -> frozenset[str]:
    """The disciplines that a condition names: those of 理工类, 医学类; none where it names none."""
    found = {_IN_SHORT[c] for m in _SEVERAL.finditer(words.replace("管理", "管")) for c in m[1]}
    return frozenset(found | {_NAMED.get(m[1], "医学") for m in _BY_NAME.finditer(words)})


def disciplines_of(field: str) -> frozenset[str]:
    """The disciplines that a field of study may be of; none where the catalogue does not tell."""
    if is_broad(field):
        return disciplines_wanted(f"{field.removesuffix('类').removesuffix('科')}类")
    ends = [(field.rfind(w) + len(w), len(w), name) for w, name in _words().items() if w in field]
    return frozenset({max(ends)[2]}) if ends else frozenset()


def is_broad(field: str) -> bool:
    """Whether somebody told of no field but of a discipline: 文科, 艺术类."""
    return re.fullmatch(rf"{_BROAD}|.{{1,2}}类", field) is not None


def disciplines_in(text: str) -> frozenset[str]:
    """The disciplines of all fields of study that a text names."""
    return frozenset(name for word, name in _words().items() if word in text)


def of_one_family(field: str, text: str) -> bool:
    """Whether a text names a field of the same family of the catalogue: 软件 beside 计算机."""
    return any(
        any(w in field for w in family) and any(w in text for w in family) for family in lexicon().families
    )
