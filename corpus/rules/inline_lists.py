"""The items of a list of conditions, and lists inside one paragraph or item."""

from __future__ import annotations

from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.audiences import audience_of
from corpus.conditions.cases import cases_in
from corpus.conditions.conditions import Group, GroupKind, Requirement, Tree
from corpus.conditions.demanded import requirement_of, stated_of_some
from corpus.conditions.exclusions import excluded, kept_out, voided
from corpus.conditions.formal import tells_procedure
from corpus.conditions.lead_kinds import count_of, kind_of
from corpus.conditions.matters import names_matter, of_matter, of_matter_before, titles_matter
from corpus.conditions.not_demanded import WAIVES
from corpus.conditions.open_beside import with_kind
from corpus.conditions.people import names_people
from corpus.conditions.relaxations import relaxes_only
from corpus.conditions.requirements import exactly, or_of_age
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import ClauseKind, Notice, Span
from corpus.rules.listings import item_places, kinds_listed, listing
from corpus.values.periods import fold
from corpus.values.points import points_in

__all__ = [
    "in_list",
    "inline_list",
    "listed_requirement",
    "listed_requirements",
    "of_kind",
    "plain_words",
    "shut_out_by",
    "voided_by",
]


def in_list(kind: GroupKind, lead: str, requirement: Requirement) -> Requirement:
    """A requirement as its list means it: what keeps out, and of what a bare figure is one.

    研发费用占比达到：（1）收入5000万元以下的，5%以上.
    """
    if kind is GroupKind.NONE:
        return replace(requirement, node=exactly(requirement.node))
    reaching = re.search(
        r"([\u4e00-\u9fff]{2,14}?)(?:须|应)?(?:达到|不低于|不少于)[：:]$"
        r"|(?P<share>[\u4e00-\u9fff]{2,24}?(?:比例|占比|金额|数量))(?:应当?|须)?(?:符合|满足)(?:如下|下列|以下)要求[：:]$",
        fold(lead),
    )
    return (
        replace(
            requirement, node=of_matter(requirement.node, (reaching[1] or reaching["share"]).lstrip("的"))
        )
        if reaching
        else requirement
    )


# What becomes of those whom an item of a list keeps out: 受过刑罚的，终身不得取得.
_OUTCOME = re.compile(
    r"的,(?!但|其中|且|并)(?:终身|一律|均|也|应当?|还?将|[一二两三四五六七八九十\d]+年内)*(?:不得|不予|不能|不再|予以|责令|取消|撤销|延迟|推迟|延期|按[^,;。]{2,12}处理|(?:必?须|应当?)?(?:停报|停止申报|暂停申报|间隔)[^,;。]*|[^,;。]{2,8}(?:后|起)(?!的|未满|不满|不足|尚未|没有))[^;。]*"
)


# A类：正高级职称; B类：副高级职称: what a kind is called, and no condition.
_LABEL = re.compile(r"^(?:[A-Za-z]|第?[一二三四五六七八九十]|[甲乙丙丁])[类档型]\s*:\s*")


def listed_requirement(notice: Notice, index: int, kind: GroupKind = GroupKind.ALL) -> Requirement:
    node = notice.clauses[index]
    span = Span(node.spans[0].start, node.spans[-1].end) if len(node.spans) == 1 else node.spans[0]
    if (run := _run_of_points(notice, index, span, kind)) is not None:
        return run
    plain = plain_words(notice, index)
    if kind is GroupKind.NONE:
        return _keeping_out(index, span, _OUTCOME.sub("的", plain))
    if kind is not GroupKind.ANY:
        return requirement_of(index, span, plain)
    return of_kind(index, span, _LABEL.sub("", plain))


def of_kind(index: int, span: Span, words: str) -> Requirement:
    """What makes somebody one of several kinds of people, or opens one of several ways."""
    own = requirement_of(index, span, words)
    return replace(own, node=with_kind(own.node, re.sub(r"\s", "", words)))


