"""The commands that look at the notices and add to them."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli_errors import clear_errors
from corpus.notice import FactKind

if TYPE_CHECKING:
    from bot.command.ingest import Ingested
    from corpus.library import Library
    from corpus.notice import Notice

__all__ = ["Corpus", "calendar", "diff", "facts", "ingest", "notices", "rules", "show"]

Corpus = Annotated[
    Path | None, typer.Option("--corpus", help="放通知的文件夹（WENZE_CORPUS）", show_default=False)
]
NoticeArgument = Annotated[
    str, typer.Argument(metavar="NOTICE", help="通知编号或文件名主干，见 wenze notices")
]


def notices(corpus: Corpus = None) -> None:
    """列出所有通知。"""
    with clear_errors():
        from rich.console import Console

        from bot.command.terminal import print_notices

        print_notices(Console(), _library(corpus).notices)


def show(notice: NoticeArgument, corpus: Corpus = None) -> None:
    """按条款编号列出一份通知的全文。"""
    with clear_errors():
        from rich.console import Console

        from bot.command.terminal import notice_lines, print_notice

        library = _library(corpus)
        wanted = library.scope(notice)
        console = Console()
        for found in (n for n in library.notices if n.notice_id in wanted):
            if console.is_terminal:
                print_notice(console, found)
            else:
                print("\n".join(notice_lines(found)))


def facts(
    notice: NoticeArgument,
    kind: Annotated[FactKind | None, typer.Option(help="只列这一种", show_default=False)] = None,
    corpus: Corpus = None,
) -> None:
    """列出一份通知里的金额、日期、期限、电话等数值，各在哪一条。"""
    with clear_errors():
        from rich.console import Console

        from bot.command.fact_list import fact_lines, print_facts

        library = _library(corpus)
        wanted = library.scope(notice)
        console = Console()
        for found in (n for n in library.notices if n.notice_id in wanted):
            chosen = [f for f in found.facts if kind in (None, f.kind)]
            if console.is_terminal:
                print_facts(console, found, chosen)
            elif chosen:
                print("\n".join(fact_lines(found, chosen)))


class RuleFormat(StrEnum):
    """How rules are printed."""

    TEXT = "text"
    YAML = "yaml"
    JSON = "json"


def rules(
    notice: NoticeArgument,
    target: Annotated[
        str | None, typer.Option(help="只要这一个对象：级别、类别或岗位", show_default=False)
    ] = None,
    format: Annotated[RuleFormat, typer.Option(help="text 给人读，yaml 可以改成更正文件")] = RuleFormat.TEXT,
    corpus: Corpus = None,
) -> None:
    """列出从一份通知里读出的条件，每个条件带条款和原文。"""
    from bot.service.rule_text import doubt_lines, rule_lines
    from bot.service.rules_of import doubts_in, rules_of
    from corpus.rules.rule_file import to_yaml

    with clear_errors():
        library = _library(corpus)
        wanted = library.scope(notice)
        for found in (n for n in library.notices if n.notice_id in wanted):
            written = rules_of(found, target)
            match format:
                case RuleFormat.YAML:
                    print(f"---\n{to_yaml(written)}", end="")
                case RuleFormat.JSON:
                    print(written.model_dump_json(indent=2, exclude_defaults=True))
                case _:
                    print("\n".join((f"{found.notice_id}《{found.title}》", *rule_lines(written))))
            for line in doubt_lines(found, doubts_in(found)):
                print(line, file=sys.stderr)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="旧通知的编号，或一个文件")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="新通知的编号，或一个文件")],
    as_json: Annotated[bool, typer.Option("--json", help="打印成 JSON 对象")] = False,
    corpus: Corpus = None,
) -> None:
    """逐条比较两份通知：数值、条件、材料改了什么，增删了哪些条款。"""
    from bot.service.comparing import change_lines, comparison_of
    from corpus.alike.comparison import compare

    with clear_errors():
        before, after = (_notice_or_file(name, corpus) for name in (old, new))
        changes = compare(before, after)
        if as_json:
            print(comparison_of(before, after, changes).model_dump_json(indent=2))
        else:
            print("\n".join(change_lines(before, after, changes)))


def calendar(
    notice: NoticeArgument,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="写到这个文件；不写就打印", show_default=False)
    ] = None,
    corpus: Corpus = None,
) -> None:
    """把一份通知里的截止日、考试日做成日历文件（.ics）。"""
    from bot.service.calendar_file import calendar_of

    with clear_errors():
        made = calendar_of(_library(corpus).begun(notice))
        if out is None:
            sys.stdout.write(made.text)
        else:
            out.write_text(made.text, "utf-8", newline="")
            print(f"已写入 {out}：{made.events} 个日程", file=sys.stderr)
        for words in made.undated:
            print(f"没有做成日程（不是日历上的一天）：{words}", file=sys.stderr)


def _notice_or_file(name: str, corpus: Path | None) -> Notice:
    """The notice of that identifier, or the first of a file of that name."""
    path = Path(name)
    if path.is_file():
        from corpus.reading import read_file

        return read_file(path)[0]
    return _library(corpus).begun(name)


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="要加入的文件或文件夹")],
    corpus: Corpus = None,
    replace: Annotated[bool, typer.Option("--replace", help="替换同名而内容不同的文件，旧文件另存")] = False,
) -> None:
    """把文件加入放通知的文件夹，并说明从每份里读懂了什么。"""
    with clear_errors():
        from bot.command.ingest import add_files, own_folder
        from bot.service.settings import load_settings

        refused = 0
        for added in add_files(paths, own_folder(load_settings(corpus=corpus)), replace):
            _tell(added)
            refused += added.refused
    raise typer.Exit(1 if refused else 0)


def _tell(added: Ingested) -> None:
    from bot.command.ingest import Outcome, outcome_line
    from bot.command.understanding import reading_lines

    print(outcome_line(added), file=sys.stderr if added.refused else sys.stdout, flush=True)
    if added.reading is not None and added.outcome in (Outcome.ADDED, Outcome.REPLACED):
        print("\n".join(f"  {line}" for line in reading_lines(added.reading)), flush=True)


def _library(corpus: Path | None) -> Library:
    from bot.service.settings import load_settings
    from corpus.library import load_corpus

    library = load_corpus(load_settings(corpus=corpus).corpus)
    for problem in library.problems:
        print(f"警告：{problem.consequence} {problem}", file=sys.stderr)
    return library
