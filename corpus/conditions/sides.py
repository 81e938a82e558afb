"""The sides of 或: where it divides two demands, and where only two nouns of one."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import patterns as re
from corpus.conditions.alternatives import inside_brackets
from corpus.conditions.bounds import Placed
from corpus.conditions.conditions import Attribute, Leaf
from corpus.conditions.credentials import names_degree

__all__ = ["sides_of"]

_VERB = (
    r"(?:具有|具备|取得|获得|获|持有?|从事|因|年满|满|在|为|是|属于?|已|曾|经|累计|连续|参加|毕业|虽|未|无|没有|本人|夫妻|家庭|父母|近"
    r"|担任|受|入选|被|通过|完成|符合|满足|与|由|其|有|达到|拥有|享受|领取|离校|处于|正在|户籍|年龄|(?:硕|博)士|本科|大专|中级|高级|初级)"
)
# 六级达到425分或四级达到500分: a bound of its own on either side.
_BOUNDED = r"[^,;。、或\d]{1,10}(?:达到?|不低于|不少于|不高于|不超过|低于|高于|不足|满|超过)\d"
_OR = re.compile(rf"(?<![,;、])(?:或者|或)(?:(?={_VERB})|(?P<bounded>(?={_BOUNDED})))")


def sides_of(text: str, start: int, end: int, own: Sequence[Placed]) -> list[list[Placed]]:
    """The leaves on either side of each 或; a side that nothing can be typed in is open."""
    marks = [
        m.span()
        for m in _OR.finditer(text, start, end)
        if not inside_brackets(text, m.start()) and _divides(text, m, own)
    ]
    marks = sorted({*marks, *_between_papers(text, start, end, own)})
    edges = [start, *(e for mark in marks for e in mark), end]
    sides = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if not text[a:b].strip():
            continue  # 或 at the very beginning, of what the sentence before says
        leaves = [p for p in own if a <= p.start < b]
        sides.append(leaves or [Placed(a, b, Leaf(Attribute.OPEN, "is", None, "", text[a:b].strip()))])
    degrees_only = all(p.leaf.attribute is Attribute.EDUCATION for p in own)
    if degrees_only and all(names_degree(text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)):
        return [list(own)]  # the lowest degree stands for all
    return sides


_PAPERS = (Attribute.EDUCATION, Attribute.TITLE, Attribute.CERTIFICATE)


def _between_papers(text: str, start: int, end: int, own: Sequence[Placed]) -> list[tuple[int, int]]:
    """Where 或 stands between papers on different scales: 硕士学位或者副高级以上职称."""
    papers = [p for p in own if p.leaf.attribute in _PAPERS]
    if len({p.leaf.attribute for p in papers}) < 2 or len(papers) < len(own):
        return []
    marks = [m.span() for m in re.finditer("或者?", text[:end]) if m.start() >= start]
    return [
        mark
        for mark in marks
        if not inside_brackets(text, mark[0])
        and {p.leaf.attribute for p in papers if p.start < mark[0]}.isdisjoint(
            p.leaf.attribute for p in papers if p.start >= mark[0]
        )
    ]


_DENIES_LAST = re.compile(r"(?:未|没有|无)[^,;。、]{1,8}$")  # 未裁员或裁员率低于3%


def _divides(text: str, mark: re.Match[str], own: Sequence[Placed]) -> bool:
    """Whether 或 stands between two demands and not between two nouns of one."""
    bound_before = any(p.leaf.value is not None and p.start < mark.start() for p in own)
    bound_before |= _DENIES_LAST.search(text[: mark.start()]) is not None
    if _WHO_ALONE.fullmatch(re.split(r"[,;。]", text[: mark.start()])[-1]):
        return False  # 本人或父母一方具有本市户籍: of either the same is said
    return (mark["bounded"] is None or bound_before) and not _two_degrees(text, mark, own)


_WHO_ALONE = re.compile(
    r"(?:且|并|其|或|须|应|由)*(?:申请人?|学生|儿童|适龄儿童|幼儿)?(?:本人|自己|夫妻(?:双方)?|配偶|父母|父亲|母亲|监护人|子女|申请人)"
)


def _two_degrees(text: str, mark: re.Match[str], own: Sequence[Placed]) -> bool:
    """Whether 或 joins two degrees and something else is demanded behind: 硕士或博士学位后满2年."""
    left = re.split(r"[,;。]", text[: mark.start()])[-1]
    right = re.match(r"[^,;。]{0,8}?(?:学位|学历)(?:之?后|且|并|,?有)", text[mark.end() :])
    before = [p for p in own if p.start < mark.start()]
    return bool(right) and names_degree(left) and all(p.leaf.attribute is Attribute.EDUCATION for p in before)
