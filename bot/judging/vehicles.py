"""A condition on the seats of a vehicle, by the seats told or by the kind of vehicle: 七座以下小型客车."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from corpus import patterns as re
from corpus.values.numerals import number

__all__ = ["judge_vehicle"]

_MET, _UNMET = ConditionState.MET, ConditionState.UNMET

_N = r"(?P<n>\d{1,2}|十[一二三四五六七八九]?|[二两三四五六七八九])"
_WANTED = re.compile(
    rf"{_N}座(?:及其?|\(不?含[^()]*\))*以下(?:\(不?含[^()]*\))?的?[^,;]{{0,8}}(?:客车|乘用车|汽车|轿车|车辆?)"
)
_TOLD = re.compile(rf"{_N}座(?!谈|落|位置?号|桥|楼)")
_SALOON, _SALOON_SEATS = re.compile(r"(?<![是非])小?轿车|两厢|三厢|小车"), 5
_NO_CAR = re.compile(r"(?<!不是)(?:大?货车|卡车|皮卡|房车|大巴|中巴|大客|摩托|三轮|拖拉机|农用车)")


def judge_vehicle(words: str, text: str) -> ConditionState | None:
    """Whether a vehicle has no more seats than a condition allows; None where it is on no seats or nothing is
    told of them."""
    wanted = _WANTED.fullmatch(words)
    if wanted is None:
        return None
    if _NO_CAR.search(text):
        return _UNMET
    told = _TOLD.search(text)
    seats = number(told["n"]) if told else _SALOON_SEATS if _SALOON.search(text) else None
    most = number(wanted["n"])
    if seats is None or most is None:
        return None
    return _MET if seats <= most else _UNMET
