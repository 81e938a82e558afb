"""The rule compiler: lists, sentences and table rows of conditions to groups of typed requirements.

Chinese notices are formulaic. 具备以下条件之一 opens a disjunction, 同时具备 and 须符合 a conjunction,
有下列情形之一的不得 and 不适用 an exclusion; …除外 is an exception; 满, 以上, 不少于, 以下, 未满 are bounds.
What cannot be typed stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.conditions import Attribute, Group, GroupKind, Requirement, Tree
from corpus.leads import governing_clause, paragraph_above
from corpus.notice import Cell, ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.overlay import corrected_targets
from corpus.periods import fold
from corpus.points import points_in
from corpus.quotas import quota_of
from corpus.requirements import names_matter, of_matter, read_node
from corpus.sentences import demands_in, excluding, requirement_of, stands_alone
from corpus.targets import Target

__all__ = ["compile_groups", "cut_off", "in_section", "levels_in", "targets_of"]

_ANY = re.compile(r"之一|任[一意]一?[条项种]")
_NONE = re.compile(
    r"不(?:得|予|可|能|适用|受理|纳入|在此列|享受|补(?!充)|发|给|参加|参评|办理|安排|接收|换|借|评(?!审)|批)|除外"
)
_ALL = re.compile(
    r"同时|下列条件|以下条件|(?:具备|符合|满足).{0,8}条件|(?:申报|申请|申领|报名|报考|受理|办理|认定|准入|入选|应聘|招聘|参评|参赛|参加)条件"
    r"|要求[：:]|以下(?:两点|要求)|还须(?:满足|符合|具备)|(?:须|应)(?:满足|符合|具备)"
)
_ABOUT_CONDUCT = re.compile(r"行为|取消|违纪|违规|材料|资料|证明|提供|携带|方式|流程|程序|提交|步骤|注意事项")
_CONDITIONS = re.compile(
    r"(?:以下|下列)[一二两三四五六七八九十几各\d][点条]|条件|资格|要求|范围|对象|不适用|情形|情况|哪些"
)
_SECTION = re.compile(
    r"条件|资格(?!证|认定|审|复)|对象|范围|人群|面向|谁(?:可以|能)|哪些|什么人|什么样的|什么要求|满足什么|发给谁|[补奖]给谁|谁能[领报补]|哪些人能|能不能(?:报|申)|还须满足|申请人须|可以(?:申|报|参)|门槛"
)
# A heading that names one matter of which something is demanded: 3 学历, 考试与普通话.
_MATTERS = re.compile(
    r"[\W\d一二三四五六七八九十]*(?:[^，,。]{0,4}[与和及、])?(?:学历|学位|年龄|户籍|专业|资历|工作年限|普通话|身高|视力|健康|信用|纳税|社保)(?:[与和及、][^，,。]{0,4})?(?:要求|情况|水平|等级)?"
)
_LEVEL = re.compile(r"([一二三四五])级/?|(初级工|中级工|高级工|高级技师|技师)")
_LEVEL_NAMES = {"初级工": "五", "中级工": "四", "高级工": "三", "技师": "二", "高级技师": "一"}


@once_per_notice
def compile_groups(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice as corrected: of lists first, then of sentences and table rows."""
    compiled = _compiled(notice)
    if not notice.corrections:
        return compiled
    groups = dict.fromkeys(g for target in targets_of(notice) for g in target.groups)
    order = {group: number for number, group in enumerate(compiled)}
    return tuple(sorted(groups, key=lambda g: order.get(g, len(order))))


@once_per_notice
def targets_of(notice: Notice) -> tuple[Target, ...]:
    """What a notice decides about, each with its conditions as corrected; () where it states none."""
    compiled = _compiled(notice)
    targets = corrected_targets(notice, compiled)
    return targets if any(t.groups for t in targets) else ()


@once_per_notice
def _compiled(notice: Notice) -> tuple[Group, ...]:
    """The conditions of a notice, in reading order: of lists first, then of sentences and table rows."""
    by_lead: dict[int, list[int]] = {}
    for index in range(len(notice.clauses)):
        lead = _lead_of(notice, index)
        if lead >= 0:
            by_lead.setdefault(lead, []).append(index)
    lists = [g for lead, items in sorted(by_lead.items()) if (g := _group(notice, lead, items)) is not None]
    leads = [g for group in lists if (g := _lead_condition(notice, group)) is not None]
    listed = {r.clause for g in lists for r in g.requirements} | {g.lead for g in lists}
    return (*lists, *leads, *_of_sentences(notice, listed), *_of_rows(notice))


