"""Sentences that hold in another case than the one asked about: 如遇雷雨, 参加竞赛不合格者."""

from __future__ import annotations

from corpus import patterns as re

__all__ = [
    "FORBIDS",
    "FRAUD",
    "by_other_means",
    "in_another_place",
    "in_time_only",
    "is_lapsed",
    "of_all_together",
    "of_another_event",
    "of_fraud",
    "supposes_another",
    "without_lateness",
]

FORBIDS = re.compile(
    r"不再|视为放弃|不得|不可|不能|不予|不适用|不(?:直接|单独|再)?受理|不纳入|不包括|不含|除外"
)
# One matter by whichever word: 假材料 on 提供虚假资料者不予办理.
FRAUD = re.compile(r"造假|(?<![放寒暑请病休产婚])假(?:的|材料|资料|证)|虚假|伪造|弄虚作假|变造")


def of_fraud(asked: str, text: str) -> bool:
    """Whether a sentence is of who forges something, of which the question tells nothing."""
    return FRAUD.search(text) is not None and FRAUD.search(asked) is None


_SUPPOSED = re.compile(
    r"(?:^|[,，。;；、.:：)）])(?:如果?遇?|若|遇|一旦|一?经(?:查实|核实|查证|发现|调查))(?P<case>[^,，。;；]{2,60})[,，]"
)
# 签约后不再办理按年提取: of those alone who did that. What everybody does (报名后不得更改) need not be said.
_ONCE = re.compile(
    r"(?:^|[,，。;；])(?P<case>(?![\u4e00-\u9fff]{0,4}(?:报|交|缴|填|确认|审|录|开|公布|截止|结束|逾|过|到期))"
    r"[\u4e00-\u9fff]{2,6}?)(?:之|以)?后[,，]?(?:一律|均|都|将|即)?(?=不[再得予能可])"
)


def supposes_another(asked: str, text: str) -> bool:
    """Whether a sentence holds in a case alone (如遇雷雨, 签约后) of which the question says nothing."""
    supposed = _SUPPOSED.search(text) or _ONCE.search(text)
    if supposed is None or not FORBIDS.search(text, supposed.end()):
        return False
    case = supposed["case"]
    if FRAUD.search(case) and FRAUD.search(asked):
        return False
    said = {case[i : i + 2] for i in range(len(case) - 1) if case[i : i + 2] in asked}
    return len(said) < min(2, len(case) / 3)


# Those who take part in something: 参加竞赛成绩不合格者，不能补考.
_TAKES_PART = re.compile(
    r"(?:参加|参与)[^,，。;；]{0,16}?(?P<event>竞赛|大赛|比赛|联赛|选拔|培训|考试|评审|评价|认定|鉴定|活动)"
    r"[^,，。;；]{0,12}(?:者|的|人员|考生|学员)[,，]"
)


def of_another_event(spoken_of: str, text: str) -> bool:
    """Whether a sentence is of those who take part in something that is not spoken of, nor what the notice
    is about."""
    part = _TAKES_PART.search(text)
    return part is not None and part["event"] not in spoken_of


# 不得以同一材料重复申报: the way alone is forbidden.
_BY_MEANS = re.compile(
    r"(?:不得|不能|不可|不准|严禁|禁止)(?:再次?)?(?:以|用|凭|持|使用|利用)(?P<means>[^,，。;；]{2,16}?)(?:的[^,，。;；]{2,6})?(?:来|去)?"
    r"(?:重复|再次|进行|代替|参加|参评|申请|申报|报名|报考|办理|领取|享受|入场)"
)


def by_other_means(asked: str, text: str) -> bool:
    """Whether a sentence forbids no more than to do something by a means that the question does not say."""
    found = _BY_MEANS.search(text)
    if found is None or len(FORBIDS.findall(text)) > 1:
        return False
    means = found["means"]
    return not any(means[i : i + 2] in asked for i in range(len(means) - 1))


# 学生宿舍区、库房周边区域，禁止…: of what is done there alone.
_PLACE = re.compile(r"(?P<where>[\u4e00-\u9fff]{2}(?:区域?|场所|路段|地段))(?:内|里)?$")


def in_another_place(asked: str, case: str) -> bool:
    """Whether a case consists of places none of which the question names."""
    places = [m["where"] for p in re.split("[,，、]", case) if (m := _PLACE.search(p))]
    return bool(places) and not any(p[i : i + 2] in asked for p in places for i in range(len(p) - 1))


_PERIOD = r"(?:有效期|期限|时效|保留期)"
# That a period is over, as told and as printed; and that something is done while it runs.
_OVER = re.compile(
    rf"(?:过了|超过|超出|过掉)[^,，。;；?？]{{0,8}}{_PERIOD}"
    rf"|{_PERIOD}(?:都|也|已经?)*(?:过了|过期|到了|到期|超了|满了)|过期|逾期|超期"
)
_IN_TIME = re.compile(rf"{_PERIOD}(?:之?内|以内)")
_ANEW = re.compile(
    rf"(?:超过|超出|逾|过)[^,，。;；]{{0,8}}{_PERIOD}(?:的|者|后)?[,，]?(?:须|需要?|应当?|必须|要|则)?(?:重新|从头|全部重)"
)


def in_time_only(asked: str, text: str) -> bool:
    """Whether a sentence is of what is done while a period runs (在有效期内重新申报的), where it is told that
    the period is over."""
    return _OVER.search(asked) is not None and bool(_IN_TIME.search(text)) and not _OVER.search(text)


def is_lapsed(asked: str, text: str) -> bool:
    """Whether what was got counts no more: the period is told to be over, after which all is done anew."""
    return _OVER.search(asked) is not None and _ANEW.search(text) is not None


# 两科均不合格的不予补考: of who failed in all of them.
_TOGETHER = re.compile(
    r"(?:[两二三四]|全部|所有|各)[科门项场次](?:[^,，。;；]{0,4})?(?:均|都|全部)|(?:均|都)(?:未|没|不(?:合格|及格|通过|达标))"
)
_SAYS_ALL = re.compile(r"都|均|全|两|三|四|各|所有")


def of_all_together(asked: str, case: str) -> bool:
    """Whether a case is that of all of several things, of which the question says no such thing."""
    return _TOGETHER.search(case) is not None and _SAYS_ALL.search(asked) is None


# 超过12个月的不予受理 forbids nothing to who does not say that it is later.
_TOO_LATE = re.compile(
    r"(?:(?:超过|逾)\d[^,，。;；]{0,8}?|(?:逾期|过期|超期|过时)(?:未[^,，。;；]{1,8})?)的?[,，]?(?:一律|均|将)?不(?:予|再|补|候|办|收|接|受)[^,，。;；]*"
)
_SAID_LATE = re.compile(r"超|逾|过期|过了(?=[^,，]{0,4}(?:[期时点天日月号年久]|$))|晚|迟|以后|\d年[多半]?了")


def without_lateness(asked: str, text: str) -> str:
    """A text without what it refuses to who is late, unless the question says that it is."""
    return text if _SAID_LATE.search(asked) else _TOO_LATE.sub("", text)
