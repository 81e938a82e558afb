"""`wenze eval crossing`: conditions that are decided by facts which do not speak of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.answer_parts import ConditionState
from bot.command.cli import clear_errors, fail
from corpus.conditions.conditions import Attribute
from eval.cases import BadCase, read_cases

if TYPE_CHECKING:
    from corpus.notice import Notice
    from eval.crossing import Decision, Tally

__all__ = ["cross_facts"]

_STATES = {ConditionState.MET: "满足", ConditionState.UNMET: "不满足"}


def cross_facts(
    files: Annotated[list[Path], typer.Argument(help="评测题；取其中问“能不能”的题里说的情况")],
    corpus: Annotated[Path | None, typer.Option(help="放通知的文件夹；每题不对它自己的通知")] = None,
    guides: Annotated[Path | None, typer.Option(help="办事指南，每行一个 JSON 对象")] = None,
    notices: Annotated[int, typer.Option(min=1, help="抽多少份通知")] = 400,
    facts: Annotated[int, typer.Option(min=1, help="抽多少题的情况")] = 200,
    seed: Annotated[int, typer.Option(help="抽样的种子")] = 1,
    show: Annotated[int, typer.Option(min=0, help="打印多少个下了断语的条件")] = 0,
    attribute: Annotated[Attribute | None, typer.Option(help="只打印这一类条件")] = None,
    state: Annotated[ConditionState | None, typer.Option(help="只打印满足或不满足的")] = None,
) -> None:
    """拿一些题里说的情况对照别的通知的条件：并没说到的条件，断定满足或不满足的多半错了。"""
    from eval.crossing import Tally, cross, drawn, told_in

    with clear_errors():
        try:
            told = told_in([case for file in files for case in read_cases(file)])
        except BadCase as error:
            fail(str(error), 2)
        except (OSError, UnicodeDecodeError) as error:
            fail(f"评测题读不了（{error}）；请核对路径，并用 UTF-8 编码", 2)
        if not told:
            fail("这些题里没有一题问“能不能”（写有 verdict）", 2)
        tally = Tally()
        for decision in cross(drawn(_notices(corpus, guides), notices, seed), drawn(told, facts, seed)):
            tally.add(decision)
    _print_counts(tally)
    for number, each in enumerate(tally.sample(show, seed, attribute, state), 1):
        print(f"{number}. {_line(each)}")


def _notices(corpus: Path | None, guides: Path | None) -> list[Notice]:
    """The notices of a folder and the guides that state conditions."""
    from corpus.library import load_corpus
    from eval.guides import as_notice, read_guides

    found = list(load_corpus(corpus).notices) if corpus else []
    if guides:
        try:
            found += [as_notice(g) for g in read_guides(guides)[1] if g.conditions]
        except (OSError, UnicodeDecodeError) as error:
            fail(f"{guides} 读不了（{error}）；请核对路径，并用 UTF-8 编码", 2)
    return found or fail("请用 --corpus 或 --guides 给出写有条件的通知", 2)


def _print_counts(tally: Tally) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("条件", "对照", "断定满足", "断定不满足", title="情况与别的通知的条件")
    for attribute, judged in sorted(tally.judged.items(), key=lambda x: -x[1]):
        table.add_row(attribute, f"{judged}", *(f"{tally.decided(attribute, s)}" for s in _STATES))
    table.add_row("合计", f"{tally.judged.total()}", *(f"{_sum(tally, s)}" for s in _STATES))
    Console().print(table)


def _sum(tally: Tally, state: ConditionState) -> int:
    return sum(d.state is state for d in tally.firm)


def _line(each: Decision) -> str:
    parts = (each.attribute, _STATES[each.state], each.words, each.why, each.told, each.clause)
    return "｜".join(" ".join(part.split()) for part in parts)