def _keeping_out(index: int, span: Span, words: str) -> Requirement:
    """Whom an item of a list keeps out: whoever is in one of the cases that it names."""
    words = ";".join(p for p in re.split(r"[;。]", words) if p.strip() and not WAIVES.fullmatch(p.strip()))
    whole = requirement_of(index, span, words)
    cases = [c for c in cases_in(words) if not _NO_CASE.fullmatch(c)]
    if len(cases) < 2:
        return whole
    nodes = tuple(requirement_of(index, span, c).node for c in cases)
    return replace(whole, node=Tree(GroupKind.ANY, nodes), given=None)


# …人员。（已延长退休的除外）; …的；因病的除外: of the case before
_NO_CASE = re.compile(r"\([^()]*\)|.+(?:除外|不在此限|不受此限)|但(?:下列|以下).+")


# …；…, and what is asked of those who apply for one thing: 普通话二级乙等，申请语文的，应达到二级甲等.
_OF_AIM = re.compile(r"(?:申请|报考|应聘|申报|参加)[^,;]{2,16}的,")
_ITEM_PARTS = re.compile(rf"[。;]|,(?={_OF_AIM.pattern}(?:应|须|还|不))")


def listed_requirements(notice: Notice, index: int, kind: GroupKind) -> tuple[Requirement, ...]:
    """What an item of a list demands: of all, and then of some alone, as its further sentences say.

    取得教师资格证书。报考小学岗位的，应取得小学教师资格证书；报考中学岗位的，….
    """
    own = listed_requirement(notice, index, kind)
    if kind is GroupKind.NONE and (apart := _shut_out_apart(notice, index, own.span)):
        return apart
    if kind is not GroupKind.ALL:
        return (own,)
    if _run_of_points(notice, index, own.span, kind) is not None:
        return (own,)
    plain = re.sub(r"\s", "", plain_words(notice, index))
    parts = [p for p in _ITEM_PARTS.split(plain) if p]
    parts = [of_matter_before(p, parts[i - 1]) if i else p for i, p in enumerate(parts)]
    demands = [p for p in parts if not (_PERMITS.fullmatch(p) or tells_procedure(p))]
    if demands and len(demands) < len(parts):
        parts, plain = demands, ";".join(demands)
        own = requirement_of(index, own.span, plain)
    if shut := shut_out_by(notice, index):
        stated = (requirement_of(index, own.span, p) for p in parts if not (excluded(p) or titles_matter(p)))
        return tuple(_or_excepted(r, shut) for r in stated)
    plainly = (re.sub(r"^其中[,:]?", "", p) for p in parts)
    read = [
        (stated_of_some if _OF_AIM.match(p) and not relaxes_only(p) else requirement_of)(index, own.span, p)
        for p in plainly
    ]
    some = [r for r in read if r.given is not None]
    if not some or len(parts) < 2:
        return (own,)
    for part, demand in zip(parts, read, strict=True):
        if demand.given is not None:
            plain = re.sub(rf"(?:其中[,:]?)?{re.escape(part)}[;。]?", "", plain, count=1)
    first = [requirement_of(index, own.span, plain.strip("。;"))] if plain.strip("。;") else []
    others = [r.given for r in some if r.given is not None]
    first = [replace(r, node=or_of_age(r.node, others)) for r in first]
    return (*first, *(r for r in some if r.given != own.given or r.node != own.node))


def _or_excepted(demand: Requirement, shut: list[Requirement]) -> Requirement:
    """A demand, made of nobody who is excepted from what is shut out for being otherwise in the same matter:
    车辆登记在本人名下。单位名下车辆不予受理，但本人为法定代表人的除外."""
    said = "".join(x.words for x in demand.leaves)
    found: tuple[str, ...] = ()
    for other in shut:
        out = "".join(x.words for x in other.leaves)
        if sum(out[i : i + 2] in said for i in range(len(out) - 1)) >= _SAME_MATTER:
            found += other.exceptions
    return replace(demand, exceptions=(*demand.exceptions, *found))


