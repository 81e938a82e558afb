"""Grades that are ordered by their own names, against what a notice asks: B2及以上, 省级二等奖以上, 二级甲等.

A scale is known by the words for its grades. What a notice asks of one is a least grade (以上), a most (以下)
or the grades that it lists. Of an award the level of who gave it counts before the prize: a national third
prize stands above a provincial second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.answer_parts import ConditionState
from bot.judging.honours import AWARD, EVERY_HONOUR, honours_in, is_of_honour, tells_honour
from bot.judging.kleene import all_of, at_least
from corpus import patterns as re
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["Standing", "standing"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_KEPT, _KEPT_TEXTS = 8192, 512  # conditions, and texts of persons, of which the grades in them are kept


@dataclass(frozen=True, slots=True)
class Standing:
    """How what a person told stands to a grade that is asked for, and what they told."""

    state: ConditionState
    said: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scale: a pattern for each grade, the lowest first, and what is spoken of where it is meant."""

    name: str
    grades: tuple[re.Pattern[str], ...]
    about: re.Pattern[str]


def _scale(name: str, grades: tuple[str, ...], about: str = "") -> _Scale:
    return _Scale(name, tuple(re.compile(g, re.IGNORECASE) for g in grades), re.compile(about))


_LEVELS = (
    r"校级|院级|校内|(?:学校|单位|公司)(?:里|的|内部)?(?=[^，。,]{0,6}(?:奖|赛))",
    r"[区县]级|[区县]里|全[区县](?!级)|[区县](?=[^，。,级]{0,6}(?:奖|赛|表彰))",
    r"(?<!县)市\(?厅?\)?级|地市级|厅局?级|(?<!县)市里|全市|市(?=[^，。,级]{0,6}(?:奖|赛|比武|表彰|劳模))",
    r"省\(?部?\)?级|部级|省里|全省|省(?=[^，。,级]{0,6}(?:奖|赛|比武|表彰|劳模|部级))",
    r"国家级|全国|国际级?(?=[^，。,]{0,6}(?:奖|赛))|国家(?=[^，。,级]{0,6}(?:奖|赛|表彰))",
)
_PRIZES = (
    r"优秀奖|优胜奖|鼓励奖|入围奖",
    r"三等(?!功)|铜[奖牌]",
    r"二等(?!功|座)|银[奖牌]",
    r"一等(?!功|座)|金[奖牌]",
    r"特等",
)
_SPEECH = tuple(
    rf"{grade}级?{half}等?(?!医院)" for grade, half in ("三乙", "三甲", "二乙", "二甲", "一乙", "一甲")
)
_REVIEWS = (
    r"不称职|不合格|不定等次",
    r"基本称职|基本合格",
    r"(?<![不本])称职|(?<![不本])合格",
    r"优秀(?!奖)",
)
_DISABLED = r"残疾|肢体|智力|精神|视力|听力|言语|多重"
_KINDS = re.compile(r"肢体|智力|精神|视力|听力|言语")  # of disability
_SCALES: tuple[_Scale, ...] = (
    _scale("level", _LEVELS, AWARD),
    _scale("prize", _PRIZES),
    _scale("merit", (r"嘉奖", r"三等功", r"二等功", r"一等功")),
    _scale("speech", _SPEECH),
    _scale("review", _REVIEWS, r"考核|测评|评议|鉴定"),
    _scale("stars", (r"[一1]星", r"[二两2]星", r"[三3]星", r"[四4]星", r"[五5]星")),
    _scale("scenery", tuple(rf"{n}a|(?<!a){'a' * n}级" for n in range(1, 6)), r"景区|景点|旅游"),
    _scale("hospital", (r"一级", r"二级(?!残)", r"三级(?!残)|三甲"), r"医院|医疗机构"),
    _scale(
        "language", (r"专四|专业四级|四级", r"专八|专业八级|六级"), r"英语|外语|cet|大学[四六]级|专[四八]"
    ),
    _scale(
        "disability",
        tuple(
            rf"(?:{_DISABLED})[^，。,]{{0,3}}{n}级|{n}级(?=[^，。,、]{{0,4}}(?:{_DISABLED}))|(?<=[一二三四]级[、和或]){n}级"
            for n in "四三二一"
        ),
        rf"残|{_DISABLED}",
    ),
    _scale(
        "care",
        (
            r"(?<!不能)(?<!不)(?<!不能完全)自理|能力完好",
            r"轻度(?:失能)?",
            r"中度(?:失能)?|半失能",
            r"重度(?:失能)?|(?:完全|全)失能",
        ),
        r"失能|自理",
    ),
    _scale("credit", tuple(rf"(?<![a-z\d]){n}(?![a-z\d])" for n in "dcmba"), r"信用|纳税|评级"),
    _scale("danger", tuple(rf"(?<![a-z]){n}级" for n in "abcd"), r"房|鉴定"),
)
_BY_NAME = {scale.name: scale for scale in _SCALES}
# What one class of driving licence allows to be driven besides: 机动车驾驶证申领和使用规定, annex 1.
_ALLOWS = {
    "a1": "a1 a3 b1 b2 c1 c2 c3 c4 m",
    "a2": "a2 b1 b2 c1 c2 c3 c4 m",
    "a3": "a3 c1 c2 c3 c4",
    "b1": "b1 c1 c2 c3 c4 m",
    "b2": "b2 c1 c2 c3 c4 m",
    "c1": "c1 c2 c3 c4",
    "c2": "c2",
    "c3": "c3 c4",
    "c4": "c4",
    "c5": "c5",
    "c6": "c6",
    "d": "d e f",
    "e": "e f",
}
_CLASS = re.compile(r"(?<![a-z\d])(?:[abc][1-6]|[def](?=[照本证]))(?![a-z\d])", re.IGNORECASE)
_DRIVING = re.compile(r"驾|准驾|车型|本|照|证|车")
_OR_MORE = re.compile(r"[^,，。;；、或]{0,6}?(?:\((?:不)?含[^)]*\))?(?:及其?|或|含)?(?:以上|之上)")
_OR_LESS = re.compile(r"[^,，。;；、或]{0,6}?(?:及其?|或|含)?(?:以下|之下)")
_AT_LEAST = re.compile(r"(?:不低于|不得低于|至少|最低(?:为|是)?|达到)")
_AT_MOST = re.compile(r"(?:不高于|不得高于|不超过|最高(?:为|是)?)")
_OTHERWISE = re.compile(r"[,，；;]?(?:或者?(?!以上)|或是)")
_PLACED = re.compile(
    r"前(?P<most>\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位)?(?![\d%])|第(?P<only>一)(?:完成人|作者|发明人|名)"
)
_PLACE = re.compile(
    r"(?:排(?:名|在)?|第)(?:第|了)?(?P<place>\d{1,3}|[一二三四五六七八九十]{1,3})(?!等|届|期|批|年|次|季|学|轮|页|产|条|款|项)|(?P<named>[冠亚季])军"
)
_DENIED = re.compile(r"没有?(?:得|拿|获|评)?(?:过|到|上)?|不是|未")


