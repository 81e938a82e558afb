"""Like figures in sentences: parallel parts, lists, and what 分别为 gives to each of several names.

`A区完成收入20亿元，增长3%；B区完成收入15亿元，增长2%` holds two measures of two places; `甲、乙分别为3件、
5件` gives each name its figure; `共40套，其中甲20套、乙20套` lists parts of a whole that is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, pairwise

from corpus.compact import Compact, compact
from corpus.like_figures import UNIT, LikeFigure, LikeFigures, in_tables
from corpus.notice import ClauseKind, Notice
from corpus.numerals import number
from corpus.once import once_per_notice

__all__ = ["in_sentences", "like_figures_of"]

_ITEM = re.compile(rf"(?<![\d.A-Za-z])(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>{UNIT})(?![月\d])")
_DELIMITER = re.compile(r"[,、;。:(《》!?]")
_SENTENCE = re.compile(r"[^。!?]+")
# What leads a label without being part of it.
_LEAD = re.compile(r"^(?:[和及与]|以及|另外?|而|并|其中|分别|共计?|合计|总计|约|近|达到?|超过?|为|是|有|仅)+")
_TAIL = re.compile(r"(?:共计?|合计|分别|各|约|近|达到?|超过?|不超过|最高|为|是|有|仅)+$")
# Labels that say how the figure before changed or what share it is, and name no thing of their own.
_ASIDE = re.compile(r"同比|环比|增长|下降|增加|减少|占|比上|每|最|其中|较|高于|低于|余")
_RANGE = re.compile(r"以[上下内]|[至到~-]|不[足到满]")  # goes on from the figure before: 200元以上500元以下
_JOINT = re.compile(r"^[,、和及与)(]*(?:[和及与])?$")
_APIECE = re.compile(
    r"(?P<names>[^,;:]*?)(?P<verb>(?:各)?分别(?:为|是|达到?|有|计|收|占|补|奖|增长|下降|提高|降低|减少|增加|实现|完成)?)"
    rf"(?=-?\d[\d,]*(?:\.\d+)?{UNIT})"
)
# The last words of names that all have them: 东部地区, 西部地区.
_KIND = re.compile(r"(?:地区|片区|校区|假期|[省市县区片镇乡州类型组级档])(?=..)")
_HEADS = re.compile(r"(?P<count>\d{1,2}|[两三四五六七八九十])个")
_LONGEST = 14  # characters of a label in a list


@dataclass(frozen=True, slots=True)
class _Item:
    """A figure with the words before it; `part` counts the parts between semicolons of one sentence."""

    label: str
    value: Decimal
    text: str
    unit: str
    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause, its text without white space, and where in it the words behind its mark begin."""

    clause: int
    text: Compact
    begins: int = 0

    def figure(self, item: _Item, name: str) -> LikeFigure:
        span = self.text.span(item.start, item.end)
        return LikeFigure((name,), item.value, item.text, self.clause, span, (("", name),))


@once_per_notice
def like_figures_of(notice: Notice) -> tuple[LikeFigures, ...]:
    """All like figures of a notice: those of its tables, then those in its text."""
    return tuple(chain(in_tables(notice), in_sentences(notice)))


def in_sentences(notice: Notice) -> Iterator[LikeFigures]:
    """The like figures in the text of a notice, clause by clause, then across the items of each list."""
    places: dict[int, _Place] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH, ClauseKind.HEADING):
            raw = notice.text[clause.span.start : clause.span.end]
            text = compact(raw, clause.span.start)
            marker = compact(clause.marker).text
            places[index] = _Place(index, text, len(marker) if text.text.startswith(marker) else 0)
            yield from _of_clause(places[index])
    yield from _across_items(notice, places)


def _of_clause(place: _Place) -> Iterator[LikeFigures]:
    heads: list[str] = []
    for sentence in _SENTENCE.finditer(place.text.text, place.begins):
        items = _items(place.text.text, sentence.start(), sentence.end())
        found = list(_aligned(items, [place] * len(items)))
        apiece = list(_apiece(place, sentence, items, heads))
        if found:
            heads = [f.name for f in found[0].figures]
        yield from found
        yield from apiece
        if not apiece:
            yield from _listed(place, sentence, items)


