"""English numbers, dates and sums in figures as Chinese writes them: July 2022, 80,000 yuan."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["in_figures"]

_SMALL = re.split(
    " ",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
)
_TENS = re.split(" ", "twenty thirty forty fifty sixty seventy eighty ninety")
_VALUES = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SHORT_SCALES = {**_SCALES, "k": 1000, "bn": 1_000_000_000}
_NAMES = "|".join(sorted({*_VALUES, *_SCALES} - {"one", "zero"}, key=len, reverse=True))
_COUNTED = (
    r"(?=[ -](?:and a half|full|whole|years?|months?|weeks?|days?|hours?|times?|working|child|person"
    r"|cop(?:y|ies)|subject|hundred|thousand|million|billion)\b)"
)
_SCALE = "|".join(_SCALES)
_NUMBER = re.compile(
    rf"(?!(?<=\d )(?:{_SCALE})\b)\b(?:(?:one|a) (?=hundred|thousand|million|billion))?"
    rf"(?:{_NAMES})(?:[ -](?:and )?(?:{_NAMES}|one))*\b|\bone\b{_COUNTED}"
)
_DIGITS = re.compile(
    rf"(?<![\d.])\d{{1,3}}(?:,\d{{3}})+(?!\d| ?(?:{_SCALE}))|(?<![\d.a-z-])\d{{5,12}}(?!\d)"
    rf"|(?<![\d.,])\d+(?:,\d{{3}})*(?:\.\d+)?(?:k|bn| ?(?:{_SCALE}))\b"
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ANY = rf"{_NAME}|may(?!\s+day)"
_YEAR = r"(?:,? +(?:of )?(?P<{}>(?:19|20)\d\d))?"
# A day or month of the calendar; by itself may is no month.
_DATE = re.compile(
    rf"\b(?:(?:the )?(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_ANY})\b\.?{_YEAR.format('y1')}"
    rf"|(?P<m2>{_ANY})\.? (?:the )?(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR.format('y2')}"
    rf"|(?P<m4>{_ANY}),? (?P<y4>(?:19|20)\d\d)"
    rf"|(?P<m3>{_NAME}|(?<=\b(?:in|by|of|to) )may|(?<=\b(?:this|last|next|from|till) )may"
    rf"|(?<=\b(?:since|until|after|early) )may|(?<=\bbefore )may))\b"
)
_BARE_YEAR = re.compile(r"(?<![\d.,/a-z年月-])((?:19|20)\d\d)(?![\d.,]?\d|年| ?(?:yuan|rmb|元|people|words))")


def in_figures(text: str) -> str:
    """The text with its numbers in figures, its dates and years as Chinese writes them."""
    text = _NUMBER.sub(lambda m: str(_value(m[0])), text)
    text = _DATE.sub(lambda m: f" {_date(m)} ", text)
    text = _BARE_YEAR.sub(r" \1年 ", text)
    return _DIGITS.sub(lambda m: _short(m[0]), text)


def _value(words: str) -> int:
    total = current = 0
    for word in words.replace("-", " ").split():
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
        else:
            current += _VALUES.get(word, 1 if word == "a" else 0)
    return total + current


def _date(match: re.Match[str]) -> str:
    month = _MONTHS.index((match["m1"] or match["m2"] or match["m3"] or match["m4"])[:3]) + 1
    day, year = match["before"] or match["behind"], match["y1"] or match["y2"] or match["y4"]
    return (f"{year}年" if year else "") + f"{month}月" + (f"{int(day)}日" if day else "")


def _short(digits: str) -> str:
    """A large number in ten thousands, as it is said: 80,000 is 8万, 2 million 200万."""
    figure, scale = re.split(r"(?<=\d) ?(?=[a-z]|$)", digits.replace(",", ""))
    value = round(float(figure) * _SHORT_SCALES.get(scale, 1))
    if value >= 10**8 and value % 10**6 == 0:
        return f"{value / 10**8:g}亿"
    return f"{value / 10000:g}万" if value >= 10000 and value % 100 == 0 else str(value)
