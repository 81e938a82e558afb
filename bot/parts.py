"""Things that one question names side by side: 甲四级和乙三级, 三个人考甲，两个人考乙."""

from __future__ import annotations

import re

__all__ = ["parts_of"]

_JOINT = re.compile(r"[,，、;；]|还有|另外|外加|再加|加上?|和|跟|与|及")


def parts_of(text: str) -> list[str]:
    """The parts of a text between its commas and joining words; a name that holds one is parted too."""
    return _JOINT.split(text)
