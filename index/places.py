"""Provinces that a text names: by their names in short, or by a city of theirs."""

from __future__ import annotations

from functools import cache

from corpus import patterns as re
from corpus.packaged import packaged_yaml

__all__ = ["province_of", "provinces_named"]


@cache
def province_of() -> dict[str, str]:
    """Each province and city in short to the province that it is in."""
    regions: dict[str, list[str]] = packaged_yaml("index", "regions.yaml")
    return {place: name for name, cities in regions.items() for place in (name, *cities)}


def provinces_named(text: str) -> int:
    """A bit for each province that a search key names, by itself or by a city."""
    bits, named = _bits(), 0
    for place in _pattern().findall(text):
        named |= bits[place]
    return named


@cache
def _bits() -> dict[str, int]:
    places = province_of()
    numbers = {name: number for number, name in enumerate(dict.fromkeys(places.values()))}
    return {place: 1 << numbers[province] for place, province in places.items()}


@cache
def _pattern() -> re.Pattern[str]:
    """Any place; a class of their first characters is looked for first, which is quicker."""
    places = sorted(province_of(), key=lambda place: (-len(place), place))
    first = "".join(sorted({place[0] for place in places}))
    return re.compile(f"(?=[{first}])(?:{'|'.join(places)})")
