"""Rewritings change how something is said and not what; the command counts what that costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.command import app
from eval.rewritings import NOTICES, QUESTIONS

NOTICE = """竹编师培训招生公告

一、报名条件

报名者应当符合下列条件：

（一）年满18周岁；
（二）从事竹编工作满2年。

二、其他

1. 报名费每人80元。每人限报一期。
"""


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("marks", "（十二）年满18周岁；", "12）年满18周岁；"),
        ("marks", "1. 报名费每人80元。", "①报名费每人80元。"),
        ("marks", "（3）身份证。", "⑶身份证。"),
        ("marks", "1.5米以下的免票。", "1.5米以下的免票。"),
        ("one-line", "材料：\n\n（一）表格；\n（二）证件。\n二、", "材料：（一）表格；（二）证件。\n二、"),
        ("sentences", "每人80元。不退。\n（“另行通知。”）", "每人80元。\n不退。\n（“另行通知。”）"),
        ("markdown", "招生公告\n一、条件\n（一）成年。", "# 招生公告\n## 一、条件\n- 成年。"),
        ("unnumbered", "一、条件\n一、年满18周岁。", "条件\n一、年满18周岁。"),
        ("numerals", "满2年，3人以上，10个月，2026年3月", "满两年，三人以上，十个月，2026年3月"),
    ],
)  # fmt: skip
def test_a_notice_is_written_another_way(name: str, before: str, after: str) -> None:
    assert NOTICES[name].rewrite(before) == after


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_keeps_its_words(name: str) -> None:
    question = "我20岁，能报吗"
    rewritten = QUESTIONS[name].rewrite(question)
    assert rewritten == QUESTIONS[name].rewrite(question) != question
    assert all(part in rewritten for part in ("我20岁", "能报吗"))


@pytest.mark.parametrize("name", ["aside-before", "aside-behind", "courtesy"])
def test_nothing_chinese_is_said_around_a_question_in_english(name: str) -> None:
    assert QUESTIONS[name].rewrite("How much is it?") == "How much is it?"


def test_the_command_counts_what_is_lost(tmp_path: Path) -> None:
    notices = tmp_path / "notices"
    notices.mkdir()
    (notices / "bamboo.txt").write_text(NOTICE, encoding="utf-8")
    case = {"id": "fee", "turns": ["报名费多少"], "doc": "bamboo", "must_contain": ["80元"]}
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    command = ["eval", "rewrites", str(file), "--corpus", str(notices), "--lost"]
    done = CliRunner(env={"COLUMNS": "200"}).invoke(
        app, [*command, "--only", "sentences", "--only", "courtesy"]
    )
    assert done.exit_code == 0
    assert done.stdout.count("0（0.0%）") == 2
    assert "one-line" not in done.stdout


def test_an_unknown_rewriting_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["eval", "rewrites", "cases.jsonl", "--corpus", str(tmp_path), "--only", "upside-down"]
    )
    assert done.exit_code == 2
    assert "upside-down" in done.stderr
