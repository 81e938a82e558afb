"""`wenze eval http`: requests a second, beside a bare handler that returns the same JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.command.cli_errors import clear_errors, fail
from eval.latency_command import questions_of

__all__ = ["measure_http"]


def measure_http(
    questions: Annotated[Path, typer.Argument(help="评测题，每行一个 JSON 对象；每题的第一句拿来问")],
    corpus: Annotated[Path | None, typer.Option(help="放通知的文件夹", show_default=False)] = None,
    connections: Annotated[int, typer.Option(min=1, help="同时开着的连接")] = 16,
    seconds: Annotated[float, typer.Option(min=0.2, help="每轮多少秒")] = 3.0,
    rounds: Annotated[int, typer.Option(min=1, help="轮流测几轮，取中位数")] = 3,
) -> None:
    """测 HTTP 接口每秒答多少个请求，与直接返回同样 JSON 的 FastAPI 处理函数同场比较。"""
    from bot.service.settings import load_settings
    from eval.http_rate import measure_rates
    from eval.servers import NoServer

    asked = questions_of(questions)
    with clear_errors():
        try:
            found = measure_rates(load_settings(corpus=corpus).corpus, asked, connections, seconds, rounds)
        except NoServer as error:
            fail(str(error), 1)
    bare = found[0].rate
    names = {"bare": "只返回同样的 JSON", "again": "问过的问题", "new": "没问过的问题"}
    for rate in found:
        share = "" if rate.what == "bare" else f"，是它的 {100 * rate.rate / bare:.0f}%"
        times = f"p50 {rate.p50:.2f} 毫秒，p99 {rate.p99:.2f} 毫秒"
        print(f"{names[rate.what]}：每秒 {rate.rate:.0f} 个{share}；{times}")
