"""How sure answers of new notices are served, and the line fitted to what came of them."""

from __future__ import annotations

import json

import pytest
import yaml
from typer.testing import CliRunner

from bot.unseen import as_weighed, log_odds, served
from eval.command import app
from eval.confidence import fitted_line


@pytest.mark.parametrize("judged", [False, True])
def test_what_is_served_rises_with_what_was_weighed(judged):
    steps = [served(n / 20, judged) for n in range(1, 20)]
    assert steps == sorted(steps)
    assert all(0 < s < 1 for s in steps)


@pytest.mark.parametrize("judged", [False, True])
@pytest.mark.parametrize("weighed", [0.1, 0.5, 0.9])
def test_what_was_weighed_is_found_again(weighed, judged):
    assert as_weighed(served(weighed, judged), judged) == pytest.approx(weighed)


def test_the_line_says_what_came_of_it():
    said = [0.9] * 100 + [0.6] * 100
    right = [n < 70 for n in range(100)] + [n < 40 for n in range(100)]
    line = fitted_line(said, right)
    assert line.scale * log_odds(0.9) + line.shift == pytest.approx(log_odds(0.7), abs=0.02)
    assert line.scale * log_odds(0.6) + line.shift == pytest.approx(log_odds(0.4), abs=0.02)


def _row(confidence, verdict, passed):
    response = {"outcome": "answered", "confidence": confidence, "verdict": verdict}
    return {"response": response, "passed": passed}


def fit(*args):
    return CliRunner().invoke(app, ["eval", "fit-confidence", *map(str, args)])


def test_the_command_keeps_a_line_for_each_kind(tmp_path):
    rows = [_row(c, v, n % 3 > 0) for c in (0.6, 0.9) for v in (None, "eligible") for n in range(30)]
    (tmp_path / "report.json").write_text(json.dumps({"rows": rows}), "utf-8")
    assert fit(tmp_path / "report.json", "--out", tmp_path / "w.yaml").exit_code == 0
    assert set(yaml.safe_load((tmp_path / "w.yaml").read_text("utf-8"))["unseen"]) == {"told", "judged"}


def test_the_command_says_what_is_wrong(tmp_path):
    assert "report.json" in fit(tmp_path / "none.json").stderr
    (tmp_path / "report.json").write_text(json.dumps({"rows": [_row(0.9, None, True)]}), "utf-8")
    result = fit(tmp_path / "report.json")
    assert result.exit_code == 2
    assert "至少要" in result.stderr
