"""Questions and notices rewritten without changing what they mean: what was answered right has to stay so.

Relations that must hold between two runs stand in for answers that nobody wrote down, as in metamorphic
testing (Chen, Cheung and Yiu, 1998).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from corpus import patterns as re
from corpus.readers.numerals import numeral
from corpus.values.numerals import number

__all__ = ["NOTICES", "QUESTIONS", "Variation"]


class Variation(NamedTuple):
    """What is changed, in words, and the change: of a question's last turn, or of the text of a notice."""

    told: str
    rewrite: Callable[[str], str]


_ASIDES = (
    "我平时喜欢跑步", "昨天下了一场雨", "我刚吃完饭", "我家住五楼", "我最近在学做菜", "我今天请了一天假",
    "我昨晚没睡好", "我周末要去爬山",
)  # fmt: skip
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _aside(question: str) -> str:
    """One and the same aside for one question."""
    return _ASIDES[zlib.crc32(question.encode()) % len(_ASIDES)]


def _aside_before(question: str) -> str:
    return f"{_aside(question)}，{question}" if _CHINESE.search(question) else question


def _aside_behind(question: str) -> str:
    if not _CHINESE.search(question):
        return question
    mark = "" if question[-1] in "?？。！!" else "。"
    return f"{question}{mark}{_aside(question)}。"


def _courteous(question: str) -> str:
    plain = re.sub(r"[?？]$", "", question)
    return f"您好，麻烦咨询一下，{plain}？谢谢您啦" if _CHINESE.search(question) else question


def _blanks_for_commas(question: str) -> str:
    return re.sub(r"[，,]", " ", question)


_IN_BRACKETS = re.compile(r"(?m)^(\s*)[（(]([一二三四五六七八九十]{1,3})[）)]\s*")
_DIGITS_IN_BRACKETS = re.compile(r"(?m)^(\s*)[（(](\d{1,2})[）)]\s*")
_DOTTED = re.compile(r"(?m)^(\s*)(\d{1,2})[.．、](?!\d)\s*")
_HEADING = re.compile(r"(?m)^(\s*)([一二三四五六七八九十]{1,3}、)(?=[^\n。；]{2,24}$)")
_ITEM = re.compile(
    r"\s*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*\S"
)
_CIRCLED = range(1, 21)


def _other_marks(text: str) -> str:
    """（一） as 1）, 1. as ①, （1） as ⑴."""
    text = _DIGITS_IN_BRACKETS.sub(lambda m: m[1] + _character(m[2], "⑴", m[0]), text)
    text = _DOTTED.sub(lambda m: m[1] + _character(m[2], "①", m[0]), text)
    return _IN_BRACKETS.sub(lambda m: f"{m[1]}{number(m[2])}）", text)


def _character(number: str, first: str, as_it_is: str) -> str:
    return chr(ord(first) + int(number) - 1) if int(number) in _CIRCLED else as_it_is.lstrip()


def _in_one_line(text: str) -> str:
    """The items of a list behind what opens it, in one line."""
    lines: list[str] = []
    for line in text.split("\n"):
        open_yet = bool(lines) and lines[-1].endswith(("：", ":", "；", ";"))
        if open_yet and _ITEM.match(line):
            lines[-1] += line.strip()
        elif not (open_yet and not line.strip()):
            lines.append(line)
    return "\n".join(lines)


def _a_sentence_a_line(text: str) -> str:
    return re.sub(r"。(?=[^\n”」）)])", "。\n", text)


def _markdown(text: str) -> str:
    """The title and the headings as Markdown's, bracketed items as points."""
    text = re.sub(r"\A\s*(?=[^#\s])", "# ", text)
    text = _HEADING.sub(r"## \2", text)
    return re.sub(r"(?m)^\s*[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]\s*", "- ", text)


def _without_numbers(text: str) -> str:
    return _HEADING.sub(r"\1", text)


_COUNTED = re.compile(r"(?<![\d.年月第至-])([1-9]|10)(?=(?:年(?![\d度级内])(?!\d*月)|个月|人|套|次))")


def _in_chinese_numerals(text: str) -> str:
    """3年 as 三年, 2次 as 两次."""
    return _COUNTED.sub(lambda m: "两" if m[1] == "2" else numeral(int(m[1]), "chinese"), text)


QUESTIONS: Mapping[str, Variation] = {
    "aside-before": Variation("前面说一句不相干的话", _aside_before),
    "aside-behind": Variation("后面说一句不相干的话", _aside_behind),
    "courtesy": Variation("前后说客套话", _courteous),
    "blanks": Variation("逗号换成空格", _blanks_for_commas),
}

NOTICES: Mapping[str, Variation] = {
    "marks": Variation("列表换一种编号", _other_marks),
    "one-line": Variation("列表写成一行", _in_one_line),
    "sentences": Variation("一句一行", _a_sentence_a_line),
    "markdown": Variation("标题和列表写成 Markdown", _markdown),
    "unnumbered": Variation("标题不编号", _without_numbers),
    "numerals": Variation("数目写成汉字", _in_chinese_numerals),
}
