"""A yes-or-no question against one sentence, by what both compare: a number, a share, a grade, a day.

想投4件 against 每人限报3件, 市里的奖 against 在省级以上比赛获奖的不得参赛.
A sentence demands what it says, unless it keeps out whom it describes (不得, 不予, 除…外); then who is so
described may not. It decides only where the question tells something that it compares with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.answer_parts import ConditionState
from bot.judging.kleene import all_of, at_least, negated
from bot.judging.leaves import judge_leaf
from bot.judging.scales import standing
from bot.person.person import Person
from bot.speech.spoken_days import spoken_days
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.conditions.bounds import Placed, bounds_in, caps_in
from corpus.conditions.conditions import Attribute
from corpus.notice import Notice
from corpus.values.periods import find_date, fold, written_day
from index.normal import search_key

__all__ = ["LAPSED", "compared", "is_held_against", "is_of_lapse", "keeps_out_by_bound"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_STOPS = re.compile(
    r"[。;；\n]|,(?=但|其中|否则)|,(?=获[^,]{2,20}的)"
    r"|,(?=\d{4}年\d{1,2}月\d{1,2}日(?:以|之)[前后])"  # one side of a day, then the other
)
# What is made of those whom a bound is of, to their cost: 迟到15分钟以上按旷课处理.
_HELD_AGAINST = (
    r"(?:[按视记]为?|以)[^,。;]{0,4}(?:旷[课工]|缺[考勤席]|弃[权考]|违[纪规约]|作弊|放弃|零分|不合格|无效|自动退出)"
    r"|扣(?:除|发|减)?\d|扣发|罚款|加收|追回|吊销|开除|退学|(?:予以)?(?:辞退|解聘|清退|除名|淘汰)"
)
_LED_TO = r"^[^,。;]{0,20}?(?:的|者)?,?(?:一律|均|都|则|将|也|予以)*"
_KEEPS_OUT = re.compile(
    rf"{_LED_TO}(?:(?:不得|不予|不能|不可|不再|不受理|不纳入|不享受|不属于|不符合|不合格|取消|作废|无效|注销|失效|淘汰"
    rf"|{_HELD_AGAINST})|除外|停止|[^,。;]{{0,6}}?不(?:予)?(?:支付|发放|报销|返还|补[贴助]))"
)
_COSTS = re.compile(rf"{_LED_TO}(?:{_HELD_AGAINST})")
# 离岗6个月以上的，应重新考试: what those have to do whom a bound is of.
_ANEW = re.compile(rf"{_LED_TO}(?:应当?|必?须|需要?)(?:重新|再次)")
# 逾期超过30日的，须重新申请: what was had is lost, where it is told that it has lapsed.
_LAPSE = re.compile(r"逾期|超期|过期|中断|断缴|停保|失效|超过[^,;。]{0,6}(?:有效期|期限)|逾[^,;。]{0,4}期")
LAPSED = re.compile(r"逾期|超期|过(?:了|掉)?[^,，。；]{0,4}期|到期|失效|断(?:了|过|缴|档)|晚了|迟了|忘")
# What a sentence makes of a grade; 一等奖1名，奖金8000元 makes nothing of who may.
_ASKS_GRADE = re.compile(r"[须应可免限]|不[得予受能低高]|以[上下]|方能|优先|要求|属于|除外|达到|条件|的,")
_ONE_KIND = re.compile(r"\d分[、,]([\u4e00-\u9fff]{2,6})$")
_OF_SEX = re.compile(r"([男女])(?:性|的|生|子|方|职工|士)?[^男女,、;。]{0,8}$")
_OF_HOME = re.compile(
    r"(?P<elsewhere>非|外)?(?:本[市区县镇省地]|[地埠来省])户[籍口](?:的|人员|居民|老人|家庭|者)?[,应须要需得年也]*$"
)
# Two things of one person, and no bound on either: 一等、二等奖学金不得兼得.
_TOGETHER = re.compile(r"兼得|同时|重复|叠加|兼报")
_OF_BOTH = re.compile(
    r"[一二三四五六1-6初中高][级等](?:和|跟|与|、|还有|加)[一二三四五六1-6初中高][级等]"
)  # 三级和四级
_OTHERWISE = re.compile(
    r",或者?(?!以上|以下|其他)|或者(?!以上|以下|其他)|或(?=(?:达到|具有|取得|获得|总价|面积|[^,]{2,6}达到))"
)
_OUTSIDE = re.compile(r"除[^,。;]{0,40}$")
_COMPARED = (Attribute.MEASURE, Attribute.AGE, Attribute.WORK, Attribute.INSURANCE, Attribute.ELAPSED)


@dataclass(frozen=True, slots=True)
class _Point:
    """What one comparison comes to: whether what the sentence says is so, why, and where it ends there."""

    state: ConditionState
    why: str
    start: int
    end: int


def compared(
    asked: str, text: str, person: Person, notice: Notice, whole: bool = False
) -> tuple[ConditionState, str] | None:
    """Whether the person may by a passage of `notice`, with why; None where nothing in it compares.

    Of several sentences the one decides that says most of what is asked. `whole` says that nobody may of whom
    not every bound of the sentence is known.
    """
    whole_text = fold(text)
    if person.resident is True:
        whole_text = _OF_ELSEWHERE.sub("", whole_text)
    pieces = [p for p in _STOPS.split(whole_text) if not _obliges_else(asked, p)]
    pieces = [p for p in pieces if not _leads_to(_ANEW, p) or (_LAPSE.search(p) and LAPSED.search(asked))]
    found = [(p, j) for p in pieces if (j := _judged(p, person, notice, whole)) is not None]
    return max(found, key=lambda f: _shared(asked, f[0]))[1] if found else None


# 到岗之日起30日内，应当登记: by when one thing has to be done bounds nothing else that is asked about.
_OBLIGES = re.compile(r"起\d+个?(?:工作)?[日天]内,?(?:均|都|也)?(?:应当?|必?须)(?P<act>[^,;。]{2,})")


def _obliges_else(asked: str, piece: str) -> bool:
    obliges = _OBLIGES.search(piece)
    return obliges is not None and obliges["act"][-2:] not in asking_part(asked)


# 非本市户籍，但住满两年的老人，…: of those alone who are registered elsewhere.
_OF_ELSEWHERE = re.compile(
    r"(?:(?<=[。;])|^)\W*(?:[一二三四五六七八九十\d]{1,2}[)、.])?(?:对于?|属于|系)?[非外]本?[市区县镇省地]+户[籍口][^。;]*"
)


_DATE = r"\d{4}年\d{1,2}月\d{1,2}日"
# 今年入学的为2025年9月1日至2026年8月31日期间出生的
_BORN_BETWEEN = re.compile(rf"(?P<first>{_DATE})\)?(?:至|到|-|—|~)(?P<last>{_DATE})[^,。;]{{0,8}}?出生")


def _by_birth(piece: str, person: Person) -> tuple[ConditionState, str] | None:
    """The day of birth that is told against the days between which somebody has to be born."""
    between = _BORN_BETWEEN.search(piece)
    born = person.birth_for(piece) if between is not None else None
    if between is None or born is None:
        return None
    first, last = find_date(between["first"]), find_date(between["last"])
    if first is None or last is None:
        return None
    met = first <= born.first and born.last <= last
    if not met and first <= born.last and born.first <= last:
        return None  # of a month that is only in part within
    side = "在" if met else "不在"
    return (_MET if met else _UNMET), f"出生日期{side}{written_day(first)}至{written_day(last)}之间"


def _judged(piece: str, person: Person, notice: Notice, whole: bool) -> tuple[ConditionState, str] | None:
    """What all that compares in a sentence comes to; of ways joined by 或者 one is enough."""
    if (born := _by_birth(piece, person)) is not None:
        return born
    points = list(_points(piece, person, notice))
    told = [p for p in points if p.state is not _UNKNOWN]
    if not told:
        return None
    ways = _ways(piece, points if whole else told)
    states = [all_of(_outcome(p, piece) for p in way) if way else _UNKNOWN for way in ways]
    excludes = all(_KEEPS_OUT.match(piece[p.end :]) for p in told)
    state = all_of(states) if excludes else at_least(states, 1)  # 连续3天或者累计10天的，予以辞退
    if state is _UNKNOWN:
        return None
    own = [p for way, s in zip(ways, states, strict=True) if s is state for p in way]
    decisive = [p for p in own if _outcome(p, piece) is state]
    return state, "，".join(dict.fromkeys(p.why for p in decisive))


def is_held_against(text: str) -> bool:
    """Whether a bound of a sentence tells whom something is held against, and demands nothing of anybody."""
    return any(_leads_to(_COSTS, piece) for piece in _STOPS.split(fold(text)))


def keeps_out_by_bound(text: str) -> bool:
    """Whether all bounds of a sentence are of whom it keeps out: 身高1.2米以下儿童不得进入."""
    pieces = [p for p in _STOPS.split(fold(text)) if any(True for _ in bounds_in(p))]
    return bool(pieces) and all(_leads_to(_KEEPS_OUT, piece) for piece in pieces)


def is_of_lapse(text: str) -> bool:
    """Whether a sentence says what is lost by a lapse that lasts for long."""
    pieces = [p for p in _STOPS.split(fold(text)) if _LAPSE.search(p)]
    return any(_leads_to(_ANEW, p) or _leads_to(_KEEPS_OUT, p) for p in pieces)


def _leads_to(what: re.Pattern[str], piece: str) -> bool:
    return any(what.match(piece[bound.end :]) for bound in bounds_in(piece))


def _ways(piece: str, points: list[_Point]) -> list[list[_Point]]:
    """The points of each way; 或者 parts them only where a bound stands on either side of it."""
    bounds = [p.start for p in bounds_in(piece)]
    marks = [
        m.start()
        for m in _OTHERWISE.finditer(piece)
        if any(b < m.start() for b in bounds) and any(b > m.start() for b in bounds)
    ]
    edges = pairwise([0, *marks, len(piece) + 1])
    return [[p for p in points if a <= p.start < b] for a, b in edges]


def _outcome(point: _Point, piece: str) -> ConditionState:
    """Whether the person may, by one comparison: turned round where it tells who is kept out."""
    behind, before = piece[point.end :], piece[: point.start]
    outside = _OUTSIDE.search(before) is not None and "外" in behind
    if _ANEW.match(behind):
        return (
            _UNMET if point.state is _MET else _UNKNOWN
        )  # who was not late for so long may still do other things
    return negated(point.state) if outside or _KEEPS_OUT.match(behind) else point.state


def _points(piece: str, person: Person, notice: Notice) -> Iterator[_Point]:
    placed_in = [*bounds_in(piece), *caps_in(piece)]
    others = _of_other_matters(placed_in, person.text)
    for placed in placed_in:
        if placed.leaf.attribute not in _COMPARED or placed in others:
            continue
        if (kind := _ONE_KIND.search(piece[: placed.start])) and kind[1][:2] not in person.text:
            continue  # 甲类60分、乙类65分为合格: of which kind is not told
        if person.sex and (of := _OF_SEX.search(piece[: placed.start])) and of[1] != person.sex:
            continue  # 男性不低于50公斤,女性不低于45公斤: each for its own
        home = _OF_HOME.search(piece[: placed.start])
        if home and person.resident is not None and person.resident == bool(home["elsewhere"]):
            continue  # 非本市户籍要年满65周岁: asked of others
        judged = judge_leaf(placed.leaf, notice, person)
        if not judged.presumed:
            yield _Point(judged.state, judged.why, placed.start, placed.end)
    both = _TOGETHER.search(piece) or _OF_BOTH.search(search_key(person.text))
    asks = _ASKS_GRADE.search(piece) is not None and not both
    graded = standing(piece, person.text) if asks else None
    if graded is not None and graded.state is not _UNKNOWN:
        yield _Point(graded.state, f"您说的是{graded.said}", 0, _end_of_grades(piece))
    yield from _by_day(piece, person)


def _of_other_matters(placed: Sequence[Placed], told: str) -> list[Placed]:
    """Of several measures in one unit those that are not named in what is told, where others are."""
    found: list[Placed] = []
    for unit in {p.leaf.unit for p in placed if p.leaf.attribute is Attribute.MEASURE}:
        alike = [p for p in placed if p.leaf.attribute is Attribute.MEASURE and p.leaf.unit == unit]
        named = [p for p in alike if len(p.leaf.subject) > 1 and p.leaf.subject[-2:] in told]
        found += [p for p in alike if named and p not in named]
    return found


_GRADED = re.compile(
    r"(?:等奖|等功|[甲乙]等?|级|名|驾驶证|[a-c]\d|[a-e]类)(?:及其?)?(?:以[上下])?(?:\([^()]*\))?",
    re.IGNORECASE,
)


def _end_of_grades(piece: str) -> int:
    """Where the last grade that a sentence names ends."""
    return max((m.end() for m in _GRADED.finditer(piece)), default=0)


_DAY_BOUND = re.compile(
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)\)?(?:\([^()]*\))?(?P<side>以后|之后|起|后|以前|之前|前|止)(?!\d)"
)
_HAPPENS = re.compile(
    r"完成|取得|购机|购置|发票|开票|交易|支付|毕业|出生|拍摄|发表|购买|登记|注册|签订|成立|入职|退役|入学|办理|开具|核发|竣工|投入|上市|生产|招用|转入|离职"
)


# 某日以前签订的按原政策办理: which rules hold for it, and no bound.
_WHICH_RULES = re.compile(r"(?:按照?|适用|执行)(?:原|旧|老|新|本|此|上述)")
_ASKS_RULES = re.compile(r"(?:按照?|适用|执行)(?:原|旧|老|新|本|此|这)")


def _by_day(piece: str, person: Person) -> Iterator[_Point]:
    """The day that is told against the one from which, or up to which, something has to have happened."""
    bound = _DAY_BOUND.search(piece)
    if bound is None or person.as_of is None or not _HAPPENS.search(piece):
        return
    if _WHICH_RULES.search(piece) and not _ASKS_RULES.search(person.text):
        return
    day = find_date(bound["day"])
    told = [d for d in spoken_days(person.text, person.as_of) if d.last != person.as_of]
    if day is None or len(told) != 1 or "出生" in piece:
        return
    state = _on_side(bound["side"], day, told[0].first, told[0].last)
    if state is not _UNKNOWN:
        side = "以后" if bound["side"] in _LATER else "以前"
        why = f"{'是' if state is _MET else '不是'}在{written_day(day)}{side}"
        yield _Point(state, why, bound.start(), bound.end())


_LATER = frozenset(("以后", "之后", "起", "后"))


def _on_side(side: str, day: date, first: date, last: date) -> ConditionState:
    """Whether a day between `first` and `last` lies on the side of `day` that is asked for, or is it."""
    if side in _LATER:
        return _MET if first >= day else _UNMET if last < day else _UNKNOWN
    return _MET if last <= day else _UNMET if first > day else _UNKNOWN


def _shared(asked: str, piece: str) -> int:
    text = search_key(piece)
    return sum(asked[i : i + 2] in text for i in range(len(asked) - 1))
