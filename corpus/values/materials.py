"""The documents that a notice asks for, each with its exact place.

They are read from lists below a lead-in that asks for them (申请材料, 须提交以下材料：) and from
enumerations inside a sentence (携带身份证、户口簿的原件及复印件). What does not end in the name of a document
is no material.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import patterns as re
from corpus.notice import Clause, ClauseKind, Notice, Span
from corpus.values.compact import Compact, compact
from corpus.values.document_names import (
    Part,
    is_document,
    is_general,
    joined_places,
    read_condition,
    read_count,
    read_forms,
    split_pair,
    stripped_name,
)
from corpus.values.material_groups import listings

__all__ = ["Material", "materials_in", "materials_of"]


@dataclass(frozen=True, slots=True)
class Material:
    """A document to hand in or to bring.

    `forms` are 原件, 复印件 and the like as printed; `count` is how many of `unit`, None where not said.
    `condition` says of whom it is asked (…的), `""` where of all. `one_of` is the clause of the lead-in that
    asks for one document of its list only, None where all are asked for. `span` holds the name with what
    stands beside it; `clause` indexes `Notice.clauses`.
    """

    name: str
    forms: tuple[str, ...]
    count: int | None
    unit: str
    condition: str
    one_of: int | None
    clause: int
    span: Span


_NOUN = r"(?:材料|资料|证件|证明|文件)"
_VERB = (
    r"(?:提供|提交|递交|出具|出示|携带|交验|备齐|上传|报送|上交|附上|填写|填报|撰写|凭(?!证|据|借)|[须需应]交(?![由给费付纳])"
    r"|(?<![支坚保维主所住])持(?![有续股]))"
)
_HEADING = re.compile(
    rf"[^,。;:]{{0,18}}(?:{_NOUN}(?:和资料|及证件|及要求)?|材料(?:清单|目录|要求|准备|名称)"
    r"|[需要][^,。;:]{0,2}[带交](?:的(?:东西|证件|材料))|(?:带|交|提交|准备|携带)(?:什么|哪些|啥)(?:东西|证件|材料|资料)?)(?:\([^)]*\))?[:?]?"
)
_NO_HEADING = re.compile(r"受理|审核|审查|装订|报送|寄送|退回|下载|虚假|评审|公示|依据|政策|修改|接收|办理")
_LEAD = re.compile(
    rf"(?:{_VERB}[^。;]{{0,24}}{_NOUN}[^。;:]{{0,22}}|[须需应]当?{_VERB}|{_NOUN}(?:如下|包括|有|为)|(?:如下|以下|下列){_NOUN})"
    r"(?:之一)?(?:\([^)]*\))?:$"
)
_INLINE = re.compile(
    rf"(?:(?:如下|以下|下列|所需|{_VERB})[^。;:,]{{0,12}}{_NOUN}|{_NOUN}(?:包括|有|为))[^。;:,]{{0,8}}:"
    rf"|{_VERB}:(?=\(?[一1][)、.])"  # 应当提交：（一）备案表；（二）…
)
_SENTENCE = re.compile(
    rf"(?:{_VERB}|将(?=[^。;]{{2,80}}(?:报送|提交|寄送|发送|发至|发到|上传|寄至|交至|邮寄)))(?!虚假|的|者|后|前|和|,)"
)
_END = re.compile(
    r"[。;:]|,(?!以及|及|和|或)|至|到|前往|办理|领取|申领|登录|进行|签[名字]|盖章|并在|方可|即可|通过|用于|报送|提交|寄送|发送|发至|上传|后(?!的)"
)
_FORBIDDEN = re.compile(r"虚假|伪造|变造|冒名|抄袭|不得携带|严禁|违纪|违规|取消|作弊|隐瞒")
_CONDITION = re.compile(rf"(?P<who>[^,。;:]{{2,40}}?的),?(?=(?:还|另|应|须|需|可|当){{0,3}}{_VERB})")
_LEAD_CONDITION = re.compile(r"(?P<who>[^,。;:、]{2,30}?[的者]),")
_WEAK = re.compile(
    r"(?:承诺|资质|资格|标准|办法|制度|信息|数据|登记|手续|记录|意见|计划|规划|方案|许可|决定|情况|关系|指标|条例|规程|细则|号码|编号|代码"
    r"|账户|帐户|标志|标识|车辆|备案|委托|授权|公告|公示|通知|介绍|作品|依据|令|图|视频|成绩)”?$"
)
_COLUMN = re.compile(r"材料|证件|资料|文件")


def materials_of(notice: Notice) -> tuple[Material, ...]:
    """The documents that a notice asks for, in reading order."""
    found: dict[Span, Material] = {}
    for index in _leads(notice):
        for material in _below(notice, index, "", None):
            found.setdefault(material.span, material)
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH):
            for material in _in_sentences(notice, index):
                if not any(s.start < material.span.end and material.span.start < s.end for s in found):
                    found[material.span] = material
    return tuple(found[s] for s in sorted(found))


def materials_in(text: str, clause: int = 0, start: int = 0) -> Iterator[Material]:
    """The documents that `text`, an item of a list of materials, names; `start` is added to offsets."""
    own = compact(text, start)
    stop = re.search(r"。|$", own.text)
    end = stop.start() if stop else len(own.text)
    who = _LEAD_CONDITION.match(own.text)
    begin = who.end() if who else 0
    head = re.compile(r"[^:。]{1,20}:(?=.)").match(own.text, begin)
    if head and not is_document(head[0][:-1]):
        begin = head.end()
    yield from _listed(own, begin, end, clause, who["who"] if who else "")


# --- lists below a lead-in ---------------------------------------------------------------------------


def _leads(notice: Notice) -> Iterator[int]:
    for index in range(len(notice.clauses)):
        if _asks(_plain(notice, index)) and not _FORBIDDEN.search(notice.clause_text(index)):
            yield index


def _asks(text: str) -> bool:
    """Whether a list of documents is to follow."""
    if _LEAD.search(text):
        return True
    if text.startswith("问:"):
        text = text.rsplit(",", 1)[-1]
    return len(text) <= 24 and _HEADING.fullmatch(text) is not None and not _NO_HEADING.search(text)


def _below(notice: Notice, lead: int, condition: str, one_of: int | None) -> Iterator[Material]:
    """What the list below a lead-in asks for; an item that is a lead-in itself hands on its condition."""
    text = _plain(notice, lead)
    who = _LEAD_CONDITION.match(text)
    condition = who["who"] if who else condition
    one_of = lead if re.search(r"之一|任一|其中一", text) else one_of
    for index in _list_of(notice, lead):
        if _asks(_plain(notice, index)):
            yield from _below(notice, index, condition, one_of)
            continue
        for material in _of_entry(notice, index):
            yield replace(material, condition=material.condition or condition, one_of=one_of)


def _of_entry(notice: Notice, index: int) -> Iterator[Material]:
    """What one entry below a lead-in asks for: a row, an item, or an item or paragraph of running words."""
    clause = notice.clauses[index]
    if clause.kind is ClauseKind.ROW:
        yield from _row_materials(notice, index)
    elif clause.kind is ClauseKind.PARAGRAPH or _RUNS_ON.search(notice.clause_text(index)):
        for start, end in _own_text(notice, index):
            own = compact(notice.text[start:end], start)
            yield from _in_running_words(own, 0, len(own.text), index, in_section=True)
    else:
        yield from _item_materials(notice, index)


_RUNS_ON = re.compile(r"[。；;].|另[交带附]|再[带加交]|加带")


def _in_running_words(
    own: Compact, start: int, end: int, clause: int, in_section: bool
) -> Iterator[Material]:
    """What running words ask for, each with the persons that it is asked of."""
    for listing in listings(own.text, start, end, in_section):
        for material in _listed(own, listing.start, listing.end, clause, listing.who):
            if not is_general(material.name):
                yield material


def _list_of(notice: Notice, lead: int) -> Iterator[int]:
    """The items and rows that complete a lead-in: its children, or the items right below a paragraph."""
    clause = notice.clauses[lead]
    below: tuple[int, ...] = clause.children
    if not below and clause.kind is not ClauseKind.HEADING and clause.parent >= 0:
        siblings = notice.clauses[clause.parent].children
        below = _run(notice, siblings[siblings.index(lead) + 1 :], clause)
    for index in below:
        kind = notice.clauses[index].kind
        if kind is ClauseKind.TABLE:
            yield from notice.clauses[index].children
        elif kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH) or _asks(_plain(notice, index)):
            yield index


def _run(notice: Notice, following: tuple[int, ...], lead: Clause) -> tuple[int, ...]:
    """The items that follow at once and are marked otherwise than the lead-in itself."""
    run: list[int] = []
    for index in following:
        clause = notice.clauses[index]
        like_lead = lead.marker and _style(clause.marker) == _style(lead.marker)
        if clause.kind not in (ClauseKind.ITEM, ClauseKind.TABLE) or like_lead:
            break
        run.append(index)
    return tuple(run)


def _style(marker: str) -> str:
    return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", marker))


def _item_materials(notice: Notice, index: int) -> Iterator[Material]:
    for start, end in _own_text(notice, index):
        yield from materials_in(notice.text[start:end], index, start)


def _own_text(notice: Notice, index: int) -> Iterator[tuple[int, int]]:
    """The places of a clause's text without its mark."""
    clause = notice.clauses[index]
    for number, span in enumerate(clause.spans):
        yield span.start + (len(clause.marker) if number == 0 else 0), span.end


