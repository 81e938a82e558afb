"""What a question asks of time: is it open, how long is left, what if it is missed, what comes next."""

from __future__ import annotations

from enum import StrEnum

from corpus import patterns as re

__all__ = [
    "HOUR",
    "STILL",
    "TIMELY",
    "TimeAsked",
    "asking_part",
    "asks_whether_open",
    "is_of_time",
    "time_asked",
    "told_beside",
    "turn_named",
]


class TimeAsked(StrEnum):
    LEFT = "left"  # 还有几天截止
    MISSED = "missed"  # 错过了怎么办
    NEXT = "next"  # 下一批什么时候
    LASTING = "lasting"  # 报名开放几天


_STILL_MAY = r"还(?:能|可以)(?![^，。]{0,5}(?:[几多]少?[次回遍趟个门科]))"  # 还能补几次 is of a number
TIMELY = re.compile(
    rf"现在|今天|今儿|今晚|明天|这个月|本月|这会儿|眼下|来得及|来不及|赶得上|赶得及|赶不上|{_STILL_MAY}|还有机会|晚了|迟了|过期"
    r"|截止了|结束了|开始了|开始[^，。？]{1,6}了|开[放通]了|(?:开始|截止|结束)没|过了[吗没么]"
)
STILL = re.compile(rf"现在|{_STILL_MAY}|还(?:来得及|有机会)|来得及|赶得上")
HOUR = re.compile(
    r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|晚)?\s*(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,2})\s*[点时:：](?!间)(?P<half>半)?(?P<minute>\d{2})?"
)
_ASKING = re.compile(
    r"吗|(?<![什怎多那这])么(?!时候)|没有?$|不$|[不没][?？]?$|嘛|能不能|可不可以|补[报交缴办登][^,，。]{0,3}(?:行不行|成不成)|来得及|赶得上"
    rf"|{_STILL_MAY}(?!咋|怎|如何)"
)
_DONE = re.compile(r"已经?|[交报递填考办寄缴传弄]好?[了过]|完成|通过了")

# How many days there are still to go: 还有几天, 还剩多少天, 离截止还有多久.
_LEFT = re.compile(
    r"(?:还有|还剩|剩下?|余下|只剩)[^，。？?]{0,6}(?:[几多]少?天|多久|多长时间)|(?:离|距离?)[^，。？?]{1,16}(?:[几多]少?天|多久|多长时间)"
    r"|[几多]少?天(?:就|才)?(?:截止|到期|结束|开始)"
)
# How many days something can be done in: 报名一共几天, 可以办多少天.
_LASTING = re.compile(
    r"(?:可以|能|一共|总共|共|有|开放|办理?|持续|为期)(?:办理?|报名?|申请|登记)?(?:几|多少)天(?!前|[以之]?后|[以之]?内|才|公示|出|批|审)"
    r"|(?:几|多少)天(?:时间)?(?:可以|能)(?:办|报|申|登记)|(?:开放|持续)(?:多久|多长时间)"
    r"|(?:报名|申报|登记|缴费|申请|设定|办理)[^,，。]{0,6}(?:期|时间)(?:一共|有|是)*(?:多久|多长|几天|多少天)"
)
# That the time is over or was let go by, and that a way out is asked for.
_LAPSED = re.compile(
    r"错过|误了|漏了|没赶上|赶不上|没来得及|来不及|没[报申交办缴登]上|已经?(?:结束|截止)|忘了?记?[报交缴申办填登去]|过了[^，。？?]{0,8}(?:时间|期限|期|点|截止|日子)"
    r"|过期|过了(?=怎么|咋|还)|逾期|超期|没(?:有)?(?:能)?(?:按时|按期|及时|在[^，。？?]{1,10}[前内])|未(?:按时|按期|及时)|晚了|迟了"
)
_REMEDY = re.compile(
    r"(?:怎么|咋|如何)(?:办|整|弄|补|处理|补救)|(?:还|有).{0,3}(?:机会|办法|补救|救)|(?:能|可以|可|让|给)[^，。？?]{0,4}补"
    r"|补[报交缴办登][^，。？?]{0,3}[吗么不]|会(?:怎么?样|咋样|怎样)|有什么(?:后果|影响)"
)
_AND_THAT = re.compile(r"呢[?？。]?$")
# Another turn than this one, and that its day is asked for.
_ANOTHER = re.compile(
    r"(?:下|后)(?:面)?(?:一|个|几)*(?:批次?|次|期|轮|场|届|回|拨|半年|季度?|学期|年度?)(?!要|还要|去)|明年|来年|再(?:次|一次)"
)
_WHEN = re.compile(
    r"什么时[候间]|啥时[候间]?|何时|几[号月]|哪天|哪一天|多久|多会儿|时间(?:是|呢|安排|定)|[是在]几|什么日子"
)


def time_asked(text: str) -> TimeAsked | None:
    """What a question asks of time, apart from whether something is open; None where it is nothing."""
    if _LAPSED.search(text) and _REMEDY.search(text):
        return TimeAsked.MISSED
    if _LEFT.search(text):
        return TimeAsked.LEFT
    if _LASTING.search(text):
        return TimeAsked.LASTING
    if _ANOTHER.search(text) and (_WHEN.search(text) or _AND_THAT.search(text)):
        return TimeAsked.NEXT
    return None


def asks_whether_open(text: str) -> bool:
    """Whether a yes-or-no question hangs on the day or the hour of asking."""
    return _ASKING.search(text) is not None and (
        TIMELY.search(text) is not None or HOUR.search(text) is not None
    )


def asking_part(text: str) -> str:
    """The part of a question that asks, of several the last."""
    asking = [p for p in _parts(text) if _ASKING.search(p)]
    return asking[-1] if asking else text


def told_beside(text: str) -> str:
    """What is told beside the part that asks, without what is done already: 网上的交了，纸质的还来得及吗."""
    asking = asking_part(text)
    return "，".join(p for p in _parts(text) if p != asking and not _DONE.search(p))


_PIECES = re.compile(
    r"(?:还|剩|离|距|有|没|就|才|要|能|会|可以|截止|截至|到期|结束|开始|开放|时间|日子|期限|期间|机会|怎么办?|咋办?|办法|补救?|错过|误|漏"
    r"|逾期|超期|赶|忘记?|[上下本这那][一两个]?|批|次|期|轮|场|届|回|拨|再|又|几|多少|多久|多|天|日|号|月|晚|迟|过|了|的|明年|来年|今年|半年|季度?|学期|年度?|最后|昨|前天|刚|补[报缴交办登申](?:记|请)?)+"
)


_DAY = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]")


def is_of_time(word: str) -> bool:
    """Whether a word of a question says only that it asks of time, not of what."""
    return any(p.fullmatch(word) for p in (_PIECES, _DAY)) or TIMELY.search(word) is not None


def turn_named(text: str) -> str:
    """What a question calls the turn that it asks for: 下一批, 明年."""
    named = _ANOTHER.search(text)
    return named[0] if named else ""


def _parts(text: str) -> list[str]:
    return [p for p in re.split(r"[，,。；;？?！!（）()]", text) if p.strip()]
