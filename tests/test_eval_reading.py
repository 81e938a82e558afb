"""The benchmark of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.library import load_corpus
from eval.command import app
from eval.reading import measure_load, measure_rate
from eval.recombined import sections_of, write_notices

TEXT = "# 关于收费的通知\n\n## 一、标准\n\n每人200元。\n\n## 二、时间\n\n2026年3月1日截止。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notices"
    made.mkdir()
    (made / "n1.md").write_text(TEXT, "utf-8")
    (made / "broken.txt").write_bytes(b"")
    return made


def test_the_rate_counts_what_was_read(folder):
    rate = measure_rate(folder)
    assert rate.characters == len(TEXT)
    assert rate.clauses == 5
    assert rate.facts == 2
    assert rate.seconds > 0
    assert rate.ratio == pytest.approx(rate.seconds / rate.yardstick)


def test_notices_are_recombined_the_same_way_each_time(folder, tmp_path):
    sections = sections_of(load_corpus(folder).notices)
    assert sections == ["## 一、标准\n\n每人200元。", "## 二、时间\n\n2026年3月1日截止。"]
    written = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        total = write_notices(tmp_path / name, sections, 3, 100)
        texts = [p.read_text("utf-8") for p in sorted((tmp_path / name).iterdir())]
        assert total == sum(map(len, texts))
        assert all(len(t) >= 100 for t in texts)
        written.append(texts)
    assert written[0] == written[1]
    assert len(set(written[0])) == 3


def test_the_stages_of_a_load(folder):
    stages = list(measure_load(folder, 3, 100))
    assert [s.name[:2] for s in stages] == ["拼出", "读成", "提取", "建立"]
    assert all(s.seconds >= 0 and s.peak_mib > 10 for s in stages)
    assert list(folder.iterdir()).__len__() == 2


def test_the_commands(folder):
    runner = CliRunner()
    rate = runner.invoke(app, ["eval", "reading", str(folder)])
    assert rate.exit_code == 0
    assert "字、" in rate.stdout
    load = runner.invoke(app, ["eval", "reading", str(folder), "--notices", "2", "--characters", "50"])
    assert load.exit_code == 0
    assert "合计" in load.stdout
    empty = runner.invoke(app, ["eval", "reading", str(folder / "nowhere")])
    assert empty.exit_code == 1
    assert "没有能读的" in empty.stderr
