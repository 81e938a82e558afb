"""What a part of a condition demands in words alone, beside what could be typed."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets
from corpus.conditions.bounds import Placed
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, leaves_of

__all__ = ["open_beside", "with_kind"]

# What is demanded beside what could be typed: 符合政策、能参加培训、具有高中学历的退役士兵.
_DEMANDED = re.compile(
    r"未婚|离异|丧偶|单身|在校|在读|(?:符合|能够?|具有|具备|持有|未|没有|无(?!论)|通过|服役|正常|已经?)[^的]{3,}"
    r"|(?:自愿|身体|身心|品行)[^的]{2,}|无(?!论)[^的]{3,}的(?:老年?人|人员|居民|学生|儿童|企业)"
    r"|[^的]{2,4}等级[为是][^的]{2,}(?:的[^的]{1,4})?"
)


# 在本市没有住房的非本市户籍人员: what the people lack, said before what they are.
_LACKING = re.compile(
    r"(?:并|且|和|及|以及)*(?P<what>(?!因|经|被)[^,、的]*(?:无|没有|未)[^,、的]{2,}|(?:持有|具有|具备|处于|正在|从事|享受|属于|已)[^,、的]{3,})的(?=[^,、的]{0,14}(?:人员|女性|男性|妇女|者|居民|家庭|职工|学生|毕业生|子女|军人)$)"
)


def open_beside(text: str, start: int, end: int, own: Sequence[Placed]) -> list[Leaf]:
    """The open demands between 、 in a part of which others could be typed."""
    found: list[Leaf] = []
    at = start
    whole = _LACKING.match(text[start:end])
    if whole and all(p.start >= start + whole.end() for p in own):
        found.append(Leaf(Attribute.OPEN, "is", None, "", whole["what"]))
    for segment in re.split(r"(?<![一二三四五]级)、|、(?![一二三四五]级)", text[start:end]):
        stop = at + len(segment)
        words = re.sub(r"^(?:并|且|和|及|以及)|的$", "", segment)
        typed = any(p.start < stop and at < p.end for p in own)
        if not typed and not inside_brackets(text, at) and _DEMANDED.fullmatch(words):
            found.append(Leaf(Attribute.OPEN, "is", None, "", words))
        at = stop + 1
    return found


# 80周岁以上的独居老人: of what kind somebody has to be, behind the bound.
_KIND_BEHIND = re.compile(
    r".*\d[^,;。的]{0,6}?(?:以[上下内]|(?<=[岁年月元])|的)的?(?P<who>(?P<such>[^,;。、的\d]{2,10})"
    r"(?:老年?人|人员|居民|职工|家庭|儿童|学生|毕业生|农民工?|教师|军人|子女|企业|单位|户))[。;]?"
)
_ANY_SUCH = re.compile(
    r"(?:[本我全该][市区县省镇村校]|其他|上述|符合[^,]{0,4}条件|城乡|申请|常住|户籍|参保|以[上下]){0,6}(?:户籍)?"
)


def with_kind(node: Node, text: str) -> Node:
    """What one of several kinds of people is, with the words behind its bound that say of what kind."""
    named = _KIND_BEHIND.fullmatch(text)
    if named is None or _ANY_SUCH.fullmatch(named["such"]):
        return node
    if any(x.attribute is not Attribute.AGE and x.value is None for x in leaves_of(node)):
        return node  # the kind was read
    return Tree(GroupKind.ALL, (node, Leaf(Attribute.OPEN, "is", None, "", named["who"])))
