"""Shares as people tell them, in per cent: 一半, 三成, 2/3; or worked out of two counts.

Of 一共9人，6人同意 the share is 6 of 9; of two counts it is always the smaller that is a part of the larger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.speech.amounts import amounts_in
from bot.speech.bounded import spoken_amount
from bot.speech.interval import Interval
from corpus import patterns as re
from corpus.values.numerals import CN_NUM, NUM, number

__all__ = ["Share", "share_of_counts", "shares_in"]

_N = rf"(?:{NUM}|{CN_NUM})"
_FRACTION = re.compile(
    rf"(?P<whole>{_N})分之(?P<part>{_N})|(?<![\d./])(?P<over>\d{{1,5}})\s*/\s*(?P<under>\d{{1,5}})(?![\d./])"
)
_TENTHS = re.compile(
    r"(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九])?(?![年立功员果为绩交])"
)
_HALF = re.compile(r"(?:一半|半数|对半|过半(?![年载辈个天月])|大半(?![年辈个天月])|小半)")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in per cent and where it is told."""

    much: Interval
    start: int
    end: int


def shares_in(text: str) -> Iterator[Share]:
    """The shares told in words or as a fraction; those with a sign for per cent are amounts."""
    for match in _FRACTION.finditer(text):
        part, whole = number(match["part"] or match["over"]), number(match["whole"] or match["under"])
        if part is not None and whole and 0 < part <= whole and whole != 100:
            yield _share(Interval.exactly(part * 100 / whole), match)
    for match in _TENTHS.finditer(text):
        tenths, more = number(match["tenths"]), match["half"] or ""
        if tenths is not None:
            rest = Decimal(5) if more == "半" else (number(more) or Decimal(0)) if more else Decimal(0)
            yield _share(Interval.exactly(tenths * 10 + rest), match)
    for match in _HALF.finditer(text):
        fifty, bounds = Decimal(50), (Decimal(0), Decimal(100))
        much = {
            "过半": Interval(fifty, bounds[1], open_low=True),
            "大半": Interval(fifty, bounds[1], open_low=True),
            "小半": Interval(bounds[0], fifty, open_high=True),
        }.get(match[0], Interval.exactly(fifty))
        yield _share(much, match)


def _share(much: Interval, match: re.Match[str]) -> Share:
    said = Interval(much.low, much.high, much.open_low, much.open_high, match[0])
    return Share(said, *match.span())


_HEADS = frozenset("人名位个口")
_COUNTED = re.compile(rf"(?P<count>{_N})\s*(?P<unit>个(?!月|工作|小时|半|多|学)|[人名位家户票台辆项件门篇])")
_OF = re.compile(r"总数|总额|总人数|比例|占|率|之比|[%％]")

_OF_MONEY = re.compile(
    r"(?:收入|费用|支出|产值|投入|成本|金额|价款|资金|面积)[^,;。人员]{0,12}(?:比例|比重|占|率)"
)


def share_of_counts(words: str, text: str) -> tuple[Interval, str] | None:
    """What one of two counts is of the other in per cent, and how that was worked out.

    Only for a condition on a share (`words`), and where just two counts of one kind are told.
    """
    if not _OF.search(words):
        return None
    amounts = {a.start for a in amounts_in(text) if a.unit in ("元", "分", "岁", "个月")}
    told = [m for m in _COUNTED.finditer(text) if m.start() not in amounts]
    if _OF_MONEY.search(words) and any(m["unit"] in _HEADS for m in told):
        return None
    kinds = {"人" if m["unit"] in _HEADS else m["unit"] for m in told}
    counts = [c for m in told if (c := number(m["count"])) is not None]
    if len(counts) != 2 or len(kinds) != 1 or not 0 < min(counts) <= max(counts):
        return None
    share = min(counts) * 100 / max(counts)
    worked = f"{spoken_amount(min(counts), '')}÷{spoken_amount(max(counts), '')}≈{spoken_amount(share, '%')}"
    exact = share == share.quantize(Decimal("0.01"))
    return Interval.exactly(share), worked.replace("≈", "=") if exact else worked
