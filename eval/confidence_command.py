"""`wenze eval fit-confidence`: what confidence is served, from what came of questions on new notices."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.command.cli import fail
from eval.weights_file import write_section

__all__ = ["fit_confidence"]

_FEWEST = 30  # answers of a kind below which nothing is fitted


def fit_confidence(
    reports: Annotated[list[Path], typer.Argument(help="eval run --out 写下的 report.json，可以几份")],
    out: Annotated[Path, typer.Option(help="把结果写到这里")] = Path("bot/finding/weights.yaml"),
) -> None:
    """用从没调试过的通知上的结果，拟合回答里的 confidence 该说多少。

    报告要是在这些通知上的第一次：照着失败的题改过以后再做，就不再是没见过的通知了。
    """
    from bot.unseen import as_weighed
    from eval.confidence import fitted_line

    told = list(_served(reports))
    lines = {}
    for name, judged in (("told", False), ("judged", True)):
        said = [(as_weighed(c, judged), right) for c, has_verdict, right in told if has_verdict is judged]
        if len(said) < _FEWEST:
            fail(f"{'有' if judged else '没有'}结论的回答只有 {len(said)} 个，至少要 {_FEWEST} 个", 2)
        line = fitted_line([c for c, _ in said], [right for _, right in said])
        lines[name] = {"scale": round(line.scale, 3), "shift": round(line.shift, 3)}
    write_section(out, "unseen", lines)
    print(f"已写入 {out}", file=sys.stderr)


def _served(reports: Sequence[Path]) -> Iterator[tuple[float, bool, bool]]:
    """Of each answer the confidence it was served with, whether it has a verdict, whether it is right."""
    for file in reports:
        try:
            rows = json.loads(file.read_text("utf-8"))["rows"]
        except (OSError, ValueError, KeyError, TypeError):
            fail(f"{file} 不是 eval run --out 写下的 report.json", 2)
        for row in rows:
            response = row["response"]
            if response and response["outcome"] == "answered":
                yield response["confidence"], response["verdict"] is not None, row["passed"]
