"""Lists of conditions to groups: what the lead-in makes of its items, and what it demands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.audiences import (
    audience_of,
    bare_title,
    in_section,
    is_below_last_titled,
    levels_in,
    speaks_of_all,
    title_of,
    titled_by,
)
from corpus.conditions.conditions import Attribute, Group, GroupKind, Requirement, Tree, leaves_of
from corpus.conditions.demanded import requirement_of
from corpus.conditions.lead_kinds import ABOUT_CONDUCT, count_of, gives_more, kind_of
from corpus.conditions.qualifications import are_ways
from corpus.conditions.requirements import read_node
from corpus.conditions.schemes import aim_of, scheme_sections
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.rules.admissions import stands_alone
from corpus.rules.inline_lists import (
    in_list,
    inline_list,
    listed_requirement,
    listed_requirements,
    plain_words,
    shut_out_by,
    voided_by,
)
from corpus.rules.item_forms import (
    are_articles,
    are_cases,
    explains_only,
    holds_more,
    level_titled,
    opens_list,
    shuts_out,
)
from corpus.rules.item_kinds import all_kinds, are_kinds
from corpus.rules.kinds_behind import kind_asked, kind_behind
from corpus.rules.lead_demands import lead_condition
from corpus.rules.referred import with_referred
from corpus.rules.row_lists import groups_of_listed_rows
from corpus.rules.waivers import lists_freed
from corpus.values.leads import governing_clause, paragraph_above
from corpus.values.points import points_in

__all__ = ["further_benefits", "groups_of_lists"]


def groups_of_lists(notice: Notice) -> tuple[list[Group], list[Group]]:
    """The groups of the lists of a notice, in reading order, and those that lead-ins demand by themselves."""
    by_lead: dict[int, list[int]] = {}
    for index in range(len(notice.clauses)):
        lead = _lead_of(notice, index)
        if lead >= 0:
            by_lead.setdefault(lead, []).append(index)
    lists = [g for lead, items in sorted(by_lead.items()) if (g := _group(notice, lead, items)) is not None]
    lists = with_referred(notice, lists)
    lists += groups_of_listed_rows(notice)
    by_level = [g for items in by_lead.values() for i in items if (g := _of_level(notice, i)) is not None]
    more = [f(notice, group) for group in lists for f in (lead_condition, _shut_out)]
    return [*lists, *by_level], [g for g in more if g is not None]


def _of_level(notice: Notice, index: int) -> Group | None:
    """What an item demands that says by itself for which grade: 一级/高级技师：取得二级证书后满5年."""
    level = level_titled(notice, index)
    below = (notice.clauses[c].kind for c in notice.clauses[index].children)
    if not level or ClauseKind.ITEM in below or not in_section(notice, index):
        return None
    words = plain_words(notice, index).partition(":")[2]
    span = notice.clauses[index].spans[0]
    lead = governing_clause(notice, index)
    if (run := points_in(words)) is not None and lead is not None:
        kind = kind_of(notice.clause_text(lead)) or GroupKind.ALL
        points = (words[a:b].strip("。; ") for a, b in run.places)
        return Group(kind, index, level, tuple(requirement_of(index, span, p) for p in points))
    requirement = requirement_of(index, span, words.strip("。;"))
    return Group(GroupKind.ALL, index, level, (requirement,))


@once_per_notice
def further_benefits(notice: Notice) -> frozenset[int]:
    """The items of lists that say what some get besides, or are spared: they demand nothing."""
    leads = {i: _lead_of(notice, i) for i in range(len(notice.clauses))}
    return frozenset(
        i for i, x in leads.items() if x >= 0 and gives_more(notice.clause_text(x), notice.title)
    )


def _shut_out(notice: Notice, group: Group) -> Group | None:
    """Whom items of a list keep out that demand something besides."""
    if group.kind is not GroupKind.ALL:
        return None
    clauses = dict.fromkeys(r.clause for r in group.requirements if r.clause != group.lead)
    found = tuple(r for c in clauses for r in (*shut_out_by(notice, c), *voided_by(notice, c)))
    return replace(group, kind=GroupKind.NONE, requirements=found, count=0) if found else None


def _lead_of(notice: Notice, index: int) -> int:
    """The clause that an item is listed under; -1 where it is none.

    A heading is an item of a list of ways where it opens conditions of its own: 2、同时具备下列条件：.
    """
    clause, own = notice.clauses[index], notice.clause_text(index)
    if index in _below_notes(notice) or index in lists_freed(notice) or _IS_ASKED.search(own):
        return -1
    if _ANSWERS.fullmatch(clause.marker) and inline_list(notice, index) is not None:
        return -1  # the answer to a question is a list in itself
    lead = governing_clause(notice, index)
    if clause.kind is ClauseKind.ITEM:
        own_parent = titled_by(notice) if clause.parent < 0 else clause.parent
        return own_parent if lead is None else lead
    if clause.kind is ClauseKind.PARAGRAPH and clause.parent >= 0 and _CLASS.match(own):
        above = notice.clause_text(clause.parent).rstrip()
        return clause.parent if above.endswith(("：", ":")) and kind_of(above) else -1
    opens = clause.kind is ClauseKind.HEADING and clause.marker and len(clause.children) > 1
    if not opens or levels_in(own) or kind_of(own) in (None, GroupKind.NONE):
        return -1
    beside = paragraph_above(notice, index)
    lead = lead if beside is None else beside
    some = (GroupKind.ANY, GroupKind.AT_LEAST)
    return lead if lead is not None and kind_of(notice.clause_text(lead)) in some else -1


_CLASS = re.compile(
    r"(?:[A-Za-z]|第?[一二三四五六七八九十]|[甲乙丙丁])[类档型]\s*[：:]"
)  # A类：, for a number
_IS_ASKED = re.compile(r"[？?]\s*\**\s*$")  # a question is no item of a list
_ANSWERS = re.compile(r"\s*(?:答|[AaＡ])\s*[：:.．]?\s*")
_NOTE = re.compile(r"\s*(?:[*※]\s*)?(?:附?注|备注|说明)\s*[\d一]?\s*[：:]")


@once_per_notice
def _below_notes(notice: Notice) -> frozenset[int]:
    """The clauses that go on a note that begins above them: 注：1.…, and then 2.…."""
    begun: set[int] = set()  # the parents below which a note has begun
    below = []
    for index, clause in enumerate(notice.clauses):
        if clause.parent in begun:
            below.append(index)
        elif clause.parent >= 0 and _NOTE.match(notice.clause_text(index)):
            begun.add(clause.parent)
    return frozenset(below)


def _group(notice: Notice, lead: int, items: list[int]) -> Group | None:
    own, text = notice.clause_text(lead), _lead_text(notice, lead)
    kind = kind_behind(notice, items) or kind_of(own) or kind_of(text) or _ways_kind(notice, lead, items)
    kind = kind or kind_asked(notice, own, items)
    if kind is None:
        return None
    if kind_of(own) is None and sum(i in scheme_sections(notice) for i in items) > 1:
        return None  # each item is a section about a thing of its own
    titled = [i for i in items if title_of(notice, i)]
    few = 0 < len(titled) <= len(items) / 2
    if _ASKS_PAPERS.search(own) or gives_more(own, notice.title):
        return None
    if kind is GroupKind.ALL and not own.rstrip().endswith(("：", ":")) and are_articles(notice, items):
        return None  # each says by itself of whom and of what it is
    if kind is GroupKind.ALL and len(titled) > 1 and not few:
        return None  # each item is about applicants of its own
    stating = [i for i in items if holds_more(notice, i) or not explains_only(plain_words(notice, i))]
    if kind is GroupKind.ALL and len(stating) > 1 and all(opens_list(notice, i) for i in stating):
        return None  # each item says by itself what its list is for
    if kind is GroupKind.ALL:
        stating = [i for i in stating if not (notice.clauses[i].children and aim_of(notice, i))]
    if kind is not GroupKind.NONE:
        stating = [i for i in stating if not (shuts_out(notice, i) or level_titled(notice, i))]
    if kind_of(own) is GroupKind.ALL and _GENERAL.search(own) and are_cases(notice, stating):
        kind = GroupKind.ANY
    if kind is GroupKind.ALL and not own.rstrip().endswith(("：", ":")):
        stating = [i for i in stating if not stands_alone(re.sub(r"\s", "", plain_words(notice, i)))]
    if not stating:
        return None
    read = [(i, r) for i in stating for r in listed_requirements(notice, i, kind)]
    whole = [r for i, r in read if not notice.clauses[i].children]
    if kind is GroupKind.ALL and not _TOGETHER.search(own) and _each_a_way(whole):
        kind = GroupKind.ANY
    if kind is GroupKind.ALL and few:
        read = [(i, _of_titled(title_of(notice, i), r) if i in titled else r) for i, r in read]
    requirements = tuple(in_list(kind, own, r) for _, r in read)
    if kind is GroupKind.ALL and _are_tiers(requirements):
        kind, requirements = GroupKind.ANY, tuple(_within(r) for r in requirements)
    if not requirements:
        return None
    level, quota = (levels_in(text) or [""])[0], count_of(kind, own)
    named = audience_of(notice, lead)
    if speaks_of_all(notice, lead) or (kind is GroupKind.NONE and is_below_last_titled(notice, lead)):
        named = ("", -1)  # 有下列情形之一的，不予受理, behind them all
    if named[1] < 0 and not level and kind_of(own) is None:
        named = _named_by_heading(notice, lead)
    return Group(kind, lead, level, requirements, *named, quota)


def _are_tiers(requirements: Sequence[Requirement]) -> bool:
    """Whether each item bounds something for a range of its own of one and the same other: 收入低的，5%."""
    given = [tuple(leaves_of(r.given)) if r.given is not None else () for r in requirements]
    ranges = {(x.attribute, x.subject, x.unit) for leaves in given for x in leaves}
    typed = all(a is Attribute.MEASURE for a, _, _ in ranges)
    return len(given) > 1 and all(given) and typed and len(ranges) == 1


def _within(requirement: Requirement) -> Requirement:
    """One of several tiers as a way: to be in its range and within its bound."""
    assert requirement.given is not None
    node = Tree(GroupKind.ALL, (requirement.given, requirement.node))
    return replace(requirement, node=node, given=None)


_BARE_NAME = re.compile(r"[\u4e00-\u9fff（）()]{2,12}[：:]?")
_NO_THING = re.compile(r"条件|要求|对象|范围|情形|标准|资格|规定|其他|说明|[附总]则|共同|年龄|学历|户籍")


def _named_by_heading(notice: Notice, lead: int) -> tuple[str, int]:
    """The bare words above a list that name what it is for: 高级园艺师; ("", -1) where they are none."""
    node, own = notice.clauses[lead], notice.clause_text(lead)
    bare = node.kind is ClauseKind.HEADING and not node.marker and _BARE_NAME.fullmatch(own)
    return (own.rstrip("：:"), lead) if bare and not _NO_THING.search(own) else ("", -1)


_TOGETHER = re.compile(r"同时|全部|所有|各项|均|都")  # of a lead-in: all that it lists is demanded


def _each_a_way(requirements: Sequence[Requirement]) -> bool:
    """Whether the items of a list are whole qualifications, each for all applicants."""
    free = all(r.given is None for r in requirements)
    return free and (are_ways([r.node for r in requirements]) or _exclude_each_other(requirements))


def _exclude_each_other(requirements: Sequence[Requirement]) -> bool:
    """Whether nobody meets all items of a list: registered here by the one, elsewhere by the other."""
    homes = [{x.negated for x in r.leaves if x.attribute is Attribute.RESIDENCE} for r in requirements]
    return {True} in homes and {False} in homes


def _ways_kind(notice: Notice, lead: int, items: Sequence[int]) -> GroupKind | None:
    """Ways, where a lead-in in a section on conditions says nothing and its items are qualifications."""
    own = notice.clause_text(lead)
    if ABOUT_CONDUCT.search(own) or not in_section(notice, items[0]):
        return None
    stating = [
        i
        for i in items
        if (not title_of(notice, i) or ";" in plain_words(notice, i).strip(";"))
        and not explains_only(plain_words(notice, i))
    ]
    if are_kinds(notice, own, stating):
        return GroupKind.ANY
    closed = [i for i in stating if not notice.clauses[i].children]
    whole = len(closed) > 1 and _each_a_way([listed_requirement(notice, i) for i in closed])
    if not whole and _APPLICANTS.search(bare_title(notice, lead)) and not are_cases(notice, stating):
        return GroupKind.ANY if all_kinds(notice, stating) else GroupKind.ALL
    return GroupKind.ANY if whole else None


_APPLICANTS = re.compile(
    r"(?:人员|人才|者|居民|学生|毕业生|新生|考生|职工|教师|军人|家庭|农户|子女|企业|单位|岗位?)$"
)  # 外来务工人员：


# 申请人应出具：, above a list of papers.
_ASKS_PAPERS = re.compile(r"(?:应当?|须|需|请)(?:出具|提交|提供|携带|交验|准备)[^，,。；;]{0,12}[：:]\s*$")
# A heading that says neither that all of what is below it is demanded nor that one will do.
_GENERAL = re.compile(r"^(?!.*(?:同时|全部|所有|均)).{0,20}条件\s*$")


def _of_titled(title: str, requirement: Requirement) -> Requirement:
    """What one of a few titled items among demands on all asks: of those whom its title names."""
    return requirement if requirement.given is not None else replace(requirement, given=read_node(title))


def _lead_text(notice: Notice, lead: int) -> str:
    """A lead-in with the heading above it, which often says what the list is for."""
    above = notice.clauses[lead].parent
    heading = notice.clause_text(above) if above >= 0 else ""
    return f"{heading if len(heading) < 30 else ''} {notice.clause_text(lead)}"
