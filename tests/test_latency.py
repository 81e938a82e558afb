from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.service.settings import shipped_corpus
from eval.command import app
from eval.latency import _floor, measure_latency

CASES = Path(__file__).parent.parent / "eval" / "cases" / "shipped.jsonl"


@pytest.mark.parametrize("clauses", [None, 600])
def test_every_stage_is_measured_at_the_size_asked_for(clauses: int | None) -> None:
    found = measure_latency(shipped_corpus(), ["报名要多少钱？", "什么时候截止？", "电话多少？"], clauses)
    assert [s.stage for s in found.stages] == ["answer", "evidence", "search", "lexical", "encode", "dense"]
    assert all(0 < s.p50 <= s.p99 and s.busy50 <= s.busy99 for s in found.stages)
    assert 0 < found.start.ready < found.start.first
    assert found.start.resident > 0
    assert found.scanned == found.passages * (256 + 4)  # rounded, each with its unit
    assert found.floor > 0
    assert clauses is None or 0.5 * clauses < found.clauses < 2 * clauses


def test_questions_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "latency", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 2
    assert "请核对路径" in result.output


def test_what_is_not_read_has_no_floor() -> None:
    assert _floor(0) == 0
    assert _floor(1) > 0
