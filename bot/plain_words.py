"""Dialect, slang and English that people mix in, in the plain words that facts are read in."""

from __future__ import annotations

import re

__all__ = ["in_plain_words"]

_FULL_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIALECT = (
    (re.compile(r"木有|冇得?|莫得|没得(?=证|房|工作|社保)"), "没有"),
    (re.compile(r"(?<=[做干交拿考])咗"), "了"),
    (re.compile(r"俺|偶(?=是|今年|有)"), "我"),
    (re.compile(r"嘅"), "的"),
    (re.compile(r"唔系|唔是"), "不是"),
)
_ENGLISH = tuple(
    (re.compile(rf"\s*(?<![a-z])(?:{words})(?![a-z])\s*", re.IGNORECASE), plain)
    for words, plain in (
        (r"i'?m|i am|i have", "我"),
        (r"(?:years?|yrs?)[\s-]*old", "岁"),
        (r"(?:years?|yrs?)(?:\s*of)?(?:\s*work(?:ing)?)?\s*experience", "年工作经验"),
        (r"years?|yrs?", "年"),
        (r"months?", "个月"),
        (r"(?:bachelor|undergraduate)(?:'?s)?(?:\s*degree)?", "本科"),
        (r"master(?:'?s)?(?:\s*degree)?", "硕士"),
        (r"ph\.?d\.?|doctorate", "博士"),
    )
)


def in_plain_words(text: str) -> str:
    """`text`, simplified and half width, in plain words, its marks full width and 1,250 as 1250."""
    text = _THOUSANDS.sub("", text).translate(_FULL_MARKS)
    for pattern, plain in (*_DIALECT, *_ENGLISH):
        text = pattern.sub(plain, text)
    return text
