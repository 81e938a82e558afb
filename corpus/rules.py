"""The rule compiler: lists of conditions in a notice to groups of typed requirements.

Chinese notices are formulaic. 具备以下条件之一 opens a disjunction, 同时具备 and 须符合 a conjunction,
有下列情形之一的不得 and 不适用 an exclusion; …除外 is an exception; 满, 以上, 不少于, 以下, 未满 are bounds.
What cannot be typed stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.conditions import Attribute, Group, GroupKind, Leaf, Requirement
from corpus.facts import number
from corpus.leads import governing_clause
from corpus.notice import ClauseKind, Notice, Span
from corpus.periods import find_date, fold

__all__ = ["DEGREES", "compile_groups", "cut_off", "degree_of", "levels_in", "read_leaves"]

# Schools and degrees on one scale; the longest word that fits a place counts.
DEGREES: dict[str, int] = {
    word: rank
    for rank, words in (
        (7, "博士"),
        (6, "硕士 研究生"),
        (5, "大学本科 本科 学士"),
        (4, "大学专科 大专 专科 高职 高等职业学校"),
        (3, "中专 职高 技校 中职 技工院校 中等及以上职业院校 中等职业学校"),
        (2, "高中"),
        (1, "初中"),
    )
    for word in words.split()
}
_NUM = r"(\d{1,12}(?:\.\d{1,6})?|[一二两三四五六七八九十]{1,3})"
_ANY = re.compile(r"之一")
_NONE = re.compile(r"不得|不予|不可|不能|不适用|不受理|不纳入")
_ALL = re.compile(
    r"同时|下列条件|以下条件|(?:具备|符合|满足).{0,8}条件|(?:申报|申请|申领|报名|报考|受理|办理|认定|准入|入选)条件|要求[：:]|以下(?:两点|要求)"
)
_ABOUT_CONDUCT = re.compile(r"行为|取消|违纪|违规|材料|资料|证明|提供|携带|方式|流程|程序|提交")
_CONDITIONS = re.compile(r"条件|资格|要求|范围|对象|不适用")
_LEVEL = re.compile(r"([一二三四五])级/?|(初级工|中级工|高级工|高级技师|技师)")
_LEVEL_NAMES = {"初级工": "五", "中级工": "四", "高级工": "三", "技师": "二", "高级技师": "一"}
_SCHOOLS = re.compile(r"技工院校高级工班|高级工班|预备技师班|技师班|高级技工学校|技师学院")


def compile_groups(notice: Notice) -> tuple[Group, ...]:
    """The condition lists of a notice, in reading order."""
    by_lead: dict[int, list[int]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.ITEM:
            continue
        lead = governing_clause(notice, index)
        lead = lead if lead is not None else clause.parent
        if lead >= 0:
            by_lead.setdefault(lead, []).append(index)
    groups = [_group(notice, lead, items) for lead, items in sorted(by_lead.items())]
    leads = [_lead_condition(notice, g) for g in groups if g is not None]
    return tuple(g for g in (*groups, *leads, *_single_conditions(notice, by_lead)) if g is not None)


def _group(notice: Notice, lead: int, items: list[int]) -> Group | None:
    own, text = notice.clause_text(lead), _lead_text(notice, lead)
    kind = _kind(own) or _kind(text)
    if kind is None:
        return None
    requirements = tuple(_requirement(notice, i) for i in items)
    return Group(kind, lead, (levels_in(text) or [""])[0], requirements)


def _lead_condition(notice: Notice, group: Group) -> Group | None:
    """What a lead-in itself demands of all below it: 具备理工类大专及以上学历，符合以下条件之一."""
    text = notice.clause_text(group.lead)
    if group.kind is not GroupKind.ANY or not re.search(r"具备|具有|须|应当", text):
        return None
    requirement = _requirement(notice, group.lead)
    kept = tuple(x for x in requirement.leaves if x.attribute in (Attribute.MAJOR, Attribute.EDUCATION))
    return (
        Group(GroupKind.ALL, group.lead, group.level, (replace(requirement, leaves=kept),)) if kept else None
    )


def _lead_text(notice: Notice, lead: int) -> str:
    """A lead-in with the heading above it, which often says what the list is for."""
    above = notice.clauses[lead].parent
    heading = notice.clause_text(above) if above >= 0 else ""
    return f"{heading if len(heading) < 30 else ''} {notice.clause_text(lead)}"


def _kind(text: str) -> GroupKind | None:
    if _ABOUT_CONDUCT.search(text) or not (_CONDITIONS.search(text) or _ANY.search(text)):
        return None
    if _NONE.search(text):
        return GroupKind.NONE
    if _ANY.search(text):
        return GroupKind.ANY
    return GroupKind.ALL if _ALL.search(text) else None


def _single_conditions(notice: Notice, lists: dict[int, list[int]]) -> Iterator[Group]:
    """Sentences in a section of conditions that demand something by themselves: 年满16周岁且…的，可申请."""
    for index, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.PARAGRAPH or index in lists:
            continue
        headings = " ".join(notice.heading_path(index))
        text = notice.clause_text(index)
        demands = re.search(r"年满|须|应当?(?:具备|具有|满)|满足", text) and not re.search(
            r"以上条件|上述条件", text
        )
        if re.search(r"条件|资格", headings[-30:]) and demands:
            requirement = _requirement(notice, index)
            if any(leaf.attribute is not Attribute.OPEN for leaf in requirement.leaves):
                yield Group(GroupKind.ALL, index, "", (requirement,))


def _requirement(notice: Notice, index: int) -> Requirement:
    text = "".join(notice.clause_text(i) for i in (index, *notice.clauses[index].children) if i == index)
    node = notice.clauses[index]
    span = Span(node.spans[0].start, node.spans[-1].end) if len(node.spans) == 1 else node.spans[0]
    plain = fold(text.removeprefix(node.marker)).replace("**", "").replace("^", "")
    exceptions = tuple(re.findall(r"\(([^()]*?)(?:者|的|人员)?除外\)", plain))
    body = re.sub(r"\([^()]*?除外\)", "", plain)
    return Requirement(index, span, tuple(read_leaves(body)), exceptions)


def levels_in(text: str) -> list[str]:
    """The grades (一 to 五) that `text` speaks of, in order."""
    found = []
    for match in _LEVEL.finditer(text):
        level = match.group(1) or _LEVEL_NAMES[match.group(2)]
        if level not in found:
            found.append(level)
    return found


def degree_of(text: str) -> int:
    """The lowest degree that satisfies `text`; 0 where it names none."""
    ranks = [DEGREES[m] for m in re.findall("|".join(sorted(DEGREES, key=len, reverse=True)), text)]
    return min(ranks, default=0)


# What no list of leaves can say: another way to meet the clause, a bound for one sex, one not to be reached.
_BEYOND = re.compile(
    r"或者(?:具有|具备|取得|获得|持有|从事|因|年满|在)|[男女][方性]?[^,。;]{0,4}满[^,。;]{1,4}周岁|没有[^,。;]{0,6}满\d|不受[^。]{0,30}限制"
)


def read_leaves(text: str) -> Iterator[Leaf]:
    """The typed conditions in one clause, or one open leaf where nothing can be typed."""
    leaves = [] if _BEYOND.search(text) else [*_credentials(text), *_births(text), *_bounds(text)]
    yield from leaves or [Leaf(Attribute.OPEN, "is", None, "", text)]


def _credentials(text: str) -> Iterator[Leaf]:
    """Certificates, titles, degrees, schools, residence and the like."""
    for match in re.finditer(r"([一二三四五])级[^，。；]{0,8}(?:职业资格|职业技能等级|技能等级)", text):
        yield Leaf(Attribute.CERTIFICATE, ">=", Decimal("一二三四五".index(match[1]) + 1), "级", match[0])
    for match in re.finditer(r"(初级|中级|高级)职称", text):
        yield Leaf(Attribute.TITLE, ">=", Decimal("初中高".index(match[1][0]) + 1), "", match[0])
    school = _SCHOOLS.search(text)
    if school:
        yield Leaf(Attribute.SCHOOL, "is", None, "", "、".join(_SCHOOLS.findall(text)))
    elif degree_of(text) and re.search(r"学历|学位|毕业|学校|院校", text):
        yield Leaf(Attribute.EDUCATION, ">=", Decimal(degree_of(text)), "", text)
    if (
        re.search(
            r"(?:本|相关)专业的?(?:或相关专业)?(?:的|毕业|技工|大专|专科|学历)|专业或相关专业|理工类", text
        )
        and "对应" not in text
    ):
        yield Leaf(Attribute.MAJOR, "is", None, "", text)
    if re.search(r"户籍|户口", text):
        yield Leaf(
            Attribute.RESIDENCE,
            "is",
            None,
            "",
            text,
            negated=bool(re.search(r"非本|不在本|外地|非.{0,3}户", text)),
        )
    if re.search(r"居住证", text) and "户籍" not in text:
        yield Leaf(Attribute.PERMIT, "is", None, "", text)
    if re.search(r"退休", text):
        yield Leaf(Attribute.RETIRED, "is", None, "", text)
    if re.search(r"(?:上一?年度?|去年).{0,24}(?:未获?通过|不合格|未通过)", text):
        yield Leaf(Attribute.FAILED, "is", None, "", text)


_BIRTH = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(以前|之前|前|以后|之后|后|起|至)?[^，。；]{0,14}?出生"
)


def _births(text: str) -> Iterator[Leaf]:
    """Days on or before, or on or after, which somebody must have been born."""
    if "出生" not in text:
        return
    first = re.search(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*(?:至|-|到)", text)
    for match in (first, _BIRTH.search(text)):
        day = find_date(match.group()) if match else None
        if day is None or match is None:
            continue
        since = match is first or (match[4] or "") in ("以后", "之后", "后", "起")
        yield Leaf(Attribute.BORN, ">=" if since else "<=", Decimal(day.toordinal()), "", text)


_BOUND = re.compile(
    rf"(?P<before>[^，。；、]{{0,20}}?)(?P<op>年满|不满|满|不少于|不低于|至少|达到?|超过|高于|不超过|不高于|不多于|低于|少于|未满|不足|须|需)?\s*{_NUM}\s*"
    r"(?P<unit>周岁|岁|年|个月|学时|平方米|厘米|公里|万元|元|倍|字|人|篇|页|天|分|次|%)(?P<post>\s*(?:\(含[^)]*\))?\s*(?:及以上|以上|以下|以内|及以下)?(?:\(含[^)]*\))?)"
)


_EXPERIENCE = re.compile(r"的?[^，。；、\d]{0,8}?(?:工作|从业|任职)(?:经验|经历|年限)")


def _bounds(text: str) -> Iterator[Leaf]:
    """Numbers that bound something."""
    position = 0
    for match in _BOUND.finditer(text):
        op = _operator(match["op"] or "", match["post"])
        value = number(match.group(3))
        if op is None or value is None or re.search(r"近$|每$|前$", match["before"][-1:]):
            continue
        before = text[position : match.start("unit")]
        position = match.end()
        experience = _EXPERIENCE.match(text, position)  # 有5年以上工作经验
        if experience and match["unit"] in ("年", "个月"):
            before = experience[0] + before
        yield _bound_leaf(op, value, match["unit"], before, text[: match.end()], match.group(0))


def _operator(word: str, post: str) -> str | None:
    inclusive = "含" in post
    if word in ("年满", "满", "不少于", "不低于", "至少", "达", "达到") or "以上" in post:
        return ">" if word in ("超过", "高于") and not inclusive else ">="
    if word in ("超过", "高于"):
        return ">=" if inclusive else ">"
    if word in ("不超过", "不高于", "不多于") or re.search(r"以下|以内", post):
        return "<="
    if word in ("低于", "少于", "未满", "不满", "不足"):
        return "<"
    if inclusive and not word:
        return ">="
    return ">=" if word in ("须", "需") and inclusive else None


def _bound_leaf(op: str, value: Decimal, unit: str, before: str, so_far: str, words: str) -> Leaf:
    if unit in ("周岁", "岁"):
        return Leaf(Attribute.AGE, op, value, "岁", words)
    if re.search(r"社会保险|社保|养老保险", before):
        months = value * 12 if unit == "年" else value
        return Leaf(Attribute.INSURANCE, op, months, "个月", words)
    if unit in ("年", "个月") and re.search(r"工作|从事|从业|任职|就业|入职", before):
        months = value * 12 if unit == "年" else value
        return Leaf(Attribute.WORK, op, months, "个月", words, after=_anchor(so_far))
    if unit in ("年", "个月") and re.search(r"居住|暂住|定居|持有|登记|成立|注册", before[-10:]):
        verb = re.findall(r"居住|暂住|定居|持有|登记|成立|注册", before)[-1]
        return Leaf(Attribute.MEASURE, op, value * 12 if unit == "年" else value, "个月", words, subject=verb)
    if unit == "年" and re.search(r"证书[^，。]{0,4}$", re.sub(rf"满?\s*{_NUM}$", "", before)):
        return Leaf(Attribute.HELD, op, value * 12, "个月", words)
    return Leaf(Attribute.MEASURE, op, value, unit, words, subject=_subject(before))


def _anchor(so_far: str) -> str:
    """What the last count of years starts from."""
    certificate = max(so_far.rfind("证书后"), so_far.rfind("证书之后"), so_far.rfind("等级)证书后"))
    title = max(
        so_far.rfind("职称后"),
        so_far.rfind("职称(专业技术人员职业资格)后"),
        so_far.rfind("职称之后"),
        so_far.rfind("资格)之后"),
        so_far.rfind("资格)后"),
    )
    if max(certificate, title) < 0:
        return ""
    return "certificate" if certificate > title else "title"


def _subject(before: str) -> str:
    """The noun that a number belongs to: the last run of Chinese characters before it, without the verb."""
    plain = re.sub(
        r"(?:年满|满|不少于|不低于|至少|达到?|超过|高于|不超过|低于|少于|未满|不满|不足|在|为|应|须|需|的|总共|合计|累计|连续)+$",
        "",
        re.sub(r"[\d.\s(（一二两三四五六七八九十]+$", "", before),
    )
    run = re.search(r"([\u4e00-\u9fff]{2,8})$", plain)
    return re.sub(r"^(?:从事|参加|完成|具有|具备|取得)(?=.{2})", "", run.group(1)) if run else ""


def cut_off(notice: Notice) -> Span | None:
    """Where the notice says up to which day years are counted."""
    match = re.search(
        r"(?:资历|年限|工龄|工作时间)[^。；\n]{0,12}(?:截止|截至|算到|计算到|计算至)[^。；\n]{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
        notice.text,
    )
    return Span(match.start(), match.end()) if match else None
