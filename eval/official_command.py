"""`wenze eval official-words`: the words that official texts use, from the articles of laws."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.command.cli_errors import clear_errors

__all__ = ["make_official_words"]


def make_official_words(
    files: Annotated[list[Path], typer.Argument(help="法规条文，每行一个带 text 的 JSON 对象，可以是 .xz")],
    out: Annotated[Path, typer.Option(help="把词写到这里，一行一个")] = Path("index/official_words.txt"),
) -> None:
    """从法规条文里收公文常用的词：一个词公文常用、某份通知却没有，多半是那份通知没写这件事。"""
    from index.official import official_words_in
    from index.training_texts import read_texts

    with clear_errors():
        words = official_words_in(text for _, text in read_texts(files).articles)
        out.write_text("\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} 个词，已写入 {out}", file=sys.stderr)
