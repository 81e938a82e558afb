"""Pieces of a search key that no dictionary should cut: dates, amounts, net addresses, Latin words.

jieba splits 二〇二六年 and 2022年8月31日 into pieces, so these are found first.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re

__all__ = ["LITERAL", "literal_tokens"]

_CN = "〇零一二三四五六七八九十"
_UNITS = (  # longer ones first
    "个工作日|工作日|平方米|周岁|小时|学时|课时|万亿元|亿元|万元|千元|百元|美元|元|个月|学分|万亿|亿|万|人次|人|家"
    "|年|月|日|天|岁|分|倍|次|项|名|份|期|级|号|条|款|页|%"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*"
LITERAL = re.compile(
    r"https?://[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[a-z0-9-]+\.)+(?:com|cn|org|net|gov|edu)(?:\.cn)?(?:/[\x21\x23-\x26\x2a-\x3a\x3d\x3f-\x7e]*)?(?![a-z])"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    rf"|[{_CN}]{{4}}年(?:[{_CN}]{{1,3}}月(?:[{_CN}]{{1,3}}日)?)?|[{_CN}]{{1,3}}月[{_CN}]{{1,3}}日"
    r"|[\[〔(]\d{4}[\]〕)]\d{1,4}号"
    r"|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"
    rf"|[¥$]?{_NUMBER}(?:{_UNITS})?"
    r"|[a-z][a-z0-9]*(?:\+\+|#|(?:[-_.&][a-z0-9]+)*)",
    re.ASCII,
)
_PARTS = re.compile(
    rf"\d+年|\d+月\d+日|[{_CN}]{{4}}年|[{_CN}]{{1,3}}月[{_CN}]{{1,3}}日|\d+(?:\.\d+)?|[a-z]+|[\u4e00-\u9fff]{{2,}}"
)


def literal_tokens(literal: str) -> Iterator[str]:
    """The tokens that a literal is found by: itself without thousands separators, then its parts.

    The parts of a date are its year and its day; of an amount, its number; of an address, its words.
    """
    whole = literal.replace(",", "") if literal[0] in "¥$0123456789" else literal
    yield whole
    for part in _PARTS.findall(whole):
        if part != whole and len(part) > 1:
            yield part