_SAME_MATTER = 2  # pairs of characters that a demand and what is shut out beside it share


def _shut_out_apart(notice: Notice, index: int, span: Span) -> tuple[Requirement, ...]:
    """Whom an item keeps out by its name, and whom its further sentences do: 在编人员。现役军人不得报考."""
    parts = [p for p in re.sub(r"\s", "", plain_words(notice, index)).split("。") if p]
    said = [i for i, p in enumerate(parts) if i and excluded(p)]
    if not said:
        return ()
    first = _OUTCOME.sub("的", ";".join(p for i, p in enumerate(parts) if i not in said))
    further = (r for i in said for r in kept_out(index, span, excluded(parts[i]), parts[i]))
    return (_keeping_out(index, span, first), *further)


# 应届生可先报名，入学时补交: what some may do, and no demand.
_PERMITS = re.compile(r"[^,;\d满]{2,16}可(?:以)?(?:先|凭|由|用|自愿|申请|选择|免)[^\d满]*")


def shut_out_by(notice: Notice, index: int) -> list[Requirement]:
    """Whom the sentences of an item of a list of demands keep out: 现役军人不得报考."""
    said = (
        (span, re.sub(r"\s", "", fold(notice.text[span.start : span.end])).replace("**", "").strip("。;"))
        for span in sentences_of(notice, index)
    )
    return [r for span, p in said if (who := excluded(p)) for r in kept_out(index, span, who, p)]


def voided_by(notice: Notice, index: int) -> list[Requirement]:
    """Whom the sentences of an item keep out for what has not come about by a day."""
    words = ((s, re.sub(r"\s", "", fold(notice.text[s.start : s.end]))) for s in sentences_of(notice, index))
    return [r for span, text in words if (r := voided(index, span, text)) is not None]


def _run_of_points(notice: Notice, index: int, span: Span, listed: GroupKind) -> Requirement | None:
    """A clause that is a list in itself, its points run on in one line."""
    text = fold(notice.clause_text(index))
    run = points_in(text)
    if run is None or len(notice.clauses[index].spans) > 1:
        return None
    lead = re.sub(
        r"^(?:[答AaＡ][：:])?[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|^[答AaＡ][：:]",
        "",
        run.lead.strip(),
    )
    words = [re.sub(r"\s", "", text[a:b]).strip("。;；").partition("。")[0] for a, b in run.places]
    people = all(names_people(re.split("[,:;]", w)[0]) for w in words)
    kind = kind_of(lead) if lead else GroupKind.ANY if people or listed is GroupKind.NONE else GroupKind.ALL
    nodes = tuple(requirement_of(index, span, w).node for w in words if w and not names_matter(w))
    return Requirement(index, span, Tree(kind, nodes)) if kind is not None and len(nodes) > 1 else None


def plain_words(notice: Notice, index: int) -> str:
    """The words of a clause, folded, without its mark and without emphasis."""
    words = fold(notice.clause_text(index).removeprefix(notice.clauses[index].marker))
    return words.replace("**", "").replace("^", "").strip()


_COUNTED = re.compile(r"[一二三四五六七八九十]是\s*")  # 一是年满16周岁；二是…
_LISTS_BELOW = re.compile(r"以下|下列")


_SHORT = 30  # characters of a heading that only opens what is below it
# 哪些人不能应征？ above 受过处罚的；被开除公职的。
_ASKS_WHO_NOT = re.compile(
    r"(?:哪些|什么|哪类)(?:人员?|情况|情形|企业|家庭|学生)?.{0,6}不(?:能|可以?|得|予|让)[^，。]{2,12}[？?]?$"
)


_KEPT_OUT = re.compile(r"的$|(?:除外|不在此限|不受此限)$")


