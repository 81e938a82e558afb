"""Answers, notices and clause trees for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from bot.answer_parts import Outcome
from bot.service.plain_text import citation_lines, condition_line, lead_text, timing_line
from bot.service.schemas import AskResponse
from corpus.notice import Notice

__all__ = [
    "notice_lines",
    "print_answer",
    "print_notice",
    "print_notices",
    "print_replies",
]

_COLOURS = {
    Outcome.ANSWERED: "bold",
    Outcome.CLARIFY: "yellow",
    Outcome.UNANSWERABLE: "magenta",
    Outcome.OUT_OF_SCOPE: "magenta",
}


def print_answer(console: Console, response: AskResponse) -> None:
    """The answer, its conditions, and the clauses that it rests on."""
    console.print(Text(lead_text(response), style=_COLOURS[response.outcome]))
    if line := timing_line(response):
        console.print(Text(line, style="dim"))
    if response.conditions:
        console.print()
        _print_lines(console, map(condition_line, response.conditions))
    if response.citations:
        console.print("\n依据", style="dim")
        _print_lines(console, citation_lines(response.citations))


def _print_lines(console: Console, lines: Iterable[str]) -> None:
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 2)))


def print_replies(console: Console, replies: Sequence[str]) -> None:
    """Quick replies with the commands that choose them."""
    for number, reply in enumerate(replies, 1):
        console.print(Text.assemble((f"  /{number} ", "cyan"), reply))


def print_notices(console: Console, notices: Iterable[Notice]) -> None:
    """The notices, two lines each: what to call it by and its title, then what is known about it."""
    for notice in notices:
        known = (
            notice.issuer,
            notice.issued_text or str(notice.issued or ""),
            f"有效期至 {notice.valid_until}" if notice.valid_until else "",
            f"{len(notice.clauses)} 条",
            "重述" if notice.restated else "",
        )
        console.print(Text(f"{notice.notice_id}  《{notice.title}》", style="bold"), soft_wrap=True)
        console.print(Text("    " + " · ".join(k for k in known if k), style="dim"), soft_wrap=True)


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
