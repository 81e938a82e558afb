"""Figures of a sentence with the words before them, and what the words before several of them share.

Ground that reading parallel parts of sentences (`corpus.alike.parallel_figures`) and the points of lists
(`corpus.alike.item_figures`) have in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus import patterns as re
from corpus.alike.like_figures import UNIT, LikeFigure, LikeFigures
from corpus.values.compact import Compact

__all__ = ["LONGEST", "FigurePart", "Place", "aligned", "bare_label", "figure_parts", "split_labels"]

_ITEM = re.compile(rf"(?<![\d.A-Za-z])(?<!\d,)(?P<number>-?\d[\d,]*+(?:\.\d+)?)(?P<unit>{UNIT})(?![月\d])")
_DELIMITER = re.compile(r"[,、;。:(《》!?=+]")
# What leads a label without being part of it.
_LEAD = re.compile(
    r"^(?:[和及与]|以及|另外?|而|并|其中|分别|共计?|合计|总计|约|近|达到?|超过?|为|是|有|仅|.*(?:按照|依照|给予)(?=..))+"
)
_TAIL = re.compile(
    r"(?:共计?|合计|分别|各|约|近|达到?|超过?|不超过|不得|最[高多少]|[至不][多少高低]于?|为|是|有|仅|×)++$"
)
# The last words of names that all have them: 东部地区, 西部地区.
_KIND = re.compile(r"(?:地区|片区|校区|假期|产业|季度|批次|[省市县区片镇乡州类型组级档])(?=..)")
# 由25%降为15%: what a figure was before says of the one that it became.
_WAS = re.compile(r"[由从][^,;。]{0,8}$")
_BECAME = re.compile(r"[降升提涨增减调改扩延缩变下上][\u4e00-\u9fff]{0,2}?[为到至](?=\d)")
# 甲、乙每月3元: one figure for several names, the last of which stands before it.
_BESIDE = re.compile(r"(?:^|[,;:)])(?P<names>(?:[\u4e00-\u9fff]{2,8}、)+)$")
LONGEST = 14  # characters of a label in a list


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure with the words before it; `part` counts the parts between semicolons of one sentence."""

    label: str
    value: Decimal
    text: str
    unit: str
    start: int
    end: int
    part: int


@dataclass(frozen=True, slots=True)
class Place:
    """A clause, its text without white space, and where in it the words behind its mark begin."""

    clause: int
    text: Compact
    begins: int = 0

    def figure(self, item: FigurePart, name: str) -> LikeFigure:
        span = self.text.span(item.start, item.end)
        at = self.text.text.rfind(item.label, self.begins, item.start) if item.label else item.start
        beside = _BESIDE.search(self.text.text[self.begins : at]) if name else None
        at = self.begins + beside.start("names") if beside else at
        keys = (("", name), *(("", n) for n in (beside["names"].split("、") if beside else ()) if n))
        said = self.text.printed[at : item.start]
        return LikeFigure((name,), item.value, item.text, self.clause, span, keys, said=said)


def figure_parts(text: str, start: int, end: int) -> list[FigurePart]:
    """The figures of `text[start:end]` that are no part of a day, with the words right before each; of one
    that was changed only what it became."""
    found: list[FigurePart] = []
    begins, part = start, 0
    for match in _ITEM.finditer(text, start, end):
        if _BECAME.match(text, match.end()) and _WAS.search(text[begins : match.start()]):
            continue
        part += text.count(";", begins, match.start())
        label = _DELIMITER.split(text[begins : match.start()].removesuffix("("))[-1]
        value = Decimal(match["number"].replace(",", ""))
        item = FigurePart(
            label, value, match["number"], match["unit"], match.start(), match.end("unit"), part
        )
        if not _is_calendar(text, match):
            found.append(item)
        begins = match.end()
    return found


def _is_calendar(text: str, match: re.Match[str]) -> bool:
    """Whether a figure is part of a day or names a year."""
    unit, before = match["unit"], text[max(0, match.start() - 1) : match.start()]
    return (unit in ("日", "年") and (before == "月" or len(match["number"]) >= 3)) or before == "第"


def bare_label(label: str) -> str:
    """The words before a figure without those that only lead to it: 其中, 不超过."""
    return _TAIL.sub("", _LEAD.sub("", label))


def aligned(items: Sequence[FigurePart], places: Sequence[Place]) -> Iterator[LikeFigures]:
    """The measures that the parts share, each part named by what its first figure has before the measure."""
    parts: dict[int, list[tuple[FigurePart, Place]]] = {}
    for item, place in zip(items, places, strict=True):
        parts.setdefault(item.part, []).append((item, place))
    first = [p[0] for p in parts.values()]
    named = [(i, p) for i, p in first if bare_label(i.label) and i.unit == first[0][0].unit]
    if len(named) < 2 or len(named) < len(parts) - 1:
        return
    names, measure = split_labels([bare_label(i.label) for i, _ in named])
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
            further.setdefault((bare_label(item.label), item.unit), {}).setdefault(
                part, place.figure(item, name_of[part])
            )
    for (label, unit), found in further.items():
        if label and len(found) > 1:
            yield LikeFigures(
                label, unit, tuple(found.values()), named[0][1].clause, counts=_counts(group, found)
            )


def _counts(group: LikeFigures, further: Mapping[int, LikeFigure]) -> tuple[LikeFigure, ...]:
    """The figures of a group, where they count who gets each of the amounts that follow them."""
    whole = any(re.search(r"[共总]", f.said) for f in further.values())
    if whole or group.unit not in ("名", "人", "个", "项", "件", "组") or len(group.figures) != len(further):
        return ()
    return group.figures


def split_labels(labels: Sequence[str]) -> tuple[list[str], str]:
    """What the labels name each, and the measure that they share at their ends; nothing where they do not
    stand for things of one kind."""
    suffix = labels[0]
    for label in labels[1:]:
        while not label.endswith(suffix):
            suffix = suffix[1:]
    if len(set(labels)) < len(labels) or (len(suffix) < 2 and max(map(len, labels)) > LONGEST):
        return [], ""
    kind = _KIND.match(suffix)
    suffix = suffix[kind.end() :] if kind else suffix
    while len(suffix) >= 2 and not all(len(x) - len(suffix) >= 2 for x in labels):
        suffix = suffix[1:]  # 公办小学, 民办小学: 公办 and 民办 of 小学
    if len(suffix) < 2:
        return list(labels), ""
    return [label.removesuffix(suffix) for label in labels], suffix
