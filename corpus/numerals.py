"""Numerals in running text: how they look and what number they stand for (GB/T 15835)."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

import cn2an

from corpus.periods import fold

__all__ = ["CN_NUM", "NUM", "number"]

# A numeral begins where its run of digits begins and has an end: a search stays linear on any text.
NUM = r"(?<!\d)(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,20})(?:\.\d{1,9})?"
CN_NUM = r"(?<![一二两三四五六七八九十百千万亿零])[一二两三四五六七八九十百千万亿零]{1,12}"


def number(text: str) -> Decimal | None:
    """The number that a numeral stands for: `1.4亿`, `79,735`, `两万`, `3万余`; None for none."""
    plain = re.sub(r"[,\s余多]", "", fold(text))
    scale = Decimal(1)
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([亿万千百]?)", plain)
    if match:
        scale = {"亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100)}.get(
            match[2], scale
        )
        return Decimal(match[1]) * scale
    try:
        return Decimal(str(cn2an.cn2an(plain.replace("两", "二"), "smart")))
    except (ValueError, InvalidOperation, KeyError):
        return None