def standing(words: str, text: str) -> Standing | None:
    """How a person who tells `text` stands to the grades in `words`; None where they speak of none of them.

    Of several ways joined by 或 one is enough.
    """
    words, graded = _graded(words)
    if not graded:
        return None
    text = search_key(text)
    ways = [s for w in graded if (s := _on_all(w, words, text)) is not None]
    if not ways:
        return None
    state = at_least((w.state for w in ways), 1)
    return Standing(state, next(w.said for w in ways if w.state is state))


@lru_cache(maxsize=_KEPT)
def _graded(words: str) -> tuple[str, tuple[str, ...]]:
    """The words of a condition as a search key, and those of the ways in it that ask for a grade."""
    words = search_key(words)
    ways = _OTHERWISE.split(words)
    return words, tuple(
        w for w in ways if _CLASS.search(w) or _SMALL_CAR.search(w) or _PLACED.search(w) or _names_grade(w)
    )


def _names_grade(way: str) -> bool:
    return any(True for scale in _SCALES for _ in _grades(scale, way))


def _on_all(way: str, words: str, text: str) -> Standing | None:
    """The standing on each scale of one way; a level above the one asked for makes up for the prize."""
    told = {asked.scale.name: _on_scale(asked, text) for asked in _asked(way, words)}
    level, prize = told.get("level"), told.get("prize")
    if level and level.above and prize and prize.more:
        del told["prize"]
    others = [s for s in (_of_driving(way, text), _by_place(way, text)) if s is not None]
    standings = [*(Standing(f.state, f.said) for f in told.values()), *others]
    if not standings or all(s.state is _UNKNOWN for s in standings):
        return None
    state = all_of(s.state for s in standings)
    return Standing(state, "、".join(s.said for s in standings if s.state is state and s.said).upper())


@dataclass(frozen=True, slots=True)
class _Found:
    """A grade told against the one asked for; `above` where it is higher, `more` where a least is asked."""

    state: ConditionState
    said: str
    above: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """The ranks of a scale that a way asks for, whether as the least or as the most, and of which kinds."""

    scale: _Scale
    ranks: tuple[int, ...]
    more: bool
    less: bool
    kinds: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()


@lru_cache(maxsize=_KEPT)
def _asked(way: str, words: str) -> tuple[_Asked, ...]:
    """What one way of a condition, whose `words` say what is spoken of, asks for on each scale."""
    found = []
    for scale in _SCALES:
        asked = tuple(g for g in _grades_in(scale.name, (way,)) if _is_held(scale, g, way))
        if asked and scale.about.search(words):
            more = _AT_LEAST.search(way) is not None or any(_OR_MORE.match(way, g.end) for g in asked)
            less = _AT_MOST.search(way) is not None or any(_OR_LESS.match(way, g.end) for g in asked)
            kinds = frozenset(_KINDS.findall(way)) if scale.name == "disability" else frozenset()
            honours = honours_in(way) if scale.name == "level" else frozenset()
            found.append(_Asked(scale, tuple(g.rank for g in asked), more, less, kinds, honours))
    return tuple(found)


