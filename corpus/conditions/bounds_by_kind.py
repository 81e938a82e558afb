"""A bound that differs by the kind of people: 本科未满30周岁、硕士未满35周岁; 甲类人员满6年，乙类人员满9年.

Nobody is of all kinds: somebody meets it who is of one of them and within its bound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Tree
from corpus.conditions.credentials import credentials_in
from corpus.conditions.relaxed_bounds import credential_or_open

__all__ = ["ByKind", "bounds_by_kind"]

_KIND = re.compile(
    r"(?:[^,;:、。]{0,30}:|其中)?(?P<who>(?!建立|成立|组建|加入|注册|参加|担任)[^,;:、。\d]{0,14}(?:人员|[\u4e00-\u9fff]员|者|类|岗位?|教师|学生|毕业生|职工|家庭|企业|单位|学历|学位|人才|对象|户(?![籍口主])|本科|硕士|博士|专科|大专|研究生|组(?!织)|级))"
    r"(?:的|,|:|为|应当?|须|要求)*(?P<what>[^;。\d一二两三四五六七八九十]{0,16}[\d一二两三四五六七八九十].*)"
)


_RELAXES = re.compile(r"放宽|延长")  # a bound in the place of another


@dataclass(frozen=True, slots=True)
class ByKind:
    """The alternatives, and the part of the text that states them."""

    start: int
    end: int
    tree: Tree


def bounds_by_kind(text: str) -> ByKind | None:
    """The first run of parts of `text`, folded, that bound the same for one kind each; None for none."""
    for marks in (";", "、", ",;"):
        cuts = [i for i, c in enumerate(text) if c in marks and not inside_brackets(text, i)]
        edges = [-1, *cuts, len(text)]
        run: list[tuple[int, int, Leaf, tuple[Leaf, ...]]] = []
        for a, b in pairwise(edges):
            read = _read(text[a + 1 : b], marks == ";")
            if read is not None and (not run or _alike(run[-1][3], read[1])):
                run.append((a + 1, b, *read))
            elif len(run) > 1:
                break
            else:
                run = [(a + 1, b, *read)] if read is not None else []
        if len(run) > 1 and len({r[2].words for r in run}) == len(run):
            parts = tuple(Tree(GroupKind.ALL, (*_kind(who), *bounds)) for _, _, who, bounds in run)
            return ByKind(run[0][0], run[-1][1], Tree(GroupKind.ANY, parts))
    return None


_ANY_KIND = re.compile(r"(?:申请|保障|其[他它余]|一般|普通)?(?:家庭|人员|申请人)")


def _kind(who: Leaf) -> tuple[Leaf, ...]:
    """The kind of which one has to be; none for that of which all are who are of no other."""
    return () if _ANY_KIND.fullmatch(who.words) else (who,)


# 战斗员、通讯员18至26周岁; 文员全日制大专以上: of several kinds at once, or by schooling.
_SEVERAL = re.compile(
    r"(?:[^,;:、。]{0,30}:|其中)?(?P<who>[^,;:。\d]{1,24}?(?:员|人员|岗位?))(?:的|,|:|为|应当?|须|要求|在)*"
    r"(?P<what>(?:年龄|学历)?(?:\d[^,;]*|(?:全日制|普通)*(?:初中|高中|中专|大专|专科|本科|硕士|博士)[^,;、\d]*))"
)


def _read(part: str, apart: bool) -> tuple[Leaf, tuple[Leaf, ...]] | None:
    """The kind of people that a part speaks of, and its bounds on them; `apart`, by semicolons."""
    plain = re.sub(r"\([^()]*\)", "", part).strip()
    match, several = _KIND.fullmatch(plain), _SEVERAL.fullmatch(plain) if apart else None
    bounds = [p.leaf for p in bounds_in(match["what"])] if match else []
    if several is not None and len(bounds) != 1:
        match = several
        schooled = (p.leaf for p in credentials_in(f"{several['what']}学历"))
        bounds = [p.leaf for p in bounds_in(several["what"])]
        bounds = bounds or [x for x in schooled if x.attribute is Attribute.EDUCATION]
    most = 1 if several is None else 2  # both ends of a range
    if match is None or not 1 <= len(bounds) <= most or re.search(r"[男女]", match["who"]):
        return None
    if _RELAXES.search(part):
        return None
    who = credential_or_open(match["who"])
    if who.attribute is Attribute.EDUCATION:
        who = replace(who, operator="==")
    return who, tuple(replace(x, words=part.strip()) for x in bounds)


def _alike(last: tuple[Leaf, ...], bounds: tuple[Leaf, ...]) -> bool:
    """Whether a part bounds the same as the one before, the same way."""
    return [(x.attribute, x.unit, x.operator[0]) for x in last] == [
        (x.attribute, x.unit, x.operator[0]) for x in bounds
    ]
