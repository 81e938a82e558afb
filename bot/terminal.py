"""Answers, notices and clause trees for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from bot.answer import Outcome
from bot.plain_text import citation_line, condition_line, lead_text
from bot.schemas import AskResponse
from corpus.notice import Notice

__all__ = ["notice_lines", "print_answer", "print_notice", "print_notices", "print_replies"]

_COLOURS = {
    Outcome.ANSWERED: "bold",
    Outcome.CLARIFY: "yellow",
    Outcome.UNANSWERABLE: "magenta",
    Outcome.OUT_OF_SCOPE: "magenta",
}


def print_answer(console: Console, response: AskResponse) -> None:
    """The answer, its conditions, and the clauses that it rests on."""
    console.print(Text(lead_text(response), style=_COLOURS[response.outcome]))
    if response.conditions:
        console.print()
        _print_lines(console, map(condition_line, response.conditions))
    if response.citations:
        console.print("\n依据", style="dim")
        _print_lines(console, (citation_line(n, c) for n, c in enumerate(response.citations, 1)))


def _print_lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 2)))


def print_replies(console: Console, replies: Sequence[str]) -> None:
    """Quick replies with the commands that choose them."""
    for number, reply in enumerate(replies, 1):
        console.print(Text.assemble((f"  /{number} ", "cyan"), reply))


def print_notices(console: Console, notices: Iterable[Notice]) -> None:
    """A table of notices."""
    table = Table(header_style="bold")
    table.add_column("编号", no_wrap=True)  # whole, so that it can be copied
    for heading in ("标题", "发布单位", "发布日期", "有效期至", "条款", "备注"):
        table.add_column(heading, overflow="fold")
    for notice in notices:
        table.add_row(
            Text(notice.notice_id),
            Text(notice.title),
            Text(notice.issuer),
            notice.issued_text or str(notice.issued or ""),
            str(notice.valid_until or ""),
            str(len(notice.clauses)),
            "重述" if notice.restated else "",
        )
    console.print(table)


def notice_lines(notice: Notice) -> Iterator[str]:
    """A notice for a pipe: one line a clause, indented by its depth, with its locator."""
    yield f"{notice.notice_id}《{notice.title}》"
    for index, clause in enumerate(notice.clauses):
        depth = sum(1 for _ in notice.ancestors(index))
        yield f"{'  ' * (depth + 1)}{clause.locator}  {notice.clause_text(index)}"


def print_notice(console: Console, notice: Notice) -> None:
    """A notice as the tree of its clauses, each with the locator that citations name."""
    tree = Tree(Text(f"{notice.notice_id}《{notice.title}》", style="bold"))
    branches = {-1: tree}
    for index, clause in enumerate(notice.clauses):
        label = Text.assemble((clause.locator, "cyan"), "  ", notice.clause_text(index))
        branches[index] = branches[clause.parent].add(label)
    console.print(tree)
