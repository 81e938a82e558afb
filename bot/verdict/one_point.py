"""The one matter that a question asks about, of all that is demanded: 年限上够吗, 光看学历能报吗; or the one
item of a list that it names by its number: 符合第（3）项吗."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.judging.judged import Judged, JudgedGroup, state_of
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, GroupKind
from corpus.notice import Notice
from corpus.values.numerals import number

__all__ = ["of_item", "of_point"]

# How many years are demanded turns on these, so that they are asked about with the years.
_ON_WHICH = (Attribute.EDUCATION, Attribute.SCHOOL, Attribute.MAJOR, Attribute.TITLE, Attribute.CERTIFICATE)
_MATTERS: tuple[tuple[str, frozenset[Attribute]], ...] = (
    (r"(?:工作)?年限|年头|资历|工龄", frozenset({Attribute.WORK, Attribute.HELD, *_ON_WHICH})),
    (r"学历|文凭", frozenset({Attribute.EDUCATION, Attribute.SCHOOL})),
    (r"年龄|岁数|年纪", frozenset({Attribute.AGE, Attribute.BORN})),
    (r"社保|参保", frozenset({Attribute.INSURANCE})),
    (r"专业", frozenset({Attribute.MAJOR})),
)
_WHERE = r"(?:上|方面|这[一]?[条块项点关]|条件|要求)*"
_ENOUGH = r"(?:是不是|是否|算|都|也)?(?:够|符合|满足|达标|达到|合格|对口|过关|行(?!业))"
_ASKED = tuple(
    (re.compile(rf"(?:{m}){_WHERE}{_ENOUGH}|够(?:{m})|(?:光|只|单|就)看?(?:{m})"), of) for m, of in _MATTERS
)
# 其他条件都符合，年限够吗; 学历够，能报吗: what is told and not asked.
_ASKING = re.compile(r"[吗么吧没不嘛否?？]\s*$|(?:光|只|单|就)看")


def of_point(asked: str, groups: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """The groups that speak of the one matter asked about, each demand of another left out; all of them where
    no one matter is asked about, or none speaks of it."""
    wanted = _point(asked)
    found = [kept for g in groups if (kept := _of(g, wanted)) is not None] if wanted else []
    return found or list(groups)


def _point(asked: str) -> frozenset[Attribute]:
    asking = [p for p in re.split(r"[，。；,;]|(?<=[?？])", asked) if _ASKING.search(p)]
    named = [[of for pattern, of in _ASKED if pattern.search(p)] for p in asking]
    whole = any(not of for of in named)  # 够年限吗，能报不 asks of everything besides
    return named[0][0] if not whole and len(named) == 1 and len(named[0]) == 1 else frozenset()


def _of(group: JudgedGroup, wanted: frozenset[Attribute]) -> JudgedGroup | None:
    """A group without its demands of other matters; None where it has none of this one."""
    if group.group.kind is GroupKind.NONE or not any(_speaks(i, wanted) for i in group.items):
        return None
    if group.group.kind is not GroupKind.ALL:
        return group
    items = tuple(i for i in group.items if _speaks(i, wanted))
    return JudgedGroup(group.group, state_of(group.group, items), items)


def _speaks(item: Judged, wanted: frozenset[Attribute]) -> bool:
    return any(
        x.attribute in wanted and not _AT_ONE_EMPLOYER.search(x.words) for x in item.requirement.leaves
    )


_AT_ONE_EMPLOYER = re.compile(r"[本同现]一?(?:用人)?单位")  # of no years in all


_N = r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})"
_ITEM = re.compile(
    rf"第[（(]?{_N}[)）]?(?:项|条|款|种|点)|[（(]{_N.replace('<n>', '<m>')}[)）](?:项|条|款|点)"
)


def of_item(asked: str, notice: Notice, groups: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """The one item of a list of demands that a question names by its number, 第二条第1项; all groups where it
    names none, or more than one list has an item of that number."""
    named = [number(m["n"] or m["m"]) for m in _ITEM.finditer(asked)]
    found = [
        (g, i)
        for g in groups
        if named and g.group.kind is not GroupKind.NONE and len(g.items) > 1
        for i in g.items
        if _numbers(notice, i.requirement.clause)[-1] == named[-1]
    ]
    if len(found) > 1 and len(named) > 1:
        found = [(g, i) for g, i in found if named[-2] in _numbers(notice, i.requirement.clause)[:-1]]
    if len(found) != 1:
        return list(groups)
    ((group, item),) = found
    return [JudgedGroup(group.group, item.state, (item,))]


def _numbers(notice: Notice, clause: int) -> list[Decimal | None]:
    """The numbers of a clause and of those that it stands in, its own last."""
    path = [*reversed([*notice.ancestors(clause)]), clause]
    return [number(notice.clauses[i].marker.strip(_MARKS)) for i in path]


_MARKS = "（）()、.．第条项款 "
