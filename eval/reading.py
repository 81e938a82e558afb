"""How fast notices are read, and what reading, extracting and indexing many of them takes."""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.library import Library, load_corpus
from corpus.notice import Notice
from corpus.reading import read_file
from corpus.rules.rules import compile_groups
from corpus.values.materials import materials_of
from corpus.values.steps import steps_of
from eval.recombined import sections_of, write_notices
from index.segmentation import Segmenter
from index.snapshot import open_or_build

__all__ = ["Rate", "Stage", "measure_load", "measure_rate"]

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Rate:
    """One pass over a folder of text notices; seconds are a processor's, the best of a few rounds in one run.

    `yardstick` is what splitting the same text at sentence marks and cutting it into words takes.
    """

    files: int
    characters: int
    clauses: int
    facts: int
    seconds: float
    yardstick: float

    @property
    def ratio(self) -> float:
        """How many times as long as the yardstick reading takes."""
        return self.seconds / self.yardstick if self.yardstick else 0.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work: seconds on the clock, seconds of a processor, and the most memory held so far."""

    name: str
    seconds: float
    processor: float
    peak_mib: float


def measure_rate(folder: Path) -> Rate:
    """Time reading and extracting every text notice below `folder` against splitting and cutting words.

    Raises:
        FileNotFoundError: there is no text notice that can be read.
    """
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in TEXT_SUFFIXES)
    notices = [n for p in paths for n in _read(p)]
    if not notices:
        raise FileNotFoundError(2, "没有能读的 .txt 或 .md 通知", str(folder))
    segmenter = Segmenter()
    texts = [n.text for n in notices]
    return Rate(
        files=len(paths),
        characters=sum(map(len, texts)),
        clauses=sum(len(n.clauses) for n in notices),
        facts=sum(len(n.facts) for n in notices),
        seconds=_best(lambda: [_extract(n) for p in paths for n in _read(p)]),
        yardstick=_best(lambda: [segmenter.words(s) for t in texts for s in re.split("[。；！？\n]", t)]),
    )


def measure_load(folder: Path, notices: int, characters: int) -> Iterator[Stage]:
    """Make notices from the clauses below `folder`, then read, extract and index them, stage by stage.

    Raises:
        EmptyCorpus: there is no readable notice to make them from.
    """
    sections = sections_of(load_corpus(folder).notices)
    with tempfile.TemporaryDirectory(prefix="wenze-reading-") as name:
        made, state = Path(name) / "corpus", Path(name) / "state"
        made.mkdir()
        state.mkdir()
        with _timed() as elapsed:
            total = write_notices(made, sections, notices, characters)
        yield _stage(f"拼出 {notices} 份通知，共 {total} 字", elapsed)
        with _timed() as elapsed:
            library = load_corpus(made)
        yield _stage(f"读成条款并提取数值：{_counted(library)}", elapsed)
        with _timed() as elapsed:
            found = [sum(x) for x in zip(*(_extract(n) for n in library.notices), strict=True)]
        yield _stage(f"提取条件、材料、步骤：{found[0]} 组、{found[1]} 件、{found[2]} 步", elapsed)
        with _timed() as elapsed:
            retriever = open_or_build(library, state)
        yield _stage(f"建立索引：{len(retriever.passages)} 段", elapsed)


def _extract(notice: Notice) -> tuple[int, int, int]:
    """How many condition lists, documents and steps there are; facts come with reading."""
    return len(compile_groups(notice)), len(materials_of(notice)), len(steps_of(notice))


def _read(path: Path) -> Sequence[Notice]:
    try:
        return read_file(path)
    except UnreadableFile:
        return []


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        with _timed() as elapsed:
            work()
        times.append(elapsed[1])
    return min(times)


@contextmanager
def _timed() -> Iterator[list[float]]:
    """A list that holds, once the block is left, the seconds that it took: on the clock, of processors."""
    elapsed: list[float] = []
    start, worked = time.perf_counter(), time.process_time()
    yield elapsed
    elapsed += [time.perf_counter() - start, time.process_time() - worked]


def _stage(name: str, elapsed: Sequence[float]) -> Stage:
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return Stage(name, elapsed[0], elapsed[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def _counted(library: Library) -> str:
    clauses = sum(len(n.clauses) for n in library.notices)
    return f"{clauses} 条条款、{sum(len(n.facts) for n in library.notices)} 个数值"
