"""Which passages answer a case: those that hold its quote, else those at and below its locator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.finding.ranking import FEATURES
from bot.pipeline import Assistant
from corpus.library import Library, load_corpus
from corpus.notice import Notice
from corpus.tree.lines import squeeze
from eval.cases import Case, read_cases
from eval.command import app
from eval.gold import gold_passages, listed
from index.retriever import Retriever
from index.snapshot import open_or_build

CASES = Path(__file__).parents[1] / "eval" / "cases"


def quoting(retriever: Retriever, place: int = 7) -> Case:
    passage = retriever.passages[place]
    return Case("a", (passage.text,), doc=passage.notice_id, gold_quote=passage.text)


def test_a_quote_is_found_whatever_marks_and_blanks_it_has(samples: Library, retriever: Retriever) -> None:
    case = quoting(retriever)
    spaced = replace(case, gold_quote="，".join(f"{char} " for char in case.gold_quote))
    assert 7 in gold_passages(case, samples, retriever)
    assert gold_passages(spaced, samples, retriever) == gold_passages(case, samples, retriever)


def test_a_locator_stands_for_what_is_below_it_too(samples: Library, retriever: Retriever) -> None:
    def at(place: int) -> str:
        passage = retriever.passages[place]
        return samples.notices[passage.notice].clauses[passage.clause].locator

    deep = next(i for i in range(len(retriever.passages)) if "/" in at(i))
    doc, above = retriever.passages[deep].notice_id, at(deep).rpartition("/")[0]
    found = gold_passages(Case("a", ("问",), doc=doc, gold_locator=above), samples, retriever)
    assert deep in found
    assert all(at(i) == above or at(i).startswith(f"{above}/") for i in found)
    assert gold_passages(Case("a", ("问",), doc=doc, gold_locator=above[:-1]), samples, retriever) != found


def test_questions_are_listed_with_the_numbers_of_their_passages(
    retriever: Retriever, assistant: Assistant
) -> None:
    case = quoting(retriever)
    strange = replace(case, case_id="x", gold_quote="月球背面的旅费")
    unnamed, talk = replace(case, doc=None), replace(case, turns=("你好", "多少钱"))
    for scoped in (True, False):
        questions, lost = listed([case, strange, unnamed, talk], assistant, retriever, scoped)
        assert lost == ["x"]
        assert [q.group for q in questions] == [case.doc]
        assert questions[0].features.shape == (len(questions[0].gold), len(FEATURES))
        assert questions[0].gold.any()


def test_too_few_questions_and_a_missing_file_are_told() -> None:
    nothing = CliRunner().invoke(app, ["eval", "fit-ranking"])
    assert nothing.exit_code == 2
    assert "gold_quote" in nothing.output
    missing = CliRunner().invoke(app, ["eval", "fit-ranking", "没有的.jsonl"])
    assert missing.exit_code == 2
    assert "没有文件" in missing.output


def test_a_quote_that_stands_to_the_letter_goes_before_one_with_other_marks(
    tmp_path: Path,
) -> None:
    (tmp_path / "fees.txt").write_text(
        "一、费用\n甲类，三百元。\n二、补充\n甲类：三百元。\n", encoding="utf-8"
    )
    library = load_corpus(tmp_path)
    retriever = open_or_build(library, tmp_path / "state")
    case = Case("a", ("问",), doc="fees", gold_quote="甲类：三百元")
    (place,) = gold_passages(case, library, retriever)
    assert retriever.passages[place].text == "甲类：三百元。"


@pytest.mark.parametrize("name", ["made", "fresh", "frontier", "frontier_plain"])
def test_the_grounds_of_cases_stand_in_their_notices(name: str) -> None:
    notices = load_corpus(CASES / "notices").notices
    lost = [c.case_id for c in read_cases(CASES / f"{name}.jsonl") if not _stands(c, notices)]
    assert lost == []


def test_the_grounds_of_cases_stand_in_the_shipped_notices() -> None:
    notices = load_corpus(CASES.parents[1] / "corpus" / "shipped").notices
    cases = [c for c in read_cases(CASES / "shipped.jsonl") if c.gold_locator]
    assert [c.case_id for c in cases if not _stands(c, notices)] == []


def _stands(case: Case, notices: Sequence[Notice]) -> bool:
    own = [n for n in notices if n.notice_id.startswith(case.doc or "")]
    if case.gold_quote:
        return any(squeeze(case.gold_quote) in squeeze(n.text) for n in own)
    at = case.gold_locator or ""
    return not at or any(c.locator == at or c.locator.startswith(f"{at}/") for n in own for c in n.clauses)
