"""Things that one question names side by side: 甲四级和乙三级, 三个人考甲，两个人考乙."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["parts_of"]

# 三个人报甲一个人报乙: the number of persons begins a part.
_PERSONS = r"(?:\d{1,3}|[一二两三四五六七八九十])个?人[^,，]{0,3}(?:报|考|参加)"
_JOINT = re.compile(
    rf"[,，、;；]|还有|另外|外加|再加|加上?|和|跟|与|及|(?<=[^,，、;；和跟与及加])(?={_PERSONS})"
)


def parts_of(text: str) -> list[str]:
    """The parts of a text between its commas and joining words; a name that holds one is parted too."""
    return _JOINT.split(text)
