"""What a sentence says to one sex alone: 男青年：…; 女性不低于…."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf

__all__ = ["OF_ONE_SEX", "TO_ONE_SEX", "of_sex"]

# 男青年：…, 女兵征集对象，…: what follows is said to one sex alone.
TO_ONE_SEX = re.compile(r"(男|女)(?:(?:性|青年|职工|生|士|方|兵)?:|兵(?:征集)?对象[,:])")
# 女性不低于…: so is a sentence that begins with it and speaks of no other.
OF_ONE_SEX = re.compile(
    r"^(?:[^,:]{1,4}:)?(?P<sex>男|女)(?:性|青年|职工|生|士|方|兵)(?=为(?![^,。]{0,4}主)|身高|体重|视力|年龄|年满|不[低超高少]|应|须|[^,男女]{0,8}(?:以上|以下|不低于|不超过))(?P<what>[^男女]{4,})$"
)


def of_sex(word: str) -> Leaf:
    return Leaf(Attribute.SEX, "is", None, "", word)
