"""Sentences that demand, exclude, or waive by themselves, outside any list.

`X的，须Y` demands Y of those whom X describes; `X的，不予受理` excludes; `X的，不受Y限制` waives; `只发给X`,
`限X报名` and any sentence of a section on conditions demand of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.bounds_by_kind import bounds_by_kind
from corpus.conditions.classes import demands_by_class
from corpus.conditions.conditions import Attribute, GroupKind, Leaf, Requirement, Tree
from corpus.conditions.demanded import (
    FOLLOWS,
    but_for,
    is_typed,
    requirement_of,
    stated_of_some,
    subjectless,
    untitled,
)
from corpus.conditions.exclusions import kept_out, left_out
from corpus.conditions.formal import tells_procedure
from corpus.conditions.given_out import only_gives
from corpus.conditions.matters import names_matter, of_matter, of_matter_before
from corpus.conditions.not_demanded import (
    BENEFIT,
    COMPOSITION,
    HANDING,
    LATER,
    OF_BENEFIT,
    PER_HEAD,
    RECKONS,
    REPORTS,
    WAIVES,
)
from corpus.conditions.one_sex import OF_ONE_SEX, TO_ONE_SEX, of_sex
from corpus.conditions.people import names_people
from corpus.conditions.qualifications import are_ways
from corpus.conditions.relaxations import relaxes_only
from corpus.conditions.requirements import read_node
from corpus.conditions.schemes import without_aim
from corpus.conditions.sentence_spans import sentences_of
from corpus.conditions.sparing import spared_by
from corpus.conditions.stated import states_openly
from corpus.conditions.tiers import tiers_in
from corpus.notice import Notice, Span
from corpus.rules.added import added_to, goes_on, left_alone, with_exception
from corpus.rules.admissions import GRANTED, kind_let_in
from corpus.rules.demand_forms import DEFINES, Demand, by_form
from corpus.values.periods import fold

__all__ = ["demands_in"]

_ABOVE = re.compile(r"符合(?:以上|上述|前款|前述)(?:各项)?条件的?")

# 地块可以跨村，但应当在同一个镇: what must be all the same.
_MAY_BUT = re.compile(r"^(?P<what>[^,;]{2,10}?)可以[^,;]{1,14},但是?(?P<must>(?:应当?(?!届)|须|必须)[^;]+)$")
# …教师2名。条件：持有技师证书: from here on a paragraph tells conditions, or no longer does.
_TITLED_WITHIN = re.compile(
    r"^(?:(?P<of>(?:报名|申请|申报|招募|招聘|应聘|参赛|入选|报考|聘用|任职)?(?:条件|对象|资格|要求|范围)(?:[和与及、](?:条件|资格|要求))?)|(?:时间|地点|课酬|待遇|材料|费用|标准|方式|流程|联系|住宿|食宿|交通|停车|班车|用餐)[\u4e00-\u9fff]{0,4}):"
)
# 第七条（租房提取）缴存满3个月的，…: the name of an article.
_NAMED_FIRST = re.compile(r"^\([\u4e00-\u9fff]{2,8}\)(?=[^,;]{4})")
_ANSWERING = re.compile(r"^(?:答|A)\s*[:：.]")


def demands_in(notice: Notice, clause: int, in_conditions: bool, titled: bool = False) -> Iterator[Demand]:
    """What the sentences of a clause demand; those without a form of their own only where `in_conditions`.

    In a section `titled` by what is applied for, a sentence that lets somebody in is a way to it.
    """
    counted = _kinds_counted(notice, clause)
    if in_conditions and not counted and (kinds := _kinds_in(notice, clause)) is not None:
        yield kinds
        return
    kept: list[Demand] = []
    addressed: Leaf | None = None
    before, titled_within = "", False
    made_up = COMPOSITION.search(fold(notice.clause_text(clause))) is not None
    yield from counted
    for span in _whole_runs(notice, clause):
        if any(d.requirement.span == span for d in counted):
            continue
        text = fold(notice.text[span.start : span.end]).replace("**", "")
        plain = _ANSWERING.sub("", re.sub(r"\s", "", text).rpartition("?")[2].strip("。;"))
        plain = _NAMED_FIRST.sub("", plain)
        plain = _MAY_BUT.sub(r"\g<what>\g<must>", plain)
        if titled_here := _TITLED_WITHIN.match(plain):
            in_conditions = titled_within = titled_here["of"] is not None
            plain = plain[titled_here.end() :] if in_conditions else plain
        if _COUNTS_AS.search(plain) or (made_up and _SHARE_ALONE.search(plain)):
            continue
        if kept and (joined := added_to(kept[-1], before, plain, span)) is not None:
            kept[-1] = joined
            continue
        if before and (out := left_alone(plain)):
            kept = [*kept[:-1], *(with_exception(d, out) for d in kept[-1:])]
            continue
        plain, before = of_matter_before(without_aim(notice, clause, plain), before), plain
        titled_by = _MATTER_TITLE.match(plain)
        if in_conditions and ";" in plain and _of_several(plain):
            kept.append(Demand(GroupKind.ALL, Requirement(clause, span, read_node(plain))))
            continue
        sex = TO_ONE_SEX.match(plain)
        if sex is not None:
            addressed, plain = of_sex(sex[1]), plain[sex.end() :]
        elif OF_ONE_SEX.match(plain):
            addressed = None
        on = goes_on(kept, plain) and not in_conditions
        whole, freed = but_for(plain)
        found = _demanded(clause, span, whole, in_conditions or on, titled)
        found = [with_exception(d, freed) for d in found] if freed else found
        named = on or (titled_within and in_conditions)
        found = [replace(d, of_all=d.kind is GroupKind.ALL) for d in found] if named else found
        if titled_here and not in_conditions:  # 住宿：仅供…: of that alone
            found = [replace(d, of_all=False) for d in found]
        if titled_by is not None:
            found = [_of_titled(d, titled_by[1]) for d in found]
        kept += [_addressed_to(d, addressed) for d in found] if addressed else found
    yield from _ways_in(notice, kept)


def _whole_runs(notice: Notice, clause: int) -> Iterator[Span]:
    """The sentences of a clause; parts between semicolons that bound the same by kind are one of them."""
    run: list[Span] = []
    for span in [*sentences_of(notice, clause), None]:
        goes_on = run and notice.text[run[-1].end - 1] in "；;"
        if span is not None and (not run or goes_on):
            run.append(span)
            continue
        whole = Span(run[0].start, run[-1].end) if run else None
        if whole and len(run) > 1 and _of_several(_words(notice, whole)):
            yield whole
        else:
            yield from run
        run = [span] if span is not None else []


def _of_several(text: str) -> bool:
    """Whether the parts of a text are a list, or bound the same for a kind or a range of their own each."""
    if _LISTS_SOME.match(text):
        return True
    return bounds_by_kind(text) is not None or tiers_in(text) is not None


# 须为本县户籍，并属于以下之一：甲；乙
_LISTS_SOME = re.compile(
    r"[^;:]+(?:属于|符合|具备|满足|有|是|为)(?:以下|下列)[^,;:不]{0,10}之一[^,;:不]{0,6}:[^:]+;"
)


def _words(notice: Notice, span: Span) -> str:
    return re.sub(r"\s", "", fold(notice.text[span.start : span.end])).strip("。;")


# 有两类人。一类是…；另一类是…: kinds, of one of which somebody has to be.
_ONE_KIND_IS = re.compile(
    r"(?:答:)?(?:第[一二三四五]|其?[一二三四五]|另外?一?|还有一)[类种](?:人员?|对象|情况|情形)?(?:是|为|指)"
)


def _kinds_counted(notice: Notice, clause: int) -> tuple[Demand, ...]:
    """The kinds of people that a clause counts, a sentence each; () where it counts none."""
    read = [(s, _words(notice, s)) for s in _whole_runs(notice, clause)]
    kinds = [(s, t[m.end() :]) for s, t in read if (m := _ONE_KIND_IS.match(t))]
    if len(kinds) < 2 or not all(is_typed(t) or names_people(t) for _, t in kinds):
        return ()
    return tuple(Demand(GroupKind.ANY, requirement_of(clause, s, t)) for s, t in kinds)


_MUST = re.compile(r"须|应当|必须")  # 购机者须为使用者: what is demanded of a kind, and no kind


def _kinds_in(notice: Notice, clause: int) -> Demand | None:
    """A clause that is nothing but kinds of people, of one of whom somebody has to be: 居民；驻本市军人."""
    spans = list(sentences_of(notice, clause))
    texts = [re.sub(r"\s", "", fold(notice.text[s.start : s.end])).strip("。;") for s in spans]
    texts[:1] = [untitled(t) for t in texts[:1]]
    bare = [re.sub(r"\([^()]*\)$", "", t) for t in texts]
    if any(_MUST.search(t) for t in texts):
        return None
    if len(texts) < 2 or not all(names_people(b) and not names_matter(b) and _ONE_KIND(b) for b in bare):
        return None
    common = _OF_ALL.match(texts[0])  # said first, and of each of the kinds
    texts[:1] = [texts[0][common.end() :] if common else texts[0]]
    node = Tree(GroupKind.ANY, tuple(read_node(t) for t in texts))
    node = Tree(GroupKind.ALL, (read_node(common["what"]), node)) if common else node
    span = Span(spans[0].start, spans[-1].end)
    return Demand(GroupKind.ALL, Requirement(clause, span, node))


_OF_ALL = re.compile(r"(?P<what>(?:具有|持有?|取得)本[^,]{1,10}(?:户籍|户口|居住证)),(?=[^,]+$)")
# 具有本镇户籍，残疾等级为一级的残疾人: what a comma parts is all said of the one kind that stands last.
_ONE_KIND = re.compile(
    r"[^,]+|(?:具有|具备|持有?|年满|在|属于|未|无|因|由于|与|经|从|曾|被|通过|从事|失去|遭受)[^,]+,[^,]+的[^,的]+"
).fullmatch


def _ways_in(notice: Notice, demands: list[Demand]) -> Iterator[Demand]:
    """The demands of a clause; qualifications that only semicolons part are ways, of which one will do."""
    run: list[Demand] = []
    for demand in demands:
        if run and not _goes_on(notice, run[-1], demand):
            yield from _as_one(run)
            run = []
        run.append(demand)
    yield from _as_one(run)


def _goes_on(notice: Notice, before: Demand, demand: Demand) -> bool:
    own, last = demand.requirement, before.requirement
    between = notice.text[last.span.end - 1 : own.span.start]
    plain = demand.kind is before.kind is GroupKind.ALL and own.given is None and last.given is None
    return plain and re.fullmatch(r"\s*[;；]\s*", between) is not None


def _as_one(run: list[Demand]) -> Iterator[Demand]:
    if not are_ways([d.requirement.node for d in run]):
        yield from run
        return
    first, last = run[0].requirement, run[-1].requirement
    node = Tree(GroupKind.ANY, tuple(d.requirement.node for d in run))
    span = Span(first.span.start, last.span.end)
    exceptions = tuple(e for d in run for e in d.requirement.exceptions)
    yield replace(run[0], requirement=replace(first, node=node, span=span, exceptions=exceptions))


_MATTER_TITLE = re.compile(r"(身高|体重|视力|年龄|学历|面积|收入|成绩|分数|绩点):")


def _of_titled(demand: Demand, matter: str) -> Demand:
    """A demand whose bare figures are of the matter that its sentence is titled by."""
    own = demand.requirement
    return replace(demand, requirement=replace(own, node=of_matter(own.node, matter)))


def _demanded(clause: int, span: Span, plain: str, in_conditions: bool, titled: bool) -> list[Demand]:
    """What one sentence demands, in the order of its parts."""
    explains = names_matter(plain) and not DEFINES.fullmatch(plain)
    reckons = RECKONS.search(plain) is not None
    gives = OF_BENEFIT.match(plain) or only_gives(plain) or PER_HEAD.fullmatch(plain)
    explains = explains or tells_procedure(plain)
    if WAIVES.fullmatch(plain) or relaxes_only(plain) or explains or reckons or gives:
        return []
    if spared := spared_by(plain):
        of_those = Demand(GroupKind.ANY, requirement_of(clause, span, untitled(spared.who)))
        return [of_those] if in_conditions and is_typed(spared.who) else []
    if by_class := list(demands_by_class(plain)):
        return [_of_class(clause, span, who, what) for who, what in by_class if is_typed(what)]
    above = _of_those_above(clause, span, plain)
    demands = [above] if above else by_form(clause, span, plain, in_conditions or titled)
    if not demands and in_conditions and not GRANTED.search(plain) and _demands(plain):
        demands = [Demand(GroupKind.ALL, stated_of_some(clause, span, untitled(plain)))]
    if not demands and in_conditions and (who := kind_let_in(untitled(plain))):
        demands = [Demand(GroupKind.ANY, requirement_of(clause, span, who))]
    if not demands and in_conditions and not GRANTED.search(plain) and states_openly(plain):
        demands = [Demand(GroupKind.ALL, stated_of_some(clause, span, subjectless(untitled(plain))))]
    if LATER.match(plain):  # 每次提取后，应保留余额: of who was let in
        demands = [d for d in demands if d.kind is not GroupKind.ALL]
    if out := left_out(plain):
        demands += (Demand(GroupKind.NONE, r) for r in kept_out(clause, span, out, out))
    return demands


# By what something is counted, which demands nothing of who applies: 满一年方可按在职学历计算.
_COUNTS_AS = re.compile(r"(?:方可|才能|才可|方能|可以?)按[^,。;]{1,16}(?:计算|折算|认定|对待)[^,。;]{0,8}$")
# 企业负责人不超过10%, beside a share of the names put forward
_SHARE_ALONE = re.compile(
    r"(?:不少于|不低于|不超过|不高于|占|达到?)[^,;。\d百]{0,10}(?:\d{1,3}(?:\.\d+)?%|百分之)"
)


def _addressed_to(demand: Demand, sex: Leaf) -> Demand:
    """A demand made of one sex alone."""
    own = demand.requirement
    if own.given is None:
        return replace(demand, requirement=replace(own, given=sex))
    return replace(demand, requirement=replace(own, given=Tree(GroupKind.ALL, (sex, own.given))))


def _demands(text: str) -> bool:
    """Whether a sentence in a section on conditions demands something that can be typed of everybody."""
    if HANDING.search(text) or BENEFIT.search(text) or REPORTS.search(text):
        return False
    follows = FOLLOWS.match(text)
    return is_typed(text) and (follows is None or _asks_of_some(follows["rest"]))


def _asks_of_some(text: str) -> bool:
    return is_typed(text) and not only_gives(text)


def _of_class(clause: int, span: Span, who: str, what: str) -> Demand:
    given = Leaf(Attribute.OPEN, "is", None, "", who)
    return Demand(GroupKind.ALL, Requirement(clause, span, read_node(what), given=given), True)


def _of_those_above(clause: int, span: Span, text: str) -> Demand | None:
    """What holds for those who meet the conditions said before: 符合上述条件的，可办理未满18周岁子女…."""
    above = _ABOVE.search(text)
    if above is None or not is_typed(text):
        return None
    given = Leaf(Attribute.OPEN, "is", None, "", above[0])
    return Demand(GroupKind.ALL, Requirement(clause, span, read_node(text), given=given))
