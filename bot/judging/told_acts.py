"""What people tell in a verb and its object, by the words that notices use: 把房子卖了, 占了5%的股."""

from __future__ import annotations

from bot.speech.short_forms import shortened
from corpus import patterns as re

__all__ = ["acts_named", "done_to", "of_sale_alone", "tells_sale"]

_SOLD = re.compile(r"卖(?:了|过|掉|出|给)|(?:过户|转)给")
_SOLD_THING = re.compile(r"([房车店])(?:子|铺)?(?:都|也|给|全)?(?=卖|转|过户)")
_THINGS = {"房": "住房", "车": "车辆", "店": "店铺"}
_SHARES = re.compile(r"(?:占|持|入|有)(?:了|过|着)?[^，。股]{0,6}股(?![票市民息金])")
_SALE = re.compile(r"转让|出售|出让")


def acts_named(part: str) -> str:
    """What notices call the acts that a part tells: 把房子卖了 as 转让住房, 占了5%的股 as 股东."""
    thing = _SOLD_THING.search(part)
    sold = f" 转让{_THINGS[thing[1]]} 出售{_THINGS[thing[1]]}" if thing else " 转让 出售"
    return f"{sold if _SOLD.search(part) else ''}{' 股东' if _SHARES.search(part) else ''}"


# 吊销机动车驾驶证, which people tell the other way round: 驾照被吊销了.
_DONE_TO = re.compile(
    r"(?P<act>吊销|撤销|取消|注销|没收|收回|扣留|暂扣|冻结|解除|终止)(?P<thing>[\u4e00-\u9fff]{2,})"
)
_NAMED = 0.6  # what a phrase counts for of which the act and the thing are said apart


def done_to(phrase: str, text: str) -> float | None:
    """How far a text tells of what was done and to what, in whatever order; None for a phrase of no such
    thing, or where the act is told and nothing more than its share of the phrase."""
    done = _DONE_TO.fullmatch(phrase)
    if done is None:
        return None
    if done["act"][0] not in text:
        return 0.0  # who has a licence says nothing of one that was taken away
    named = done["thing"][-2:] in text or shortened(done["thing"], text) >= _HALF
    return _NAMED if named and done["act"] in text else None


_HALF = 0.5


def tells_sale(part: str) -> bool:
    """Whether a part tells that something was sold."""
    return _SOLD.search(part) is not None


def of_sale_alone(phrase: str, part: str) -> bool:
    """Whether a phrase is of a sale and a part of none: who has no home now may have sold one."""
    return bool(_SALE.search(phrase)) and not re.search(r"卖|转|过户|出售|出让", part)
