"""`wenze eval fit-breaths`: fit where breath is taken in what is typed without marks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
import yaml

from bot.command.cli import clear_errors, fail
from eval.cases import BadCase, read_cases

__all__ = ["fit_breaths"]

_HEAD = "# Where breath is taken in what is typed without marks, written by `wenze eval fit-breaths`.\n"
_SHOWN = (0.3, 0.4, 0.45, 0.5, 0.6)  # thresholds for which the rates are shown


def fit_breaths(
    files: Annotated[list[Path], typer.Argument(help="评测题，每行一个 JSON 对象；用其中带标点的问话")],
    out: Annotated[Path, typer.Option(help="把权重写到这里")] = Path("bot/speech/breaths.yaml"),
    threshold: Annotated[float, typer.Option(min=0.05, max=0.95, help="多大的把握才断开")] = 0.45,
    check: Annotated[bool, typer.Option("--check", help="只检验，不写权重")] = False,
) -> None:
    """用带标点的问话拟合没打标点的长句在哪里断开，每题轮流留出来检验。"""
    with clear_errors():
        from eval.breaths import FEWEST, fit, places_in, rates_held_out
        from index.segmentation import Segmenter

        try:
            cases = [case for file in files for case in read_cases(file)]
        except BadCase as error:
            fail(str(error), 2)
        questions = [(turn, case.doc or "") for case in cases for turn in case.turns]
        places = places_in(questions, Segmenter())
        if not any(p.marked for p in places):
            fail("这些题里没有带标点的问话", 2)
        if len({p.about for p in places}) < FEWEST:
            fail(f"这些题至少要问到 {FEWEST} 份通知，每题的 doc 写明是哪一份", 2)
        print(f"{len(questions)} 句，{len(places)} 处词间，其中 {sum(p.marked for p in places)} 处有标点")
        for rates in rates_held_out(places, _SHOWN):
            print(f"把握 {rates.threshold:.2f}：断对 {rates.precision:.1%}，找回 {rates.recall:.1%}")
        if not check:
            bias, weights = fit(places)
            content = {"bias": round(bias, 3), "threshold": threshold, "weights": weights}
            out.write_text(_HEAD + yaml.safe_dump(content, sort_keys=True, allow_unicode=True), "utf-8")
            print(f"已写入 {out}", file=sys.stderr)
