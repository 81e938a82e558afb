"""`wenze eval latency`: the times of the stages of an answer, by the number of clauses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli import clear_errors, fail

if TYPE_CHECKING:
    from eval.latency import Latency

__all__ = ["measure_stages", "questions_of"]


def measure_stages(
    questions: Annotated[Path, typer.Argument(help="评测题，每行一个 JSON 对象；每题的第一句拿来问")],
    clauses: Annotated[
        int | None,
        typer.Option(min=100, help="用通知里的条款拼出约这么多条再测；不写就测原样", show_default=False),
    ] = None,
    corpus: Annotated[Path | None, typer.Option(help="放通知的文件夹", show_default=False)] = None,
) -> None:
    """测回答一个问题各段的时间（p50、p99）、启动时间、内存，和读一遍向量至少要的时间。"""
    from bot.service.settings import load_settings
    from eval.latency import measure_latency
    from eval.servers import NoServer

    asked = questions_of(questions)
    if len(asked) < 100:
        print(f"只有 {len(asked)} 个不同的问题，p99 只作参考", file=sys.stderr)
    with clear_errors():
        try:
            found = measure_latency(load_settings(corpus=corpus).corpus, asked, clauses)
        except NoServer as error:
            fail(str(error), 1)
    print(f"{found.clauses} 条条款，{found.passages} 段，{len(asked)} 个问题各问一次")
    for stage in found.stages:
        print(
            f"{stage.stage:10}p50 {stage.p50:7.2f} 毫秒  p99 {stage.p99:7.2f} 毫秒"
            f"（其中处理器 {stage.busy50:.2f}、{stage.busy99:.2f}）"
        )
    if found.floor:
        print(_floor_text(found))
    start = found.start
    busy = f"，其中处理器 {start.busy:.2f} 秒" if start.busy is not None else ""
    print(
        f"有快照时 wenze serve 从进程启动到可以作答 {start.ready:.2f} 秒，到第一个回答 {start.first:.2f} 秒"
        f"（含导入{busy}）"
    )
    print(f"第一个回答之后占内存 {start.resident:.0f} MiB")


def _floor_text(found: Latency) -> str:
    dense = next(s.p50 for s in found.stages if s.stage == "dense")
    size, speed = found.scanned / 2**20, found.scanned / found.floor / 1e6
    return (
        f"下限 {found.floor:.3f} 毫秒：一个线程读一遍 {size:.1f} MiB 向量（每秒 {speed:.0f} GB）；"
        f"dense 的 p50 是它的 {dense / found.floor:.1f} 倍"
    )


def questions_of(file: Path) -> list[str]:
    """The distinct first questions of the cases in a file; ends the command where there are not two."""
    from eval.cases import BadCase, read_cases

    try:
        asked = list(dict.fromkeys(c.turns[0] for c in read_cases(file, "doc")))
    except BadCase as error:
        fail(str(error), 2)
    except (OSError, UnicodeDecodeError):
        fail(f"{file} 读不了；请核对路径，并保存为 UTF-8 编码的文本", 2)
    if len(asked) < 2:
        fail(f"{file} 里至少要有两个不同的问题", 2)
    return asked
