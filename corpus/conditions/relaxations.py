"""Bounds that a sentence relaxes for some: 退役军人…，年龄放宽至28周岁; …的，年限可放宽1年.

A bound is put in the place of another (至28周岁) or moved by an amount (放宽2年). For whom it is relaxed
stands before; for which of several things, beside that (应聘01岗位的, 申报三级时).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus import patterns as re
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Node, Tree, Waiver
from corpus.conditions.credentials import DEGREES, credentials_in, degree_of, names_degree
from corpus.conditions.requirements import read_node
from corpus.notice import Span
from corpus.values.facts import number

__all__ = ["attributes_of", "is_laxer", "loosened", "relaxations_in", "relaxes_only", "whom"]

_TOPICS: tuple[tuple[re.Pattern[str], frozenset[Attribute]], ...] = (
    (re.compile(r"年龄|\d周?岁"), frozenset({Attribute.AGE, Attribute.BORN})),
    (re.compile(r"学历|学位"), frozenset({Attribute.EDUCATION, Attribute.SCHOOL})),
    (
        re.compile(r"工作(?:年限|时间)|资历|年限|从业|就业|工龄|任职"),
        frozenset({Attribute.WORK, Attribute.HELD}),
    ),
    (re.compile(r"社(?:会)?保|缴费|缴纳|参保|保险"), frozenset({Attribute.INSURANCE})),
    (re.compile(r"户籍|户口"), frozenset({Attribute.RESIDENCE})),
    (re.compile(r"居住|持证"), frozenset({Attribute.PERMIT, Attribute.MEASURE})),
    (re.compile(r"专业"), frozenset({Attribute.MAJOR})),
    (re.compile(r"职称|资格"), frozenset({Attribute.TITLE, Attribute.CERTIFICATE})),
    (
        re.compile(
            r"面积|收入|成绩|名额|比例|次数|数量|身高|视力|额度|金额|规模|绩点|间距|距离|分数|时长|[^,](?:率|额|量)$"
        ),
        frozenset({Attribute.MEASURE}),
    ),
)


def attributes_of(topic: str) -> frozenset[Attribute]:
    """What the words of a waiver are about: 参保年限, 年龄和户籍."""
    return frozenset(a for pattern, some in _TOPICS if pattern.search(topic) for a in some)


def is_laxer(one: Leaf, other: Leaf) -> bool:
    """Whether one bound asks less than another of the same matter: 满1年 than 满3年."""
    if one.value is None or other.value is None:
        return False
    same = all(
        a == b
        for a, b in (
            (one.attribute, other.attribute),
            (one.unit, other.unit),
            (one.operator[0], other.operator[0]),
            (one.subject[-2:], other.subject[-2:]),
        )
    )
    return same and (one.value < other.value if one.operator[0] == ">" else one.value > other.value)


_LOOSENS = re.compile(
    r"(?P<matter>[^,]{0,24}?)(?:可以?|应|均)*(?:再|适当|相应|分别)*"
    r"(?:(?:放宽|延长|降低|缩短|(?<=可以)(?:工作|从业|任职|报考|参加|申请))(?P<to>到|至|为)?|(?<=可)(?:再|适当)?(?:提前|减少|提高|增加)(?P<to_2>到|至|为)?)(?P<how>[^,]{0,24})"
)
_AMOUNT = re.compile(
    r"(?:最多|不超过)?(?P<value>\d{1,3}|[一二两三四五六七八九十]{1,2})(?P<unit>个月|年|周?岁|级|个?档次)(?![以之]|后|内)"
)
_CONFINED = re.compile(
    r"(?P<words>(?:应聘|申报|报考|报名|申请|参评|评审)(?P<aim>[^,的]{1,16}?)(?:时|的|岗位?的?))(?:,|$)?"
)
_PEOPLE = r"(?:者|人员?|人士|军人|[学考]生|[员职]工|教师|企业|单位|机构|家庭|户|人才|子女|[烈军家]属)"
_SOME = re.compile(rf"(?:的|{_PEOPLE}|的[\u4e00-\u9fff]{{2,4}}|[前第].{{1,2}}名|期间)$")
_BRACKETS = re.compile(r"\((?:不?含)[^()]{0,6}\)")
# 单身人士的年龄要求: for whom and what, in one.
_OWN = re.compile(rf"(?P<who>[^,]{{1,20}}{_PEOPLE})的(?P<topic>[^,的]{{2,8}})")
# 取得检验师资格者年龄, 博士年龄: the same with nothing between.
_RUN_ON = re.compile(r"(?P<who>[^,]{2,20}?)(?P<topic>年龄|学历|工作年限|户籍|身高)")
_OVER_WORDS = re.compile(r"(不高于|不超过|不低于|不少于)[^\d,]{1,10}(?=\d)")


def relaxations_in(clause: int, span: Span, text: str) -> list[Waiver]:
    """What a sentence of a clause, folded, relaxes and for whom."""
    parts = [p for p in text.strip("。;").split(",") if p]
    at = next((i for i, p in enumerate(parts) if _loosens(p)), None)
    if at is None:
        return []
    before = parts[_demanded_first(parts, at) : at]
    while len(before) > 1 and _LIFTED.fullmatch(before[-1]):
        before.pop()  # …的企业，比例不作要求，金额放宽至30万元: for whom stands before both
    named, confined = _confined(",".join(before))
    described = bool(before) and any(p.search(before[-1]) for p in (_SOME, _CONFINED))
    found = []
    for match in filter(None, map(_loosens, parts[at:])):
        matter, own = _confined(match["matter"])
        if possessed := _OWN.fullmatch(matter) or _run_on(matter):
            matter, described, named = possessed["topic"], True, possessed["who"]
        said = _read(matter, match["to"] or match["to_2"] or "", match["how"])
        of_years = described and _OF_YEARS.search(matter) is not None
        topical = said is None or _is_topic(matter, said) or len(matter) < 2 or of_years
        who = (named if described else "") if topical else matter
        if said is not None and len(who) >= 2:
            attributes, bound, amount, unit = said
            found.append(Waiver(clause, span, whom(who), attributes, bound, amount, unit, own or confined))
    return found


_LIFTED = re.compile(r"[^,的]{2,12}(?:不作(?:要求|限制)|不限|不受限制|不要求)")
# 取得工程师职称的年限可放宽1年: what is loosened, where those for whom it is stand before.
_OF_YEARS = re.compile(r"(?:取得|任|担任|从事)[^,]{2,16}的(?:工作|任职|从业)?(?:年限|时间|资历)$")


def _run_on(matter: str) -> re.Match[str] | None:
    """For whom and what, run together, where the first is a kind of people or a paper."""
    match = _RUN_ON.fullmatch(matter)
    return match if match and (_SOME.search(match["who"]) or _names_paper(match["who"])) else None


# 在基层工作满10年的,可用总结代替论文: what will do instead, for those who are so described.
_SUBSTITUTES = re.compile(
    r"(?:的|者|人员),(?:均|都|也)?(?:可以?|允许|准予)(?:用|以|凭|由)?[^,;。]{1,30}(?:代替|替代|顶替|抵[免扣充]|冲抵|折抵)"
)


def relaxes_only(text: str) -> bool:
    """Whether a sentence, folded, relaxes what others demand and demands nothing itself."""
    if _SUBSTITUTES.search(text):
        return True
    parts = [p for p in text.strip("。;").split(",") if p]
    at = next((i for i, p in enumerate(parts) if _loosens(p)), None)
    if at is None or not relaxations_in(0, Span(0, 0), text):
        return False
    if _demanded_first(parts, at):
        return False
    above = next((p for p in reversed(parts[:at]) if not _LIFTED.fullmatch(p)), "")
    return at == 0 or bool(_SOME.search(above) or _CONFINED.search(above))


def _demanded_first(parts: Sequence[str], at: int) -> int:
    """How many parts before the one that relaxes a bound demand it: 35岁以下，硕士的，可放宽至40岁."""
    loose = {x.leaf.attribute for x in bounds_in(parts[at])}
    usual = (
        i
        for i, p in enumerate(parts[: max(0, at - 1)])
        if not _SOME.search(p) and any(b.leaf.attribute in loose for b in bounds_in(p))
    )
    return max(usual, default=-1) + 1


def _loosens(part: str) -> re.Match[str] | None:
    return _LOOSENS.fullmatch(_BRACKETS.sub("", part))


def _confined(text: str) -> tuple[str, str]:
    """The words without those that say for which thing, and what they name: 01岗位 of 应聘01岗位的."""
    match = next(reversed(list(_CONFINED.finditer(text))), None)
    if match is None or (match.end() < len(text) and match.start() > 0):
        return re.sub(r"^(?:其中|对于?|凡)", "", text), ""
    rest = text[: match.start()] + text[match.end() :]
    return re.sub(r"^(?:其中|对于?|凡)", "", rest), match["aim"]


_Said = tuple[frozenset[Attribute], Leaf | None, Decimal | None, str]


def _read(matter: str, to: str, how: str) -> _Said | None:
    """What is loosened and how far."""
    topic = attributes_of(matter)
    if not to:
        match = _AMOUNT.match(how)
        value = number(match["value"]) if match else None
        if match is None or value is None:
            return None
        unit = next((u for u in ("岁", "个月", "年") if u in match["unit"]), "级")
        return _measured(topic, unit), None, value, unit
    if Attribute.EDUCATION in topic and (rank := degree_of(how)):
        return topic, Leaf(Attribute.EDUCATION, ">=", Decimal(rank), "", f"{matter}放宽{to}{how}"), None, ""
    words = _OVER_WORDS.sub(r"\1", how)
    plain = words if re.match(r"[不至最达]|.*以上", words) else f"不超过{words}"
    if (lasting := _lasting(topic, matter, how)) is not None:
        return topic, lasting, None, ""
    bound = next((p for p in bounds_in(f"{matter}{plain}") if p.end > len(matter)), None)
    return None if bound is None else (frozenset({bound.leaf.attribute}), bound.leaf, None, "")


_LEAST = re.compile(r"(?:缴[纳费]|参保|社保|工作|从业|任职|居住|持证)?(?:年限|时间|期限|资历)(?:要求)?$")


def _lasting(topic: frozenset[Attribute], matter: str, how: str) -> Leaf | None:
    """How long something has to have lasted at least, where less will do: 缴纳年限放宽至1年."""
    paid, worked = Attribute.INSURANCE in topic, Attribute.WORK in topic
    if not _LEAST.search(matter) or not (paid or worked):
        return None
    bound = next((p.leaf for p in bounds_in(f"{'参保' if paid else '工作'}满{how}")), None)
    return replace(bound, words=f"{matter}{how}") if bound is not None and bound.unit == "个月" else None


def _measured(topic: frozenset[Attribute], unit: str) -> frozenset[Attribute]:
    """What an amount in `unit` moves, where it is not said or said too widely."""
    if unit == "岁":
        return frozenset({Attribute.AGE, Attribute.BORN})
    if unit == "级":
        return topic & {Attribute.EDUCATION, Attribute.TITLE, Attribute.CERTIFICATE}
    lasting = {Attribute.WORK, Attribute.HELD, Attribute.INSURANCE, Attribute.AGE, Attribute.BORN}
    return (topic & lasting) or frozenset({Attribute.WORK, Attribute.HELD})


def _is_topic(matter: str, said: _Said) -> bool:
    """Whether the words before the verb name what is loosened, and not for whom."""
    return bool(attributes_of(matter) & said[0]) and not _SOME.search(matter)


def whom(text: str) -> Node:
    """Those for whom a bound is relaxed: any of several kinds of people or papers, else as it is read."""
    plain = re.sub(r"(?:(?<=[人员属庭户者生])(?:申请|申报|报名|报考|参加|办理))?(?:的|者)$", "", text)
    sides = _of_each([s for s in re.split(r"、|或者?|以及|和", plain) if len(s) >= 2])
    if (
        len(sides) > 1
        and not any(map(_DOING.match, sides))
        and all(_SOME.search(s) or _names_paper(s) for s in sides)
    ):
        return Tree(GroupKind.ANY, tuple(_one(s) for s in sides))
    return _one(plain)


_DOING = re.compile(r"在[^的]+$")  # 在本市开办企业、雇员20人以上的负责人: what one and the same does
_KIN = re.compile(r"[^的]{0,4}(?:配偶|子女|父母|家属|遗属)")


def _of_each(kinds: list[str]) -> list[str]:
    """Kinds of kin, each with whose they are: 烈士的配偶和子女."""
    of = re.match(r".+的(?=[^的]+$)", kinds[0]) if kinds else None
    return [kinds[0], *(f"{of[0]}{k}" if _KIN.fullmatch(k) else k for k in kinds[1:])] if of else kinds


def _names_paper(text: str) -> bool:
    return names_degree(text) or re.search(r"(?:职称|证书|学历|学位)$", text) is not None


def _one(text: str) -> Node:
    if next(bounds_in(text), None) is None and _names_paper(text):
        placed = [p for p in credentials_in(f"{text}学历") if p.leaf.attribute is not Attribute.MAJOR]
        if len(placed) == 1 or (placed and placed[0].leaf.attribute is Attribute.TITLE):
            return placed[0].leaf
    return read_node(text)


def loosened(leaf: Leaf, waiver: Waiver) -> Leaf | None:
    """A bound as it is for whom it is relaxed; None where that is on something else, or no looser."""
    bounds = leaf.value is not None and leaf.operator in (">=", ">", "<=", "<")
    if not bounds or leaf.value is None or leaf.attribute not in waiver.attributes:
        return None
    sign = -1 if leaf.operator[0] == ">" else 1
    if waiver.bound is not None:
        return _instead(leaf, waiver.bound, sign)
    if waiver.amount is None:
        return None
    moved = max(leaf.value + sign * waiver.amount * _size(leaf, waiver.unit), Decimal(0))
    if leaf.attribute is Attribute.EDUCATION:
        words = next((w for w, rank in DEGREES.items() if rank == moved), "")
        return replace(leaf, value=moved, words=f"{words}学历") if words else None
    return replace(leaf, value=moved)


def _instead(leaf: Leaf, bound: Leaf, sign: int) -> Leaf | None:
    """The bound that takes the place of another on the same thing, where it is looser."""
    if (
        bound.value is None
        or leaf.value is None
        or (bound.attribute, bound.unit) != (leaf.attribute, leaf.unit)
    ):
        return None
    apart = _APART.search(leaf.subject[-2:]) and _APART.search(bound.words)
    about = leaf.attribute is not Attribute.MEASURE or leaf.subject[-2:] in bound.words or apart
    looser = (bound.value - leaf.value) * sign > 0
    return replace(leaf, value=bound.value, words=bound.words) if about and looser else None


_APART = re.compile(r"距离|间距|相距")  # words for one and the same


def _size(leaf: Leaf, unit: str) -> Decimal:
    """One of `unit` in what a leaf is counted in: months of work, years of age, days of birth, degrees."""
    if leaf.unit == "个月":
        return Decimal(1 if unit == "个月" else 12)
    return Decimal("365.25") if leaf.attribute is Attribute.BORN else Decimal(1)
