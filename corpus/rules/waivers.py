"""Whom a notice frees from some of its conditions, or for whom it relaxes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import patterns as re
from corpus.conditions.audiences import levels_in
from corpus.conditions.conditions import Group, Waiver
from corpus.conditions.relaxations import attributes_of, relaxations_in, whom
from corpus.conditions.schemes import scheme_sections
from corpus.conditions.sentence_spans import sentences_of
from corpus.notice import Clause, ClauseKind, Notice, Span
from corpus.once import once_per_notice
from corpus.rules.overlay import corrected_waivers
from corpus.rules.row_rules import condition_cells, name_of
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
    for index, clause in enumerate(notice.clauses):
        if clause.kind is ClauseKind.ROW:
            yield from _of_row(clause, index)
            continue
        for span in sentences_of(notice, index):
            yield from _in_sentence(index, span, _plain(notice.text[span.start : span.end]))


def _in_sentence(index: int, span: Span, text: str) -> Iterator[Waiver]:
    """Whom one sentence frees, or for whom it relaxes something."""
    yield from relaxations_in(index, span, text)
    match = WAIVES.search(text) if _FREES.search(text) else None
    topic = (match["what"] or match["free"] or match["unlimited"] or "") if match else ""
    attributes = attributes_of(topic)
    if match is not None and (attributes or not (topic or _is_exception(match))):
        who = text[: match.end("who")].rpartition("。")[2]
        yield Waiver(index, span, whom(match["who"] if match["unlimited"] else who), attributes)


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
