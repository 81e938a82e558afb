"""Reading what the default encoder is trained on, and cutting it into lessons.

A file has a JSON object on each line and may be compressed with xz. Objects with `question`, `passage` and
`answer` are questions of reading comprehension; objects with `text`, and `law` or `title` above it, are
articles.
"""

from __future__ import annotations

import json
import lzma
import multiprocessing
import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import UnusableTexts
from index.lessons import Articles, Curriculum, Lessons, Readings, Wordings
from index.normal import search_key
from index.paraphrases import concepts
from index.pieces import Bags, Gathering, Piece, pieces
from index.segmentation import Segmenter

__all__ = ["TrainingTexts", "cut_lessons", "read_texts"]

_AT_ONCE = 256  # texts that a process cuts between two reports

Progress = Callable[[str, int, int], None]
_Compact = tuple[str, bytes, bytes]  # tokens with NUL between, starts, ends: cheap to send between processes


@dataclass(frozen=True, slots=True)
class TrainingTexts:
    """Questions as (question, passage, answer), and articles as (title, text)."""

    readings: tuple[tuple[str, str, str], ...]
    articles: tuple[tuple[str, str], ...]


def read_texts(paths: Sequence[Path]) -> TrainingTexts:
    """The texts of some files, in order.

    Raises:
        UnusableTexts: a file cannot be read, a line is of neither kind, or there is no text at all.
    """
    readings, articles = [], []
    for path in paths:
        for number, line in _lines(path):
            found = _record(path, number, line)
            if len(found) == 3:
                readings.append(found)
            else:
                articles.append(found)
    if not readings and not articles:
        raise UnusableTexts(
            "文件里没有可以用来训练的文本；每行应是带 question、passage、answer 或带 text 的 JSON 对象"
        )
    return TrainingTexts(tuple(readings), tuple(articles))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line
    except (OSError, UnicodeDecodeError, lzma.LZMAError, EOFError) as problem:
        raise UnusableTexts(f"{path} 读不了（{problem}）；请核对路径，文本应是 UTF-8 编码") from problem


def _record(path: Path, number: int, line: str) -> tuple[str, str, str] | tuple[str, str]:
    try:
        record = json.loads(line)
        if "question" in record:
            question, passage, answer = (record[key] for key in ("question", "passage", "answer"))
            if all(isinstance(value, str) for value in (question, passage, answer)):
                return question, passage, answer
        title, text = record.get("law") or record.get("title") or "", record["text"]
        if isinstance(title, str) and isinstance(text, str):
            return title, text
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise UnusableTexts(
        f"{path} 第 {number} 行应是带 question、passage、answer 或带 text 的 JSON 对象，值都是字符串；请改正"
    )


def cut_lessons(texts: TrainingTexts, most: int, fewest: int, progress: Progress) -> Curriculum:
    """The vocabulary and the lessons over it, of the kinds 条文, 问答 and 说法; the last are always there.

    Tokens that `fewest` texts have at least are kept, the `most` most frequent of them at most.
    """
    said = [(w, official, n) for n, c in enumerate(concepts()) for official in c.official for w in c.words]
    said = [(w, official, n) for w, official, n in said if w != official]
    every = {t: None for reading in texts.readings for t in reading[:2]}
    every |= dict.fromkeys(t for article in texts.articles for t in article)
    every |= dict.fromkeys(w for pair in said for w in pair[:2])
    cut = _Cuts(list(every), progress)
    vocabulary = cut.vocabulary(most, fewest)
    rows = {token: row for row, token in enumerate(vocabulary)}
    lessons: dict[str, Lessons] = {}
    if texts.articles:
        lessons["条文"] = _articles(texts, cut, rows)
    if texts.readings:
        lessons["问答"] = _readings(texts, cut, rows)
    numbers = np.array([n for _, _, n in said], dtype=np.int64)
    lessons["说法"] = Wordings(
        cut.bags([s for s, _, _ in said], rows), cut.bags([o for _, o, _ in said], rows), numbers
    )
    return Curriculum(vocabulary, cut.inverse(vocabulary), lessons)


def _articles(texts: TrainingTexts, cut: _Cuts, rows: dict[str, int]) -> Articles:
    titles = {title: number for number, title in enumerate(dict.fromkeys(t for t, _ in texts.articles))}
    title_of = np.array([titles[title] for title, _ in texts.articles], dtype=np.int64)
    return Articles(
        cut.bags([text for _, text in texts.articles], rows), cut.bags(list(titles), rows), title_of
    )


def _readings(texts: TrainingTexts, cut: _Cuts, rows: dict[str, int]) -> Readings:
    passages = {p: number for number, p in enumerate(dict.fromkeys(p for _, p, _ in texts.readings))}
    answers = [(search_key(p), search_key(a)) for _, p, a in texts.readings]
    starts = np.array([key.find(answer) for key, answer in answers], dtype=np.int64)
    return Readings(
        cut.bags([question for question, _, _ in texts.readings], rows),
        cut.bags(list(passages), rows),
        np.array([passages[p] for _, p, _ in texts.readings], dtype=np.int64),
        starts,
        starts + np.array([len(answer) for _, answer in answers], dtype=np.int64),
    )


class _Cuts:
    """Texts cut into pieces by several processes, and how many of them each token occurs in."""

    def __init__(self, texts: Sequence[str], progress: Progress) -> None:
        self._cut: dict[str, _Compact] = {}
        self._counts: Counter[str] = Counter()
        spawn = multiprocessing.get_context("forkserver")
        with spawn.Pool(min(os.cpu_count() or 1, 8), _start_cutting) as workers:
            for text, cut in zip(texts, workers.imap(_cut_text, texts, _AT_ONCE), strict=True):
                self._cut[text] = cut
                self._counts.update(set(cut[0].split("\0")) if cut[0] else ())
                if len(self._cut) % _AT_ONCE == 0 or len(self._cut) == len(texts):
                    progress("分词", len(self._cut), len(texts))

    def vocabulary(self, most: int, fewest: int) -> tuple[str, ...]:
        """The tokens to keep, sorted."""
        kept = sorted((-count, token) for token, count in self._counts.items() if count >= fewest)
        return tuple(sorted(token for _, token in kept[:most]))

    def inverse(self, vocabulary: Sequence[str]) -> npt.NDArray[np.float32]:
        """The idf of each token, as BM25 has it."""
        holding = np.array([self._counts[t] for t in vocabulary], dtype=np.float64)
        return np.log1p((len(self._cut) - holding + 0.5) / (holding + 0.5)).astype(np.float32)

    def bags(self, texts: Sequence[str], rows: dict[str, int]) -> Bags:
        """The bags of some of the texts."""
        gathering = Gathering(rows, grows=False)
        for text in texts:
            gathering.add(_unpacked(self._cut[text]))
        return gathering.bags()


_segmenter: Segmenter | None = None  # of a process that cuts


def _start_cutting() -> None:
    global _segmenter
    _segmenter = Segmenter()


def _cut_text(text: str) -> _Compact:
    assert _segmenter is not None
    found = list(pieces(_segmenter.cut(text)))
    starts, ends = array("i", (s for _, s, _ in found)), array("i", (e for _, _, e in found))
    return "\0".join(token for token, _, _ in found), starts.tobytes(), ends.tobytes()


def _unpacked(cut: _Compact) -> Iterator[Piece]:
    tokens = cut[0].split("\0") if cut[0] else []
    starts, ends = array("i"), array("i")
    starts.frombytes(cut[1])
    ends.frombytes(cut[2])
    return zip(tokens, starts, ends, strict=True)
