"""A question as typed in the common language: half width, simplified, without dialect, English in Chinese."""

from __future__ import annotations

import re

from bot.lexicon import lexicon
from index.normal import search_key

__all__ = ["in_common_speech"]

# A blank between Chinese words parts what a telegram style lists: 技师学院毕业 三级证 工作两年.
_GAP = re.compile(
    r"(?<=[\u3400-\u9fff])[ \u3000]+(?=[\u3400-\u9fff\d])|(?<=[\d])[ \u3000]+(?=[\u3400-\u9fff]{2})"
)
_ENGLISH_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_ENGLISH_NUMBERS, start=1)}


def in_common_speech(typed: str) -> str:
    """The search key of what was typed, dialect (几多钱, 边度交表) and English put into plain Chinese."""
    text = _translated(search_key(_GAP.sub("，", typed.strip())))
    for pattern, plain in lexicon().dialect:
        text = pattern.sub(plain, text)
    return text


def _translated(text: str) -> str:
    """English questions: the terms of the field put into Chinese, facts first and what is asked last."""
    chinese_too = len(re.findall(r"[\u4e00-\u9fff]", text))
    if chinese_too > len(text) / 3 or (chinese_too and len(re.findall(r"[a-z]{2,}", text)) < 3):
        return text
    plain = re.sub(r"\b(" + "|".join(_NUMBER_WORDS) + r")\b", lambda m: _NUMBER_WORDS[m.group()], text)
    found = [m.expand(chinese) for pattern, chinese in lexicon().english if (m := pattern.search(plain))]
    found = [*re.findall(r"[\u4e00-\u9fff]{2,}", text), *found]  # a name given in Chinese beside
    asked = [f for f in found if re.search(r"吗|多少|什么|怎么|几|时间", f)]
    return "，".join([f for f in found if f not in asked] + asked) if found else text
