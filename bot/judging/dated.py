"""A condition that something happened before or after a day: 登记注册时间在2031年1月1日（含）以后."""

from __future__ import annotations

from datetime import date

from bot.answer_parts import ConditionState
from bot.judging.kleene import all_of, negated
from bot.person.events import parts_about
from bot.person.person import Person
from bot.speech.bounded import JudgedLeaf
from bot.speech.spoken_days import SpokenDay, spoken_days
from corpus import patterns as re
from corpus.conditions.conditions import Leaf
from corpus.values.periods import find_date, fold, written_day

__all__ = ["judge_day_of"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_DATED = re.compile(
    r"(?P<event>[\u4e00-\u9fff]{2,20}?)(?:的)?(?:时间|日期)?(?:须|应当?|必须)?[在于为是]*(?P<day>\d{4}年\d{1,2}月\d{1,2}日)"
    r"(?:\(?(?:含|含当日|含本日|当日)\)?)?(?P<side>[以之]?[后前]|起|以来|止)(?:\(?(?:含|含当日|含本日)\)?)?"
)

# 企业在2031年3月31日前须取得备案编号: the day first.
_DATED_FIRST = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4})??[在于]?(?:[\u4e00-\u9fff]{2,8}\()?"
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)\)?(?P<side>[以之]?[后前])"
    r"(?:应当?|须|必须|已|均|都)*(?:取得|获得|办理|完成|通过|领取|签订|缴纳|提交)[\u4e00-\u9fff]*?(?P<event>[\u4e00-\u9fff]{2,4})"
)


def _days_of(event: str, person: Person) -> list[SpokenDay]:
    """The days that are told of an event, the earliest first."""
    assert person.as_of is not None
    return sorted(spoken_days(parts_about(event, person.text), person.as_of), key=lambda d: d.first)


_UNDONE = re.compile(r"(?:未能?|没有|不能)(?=[在于])")  # 未能在8月31日前取得证书


# 船只于2031年1月1日至2032年12月31日期间登记: both days, and what happened behind them.
_WITHIN = re.compile(
    r"(?P<event>[\u4e00-\u9fff]{2,20}?)?[在于自从为是]?(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?:\([^()]*\))?(?:至|到|[-—~])"
    r"(?P<until>\d{4}年\d{1,2}月\d{1,2}日)(?:\([^()]*\))?(?:期间|之间|以?内)?(?P<act>[\u4e00-\u9fff]{2,8})?"
)
# 2031年12月31日前建成: the day, and nothing but what happened.
_DAY_THEN = re.compile(
    r"[在于]?(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?P<side>[以之]?[后前])(?:已|均|都)*(?P<event>[\u4e00-\u9fff]{2,4})"
)


def _stated(words: str) -> tuple[str, tuple[tuple[date, bool], ...], str]:
    """Of what event a condition speaks, the days that bound it, each with whether it is to be later, and the
    words for them; no days for any other condition."""
    if within := _WITHIN.fullmatch(words):
        event = within["act"] or within["event"] or ""
        days = (find_date(within["day"]), True), (find_date(within["until"]), False)
        known = tuple((d, later) for d, later in days if d is not None)
        shown = "至".join(written_day(d) for d, _ in known)
        return event, known if event and len(known) == len(days) else (), f"{shown}期间"
    stated = _DATED.fullmatch(words) or _DATED_FIRST.fullmatch(words) or _DAY_THEN.fullmatch(words)
    bound = find_date(stated["day"]) if stated else None
    if stated is None or bound is None:
        return "", (), ""
    event = "证书" if stated["event"].endswith("证书") else stated["event"]
    return event, ((bound, stated["side"][-1] in "后起来"),), f"{written_day(bound)}{stated['side']}"


def judge_day_of(leaf: Leaf, person: Person) -> JudgedLeaf | None:
    """A condition on the day of an event, judged by the day that the person tells of it; None for any other
    condition, and where no day of it is told."""
    words = fold(leaf.words).strip("；;。 的")
    undone = _UNDONE.match(words)
    words = words[undone.end() :] if undone else words
    event, bounds, shown = _stated(words)
    if not bounds or person.as_of is None:
        return None
    told = _days_of(event, person) or ("毕业" in words and _days_of("毕业取得", person)) or []
    if not told:
        return None
    state = all_of(_on_side(told[0].first, told[0].last, bound, later) for bound, later in bounds)
    if state is _UNKNOWN:
        return JudgedLeaf(leaf, _UNKNOWN, f"按您说的不能确定是否在{shown}{event}", f"请问{event}是哪一天？")
    why = f"{event}{'在' if state is _MET else '不在'}{shown}"
    return JudgedLeaf(leaf, negated(state) if undone else state, why)


def _on_side(first: date, last: date, bound: date, later: bool) -> ConditionState:
    """Whether a day between `first` and `last` is on the wanted side of `bound`, which is on it."""
    if (first >= bound) if later else (last <= bound):
        return _MET
    return _UNMET if ((last < bound) if later else (first > bound)) else _UNKNOWN
