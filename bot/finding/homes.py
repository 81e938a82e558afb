"""Whom a text addresses by where they are registered: 非本镇户籍的, 本镇户籍的."""

from __future__ import annotations

from functools import lru_cache

from corpus import patterns as re

__all__ = ["HOMES", "homes_addressed", "not_for_home"]

_KEPT = 4096  # texts of which it is kept whom they address

# Who is from elsewhere, or from here, as notices call them.
HOMES = {
    False: re.compile(
        r"非(?!农|遗|常住)(?:本)?[\u4e00-\u9fff]{1,4}(?:户籍|户口)|外(?:省|市|地|来)(?:户籍|户口|[\u4e00-\u9fff]{0,2}人员)"
        r"|其他(?:地区|省市|省|市|县)户[籍口]|随迁子女"
    ),
    True: re.compile(r"(?<!非)本(?:市|地|省|区|县|镇)[\u4e00-\u9fff]{0,3}(?:户籍|户口)"),
}


@lru_cache(maxsize=_KEPT)
def homes_addressed(text: str) -> frozenset[bool]:
    """Whether a text addresses those registered here, those who are not, or both; empty for neither."""
    return frozenset(here for here, pattern in HOMES.items() if pattern.search(text))


def not_for_home(asked: str, text: str) -> bool:
    """Whether a text addresses only others than the one home that a question names."""
    asking, told = homes_addressed(asked), homes_addressed(text)
    return len(asking) == 1 and bool(told) and not told & asking
