"""Collections made from questions of reading comprehension and from questions with their answers.

Of reading comprehension (`question, passage, answer`) the documents are the distinct passages, or the clauses
of these; of questions with answers (`question, answer`), the distinct answers that are long enough to be told
from one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.notice import Span
from eval.beir import BadCollection, Collection, Document
from index.passages import sentences

__all__ = ["Record", "from_answers", "from_clauses", "from_passages", "read_records"]

SHORTEST = 30  # characters of an answer that is a document
CLAUSE = 80  # characters from which sentences that follow one another make a clause


class Record(BaseModel):
    """One question; without a passage only its answer is known."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    answer: str
    passage: str = ""
    title: str = ""


def read_records(path: Path) -> list[Record]:
    """The questions in a file of JSON lines.

    Raises:
        BadCollection: the file cannot be read, or a line is not such an object.
    """
    out: list[Record] = []
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                out.append(Record.model_validate_json(line))
    except ValidationError as error:
        raise BadCollection(
            f"{path} 第 {len(out) + 1} 行应是带有 question 和 answer 的 JSON 对象，都是字符串；请改正"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadCollection(f"{path} 读不了（{error}）；请核对路径和编码") from error
    return out


def from_passages(asked: Sequence[Record], pool: Sequence[Record] = ()) -> Collection:
    """Each question is to find its passage, among the passages of `asked` and of `pool`."""
    numbers = _numbers([r.passage for r in (*asked, *pool)])
    documents = {f"p{n}": Document("", text) for text, n in numbers.items()}
    queries = {f"q{n}": r.question for n, r in enumerate(asked)}
    relevant = {f"q{n}": {f"p{numbers[r.passage]}": 1} for n, r in enumerate(asked)}
    return Collection(documents, queries, relevant)


def from_clauses(asked: Sequence[Record], pool: Sequence[Record] = (), length: int = CLAUSE) -> Collection:
    """Each question is to find a clause of its passage that holds the answer.

    A clause is as few whole sentences as have `length` characters together; the last one of a passage may be
    shorter. Questions whose answer no clause holds whole are left out.
    """
    numbers = _numbers([r.passage for r in (*asked, *pool)])
    clauses = {n: list(_clauses(text, length)) for text, n in numbers.items()}
    documents = {f"p{n}c{i}": Document("", t) for n, cut in clauses.items() for i, t in enumerate(cut)}
    queries, relevant = {}, {}
    for number, record in enumerate(asked):
        home = numbers[record.passage]
        gold = {f"p{home}c{i}": 1 for i, t in enumerate(clauses[home]) if _holds(t, record.answer)}
        if gold:
            queries[f"q{number}"], relevant[f"q{number}"] = record.question, gold
    return Collection(documents, queries, relevant)


def from_answers(asked: Sequence[Record], shortest: int = SHORTEST) -> Collection:
    """Each question is to find its answer among all distinct answers of `shortest` characters or more."""
    numbers = _numbers([r.answer for r in asked if len(r.answer) >= shortest])
    documents = {f"a{n}": Document("", text) for text, n in numbers.items()}
    kept = [(f"q{n}", r) for n, r in enumerate(asked) if r.answer in numbers]
    relevant = {q: {f"a{numbers[r.answer]}": 1} for q, r in kept}
    return Collection(documents, {q: r.question for q, r in kept}, relevant)


def _numbers(texts: Sequence[str]) -> dict[str, int]:
    """The distinct texts in order, numbered."""
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _clauses(text: str, length: int) -> Iterator[str]:
    start = 0
    cut = sentences(text, Span(0, len(text)))
    for sentence in cut:
        if sentence.end - start >= length or sentence is cut[-1]:
            clause = text[start : sentence.end].strip()
            start = sentence.end
            if re.search(r"\w", clause):
                yield clause


def _holds(clause: str, answer: str) -> bool:
    return re.sub(r"\s+", "", answer) in re.sub(r"\s+", "", clause)
