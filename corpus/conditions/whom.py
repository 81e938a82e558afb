"""Whom a part of a condition describes beside what could be typed of them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets
from corpus.conditions.bounds import Placed
from corpus.conditions.conditions import Attribute, Leaf

__all__ = ["among_whom", "whom_described"]

# 建档立卡脱贫家庭的往届专科毕业生, 本省户籍的退役士兵: whom a part describes beside what is typed.
_WHOM = re.compile(
    r"(?:家庭|人员|人口|军人|士兵|医生|护士|干部|子女|居民|职工|农民|妇女|残疾人|孤儿|家属|运动员|劳动力|儿童|成员|外国人|华侨"
    r"|老人|老年人|对象|学生|工人|(?:低保|五保|脱贫|贫困|困难|特困|监测|边缘|移民|搬迁|受灾|拆迁|独女|双女|失独|个体)户|患者|教师|青年|青少年)$"
)
_ANYBODY = re.compile(
    r"(?:符合|满足|具备|规定|上述|以上|其他|相关|有关|本人|申请|申报|报名|报考|应聘|参赛|专业|技术|工作|从业|在职|在岗|各类|普通|引进"
    r"|城区|城镇|农村|城乡|常住|户籍|流动|适龄|外来|务工|本[市县区省地]|人口|高龄|老年|优秀|其|补[贴助]|资助|服务|招[生收聘]|全体|所有)*"
    r"(?:家庭|人员|人口|居民|职工|子女|成员|家庭成员|老人|老年人|对象|学生|工人|农户|住户|用户|教师|青年|青少年|(?:少年|学龄)?儿童)"
)
_SHORTEST = 3  # characters of a description
_ALONE = ("孤儿", "军人", "华侨")
_LACKS = re.compile(r"(?:未|没有|尚未)[^,、\d]{2,8}$")  # 离校2年内未就业的
_FRESH = re.compile(
    r"(?:\d{4}(?:年|届))?(?:普通)?(?:高校|高等学校|院校)?(?<!非)(?P<fresh>应届|往届)(?!生?除外)"
)


# 低保对象、特困人员中年满60周岁的老年人: of one of the kinds before, and what is bounded behind.
_AMONG = re.compile(r"(?P<kinds>[^,;:。中\d]{3,40})中的?(?P<rest>(?=[^,;:。]{0,4}\d)[^;:。]+)")


def among_whom(text: str) -> tuple[list[str], str]:
    """The kinds of people of whom a condition bounds some, and the bound; none and all of it where it names
    none, or anybody: 城乡居民中年满60周岁的."""
    among = _AMONG.fullmatch(text.strip("。;,"))
    kinds = [k for k in re.split(r"、|以及|和|或者?", among["kinds"]) if k] if among else []
    named = bool(kinds) and all(_WHOM.search(k) and not _ANYBODY.fullmatch(k) for k in kinds)
    return (kinds, among["rest"]) if among and named else ([], text)


def whom_described(text: str, start: int, end: int, own: Sequence[Placed]) -> list[Leaf]:
    """Whom a part describes beside what could be typed of them, and whether they graduate this year."""
    found: list[Leaf] = []
    at = start
    for segment in text[start:end].split("的"):
        stop = at + len(segment)
        typed = any(p.start < stop and at < p.end for p in own) or inside_brackets(text, at)
        who = re.sub(r"\([^()]*\)$", "", segment)
        named = _WHOM.search(who) is not None and (len(who) >= _SHORTEST or who in _ALONE)
        if not typed and named and not _ANYBODY.fullmatch(who):
            found.append(Leaf(Attribute.OPEN, "is", None, "", who))
        left = any(p.leaf.attribute is Attribute.GRADUATED and at <= p.start < stop for p in own)
        if left and (lacks := _LACKS.search(segment)):
            found.append(Leaf(Attribute.OPEN, "is", None, "", lacks[0]))
        at = stop + 1
    schooled = any(p.leaf.attribute is Attribute.EDUCATION for p in own)
    plain = re.sub(r"\([^()]*\)", "", text[start:end])
    fresh = _FRESH.search(plain) if schooled else None
    if fresh is not None and not re.search(r"生(?:[、或和及]|以及|与)", plain):
        year = re.match(r"\d{4}(?:年|届)", fresh[0])
        found.append(Leaf(Attribute.OPEN, "is", None, "", f"{year[0] if year else ''}{fresh['fresh']}毕业生"))
    return found
