"""A yes-or-no question parted: of whom or what it asks, and whether what.

`我有癫痫能学车吗` asks of 我有癫痫 whether 能学车吗; `摔过一次呢` after it asks of another whether the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from index.normal import search_key

__all__ = ["Whether", "asked_of", "parted"]

# The verbs of may, must and count as, where they are no part of another word: 技能, 主要, 计算, 社会.
_ASKS = re.compile(
    r"(?:还|也|就|才|都|又)?不?(?:"
    r"(?P<either>[\u4e00-\u9fff])不(?P=either)|可以不可以|需不需要|有没有|是否|能否|可否|可以|需要|允许|影响|符合|够(?!买)"
    r"|(?<![技功职才性智效产动热])能(?!力|源|量|手|耗|级)|(?<![重主简概摘纲需首紧只])要(?!求|点|素|件|紧|是|么|闻)"
    r"|(?<![费使信聘作专常通运录采应公家商农租备])用(?!户|人|途|工|品|具|地|车|水|电)|(?<![计预结清核决概])算(?!机|法|盘|术)"
    r"|(?<![社协开委大晚机宴工学年例理董都])会(?!议|员|计|馆|场|考|费)|免(?!费|疫|税)|[行成](?=吗|么|嘛|不[?？]*$)"
    r")"
)
_YES_NO = re.compile(
    r"(?:吗|么|嘛|不|没有?|没)[?？。!！]*$|([\u4e00-\u9fff])不\1|是否|[能可]否|有没有|可以不|需不需要"
)
_PARTS = re.compile(r"[,，。;；!！?？]+")
_NOBODY = re.compile(r"(?:那|我们?|你们?|咱们?|这|请问|想问一?下|的|[ ，,])*")
# What joins a thing that is asked about, and does not take its place: what happened, when, and where.
_EVENT = re.compile(r"[了过没被不](?!.*的$)|(?:刚|已经|未|忘)(?!.*的$)")
_TIME = re.compile(
    r"[早晚中]上|中午|下午|上午|夜里|夜间|白天|周末|周[一二三四五六日天]|星期|礼拜|节假?日|假期|[寒暑]假|平时|工作日|[明今昨后]天"
    r"|\d(?:月|点|号|日)|[春夏秋冬]天|过年|春节|国庆|现在|以后"
)
_PLACE = re.compile(
    r"[区馆楼院校市县镇乡村省店站厅场](?:里|内|外|那边)?$|(?:里|内|外|那边|那里|那儿)$|外地|本地|农村|城里|国外|网上|线上"
)
_COUNTED = re.compile(
    r"(?<=[\u4e00-\u9fff])[\d一二两三四五六七八九十]+[个篇件张份只本次套项](?=[\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Whether:
    """`of`: of whom or what is asked, empty where nobody is named; `asks`: from the verb that asks on."""

    of: str
    asks: str


def parted(question: str) -> Whether | None:
    """The last part of a question that asks yes or no, parted at its verb; None where none does."""
    for part in reversed([p.strip() for p in _PARTS.split(search_key(question)) if p.strip()]):
        verb = _ASKS.search(part)
        if verb is not None and _YES_NO.search(part):
            of = part[: verb.start()]
            return Whether("" if _NOBODY.fullmatch(of) else of, part[verb.start() :])
    return None


def asked_of(other: str, question: str) -> str:
    """`question` asked of `other`; empty where it asks no yes or no, or nothing in it can give way.

    An act takes the place of the act (带狗 after 可以野餐吗), a thing that of the thing done to where people
    are asked of (电脑 after 学生能带手机吗). What happened, a time and a place join what is asked about
    (没去考试 after 报名费能退吗). All else takes the place of what is asked of.
    """
    old = parted(question)
    if old is None:
        return ""
    if instead := _done_instead(other, old):
        return instead
    if not old.of:
        return ""
    asks = _COUNTED.sub("", old.asks)  # 能投两篇吗, asked of another: 能投吗
    return f"{other}，{old.of}{asks}" if _joins(other, old.of) else f"{other}{asks}"


_ACT = (
    r"(?:携带|使用|提交|参观|拍摄|饲养|带|拿|穿|戴|骑|抽|吃|喝|拍|停|用|坐|养|住|玩|唱|跳|打|踢|喂|摸|借|买|卖|寄|送|放|洗|搬"
    r"|录|选|考|学|交|领|换|野餐|露营|钓鱼|游泳|睡|跑|进|拆|扔|烧)(?![生校历院科员警户导老口法者证])"
)
_DOES = re.compile(rf"{_ACT}(?!.*的$)")
_DONE_TO = re.compile(
    rf"(?P<act>.*?{_ACT})(?P<thing>[^吗么嘛不没]{{1,6}}?)(?P<rest>(?:[进入上出去来过到参].*)?(?:吗|么|嘛|不|没有?)?[?？。]*)$"
)
_VERB_ALONE = re.compile(
    r"(?:还|也|就|才|都|又)?(?:可以|需要|允许|(.)不\1|可以不可以|需不需要|能否|可否|是否|[能要用会])"
)


def _done_instead(other: str, old: Whether) -> str:
    """The question with another act, or another thing that the act is done to."""
    verb = _VERB_ALONE.match(old.asks)
    done = _DONE_TO.match(old.asks, verb.end()) if verb else None
    if verb and _DOES.match(other) and _DOES.match(old.asks, verb.end()):
        ends = "" if re.search(r"(.)不\1|是否|[能可]否", verb[0]) else "吗"
        return f"{old.of}{verb[0]}{other}{ends}"
    of_people = not old.of or _PEOPLE.search(old.of)
    if verb and done and of_people and not _PEOPLE.search(other) and not _joins(other, "人"):
        return f"{old.of}{verb[0]}{done['act']}{other}{done['rest']}"
    return ""


_PEOPLE = re.compile(r"[人员者生工军警师民户友子]$|^(?:我|他|她)")


def _joins(other: str, of: str) -> bool:
    if any(kind.search(other) and not kind.search(of) for kind in (_TIME, _PLACE)):
        return True
    return bool(_EVENT.search(other)) and not _EVENT.search(of) and not _PEOPLE.search(of)
