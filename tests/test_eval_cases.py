"""Reading case files: what may be left out, and what is said of a line that is no case."""

from __future__ import annotations

from datetime import date

import pytest

from eval.cases import BadCase, Behaviour, Case, read_cases


def written(tmp_path, text):
    path = tmp_path / "cases.jsonl"
    path.write_text(text, "utf-8")
    return path


def test_only_turns_are_needed(tmp_path):
    path = written(tmp_path, '\n{"turns": ["多少钱"]}\n\n')
    assert read_cases(path) == [Case(case_id="2", turns=("多少钱",))]


def test_every_key_is_read_and_others_are_ignored(tmp_path):
    path = written(
        tmp_path,
        '{"id": "x1", "type": "fee", "style": "plain", "doc": "n1", "notice": "n2", "turns": ["甲", "乙"],'
        ' "as_of": "2026-03-01", "behaviour": "clarify", "verdict": "needs_info",'
        ' "must_contain": ["200|二百"], "must_not_contain": ["300"],'
        ' "gold_quote": "每人200元", "gold_locator": "一/（一）", '
        ' "gold_answer": "200元", "reason": "Tolerant: either", "author": "?"}\n',
    )
    (case,) = read_cases(path)
    assert case == Case(
        case_id="x1",
        turns=("甲", "乙"),
        behaviour=Behaviour.CLARIFY,
        verdict="needs_info",
        as_of=date(2026, 3, 1),
        doc="n1",
        must_contain=("200|二百",),
        must_not_contain=("300",),
        gold_quote="每人200元",
        gold_locator="一/（一）",
        gold_answer="200元",
        kind="fee",
        style="plain",
        reason="Tolerant: either",
    )
    assert case.tolerant
    assert read_cases(path, "notice")[0].doc == "n2"


def test_null_means_left_out_and_unanswerable_means_abstain(tmp_path):
    line = (
        '{"turns": ["甲"], "as_of": null, "verdict": "null", "must_contain": null, "doc": null, "type": "%s"}'
    )
    first, second = read_cases(written(tmp_path, f"{line % 'fee'}\n{line % 'unanswerable'}"))
    assert (first.as_of, first.verdict, first.must_contain, first.doc) == (None, None, (), None)
    assert (first.behaviour, second.behaviour) == (Behaviour.ANSWER, Behaviour.ABSTAIN)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"turns": ', "不是 JSON"),
        ("[]", "对象"),
        ('{"id": "x"}', "turns"),
        ('{"turns": []}', "turns"),
        ('{"turns": "甲"}', "turns"),
        ('{"turns": [1]}', "turns"),
        ('{"turns": ["甲"], "behaviour": "guess"}', "guess"),
        ('{"turns": ["甲"], "verdict": "maybe"}', "maybe"),
        ('{"turns": ["甲"], "as_of": "tomorrow"}', "tomorrow"),
        ('{"turns": ["甲"], "gold_quote": ["x"]}', "gold_quote"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, words):
    path = written(tmp_path, f'{{"turns": ["甲"]}}\n{line}\n')
    with pytest.raises(BadCase, match=r"cases\.jsonl 第 2 行") as caught:
        read_cases(path)
    assert words in str(caught.value)
