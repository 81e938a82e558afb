"""`wenze eval retrieval` and `wenze eval beir`: measuring search alone, and making what it is measured on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli_errors import clear_errors, fail
from eval.progress_bars import stage_bars

if TYPE_CHECKING:
    from eval.beir import Collection

__all__ = ["make_collection", "measure_collection"]


def measure_collection(
    folder: Annotated[Path, typer.Argument(help="BEIR 格式的文件夹")],
    model: Annotated[
        str | None, typer.Option(help="本机上 sentence-transformers 模型的目录", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="把 retrieval.json 写到这个文件夹", show_default=False)
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="只问前 N 个问题", show_default=False)] = None,
) -> None:
    """只测检索：字面、向量、两者合起来各找到多少。"""
    from rich.console import Console

    from eval.retrieval import measure_retrieval, print_figures, retriever_over, searches_of, write_figures

    collection = _read(folder, limit)
    with clear_errors(), stage_bars() as progress:
        retriever = retriever_over(collection, model, progress)
        figures = measure_retrieval(collection, searches_of(retriever), progress)
    print_figures(Console(), collection, figures)
    if out is not None:
        print(f"已写入 {write_figures(out, collection, figures)}", file=sys.stderr)


def make_collection(
    file: Annotated[Path, typer.Argument(help="每行一个带 question、answer、passage（可无）的 JSON 对象")],
    out: Annotated[Path, typer.Argument(help="写到这个文件夹")],
    pool: Annotated[
        list[Path] | None, typer.Option(help="段落也算进来、问题不问的文件，可以多次", show_default=False)
    ] = None,
    clauses: Annotated[bool, typer.Option("--clauses", help="把段落切成条，找含有答案的条")] = False,
    shortest: Annotated[int, typer.Option(min=1, help="没有段落时，至少这么长的答案才算一篇")] = 30,
) -> None:
    """把阅读理解题或问答题变成 BEIR 格式的文件夹。"""
    from eval.beir import BadCollection, write_collection
    from eval.beir_making import from_answers, from_clauses, from_passages, read_records

    try:
        asked = read_records(file)
        others = [r for path in pool or () for r in read_records(path)]
    except BadCollection as error:
        fail(str(error), 2)
    if asked and all(r.passage for r in (*asked, *others)):
        collection = (from_clauses if clauses else from_passages)(asked, others)
    elif clauses or others:
        fail("有的题没有 passage，--clauses 和 --pool 用不上；请去掉这两项，或补上段落", 2)
    else:
        collection = from_answers(asked, shortest)
    if not collection.queries:
        fail(f"{file} 里没有一道题有找得到的答案；请核对内容，或改小 --shortest", 2)
    write_collection(out, collection)
    print(f"{len(collection.queries)} 问，{len(collection.documents)} 篇，已写入 {out}")


def _read(folder: Path, limit: int | None) -> Collection:
    from dataclasses import replace

    from eval.beir import BadCollection, read_collection

    try:
        collection = read_collection(folder)
    except BadCollection as error:
        fail(str(error), 2)
    return replace(collection, queries=dict(list(collection.queries.items())[:limit]))