def _lead_of(notice: Notice, index: int) -> int:
    """The clause that an item is listed under; -1 where it is none.

    A heading is an item of a list of ways where it opens conditions of its own: 2、同时具备下列条件：.
    """
    clause, own = notice.clauses[index], notice.clause_text(index)
    lead = governing_clause(notice, index)
    if clause.kind is ClauseKind.ITEM:
        return clause.parent if lead is None else lead
    opens = clause.kind is ClauseKind.HEADING and clause.marker and len(clause.children) > 1
    if not opens or levels_in(own) or _kind(own) in (None, GroupKind.NONE):
        return -1
    beside = paragraph_above(notice, index)
    lead = lead if beside is None else beside
    some = (GroupKind.ANY, GroupKind.AT_LEAST)
    return lead if lead is not None and _kind(notice.clause_text(lead)) in some else -1


def _group(notice: Notice, lead: int, items: list[int]) -> Group | None:
    own, text = notice.clause_text(lead), _lead_text(notice, lead)
    kind = _kind(own) or _kind(text)
    if kind is None:
        return None
    titled = [i for i in items if _title(notice, i)]
    if kind is GroupKind.ALL and len(titled) > 1:
        return None  # each item is about applicants of its own
    stating = [i for i in items if not names_matter(_plain(notice, i).strip("。;:"))]
    if kind is GroupKind.ALL and not own.rstrip().endswith(("：", ":")):
        stating = [i for i in stating if not stands_alone(re.sub(r"\s", "", _plain(notice, i)))]
    if not stating:
        return None
    requirements = tuple(_in_list(kind, own, _requirement(notice, i, kind)) for i in stating)
    level, quota = (levels_in(text) or [""])[0], _quota(kind, own)
    return Group(kind, lead, level, requirements, *audience_of(notice, lead), quota)


def _in_list(kind: GroupKind, lead: str, requirement: Requirement) -> Requirement:
    """A requirement as its list means it: what keeps out, and of what a bare figure is one.

    研发费用占比达到：（1）收入5000万元以下的，5%以上.
    """
    if kind is GroupKind.NONE:
        return replace(requirement, node=excluding(requirement.node))
    reaching = re.search(r"([\u4e00-\u9fff]{2,14}?)(?:须|应)?(?:达到|不低于|不少于)[：:]$", fold(lead))
    return replace(requirement, node=of_matter(requirement.node, reaching[1])) if reaching else requirement


def _lead_condition(notice: Notice, group: Group) -> Group | None:
    """What a lead-in itself demands of all below it: 具备理工类大专及以上学历，符合以下条件之一."""
    text = notice.clause_text(group.lead)
    if group.kind is not GroupKind.ANY or not re.search(r"具备|具有|须|应当|未达到|年满", text):
        return None
    requirement = _requirement(notice, group.lead)
    typed = (Attribute.MAJOR, Attribute.EDUCATION, Attribute.AGE, Attribute.RESIDENCE)
    kept = tuple(x for x in requirement.leaves if x.attribute in typed)
    if not kept:
        return None
    node = Tree(GroupKind.ALL, kept)
    return Group(
        GroupKind.ALL,
        group.lead,
        group.level,
        (replace(requirement, node=node),),
        group.audience,
        group.named_by,
    )


def _lead_text(notice: Notice, lead: int) -> str:
    """A lead-in with the heading above it, which often says what the list is for."""
    above = notice.clauses[lead].parent
    heading = notice.clause_text(above) if above >= 0 else ""
    return f"{heading if len(heading) < 30 else ''} {notice.clause_text(lead)}"


_OPENS_ROUTES = re.compile(
    r"(?:人员|人|者|单位|家庭|企业|情形)?(?:之一的?,?)?(?:都|均)?可以?(?:申请|申报|申领|参加|报名|报考|办理|享受|领取)[^。；：:]{0,16}[：:]$"
)


