"""Cases asked of libraries of one file each: as by somebody who has put in that notice and names none.

Among many notices a question that names none may be of any of them, and within a scope it is of that one
without doubt. Alone, the assistant has to tell by itself whether the question is of the notice at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.cases import Case
from eval.runner import Asker, Result, run

__all__ = ["NoFile", "ask_alone"]


class NoFile(ValueError):
    """A case whose notice is not at hand; the message names the case and the mend."""


def ask_alone(
    cases: Sequence[Case],
    corpus: Path,
    opened: Callable[[Path, Path], AbstractContextManager[Asker]],
    done: Callable[[Result], None],
    state: Path | None = None,
) -> list[Result]:
    """Ask every case of a library of its own file; the results in the order of the cases.

    `opened` gives the asker for a folder of notices and a folder for its index, which are kept below `state`
    or else forgotten.

    Raises:
        NoFile: a case names no file, or one that `corpus` does not hold.
    """
    places = sorted(range(len(cases)), key=lambda n: cases[n].doc or "")
    found: dict[int, Result] = {}
    for doc, group in groupby(places, key=lambda n: cases[n].doc):
        numbers = list(group)
        files = _files_of(doc, corpus, cases[numbers[0]])
        with _folders(files, state, doc or "") as folders, opened(*folders) as asker:
            results = run([cases[n] for n in numbers], asker, scope=False, done=done)
        found.update(zip(numbers, results, strict=True))
    return [found[n] for n in range(len(cases))]


def _files_of(doc: str | None, corpus: Path, case: Case) -> list[Path]:
    files = [p for p in sorted(corpus.rglob("*")) if doc and p.is_file() and p.name.startswith(doc)]
    if not files:
        raise NoFile(
            f"题目 {case.case_id} 的 doc（{doc}）在 {corpus} 里没有对应的文件；单独提问要每题都写明所属文件"
        )
    return files


@contextmanager
def _folders(files: Sequence[Path], state: Path | None, doc: str) -> Iterator[tuple[Path, Path]]:
    """A folder that holds copies of some files, and one for their index."""
    with TemporaryDirectory(prefix="wenze-alone-") as kept:
        folder = Path(kept) / "notices"
        folder.mkdir()
        for file in files:
            shutil.copy(file, folder)
        yield folder, (state / "alone" / doc if state else Path(kept) / "index")
