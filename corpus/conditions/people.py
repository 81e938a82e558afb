"""The kinds of people that a sentence lists, and the noun that they share."""

from __future__ import annotations

from corpus import patterns as re

__all__ = ["kinds_of_people", "with_head"]

_PEOPLE = re.compile(
    r"(?:人员|军人|学生|毕业生|新生|农民工?|人口|者|户|家庭|对象|妇女|青年|残疾人|老人|老年人|儿童|子女|企业|单位|机构|组织|居民|职工|教师|高校|医院)$"
)


def kinds_of_people(text: str) -> list[str]:
    """The kinds of applicants that a sentence lists, of which one has to be one; [] where it lists none."""
    if re.search(r"[,;]", text):
        return []
    kinds = with_head([k for k in re.split(r"、|以及|和", text.strip("。")) if k])
    return kinds if len(kinds) > 2 and all(_PEOPLE.search(k) for k in kinds) else []


_HEAD = re.compile(r"(?:工作人员|从业人员|(?:引进的)?人才|患者|学生|毕业生|职工|教师)(?:的)?$")
_NAMED_BY_PLACE = re.compile(
    r"(?:机关|单位|企业|高校|学校|医院|机构|团体|部门|公司|部队|病|血压|期间|学籍|休学)$"
)


def with_head(kinds: list[str]) -> list[str]:
    """Kinds of people that share the noun behind the last: 机关、事业单位工作人员 are staff of either."""
    head = _HEAD.search(kinds[-1]) if kinds else None
    if head is None:
        return kinds
    return [*(f"{k}{head[0]}" if _NAMED_BY_PLACE.search(k) else k for k in kinds[:-1]), kinds[-1]]