# All of what is listed has to hold, where no 之一 says otherwise: 符合下列全部条件的，可以申请：.
_WHOLE = re.compile(
    r"同时|(?:全部|所有|各项|每一?项)的?(?:\w{0,4})条件|条件的?全部|(?:具备|符合|满足)(?:下列|以下)[^，。；：]{0,4}条件的|应当?(?:同时)?(?:具备|符合|满足)[^，。；：]{0,8}条件"
)
# One of the conditions listed: 满足以下一条条件.
_SINGLE = re.compile(r"(?:下列|以下|上述|其中)(?:任[何意]?)?(?:一|1)[条项个种](?:条件|情形|情况|要求)")


# A heading that shuts out all below it: 不予认定, 不得申请的情形.
_SHUT = re.compile(
    r"[\W\d一二三四五六七八九十]*(?:一律)?不(?:予|得|能|可以?)(?:受理|认定|申请|申报|报名|报考|批准|登记|办理|发放|补贴|享受|参加|参评|推荐)"
    r"(?:的(?:情形|情况|人员|对象))?[：:]?"
)


def _kind(text: str) -> GroupKind | None:
    if _SHUT.fullmatch(text):
        return GroupKind.NONE
    quota = quota_of(fold(text))
    whole = _WHOLE.search(text) and not _ANY.search(text)
    if _OPENS_ROUTES.search(text) and not _NONE.search(text) and not whole and quota < 2:
        return GroupKind.ANY
    if _ABOUT_CONDUCT.search(text) or not (_CONDITIONS.search(text) or _ANY.search(text)):
        return None
    if _NONE.search(re.sub(r"[（(][^（）()]*[)）]", "", text)):
        return GroupKind.NONE
    if quota > 1:
        return GroupKind.AT_LEAST
    if quota == 1 or _ANY.search(text) or _SINGLE.search(text):
        return GroupKind.ANY
    return GroupKind.ALL if whole or _ALL.search(text) else None


def _quota(kind: GroupKind, lead: str) -> int:
    """How many items of a list have to be true for it to be met, or to keep out; 0 for the usual number."""
    counts = kind in (GroupKind.AT_LEAST, GroupKind.NONE)
    return quota if counts and (quota := quota_of(fold(lead))) > 1 else 0


# What becomes of those whom an item of a list keeps out: 受过刑罚的，终身不得取得.
_OUTCOME = re.compile(
    r"的,(?:终身|一律|均|也|应当?|还?将)*(?:不得|不予|不能|不再|予以|责令|取消|撤销|按[^,;。]{2,12}处理|[^,;。]{2,8}(?:后|起)(?!的))[^;。]*"
)


def _requirement(notice: Notice, index: int, kind: GroupKind = GroupKind.ALL) -> Requirement:
    node = notice.clauses[index]
    span = Span(node.spans[0].start, node.spans[-1].end) if len(node.spans) == 1 else node.spans[0]
    if (run := _run_of_points(notice, index, span)) is not None:
        return run
    plain = _plain(notice, index)
    return requirement_of(index, span, _OUTCOME.sub("的", plain) if kind is GroupKind.NONE else plain)


def _run_of_points(notice: Notice, index: int, span: Span) -> Requirement | None:
    """A clause that is a list in itself, its points run on in one line."""
    text = fold(notice.clause_text(index))
    run = points_in(text)
    if run is None or len(notice.clauses[index].spans) > 1:
        return None
    lead = re.sub(r"^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]", "", run.lead.strip())
    kind = _kind(lead) if lead else GroupKind.ALL
    words = [re.sub(r"\s", "", text[a:b]).strip("。;；") for a, b in run.places]
    nodes = tuple(requirement_of(index, span, w).node for w in words if w and not names_matter(w))
    return Requirement(index, span, Tree(kind, nodes)) if kind is not None and len(nodes) > 1 else None


def _plain(notice: Notice, index: int) -> str:
    """The words of a clause, folded, without its mark and without emphasis."""
    words = fold(notice.clause_text(index).removeprefix(notice.clauses[index].marker))
    return words.replace("**", "").replace("^", "").strip()


# --- sentences and rows --------------------------------------------------------------------------------


