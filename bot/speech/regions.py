"""Where places lie: whether one that a person names lies within one that a notice demands."""

from __future__ import annotations

from corpus import patterns as re
from index.places import province_of

__all__ = ["is_region", "lies_in"]

_ENDING = re.compile(r"(?<=..)(?:省|市|自治区|特别行政区|境内|全[省市])+$")


def _short(place: str) -> str:
    return _ENDING.sub("", place)


def is_region(place: str) -> bool:
    """Whether a name is one of a province or a city that is known."""
    return _short(place) in province_of()


def lies_in(place: str, within: str) -> bool | None:
    """Whether `place` lies in `within`, a province or a city; None where the names do not tell."""
    one, two, known = _short(place), _short(within), province_of()
    if one == two:
        return True
    if re.match(r"外(?:省|地|国)|境外|海外|国外", place) or (place.startswith("外市") and _is_city(within)):
        return False
    if two in known and known[two] == two:
        return known[one] == two if one in known else False if place.endswith("省") else None
    if within.endswith("省"):
        return False if place.endswith("省") or one in known else None
    if one in known and known[one] == one:
        return False if known.get(two, one) != one else None  # a province may hold the city
    return False if _is_city(within) and (one in known or place.endswith("市")) else None


def _is_city(place: str) -> bool:
    return place.endswith("市") or _short(place) in province_of()
