"""Areas that a notice tells apart by the places in them: 甲城区（含东山、西河等区）, and 乙城区 beside it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.values.periods import fold

__all__ = ["Areas", "areas_of"]

_LISTED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,6}(?:城区|片区|区域|地区))\((?:包?含|包括|指|即)?(?P<places>[^()]{4,200})\)"
)
# 所称“市区”包括东山区、西河区
_CALLED = re.compile(
    r"[“\"](?P<name>[\u4e00-\u9fff]{1,4}(?:区|域|县))[”\"](?:是?指|包括|包含)(?P<places>[^()“”\";。]{2,120})"
)
_NAME = r"[\u4e00-\u9fff]{1,2}"


@dataclass(frozen=True, slots=True)
class Areas:
    """`places` gives the area of each place named, without 区 or 县; `names` are all areas told apart."""

    places: dict[str, str]
    names: frozenset[str]

    def of(self, said: str) -> str:
        """The area of the one place that `said` names; `""` where it names none or places of several."""
        if not self.names:
            return ""
        found = {area for place, area in self.places.items() if place in said}
        found |= {name for name in self.names if name in said}
        return found.pop() if len(found) == 1 else ""

    def acted_in(self, text: str) -> str:
        """The area in which a condition wants something done, the last that it names so: 在乙城区购买."""
        if not self.names:
            return ""
        names = "|".join(sorted(self.names, key=len, reverse=True))
        return next(iter(re.findall(rf"(?<!不)在[^,，。；;]{{0,6}}?({names})", text)[::-1]), "")


@once_per_notice
def areas_of(notice: Notice) -> Areas:
    """The areas that a notice tells apart; none unless it lists the places of at least one."""
    text = re.sub(r"\s", "", fold(notice.text))
    places: dict[str, str] = {}
    names: set[str] = set()
    for match in _CALLED.finditer(text):
        members = [p for p in re.split(r"[、,和及]|等.{0,8}$", match["places"]) if 2 <= len(p) <= 8]
        places |= {re.sub(r"(?:新?区|县|市)$", "", p) if len(p) > 2 else p: match["name"] for p in members}
        names.add(match["name"])
    for match in _LISTED.finditer(text):
        kind = match["name"][-2:]
        name = match["name"][-4:] if len(match["name"]) > 4 else match["name"]
        members = [p for p in re.split(r"[、,，和及]|等.{0,8}$", match["places"]) if p]
        places |= {re.sub(r"(?:新?区|县|市)$", "", p): name for p in members if 3 <= len(p) <= 14}
        names |= {name, *(n for n in re.findall(rf"在({_NAME}{kind})", text) if not n.endswith(name))}
    return Areas({p: a for p, a in places.items() if len(p) >= 2}, frozenset(names))
