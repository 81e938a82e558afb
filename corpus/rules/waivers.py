"""Whom a notice frees from some of its conditions, or for whom it relaxes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.bounds import bounds_in
from corpus.conditions.conditions import Attribute, Group, GroupKind, Leaf, Tree, Waiver
from corpus.conditions.enclosed import parts_outside
from corpus.conditions.lead_kinds import FREES_LISTED, kind_of
from corpus.conditions.not_demanded import WAIVES
from corpus.conditions.people import names_people
from corpus.conditions.relaxations import attributes_of, relaxations_in, whom
from corpus.conditions.schemes import scheme_sections
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import Clause, ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.rules.listings import item_places
from corpus.rules.overlay import corrected_waivers
from corpus.rules.row_rules import condition_cells, name_of
from corpus.values.leads import governing_clause
from corpus.values.numerals import number
from corpus.values.periods import fold
from corpus.values.points import points_in

__all__ = ["concerns", "lists_freed", "waivers_of"]

_FREES = re.compile(r"限制|此限|要求|不限")  # one of these stands in all that `WAIVES` finds


@once_per_notice
def waivers_of(notice: Notice) -> tuple[Waiver, ...]:
    """Whom a notice frees from some of its conditions, in reading order."""
    corrected = corrected_waivers(notice)
    return tuple(_waivers(notice)) if corrected is None else corrected


@once_per_notice
def lists_freed(notice: Notice) -> frozenset[int]:
    """The clauses that open a list of whom something does not bind, and the items below them."""
    leads = {i for i in range(len(notice.clauses)) if FREES_LISTED.match(_own_words(notice, i))}
    below = (i for i in range(len(notice.clauses)) if leads and governing_clause(notice, i) in leads)
    return frozenset((*leads, *below))


def _own_words(notice: Notice, index: int) -> str:
    return _plain(notice.clause_text(index).removeprefix(notice.clauses[index].marker))


def _of_list(notice: Notice, index: int) -> Waiver | None:
    """Whom an item of a list frees from what its lead-in names, or all the points that run on behind it."""
    above = governing_clause(notice, index)
    lead = FREES_LISTED.match(_own_words(notice, index if above not in lists_freed(notice) else above))
    assert lead is not None
    listed = _own_words(notice, index) if above in lists_freed(notice) else lead["list"]
    places = item_places(listed) if above not in lists_freed(notice) else [(0, len(listed))]
    kinds = [whom(k) for a, b in places if len(k := listed[a:b].strip("。;")) > 1]
    attributes, stated = _lifted(lead["what"])
    if not kinds or not attributes:
        return None
    who = kinds[0] if len(kinds) == 1 else Tree(GroupKind.ANY, tuple(kinds))
    return Waiver(index, notice.clauses[index].spans[0], who, attributes, stated=stated)


_BOUNDED = frozenset(
    Attribute[a] for a in ("AGE", "WORK", "HELD", "INSURANCE", "MEASURE", "ELAPSED", "GRADUATED")
)


def _lifted(topic: str) -> tuple[frozenset[Attribute], Leaf | None]:
    """What is waived: the matters that are named, or the very bound: “满一年”."""
    named = attributes_of(topic)
    quoted = re.fullmatch(r"[“\"‘「'](?P<bound>[^”\"’」']+)[”\"’」'](?:的)?", topic)
    bound = next((b.leaf for b in bounds_in(quoted["bound"] if quoted else topic)), None)
    return (named, None) if bound is None or (named and not quoted) else (_BOUNDED, bound)


def _waivers(notice: Notice) -> Iterator[Waiver]:
    for index, clause in enumerate(notice.clauses):
        if index in lists_freed(notice):
            if (listed := _of_list(notice, index)) is not None:
                yield listed
            continue
        if clause.kind is ClauseKind.ROW:
            yield from _of_row(clause, index)
            continue
        way = _is_way(notice, index)
        for span in sentences_of(notice, index):
            text = _plain(notice.text[span.start : span.end])
            text = _FREE_BEHIND.sub("", text) if way else text
            yield from _in_sentence(index, span, _REFERRED.sub(lambda m: _words_of(notice, m), text))


# 转出人数不受限制: of how many, and of nobody.
_OF_COUNTS = re.compile(r"(?:人数|名额|次数|数量|比例|时间|金额|额度|期限|场次|规模)(?:均|都|则)?$")


# 应届本科毕业生，工作年限不作要求: an item of a list of ways, which asks no more; it frees from no other way.
_FREE_BEHIND = re.compile(r",[^,;。]{2,8}(?:不限|不作(?:要求|限制)|不要求)$")


def _is_way(notice: Notice, index: int) -> bool:
    lead = governing_clause(notice, index)
    return lead is not None and kind_of(notice.clause_text(lead)) is GroupKind.ANY


# 退役军人不受第3项限制: the bound that an item above states.
_REFERRED = re.compile(
    r"(?<=不受)(?:上述|前述|前款|本条)?第\(?(?P<number>[一二三四五六七八九十\d]{1,2})\)?(?:项|款|点)(?:条件)?(?=的?限制)"
)


def _words_of(notice: Notice, referring: re.Match[str]) -> str:
    """The bound, in quotes, that the item states which is referred to; the reference where there is none."""
    items = _items_numbered(notice, referring["number"])
    bound = next((b for words in items if (b := next(bounds_in(words), None)) is not None), None)
    return f"“{bound.leaf.words[-_LONGEST:]}”" if bound is not None else referring[0]


def _items_numbered(notice: Notice, mark: str) -> Iterator[str]:
    """The words of the items that bear a number, as points in one line or as clauses of their own."""
    count = int(number(mark) or 0)
    for index, clause in enumerate(notice.clauses):
        text = fold(notice.clause_text(index))
        run = points_in(text)
        if run is not None and 0 < count <= len(run.places):
            start, end = run.places[count - 1]
            yield _plain(text[start:end])
        elif re.sub(r"\W", "", fold(clause.marker)) == mark:
            yield _own_words(notice, index)


_LONGEST = 20  # characters of a bound that is named in place of its item


def _in_sentence(index: int, span: Span, text: str) -> Iterator[Waiver]:
    """Whom one sentence frees, or for whom it relaxes something."""
    yield from relaxations_in(index, span, text)
    match = WAIVES.search(text) if _FREES.search(text) else None
    topic = (match["what"] or match["free"] or match["unlimited"] or "") if match else ""
    attributes, stated = _lifted(topic)
    if match is not None and _OF_COUNTS.search(match["who"]):
        return
    if match is not None and (attributes or not (topic or _is_exception(match))):
        who = _freed(text[: match.end("who")].rpartition("。")[2], text[match.end("who") :])
        yield Waiver(
            index, span, whom(match["who"] if match["unlimited"] else who), attributes, stated=stated
        )


_COMMA = re.compile(",")


def _freed(who: str, behind: str) -> str:
    """Whom the words before a waiver name: not what is demanded before, nor what they may do."""
    parts = [p for p in parts_outside(_COMMA, who) if p]
    if len(parts) < 2 or behind.startswith("的"):
        return who
    if parts[-1].startswith("其"):
        return who
    if names_people(parts[-1]) or parts[-1].endswith("负责人"):
        return who if parts[-2].endswith("的") else parts[-1]
    return ",".join(parts[:-1]).removesuffix("的") if parts[-2].endswith("的") else who


def _is_exception(match: re.Match[str]) -> bool:
    """Whether what is not bound is an exception to the rest of its sentence: …的，但已经注销的不在此限."""
    return match["who"].startswith("但") or match.string[: match.start()].endswith("(")


def _of_row(row: Clause, index: int) -> Iterator[Waiver]:
    """Whom the cells of a row free, of those alone who apply for what the row is about."""
    columns = condition_cells(row)
    for cell in columns:
        for part in re.split(r"[;；。\n]", cell.text):
            for waiver in _in_sentence(index, cell.span, _plain(part)):
                yield replace(waiver, confined=waiver.confined or name_of(row, columns))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", fold(text)).strip("。;")


def concerns(notice: Notice, waiver: Waiver, group: Group) -> bool:
    """Whether a waiver speaks of the thing that a group is about: the one that it names, or its section's."""
    section = _section(notice, waiver.clause)
    if section >= 0 and section != _section(notice, group.lead):
        return False
    if not waiver.confined or not (group.level or group.audience):
        return True
    levels = levels_in(waiver.confined)
    if levels and (own := [group.level] if group.level else levels_in(group.audience)):
        return any(level in levels for level in own)
    codes = re.findall(r"\d+", waiver.confined)
    if codes and (own := re.findall(r"\d+", group.audience)):
        return any(code in codes for code in own)
    return waiver.confined in group.audience or group.audience in waiver.confined


def _section(notice: Notice, clause: int) -> int:
    """The heading of the section about a thing of its own that a clause stands in; -1 for none."""
    sections = scheme_sections(notice)
    return next((c for c in (clause, *notice.ancestors(clause)) if c in sections), -1)
