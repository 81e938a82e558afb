"""Numbers written as the numerals of automatic lists."""

from __future__ import annotations

__all__ = ["numeral"]

_DIGITS = "〇一二三四五六七八九"


def numeral(number: int, style: str) -> str:
    """`number` as a bare numeral: `chinese` 十二, `digits` 一二, `circled` ⑫, `roman` xii, `letter` l."""
    match style:
        case "chinese":
            return _chinese(number)
        case "digits":
            return "".join(_DIGITS[int(d)] for d in str(number))
        case "circled" if 1 <= number <= 20:
            return chr(0x2460 + number - 1)
        case "roman" if 1 <= number < 4000:
            return _roman(number)
        case "letter" if 1 <= number <= 780:  # 26 letters, 30 times over: Word goes no further
            return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return str(number)


def _chinese(number: int) -> str:
    if not 1 <= number <= 9999:
        return "〇" if number == 0 else str(number)
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + name
        gap = digit == 0
    return out.removeprefix("一") if 10 <= number < 20 else out


def _roman(number: int) -> str:
    out = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        out += sign * (number // value)
        number %= value
    return out
