"""The typed values of a notice, each with its clause and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus import patterns as re
from corpus.notice import Fact, Notice, Span

__all__ = ["fact_lines", "print_facts"]


def fact_lines(notice: Notice, facts: Iterable[Fact]) -> Iterator[str]:
    """Facts for a pipe: kind, value, unit, notice, locator and the words around, with tabs between."""
    for fact in facts:
        locator = notice.clauses[fact.clause].locator
        place = (notice.notice_id, locator, _sentence(notice, fact))
        yield "\t".join((fact.kind, fact.value, fact.unit, *place))


def print_facts(console: Console, notice: Notice, facts: Iterable[Fact]) -> None:
    """A table of facts, each with its locator and the words around it."""
    table = Table(title=f"{notice.notice_id}《{notice.title}》", title_justify="left", header_style="bold")
    for heading in ("种类", "值", "单位", "条款", "原文"):
        table.add_column(heading, overflow="fold")
    for fact in facts:
        locator = notice.clauses[fact.clause].locator
        row = (fact.kind, fact.value, fact.unit, locator, _sentence(notice, fact))
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _sentence(notice: Notice, fact: Fact) -> str:
    """The words of a clause around a fact, up to the stops on both sides; a row with its headers."""
    cells = notice.clauses[fact.clause].cells
    if cells:
        return "；".join(f"{c.header}：{c.text}" if c.header else c.text for c in cells)
    hull = next((s for s in notice.clauses[fact.clause].spans if s.covers(fact.span)), fact.span)
    before = notice.text[hull.start : fact.span.start]
    after = notice.text[fact.span.end : hull.end]
    start = fact.span.start - len(re.split(r"[。；;]", before)[-1])
    end = fact.span.end + len(re.split(r"[。；;]", after, maxsplit=1)[0])
    return notice.quote(Span(start, end))
