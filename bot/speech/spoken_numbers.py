"""Numerals as people say them, with what makes them vague: 两千五, 1.2w, 八九千, 十几, 四五十, 快六十.

A vague numeral becomes an interval. How far it reaches is usage and no arithmetic: 多 stays within the next
unit of the numeral's last place, 左右 within half a unit or a tenth, 快 within a unit or a tenth below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.speech.interval import UNBOUNDED, Interval
from bot.speech.nearing import CLOSE
from corpus import patterns as re

__all__ = ["Numeral", "numerals_in", "within"]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "k": 1000, "w": 10**4}
_CHINESE = r"(?:好几|[一二两俩仨三四五六七八九十几])[零〇一二两三四五六七八九十百千万亿几]{0,10}"
_ARABIC = r"\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?"
_ONE = rf"(?:{_ARABIC}(?:\s*[万千百亿kw](?:\d(?![\d.]))?)?|{_CHINESE}|半)"
_VAGUE = "多|来|余|几"
_NUMERAL = re.compile(
    rf"(?<![\d.a-z第])(?P<one>{_ONE})(?P<vague>{_VAGUE})?(?P<scale>[万千百亿](?![一二三四五六七八九\d]))?(?P<more>多|来|余)?"
    rf"(?:\s*(?P<unit>年|个月|月|岁|元|平|分|斤)?\s*(?:到|至|-|~|—|–)\s*(?!(?:19|20)\d{{2}}\s*年)(?P<other>{_ONE}))?",
    re.IGNORECASE,
)
_PAIR = re.compile(r"([一二两三四五六七八九])([二三四五六七八九])(?![一二三四五六七八九〇零])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as told. `step` is the place of its last figure (10 in 三十, 1 in 三十五)."""

    value: Interval
    step: Decimal
    start: int
    end: int
    written: str


def numerals_in(text: str) -> Iterator[Numeral]:
    """The numerals in `text`, left to right, ranges and 多, 来, 几 read with them."""
    for match in _NUMERAL.finditer(text):
        read = _read(match)
        if read is not None:
            yield Numeral(read[0], read[1], match.start(), read[2], match["one"])


def _read(match: re.Match[str]) -> tuple[Interval, Decimal, int] | None:
    value = _interval(match["one"])
    if value is None:
        return None
    step = _step(match["one"])
    end = (
        match.end("other") if match["other"] else max(match.end(g) for g in ("one", "vague", "scale", "more"))
    )
    vague = match["vague"] or match["more"]
    if match["vague"]:
        value = _beyond(value, match["vague"], step)
    if match["scale"]:
        factor = Decimal(_SCALES[match["scale"]])
        value, step = value.times(factor), step * factor
    if match["more"]:
        value = _beyond(value, match["more"], step)
    if match["other"] and not vague:
        joined = _joined(match["one"], value, match["other"])
        if joined is None:
            return value, step, match.end("one")
        return joined, _step(match["other"]), end
    return value, step, end


def _joined(one: str, low: Interval, other: str) -> Interval | None:
    """3到5, 8000-9000, 三四到五: from the lower to the higher; a scale said once counts for both."""
    high = _interval(other)
    if high is None:
        return None
    scale = re.search(r"[万千百亿kw]$", other, re.IGNORECASE)
    if scale and low.high < 100 and not re.search(r"[万千百亿kw]", one, re.IGNORECASE):
        low = low.times(Decimal(_SCALES[scale[0].lower()]))
    return Interval(low.low, high.high) if low.low < high.high else None


def _beyond(value: Interval, word: str, step: Decimal) -> Interval:
    """十多, 三万余: up to the next; 十来: about; 二十几: between two tens."""
    if word == "来":
        return Interval(value.low - step / 10, value.high + step * 3 / 10)
    if word == "几":
        return Interval(value.low + step / 10, value.high + step, open_high=True)
    return Interval(value.low, value.high + step, open_high=True)


def _interval(numeral: str) -> Interval | None:
    numeral = numeral.lower()
    if numeral == "半":
        return Interval.exactly(Decimal("0.5"))
    if numeral[0].isdigit():
        return _arabic(numeral)
    if "几" in numeral:
        return _several(numeral)
    pair = _PAIR.search(numeral)
    if (
        pair
        and (0 < _DIGITS[pair[2]] - _DIGITS[pair[1]] <= 2)
        and not re.fullmatch(r"[^十百千万亿]{3,}", numeral)
    ):
        low = _plain(numeral[: pair.start(2)] + numeral[pair.end(2) :])
        high = _plain(numeral[: pair.start(1)] + numeral[pair.end(1) :])
        if low is not None and high is not None and low < high:
            return Interval(low, high)
    value = _plain(numeral)
    return None if value is None else Interval.exactly(value)


def _arabic(numeral: str) -> Interval:
    """1,250; 1.2w; 3万8 (a figure after the scale is of the next place)."""
    match = re.fullmatch(rf"({_ARABIC})\s*([万千百亿kw])?(\d)?", numeral)
    assert match is not None
    value = Decimal(match[1].replace(",", ""))
    if match[2]:
        scale = Decimal(_SCALES[match[2]])
        value = value * scale + Decimal(match[3] or 0) * scale / 10
    return Interval.exactly(value)


def _several(numeral: str) -> Interval | None:
    """十几, 几十, 好几万, 二十几; 几 alone asks."""
    plain = numeral.removeprefix("好")
    if plain == "几":
        return Interval(Decimal(3), Decimal(9)) if numeral != plain else None
    first = "3" if numeral != plain else "1" if plain.index("几") else "2"
    low, high = (_plain(plain.replace("几", "一二三四五六七八九"[int(d) - 1])) for d in (first, "9"))
    return None if low is None or high is None else Interval(low, high)


