"""Collections for retrieval in the layout of BEIR: `corpus.jsonl`, `queries.jsonl`, `qrels/test.tsv`.

Thakur et al., "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information Retrieval Models"
(NeurIPS Datasets 2021). A document has `_id`, `title` and `text`, a query `_id` and `text`; a line of the
qrels names a query, a document, and how relevant it is (0: not at all), with tabs between, below a header.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

__all__ = ["BadCollection", "Collection", "Document", "read_collection", "write_collection"]

_HEADER = ("query-id", "corpus-id", "score")


class BadCollection(ValueError):
    """A folder is not a collection; the message says which file and line, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is searched. An empty `title` means that there is none."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and queries by identifier, and the grades of each query's relevant documents, all above 0."""

    documents: Mapping[str, Document]
    queries: Mapping[str, str]
    relevant: Mapping[str, Mapping[str, int]]


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")

    identifier: str = Field(alias="_id", min_length=1)
    title: str = ""
    text: str


def read_collection(folder: Path) -> Collection:
    """Read a collection; queries without a relevant document are left out, as is usual in measuring.

    Raises:
        BadCollection: a file is missing, does not parse, or names what the others do not have.
    """
    documents = {d.identifier: Document(d.title, d.text) for d in _lines(folder / "corpus.jsonl")}
    queries = {q.identifier: q.text for q in _lines(folder / "queries.jsonl")}
    relevant = _grades(folder / "qrels" / "test.tsv", documents, queries)
    if not relevant:
        raise BadCollection(f"{folder / 'qrels' / 'test.tsv'} 里没有一条得分大于 0 的标注；请核对")
    return Collection(documents, {q: t for q, t in queries.items() if q in relevant}, relevant)


def write_collection(folder: Path, collection: Collection) -> None:
    """Write the three files into a folder, which is made where it is missing."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    documents = ({"_id": i, "title": d.title, "text": d.text} for i, d in collection.documents.items())
    _write(folder / "corpus.jsonl", (json.dumps(d, ensure_ascii=False) for d in documents))
    queries = ({"_id": i, "text": text} for i, text in collection.queries.items())
    _write(folder / "queries.jsonl", (json.dumps(q, ensure_ascii=False) for q in queries))
    rows = (f"{q}\t{d}\t{g}" for q, grades in collection.relevant.items() for d, g in grades.items())
    _write(folder / "qrels" / "test.tsv", ("\t".join(_HEADER), *rows))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def _text_lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except UnicodeDecodeError as error:
        raise BadCollection(f"{path} 不是 UTF-8 编码的文本；请转换编码") from error
    except OSError as error:
        raise BadCollection(
            f"{path} 读不了（{error.strerror}）；文件夹里应有 corpus.jsonl、queries.jsonl 和 qrels/test.tsv"
        ) from error


def _lines(path: Path) -> Iterator[_Line]:
    seen: set[str] = set()
    for number, line in _text_lines(path):
        try:
            read = _Line.model_validate_json(line)
        except ValidationError as error:
            raise BadCollection(
                f"{path} 第 {number} 行应是带有 _id 和 text 的 JSON 对象，两者都是字符串；请改正"
            ) from error
        if read.identifier in seen:
            raise BadCollection(f"{path} 第 {number} 行的 _id“{read.identifier}”重复；请改名")
        seen.add(read.identifier)
        yield read


def _grades(
    path: Path, documents: Mapping[str, Document], queries: Mapping[str, str]
) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for number, line in _text_lines(path):
        cells = tuple(line.split("\t"))
        if number == 1 and cells == _HEADER:
            continue
        if len(cells) != len(_HEADER) or not cells[2].strip().lstrip("-").isdecimal():
            raise BadCollection(f"{path} 第 {number} 行应是问题、文档、整数得分三项，用制表符隔开；请改正")
        query, document, grade = cells[0], cells[1], int(cells[2])
        if query not in queries or document not in documents:
            missing = query if query not in queries else document
            raise BadCollection(f"{path} 第 {number} 行的“{missing}”在 corpus 或 queries 里没有；请核对")
        if grade > 0:
            found.setdefault(query, {})[document] = grade
    return found