def _row_materials(notice: Notice, index: int) -> Iterator[Material]:
    cells = notice.clauses[index].cells
    named = next((c for c in cells if _COLUMN.search(c.header) and not c.inherited), None)
    if named is None:
        return
    counted = next((read_count(c.text + "份") for c in cells if re.search("份数|数量", c.header)), None)
    beside = "".join(c.text for c in cells if re.search("形式|类型|要求|份数|数量", c.header))
    stored = notice.text[named.span.start : named.span.end]
    for material in materials_in(stored, index, named.span.start):
        count = (material.count, material.unit) if material.count else counted or (None, "")
        forms = material.forms or read_forms(beside)
        yield replace(material, forms=forms, count=count[0], unit=count[1])


# --- enumerations inside a sentence ------------------------------------------------------------------


# A clause that names its list itself: 材料：身份证；户口簿。
_OPENS_ITSELF = re.compile(rf"[^,。;:]{{0,10}}{_NOUN}(?:清单|目录)?(?:\([^()]{{0,20}}\))?:(?=.)")


def _in_sentences(notice: Notice, index: int) -> Iterator[Material]:
    for start, end in _own_text(notice, index):
        own = compact(notice.text[start:end], start)
        opened = _OPENS_ITSELF.match(own.text)
        if opened and not any(p.search(opened[0]) for p in (_NO_HEADING, _FORBIDDEN, _INLINE)):
            yield from _in_running_words(own, opened.end(), len(own.text), index, in_section=True)
            continue
        for sentence in re.finditer(r"[^。]+", own.text):
            if not _FORBIDDEN.search(sentence[0]):
                yield from _sentence_materials(own, *sentence.span(), index)


