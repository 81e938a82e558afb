"""Where a list in one line begins, and the places of its items."""

from __future__ import annotations

from corpus import patterns as re
from corpus.conditions.lead_kinds import kind_of
from corpus.conditions.people import names_people
from corpus.values.periods import fold
from corpus.values.points import points_in

__all__ = ["item_places", "kinds_listed", "listing"]

_INLINE = re.compile(
    r"^(?:[AaＡ答][：:.．]\s*)?(?P<lead>[^：:。；]{3,60})[：:](?P<items>(?:[^；]{4,}|[^；]{2,3}(?=；))(?:[；;][^；;]{2,})*)[；;]?$",
    re.DOTALL,
)


def listing(text: str) -> re.Match[str] | None:
    """The list that a paragraph is, or that begins with a sentence inside it: …。下列人员不得申请：甲；乙."""
    whole = _INLINE.match(text)
    if whole is not None and kind_of(whole["lead"].replace("**", "")) is not None:
        return whole
    inside = (_INSIDE.match(text, m.end()) for m in re.finditer("。", text))
    found = next((m for m in inside if m and kind_of(m["lead"]) is not None), None)
    return found or kinds_listed(text) or whole


# 个人：在本县创业并持有营业执照的下列人员——失业人员；退役军人。: kinds, of whom something is demanded first.
_KINDS_BELOW = re.compile(
    r"(?:[^：:。；，,]{2,8}[：:])?(?P<lead>[^：:。；]{4,120}?(?:下列|以下)(?:各?类)?(?:人员|对象|人群|家庭|群体|单位|企业))(?:[：:]|[—-]{1,2})(?P<items>[^；。]{2,}(?:[；;][^；;。]{2,})+)[。；;]?"
)


def kinds_listed(text: str) -> re.Match[str] | None:
    """The kinds of people that a paragraph lists in one line; None where an item is none."""
    found = _KINDS_BELOW.match(text)
    kinds = re.split("[；;]", found["items"]) if found else []
    return found if kinds and all(names_people(fold(k).strip()) for k in kinds) else None


# A list inside a paragraph says that one follows, and ends with its sentence.
_INSIDE = re.compile(
    r"(?P<lead>(?=[^：:。；，,]{0,30}(?:下列|以下|之一))[^：:。；]{3,60})[：:](?P<items>[^；。]{4,}(?:[；;][^；;。]{3,})+)[。；;]?"
)


def item_places(items: str) -> list[tuple[int, int]]:
    """The places of the items of a list in one line: by their numbers, else by the semicolons between."""
    if (run := points_in(items)) is not None and not run.lead.strip():
        return [(a + len(items[a:b]) - len(items[a:b].lstrip()), b) for a, b in run.places]
    first = items.split("。")[0]
    kinds = [m.span() for m in _BETWEEN_STOPS.finditer(first)]
    in_a_row = len(kinds) > 1 and not re.search("[；;，,：:]", _IN_BRACKETS.sub("", first))
    if in_a_row and all(names_people(fold(first[a:b])) for a, b in kinds):
        return kinds
    return [m.span() for m in re.finditer(r"[^；;—\s][^；;]*", first)]


# 甲、乙（含丙、丁）、戊: kinds of people in a row.
_BETWEEN_STOPS = re.compile(r"(?:[（(][^（()）]*[)）]|[^、\s])(?:[（(][^（()）]*[)）]|[^、])*")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
