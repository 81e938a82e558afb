"""`wenze eval rewrites`: answers that are lost where a question or a notice says the same in another way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli import clear_errors, fail
from eval.cases import BadCase, Case, read_cases
from eval.rewritings import NOTICES, QUESTIONS, Variation

if TYPE_CHECKING:
    from eval.runner import Result

__all__ = ["ask_rewritten"]

_TEXTS = frozenset({".txt", ".md"})  # files whose text can be rewritten
_NAMES = "、".join((*QUESTIONS, *NOTICES))


def ask_rewritten(
    file: Annotated[Path, typer.Argument(help="评测题，每行一个 JSON 对象，写有 doc")],
    corpus: Annotated[Path, typer.Option(help="放通知的文件夹")],
    only: Annotated[
        list[str] | None, typer.Option(help=f"只用这种改写：{_NAMES}；可以写几次", show_default=False)
    ] = None,
    lost: Annotated[bool, typer.Option("--lost", help="列出改写后答错的题")] = False,
) -> None:
    """把问题和通知改写成意思一样的另一种样子，再问一遍：原来答对的，有几题答错了。每题只根据它所属的文件回答。"""
    unknown = set(only or ()) - {*QUESTIONS, *NOTICES}
    if unknown:
        fail(f"没有 {'、'.join(sorted(unknown))} 这种改写；有 {_NAMES}", 2)
    try:
        cases = [case for case in read_cases(file) if case.doc]
    except BadCase as error:
        fail(str(error), 2)
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{file} 读不了（{error}）；请核对路径，并用 UTF-8 编码", 2)
    if not cases:
        fail(f"{file} 里没有写明 doc 的题目", 2)
    with clear_errors(), TemporaryDirectory() as folder:
        outcomes = list(_outcomes(cases, corpus, Path(folder), only or (*QUESTIONS, *NOTICES)))
    _print(outcomes, lost)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of the cases that a rewriting changes: asked as they are, and rewritten."""

    told: str
    before: Sequence[Result]
    after: Sequence[Result]

    @property
    def lost(self) -> list[Result]:
        return [b for a, b in zip(self.before, self.after, strict=True) if a.passed and not b.passed]

    @property
    def won(self) -> list[Result]:
        return [b for a, b in zip(self.before, self.after, strict=True) if b.passed and not a.passed]


def _outcomes(cases: Sequence[Case], corpus: Path, folder: Path, names: Sequence[str]) -> Iterator[_Outcome]:
    before = {r.case.case_id: r for r in _asked(cases, corpus, folder / "state")}
    for name, rewriting in {**QUESTIONS, **NOTICES}.items():
        if name not in names:
            continue
        if name in QUESTIONS:
            changed = [c for case in cases if (c := _reworded(case, rewriting)) != case]
            after = _asked(changed, corpus, folder / "state")
        else:
            stems = _write(corpus, folder / name, rewriting)
            changed = [c for c in cases if c.doc and any(s.startswith(c.doc) for s in stems)]
            after = _asked(changed, folder / name, folder / f"{name}-state")
        yield _Outcome(f"{name}：{rewriting.told}", [before[c.case_id] for c in changed], after)


def _reworded(case: Case, rewriting: Variation) -> Case:
    return replace(case, turns=(*case.turns[:-1], rewriting.rewrite(case.turns[-1])))


def _write(corpus: Path, out: Path, rewriting: Variation) -> list[str]:
    """Copy the notices with their texts rewritten; the stems of those that this changed."""
    shutil.copytree(corpus, out)
    changed = []
    for file in sorted(f for f in out.rglob("*") if f.suffix in _TEXTS):
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if (rewritten := rewriting.rewrite(text)) != text:
            file.write_text(rewritten, encoding="utf-8")
            changed.append(file.stem)
    return changed


def _asked(cases: Sequence[Case], corpus: Path, state: Path) -> list[Result]:
    from bot.service.assembly import open_service
    from bot.service.settings import load_settings
    from eval.runner import run

    settings = load_settings(corpus=corpus, state=state, database_url="sqlite://")
    with closing(open_service(settings)) as service:
        return run(cases, service, True, lambda _: None)


def _print(outcomes: Sequence[_Outcome], lost: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("改写", "原来答对", "答错了", "反而答对", title="改写后的回答")
    for each in outcomes:
        right = sum(r.passed for r in each.before)
        share = f"（{100 * len(each.lost) / right:.1f}%）" if right else ""
        table.add_row(each.told, str(right), f"{len(each.lost)}{share}", str(len(each.won)))
    Console().print(table)
    for each in outcomes if lost else ():
        for result in each.lost:
            answer = result.response.answer if result.response else ""
            wrong = "；".join(f.detail for f in result.failures)
            print(f"{each.told} {result.case.case_id} {result.case.turns[-1]}\n  {wrong}\n  {answer[:120]!r}")