def _shut_out_below(notice: Notice, index: int) -> Group | None:
    """What a paragraph lists below a question that asks who is kept out."""
    clause = notice.clauses[index]
    above = notice.clause_text(clause.parent) if clause.parent >= 0 else ""
    asked = _ASKS_WHO_NOT.search(above) or (len(above) <= _SHORT and kind_of(above) is GroupKind.NONE)
    if not asked or clause.kind is not ClauseKind.PARAGRAPH or len(clause.spans) > 1:
        return None
    span = clause.spans[0]
    requirements: list[Requirement] = []
    for item in re.finditer(r"[^；;。\s][^；;。]*", notice.text[span.start : span.end]):
        place = Span(span.start + item.start(), span.start + item.end())
        words = re.sub(r"\s", "", fold(item[0]))
        if excepted := re.fullmatch(r"([^,]{4,40}?)的?除外", words):
            requirements = [replace(r, exceptions=(*r.exceptions, excepted[1])) for r in requirements]
        elif _KEPT_OUT.search(words) or (names_people(words.partition("(")[0]) and not names_matter(words)):
            requirements.append(in_list(GroupKind.NONE, "", _keeping_out(index, place, words)))
    named = audience_of(notice, index)
    return Group(GroupKind.NONE, index, "", tuple(requirements), *named) if requirements else None


_BUT_FOR = re.compile(r"[。；;\s]*(?P<who>[^。；;：:]{4,60}?)的?除外[。\s]*")


def _but_for(notice: Notice, span: Span, requirements: list[Requirement]) -> list[Requirement]:
    """Those whom a list keeps out but for whom the sentence right behind it excepts."""
    last = requirements[-1] if requirements else None
    match = _BUT_FOR.match(notice.text, last.span.end, span.end) if last else None
    if match is None or last is None:
        return requirements
    who = re.sub(r"\s", "", fold(match["who"]))
    found = [replace(r, exceptions=(*r.exceptions, who)) for r in requirements]
    found[-1] = replace(found[-1], span=Span(last.span.start, match.end()))
    return found


def _kind_in_line(listed: re.Match[str]) -> GroupKind | None:
    """What the lead-in of a list in one line makes of it; kinds of people are ways."""
    kind = kind_of(listed["lead"].replace("**", ""))
    return GroupKind.ANY if kind is None and kinds_listed(listed[0]) else kind


def inline_list(notice: Notice, index: int) -> Group | None:
    """A list of conditions inside one paragraph: 下列情形不予受理：甲的；乙的；丙的."""
    span = notice.clauses[index].spans[0]
    match = listing(notice.text[span.start : span.end].rstrip())
    kind = _kind_in_line(match) if match else None
    if match is None or kind is None or len(notice.clauses[index].spans) > 1:
        return _shut_out_below(notice, index)
    if not re.search(r"[；;]", match["items"]) and not _LISTS_BELOW.search(match["lead"]):
        return None
    requirements = []
    for begun, ended in item_places(match["items"]):
        begun += len(counted[0]) if (counted := _COUNTED.match(match["items"], begun, ended)) else 0
        start = span.start + match.start("items") + begun
        printed = match["items"][begun:ended].rstrip("；;。 \u3000")
        place = Span(start, start + len(printed))
        words = re.sub(r"\s", "", fold(printed))
        words = re.sub(r"^(?:要|须|应)", "", words) if counted else words
        if names_matter(words):
            continue
        read = requirement_of(index, place, words)
        if kind is GroupKind.NONE:
            read = _keeping_out(index, place, _OUTCOME.sub("的", words))
        requirements.append(in_list(kind, match["lead"], read))
    quota = count_of(kind, match["lead"])
    if kind is GroupKind.NONE:
        requirements = _but_for(notice, span, requirements)
    return Group(kind, index, "", tuple(requirements), *audience_of(notice, index), quota)
