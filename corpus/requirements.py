"""The words of one condition to a tree of typed leaves.

A sentence is a conjunction of its parts; 或者 opens a disjunction, over the part that it stands in or,
after a stop, over all that the sentence said so far. A part in which nothing can be typed becomes an open
leaf in its own words, unless nothing at all can be typed: then the whole is one open leaf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from corpus.alternatives import alternatives_in, inside_brackets, parts_between
from corpus.bounds import Placed, bounds_in
from corpus.bracketed import without_other_bounds
from corpus.conditions import Attribute, GroupKind, Leaf, Node, Tree, leaves_of
from corpus.credentials import credentials_in, names_degree, standing_in
from corpus.quotas import quota_among

__all__ = ["names_matter", "of_matter", "read_leaves", "read_node", "relaxed", "with_head"]

_KEPT = 4096  # conditions of which the tree is kept: exceptions are read again for every person

_VERB = (
    r"(?:具有|具备|取得|获得|获|持有?|从事|因|年满|满|在|为|是|属于?|已|曾|经|累计|连续|参加|毕业|虽|未|无|没有|本人|夫妻|家庭|父母|近"
    r"|担任|受|入选|被|通过|完成|符合|满足|与|由|其|有|达到|拥有|享受|领取|离校|处于|正在|户籍|年龄|(?:硕|博)士|本科|大专|中级|高级|初级)"
)
# 六级达到425分或四级达到500分: a bound of its own on either side.
_BOUNDED = r"[^,;。、或\d]{1,10}(?:达到?|不低于|不少于|不高于|不超过|低于|高于|不足|满|超过)\d"
_OR = re.compile(rf"(?<![,;、])(?:或者|或)(?:(?={_VERB})|(?P<bounded>(?={_BOUNDED})))")
_PART = re.compile(r"[,;。]|(?<=[^,;。])(?:并且|而且|且(?!未|不)|同时(?=具|符|满|取))")
# Words that join, permit or point, and state no condition.
_IDLE = re.compile(
    r"(?:并|且|同时|均|都|其中|以及|及|的|者|人员|可以?(?:向[^,]*)?(?:申[报请领]|报名|报考|参加|享受|办理|提出)?[^,]{0,12}|方可[^,]*|即可|予以[^,]*"
    r"|(?:且|并)?(?:符合|满足|具备)[^,]{0,60}条件(?:之一)?|以[^,]{1,20}为准|(?:不满|不足(?!以)|逾期|未达到?|不符合)[^,]{0,6}的[^,]*|[^,]{0,30}(?:视为|视同|算作|不算|不视为)[^,]*|[^,]{0,12}(?:按|从|自)[^,]{1,20}(?:计算|算起|起算)[^,]*|含[^,]*|可?不受[^,]*限制|(?:免|(?:须|需|应|个人)*(?:交|缴)[纳付]?[^,]*\d)[^,]*|凭[^,]{2,12}办理|不分[^,]{2,8}|(?:在)?本[^,]{1,10}(?:区域|辖区|范围|境)内的?[^,]{0,20}[中内]|[^,]{2,16}不计[入算][^,]*|不需[^,]*|(?:截至|截止到?)[^,]*|(?:最?近|过去)[一二两三四五六七八九十\d]+个?(?:年|月)(?:之?内|以来)?|(?:申请|申报|报名|办理|入学|参加)(?:时|当日|之日|期间)|(?:根据|按照?|依据|依照|参照)[^,]*|下同|原则上|须|需|应(?:当|(?!届))|必须|以上|以下|具备以下条件|下列条件|凡|对|对于)*"
)


_RELAXING = re.compile(r"(?:的|者|人员)?[,]?(?:年龄|年限|要求)?(?:可以?)?(?:适当)?(?:放宽|延长)")
_EQUIVALENT = re.compile(
    r",?即(?=[^,。;]{0,6}\d{4}年)[^。;(]*?出生|(?<=岁以[上下])\((?:即|指)?[^()]*\d{4}年[^()]*出生\)"
)  # 即1990年1月1日以后出生: the same bound again
_BRACKETED = re.compile(r"\(([^()]{2,30}?的(?:,?(?:可|应|须|不低于|不超过|达到?|为|放宽)[^()]{2,30}))\)")


_WORKING = re.compile(r"(?:目前|现|正在|实际)?从事[^,。;]{0,16}(?:工作|职业)(?:的|者|人员)?")


def _working(text: str) -> Leaf | None:
    """从事本职业工作, without a length of time."""
    return Leaf(Attribute.WORK, ">", Decimal(0), "个月", text) if _WORKING.fullmatch(text) else None


def read_leaves(text: str) -> Iterator[Leaf]:
    """The single conditions of `text`, in reading order."""
    return leaves_of(read_node(text))


@lru_cache(maxsize=_KEPT)
def read_node(text: str) -> Node:
    """The tree of conditions that `text`, folded to half width, states.

    Later sentences count where they relax a bound of the first; else they explain it.
    """
    first, *later = [x for x in re.split(r"。", _EQUIVALENT.sub("", text)) if x.strip()] or [text]
    bracketed = _BRACKETED.search(first)
    if bracketed:
        later = [bracketed[1], *later]
        first = first[: bracketed.start()] + first[bracketed.end() :]
    first, others = without_other_bounds(first)
    node = _read_sentence(first)
    for other in others:
        node = _replaced(node, other.usual, other.instead)
    for sentence in later:
        for part in re.split(";", sentence):
            node = relaxed(node, part)
    return node


def _stating(text: str) -> Node | None:
    """What is demanded beside alternatives; None where that only says what follows: 可以申请."""
    placed = _in_order([*standing_in(text), *bounds_in(text)])
    nodes = [_either(text, start, end, placed) for start, end in _parts(text)]
    found = [n for n in nodes if n is not None]
    if all(leaf.attribute is Attribute.OPEN for n in found for leaf in leaves_of(n)) and not _HAS.match(text):
        return None
    return found[0] if len(found) == 1 else Tree(GroupKind.ALL, tuple(found))


_HAS = re.compile(r"(?:且|并)?(?:均|都|已|无|未|没有)")


# 经认定的就业困难人员，包括：…；…: the kind by its name, or any kind listed.
_INCLUDES = re.compile(
    r"(?P<name>[^,:;]{4,30}(?:人员|对象|家庭|企业|学生|人才|者)),?(?:包括|含|指|是指):?(?P<kinds>[^。]+;[^。]+)"
)


def names_matter(text: str) -> bool:
    """Whether a sentence states no condition: it names what some are about, 学历要求, refers to others, or
    explains the words and the reckoning of others: 相关专业指…, 年限计算截至…, …视同….
    """
    if _MATTER.fullmatch(text) or _REFERS.fullmatch(text) or _STANDS_FOR.search(text):
        return True
    parts = [p for p in re.split(r"[,;。]", re.sub(r"\([^()]*\)", "", text)) if p]
    return bool(parts) and (_MEANS.match(text) is not None or all(_EXPLAINS.fullmatch(p) for p in parts))


# 本通知所称相关专业，是指…: what a word means.
_MEANS = re.compile(r"(?!符合)[^,;。:]{2,16}?(?:,?是指|,?指的是|指:|,指(?![导定标数派示]))[^,;。]{2,}")
_STANDS_FOR = re.compile(r"可以?[^,;。]{0,20}(?:代替|替代)[^,;。]{0,8}$")  # …的，可由单位出具证明代替
# 高级工班毕业生视同大专学历, 工作年限计算到6月底, 户籍不限: of what is said elsewhere, or no demand.
_EXPLAINS = re.compile(
    r"[^:]{2,30}(?:视同|视作|等同于?|视为|比照)[^:]{2,30}|[^:]{0,16}(?:计算|算|统计)(?:截至|截止|到|至)[^:]*"
    r"|[^:]{2,20}(?:按照?|依照?)[^:]{2,20}(?:规定|办法|要求)(?:执行|办理|申报)?|[^:]{2,24}不计[入算][^:]*"
    r"|(?:户[籍口]|性别|专业|年龄|学历|民族|职业|国籍|地域|区域)(?:均|都)?不(?:限|作(?:限制|要求))"
)


_REFERS = re.compile(
    r"(?:并|均|且|还)?(?:须|应当?)?(?:符合|满足|具备)[^,;]{0,20}(?:所报|申报|报考|报名|上述|以上|前述|相应|对应|下列|以下)[^,;]{0,20}条件(?:之一)?(?:的[^,;]{0,24})?"
    r"(?:,(?:项目|具体|详见|其中)[^;]*)?"
)


_MATTER = re.compile(r"(?!.*(?:符合|满足|达到|具备|具有|适应|相符|没有|未))[^,;:、]{2,10}(?:条件|要求)")


def _read_sentence(text: str) -> Node:
    if (told := alternatives_in(text)) is not None:
        either = Tree(GroupKind.ANY, tuple(_read_sentence(w) for w in told.ways))
        common = _stating(told.common)
        return either if common is None else Tree(GroupKind.ALL, (either, common))
    if listed := _INCLUDES.fullmatch(text):
        kinds = [k for k in re.split(r";", listed["kinds"]) if len(k) >= 2]
        return Tree(GroupKind.ANY, tuple(_read_sentence(k) for k in (listed["name"], *kinds)))
    if some := quota_among(text):
        return Tree(GroupKind.AT_LEAST, tuple(_read_sentence(p) for p in some.parts), some.count)
    if tiers := _tiers(text):
        return Tree(GroupKind.ANY, tuple(_read_sentence(t) for t in tiers))
    if people := _kinds_of_people(text):
        return Tree(GroupKind.ANY, tuple(_read_sentence(p) for p in people))
    strict, loose = _apart(text)
    placed = _in_order([*standing_in(strict), *bounds_in(strict)])
    if not placed:
        return _working(text) or _open(text)
    parts = [_either(strict, start, end, placed) for start, end in _parts(strict)]
    found = _by_sex([p for p in parts if p is not None])
    node = found[0] if len(found) == 1 else Tree(GroupKind.ALL, tuple(found))
    return relaxed(node, loose) if loose else node


# Where one demand ends and the next begins in a sentence in which nothing can be typed.
_BESIDES = re.compile(
    r"[,;]?(?:并且|而且|同时|(?<!并)且(?!未)|(?<=[,;])并(?!非))|[,;](?=(?:未|无|没有|不存在)[^,;]{2,})"
)


# 患有传染性疾病的暂不接受报名, said beside what is demanded.
_KEEPS_OUT = re.compile(
    r"(?P<who>(?:患有?|曾|有|受过|正在)[^,;]{3,20}?)(?:的|者)(?:暂时?|一律|均)?不(?:接受|予|得|能|宜)(?:报名|报考|申请|受理|参加|录用|办理|招收|录取)?"
)


def _open(text: str) -> Node:
    """Conditions in their own words: one, or several that 且 joins; what only explains is left out."""
    parts = [text[a:b] for a, b in _parts(text)]
    shut = [m["who"] for p in parts if (m := _KEEPS_OUT.fullmatch(p))]
    if shut and len(parts) > 1:
        rest = ",".join(p for p in parts if not _KEEPS_OUT.fullmatch(p))
        out = tuple(Leaf(Attribute.OPEN, "is", None, "", w) for w in shut)
        return Tree(GroupKind.ALL, (_open(rest), Tree(GroupKind.NONE, out)))
    marks = [m.span() for m in _BESIDES.finditer(text) if not inside_brackets(text, m.start())]
    pieces = [p.strip(",;") for p in parts_between(text, marks)]
    whole = [p for p in pieces if len(p) >= 4] if all(len(p) >= 4 for p in pieces) else [text]
    stated = [q for p in whole if (q := _stated(p))] or [text]
    leaves = tuple(Leaf(Attribute.OPEN, "is", None, "", p) for p in stated)
    return leaves[0] if len(leaves) == 1 else Tree(GroupKind.ALL, leaves)


def _stated(text: str) -> str:
    """A condition without the parts behind it that explain or join it."""
    parts = [text[a:b] for a, b in _parts(text)] or [text]
    while len(parts) > 1 and _IDLE.fullmatch(re.sub(r"\([^()]*\)", "", parts[-1])):
        parts.pop()
    return ",".join(parts) if len(parts) > 1 else parts[0]


def _tiers(text: str) -> list[str]:
    """The parts of a sentence that each give an amount for a range of its own: 80至89周岁每月80元，90…."""
    parts = [text[a:b] for a, b in _parts(text)]
    graded = [p for p in parts if re.search(r"\d\s*(?:元|%|折)", p) and next(bounds_in(p), None)]
    return graded if len(graded) > 1 and len(graded) == len(parts) else []


_PEOPLE = re.compile(
    r"(?:人员|军人|学生|毕业生|新生|农民工?|人口|者|户|家庭|对象|妇女|青年|残疾人|老人|老年人|儿童|子女|企业|单位|机构|组织|居民|职工|教师|高校|医院)$"
)


def _kinds_of_people(text: str) -> list[str]:
    """The kinds of applicants that a sentence lists, of which one has to be one; [] where it lists none."""
    if re.search(r"[,;]", text):
        return []
    kinds = with_head([k for k in re.split(r"、|以及|和", text.strip("。")) if k])
    return kinds if len(kinds) > 2 and all(_PEOPLE.search(k) for k in kinds) else []


_HEAD = re.compile(r"(?:工作人员|从业人员|(?:引进的)?人才|患者|学生|毕业生|职工|教师)(?:的)?$")
_NAMED_BY_PLACE = re.compile(
    r"(?:机关|单位|企业|高校|学校|医院|机构|团体|部门|公司|部队|病|血压|期间|学籍|休学)$"
)


def of_matter(node: Node, matter: str) -> Node:
    """A tree in which a bare figure is one of `matter`: 身高：男性160厘米以上."""
    if isinstance(node, Tree):
        return replace(node, parts=tuple(of_matter(p, matter) for p in node.parts))
    bare = node.attribute is Attribute.MEASURE and node.subject in _NO_SUBJECT
    return replace(node, subject=matter) if bare else node


_NO_SUBJECT = ("", "男性", "女性", "男", "女", "男生", "女生", "男方", "女方")


def with_head(kinds: list[str]) -> list[str]:
    """Kinds of people that share the noun behind the last: 机关、事业单位工作人员 are staff of either."""
    head = _HEAD.search(kinds[-1]) if kinds else None
    if head is None:
        return kinds
    return [*(f"{k}{head[0]}" if _NAMED_BY_PLACE.search(k) else k for k in kinds[:-1]), kinds[-1]]


def _apart(text: str) -> tuple[str, str]:
    """A sentence up to the part that relaxes a bound of it, and that part."""
    for start, end in _parts(text):
        if start > 0 and (_RELAXING.search(text[start:end]) or _looser(text[:start], text[start:end])):
            return text[:start].rstrip(",;"), text[start:]
    return text, ""


# 年龄不超过35周岁，具有博士学位的不超过45周岁: the same bound again, looser for some.
_FOR_SOME = re.compile(
    r"[^,;]{2,24}?(?:的|者|人员),?(?:应|须|可|为)*(?=不超过|不低于|不少于|不高于|年?满|\d)"
)


def _looser(before: str, part: str) -> bool:
    """Whether a part bounds again what was bounded before, less strictly, for those whom it names."""
    match = _FOR_SOME.match(part)
    again = next((p.leaf for p in bounds_in(part) if match and p.end > match.end()), None)
    if again is None or again.value is None:
        return False
    usual = [
        p.leaf for p in bounds_in(before) if (p.leaf.attribute, p.leaf.unit) == (again.attribute, again.unit)
    ]
    sign = -1 if again.operator[0] == ">" else 1
    return any(
        u.value is not None and u.operator[0] == again.operator[0] and (again.value - u.value) * sign > 0
        for u in usual
    )


def relaxed(node: Node, text: str) -> Node:
    """`node` with a bound relaxed for some: 年龄不超过35周岁，博士可放宽至40周岁."""
    relaxing = _RELAXING.search(text) or re.search(
        r"(?:的|者|人员),?(?:可|应|须|不低于|不超过|达到?|为)", text
    )
    if relaxing is None:
        return node
    loose = next((p for p in bounds_in(text) if p.end > relaxing.end()), None)
    if loose is None:
        return node
    who = re.sub(r"^(?:其中|对|应聘|报考|申报)", "", text[: relaxing.start()].strip(",; "))
    if len(who) < 2:
        return node
    alternative = Tree(GroupKind.ALL, (_whom(who), loose.leaf))
    return _replaced(node, loose.leaf, alternative)


def _whom(text: str) -> Node:
    """Those for whom a bound is relaxed: one of several where 或 or 、 joins them."""
    sides = [x for x in re.split(r"或者?|、|和|以及", text) if len(x) >= 2]
    read = [_credential_or_open(x) for x in sides]
    return read[0] if len(read) == 1 else Tree(GroupKind.ANY, tuple(read))


def _credential_or_open(text: str) -> Node:
    if bound := next(bounds_in(text), None):
        return bound.leaf
    placed = [p for p in credentials_in(f"{text}学历") if p.leaf.attribute is not Attribute.MAJOR]
    placed = [p for p in placed if p.end <= len(text) + 2]
    return placed[0].leaf if placed else Leaf(Attribute.OPEN, "is", None, "", text)


def _replaced(node: Node, like: Leaf, alternative: Node) -> Node:
    """`node` with its bound of the same kind as `like` made one of two ways."""
    if isinstance(node, Leaf):
        same = (node.attribute, node.unit, node.operator[0]) == (like.attribute, like.unit, like.operator[0])
        return Tree(GroupKind.ANY, (node, alternative)) if same else node
    if alternative in node.parts:
        return node
    if node.kind is GroupKind.ANY and any(_replaced(p, like, alternative) is not p for p in node.parts):
        return Tree(GroupKind.ANY, (*node.parts, alternative))
    return replace(node, parts=tuple(_replaced(p, like, alternative) for p in node.parts))


def _in_order(placed: Sequence[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda p: (p.start, p.end))


def _parts(text: str) -> list[tuple[int, int]]:
    """The places of the parts of a sentence, brackets kept whole."""
    found = [*_PART.finditer(text), *(m for m in _ALSO.finditer(text) if not _beside_or(text, m.start()))]
    cuts = [m for m in sorted(found, key=lambda m: m.start()) if not inside_brackets(text, m.start())]
    edges = [0, *(e for m in cuts for e in m.span()), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


# 取得三级证书并获得省级以上奖项: two demands, unless 或 makes it unclear of what.
_ALSO = re.compile(r"(?<=[^,;。])并(?=(?:获得?|取得|具有|具备|持有?|通过|担任|缴纳)[^,;。]{3})")


def _beside_or(text: str, at: int) -> bool:
    start = max(text.rfind(mark, 0, at) for mark in ",;。") + 1
    return "或" in re.split(r"[,;。]", text[start:], maxsplit=1)[0]


_OR_ELSE = re.compile(r"\((?:或者?|或是)([^()]{4,40})\)")


def _either(text: str, start: int, end: int, placed: Sequence[Placed]) -> Node | None:
    """A part, or what its bracket lets stand for it: 缴纳社会保险满12个月（或领取营业执照满1年）."""
    other = _OR_ELSE.search(text, start, end)
    if other is None:
        return _read_part(text, start, end, placed)
    outside = [p for p in placed if not other.start() <= p.start < other.end()]
    own = _read_part(text, start, end, outside)
    inside = _read_sentence(other[1])
    if all(leaf.attribute is Attribute.OPEN for leaf in leaves_of(inside)):
        return own  # 父母（或其他监护人）: another noun and no other condition
    return inside if own is None else Tree(GroupKind.ANY, (own, inside))


def _read_part(text: str, start: int, end: int, placed: Sequence[Placed]) -> Node | None:
    """The leaves of one part; None where it states nothing."""
    own = [p for p in placed if start <= p.start < end]
    words = text[start:end].strip()
    if not own:
        plain = re.sub(r"\([^()]*\)", "", words)
        idle = _IDLE.fullmatch(plain) is not None or not re.search(r"[\u4e00-\u9fff]{2}", plain)
        if worked := _working(plain):
            return worked
        return None if idle else Leaf(Attribute.OPEN, "is", None, "", words)
    sides = _sides(text, start, end, own)
    if len(sides) == 1 and (beside := _beside(text, start, end, own)):
        return Tree(GroupKind.ALL, (*beside, _joined([p.leaf for p in own])))
    if len(sides) > 1:
        return Tree(GroupKind.ANY, tuple(_joined([p.leaf for p in s]) for s in sides))
    return Tree(GroupKind.ANY, both) if (both := _sexes_apart(own)) else _joined([p.leaf for p in own])


# What is demanded beside what could be typed: 符合政策、能参加培训、具有高中学历的退役士兵.
_DEMANDED = re.compile(
    r"未婚|离异|丧偶|单身|在校|在读|(?:符合|能够?|具备|持有|未|没有|通过|服役|正常|已经?)[^的]{3,}"
)


def _beside(text: str, start: int, end: int, own: Sequence[Placed]) -> list[Leaf]:
    """The open demands between 、 in a part of which others could be typed."""
    found: list[Leaf] = []
    at = start
    for segment in text[start:end].split("、"):
        stop = at + len(segment)
        words = re.sub(r"^(?:并|且|和|及|以及)", "", segment)
        typed = any(p.start < stop and at < p.end for p in own)
        if not typed and not inside_brackets(text, at) and _DEMANDED.fullmatch(words):
            found.append(Leaf(Attribute.OPEN, "is", None, "", words))
        at = stop + 1
    return found


def _sides(text: str, start: int, end: int, own: Sequence[Placed]) -> list[list[Placed]]:
    """The leaves on either side of each 或; a side that nothing can be typed in is open."""
    marks = [
        m.span()
        for m in _OR.finditer(text, start, end)
        if not inside_brackets(text, m.start()) and _divides(text, m, own)
    ]
    edges = [start, *(e for mark in marks for e in mark), end]
    sides = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        leaves = [p for p in own if a <= p.start < b]
        sides.append(leaves or [Placed(a, b, Leaf(Attribute.OPEN, "is", None, "", text[a:b].strip()))])
    degrees_only = all(p.leaf.attribute is Attribute.EDUCATION for p in own)
    if degrees_only and all(names_degree(text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)):
        return [list(own)]  # the lowest degree stands for all
    return sides


_DENIES_LAST = re.compile(r"(?:未|没有|无)[^,;。、]{1,8}$")  # 未裁员或裁员率低于3%


def _divides(text: str, mark: re.Match[str], own: Sequence[Placed]) -> bool:
    """Whether 或 stands between two demands and not between two nouns of one."""
    bound_before = any(p.leaf.value is not None and p.start < mark.start() for p in own)
    bound_before |= _DENIES_LAST.search(text[: mark.start()]) is not None
    return (mark["bounded"] is None or bound_before) and not _two_degrees(text, mark, own)


def _two_degrees(text: str, mark: re.Match[str], own: Sequence[Placed]) -> bool:
    """Whether 或 joins two degrees and something else is demanded behind: 硕士或博士学位后满2年."""
    left = re.split(r"[,;。]", text[: mark.start()])[-1]
    right = re.match(r"[^,;。]{0,8}?(?:学位|学历)(?:之?后|且|并|,?有)", text[mark.end() :])
    before = [p for p in own if p.start < mark.start()]
    return bool(right) and names_degree(left) and all(p.leaf.attribute is Attribute.EDUCATION for p in before)


def _sexes_apart(own: Sequence[Placed]) -> tuple[Node, ...]:
    """Bounds for men and women in one part: 男年满60周岁、女年满55周岁; () where it makes no difference."""
    starts = [i for i, p in enumerate(own) if p.leaf.attribute is Attribute.SEX]
    if len(starts) < 2 or starts[0] != 0:
        return ()
    runs = [own[a:b] for a, b in zip(starts, [*starts[1:], len(own)], strict=True)]
    return tuple(_joined([p.leaf for p in run]) for run in runs)


def _by_sex(parts: list[Node]) -> list[Node]:
    """Parts that each begin with a sex are alternatives: 男满60周岁，女满55周岁."""
    own = [p for p in parts if next(leaves_of(p)).attribute is Attribute.SEX]
    if len(own) < 2:
        return parts
    rest = [p for p in parts if p not in own]
    return [*rest, Tree(GroupKind.ANY, tuple(own))]


def _joined(leaves: Sequence[Leaf]) -> Node:
    return leaves[0] if len(leaves) == 1 else Tree(GroupKind.ALL, tuple(leaves))