def _of_sentences(notice: Notice, listed: set[int]) -> Iterator[Group]:
    """What sentences outside the lists demand: a group for each clause, one for ways in beside each other."""
    ways: dict[int, list[Requirement]] = {}
    homes: dict[int, int] = {}  # under which clause what a clause lets in is one of several ways
    for index, clause in enumerate(notice.clauses):
        if index in listed or clause.kind in (ClauseKind.ROW, ClauseKind.TABLE):
            continue
        if inline := _inline_list(notice, index):
            yield inline
            continue
        found: dict[GroupKind, list[Requirement]] = {}
        aside = not in_section(notice, index)
        titled = audience_of(notice, index)[1] not in (-1, index)
        for demand in demands_in(notice, index, in_section(notice, index), titled):
            found.setdefault(demand.kind, []).append(demand.requirement)
            aside = aside and not demand.of_all
        if let_in := found.pop(GroupKind.ANY, []):
            below = clause.kind is ClauseKind.PARAGRAPH and clause.parent in homes
            homes[index] = homes[clause.parent] if below else clause.parent
            ways.setdefault(homes[index], []).extend(let_in)
        for kind, requirements in found.items():
            named = ("", -1) if _binds_all_above(notice, index, requirements) else audience_of(notice, index)
            yield Group(kind, index, "", tuple(requirements), *named, aside=aside)
    for requirements in ways.values():
        if requirements:
            lead = requirements[0].clause
            aside = not in_section(notice, lead)
            named = audience_of(notice, lead)
            if aside and named[1] < 0:
                named = _arrangement(notice, lead)
            yield Group(GroupKind.ANY, lead, "", tuple(requirements), *named, aside=aside)


def _binds_all_above(notice: Notice, index: int, requirements: Sequence[Requirement]) -> bool:
    """Whether a paragraph below the last of several titled items says of whom it speaks: of all of them.

    （一）甲类家庭。… （二）乙类家庭。… 单身人士单独申请的，应年满25周岁。
    """
    clause = notice.clauses[index]
    if (
        clause.kind is not ClauseKind.PARAGRAPH
        or clause.parent < 0
        or any(r.given is None for r in requirements)
    ):
        return False
    above = notice.clauses[clause.parent].parent
    beside = [c for c in (notice.clauses[above].children if above >= 0 else ()) if _title(notice, c)]
    return len(beside) > 1 and beside[-1] == clause.parent


def _arrangement(notice: Notice, index: int) -> tuple[str, int]:
    """The short heading right above a clause that names what it gives: 直接安排; ("", -1) for none."""
    above = notice.clauses[index].parent
    if above < 0 or notice.clauses[above].kind is not ClauseKind.HEADING:
        return "", -1
    name = notice.clause_text(above).removeprefix(notice.clauses[above].marker).strip(" 【】：:")
    return (name, above) if 2 <= len(name) <= 10 and not _ABOUT_CONDUCT.search(name) else ("", -1)


_INLINE = re.compile(
    r"^(?P<lead>[^：:。；]{3,60})[：:](?P<items>[^；]{4,}(?:[；;][^；;]{3,})*)[；;]?$", re.DOTALL
)
_UNCOUNTED = re.compile(r"^[一二三四五六七八九十]是(?:要|须|应)?")  # 一是年满16周岁；二是…
_LISTS_BELOW = re.compile(r"以下|下列")


# 哪些人不能应征？ above 受过处罚的；被开除公职的。
_ASKS_WHO_NOT = re.compile(
    r"(?:哪些|什么|哪类)(?:人员?|情况|情形|企业|家庭|学生)?.{0,6}不(?:能|可以?|得|予|让)[^，。]{2,12}[？?]?$"
)


def _shut_out_below(notice: Notice, index: int) -> Group | None:
    """What a paragraph lists below a question that asks who is kept out."""
    clause = notice.clauses[index]
    asked = clause.parent >= 0 and _ASKS_WHO_NOT.search(notice.clause_text(clause.parent))
    if not asked or clause.kind is not ClauseKind.PARAGRAPH or len(clause.spans) > 1:
        return None
    span, requirements = clause.spans[0], []
    for item in re.finditer(r"[^；;。\s][^；;。]*", notice.text[span.start : span.end]):
        place = Span(span.start + item.start(), span.start + item.end())
        words = re.sub(r"\s", "", fold(item[0]))
        if re.search(r"的$|除外$", words):
            requirements.append(_in_list(GroupKind.NONE, "", requirement_of(index, place, words)))
    named = audience_of(notice, index)
    return Group(GroupKind.NONE, index, "", tuple(requirements), *named) if requirements else None


