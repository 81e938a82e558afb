"""Whom a notice frees from some of its conditions, or for whom it relaxes them."""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.conditions import Group, Waiver
from corpus.conditions.relaxations import attributes_of, relaxations_in, whom
from corpus.conditions.schemes import scheme_sections
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.overlay import corrected_waivers
from corpus.values.periods import fold

__all__ = ["WAIVES", "concerns", "waivers_of"]

WAIVES = re.compile(
    r"(?P<who>[^,()]{2,60}?)(?:的|者|人员)?[,]?(?:可以?)?(?:不受(?P<what>[^,]{0,24}?)(?:的)?限制|不受此限|不在此限|(?:对)?(?P<free>[^,]{1,16}?)(?:没有(?:另外|其他)?要求|不作要求|不限(?!年龄|学历|专业|户籍|职称))"
    r"|不限(?P<unlimited>年龄|学历|专业|户籍|职称)(?=$|[,;]))"
)
_FREES = re.compile(r"限制|此限|要求|不限")  # one of these stands in all that `WAIVES` finds


@once_per_notice
def waivers_of(notice: Notice) -> tuple[Waiver, ...]:
    """Whom a notice frees from some of its conditions, in reading order."""
    corrected = corrected_waivers(notice)
    return tuple(_waivers(notice)) if corrected is None else corrected


def _waivers(notice: Notice) -> Iterator[Waiver]:
    for index in range(len(notice.clauses)):
        for span in sentences_of(notice, index):
            text = re.sub(r"\s", "", fold(notice.text[span.start : span.end])).strip("。;")
            yield from relaxations_in(index, span, text)
            match = WAIVES.search(text) if _FREES.search(text) else None
            if match is None:
                continue
            topic = match["what"] or match["free"] or match["unlimited"] or ""
            attributes = attributes_of(topic)
            if attributes or not topic:
                who = text[: match.end("who")].rpartition("。")[2]
                yield Waiver(index, span, whom(match["who"] if match["unlimited"] else who), attributes)


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
