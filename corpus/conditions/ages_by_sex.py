"""Ages that a bracket tells apart by sex: 18至60周岁（女55周岁）, 未到退休年龄（男60周岁、女55周岁）."""

from __future__ import annotations

from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Tree
from corpus.conditions.one_sex import of_sex

__all__ = ["ages_by_sex"]

_AGE = r"\d{1,2}(?:周?岁)?"
_ONE = rf"[男女](?:性|职工|干部|工人)?(?:年龄)?(?:年?满|不?超过|不满|为|至)?{_AGE}(?:以下|以内)?"
# 16周岁至法定退休年龄（女50周岁、男60周岁）: the last age, of each sex its own.
_RETIRING = re.compile(
    rf"(?P<below>[,,、]?(?:且|并)?(?:尚?未|不)(?:达到?|满|到|超过)|至|到|[-—~]|[、,](?:不超过|至|在)?)(?:国家)?(?:规定的?)?(?:法定)?"
    rf"退休年龄\((?P<each>{_ONE}[、,;和及/]?{_ONE})\)(?:以下|以内|之间|之内|前)?"
)
# 18至60周岁（女55周岁）: the usual age, and that of one sex.
_BUT_ONE = re.compile(
    r"(?P<least>\d{1,2})(?:周?岁)?(?:以上)?(?:-|—|~|至|到|、|,)(?:不超过)?(?P<most>\d{1,2})周?岁(?:以下|以内|之间)?"
    r"\((?P<sex>[男女])(?:性|职工)?(?:年龄)?(?:在|为|不超过|至|到)?(?P<other>\d{1,2})周?岁(?:以下|以内)?\)(?:以下|以内|之间)?"
)
# 劳动年龄内（男16至60岁，女16至55岁）: a range of each.
_RANGE = (
    r"[男女](?:性|职工)?(?:年龄)?(?:为|年?满)?\d{1,2}(?:周?岁)?(?:以上)?"
    r"(?:-|—|~|至|到|、|,)\d{1,2}(?:周?岁)?(?:以下|以内|之间)?"
)
_RANGES = re.compile(rf"\((?P<ranges>{_RANGE}[、,;和及/]{_RANGE})\)(?:之?内|之间|范围内)?")
_SPANS = re.compile(r"([男女])\D{0,8}?(\d{1,2})\D{1,8}?(\d{1,2})")
_EACH = re.compile(r"([男女])\D{0,8}?(\d{1,2})")


def ages_by_sex(text: str) -> tuple[str, Tree] | None:
    """A condition, folded, without the ages that a bracket of it gives men and women, and those; None where
    none gives any."""
    if (found := _RANGES.search(text)) is not None:
        spans = _SPANS.findall(found["ranges"])
        parts = tuple(_aged(sex, found[0], (">=", int(a)), ("<=", int(b))) for sex, a, b in spans)
        apart = len({sex for sex, _, _ in spans}) == len(spans) == 2
        return (text[: found.start()] + text[found.end() :], Tree(GroupKind.ANY, parts)) if apart else None
    if (found := _RETIRING.search(text)) is not None:
        operator = "<" if re.search(r"[未不](?!超过)", found["below"]) else "<="
        ages = {sex: int(age) for sex, age in _EACH.findall(found["each"])}
        left = "" if operator == "<" or not text[: found.start()].endswith("岁") else "以上"
    elif (found := _BUT_ONE.search(text)) is not None:
        operator, left = "<=", f"{found['least']}周岁以上"
        ages = {"男": int(found["most"]), "女": int(found["most"]), found["sex"]: int(found["other"])}
    else:
        return None
    if len(ages) < 2:
        return None
    ways = tuple(_aged(sex, found[0], (operator, age)) for sex, age in ages.items())
    return text[: found.start()] + left + text[found.end() :], Tree(GroupKind.ANY, ways)


def _aged(sex: str, words: str, *bounds: tuple[str, int]) -> Tree:
    said = words.strip("、,且()")
    ages = (Leaf(Attribute.AGE, operator, Decimal(age), "岁", said) for operator, age in bounds)
    return Tree(GroupKind.ALL, (of_sex(sex), *ages))
