"""Measuring the HTTP endpoint beside a bare handler."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.command import app
from eval.http_rate import measure_rates
from eval.servers import NoServer

SAMPLES = Path(__file__).with_name("samples")
QUESTIONS = ["报名要多少钱？", "什么时候截止？"]


def test_both_servers_are_measured() -> None:
    rates = measure_rates(SAMPLES, QUESTIONS, connections=2, seconds=0.5, rounds=1)
    assert [r.what for r in rates] == ["bare", "again", "new"]
    assert all(r.rate > 0 and 0 < r.p50 <= r.p99 for r in rates)


def test_a_server_that_does_not_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoServer):
        measure_rates(tmp_path / "nothing", QUESTIONS, connections=1, seconds=0.2, rounds=1)


def test_questions_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["eval", "http", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 2
    assert "请核对路径" in result.output
