"""The tier of government that words speak of: of a province, of a city, of a county or district.

Notices print 各市经信局 and 各县（市、区）经信局 side by side; people ask of 市级, 区县, 省里.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeVar

from corpus import patterns as re
from index.normal import search_key

__all__ = ["Tier", "of_the_tier", "tier_of"]

T = TypeVar("T")


class Tier(StrEnum):
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


_OFFICE = r"(?=[\u4e00-\u9fff]{1,5}(?:局|委(?!托)|厅|办(?!理)|部门))"  # 县农业局
# Read in this order: 县（市、区） and 市县级 are of counties as well, 设区市 is a city.
_TIERS = (
    (
        Tier.COUNTY,
        re.compile(
            rf"区县|县[区级里]|区[级里](?!域)|[各本]县|[各本]区(?!域)|县\(?市[、,]?区|[县区]{_OFFICE}"
        ),
    ),
    (Tier.CITY, re.compile(rf"设区市|[各本]市|市[级里]|地市|市{_OFFICE}")),
    (Tier.PROVINCE, re.compile(rf"省[级里]|[各本]省|省直|省{_OFFICE}")),
)


def tier_of(text: str) -> Tier | None:
    """The tier that a text speaks of first in the order of `_TIERS`; None for none."""
    key = search_key(text)
    return next((tier for tier, words in _TIERS if words.search(key)), None)


def of_the_tier(asked: str, things: Sequence[T], text: Callable[[T], str]) -> list[T]:
    """The things of the tier that a question names, by what `text` says of each; none where it names none."""
    tier = tier_of(asked)
    return [t for t in things if tier is not None and tier_of(text(t)) is tier]
