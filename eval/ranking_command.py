"""`wenze eval fit-ranking`: fit the weights by which passages are ranked, and check them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli import clear_errors, fail
from eval.cases import read_cases
from eval.weights_file import write_section

if TYPE_CHECKING:
    from bot.finding.ranking import Ranking
    from eval.ranking_fit import Listed

__all__ = ["fit_ranking_weights"]

_PARTS = 10  # parts of the notices, each held out once


def fit_ranking_weights(
    sets: Annotated[
        list[str] | None,
        typer.Argument(
            help="评测题，写成“文件@放通知的文件夹”，每题只在它所属的文件里找；不写文件夹就是自带的通知",
            show_default=False,
        ),
    ] = None,
    everywhere: Annotated[
        list[str] | None, typer.Option(help="同样写法的评测题，每题在全部通知里找", show_default=False)
    ] = None,
    out: Annotated[Path, typer.Option(help="把权重写到这里")] = Path("bot/finding/weights.yaml"),
    pull: Annotated[float, typer.Option(min=0.0, help="权重离开现值的代价，题越少越要大")] = 1000.0,
    check: Annotated[bool, typer.Option("--check", help="只检验，不写权重")] = False,
    state: Annotated[Path | None, typer.Option(help="放索引的文件夹", show_default=False)] = None,
) -> None:
    """用评测题拟合段落的排序，通知分成几份、轮流留出来检验。"""
    from bot.finding.ranking import ranking_model
    from eval.ranking_fit import cross_validate, fit_ranking

    with clear_errors():
        questions = [*_listed(sets or (), True, state), *_listed(everywhere or (), False, state)]
    if len({q.group for q in questions if q.gold.any()}) < 2:
        fail("题太少：至少要有两份通知的题，用 doc 写明所属的文件，用 gold_quote 或 gold_locator 写明依据", 2)
    present = ranking_model()
    before, after = cross_validate(questions, present, pull, _PARTS)
    learned = fit_ranking(questions, present, pull)
    _print_recall(before, after)
    _print_weights(present, learned)
    if not check:
        write_section(out, "ranking", {"weights": learned.weights, "by_intent": learned.by_intent})
        print(f"已写入 {out}", file=sys.stderr)


def _listed(sets: Sequence[str], scoped: bool, state: Path | None) -> Iterator[Listed]:
    from bot.service.assembly import open_assistant
    from bot.service.settings import load_settings
    from eval.gold import listed

    for given in sets:
        name, _, corpus = given.partition("@")
        if not Path(name).is_file():
            fail(f"没有文件 {name}；请核对路径", 2)
        settings = load_settings(corpus=Path(corpus) if corpus else None, state=state)
        questions, lost = listed(read_cases(Path(name)), *open_assistant(settings), scoped)
        if lost:
            print(f"{name}：{len(lost)} 题的依据在通知里找不到：{'、'.join(lost[:10])}", file=sys.stderr)
        yield from questions


def _print_recall(before: Sequence[int], after: Sequence[int]) -> None:
    from rich.console import Console
    from rich.table import Table

    from eval.ranking_fit import recall

    table = Table("权重", "前 1", "前 5", "MRR", title=f"{len(before)} 题，按通知轮流留出")
    for name, found in (("现用", recall(before)), ("学得（留出）", recall(after))):
        table.add_row(name, f"{found.at_1:.1%}", f"{found.at_5:.1%}", f"{found.mrr:.3f}")
    Console().print(table)
    better = sum(a == 1 != b for b, a in zip(before, after, strict=True))
    worse = sum(b == 1 != a for b, a in zip(before, after, strict=True))
    print(f"{better} 题升到第一，{worse} 题从第一退下")


def _print_weights(present: Ranking, learned: Ranking) -> None:
    from rich.console import Console
    from rich.table import Table

    from bot.finding.ranking import FEATURES, MEANINGS

    table = Table("特征", "说的是", "现用", "学得")
    for name in FEATURES:
        told = [f"{r.weights.get(name, 0.0):.3f}" for r in (present, learned)]
        table.add_row(name, MEANINGS[name].says, *told)
    for name, intents in learned.by_intent.items():
        for intent, weight in intents.items():
            old = present.by_intent.get(name, {}).get(intent, 0.0)
            table.add_row(f"{name} · {intent}", "问这一类时另加", f"{old:.3f}", f"{weight:.3f}")
    Console().print(table)
