"""Numerals in running text: how they look and what number they stand for (GB/T 15835)."""

from __future__ import annotations

from decimal import Decimal

from corpus import patterns as re
from corpus.values.periods import fold

__all__ = ["CN_NUM", "NUM", "number"]

# A numeral begins where its run of digits begins and has an end: a search stays linear on any text.
NUM = r"(?<!\d)(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,20})(?:\.\d{1,9})?"
CN_NUM = r"(?<![一二两三四五六七八九十百千万亿零])[一二两三四五六七八九十百千万亿零]{1,12}"


_FIGURES = str.maketrans("零〇一二两三四五六七八九", "001223456789")
_SCALES = {
    "亿": 10**8,
    "万": 10**4,
    "千": 1000,
    "百": 100,
    "十": 10,
}  # as they are looked for: the largest first


def number(text: str) -> Decimal | None:
    """The number that a numeral stands for: `1.4亿`, `79,735`, `两万`, `3万余`, `半`; None for none."""
    plain = re.sub(r"[,\s余多]", "", fold(text)).translate(_FIGURES)
    if plain == "半":
        return Decimal("0.5")
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([亿万千百]?)", plain)
    if match:
        return Decimal(match[1]) * _SCALES.get(match[2], 1)
    whole, point, fraction = plain.partition("点")
    value = _scaled(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    return Decimal(f"{value}.{fraction}") if fraction.isdecimal() else None


def _scaled(numeral: str) -> int | None:
    """The value of figures and scales: 十 is 10, 1万0500 is 10500; 1百2 and 1万2 leave out the last scale.

    None where a scale has no figure before it, or stands where a larger one had to.
    """
    for mark, scale in _SCALES.items():
        before, found, after = numeral.rpartition(mark)
        if found:
            times = 1 if mark == "十" and not before else _scaled(before)
            rest = _after(after, scale) if after else 0
            if times is None or rest is None or not 0 < times < (scale if scale > 1000 else 10):
                return None
            return times * scale + rest
    return int(numeral) if numeral.isdecimal() else None


def _after(numeral: str, scale: int) -> int | None:
    """The value of what follows a scale."""
    if len(numeral) == 1 and numeral.isdecimal():
        return int(numeral) * (scale // 10)
    figures = numeral.lstrip("0")
    value = _scaled(figures)
    bare = figures.isdecimal() and (len(figures) > 1 or figures == numeral)
    return value if value is not None and value < scale and not bare else None
