"""Facts against the conditions of notices that they are not about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.answer_parts import ConditionState
from corpus.conditions.conditions import Attribute
from eval.cases import Case
from eval.command import app
from eval.crossing import Tally, cross, told_in
from eval.guides import as_notice, read_guides

GUIDE = {
    "task_name": "滑翔员登记",
    "condition": "申请人应当符合下列条件：（一）年满20周岁；（二）具有本科学历。",
}
CASES = [
    {"id": "a", "turns": ["我今年24岁，能报名吗"], "verdict": "eligible", "doc": "甲通知"},
    {"id": "b", "turns": ["我19，大专毕业，行吗"], "verdict": "not_eligible", "doc": "line-1"},
    {"id": "c", "turns": ["报名费多少钱"], "doc": "甲通知"},
]


def _file(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    return _file(tmp_path / "guides.jsonl", [GUIDE])


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return _file(tmp_path / "cases.jsonl", CASES)


def test_every_condition_is_judged_by_what_is_told_about_other_notices(guides):
    told = told_in([Case(c["id"], tuple(c["turns"]), verdict=c.get("verdict"), doc=c["doc"]) for c in CASES])
    assert [t.text for t in told] == ["我今年24岁，能报名吗", "我19，大专毕业，行吗"]
    tally = Tally()
    for decision in cross([as_notice(g) for g in read_guides(guides)[1]], told):
        tally.add(decision)
    assert tally.judged == {Attribute.AGE: 1, Attribute.EDUCATION: 1}  # not by what is told of itself
    assert tally.decided(Attribute.AGE, ConditionState.MET) == 1
    assert tally.decided(Attribute.EDUCATION, ConditionState.UNMET) == 0
    (shown,) = tally.sample(5, seed=1)
    assert (shown.words, shown.told) == ("年满20周岁", "我今年24岁，能报名吗")


def test_the_command_prints_counts_and_a_sample_by_seed(cases, guides):
    given = ["eval", "crossing", str(cases), "--guides", str(guides), "--facts", "5", "--show", "3"]
    ran = CliRunner().invoke(app, given)
    assert ran.exit_code == 0
    assert "age" in ran.output
    assert "满足｜年满20周岁｜年龄24周岁" in ran.output
    assert CliRunner().invoke(app, given).output == ran.output
    assert "年满20周岁" not in CliRunner().invoke(app, [*given, "--state", "unmet"]).output


def test_the_notices_of_a_folder_are_read(tmp_path, cases):
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "乙.md").write_text(
        "# 乙通知\n\n## 报名条件\n\n同时具备以下条件：\n\n1. 年满20周岁；\n2. 持有本市居住证。\n", "utf-8"
    )
    ran = CliRunner().invoke(app, ["eval", "crossing", str(cases), "--corpus", str(folder), "--show", "9"])
    assert ran.exit_code == 0
    assert "不满足｜年满20周岁｜年龄19周岁" in ran.output


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda f: f.write_text("{", "utf-8"), "第 1 行"),
        (lambda f: f.write_text('{"id": "a", "turns": ["几号截止"]}', "utf-8"), "没有一题"),
        (lambda f: f.unlink(), "读不了"),
    ],
)
def test_cases_that_cannot_be_used_are_said(cases, guides, change, said):
    change(cases)
    ran = CliRunner().invoke(app, ["eval", "crossing", str(cases), "--guides", str(guides)])
    assert ran.exit_code == 2
    assert said in ran.output


def test_without_notices_it_says_what_to_give(cases, guides):
    ran = CliRunner().invoke(app, ["eval", "crossing", str(cases)])
    assert (ran.exit_code, "--guides" in ran.output) == (2, True)
    guides.unlink()
    assert CliRunner().invoke(app, ["eval", "crossing", str(cases), "--guides", str(guides)]).exit_code == 2
