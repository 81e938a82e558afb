"""The `wenze` command: everything that the bot offers, and the evaluation."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.command.cli import app, clear_errors, fail
from eval.breaths_command import fit_breaths
from eval.confidence_command import fit_confidence
from eval.crossing_command import cross_facts
from eval.http_command import measure_http
from eval.latency_command import measure_stages
from eval.official_command import make_official_words
from eval.ranking_command import fit_ranking_weights
from eval.refusal_command import check_reliability, fit_refusal
from eval.retrieval_commands import make_collection, measure_collection
from eval.rewrites_command import ask_rewritten
from eval.stores_command import measure_keeping
from eval.training_command import train_encoder

if TYPE_CHECKING:
    from eval.cases import Case
    from eval.reading import Rate, Stage
    from eval.runner import Asker, Result

__all__ = ["main"]

evaluation = typer.Typer(help="用评测题检验回答。", no_args_is_help=True)
app.add_typer(evaluation, name="eval")
app.command(name="train")(train_encoder)


@evaluation.callback()
def _evaluation() -> None:
    """用评测题检验回答。"""


@evaluation.command(name="run")
def run_cases(
    file: Annotated[Path, typer.Argument(help="评测题，每行一个 JSON 对象")],
    url: Annotated[
        str | None, typer.Option(help="向这个服务提问；不写就在本进程里回答", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="把 report.json 和 failures.md 写到这个文件夹", show_default=False)
    ] = None,
    corpus: Annotated[Path | None, typer.Option(help="放通知的文件夹", show_default=False)] = None,
    state: Annotated[Path | None, typer.Option(help="放索引的文件夹", show_default=False)] = None,
    scope: Annotated[bool, typer.Option("--scope", help="每题只根据它所属的文件回答")] = False,
    alone: Annotated[
        bool, typer.Option("--alone", help="每题只收录它所属的文件，提问时不指明；不与 --url、--scope 同用")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="只做前 N 题", show_default=False)] = None,
    doc_key: Annotated[str, typer.Option(help="题目里哪个键写着所属文件")] = "doc",
) -> None:
    """做一遍评测题，给出各项指标和未通过的题。"""
    cases = _cases(file, doc_key)[:limit]
    if alone and (scope or url):
        fail("--alone 在本进程里逐份收录、不指明文件地提问，请去掉 --scope 和 --url", 2)
    with clear_errors():
        if alone:
            _report(_run_alone(cases, corpus, state), out)
            return
        with _asker(url, corpus, state) as asker:
            _report(_run(cases, asker, scope), out)


@evaluation.command(name="clauses")
def find_clauses(
    file: Annotated[Path, typer.Argument(help="评测题，每题用 gold_quote 指明条款")],
    corpus: Annotated[Path | None, typer.Option(help="放通知的文件夹", show_default=False)] = None,
    state: Annotated[Path | None, typer.Option(help="放索引的文件夹", show_default=False)] = None,
    scope: Annotated[bool, typer.Option("--scope", help="每题只在它所属的文件里找")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="列出没有排在第一的题")] = False,
) -> None:
    """量一量该引的条款找到了没有：几种排序方法的前 1、5、10 名召回率。"""
    from rich.console import Console

    from bot.service.assembly import open_assistant
    from bot.service.settings import load_settings
    from eval.clauses import clause_cases, clauses_table, measure_recall, missed, rankings

    with clear_errors():
        assistant, retriever = open_assistant(load_settings(corpus=corpus, state=state))
        cases, lost = clause_cases(_cases(file, "doc"), assistant.library, retriever, scope)
        if lost:
            print(f"{len(lost)} 题的条款在通知里找不到：{'、'.join(lost[:10])}", file=sys.stderr)
        if not cases:
            fail("没有一题的条款找得到；请用 --corpus 指给题目所问的通知", 2)
        ways = rankings(retriever, assistant)
        Console().print(clauses_table([measure_recall(name, way, cases) for name, way in ways.items()]))
        if misses:
            print(missed(ways["ranked"], cases, retriever))


evaluation.command(name="retrieval")(measure_collection)
evaluation.command(name="beir")(make_collection)
evaluation.command(name="latency")(measure_stages)
evaluation.command(name="http")(measure_http)
evaluation.command(name="stores")(measure_keeping)
evaluation.command(name="fit-ranking")(fit_ranking_weights)
evaluation.command(name="fit-refusal")(fit_refusal)
evaluation.command(name="fit-confidence")(fit_confidence)
evaluation.command(name="fit-breaths")(fit_breaths)
evaluation.command(name="reliability")(check_reliability)
evaluation.command(name="rewrites")(ask_rewritten)
evaluation.command(name="official-words")(make_official_words)
evaluation.command(name="crossing")(cross_facts)

Key = Annotated[list[str] | None, typer.Option(help="哪个键；不写就按键名辨认", show_default=False)]


@evaluation.command(name="typing")
def type_guides(
    file: Annotated[Path, typer.Argument(help="办事指南，每行一个 JSON 对象")],
    sample: Annotated[int, typer.Option(min=0, help="抽几份打印出来读")] = 5,
    seed: Annotated[int, typer.Option(help="抽样的种子")] = 1,
    out: Annotated[
        Path | None,
        typer.Option(help="把 typing.json 和 sample.md 写到这个文件夹", show_default=False),
    ] = None,
    title: Key = None,
    conditions: Key = None,
    materials: Key = None,
    limits: Key = None,
    phones: Key = None,
    places: Key = None,
) -> None:
    """统计办事指南里的条件、材料、时限、电话、地址有多少能定型，并抽样给人读。"""
    from rich.console import Console

    from eval.guides import read_guides
    from eval.typing_report import print_report, report_on, sample_text, write_report

    given = {"title": title, "conditions": conditions, "materials": materials}
    given |= {"limits": limits, "phones": phones, "places": places}
    try:
        keys, guides, broken = read_guides(file, **{k: v for k, v in given.items() if v})
    except UnicodeDecodeError:
        fail(f"{file} 不是 UTF-8 编码的文本；请转换编码", 2)
    except OSError as error:
        fail(f"{file} 读不了（{error.strerror}）；请核对路径", 2)
    if not guides:
        fail(f"{file} 里没有 JSON 对象", 2)
    print(f"键：{keys}" + (f"；{broken} 行不是 JSON 对象" if broken else ""), file=sys.stderr)
    report, text = report_on(guides), sample_text(guides, sample, seed)
    print_report(Console(), report)
    if out is None:
        print(text, end="")
    else:
        write_report(out, report, text)
        print(f"已写入 {out / 'typing.json'} 和 {out / 'sample.md'}", file=sys.stderr)


@evaluation.command(name="reading")
def time_reading(
    folder: Annotated[Path | None, typer.Argument(help="放文本通知的文件夹", show_default=False)] = None,
    notices: Annotated[
        int | None, typer.Option(min=1, help="改用其中的条款拼出这么多份通知，逐段计时", show_default=False)
    ] = None,
    characters: Annotated[int, typer.Option(min=1, help="拼出的每份通知至少多少字")] = 5000,
) -> None:
    """测读通知的速度；加 --notices 测一大批通知的读取、提取和建索引。"""
    with clear_errors():
        from bot.service.settings import shipped_corpus
        from eval.reading import measure_load, measure_rate

        folder = folder or shipped_corpus()
        if notices is None:
            print(_rate_text(measure_rate(folder)))
            return
        stages = []
        for stage in measure_load(folder, notices, characters):
            print(_stage_text(stage), flush=True)
            stages.append(stage)
        print(f"读取、提取、建索引合计 {sum(s.seconds for s in stages[1:]):.1f} 秒")


def _rate_text(rate: Rate) -> str:
    return (
        f"{rate.files} 个文件，{rate.characters} 字，{rate.clauses} 条条款，{rate.facts} 个数值\n"
        f"读取并提取 {rate.seconds:.3f} 秒：每秒 {rate.characters / rate.seconds:,.0f} 字、"
        f"{rate.clauses / rate.seconds:,.0f} 条\n"
        f"断句加分词 {rate.yardstick:.3f} 秒，前者是它的 {rate.ratio:.2f} 倍"
    )


def _stage_text(stage: Stage) -> str:
    times = f"{stage.seconds:.1f} 秒（处理器 {stage.processor:.1f} 秒）"
    return f"{times}，内存峰值 {stage.peak_mib:.0f} MiB：{stage.name}"


def _cases(file: Path, doc_key: str) -> list[Case]:
    from eval.cases import BadCase, read_cases

    try:
        cases = read_cases(file, doc_key)
    except BadCase as error:
        fail(str(error), 2)
    except UnicodeDecodeError:
        fail(f"{file} 不是 UTF-8 编码的文本；请转换编码", 2)
    except OSError as error:
        fail(f"{file} 读不了（{error.strerror}）；请核对路径", 2)
    return cases or fail(f"{file} 里没有题目", 2)


@contextmanager
def _asker(url: str | None, corpus: Path | None, state: Path | None) -> Iterator[Asker]:
    """A server, or a service in this process whose conversations are forgotten afterwards."""
    if url is not None:
        from eval.runner import AskFailed, Server

        server = Server(url)
        try:
            server.ready()
        except AskFailed as error:
            fail(f"{error}；请核对 --url，确认 wenze serve 正在运行", 1)
        yield server
        return
    from bot.service.assembly import open_service
    from bot.service.settings import load_settings

    service = open_service(load_settings(corpus=corpus, state=state, database_url="sqlite://"))
    try:
        yield service
    finally:
        service.close()


def _run(cases: list[Case], asker: Asker, scope: bool) -> list[Result]:
    from eval.runner import run

    with _progress(len(cases)) as done:
        return run(cases, asker, scope, done)


def _run_alone(cases: list[Case], corpus: Path | None, state: Path | None) -> list[Result]:
    from bot.service.assembly import open_service
    from bot.service.settings import load_settings, shipped_corpus
    from eval.alone import NoFile, ask_alone

    def opened(notices: Path, index: Path) -> AbstractContextManager[Asker]:
        return closing(open_service(load_settings(corpus=notices, state=index, database_url="sqlite://")))

    try:
        with _progress(len(cases)) as done:
            return ask_alone(cases, corpus or shipped_corpus(), opened, done, state)
    except NoFile as error:
        fail(str(error), 2)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Result], None]]:
    """What to call for each result, with a bar on stderr that shows how far it is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        task = bars.add_task("评测", total=total)
        yield lambda _: bars.advance(task)


def _report(results: list[Result], out: Path | None) -> None:
    from rich.console import Console

    from eval.report import failures_text, print_report, write_report

    print_report(Console(), results)
    if out is None:
        print(failures_text(results))
    else:
        write_report(out, results)
        print(f"已写入 {out / 'report.json'} 和 {out / 'failures.md'}", file=sys.stderr)


def main() -> None:
    """The entry point."""
    app()
