"""Where breath is taken in what is typed without any mark: 大专毕业干了5年能报三级吗.

What people tell is read breath by breath, so the marks that they leave out are put back first. Whether there
is a break between two words is told by a logistic model over the characters, words and parts of speech on
both sides, as marks are restored after speech recognition (Beeferman, Berger and Lafferty, Cyberpunc, ICASSP
1998); `wenze eval fit-breaths` writes its weights, `breaths.yaml`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import Any

from corpus import patterns as re
from corpus.packaged import packaged_yaml
from index.normal import search_key
from index.segmentation import Segmenter

__all__ = ["MARKS", "signs_between", "with_breaths", "without_blanks"]

MARKS = re.compile(r"[，。？！、；,;?!]+")
_LONG = 14  # characters from which on there may be more than one breath
_MARKED = re.compile(r"[，。！、；：,;:!（()）]|\s|[?？](?=.)")
# What tells something, as the name of a matter does not: 职工医保今年缴费比例多少 is one breath.
_TELLS = re.compile(
    r"我|俺|你|他|她|[了过没有在是]|[\d一二两三四五六七八九十半](?:年|个月|岁|周岁|分|平|万|天)|毕业|户[口籍]|社保"
    r"|学历|本科|大专|硕士|博士|高中|中专|初中|证|职称|专业|退休|应届|往届|以后|之后|[男女]"
)
_NUMBERS = "一二三四五六七八九十两半"
_EDGE = "^^^"

_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")
_RUN = re.compile(r"[\u4e00-\u9fff]+")
_SCATTERED, _MANY = 2.0, 4  # characters, on average, of so many runs between blanks that mean nothing


def without_blanks(typed: str) -> str:
    """`typed` without the blanks between its words, where nearly each stands apart: 大专 毕业 能 报 吗."""
    runs = _RUN.findall(typed)
    scattered = len(runs) >= _MANY and sum(map(len, runs)) <= _SCATTERED * len(runs)
    return _BLANK.sub("", typed) if scattered else typed


def with_breaths(typed: str, segmenter: Segmenter) -> str:
    """`typed` with commas where breath is taken, where it is long and has no mark or blank in it."""
    typed = typed.strip()
    if len(typed) < _LONG or _MARKED.search(typed):
        return typed
    breaths, start = [], 0
    for place, signs in signs_between(typed, segmenter):
        if _is_break(signs) and _TELLS.search(typed, start, place):
            breaths.append(typed[start:place])
            start = place
    return "，".join([*breaths, typed[start:]])


def signs_between(text: str, segmenter: Segmenter) -> Iterator[tuple[int, list[str]]]:
    """Each place between two words of `text`, with what is around it; none where no word can be placed."""
    key = search_key(text)
    words = segmenter.words(key)
    if len(key) != len(text) or sum(map(len, words)) != len(key):
        return
    around = _EDGE + "".join(map(_sort, key)) + _EDGE
    place = 0
    for left, right, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        place += len(left)
        if 2 <= place < len(key) - 1:
            yield place, [*_characters(around, place + len(_EDGE)), *_words(left, right, after, segmenter)]


def _sort(character: str) -> str:
    """A character, or what stands for all of its sort: digits, numbers, letters."""
    if character.isdigit():
        return "0"
    if character in _NUMBERS:
        return "一"
    return "a" if character.isascii() else character


def _characters(around: str, at: int) -> Iterator[str]:
    for length, first in ((1, -3), (2, -3), (3, -3)):
        for begin in range(first, 4 - length if length < 3 else 1):
            yield f"{begin} {around[at + begin : at + begin + length]}"


def _words(left: str, right: str, after: str, segmenter: Segmenter) -> Iterator[str]:
    tags = [segmenter.part_of_speech(w)[:2] if w else "" for w in (left, right, after)]
    yield from (f"前 {left}", f"后 {right}", f"前后 {tags[0]} {tags[1]}", f"前后后 {' '.join(tags)}")


def _is_break(signs: list[str]) -> bool:
    model = _model()
    weights = model["weights"]
    score = model["bias"] + sum(weights.get(s, 0.0) for s in signs)
    return bool(1 / (1 + math.exp(-score)) > model["threshold"])


@cache
def _model() -> dict[str, Any]:
    read: dict[str, Any] = packaged_yaml("bot.speech", "breaths.yaml")
    return read
