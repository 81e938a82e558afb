"""Like figures in sentences: parallel parts, lists, and what 分别为 gives to each of several names.

`A区完成收入20亿元，增长3%；B区完成收入15亿元，增长2%` holds two measures of two places; `甲、乙分别为3件、
5件` gives each name its figure; `共40套，其中甲20套、乙20套` lists parts of a whole that is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from corpus import patterns as re
from corpus.alike.figure_parts import (
    LONGEST,
    FigurePart,
    Place,
    aligned,
    bare_label,
    figure_parts,
    split_labels,
)
from corpus.alike.item_figures import in_items
from corpus.alike.like_figures import UNIT, LikeFigure, LikeFigures, in_tables
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.compact import compact
from corpus.values.numerals import number

__all__ = ["in_sentences", "like_figures_of"]

_SENTENCE = re.compile(r"[^。!?]+")
_DELIMITERS = ",;。:(《》!?"
# Labels that say how the figure before changed or what share it is, and name no thing of their own.
_ASIDE = re.compile(r"同比|环比|增长|下降|增加|减少|占|比上|^每(?![家户人名位所])|最|其中|较|高于|低于|余")
_RANGE = re.compile(r"以[上下内]|[至到~-]|不[足到满]")  # goes on from the figure before: 200元以上500元以下
_JOINT = re.compile(r"^[,、和及与)(=+]*(?:[和及与])?$")
_BRACKETS = re.compile(r"\([^()]*\)")
_APIECE = re.compile(
    r"各?分别(?:为|是|达到?|有|计|收|占|补|奖|增长|下降|提高|降低|减少|增加|实现|完成)?"
    rf"(?=-?\d[\d,]*(?:\.\d+)?{UNIT})"
)
_LEADING = 3  # so many characters more than all others have, the first name of a list begins with a lead
_SHORT_NAME = 4  # characters of names that are told apart from what leads up to them by their length
_LEADS_UP = re.compile(r"[中的内为有含由是计设分]$|包括$")  # a list begins behind a word, and not inside one
_HEADS = re.compile(r"(?P<count>\d{1,2}|[两三四五六七八九十])个")


@once_per_notice
def like_figures_of(notice: Notice) -> tuple[LikeFigures, ...]:
    """All like figures of a notice: those of its tables, then those in its text."""
    return tuple(chain(in_tables(notice), in_sentences(notice)))


def in_sentences(notice: Notice) -> Iterator[LikeFigures]:
    """The like figures in the text of a notice, clause by clause, then across the items of each list."""
    places: dict[int, Place] = {}
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ITEM, ClauseKind.PARAGRAPH, ClauseKind.HEADING):
            raw = notice.text[clause.span.start : clause.span.end]
            text = compact(raw, clause.span.start)
            marker = compact(clause.marker).text
            places[index] = Place(index, text, len(marker) if text.text.startswith(marker) else 0)
            yield from _of_clause(places[index])
    yield from in_items(notice, places)


def _of_clause(place: Place) -> Iterator[LikeFigures]:
    heads: list[str] = []
    for sentence in _SENTENCE.finditer(place.text.text, place.begins):
        items = figure_parts(place.text.text, sentence.start(), sentence.end())
        found = list(aligned(items, [place] * len(items)))
        apiece = list(_apiece(place, sentence, items, heads))
        if found:
            heads = [f.name for f in found[0].figures]
        yield from found
        yield from apiece
        if not apiece:
            yield from _listed(place, sentence, items)


# --- lists ------------------------------------------------------------------------------------------


def _listed(place: Place, sentence: re.Match[str], items: Sequence[FigurePart]) -> Iterator[LikeFigures]:
    """Runs of figures of one unit that follow one another: 甲3件、乙5件; what brackets add to each."""
    text = place.text.text
    beside = _alone_in_brackets(text, items)
    run: list[FigurePart] = []
    for item in (*(i for i in items if i not in beside), None):
        if run and (item is None or not _goes_on(text, run[-1], item)):
            yield from _run(place, sentence, items, run)
            yield from _added(place, beside, run)
            run = []
        if item is not None and _names(item):
            run.append(item)


def _alone_in_brackets(text: str, items: Sequence[FigurePart]) -> list[FigurePart]:
    """The figures that stand alone in brackets behind another: 小班每月300元（每日15元）."""
    found = []
    for before, item in pairwise(items):
        opened = text.rfind("(", before.end, item.start)
        closed = text.find(")", item.end)
        inside = opened >= 0 and ")" not in text[opened : item.start] and closed >= 0
        if inside and not any(opened < i.start < closed for i in items if i is not item):
            found.append(item)
    return found


def _added(place: Place, beside: Sequence[FigurePart], run: Sequence[FigurePart]) -> Iterator[LikeFigures]:
    """What the brackets behind the figures of a run hold of one kind, by the names of those."""
    names, _ = split_labels([bare_label(i.label) for i in run])
    found: dict[tuple[str, str], list[LikeFigure]] = {}
    for name, item, last in zip(
        names, run, [*(i.start for i in run[1:]), len(place.text.text)], strict=False
    ):
        for extra in beside:
            if item.end <= extra.start < last:
                found.setdefault((extra.label, extra.unit), []).append(place.figure(extra, name))
    for (label, unit), figures in found.items():
        if len(figures) == len(run) > 1:
            yield LikeFigures(label, unit, tuple(figures), place.clause)


def _names(item: FigurePart) -> bool:
    label = bare_label(item.label)
    return 0 < len(label) <= LONGEST and _ASIDE.search(label) is None and _RANGE.match(label) is None


def _goes_on(text: str, last: FigurePart, item: FigurePart) -> bool:
    bracket = int(text[item.start - 1] == "(")
    between = _BRACKETS.sub("", text[last.end : item.start - len(item.label) - bracket])
    apart = item.unit != last.unit or item.part != last.part or item.label.startswith("其中")
    return not apart and _JOINT.match(between) is not None


def _without_lead(names: Sequence[str]) -> str:
    """The first name without what leads up to the list: 本区户口中男性, 女性."""
    first, longest = names[0], max(map(len, names[1:]))
    leads = len(first) - longest >= _LEADING
    leads = leads and (longest <= _SHORT_NAME or _LEADS_UP.search(first[:-longest]) is not None)
    return first[-longest:] if leads else first


def _run(
    place: Place, sentence: re.Match[str], items: Sequence[FigurePart], run: Sequence[FigurePart]
) -> Iterator[LikeFigures]:
    if len(run) < 2:
        return
    names, measure = split_labels([bare_label(i.label) for i in run])
    if not names:
        return
    names[0] = _without_lead(names)
    text = place.text.text[sentence.start() : run[0].start]
    lead = re.search(r"([^,;:]{2,20}):[^:]*$", text)
    figures = [place.figure(i, n) for i, n in zip(run, names, strict=True)]
    group = LikeFigures(measure or (lead[1] if lead else ""), run[0].unit, tuple(figures), place.clause)
    before = [i for i in items if i.end <= run[0].start and i.unit == run[0].unit]
    whole = before[-1] if before and "其中" in place.text.text[before[-1].end : run[0].start] else None
    after = next((i for i in items if i.start >= run[-1].end and not bare_label(i.label)), None)
    if after is not None and re.search(r"[共总合]", after.label) and after.unit == run[0].unit:
        whole = after  # 甲3名、乙5名，共计8名
    if whole is not None and whole.value >= group.total:
        group = replace(group, wholes=(place.figure(whole, bare_label(whole.label)),))
    yield group


# --- 分别为 ------------------------------------------------------------------------------------------


def _apiece(
    place: Place, sentence: re.Match[str], items: Sequence[FigurePart], heads: Sequence[str]
) -> Iterator[LikeFigures]:
    """What 分别 gives to each of the names before it, or of those that the sentence before went through."""
    last: list[str] = []
    behind = sentence.start()
    for match in _APIECE.finditer(place.text.text, sentence.start(), sentence.end()):
        values = _values(place.text.text, [i for i in items if i.start >= match.end()])
        told = _since_delimiter(place.text.text, behind, match.start())
        behind = match.end()
        names, measure = _shared(told, len(values)) if told else (last, "")
        if not names and (count := _HEADS.search(told)) and number(count["count"]) == len(heads):
            names, measure = list(heads), told[count.end() :]
        if len(names) == len(values) > 1:
            figures = [place.figure(i, n) for i, n in zip(values, names, strict=True)]
            verb = re.sub(r"各?分别|[为是达到有计]", "", match[0])
            yield LikeFigures(measure or verb, values[0].unit, tuple(figures), place.clause)
            last = names


def _since_delimiter(text: str, begin: int, end: int) -> str:
    """The end of a stretch of text, behind its last delimiter; 、 stands between names and is none."""
    return text[max(begin, *(text.rfind(mark, begin, end) + 1 for mark in _DELIMITERS)) : end]


def _values(text: str, items: Sequence[FigurePart]) -> list[FigurePart]:
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