def _item_places(items: str) -> list[tuple[int, int]]:
    """The places of the items of a list in one line: by their numbers, else by the semicolons between."""
    if (run := points_in(items)) is not None and not run.lead.strip():
        return [(a + len(items[a:b]) - len(items[a:b].lstrip()), b) for a, b in run.places]
    return [m.span() for m in re.finditer(r"[^；;—\s][^；;]*", items.split("。")[0])]


def _inline_list(notice: Notice, index: int) -> Group | None:
    """A list of conditions inside one paragraph: 下列情形不予受理：甲的；乙的；丙的."""
    if below := _shut_out_below(notice, index):
        return below
    span = notice.clauses[index].spans[0]
    match = _INLINE.match(notice.text[span.start : span.end].rstrip())
    kind = _kind(match["lead"]) if match else None
    if match is None or kind is None or len(notice.clauses[index].spans) > 1:
        return None
    if not re.search(r"[；;]", match["items"]) and not _LISTS_BELOW.search(match["lead"]):
        return None
    requirements = []
    for begun, ended in _item_places(match["items"]):
        start = span.start + match.start("items") + begun
        printed = match["items"][begun:ended].rstrip("；;。 \u3000")
        place = Span(start, start + len(printed))
        words = _UNCOUNTED.sub("", re.sub(r"\s", "", fold(printed)))
        if not names_matter(words):
            requirements.append(requirement_of(index, place, words))
    quota = _quota(kind, match["lead"])
    return Group(kind, index, "", tuple(requirements), *audience_of(notice, index), quota)


_ASKED = re.compile(r"^(?:问题?|[Qq])\s*\d*\s*[：:.、]?\s*")


def in_section(notice: Notice, index: int) -> bool:
    """Whether a clause stands in a section on conditions, by the nearest heading that tells."""
    clause = notice.clauses[index]
    own = notice.clause_text(index)
    if clause.kind is ClauseKind.HEADING and not clause.children and len(own) < 20:
        return False
    titled = re.match(r"[^：:。，]{2,8}(?=[：:].{8})", own.removeprefix(clause.marker).strip())
    if titled and _SECTION.search(titled[0]):
        return not _ABOUT_CONDUCT.search(titled[0])
    for above in notice.ancestors(index):
        heading = _ASKED.sub("", notice.clause_text(above))
        heading = re.split(r"[。；：:]", heading, maxsplit=1)[0]
        if _SECTION.search(heading) or _MATTERS.fullmatch(heading):
            return not _ABOUT_CONDUCT.search(heading)
        if len(heading) > 4 and not _title(notice, above):
            return False
    return False


_COLUMN = re.compile(r"学历|学位|年龄|专业|户籍|条件|要求|资格|职称|年限|身高|体重|视力|成绩|绩点|面积")
_KEY = re.compile(
    r"岗位|职位|职业|项目|类别|组别|专业|工种|等级|层级|级别|档次|车型|险种|人群|名称|单位|对象|代码"
)


def _of_rows(notice: Notice) -> Iterator[Group]:
    """Rows that give the conditions of a post, a class or the like in columns of their own.

    Rows of one table for the same thing are ways to it, of which one will do.
    """
    ways: dict[tuple[int, str], list[tuple[int, tuple[Requirement, ...]]]] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind is not ClauseKind.ROW:
            continue
        columns = [c for c in clause.cells if _COLUMN.search(c.column) and not _KEY.match(c.column)]
        requirements = tuple(r for c in columns if (r := _cell_requirement(index, c)) is not None)
        if not any(_KEY.search(c.column) for c in clause.cells) or clause.cells[0] in columns:
            continue
        names = [c.text for c in clause.cells if c not in columns and re.search(r"[\u4e00-\u9fff]", c.text)]
        codes = [c.text for c in clause.cells if re.search(r"代码|编号", c.header)]
        if any(x.attribute is not Attribute.OPEN for r in requirements for x in r.leaves):
            ways.setdefault((clause.parent, " ".join((*codes, *names))), []).append((index, requirements))
    for (_, name), rows in ways.items():
        if len(rows) == 1:
            yield Group(GroupKind.ALL, rows[0][0], "", rows[0][1], name, rows[0][0])
        else:
            whole = tuple(_row_requirement(notice, row, cells) for row, cells in rows)
            yield Group(GroupKind.ANY, rows[0][0], "", whole, name, rows[0][0])


