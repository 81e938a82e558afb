"""Breaks put back into what is typed without marks."""

from __future__ import annotations

from datetime import date

import pytest
from typer.testing import CliRunner

from bot.speech.run_on import signs_between, with_breaths, without_blanks
from eval.breaths import fit, places_in
from eval.command import app
from index.segmentation import Segmenter

SEGMENTER = Segmenter()

NOTICE = """云浦市木作匠人等级评定须知

一、报考条件
具备以下条件之一者，可报考三级：
1、取得四级证书后，从事本职业满2年。
2、大学专科及以上学历，从事本职业满3年。
二、报考三级的，须年满20周岁。
"""


@pytest.mark.parametrize(
    "typed",
    [
        "大专毕业，干了5年，能报三级吗",
        "大专毕业 干了5年 能报三级吗",
        "三级能报吗",
        "",
        "木作匠人三级要交多少钱",
    ],
)
def test_what_is_short_or_has_marks_stays_as_it_is(typed):
    assert with_breaths(typed, SEGMENTER) == typed


@pytest.mark.parametrize(
    "told",
    ["我大专毕业，在家具厂干了5年，今年能报三级吗", "本科毕业，今年28岁，在现在的公司干了3年，能申请吗"],
)
def test_breaks_come_back_where_breath_is_taken(told):
    again = with_breaths(told.replace("，", ""), SEGMENTER)
    assert again.replace("，", "") == told.replace("，", "")
    assert len(set(told.split("，")) & set(again.split("，"))) >= 2


def test_a_case_told_in_one_breath_comes_to_the_same_verdict(asking):
    ask = asking(date(2026, 3, 1), craft=NOTICE)
    for told in (
        "我大专毕业，在家具厂干了5年木作，今年26岁，能报三级吗",
        "我今年26岁，大专毕业，干了2年木作，没有四级证，能报三级吗",
    ):
        assert ask(told.replace("，", "")).verdict == ask(told).verdict is not None


def test_places_between_words_are_told_with_what_stands_around_them():
    found = dict(signs_between("干了5年能报三级", SEGMENTER))
    assert {"-1 年", "0 能", "前 5年"} <= set(found[4])
    assert not dict(signs_between("", SEGMENTER))


def test_marks_are_learnt_from_where_they_stood():
    told = ["干了五年，能报吗", "学了三年，能报吗", "做了两年，能报吗", "五年能报几次", "能报几年"]
    asked = [(t, f"notice {n}") for n in range(4) for t in told] + [("望舒五年，能报吗", "notice 1")] * 3
    places = places_in(asked, SEGMENTER)
    assert {p.marked for p in places} == {True, False}
    assert not any(p.marked for p in places_in([("我能报三级吗？", "n")], SEGMENTER))
    bias, weights = fit(places)
    scores = {p.marked: bias + sum(weights.get(s, 0.0) for s in p.signs) for p in places}
    assert scores[True] > 0 > scores[False]
    assert not any("舒" in sign for sign in weights)  # the name of one notice is no sign


def test_cases_without_marks_are_refused_with_how_to_mend_it(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": "A1", "turns": ["能报三级吗"]}\n', encoding="utf-8")
    ran = CliRunner().invoke(app, ["eval", "fit-breaths", str(file), "--check"])
    assert ran.exit_code == 2
    assert "没有带标点的问话" in ran.output


def test_blanks_between_all_words_mean_nothing():
    assert without_blanks("大专 毕业 干 了 5 年 能 报 三级 吗") == "大专毕业干了5年能报三级吗"
    for typed in ("大专毕业 干了5年 能报三级吗", "5 年", "can I apply", "三级 能报吗"):
        assert without_blanks(typed) == typed


def test_cases_on_too_few_notices_are_refused_with_how_to_mend_it(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": "A1", "doc": "one", "turns": ["干了五年，能报三级吗"]}\n', encoding="utf-8")
    ran = CliRunner().invoke(app, ["eval", "fit-breaths", str(file), "--check"])
    assert ran.exit_code == 2
    assert "doc" in ran.output