def _plain(numeral: str) -> Decimal | None:
    """The value of Chinese figures: by scales (三万八 is 38000), else figure by figure (一五〇)."""
    if not re.search(r"[十百千万亿]", numeral):
        if len(numeral) > 1 and re.search(r"[两俩仨]", numeral):
            return None
        return Decimal("".join(str(_DIGITS[c]) for c in numeral))
    total = section = figure = 0
    last, zero = 1, False
    for character in numeral:
        if character in _DIGITS:
            figure, zero = _DIGITS[character], zero or character in "零〇"
            continue
        scale = _SCALES[character]
        if scale >= 10**4:
            total = (total + section + figure) * scale
            section = 0
        else:
            section += (figure or 1) * scale
        figure, last, zero = 0, scale, False
    rest = figure * last // 10 if last >= 100 and not zero else figure  # 两千五: the next place
    return Decimal(total + section + rest)


def _step(numeral: str) -> Decimal:
    """The place of the last figure that is not nought."""
    value = _interval(numeral)
    if value is None or value.low == 0:
        return Decimal(1)
    digits = value.high.normalize().as_tuple()
    return Decimal(1).scaleb(int(digits.exponent))


# --- words beside a numeral that make it vague --------------------------------------------------------


# the verb between: 至少干了七年, 最多交了三年, 大概交了两年
_ACTED = r"(?P<verb>(?:干|做|教|工作|从业|交|缴|住)(?:了|过|满|够)*)"
_VERB = rf"{_ACTED}?"
_BELOW = re.compile(
    rf"(?:年近|快|{CLOSE}|将近|接近|差点儿?|差一点|小|奔|不到|不足|不满|未满|没满|没到|不够|还没|未到)(?:要|满|有|到|够|了|个)*$"
    rf"|(?:快|将近|接近)要?{_ACTED}$"
    r"|(?:没有?|未|从没)[扣记考交缴干做用花]?(?:满|到|够|达到)(?:了|过)*$"  # 没扣满过12分
)
_PAST = re.compile(r"(?:年[过逾]|刚过)$")
_OVER = re.compile(r"(?<![不没])(?:超过|不止|超出|多于|高于|大于)(?:了|有)*$")
_LEAST = re.compile(rf"(?:起码|至少|最少|不少于|不低于)(?:也|有|是|得)*{_VERB}$")
_MOST = re.compile(rf"(?:最多|顶多|至多|不超过|没超过|撑死)(?:也|有|是|就|个)*{_VERB}$")
_ABOUT = re.compile(rf"(?:大概|大约|约莫?|差不多|估计|大致|估摸着?|大概其)(?:是|有|也就|就|在|得有)*{_VERB}$")
_BEHIND_BELOW = re.compile(r"(?:还|都)?(?:不到|不足|未到|没到)(?!\d)")
_BEHIND_MORE = re.compile(r"多(?![次少个久项种])|余|出头|冒头|开外|挂零")
_BEHIND_LEAST = re.compile(r"以上|往上|朝上|起步|打底")
_BEHIND_ABOUT = re.compile(r"左右|上下|前后|的样子|光景|来往")


def within(value: Interval, unit: Decimal, before: str, behind: str) -> tuple[Interval, int, int]:
    """`value` in the light of the words beside it, and how many characters of them were read on each side.

    `unit` is what 多 behind the unit adds at most: a year in 五年多, ten in 四十出头.
    """
    for pattern, reach in (
        (_BELOW, _below),
        (_PAST, _past),
        (_OVER, _above),
        (_LEAST, _least),
        (_MOST, _most),
        (_ABOUT, _about),
    ):
        found = pattern.search(before)
        if found and reach is _about and (closer := _behind(value, unit, behind)):
            return closer[0], len(found[0]), closer[1]  # 大概四十出头
        if found:
            after = _BEHIND_ABOUT.match(behind)
            left = 0 if found.groupdict().get("verb") else len(found[0])  # the verb tells what is counted
            return reach(value, unit), left, after.end() if after else 0
    if closer := _behind(value, unit, behind):
        return closer[0], 0, closer[1]
    return value, 0, 0


def _behind(value: Interval, unit: Decimal, behind: str) -> tuple[Interval, int] | None:
    for pattern, reach in (
        (_BEHIND_BELOW, _below),
        (_BEHIND_MORE, _more),
        (_BEHIND_LEAST, _least),
        (_BEHIND_ABOUT, _about),
    ):
        if found := pattern.match(behind):
            return reach(value, unit), found.end()
    return None


def _slack(value: Interval, unit: Decimal) -> Decimal:
    return max(unit, value.high / 10)


def _below(value: Interval, unit: Decimal) -> Interval:
    return Interval(max(Decimal(0), value.low - _slack(value, unit)), value.high, open_high=True)


def _above(value: Interval, unit: Decimal) -> Interval:
    return Interval(value.low, UNBOUNDED, open_low=True)


def _least(value: Interval, unit: Decimal) -> Interval:
    return Interval(value.low, UNBOUNDED)


def _most(value: Interval, unit: Decimal) -> Interval:
    return Interval(Decimal(0), value.high)


def _more(value: Interval, unit: Decimal) -> Interval:
    return Interval(value.low, value.high + unit, open_high=True)


def _past(value: Interval, unit: Decimal) -> Interval:
    """年过六十: in one's sixties."""
    return _more(value, Decimal(10) if value.high % 10 == 0 else unit)


def _about(value: Interval, unit: Decimal) -> Interval:
    slack = _slack(value, unit / 2)
    return Interval(max(Decimal(0), value.low - slack), value.high + slack)
