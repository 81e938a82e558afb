"""The words of one condition to a tree of typed leaves.

A sentence is a conjunction of its parts; 或者 opens a disjunction, over the part that it stands in or,
after a stop, over all that the sentence said so far. A part in which nothing can be typed becomes an open
leaf in its own words, unless nothing at all can be typed: then the whole is one open leaf.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from corpus import patterns as re
from corpus.conditions.ages_by_sex import ages_by_sex
from corpus.conditions.alternatives import alternatives_in, inside_brackets
from corpus.conditions.bounds import Placed, bounds_in
from corpus.conditions.bounds_by_kind import bounds_by_kind
from corpus.conditions.bracketed import without_other_bounds
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, leaves_of
from corpus.conditions.credentials import standing_in
from corpus.conditions.either_way import (
    DENIES,
    bound_or_instead,
    listed_within,
    segments_beside_ways,
)
from corpus.conditions.given_out import without_gifts
from corpus.conditions.open_beside import open_beside
from corpus.conditions.open_demands import is_idle, open_demands
from corpus.conditions.people import kinds_by_name, kinds_of_people, names_people, papers_listed
from corpus.conditions.qualifications import are_ways
from corpus.conditions.quotas import quota_among
from corpus.conditions.relaxed_bounds import apart, relaxed, relaxing_parts, replaced
from corpus.conditions.sentence_parts import parts_of
from corpus.conditions.shared_bounds import each_with_its_bound, of_same_time
from corpus.conditions.sides import sides_of
from corpus.conditions.spelled_out import without_explanations
from corpus.conditions.tiers import Tiers, tiers_in
from corpus.conditions.whom import among_whom, whom_described

__all__ = ["exactly", "or_of_age", "read_node"]

_KEPT = 4096  # conditions of which the tree is kept: exceptions are read again for every person


def exactly(node: Node) -> Node:
    """A tree that tells whom it is about: a degree in it is that very degree, 中专学历人员不得报考."""
    if isinstance(node, Tree):
        return replace(node, parts=tuple(exactly(p) for p in node.parts))
    plain = node.attribute is Attribute.EDUCATION and not re.search(r"以[上下]", node.words)
    return replace(node, operator="==") if plain else node


_BRACKETED = re.compile(
    r"\(([^()]{2,30}?的(?:企业|单位|家庭|人员|地区)?(?:,?(?:可|应|须|不低于|不超过|达到?|为|放宽)[^()]{2,30}))\)"
)


_WORKING = re.compile(r"(?:目前|现|正在|实际)?从事[^,。;]{0,16}(?:工作|职业)(?:的|者|人员)?")


def _working(text: str) -> Leaf | None:
    """从事本职业工作, without a length of time."""
    return Leaf(Attribute.WORK, ">", Decimal(0), "个月", text) if _WORKING.fullmatch(text) else None


@lru_cache(maxsize=_KEPT)
def read_node(text: str) -> Node:
    """The tree of conditions that `text`, folded to half width, states.

    Later sentences count where they relax a bound of the first; else they explain it.
    """
    plain = without_explanations(text)
    if (aged := ages_by_sex(plain)) is not None:
        return _beside(read_node(aged[0]), aged[1]) if re.search(r"[\u4e00-\u9fff]{2}", aged[0]) else aged[1]
    first, *later = [x for x in re.split(r"。", plain) if x.strip()] or [text]
    first = without_gifts(first)
    bracketed = _BRACKETED.search(first)
    if bracketed:
        later = [bracketed[1], *later]
        first = first[: bracketed.start()] + first[bracketed.end() :]
    first, others = without_other_bounds(_without_grants(first))
    node = _read_sentence(first)
    for other in others:
        node = replaced(node, other.usual, other.instead)
    for sentence in later:
        if by_kind := bounds_by_kind(sentence):
            node = _besides(first, node, by_kind.tree)
            continue
        for part in re.split(";", sentence):
            node = relaxed(node, part)
    return node


def _beside(node: Node, demanded: Tree) -> Tree:
    """A tree with what is demanded besides."""
    own = node.parts if isinstance(node, Tree) and node.kind is GroupKind.ALL else (node,)
    return Tree(GroupKind.ALL, (*own, demanded))


# …；申请人未满18周岁的子女可作为共同申请人: who else is taken in beside, and nothing that is demanded.
_GRANTS = re.compile(r"(?<![方才认许])可(?:以)?(?:作为|视为|一并|一同|共同|随同|计入|算作)")


def _without_grants(text: str) -> str:
    """A sentence without the parts behind a semicolon that only say who else is taken in."""
    first, *others = text.split(";")
    return ";".join([first, *(o for o in others if not _GRANTS.search(o))])


# 应届毕业生无年龄限制。其他人员…: whom what follows does not bind.
_FREED = re.compile(
    r"(?P<who>[^,;]{2,40}?)(?:均|都)?(?:无|没有|不受|不限)(?:年龄|学历|户籍|专业|职称|年限)(?:的?(?:限制|要求))?"
)


def _besides(first: str, node: Node, demanded: Tree) -> Node:
    """What a later sentence demands by kind, beside what the first does or of all but whom that frees."""
    freed = _FREED.fullmatch(first)
    if freed is None:
        return Tree(GroupKind.ALL, (node, demanded))
    kinds = (k for k in re.split(r"、|以及|和", freed["who"]) if len(k) >= 2)
    return Tree(GroupKind.ANY, (*(_read_sentence(k) for k in kinds), demanded))


def _stating(text: str) -> Node | None:
    """What is demanded beside alternatives; None where that only says what follows: 可以申请."""
    placed = _in_order([*standing_in(text), *bounds_in(text)])
    nodes = [_either(text, start, end, placed) for start, end in parts_of(text)]
    found = [n for n in nodes if n is not None]
    if all(leaf.attribute is Attribute.OPEN for n in found for leaf in leaves_of(n)) and not _HAS.match(text):
        return None
    return found[0] if len(found) == 1 else Tree(GroupKind.ALL, tuple(found))


# 且未租住公租房 is asked as 未租住公租房.
_JOINS = re.compile(r"^(?:并且|而且|同时|且|但(?!不限)|并(?![非列购存入网轨]))(?=[\u4e00-\u9fff]{3})")
_HAS = re.compile(r"(?:且|并)?(?:均|都|已|无|未|没有)")


_SHORTEST_WAY = 8  # characters of a qualification: 硕士学位,满2年


# 具有本市户籍的登记失业人员、残疾人、…: registered here all of them have to be.
_HOME_OF_ALL = re.compile(r"(?P<home>(?:具有|持有)本[^,、的]{1,6}(?:户籍|户口|居住证))的(?=.{3})")
_HOMES = re.compile(r"户[籍口]|居住证|外地|非本")


def _with_either(text: str) -> Node | None:
    """What a sentence demands that lists what will do, says what is asked instead of a bound, or goes on
    behind alternatives; None for others."""
    if listed := listed_within(text):
        either, common = _any_of(listed.ways), _stating(listed.common) if listed.common else None
        return either if common is None else Tree(GroupKind.ALL, (common, either))
    if instead := bound_or_instead(text):
        return Tree(GroupKind.ANY, tuple(map(_read_sentence, instead)))
    segments = segments_beside_ways(text)
    whole = tuple(map(_read_sentence, segments))
    if len(whole) < 2:
        return None
    if all(len(s) >= _SHORTEST_WAY for s in segments) and are_ways(whole):
        return Tree(GroupKind.ANY, whole)
    first, *others = zip(segments, whole, strict=True)
    stated = (first[1], *(n for s, n in others if DENIES.search(s) or _stating(s) is not None))
    return stated[0] if len(stated) == 1 else Tree(GroupKind.ALL, stated)


def _read_sentence(text: str) -> Node:
    if (either := _with_either(text)) is not None:
        return either
    if (told := alternatives_in(text)) is not None:
        either = Tree(GroupKind.ANY, tuple(_read_sentence(w) for w in told.ways))
        common = _stating(told.common)
        return either if common is None else Tree(GroupKind.ALL, (either, common))
    if kinds := kinds_by_name(text):
        return Tree(GroupKind.ANY, tuple(_read_sentence(k) for k in kinds))
    among, bounded = among_whom(text)
    if among:
        return Tree(GroupKind.ALL, (_any_of(among), _read_sentence(bounded)))
    joined = re.split(r",?以及|,或者?", text)
    if len(joined) > 1 and all(len(k) >= _SHORTEST_WAY and names_people(k) for k in joined):
        return Tree(GroupKind.ANY, tuple(_read_sentence(k) for k in joined))
    ways = text.strip(";").split(";")
    if len(ways) > 1 and all(len(p) >= _SHORTEST_WAY for p in ways):
        nodes = tuple(_read_sentence(p) for p in ways)
        if are_ways(nodes):
            return Tree(GroupKind.ANY, (nodes[0], *(of_same_time(n, nodes[0]) for n in nodes[1:])))
    if some := quota_among(text):
        return Tree(GroupKind.AT_LEAST, tuple(_read_sentence(p) for p in some.parts), some.count)
    if tiers := _tiers(text):
        return Tree(GroupKind.ANY, tuple(_read_sentence(t) for t in tiers))
    if standings := _standings(text):
        return Tree(GroupKind.ANY, tuple(standings))
    people = kinds_of_people(text)
    home = _HOME_OF_ALL.match(people[0]) if people else None
    if home is not None and not any(_HOMES.search(p) for p in people[1:]):
        registered = tuple(_read_sentence(p) for p in (people[0][home.end() :], *people[1:]))
        return Tree(GroupKind.ALL, (_read_sentence(home["home"]), Tree(GroupKind.ANY, registered)))
    if people:
        return Tree(GroupKind.ANY, tuple(_read_sentence(p) for p in people))
    if by_kind := bounds_by_kind(text):
        beside = f"{text[: by_kind.start].rstrip(',;')},{text[by_kind.end :].lstrip(',;')}".strip(",")
        common = _stating(beside) if len(beside) > 3 else None
        return by_kind.tree if common is None else Tree(GroupKind.ALL, (common, by_kind.tree))
    if ranges := tiers_in(text):
        common = _stating(text[: ranges.start].rstrip(",;且并"))
        return _in_tiers(ranges) if common is None else Tree(GroupKind.ALL, (common, _in_tiers(ranges)))
    strict, loose = apart(text)
    placed = _in_order([*standing_in(strict), *bounds_in(strict)])
    if not placed:
        return _working(text) or open_demands(text)
    parts = [_either(strict, start, end, placed) for start, end in parts_of(strict)]
    found = _by_sex([p for p in parts if p is not None])
    node = found[0] if len(found) == 1 else Tree(GroupKind.ALL, tuple(found))
    for each in relaxing_parts(loose):
        node = relaxed(node, each)
    return node


def _any_of(kinds: Sequence[str]) -> Node:
    """What makes somebody one of several kinds of people."""
    read = tuple(_read_sentence(k) for k in kinds)
    return read[0] if len(read) == 1 else Tree(GroupKind.ANY, read)


def _in_tiers(found: Tiers) -> Tree:
    """What tiers demand: to be within one of their ranges, and what is demanded there."""
    both = (tuple(_read_sentence(words) for words in (t.given, t.what)) for t in found.tiers)
    return Tree(GroupKind.ANY, tuple(Tree(GroupKind.ALL, parts) for parts in both))


def or_of_age(node: Node, others: Sequence[Node]) -> Node:
    """A tree whose bounds on age may be met, or else those on other ages of whom something else is demanded.

    年龄18至55周岁；年满16周岁不满18周岁的，须经监护人同意.
    """
    parts = node.parts if isinstance(node, Tree) and node.kind is GroupKind.ALL else (node,)
    ages = tuple(p for p in parts if _is_age(p))
    others = [o for o in others if _is_age(o)]
    if not ages or not others:
        return node
    either = Tree(GroupKind.ANY, (Tree(GroupKind.ALL, ages), *others))
    rest = tuple(p for p in parts if not _is_age(p))
    return Tree(GroupKind.ALL, (*rest, either)) if rest else either


def _is_age(node: Node) -> bool:
    return all(x.attribute is Attribute.AGE for x in leaves_of(node))


_STANDING = (Attribute.EDUCATION, Attribute.TITLE, Attribute.CERTIFICATE)


def _standings(text: str) -> list[Node]:
    """What a row of papers lists of which any will do; [] where it is no such row."""
    nodes = [_read_sentence(p) for p in papers_listed(text)]
    told = [any(x.attribute in _STANDING for x in leaves_of(n)) for n in nodes]
    return nodes if nodes and told[0] and sum(told) >= len(told) - 1 else []


def _tiers(text: str) -> list[str]:
    """The parts of a sentence that each give an amount for a range of its own: 80至89周岁每月80元，90…."""
    parts = [text[a:b] for a, b in parts_of(text)]
    graded = [p for p in parts if re.search(r"\d\s*(?:元|%|折)", p) and next(bounds_in(p), None)]
    return graded if len(graded) > 1 and len(graded) == len(parts) else []


def _in_order(placed: Sequence[Placed]) -> list[Placed]:
    return sorted(placed, key=lambda p: (p.start, p.end))


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
    if _INCLUDES.search(words) and all(inside_brackets(text, p.start) for p in own):
        own = []  # 自有住房（含共有，但份额须达到51%）: of what the bracket takes in besides
    if standings := _standings(words):
        return Tree(GroupKind.ANY, tuple(standings))
    if not own:
        plain = re.sub(r"\([^()]*\)", "", words)
        idle = is_idle(words) or not re.search(r"[\u4e00-\u9fff]{2}", plain)
        if worked := _working(plain):
            return worked
        return None if idle else Leaf(Attribute.OPEN, "is", None, "", _JOINS.sub("", words))
    if each := tuple(_read_sentence(w) for w in each_with_its_bound(words)):
        return Tree(GroupKind.ANY, each)
    if _ABLE.match(words) and all(p.leaf.attribute is Attribute.MEASURE for p in own):
        return Leaf(Attribute.OPEN, "is", None, "", _HOW_LONG.sub("", _JOINS.sub("", words)))
    sides = sides_of(text, start, end, own)
    also = [*open_beside(text, start, end, own), *whom_described(text, start, end, own)]
    if len(sides) == 1 and also and (apart := _sexes_apart(own)):
        return Tree(GroupKind.ALL, (*also, apart))
    if len(sides) == 1 and also:
        return Tree(GroupKind.ALL, (*also, _joined([p.leaf for p in own])))
    if len(sides) > 1:
        return Tree(GroupKind.ANY, tuple(_joined([p.leaf for p in s]) for s in sides))
    if _EITHER_HOME.search(words):
        permit = Leaf(Attribute.PERMIT, "is", None, "", "居住证")
        homes = tuple(p.leaf for p in own if p.leaf.attribute is Attribute.RESIDENCE)
        rest = [p.leaf for p in own if p.leaf.attribute not in (Attribute.RESIDENCE, Attribute.PERMIT)]
        either = Tree(GroupKind.ANY, (*homes, permit))
        return Tree(GroupKind.ALL, (either, *rest)) if rest else either
    return _sexes_apart(own) or _joined([p.leaf for p in own])


_INCLUDES = re.compile(r"[\u4e00-\u9fff]{4}\((?:含|包括)(?!本)[^()]{4,},但")


# 户籍或居住证在本市: either will do.
_EITHER_HOME = re.compile(
    r"户[籍口][^,;]{0,4}(?:或者?|、)[^,;]{0,6}居住证|居住证[^,;]{0,6}(?:或者?|、)[^,;]{0,4}户[籍口]"
)


# 能够参加不少于8学时的岗前培训: of what others hold, and how long that takes.
_ABLE = re.compile(
    r"(?:能够?|愿意|可以)(?:按时|全程)?(?:参加|完成|接受)[^,;]*培训"
    r"|有(?:可以?|可供|能够?)(?:居住|使用)[^,;]*的[^,;]{2,}"  # 有可以居住半年以上的房屋
)
_HOW_LONG = re.compile(r"(?:不少于|至少|不低于|满)?\d+个?(?:学时|课时|小时|天|次)(?:以上)?的?")


def _sexes_apart(own: Sequence[Placed]) -> Node | None:
    """Bounds for men and women in one part: 农村居民中男年满60周岁、女年满55周岁; None for no difference."""
    starts = [i for i, p in enumerate(own) if p.leaf.attribute is Attribute.SEX]
    if len(starts) < 2 or any(own[i].leaf.words == own[starts[0]].leaf.words for i in starts[1:]):
        return None
    runs = [own[a:b] for a, b in zip(starts, [*starts[1:], len(own)], strict=True)]
    either = Tree(GroupKind.ANY, tuple(_joined([p.leaf for p in run]) for run in runs))
    before = [p.leaf for p in own[: starts[0]]]
    return Tree(GroupKind.ALL, (*before, either)) if before else either


def _by_sex(parts: list[Node]) -> list[Node]:
    """Parts that each begin with a sex are alternatives: 男满60周岁，女满55周岁, besides what the last part
    says of both: …的失业人员."""
    own = [p for p in parts if next(leaves_of(p)).attribute is Attribute.SEX]
    rest = [p for p in parts if p not in own]
    if own and rest and isinstance(last := rest[-1], Tree) and last.kind is GroupKind.ALL:
        sexed = [p for p in last.parts if next(leaves_of(p)).attribute is Attribute.SEX]
        own, rest = [*own, *sexed], [*rest[:-1], *(p for p in last.parts if p not in sexed)]
    if len(own) < 2:
        return parts
    return [*rest, Tree(GroupKind.ANY, tuple(own))]


def _joined(leaves: Sequence[Leaf]) -> Node:
    return leaves[0] if len(leaves) == 1 else Tree(GroupKind.ALL, tuple(leaves))