def _items(text: str, start: int, end: int) -> list[_Item]:
    found: list[_Item] = []
    begins, part = start, 0
    for match in _ITEM.finditer(text, start, end):
        part += text.count(";", begins, match.start())
        label = _DELIMITER.split(text[begins : match.start()].removesuffix("("))[-1]
        value = Decimal(match["number"].replace(",", ""))
        item = _Item(label, value, match["number"], match["unit"], match.start(), match.end("unit"), part)
        if not _is_calendar(text, match):
            found.append(item)
        begins = match.end()
    return found


def _is_calendar(text: str, match: re.Match[str]) -> bool:
    """Whether a figure is part of a day or names a year."""
    unit, before = match["unit"], text[max(0, match.start() - 1) : match.start()]
    return (unit in ("日", "年") and (before == "月" or len(match["number"]) >= 3)) or before == "第"


def _clean(label: str) -> str:
    return _TAIL.sub("", _LEAD.sub("", label))


# --- parts between semicolons, items of a list -----------------------------------------------------


def _aligned(items: Sequence[_Item], places: Sequence[_Place]) -> Iterator[LikeFigures]:
    """The measures that the parts share, each part named by what its first figure has before the measure."""
    parts: dict[int, list[tuple[_Item, _Place]]] = {}
    for item, place in zip(items, places, strict=True):
        parts.setdefault(item.part, []).append((item, place))
    first = [p[0] for p in parts.values()]
    named = [(i, p) for i, p in first if _clean(i.label) and i.unit == first[0][0].unit]
    if len(named) < 2 or len(named) < len(parts) - 1:
        return
    names, measure = _split([_clean(i.label) for i, _ in named])
    if not names:
        return
    figures = [p.figure(i, n) for (i, p), n in zip(named, names, strict=True)]
    parted = next((k for k, (i, _) in enumerate(named) if i.label.startswith("其中")), 0)
    group = LikeFigures(measure, named[0][0].unit, tuple(figures[parted:]), named[0][1].clause)
    if len(group.figures) > 1:
        yield replace(group, wholes=tuple(figures[:parted]))
    name_of = {i.part: n for (i, _), n in zip(named, names, strict=True)}
    further: dict[tuple[str, str], dict[int, LikeFigure]] = {}
    for part, row in parts.items():
        for item, place in row[1:] if part in name_of else ():
            further.setdefault((_clean(item.label), item.unit), {}).setdefault(
                part, place.figure(item, name_of[part])
            )
    for (label, unit), found in further.items():
        if label and len(found) > 1:
            yield LikeFigures(label, unit, tuple(found.values()), named[0][1].clause)


def _split(labels: Sequence[str]) -> tuple[list[str], str]:
    """What the labels name each, and the measure that they share at their ends; nothing where they do not
    stand for things of one kind."""
    suffix = labels[0]
    for label in labels[1:]:
        while not label.endswith(suffix):
            suffix = suffix[1:]
    if len(set(labels)) < len(labels) or (len(suffix) < 2 and max(map(len, labels)) > _LONGEST):
        return [], ""
    kind = _KIND.match(suffix)
    suffix = suffix[kind.end() :] if kind else suffix
    names = [label.removesuffix(suffix) for label in labels]
    if len(suffix) < 2 or not all(len(n) >= 2 for n in names):
        return list(labels), suffix if len(suffix) >= 2 else ""
    return names, suffix


# --- lists ------------------------------------------------------------------------------------------


def _listed(place: _Place, sentence: re.Match[str], items: Sequence[_Item]) -> Iterator[LikeFigures]:
    """Runs of figures of one unit that follow one another: 甲3件、乙5件."""
    run: list[_Item] = []
    for item in (*items, None):
        if run and (item is None or not _goes_on(place.text.text, run[-1], item)):
            yield from _run(place, sentence, items, run)
            run = []
        if item is not None and _names(item):
            run.append(item)
    return


def _names(item: _Item) -> bool:
    label = _clean(item.label)
    return 0 < len(label) <= _LONGEST and _ASIDE.search(label) is None and _RANGE.match(label) is None


