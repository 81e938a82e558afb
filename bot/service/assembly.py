"""The parts put together: corpus, index and store become one service."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from bot.finding.answerable import Refusal
from bot.pipeline import Assistant
from bot.service.service import Service
from bot.service.settings import Settings
from bot.service.store import Store
from corpus.errors import UnreadableFile
from corpus.library import load_corpus
from index.reranker import CrossEncoderReranker, Reranker
from index.retriever import Retriever
from index.snapshot import open_or_build

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

__all__ = ["Progress", "open_assistant", "open_service", "report_problems"]

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]  # what is done, how much of it, out of how much


def open_service(settings: Settings, progress: Progress | None = None) -> Service:
    """Load the corpus, open its index or build it, open the store.

    Files that cannot be read are reported on stderr and skipped. Without `progress`, a bar on stderr shows
    how far building is.

    Raises:
        EmptyCorpus: no notice could be read.
        StoreUnavailable: the database cannot be used.
        RerankerUnavailable: the cross-encoder cannot be used.
    """
    reranker = _reranker(settings)
    library = load_corpus(settings.corpus, settings.state / "read")
    report_problems(library.problems)
    store = Store(settings.store_url)
    try:
        with _reporting(progress) as report:
            retriever = open_or_build(library, settings.state, settings.model, report, settings.vectors)
        assistant = Assistant(library, retriever, reranker=reranker)
        return Service(assistant, store, release=retriever.vectors.close)
    except BaseException:
        store.close()
        raise


def open_assistant(settings: Settings, refusal: Refusal | None = None) -> tuple[Assistant, Retriever]:
    """The assistant without a store, and the search that it stands on; `refusal` in place of the shipped one.

    Raises:
        EmptyCorpus: no notice could be read.
        RerankerUnavailable: the cross-encoder cannot be used.
    """
    reranker = _reranker(settings)
    library = load_corpus(settings.corpus, settings.state / "read")
    report_problems(library.problems)
    with _reporting(None) as report:
        retriever = open_or_build(library, settings.state, settings.model, report, settings.vectors)
    return Assistant(library, retriever, refusal, reranker), retriever


def _reranker(settings: Settings) -> Reranker | None:
    return CrossEncoderReranker(settings.reranker) if settings.reranker else None


def report_problems(problems: tuple[UnreadableFile, ...]) -> None:
    """Say of each skipped file which it is, and why: on stderr, and to whoever collects the log."""
    for problem in problems:
        log.info("skipped %s: %s", problem.path, problem.reason)
        print(f"警告：{problem.consequence} {problem}", file=sys.stderr)


@contextmanager
def _reporting(progress: Progress | None) -> Iterator[Progress]:
    """The caller's way of showing progress, or a bar of our own for as long as the work takes."""
    if progress is not None:
        yield progress
        return
    with ExitStack() as shown:
        bars: Bars | None = None
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int) -> None:
            nonlocal bars
            bars = bars or shown.enter_context(_bars())
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def _bars() -> Bars:
    """Bars on stderr, where that is a terminal; loaded when there is something to show."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    return Bars(*columns, console=console, transient=True, disable=not console.is_terminal)
