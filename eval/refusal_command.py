"""`wenze eval fit-refusal` and `wenze eval reliability`: fit and check how likely an answer is right."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import clear_errors, fail
from eval.cases import read_cases
from eval.weights_file import write_section

if TYPE_CHECKING:
    from bot.answerable import Refusal
    from eval.refusal import Bin, Fit, Sample

__all__ = ["check_reliability", "fit_refusal"]

Sets = Annotated[
    list[str], typer.Argument(help="评测题，写成“文件@放通知的文件夹”；不写文件夹就是自带的通知")
]
State = Annotated[Path | None, typer.Option(help="放索引的文件夹", show_default=False)]


def fit_refusal(
    sets: Sets,
    out: Annotated[Path, typer.Option(help="把权重写到这里")] = Path("bot/weights.yaml"),
    false_answer: Annotated[float, typer.Option(min=0.01, help="不该答而答的代价")] = 1.0,
    false_refusal: Annotated[float, typer.Option(min=0.01, help="该答未答的代价")] = 1.0,
    state: State = None,
) -> None:
    """用评测题拟合“这个答案对不对”的概率，每份通知轮流留出来检验。"""
    from bot.answerable import Refusal
    from eval.refusal import fit, reliability

    with clear_errors():
        samples = list(_samples(sets, state))
    if len({s.right for s in samples}) < 2 or len({s.group for s in samples}) < 2:
        fail("题太少：至少要有两份通知，答得对的和答不出的都要有", 2)
    fitted = fit(samples)
    refusal = Refusal(fitted.model, false_answer, false_refusal)
    _print_fit(samples, fitted, refusal.threshold)
    _print_bins(reliability(fitted.held_out, [s.right for s in samples]))
    write_section(out, "refusal", _section(refusal))
    print(f"已写入 {out}", file=sys.stderr)


def check_reliability(sets: Sets, state: State = None) -> None:
    """用没有拟合过的题检验：把握说九成的，是不是十次里对九次。"""
    from bot.answerable import refusal_model
    from eval.refusal import reliability

    with clear_errors():
        samples = list(_samples(sets, state))
    if not samples:
        fail("没有一题可以用来检验", 2)
    model = refusal_model().model
    probabilities = [model.probability(s.signals) for s in samples]
    _print_bins(reliability(probabilities, [s.right for s in samples]))


def _samples(sets: Sequence[str], state: Path | None) -> Iterator[Sample]:
    from bot.assembly import open_assistant
    from bot.settings import load_settings
    from eval.refusal import ask_everything, never_refuses

    for given in sets:
        name, _, corpus = given.partition("@")
        folder = Path(corpus) if corpus else None
        if not Path(name).is_file():
            fail(f"没有文件 {name}；请核对路径", 2)
        assistant, _ = open_assistant(load_settings(corpus=folder, state=state), never_refuses())
        yield from ask_everything(read_cases(Path(name)), assistant)


def _section(refusal: Refusal) -> dict[str, object]:
    cost = {"false_answer": refusal.false_answer, "false_refusal": refusal.false_refusal}
    return {"cost": cost, "bias": refusal.model.bias, "weights": dict(refusal.model.weights)}


def _print_fit(samples: Sequence[Sample], fitted: Fit, threshold: float) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("门槛", "不该答而答", "该答未答", title=f"{len(samples)} 题，按通知轮流留出")
    for at in sorted({0.3, 0.4, 0.5, 0.6, 0.7, round(threshold, 2)}):
        rates = (fitted.false_answers(samples, at), fitted.false_refusals(samples, at))
        table.add_row(
            f"{at:.2f}" + ("（取用）" if at == round(threshold, 2) else ""), *(f"{r:.1%}" for r in rates)
        )
    Console().print(table)


def _print_bins(bins: Sequence[Bin]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("题数", "说的把握", "实际答对", title="说的把握与实际")
    for b in bins:
        table.add_row(str(b.count), f"{b.probability:.1%}", f"{b.right:.1%}")
    Console().print(table)
