"""Amounts as people say them: a numeral with its unit and the words that make it vague.

Lengths of time come in months (年, 个月, 半年, 三年零两个月, 差俩月五年) or days, measures in the unit that
notices use (平 → 平方米, 斤 → 公斤, 一米七二 → 172厘米). Years of the calendar, grades, places in a row are
no amounts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.speech.interval import Interval
from bot.speech.spoken_numbers import Numeral, numerals_in, within
from corpus import patterns as re

__all__ = ["Amount", "amounts_in", "spans_in", "windows_in"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, of what (`""` where no unit is said), and where it stands, vague words included."""

    much: Interval
    unit: str
    start: int
    end: int


# 19年毕业, 3年制, 18年7月, 2019年: a year of the calendar or a name, no length of time.
_CALENDAR = re.compile(
    r"年(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?!个)|[底末初代级度制份]|[上下]半年|[春夏秋冬]|的?时候|那[年会]|(?:就|开始|起|一直)*[干做当教开跑写搞]到(?:现在|今|目前)"
    r"|(?:从[^，。]{2,8})?(?:大学|本科|大专|硕士|中专|技校)?(?:毕业|入职|参加|入行|入学|入伍|退役|退伍|出生|生的?(?=[，。]|$)|考[上到下出过]|拿[到下了]|取得|评[上到]|结的?婚|进[厂的了]|[^，。；了过]{0,3}的(?=[，。；]|$)))"
)
_UNIT = re.compile(
    r"\s*(?:(?P<halfmonth>个半月)|(?P<moremonth>个多月)|(?P<year>(?:个)?年|载)|(?P<month>个月|(?<=[俩仨])月)|(?P<week>个?(?:星期|礼拜)|周(?!岁|[一二三四五六日末]))"
    r"|(?P<day>个?工作日|天(?!内|津)|日(?=内|了|$|，))|(?P<age>周?岁)|(?P<height>米(?=[一二三四五六七八九\d]))"
    r"|个?(?P<other>平方米|平米|平方|平(?!均)|㎡|万?元|块钱?|毛|分钟|秒钟?|毫升|升(?![级学职到至])|分(?![之钟公会])|亩|公顷|头(?![一二三四五六七八九十天一回])|层|吨|千瓦|口人|口|人(?!民)|名|次|回|篇|学时|课时|学分|小时|个?钟头|字|辆|台|套|倍|%|项|件|张(?![家开三])|份(?![之额])|集(?![中体合])|票|幅|首(?![先次都付])|册|棵|株|家(?![里人庭])|本(?![科地市人校])|门|厘米|公分|公里|公斤|千克|斤|级(?=残)|度|米))",
    re.IGNORECASE,
)
_UNITS = {
    "平米": "平方米",
    "平方": "平方米",
    "平": "平方米",
    "㎡": "平方米",
    "块": "元",
    "块钱": "元",
    "回": "次",
    "口": "人",
    "口人": "人",
    "课时": "学时",
    "公分": "厘米",
    "千克": "公斤",
    "钟头": "小时",
    "秒钟": "秒",
    "个钟头": "小时",
}
_HALF = Decimal("0.5")
_FIRST_MONTHS = re.compile(r"\s*(?:零|又|加|，?还?有)?$")


_KEPT = 4096  # texts whose amounts are kept


def spans_in(text: str) -> Iterator[Amount]:
    """The lengths of time of a month or more in `text`, in months; 两年内 in 两年内住了17个月 is none."""
    return (a for a in amounts_in(text) if a.unit == "个月" and not _is_window(a, text))


def windows_in(text: str) -> Iterator[Amount]:
    """The lengths of time in `text` in which another is told: 24个月里 of 近24个月里有3个月是补缴的."""
    return (a for a in amounts_in(text) if a.unit == "个月" and _is_window(a, text))


_WITHIN = re.compile(r"(?:之|以)?(?:内|里面?|期间|当中)")
_OF_LATE = re.compile(r"(?:近|最近|过去)$")


def _is_window(amount: Amount, text: str) -> bool:
    """Whether a length of time is that in which another is told in the same breath."""
    bounds = _WITHIN.match(text, amount.end) or _OF_LATE.search(text[: amount.start])
    breath = re.match(r"[^，。；？?]*", text[amount.end :])
    stop = amount.end + (breath.end() if breath else 0)
    later = (a for a in amounts_in(text) if a.unit == "个月" and amount.end <= a.start)
    return bounds is not None and any(a.end <= stop for a in later)