def _on_scale(asked: _Asked, text: str) -> _Found:
    scale, ranks, more = asked.scale, asked.ranks, asked.more
    parts = _parts(text)
    if scale.name == "level":
        parts = tuple(p for p in parts if tells_honour(p))
    parts = tuple(p for p in parts if not asked.honours or asked.honours & (honours_in(p) or EVERY_HONOUR))
    told = _grades_in(scale.name, parts) if scale.about.search(text) else ()
    if not told:
        return _Found(_UNKNOWN, "", more=more)
    have = max(told, key=lambda g: g.rank)
    others = [k for k in _KINDS.findall(text) if asked.kinds]
    if others and asked.kinds.isdisjoint(others):
        return _Found(_UNMET, f"{others[0]}残疾", more=more)
    if more or scale.name == "level":
        kept = have.rank >= min(ranks)
    else:
        kept = have.rank <= max(ranks) if asked.less else have.rank in ranks
    return _Found(_MET if kept else _UNMET, have.word, have.rank > min(ranks), more)


_ENTRY = re.compile(r"经[^,，。;；]{0,6}考[核试]|考核认定|考试合格")  # who passes is let in: no year's review


def _is_held(scale: _Scale, grade: _Grade, way: str) -> bool:
    """Whether a way wants a grade to be had, and does not only name it."""
    if scale.name == "review":
        return not _ENTRY.search(way)
    return scale.name != "level" or is_of_honour(way, grade.end - len(grade.word), grade.end)


@dataclass(frozen=True, slots=True)
class _Grade:
    """A grade in a text: its rank on its scale, where its word ends, and the word."""

    rank: int
    end: int
    word: str


@lru_cache(maxsize=_KEPT)
def _grades_in(name: str, parts: tuple[str, ...]) -> tuple[_Grade, ...]:
    """The grades of the scale of that name in several texts."""
    return tuple(g for part in parts for g in _grades(_BY_NAME[name], part))


def _grades(scale: _Scale, text: str) -> Iterator[_Grade]:
    """The grades of a scale in `text`."""
    for rank, pattern in enumerate(scale.grades):
        for match in pattern.finditer(text):
            yield _Grade(rank, match.end(), match[0])
    if scale.name == "prize":  # 一、二等奖
        for match in re.finditer(r"([一二三特])、(?=[一二三]等)", text):
            yield _Grade(" 三二一特".index(match[1]), match.end(), f"{match[1]}等")


@lru_cache(maxsize=_KEPT_TEXTS)
def _parts(text: str) -> tuple[str, ...]:
    """What is told without what is denied: 没拿过省级的."""
    return tuple(p for p in re.split(r"[，。；？！,;?! ]", text) if p and not _DENIED.match(p))


# 准驾车型包含小客车: what the classes C1 and C2 allow to be driven.
_SMALL = r"小(?:型汽|客|型客|汽|轿)车"
_SMALL_CAR = re.compile(rf"驾[^,;。]{{0,10}}{_SMALL}|{_SMALL}(?:机动车)?驾")


def _small_cars(way: str) -> list[str]:
    return ["c1", "c2"] if _SMALL_CAR.search(way) else []


def _of_driving(way: str, text: str) -> Standing | None:
    """The class of licence that a person holds against those asked for."""
    asked = [m[0].lower() for m in _CLASS.finditer(way)] or _small_cars(way)
    told = [m[0].lower() for p in _parts(text) for m in _CLASS.finditer(p)]
    if not asked or not _DRIVING.search(way):
        return None
    if not told:
        return Standing(_UNKNOWN, "")
    allowed = {c for t in told for c in _ALLOWS.get(t, t).split()}
    more = re.search(r"以上|以及", way) is not None
    met = any(a in (allowed if more else told) for a in asked) or any(a in allowed for a in asked)
    return Standing(_MET if met else _UNMET, "、".join(t.upper() for t in told))


def _by_place(way: str, text: str) -> Standing | None:
    """A place in an order against 前三名 and the like, where a contest or an award is spoken of."""
    asked = _PLACED.search(way)
    if asked is None or not re.search(rf"{AWARD}|排名|名次|完成人", way):
        return None
    told = _PLACE.search(text)
    if told is None:
        return None
    most = number(asked["most"]) if asked["most"] else 1
    have = number(told["place"]) if told["place"] else "冠亚季".index(told["named"]) + 1
    if most is None or have is None:
        return None
    return Standing(_MET if have <= most else _UNMET, told[0])
