"""`wenze eval fit-refusal` and `wenze eval reliability`: fit and check how likely an answer is right."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli import clear_errors, fail
from eval.cases import BadCase, Case, read_cases
from eval.weights_file import write_section

if TYPE_CHECKING:
    from bot.finding.linear import LinearModel
    from corpus.library import Library
    from eval.refusal import Fit, Sample
    from index.retriever import Retriever

__all__ = ["check_reliability", "fit_refusal"]

Sets = Annotated[
    list[str], typer.Argument(help="评测题，写成“文件@放通知的文件夹”；不写文件夹就是自带的通知")
]
State = Annotated[Path | None, typer.Option(help="放索引的文件夹", show_default=False)]
Held = tuple[float, bool]  # what is said of an answer, and whether it is right
_GUIDES = 200
_SHOWN = (0.3, 0.4, 0.5, 0.6, 0.7)  # thresholds for which the rates are shown


def fit_refusal(
    sets: Sets,
    out: Annotated[Path, typer.Option(help="把权重写到这里")] = Path("bot/finding/weights.yaml"),
    false_answer: Annotated[float, typer.Option(min=0.01, help="不该答而答的代价")] = 1.0,
    false_refusal: Annotated[float, typer.Option(min=0.01, help="该答未答的代价")] = 1.0,
    guides: Annotated[
        Path | None, typer.Option(help="办事指南，每行一个 JSON 对象；用来另出一些题", show_default=False)
    ] = None,
    most_guides: Annotated[int, typer.Option(min=1, help="最多用几份指南")] = _GUIDES,
    check: Annotated[bool, typer.Option("--check", help="只检验，不写权重")] = False,
    state: State = None,
) -> None:
    """用评测题拟合“这个答案对不对”的概率，每份通知轮流留出来检验。

    答得出的题再问一遍，通知里拿掉了答案：这时不该再答。
    """
    with clear_errors(), _readable():
        samples = list(_every_sample(sets, guides, most_guides, state))
        answers, told = _fit_answers(samples, false_answer, false_refusal)
        verdicts, judged = _fit_verdicts(samples)
    _print_bins(told + judged, "把握与实际：评测题，连同有结论的")
    if not check:
        write_section(out, "refusal", answers)
        if verdicts:
            write_section(out, "verdict", verdicts)
        print(f"已写入 {out}", file=sys.stderr)


def _fit_answers(
    samples: Sequence[Sample], false_answer: float, false_refusal: float
) -> tuple[Mapping[str, object], list[Held]]:
    """The weights for answers that tell, with tables of how they do on notices put aside, and what was said
    of the cases as they are."""
    from bot.finding.answerable import Refusal
    from bot.finding.signals import MEANINGS
    from eval.refusal import fit
    from eval.refusal_samples import ASKED, JUDGED

    told = [s for s in samples if s.source != JUDGED]
    fitted = fit(told, {name: meaning.sign for name, meaning in MEANINGS.items()}, natural=ASKED)
    refusal = Refusal(fitted.model, false_answer, false_refusal)
    _print_fit(told, fitted, refusal.threshold)
    for source in dict.fromkeys(s.source for s in told if s.right):
        _print_bins(_held_out(told, fitted, source), f"把握与实际：{source}")
    cost = {"false_answer": false_answer, "false_refusal": false_refusal}
    return {"cost": cost, **_section(fitted.model)}, _held_out(told, fitted, ASKED)


def _fit_verdicts(samples: Sequence[Sample]) -> tuple[Mapping[str, object], list[Held]]:
    """The same for answers that judge; nothing where there are too few of them."""
    from bot.certainty import MEANINGS
    from eval.refusal import TooFew, fit
    from eval.refusal_samples import JUDGED

    judged = [s for s in samples if s.source == JUDGED]
    try:
        fitted = fit(judged, {name: meaning.sign for name, meaning in MEANINGS.items()})
    except TooFew:
        print("有结论的题太少，结论的把握不变", file=sys.stderr)
        return {}, []
    held_out = _held_out(judged, fitted, JUDGED)
    _print_bins(held_out, f"把握与实际：{JUDGED}")
    return _section(fitted.model), held_out


def check_reliability(sets: Sets, state: State = None) -> None:
    """用没有拟合过的题检验：把握说九成的，是不是十次里对九次。"""
    from bot.certainty import verdict_model
    from bot.finding.answerable import refusal_model
    from bot.unseen import served
    from eval.refusal_samples import JUDGED

    with clear_errors(), _readable():
        samples = [s for s in _asked(_read(sets), state) if s.answered]
    if not samples:
        fail("没有一题可以用来检验", 2)
    models = {True: verdict_model(), False: refusal_model().model}
    weighed = [(models[s.source == JUDGED].probability(s.signals), s.source == JUDGED) for s in samples]
    said = [served(chance, judged) for chance, judged in weighed]
    _print_bins(list(zip(said, [s.right for s in samples], strict=True)), "说的把握与实际")


@contextmanager
def _readable() -> Iterator[None]:
    """End the command where a file of cases or guides cannot be used, or says too little to fit."""
    from eval.guide_questions import BadGuides
    from eval.refusal import TooFew

    try:
        yield
    except (BadCase, BadGuides, TooFew) as error:
        fail(str(error), 2)
    except UnicodeDecodeError:
        fail("评测题不是 UTF-8 编码的文本；请转换编码", 2)


Asked = Sequence[tuple[Path | None, list[Case]]]  # the cases about the notices of a folder


def _every_sample(
    sets: Sequence[str], guides: Path | None, most: int, state: Path | None
) -> Iterator[Sample]:
    """The samples of the cases, of the cases without their answers, and of guides."""
    from bot.service.settings import load_settings
    from corpus.library import load_corpus
    from eval.refusal_samples import knocked_out, of_guides

    read = _read(sets)
    yield from _asked(read, state)
    settings = load_settings(state=state)
    for corpus, cases in read:
        library = load_corpus(load_settings(corpus=corpus).corpus)
        yield from knocked_out(cases, library, _opening(settings.state / "knocked_out"))
    if guides is not None:
        yield from of_guides(guides, most, _opening(settings.state / "guides"))


def _read(sets: Sequence[str]) -> Asked:
    """The cases by the folder of the notices that they are about."""
    told = []
    for given in sets:
        name, _, corpus = given.partition("@")
        if not Path(name).is_file():
            fail(f"没有文件 {name}；请核对路径", 2)
        told.append((corpus, read_cases(Path(name))))
    together = groupby(sorted(told, key=lambda t: t[0]), key=lambda t: t[0])
    return [(Path(c) if c else None, [case for _, cases in parts for case in cases]) for c, parts in together]


def _asked(read: Asked, state: Path | None) -> Iterator[Sample]:
    from bot.service.assembly import open_assistant
    from bot.service.settings import load_settings
    from eval.refusal_samples import asked, never_refuses

    for corpus, cases in read:
        assistant, _ = open_assistant(load_settings(corpus=corpus, state=state), never_refuses())
        yield from asked(cases, assistant)


def _opening(folder: Path) -> Callable[[Library], Retriever]:
    """Opens or builds the index of notices that are read from no folder."""
    from index.snapshot import open_or_build

    return lambda library: open_or_build(library, folder)


def _section(model: LinearModel) -> dict[str, object]:
    return {"bias": model.bias, "weights": dict(model.weights)}


def _print_fit(samples: Sequence[Sample], fitted: Fit, threshold: float) -> None:
    """Both rates by threshold, over all samples and by where they come from."""
    from rich.console import Console
    from rich.table import Table

    sources = [None, *dict.fromkeys(s.source for s in samples)]
    told = [f"{name or '全部'}（{sum(name in (None, s.source) for s in samples)} 题）" for name in sources]
    title = "不该答而答 / 该答未答；每份通知都由没见过它的模型判断"
    table = Table("门槛", *told, title=title)
    taken = round(threshold, 2)
    for at in sorted({*_SHOWN, taken}):
        rates = [
            (fitted.false_answers(samples, at, s), fitted.false_refusals(samples, at, s)) for s in sources
        ]
        name = f"{at:.2f}" + ("（取用）" if at == taken else "")
        table.add_row(name, *(f"{a:.1%} / {r:.1%}" for a, r in rates))
    Console().print(table)


def _held_out(samples: Sequence[Sample], fitted: Fit, source: str) -> list[Held]:
    """What is said of each answer of a source by a model that did not see its notice, and the truth."""
    told = zip(fitted.held_out, samples, strict=True)
    return [(p, s.right) for p, s in told if s.answered and s.source == source]


def _print_bins(told: Sequence[Held], title: str) -> None:
    """How what is said compares with the truth in ten bins, beside how far apart chance alone has the two.

    The last column is what nine of ten bins as large would keep within if every probability were true: as in
    the consistency bars of Bröcker and Smith (2007).
    """
    from rich.console import Console
    from rich.table import Table

    from eval.refusal import reliability

    table = Table("题数", "说的把握", "实际", "相差", "光凭运气会差", title=title)
    for b in reliability([p for p, _ in told], [right for _, right in told]):
        apart = f"{100 * (b.right - b.probability):+.1f}"
        table.add_row(
            str(b.count), f"{b.probability:.1%}", f"{b.right:.1%}", apart, f"±{100 * b.by_chance:.1f}"
        )
    Console().print(table)