def _goes_on(text: str, last: _Item, item: _Item) -> bool:
    bracket = int(text[item.start - 1] == "(")
    between = text[last.end : item.start - len(item.label) - bracket]
    apart = item.unit != last.unit or item.part != last.part or item.label.startswith("其中")
    return not apart and _JOINT.match(between) is not None


def _run(
    place: _Place, sentence: re.Match[str], items: Sequence[_Item], run: Sequence[_Item]
) -> Iterator[LikeFigures]:
    if len(run) < 2:
        return
    names, measure = _split([_clean(i.label) for i in run])
    if not names:
        return
    text = place.text.text[sentence.start() : run[0].start]
    lead = re.search(r"([^,;:]{2,20}):[^:]*$", text)
    figures = [place.figure(i, n) for i, n in zip(run, names, strict=True)]
    group = LikeFigures(measure or (lead[1] if lead else ""), run[0].unit, tuple(figures), place.clause)
    before = [i for i in items if i.end <= run[0].start and i.unit == run[0].unit]
    whole = before[-1] if before and "其中" in place.text.text[before[-1].end : run[0].start] else None
    if whole is not None and whole.value >= group.total:
        group = replace(group, wholes=(place.figure(whole, _clean(whole.label)),))
    yield group


# --- 分别为 ------------------------------------------------------------------------------------------


def _apiece(
    place: _Place, sentence: re.Match[str], items: Sequence[_Item], heads: Sequence[str]
) -> Iterator[LikeFigures]:
    """What 分别 gives to each of the names before it, or of those that the sentence before went through."""
    last: list[str] = []
    for match in _APIECE.finditer(place.text.text, sentence.start(), sentence.end()):
        values = _values(place.text.text, [i for i in items if i.start >= match.end()])
        told = _DELIMITER.split(match["names"].replace("、", "\0"))[-1].replace("\0", "、")
        names, measure = _shared(told, len(values)) if told else (last, "")
        if not names and (count := _HEADS.search(told)) and number(count["count"]) == len(heads):
            names, measure = list(heads), told[count.end() :]
        if len(names) == len(values) > 1:
            figures = [place.figure(i, n) for i, n in zip(values, names, strict=True)]
            verb = re.sub(r"各?分别|[为是达到有计]", "", match["verb"])
            yield LikeFigures(measure or verb, values[0].unit, tuple(figures), place.clause)
            last = names


def _values(text: str, items: Sequence[_Item]) -> list[_Item]:
    """The figures of one unit that follow one another with nothing but a sign between."""
    found = list(items[:1])
    for before, item in pairwise(items):
        if item.unit != found[0].unit or not re.fullmatch(r"[,、和及与]", text[before.end : item.start]):
            break
        found.append(item)
    return found


def _shared(told: str, count: int) -> tuple[list[str], str]:
    """`甲、乙、丙收入`: the names, and the measure behind the last; nothing where they are not as many."""
    names = [n for n in re.split(r"[、和及与]|以及", told) if n]
    if len(names) != count or count < 2:
        return [], ""
    *others, last = names
    if re.search(r"[省市县区州乡镇]", last) and all(re.search(r"[省市县区州乡镇]$", n) for n in others):
        end = re.search(r"^.{1,8}?[省市县区州乡镇]", last)
        length = end.end() if end else len(last)
    else:
        length = max(len(n) for n in others)
    return [*others, last[:length]], last[length:].removeprefix("的")


# --- items of a list ----------------------------------------------------------------------------------


def _across_items(notice: Notice, places: dict[int, _Place]) -> Iterator[LikeFigures]:
    """The like figures of the items below one head, each item a part."""
    below: dict[int, list[_Place]] = {}
    for index, place in places.items():
        if notice.clauses[index].kind is ClauseKind.ITEM:
            below.setdefault(notice.clauses[index].parent, []).append(place)
    for siblings in below.values():
        items: list[_Item] = []
        owners: list[_Place] = []
        for part, place in enumerate(siblings):
            read = _items(place.text.text, place.begins, len(place.text.text))
            own = [replace(i, part=part) for i in read]
            items += own
            owners += [place] * len(own)
        if len({i.part for i in items}) > 1:
            yield from _aligned(items, owners)
