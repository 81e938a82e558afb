"""How old somebody is said to be, in years, and on which day they were born."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.person.elapsed import age_between
from bot.speech.amounts import Amount, amounts_in
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay, spoken_days
from bot.speech.spoken_numbers import numerals_in, within
from corpus import patterns as re
from corpus.values.reckoning import months_after

__all__ = ["age_of", "age_on", "ages_in", "born_of", "without_dependents"]

_BORN = re.compile(
    r"\s*(?:那天|份)?(?:出)?生(?!效|育|活|产|源|日(?!的))|\s*(?:那天|份)?出生|\s*(?:的|后)(?:人|老人)?(?=[，。；？！]|$)"
)
_BIRTH_BEFORE = re.compile(r"(?:生日|出生(?:日期|年月)?|生于)(?:是|为|在|于|：|:)*$")
_BIRTH_YEARS = (1915, 0)  # whoever is asked about was born since


def born_of(text: str, as_of: date) -> SpokenDay | None:
    """The day of birth, or the span of days in which it lies; None where none is told.

    A bare year of two figures is one of birth where it stands alone: 92年的.
    """
    for day in spoken_days(text, as_of):
        if _BIRTH_BEFORE.search(text[: day.start]):
            return day
        follows = _BORN.match(text, day.end)
        if follows is None or day.first > as_of:
            continue
        if "生" in follows[0]:
            return day
        alone = re.search(
            r"(?:^|[，。；])(?:我|本人|他|她|(?P<child>(?:我们?家?|家里)?的?(?:孩子|[小俩]?娃|宝宝|[大二三]宝|老[大二三]|小孩|小子|丫头|儿子|女儿|闺女|孙子|孙女|外孙女?))(?:都|也|就)?|老婆|老公|我?[爸妈爷奶])?是?$",
            text[: day.start],
        )
        if (
            alone
            and (day.closeness != "day" or alone["child"])
            and _BIRTH_YEARS[0] <= day.first.year <= as_of.year - (0 if alone["child"] else 3)
        ):
            return day
    return _born_by_age(text, as_of) or _born_in_decade(text)


_TURNS = re.compile(r"(?:底|份|就|才|要|将|刚|正好)*(?:年?满|到|够|过)(?:的|了)?$")


def _born_by_age(text: str, as_of: date) -> SpokenDay | None:
    """下个月满60岁, 2025年6月满35岁: whoever reaches an age on a day was born that many years before."""
    amounts = list(amounts_in(text))
    told = [*(a for a in amounts if a.unit == "岁"), *_bare(text, amounts, _BY_DAY)]
    ages = [a for a in told if a.much.exact and a.much.low == a.much.low // 1 and a.much.low >= 3]
    for day in spoken_days(text, as_of):
        for age in ages:
            turns = text[day.end : age.start]
            if day.end <= age.start and _TURNS.fullmatch(turns):
                years = -12 * int(age.much.low)
                past = "刚" in turns and "要" not in turns and day.first <= as_of  # 这个月刚满60
                until = min(day.last, as_of) if past else day.last
                first, last = months_after(day.first, years), months_after(until, years)
                return SpokenDay(first, last, day.start, age.end, "month")
    return None


_DECADE = re.compile(r"(?<!\d)(?P<tens>\d|[零五六七八九])(?P<five>[05零五])后(?![面来])")


def _born_in_decade(text: str) -> SpokenDay | None:
    """90后, 九五后: born in the ten years, or in the latter five of them."""
    match = _DECADE.search(text)
    if match is None:
        return None
    tens = int(match["tens"]) if match["tens"].isdigit() else "零一二三四五六七八九".index(match["tens"])
    five = match["five"] in "5五"
    year = (2000 if tens < 3 else 1900) + 10 * tens + 5 * five
    return SpokenDay(
        date(year, 1, 1), date(year + (4 if five else 9), 12, 31), match.start(), match.end(), "year"
    )


# 以上, 以下, 及: a bound of the notice that is quoted, no age told
_QUOTED = re.compile(r"以|及|的?标准|才|的?要求|方可|就可以|之间")
_WHOSE = (
    r"今年|周岁|虚岁|实岁|正好|我|本人|他|她|男|女|[男女](?:的|方|生|士|同志)|刚|年龄|岁数|年纪|已经?|都|娃|孩子|宝宝|儿子|女儿|闺女|爸|妈|爹|娘|爷|奶|婆|公|姥"
    r"|父亲|母亲|老人|老头子?|老太太?|老汉|大[爷妈叔婶]|小伙子?|姑娘|弟|妹|哥|姐|舅|叔|姑|姨|爱人|媳妇|老公|老婆"
)
_BEFORE_AGE = re.compile(
    rf"(?:{_WHOSE})(?:今年|刚|已经?|都|是|有|满的?|整|快要?|大概|差不多|也就|才|大约|约莫?|将近|不到|年龄|岁数|：)*$"
    r"|(?:今年|年底)(?:才|刚|就|正好|刚好)*(?:满|到)?$"
)
_NOW = "了|啦|咯|喽|咧|哩|嘞"  # what people end on that has come about
_BEHIND_AGE = re.compile(
    rf"岁?(?:{_NOW})(?=[没还也就才想身未跟和住])"
    rf"|岁?(?:{_NOW})?(?:呢|吧)?(?=[，。；？！ ]|$|能|可以|还|的|[男女])"
    r"|(?=有|没|是|住|跟|和(?!\d)|退休|独居|一个人|[\u4e00-\u9fff]{2,4}户[口籍])"  # 我妈72本地户口
)
_ALONE = re.compile(r"(?:^|[，。；])(?:男|女)?[，]?$")


# 一个72一个74: of each of two of whom the same is asked.
_EACH_OF_TWO = re.compile(
    r"一个(?P<one>\d{2,3})岁?[，、]?(?:另)?一个(?P<other>\d{2,3})(?:岁|(?=[，。；？了]|$))"
)


def age_of(text: str, born: SpokenDay | None, as_of: date) -> Interval | None:
    """The age in years on the day of asking: told, or reckoned from the day of birth."""
    if born is not None:
        return age_between(born.first, born.last, as_of)
    if (both := _EACH_OF_TWO.search(text)) is not None:
        one, other = sorted((Decimal(both["one"]), Decimal(both["other"])))
        return Interval(one, other, said=both[0])
    amounts = list(amounts_in(text))
    told = next(_in_years(text, amounts), None)
    if told is not None:
        return _nominal(text, told)
    months = _in_months(text, amounts)
    if months is not None:
        return months
    bare = next(_bare(text, amounts), None)
    return _nominal(text, bare) if bare is not None else _nearing(text)


def ages_in(text: str) -> list[Amount]:
    """The ages in years that `text` tells, in its order; of 虚岁 what they may be by the calendar."""
    amounts = list(amounts_in(text))
    found = sorted((*_in_years(text, amounts), *_bare(text, amounts)), key=lambda a: a.start)
    return [replace(a, much=_nominal(text, a)) for a in found]


# 带着3岁的娃: of whom somebody has with them, who is not who asks.
_DEPENDENT = re.compile(
    r"(?:带(?:着|个|了)?|拉扯着?|抚养着?|养(?:着|个)?|家里?有|还有)(?:一?个|[两二三]个)?"
    r"(?P<age>[\d一二两三四五六七八九十]+)岁?(?:多|半)?(?:的)?(?:大|小)?(?:娃|孩子?|小孩|女儿|儿子|闺女|宝宝|女孩|男孩)"
)


def without_dependents(text: str) -> str:
    """A text without whom somebody says they have with them: 带着3岁的娃."""
    return _DEPENDENT.sub("", text)


def _of_dependents(text: str) -> frozenset[int]:
    """The places of the ages of those whom somebody has with them."""
    return frozenset(i for m in _DEPENDENT.finditer(text) for i in range(*m.span("age")))


def _in_years(text: str, amounts: list[Amount]) -> Iterator[Amount]:
    dependents = _of_dependents(text)
    for amount in amounts:
        if amount.start in dependents:
            continue
        if amount.unit == "岁" and not _QUOTED.match(text, amount.end) and amount.much.low <= 120:
            yield amount


def _nominal(text: str, amount: Amount) -> Interval:
    """虚岁六十 is 58 or 59 by the calendar."""
    if not re.search(r"虚岁?$", text[: amount.start]) and not text[: amount.end].endswith("虚岁"):
        return amount.much
    much = amount.much
    return Interval(max(Decimal(0), much.low - 2), max(Decimal(0), much.high - 1), said=f"虚岁{much.said}")


_BABY = re.compile(r"孩子|娃|宝宝|婴儿|小孩|儿子|女儿|闺女|出生|新生儿")
_OTHER_TIME = re.compile(r"生(?:完|过|了|下)|社保|医保|居住|户口|户籍|断|交|缴|上学|幼儿园|住|工作|内|前|后")


def _in_months(text: str, amounts: list[Amount]) -> Interval | None:
    """刚满3个月, 八个月大: the age of a small child."""
    for amount in amounts:
        if amount.unit not in ("个月", "天") or amount.much.high > 36 * (30 if amount.unit == "天" else 1):
            continue
        left = max(text.rfind(mark, 0, amount.start) for mark in "，。；") + 1
        part = text[left : amount.start]
        behind = re.split(r"[，。；]", text[amount.end :])[0]
        if behind.startswith("大") or (_BABY.search(part) and not _OTHER_TIME.search(part + behind)):
            return amount.much.over(12) if amount.unit == "个月" else amount.much.over(Decimal("365.25"))
    return None


# 明年3月才满18, 上个月满的60: the day stands before the age.
_BY_DAY = re.compile(r"(?:月|年|日|号|底|初|周|天)(?:份|就|才|要|将|刚|正好)*(?:年?满|过)(?:的|了)?$")
_NEVER = re.compile(r"(?!)")


def _bare(text: str, amounts: list[Amount], more: re.Pattern[str] = _NEVER) -> Iterator[Amount]:
    """我31, 今年六十二了, 快四十了: numbers that can be nothing but an age.

    `more` tells other words than those of this module that an age may follow.
    """
    taken = [(a.start, a.end) for a in amounts if a.unit]
    for numeral in numerals_in(text):
        if any(s < numeral.end and numeral.start < e for s, e in taken):
            continue
        value, left, right = within(
            numeral.value, Decimal(5) if numeral.step >= 10 else Decimal(1),
            text[: numeral.start][-8:], text[numeral.end :][:6],
        )  # fmt: skip
        start, end = numeral.start - left, numeral.end + right
        before = text[:start]
        told = (
            (left and re.match("年[过逾近]|刚过", text[start:]))
            or _BEFORE_AGE.search(before)
            or more.search(before)
            or (re.match(rf"(?:{_NOW})(?=[，。；]|$)", text[end:]) and value.low >= 10)
        )
        alone = (
            _ALONE.search(before)
            and re.match(r"[，。；]|$|[男女](?:的|性|[，。；]|$)", text[end:])
            and numeral.value.low >= 14
        )
        boundary = _BEHIND_AGE.match(text, end) and value.low >= 3 and value.high <= 110
        if boundary and (told or (alone and len(text) > end - start + 1)):
            said = Interval(value.low, value.high, value.open_low, value.open_high, text[start:end])
            yield Amount(said, "岁", start, end)


def _nearing(text: str) -> Interval | None:
    """奔五的人: between forty-five and fifty."""
    match = re.search(r"奔(?P<tens>[二三四五六七八九])(?:的人)?(?:了|啦|咯)?(?=[，。；？]|$)", text)
    if match is None:
        return None
    high = Decimal("零一二三四五六七八九".index(match["tens"]) * 10)
    return Interval(high - 5, high, open_high=True, said=match[0])


def age_on(day: date, age: Interval | None, born: SpokenDay | None, as_of: date) -> Interval | None:
    """The age in whole years on `day`, of one who is `age` on the day of asking or was born on `born`.

    Whoever is 35 today was 34 or 35 half a year ago: the birthday may lie between.
    """
    if born is not None:
        return age_between(born.first, born.last, day)
    if age is None or day == as_of:
        return age
    first, second = sorted((day, as_of))
    passed = age_between(first, first, second).low
    part = (
        first.replace(year=first.year + int(passed)) != second
        if (first.month, first.day) != (2, 29)
        else True
    )
    more = Decimal(1) if part else Decimal(0)
    whole = age.whole()
    if day > as_of:
        return Interval(whole.low + passed, whole.high + passed + more)
    return Interval(whole.low - passed - more, whole.high - passed)
