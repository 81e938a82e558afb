"""Recall of the clause that answers: which passage is the gold one, and what each way of ranking finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.pipeline import Assistant
from corpus.library import Library
from eval.cases import Case, read_cases
from eval.clauses import ClauseCase, PlainBm25, clause_cases, measure_recall, missed, rankings
from eval.command import app
from index.retriever import Retriever

CASES = Path(__file__).parents[1] / "eval" / "cases"


def gold_case(library: Library, retriever: Retriever, *, scope: bool) -> ClauseCase:
    passage = retriever.passages[7]
    case = Case("a", (passage.text,), doc=passage.notice_id, gold_quote=passage.text[:8])
    found, lost = clause_cases([case], library, retriever, scope)
    assert lost == []
    return found[0]


def test_the_gold_passage_is_the_one_that_holds_the_quote(samples: Library, retriever: Retriever) -> None:
    case = gold_case(samples, retriever, scope=True)
    assert case.gold == {7}
    own = {i for i, p in enumerate(retriever.passages) if p.notice_id == retriever.passages[7].notice_id}
    assert case.allowed == own
    assert gold_case(samples, retriever, scope=False).allowed is None


def test_a_case_whose_clause_is_in_no_notice_is_told(samples: Library, retriever: Retriever) -> None:
    strange = [Case("x", ("多少钱",), gold_quote="月球背面的旅费"), Case("y", ("多少钱",))]
    assert clause_cases(strange, samples, retriever, True) == ([], ["x", "y"])


@pytest.mark.parametrize("scope", [True, False])
def test_a_question_in_the_words_of_its_clause_is_found_by_all(
    samples: Library, retriever: Retriever, assistant: Assistant, scope: bool
) -> None:
    case = gold_case(samples, retriever, scope=scope)
    for name, rank in rankings(retriever, assistant).items():
        assert measure_recall(name, rank, [case]).at == (100.0, 100.0, 100.0), name
        assert missed(rank, [case], retriever) == ""


def test_recall_counts_the_first_k() -> None:
    cases = [ClauseCase(Case(str(n), ("q",)), frozenset({n}), None) for n in range(4)]
    places = [[0], [9, 8, 7, 1], [9, 8, 7, 6, 5, 4, 2], [9]]
    assert measure_recall("x", lambda c: places[int(c.case.case_id)], cases).at == (25.0, 50.0, 75.0)


def test_plain_bm25_prefers_the_rarer_word_and_the_shorter_text() -> None:
    scores = PlainBm25(["报名缴费", "报名缴费以及其他各种各样的事情", "报名", "报名"]).scores("缴费")
    assert scores[0] > scores[1] > scores[2] == scores[3] == 0


@pytest.mark.parametrize("name", ["colloquial", "colloquial_heldout"])
def test_the_colloquial_cases_name_their_clause_in_few_characters(name: str) -> None:
    cases = read_cases(CASES / f"{name}.jsonl")
    assert len({c.case_id for c in cases}) == len(cases) == 75
    assert all(c.doc and c.gold_locator and 4 <= len(c.gold_quote) < 20 for c in cases)


def test_the_command_prints_a_row_for_each_way(
    tmp_path: Path, samples: Library, retriever: Retriever
) -> None:
    passage = retriever.passages[7]
    path = tmp_path / "cases.jsonl"
    item = {"id": "a", "turns": ["随便"], "doc": passage.notice_id, "gold_quote": passage.text[:8]}
    lost = {**item, "id": "b", "gold_quote": "月球背面的旅费"}
    path.write_text("\n".join(json.dumps(x, ensure_ascii=False) for x in (item, lost)), "utf-8")
    folder = Path(__file__).with_name("samples")
    args = ["eval", "clauses", str(path), "--corpus", str(folder), "--state", str(tmp_path / "s"), "--misses"]
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, args)
    assert result.exit_code == 0, result.output
    for name in (
        "jieba BM25",
        "lexical",
        "dense",
        "hybrid",
        "ranked",
        "recall@5",
        "1 题的条款在通知里找不到：b",
    ):
        assert name in result.output
