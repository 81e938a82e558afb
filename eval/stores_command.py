"""`wenze eval stores`: recall and time of the ways to keep vectors, on real clauses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli_errors import clear_errors, fail
from eval.progress_bars import stage_bars

if TYPE_CHECKING:
    from rich.table import Table

    from eval.stores import Trial

__all__ = ["measure_keeping"]


def measure_keeping(
    files: Annotated[
        list[Path], typer.Argument(help="JSON 行文件（可以是 .xz），条款从其中的文字取，问题取 question")
    ],
    clauses: Annotated[int, typer.Option(min=1000, help="最多用这么多条不同的条款")] = 100_000,
    vectors: Annotated[
        list[str] | None,
        typer.Option(help="再测这个地址上的存储，写法同 WENZE_VECTORS，可以多次", show_default=False),
    ] = None,
) -> None:
    """测向量的几种存法：前十名召回率（与逐个比较的相比）、每次查找的时间、建立的时间、大小。"""
    from rich.console import Console

    from eval.stores import TooFew, clauses_and_questions, measure_stores, vectorised

    try:
        found, questions = clauses_and_questions(files)
    except TooFew as error:
        fail(str(error), 2)
    except (OSError, ValueError) as error:
        fail(f"文件读不了（{error}）；请给出 UTF-8 编码、每行一个 JSON 对象的文件", 2)
    with clear_errors():
        with stage_bars() as progress:
            held = vectorised(found[:clauses], questions, progress)
        table = _table(f"{len(held.clauses)} 条，{len(held.questions)} 问")
        for trial in measure_stores(held, vectors or ()):
            _add(table, trial)
        Console().print(table)


def _table(title: str) -> Table:
    from rich.table import Table

    columns = ("看多少", "召回率@10", "p50 毫秒", "p99 毫秒", "建立 秒", "MiB")
    return Table(title, *columns, header_style="bold")


def _add(table: Table, trial: Trial) -> None:
    table.add_row(
        trial.layout,
        "全部" if trial.effort is None else str(trial.effort),
        f"{trial.recall:.3f}",
        f"{trial.p50:.2f}",
        f"{trial.p99:.2f}",
        f"{trial.built:.1f}",
        "" if trial.mib is None else f"{trial.mib:.0f}",
    )
