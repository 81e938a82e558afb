"""Service guides printed as notices, with questions that they answer and that they do not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from eval.cases import Behaviour
from eval.guide_questions import BadGuides, read_guide_questions

GUIDE = {
    "TASK_NAME": "临时摊位登记",
    "accept_standard": "在本区经营的个人。",
    "material_intro": ["身份证复印件", "摊位照片"],
    "handle_time": "20(工作日)",
    "handle_time_limit": "3(工作日)",
    "handle_location": "甲市银杏路3号2楼",
    "consult_phone": "0999-5550100",
    "complain_phone": "0999-5550111",
}


def written(tmp_path, *rows):
    path = tmp_path / "guides.jsonl"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), "utf-8")
    return path


def test_what_is_answered_is_printed_and_what_is_not_is_left_out(tmp_path):
    (made,) = read_guide_questions(written(tmp_path, *[{}] * 4, GUIDE), 10)
    text = made.notice.text
    told = [v for k in GUIDE if k != "TASK_NAME" for v in ([GUIDE[k]] if k != "material_intro" else GUIDE[k])]
    assert 1 <= sum(v not in text for v in told) <= 3
    for case in made.cases:
        assert case.doc == made.notice.notice_id
        assert (case.behaviour is Behaviour.ANSWER) == bool(case.gold_quote)
        assert case.gold_quote in text
    assert {c.behaviour for c in made.cases} == {Behaviour.ANSWER, Behaviour.ABSTAIN}


def test_the_same_file_gives_the_same_questions(tmp_path):
    path = written(tmp_path, *[{**GUIDE, "TASK_NAME": f"第{n}种登记"} for n in range(6)])
    assert read_guide_questions(path, 6) == read_guide_questions(path, 6)
    assert (
        len({tuple(replace(c, doc="", case_id="") for c in g.cases) for g in read_guide_questions(path, 6)})
        > 1
    )


def test_guides_are_spread_over_the_file_and_those_of_few_fields_are_skipped(tmp_path):
    rows = [{**GUIDE, "TASK_NAME": f"第{n}种登记"} for n in range(10)]
    path = written(tmp_path, *rows, {"TASK_NAME": "空", "consult_phone": "0999-5550100"})
    assert [g.notice.notice_id for g in read_guide_questions(path, 2)] == ["guide-1", "guide-6"]
    assert len(read_guide_questions(path, 100)) == 10


@pytest.mark.parametrize(
    ("content", "said"),
    [("[1]\n", "第 1 行"), ("{broken\n", "第 1 行"), (json.dumps({"a": 1}), "键"), ("\udcff", "UTF-8")],
)
def test_what_is_no_file_of_guides_is_said(tmp_path, content, said):
    path = tmp_path / "guides.jsonl"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadGuides, match=said):
        read_guide_questions(path, 3)