def _row_requirement(notice: Notice, row: int, cells: tuple[Requirement, ...]) -> Requirement:
    """A row that is one way to what its table is about: all its cells together."""
    nodes = tuple(c.node for c in cells)
    return Requirement(
        row, notice.clauses[row].spans[0], nodes[0] if len(nodes) == 1 else Tree(GroupKind.ALL, nodes)
    )


def _cell_requirement(row: int, cell: Cell) -> Requirement | None:
    if re.fullmatch(r"\W*|无|不限.*|不(?:作)?要求|均可", cell.text):
        return None
    topic = re.search(r"学历|学位|年龄|专业|户籍|身高|体重|视力|绩点|成绩|面积|任职|从业|工作", cell.column)
    text = fold(cell.text)
    if topic and topic[0] not in text:
        text = f"{topic[0]}{text}"
    return Requirement(row, cell.span, read_node(text))


# --- for whom ------------------------------------------------------------------------------------------

_TITLE = re.compile(
    r"(?P<title>(?:残疾人|毕业生|学生|新生|考生|居民|职工|军人|儿童|老人|老年人|农民工|教师|子女|企业|家庭|幼儿园|小学|初中|高中|中职|本科|专科|大专|中专|硕士|博士|研究生)(?=[。：:])|[^。；;：:,，]{2,24}(?:人员|人才|职工|居民|家庭|学生|毕业生|新生|考生|者|企业|单位|机构|户|军人|子女|老人|老年人|儿童|残疾人|农民工?|教师|类|级|组"
    r"|岗位?|奖|补贴|津贴|学校|幼儿园|小学|初中|高中|中职|个人|借款人|车辆?|证))[。：:](?=.{4})"
)


def _title(notice: Notice, index: int) -> str:
    """The words before the first stop of a clause that name applicants or a thing applied for."""
    node = notice.clauses[index]
    match = _TITLE.match(notice.clause_text(index).removeprefix(node.marker).strip())
    title = match["title"] if match else ""
    return "" if _NO_TITLE.search(title) else title


_NO_TITLE = re.compile(
    r"不适用|不予|不得|范围|要求|条件|事项|附件|情形|须知|办法|材料|流程|申请人$|申报人员$"
)
_THING = re.compile(r"[的之]?(?:申请|申领|办理|发放|领取|认定|标准|待遇|报名)+$")


def audience_of(notice: Notice, index: int) -> tuple[str, int]:
    """Of whom or of what a clause speaks, and the clause that says so: its title, else a heading's.

    `("", -1)` where it speaks of all.
    """
    for clause in (index, *notice.ancestors(index)):
        if title := _title(notice, clause):
            return title, clause
        node = notice.clauses[clause]
        if clause != index:
            heading = _ASKED.sub("", notice.clause_text(clause).removeprefix(node.marker)).strip(
                " 【】★：:？?呢"
            )
            named = _TITLE.match(_THING.sub("", heading) + "：之下文字")
            if named and len(heading) <= 20 and not _NO_TITLE.search(heading):
                return named["title"], clause
    return "", -1


def levels_in(text: str) -> list[str]:
    """The grades (一 to 五) that `text` speaks of, in order."""
    found = []
    for match in _LEVEL.finditer(text):
        level = match.group(1) or _LEVEL_NAMES[match.group(2)]
        if level not in found:
            found.append(level)
    return found


@once_per_notice
def cut_off(notice: Notice) -> Span | None:
    """Where the notice says up to which day years are counted."""
    match = re.search(
        r"(?:资历|年限|工龄|工作时间)[^。；\n]{0,12}(?:截止|截至|算到|计算到|计算至)[^。；\n]{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
        notice.text,
    )
    return Span(match.start(), match.end()) if match else None
