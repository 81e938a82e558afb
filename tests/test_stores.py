"""Measuring the ways to keep vectors."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from eval.command import app
from eval.stores import TooFew, Vectorised, clauses_and_questions, measure_stores
from index.encoder import Vectors, unit_rows
from index.layouts import BYTE, CELLS, FULL, GRAPH, HALF


def rows(count: int, seed: int) -> Vectors:
    """Rows in a few clusters, as those of texts are."""
    draw = np.random.default_rng(seed)
    centres = np.random.default_rng(1).standard_normal((20, 16))
    return unit_rows(
        (centres[draw.integers(0, 20, count)] + draw.standard_normal((count, 16))).astype("float32")
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.jsonl.xz"
    lines = [
        {"question": f"第{i}个窗口几点开门？", "text": f"第{i}个窗口每天八点开门。每周六不办理业务。", "n": i}
        for i in range(600)
    ]
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return path


def test_equal_sentences_are_taken_once(file: Path) -> None:
    clauses, questions = clauses_and_questions([file])
    assert (len(clauses), len(questions)) == (601, 600)
    assert clauses_and_questions([file]) == (clauses, questions)
    assert clauses.count("每周六不办理业务。") == 1


def test_every_way_is_measured_against_comparing_all() -> None:
    trials = list(measure_stores(Vectorised(rows(3000, 2), rows(40, 3))))
    assert [t.layout for t in trials] == [FULL, HALF, BYTE, *[CELLS] * 4, *[GRAPH] * 3]
    assert trials[0].recall == 1
    assert all(t.recall > 0.8 and 0 < t.p50 <= t.p99 for t in trials)
    by_effort = [t.recall for t in trials if t.layout == CELLS]
    assert by_effort == sorted(by_effort)
    sizes = {t.layout: t.mib or 0 for t in trials}
    assert sizes[FULL] > sizes[HALF] > sizes[BYTE] > 0


def test_the_command_prints_a_row_for_each_way(file: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "stores", str(file), "--clauses", "1000"])
    assert result.exit_code == 0
    assert all(name in result.stdout for name in (FULL, HALF, BYTE, CELLS, GRAPH, "601 条"))


@pytest.mark.parametrize(
    ("content", "keyword"), [("{}\n", "至少 10 个"), ("not json\n", "JSON"), (None, "读不了")]
)
def test_files_without_enough_in_them_are_refused(tmp_path: Path, content: str | None, keyword: str) -> None:
    path = tmp_path / "few.jsonl"
    if content is not None:
        path.write_text(content, "utf-8")
    result = CliRunner().invoke(app, ["eval", "stores", str(path)])
    assert result.exit_code == 2
    assert keyword in result.output


def test_too_few_questions_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text('{"text": "窗口每天八点开门。"}\n', "utf-8")
    with pytest.raises(TooFew):
        clauses_and_questions([path])