def _sentence_materials(own: Compact, start: int, end: int, clause: int) -> Iterator[Material]:
    inline = _INLINE.search(own.text, start, end)
    if inline:
        yield from _listed(own, inline.end(), end, clause, "")
        return
    grouped = list(_in_running_words(own, start, end, clause, in_section=False))
    if grouped:
        yield from grouped
        return
    position = start
    while verb := _SENTENCE.search(own.text, position, end):
        stop = _END.search(own.text, verb.end(), end)
        position = stop.start() if stop else end
        who = [m["who"] for m in _CONDITION.finditer(own.text, start, verb.end())]
        for material in _listed(own, verb.end(), position, clause, who[-1] if who else ""):
            if not is_general(material.name) and not _WEAK.search(material.name):
                yield material
        position = max(position, verb.end())


def _listed(own: Compact, start: int, end: int, clause: int, condition: str) -> Iterator[Material]:
    """The documents of an enumeration; forms and counts that end it with 的, 等 or 各 hold for all."""
    who = _CONDITION.match(own.text, start, end)
    if who:
        condition, start = who["who"], who.end()
    parts: list[Part] = []
    for place in joined_places(own.text, start, end):
        if parts and (forms := read_forms(own.text[slice(*place)], alone=True)):
            parts[-1] = replace(parts[-1], end=place[1], forms=(*parts[-1].forms, *forms))
        else:
            parts.extend(split_pair(own.text, *place))
    documents = [p for p in parts if is_document(p.name)]
    last = documents[-1] if documents else None
    for part in documents:
        shared = last if last is not None and last.shared else part
        count = part.count or (shared.count if shared.each else None)
        yield Material(
            _as_printed(own, part),
            part.forms or shared.forms,
            count[0] if count else None,
            count[1] if count else "",
            condition or read_condition(own.text[part.start : part.end]),
            None,
            clause,
            own.span(part.start, part.end),
        )


def _as_printed(own: Compact, part: Part) -> str:
    name = stripped_name(part.name)
    at = own.text.find(name, part.start, part.end)
    return own.printed[at : at + len(name)] if at >= 0 else name


def _plain(notice: Notice, index: int) -> str:
    """A clause's text without its mark, compact."""
    text = compact(notice.clause_text(index)).text
    return text.removeprefix(compact(notice.clauses[index].marker).text).strip("#*【】^")
