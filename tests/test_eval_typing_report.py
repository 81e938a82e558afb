"""The report over service guides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval import typing_report
from eval.command import app
from eval.guides import as_notice, find_keys, read_guides
from eval.typing_report import report_on, sample_text

GUIDE = {
    "TASK_NAME": "补贴申领",
    "accept_standard": "同时符合下列条件的个人可以申请：（一）年满20周岁； （二）品行良好。",
    "material_intro": ["身份证复印件", "随便什么"],
    "handle_time": "20(工作日)",
    "consult_phone": "0999-5550100",
    "complain_phone": "无",
    "handle_location": "办理地点：甲市银杏路3号2楼205室",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "guides.jsonl"
    lines = [json.dumps(GUIDE, ensure_ascii=False), "", "{broken", "[1]", json.dumps({"TASK_NAME": "空"})]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_keys_are_told_by_their_names(file):
    keys, guides, broken = read_guides(file)
    assert keys.conditions == ("accept_standard",)
    assert keys.materials == ("material_intro",)
    assert keys.limits == ("handle_time",)
    assert keys.phones == ("consult_phone", "complain_phone")
    assert keys.places == ("handle_location",)
    assert [(g.line, g.title) for g in guides] == [(1, "补贴申领"), (5, "空")]
    assert broken == 2
    assert guides[0].phones == ("0999-5550100",)


def test_keys_may_be_given():
    rows = [{"要求": "年满20周岁", "标题": "甲", "材料": "身份证"}]
    keys = find_keys(rows, conditions=["要求"])
    assert (keys.title, keys.conditions, keys.materials, keys.phones) == (("标题",), ("要求",), ("材料",), ())


def test_numbered_items_in_running_text_become_clauses(file):
    read = as_notice(read_guides(file)[1][0])
    assert [c.marker for c in read.clauses if c.marker] == ["（一）", "（二）"]


def test_counts_and_sample(file):
    _, guides, _ = read_guides(file)
    report = report_on(guides)
    assert report.guides == 2
    assert not report.errors
    counts = {kind: (c.typed, c.open, c.missed) for kind, c in report.counts.items()}
    assert counts == {
        "conditions": (1, 1, 0),
        "materials": (1, 1, 0),
        "limits": (1, 0, 0),
        "phones": (1, 0, 0),
        "places": (1, 0, 0),
    }
    text = sample_text(guides, 5, 1)
    assert text == sample_text(guides, 5, 1)
    assert "条件 typed：（一）年满20周岁； ⇒ 〔all〕；age >= 20岁" in text
    assert "时限 typed：20(工作日) ⇒ 20 工作日" in text
    assert "甲市银杏路3号2楼205室" in text


def test_a_guide_that_raises_is_counted(file, monkeypatch):
    def breaks(notice: object) -> None:
        raise RuntimeError("surprise")

    monkeypatch.setattr(typing_report, "compile_groups", breaks)
    report = report_on(read_guides(file)[1])
    assert report.errors == {"RuntimeError: surprise": 1}


def test_the_command(file, tmp_path):
    out = tmp_path / "out"
    result = CliRunner().invoke(app, ["eval", "typing", str(file), "--sample", "1", "--out", str(out)])
    assert result.exit_code == 0
    assert json.loads((out / "typing.json").read_text("utf-8"))["counts"]["limits"]["typed"] == 1
    assert (out / "sample.md").read_text("utf-8").startswith("# 抽样 1 / 1")
    assert "2 行不是 JSON 对象" in result.stderr


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\xff", None])
def test_a_file_that_cannot_be_used_is_2(tmp_path, content):
    path = tmp_path / "x.jsonl"
    if content is not None:
        path.write_bytes(content)
    result = CliRunner().invoke(app, ["eval", "typing", str(path)])
    assert result.exit_code == 2
    assert "错误" in result.stderr
