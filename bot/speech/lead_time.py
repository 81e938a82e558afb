"""How long before a day that something is booked for a person asks, against how long before it has to be:
买了明天的票，现在晚上七点 on 前一天17:00前."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answer_parts import ConditionState
from bot.speech.spoken_days import spoken_days
from bot.speech.time_asked import HOUR
from corpus import patterns as re
from corpus.values.numerals import number

__all__ = ["LeadTime", "hour_told", "judge_lead", "lead_told"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class LeadTime:
    """The days from the day of asking to that of the event, and the minutes of the day of asking gone by;
    None for what is not told."""

    days: int | None
    minutes: int | None


_AHEAD = {"大后天": 3, "后天": 2, "明天": 1, "明儿": 1, "明晚": 1, "明早": 1}
_LATE = frozenset(("下午", "傍晚", "晚上", "今晚", "晚"))
_SAME_DAY = re.compile(
    r"当[天日]|今天(?:晚上|下午|上午|早上)?(?:的|这[场次趟])|开[始场课演]了|(?:都|已经?)开"
)


def hour_told(text: str) -> int | None:
    """The hour that a person names, in minutes of the day: 晚上七点半 as 19:30; None where none is named."""
    told = HOUR.search(text)
    hour = number(told["hour"]) if told else None
    if told is None or hour is None or hour > _HOURS:
        return None
    spoken = _MINUTES.match(text, told.end())
    past = (
        int(number(spoken["n"]) or 0)
        if spoken and spoken["n"]
        else _QUARTERS.get(spoken[0], 0)
        if spoken
        else 0
    )
    minutes = int(hour) * 60 + int(told["minute"] or (30 if told["half"] else past))
    late = told["part"] in _LATE or (told["part"] == "中午" and hour < _FIRST_OF_NOON)
    return minutes + (12 * 60 if late and hour < _NOON else 0)


_MINUTES = re.compile(r"(?P<n>[二三四五]?十[一二三四五六七八九]?)分?|[一三]刻")  # 八点四十, 八点一刻
_QUARTERS = {"一刻": 15, "三刻": 45}
_HOURS, _NOON, _FIRST_OF_NOON = 24, 12, 5


def lead_told(text: str, as_of: date | None) -> LeadTime:
    """How long before the event a person asks, by the day that they tell of it."""
    named = next((n for word, n in _AHEAD.items() if word in text), None)
    if named is None and as_of is not None:
        later = [d for d in spoken_days(text, as_of) if d.first > as_of and d.first == d.last]
        named = (later[0].first - as_of).days if len(later) == 1 else None
    if named is None and _SAME_DAY.search(text):
        named = 0
    return LeadTime(named, hour_told(text))


# 参观日前一天17:00前, 使用当日8:30前: up to which hour of which day, or from it on.
_UP_TO = re.compile(
    r"(?:(?<=[日天始课演发运动馆场用提赛])前(?P<n>\d{1,2}|[一二两三四五六七])个?[日天]|(?P<same>当[日天]))的?(?:(?P<hour>\d{1,2})[:点时](?P<minute>\d{2})?分?)?(?P<side>以?前|之前|以?后|之后|以上)?"
)
# 不足3天的, after what holds 3天以上 before the day: nothing else is said in it.
_DAYS = re.compile(
    r"(?:提前)?(?P<op>不足|不满|少于|未满|不到)?(?P<n>\d{1,2}|[一二两三四五六七])个?[日天](?:以上|以内|内)?(?:的|(?:取消|退[订票]?|申请)+的?)?"
)


def judge_lead(text: str, lead: LeadTime) -> ConditionState | None:
    """Whether the lead time told keeps to what `text`, folded, says of it; None where it says nothing."""
    if (limit := _UP_TO.search(text)) is not None:
        return _by_limit(limit, lead)
    days = _DAYS.fullmatch(text)
    if days is None or lead.days is None:
        return None
    count = int(number(days["n"]) or 0)
    short = bool(days["op"]) or "内" in days[0]
    return _MET if (lead.days < count) == short else _UNMET


def _by_limit(limit: re.Match[str], lead: LeadTime) -> ConditionState | None:
    ahead = 0 if limit["same"] else int(number(limit["n"]) or 0)
    if lead.days is None:
        return _UNKNOWN
    if limit["hour"] is None:
        on_time = lead.days == 0 if limit["same"] else lead.days >= ahead
        return _MET if on_time else _UNMET
    until = int(limit["hour"]) * 60 + int(limit["minute"] or 0)
    if lead.days == ahead and lead.minutes is None:
        return _UNKNOWN
    before = lead.days > ahead or (lead.days == ahead and (lead.minutes or 0) <= until)
    wanted = (limit["side"] or "前").endswith("前")
    return _MET if before == wanted else _UNMET