@lru_cache(maxsize=_KEPT)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts in `text`, left to right, none overlapping; kept, since every condition asks for them."""
    found = [a for n in numerals_in(text) if (a := _amount(text, n)) is not None]
    return tuple(_lacking(text, _joined(text, found)))


def _amount(text: str, numeral: Numeral) -> Amount | None:
    before = text[max(0, numeral.start - 8) : numeral.start]
    unit = _UNIT.match(text, numeral.end)
    if unit is None:
        return _bare(text, numeral, before)
    if unit["year"] and _is_calendar(text, numeral, unit):
        return None
    read = _measured(text, numeral, unit)
    if read is None:
        return None
    value, name, factor, end, slack = read
    value, left, right = within(value, slack, before, text[end : end + 6])
    start, end = numeral.start - left, end + right
    return Amount(replace(value.times(factor), said=text[start:end]), name, start, end)


def _measured(
    text: str, numeral: Numeral, unit: re.Match[str]
) -> tuple[Interval, str, Decimal | int, int, Decimal] | None:
    """The value in the unit said, the unit it is kept in, the factor between them, its end, its slack."""
    value, end, one = numeral.value, unit.end(), Decimal(1)
    if unit["halfmonth"]:
        return value + Interval.exactly(_HALF), "个月", 1, end, one
    if unit["moremonth"]:
        return Interval(value.low, value.high + 1, open_high=True), "个月", 1, end, one
    if unit["year"]:
        value, end, slack = _half_behind(text, value, end)
        if value == Interval.exactly(_HALF) and text[: numeral.start].endswith("大"):
            return Interval(_HALF, Decimal(1), open_high=True), "个月", 12, end, slack
        return value, "个月", 12, end, slack
    if unit["month"]:
        return value, "个月", 1, end, one
    if unit["week"]:
        return value, "天", 7, end, one
    if unit["day"]:
        if text[: numeral.start].rstrip().endswith("月"):
            return None  # a day of the calendar
        return value, "天", 1, end, one
    if unit["age"]:
        value, end, slack = _half_behind(text, value, end)
        return value, "岁", 1, end, slack
    if unit["height"]:
        return _height(text, value, end)
    return _other(text, numeral, unit)


def _half_behind(text: str, value: Interval, end: int) -> tuple[Interval, int, Decimal]:
    """三年半, 六岁半, 半年: what is meant by half, and how far 多 reaches then."""
    if value == Interval.exactly(_HALF):
        return value, end, _HALF
    if re.match(r"半(?!年|个|天|工)", text[end:]):
        return value + Interval.exactly(_HALF), end + 1, _HALF
    return value, end, Decimal(1)


def _height(text: str, value: Interval, end: int) -> tuple[Interval, str, Decimal | int, int, Decimal]:
    """一米七, 1米72: the figures behind are tenths and hundredths."""
    figures = re.match(r"[零〇一二三四五六七八九\d]{1,2}", text[end:])
    assert figures is not None
    digits = [
        int(c) if c.isdigit() else "零一二三四五六七八九".find(c.replace("〇", "零")) for c in figures[0]
    ]
    centimetres = digits[0] * 10 + (digits[1] if len(digits) > 1 else 0)
    whole = value.times(100) + Interval.exactly(centimetres)
    return whole, "厘米", 1, end + figures.end(), Decimal(1)


# 一分没领, 一块儿算, 一块菜地: no sum of money and no marks.
_IDIOM = re.compile(r"分(?:钱|[都也]?[没不])|块(?:儿|[\u4e00-\u9fff]{0,2}[地田]|[去来办报算住])")


def _other(
    text: str, numeral: Numeral, unit: re.Match[str]
) -> tuple[Interval, str, Decimal | int, int, Decimal] | None:
    word = unit["other"]
    if numeral.written == "一" and _IDIOM.match(text, unit.start("other")):
        return None
    if word == "级" or (
        word == "分" and numeral.written == "十" and text[unit.end() : unit.end() + 1] not in "，。"
    ):
        return None  # 一级残疾; 十分困难
    factor: Decimal | int = 1
    if word == "斤":
        word, factor = "公斤", _HALF
    elif word == "毛":
        word, factor = "元", Decimal("0.1")
    elif word == "万元":
        word, factor = "元", 10**4
    return numeral.value, _UNITS.get(word, word), factor, unit.end(), numeral.step


# What follows a number that is no amount: a date, a clock, a grade, a place in a row, a code.
_NO_AMOUNT = re.compile(
    r"\s*(?:年|月|日|号|级|点|[.:：/\-]\d|天|位数|类|档|等|组|班|年级|[a-z]|届|后|线|楼|室|栋|路|环|甲|乙)",
    re.IGNORECASE,
)
# 差一个月满十八: what a time is lacking from is an age.
_TURNING = re.compile(
    r"(?:差|(?:还|再)有|再过)[^，。；]{1,6}(?:月|年|天|日|礼拜|星期|周)(?:就|才|便)?(?:可以)?(?:年?满|到)$"
)
_MONEY_SCALE = re.compile(r"[万亿千kw]", re.IGNORECASE)
_TELLS_MONEY = re.compile(
    r"(?:挣|赚|收入|工资|月薪|年薪|薪水|薪|到手|花了?|总价|房价|存款|欠|贷款?|拿|退休金|补贴)[^，。；\d]{0,6}$"
)


def _bare(text: str, numeral: Numeral, before: str) -> Amount | None:
    """A numeral without a unit: digits, or a scale, which people leave alone only with money."""
    said = text[numeral.start : numeral.end]
    money = _MONEY_SCALE.search(said) is not None or bool(
        numeral.step >= 10 and _TELLS_MONEY.search(text[: numeral.start])
    )
    if _TURNING.search(text[: numeral.start]) and re.match(
        r"岁?(?=[，。；？！]|$|能|可|就|行|够)", text[numeral.end :]
    ):
        return Amount(replace(numeral.value, said=said), "岁", numeral.start, numeral.end)
    vague = said[-1] in "多来余几"
    if _NO_AMOUNT.match(text, numeral.end) or not (said[0].isdigit() or money):
        return None
    if re.search(r"第$|[a-z]$|\d年$|[\d.:：/\-]$", before, re.IGNORECASE):
        return None
    value, left, right = within(numeral.value, numeral.step, before, "" if vague else text[numeral.end :][:6])
    start, end = numeral.start - left, numeral.end + right
    return Amount(replace(value, said=text[start:end]), "元" if money else "", start, end)


def _is_calendar(text: str, numeral: Numeral, unit: re.Match[str]) -> bool:
    written = numeral.written
    year_word = unit.start("year")
    if re.fullmatch(r"(?:19|20)\d{2}|0\d|[6-9]\d|[零〇一二三四五六七八九]{4}", written):
        return True
    if re.match(r"年级|年制|年代(?!码)|年度|年期", text[year_word:]):
        return True
    if re.fullmatch(r"[六七八九][零〇一二三四五六七八九]", written) and numeral.value.exact:
        return True  # 八五年; 七八年 is seven or eight years
    if (written.isdigit() and len(written) == 2) or re.fullmatch(
        r"[零〇一二]?[零〇一二三四五六七八九]", written
    ):
        spent = re.search(r"[了满共计干做过有快近约教学交缴够]$", text[: numeral.start])
        dated = _CALENDAR.match(text, year_word)
        return dated is not None and (len(written) == 2 or "月" in dated[0]) and not spent
    return False


def _joined(text: str, found: list[Amount]) -> list[Amount]:
    """三年零两个月, 3年6个月, 四岁零两个月: one length of time."""
    joined: list[Amount] = []
    for amount in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.unit == amount.unit == "个月"
            and last.much.exact
            and last.much.low >= 12
            and amount.much.high < 12
            and _FIRST_MONTHS.fullmatch(text[last.end : amount.start])
            and text[last.end - 1] in "年载"
        ):
            much = replace(last.much + amount.much, said=text[last.start : amount.end])
            joined[-1] = Amount(much, "个月", last.start, amount.end)
        elif (
            last is not None
            and (last.unit, amount.unit) == ("岁", "个月")
            and last.much.exact
            and amount.much.high < 12
            and _FIRST_MONTHS.fullmatch(text[last.end : amount.start])
        ):
            much = replace(last.much + amount.much.over(12), said=text[last.start : amount.end])
            joined[-1] = Amount(much, "岁", last.start, amount.end)
        elif last is None or amount.start >= last.end:
            joined.append(amount)
    return joined


# 差俩月五年, 再有三个月就满五年
_SHORT = re.compile(r"(?:差(?:了|个|着|大概|约)?|(?:还|再)有|再(?:过|干|等|做|交|缴))$")
_TILL = re.compile(r"(?:就|便|才|不)?(?:可以)?(?:干|做|教|交|缴|工作)?(?:满|到|够|整|足|不到|有)?(?:了)?")


_YEARLY = {"个月": Decimal(12), "天": Decimal("365.25")}


def _beside_age(one: Amount, two: Amount) -> tuple[Amount, Amount]:
    """Two amounts told side by side; a length of time beside an age is counted in years."""
    if "岁" not in (one.unit, two.unit):
        return one, two
    first, second = (
        replace(a, much=a.much.over(_YEARLY[a.unit]), unit="岁") if a.unit in _YEARLY else a
        for a in (one, two)
    )
    return first, second


def _lacking(text: str, found: list[Amount]) -> Iterator[Amount]:
    """差俩月五年, 五年还差两个月, 差一个月满18岁: the longer less the shorter."""
    used: set[int] = set()
    for place, pair in enumerate(itertools.pairwise(found)):
        one, two = _beside_age(*pair)
        if one.unit != two.unit or one.unit not in ("个月", "天", "元", "岁"):
            continue
        between = text[one.end : two.start]
        short = _SHORT.search(text[: one.start])
        first = short and _TILL.fullmatch(between) and one.much.high < two.much.low
        second = (
            re.fullmatch(r"[了，]?(?:还|就|只|里)?差(?:了|个|着)?", between) and two.much.high < one.much.low
        )
        if first or second:
            less = two.much - one.much if first else one.much - two.much
            start = short.start() if first and short else one.start
            found[place + 1] = Amount(replace(less, said=text[start : two.end]), one.unit, start, two.end)
            used.add(place)
    yield from (a for place, a in enumerate(found) if place not in used)
