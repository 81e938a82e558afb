"""`wenze train`: making the table of token vectors that comes with the package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.command.cli_errors import clear_errors
from eval.progress_bars import stage_bars

__all__ = ["train_encoder"]


def train_encoder(
    files: Annotated[
        list[Path], typer.Argument(help="每行一个 JSON 对象：带 question、passage、answer，或带 text 和 law")
    ],
    out: Annotated[Path, typer.Option("--out", help="把模型写到这个文件夹")],
    epochs: Annotated[int, typer.Option(min=1, help="每种文本学几轮")] = 3,
    seed: Annotated[int, typer.Option(min=0, help="随机数的种子；相同的种子和文本得到相同的模型")] = 1,
    rows: Annotated[int, typer.Option(min=1, help="最多收多少个词和字")] = 52_000,
) -> None:
    """训练自带的编码器。中断了再运行同样的命令，就从上次存下的地方继续。"""
    from index.token_table import load_table
    from index.training import Course, train
    from index.training_texts import cut_lessons, read_texts

    course = Course(seed=seed, epochs=epochs, rows=rows)
    with clear_errors(), stage_bars() as progress:
        curriculum = cut_lessons(read_texts(files), course.rows, course.fewest, progress)
        losses = train(out, curriculum, course, progress)
    told = "、".join(f"{kind} {loss}" for kind, loss in losses.items())
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file()) / 2**20
    print(
        f"{len(load_table(out).rows)} 个词和字，{size:.1f} MiB，已写入 {out}；最后的损失：{told}",
        file=sys.stderr,
    )
