"""Samples for fitting the refusal: from cases, from cases without their answers, and from guides."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.finding.signals import MEANINGS
from bot.pipeline import Assistant
from eval.cases import Behaviour, Case
from eval.command import app
from eval.refusal_samples import ASKED, GUIDES, KNOCKED_OUT, asked, knocked_out, never_refuses, of_guides
from index.snapshot import open_or_build

CASES = [
    Case(
        "day", ("助学金申请什么时候截止",), doc="study", must_contain=("5月20日",), gold_quote="逾期不予受理"
    ),
    Case("fee", ("助学金评审收多少手续费",), Behaviour.ABSTAIN, doc="study"),
    Case("food", ("助学金的食堂怎么充值",), Behaviour.ABSTAIN, doc="study"),
    Case("print", ("助学金评审在哪里打印",), Behaviour.ABSTAIN, doc="study"),
    Case("ask", ("考试多少钱",), Behaviour.CLARIFY, doc="pilot"),
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    state = tmp_path_factory.mktemp("state")
    return lambda library: open_or_build(library, state)


def test_cases_are_asked_of_their_own_notice_and_none_is_refused_by_its_signals(samples, retriever):
    told = list(asked(CASES, Assistant(samples, retriever, never_refuses())))
    assert {(s.group, s.source) for s in told} == {("study", ASKED)}
    assert {s.case_id: (s.right, s.answerable, s.answered) for s in told} == {
        "day": (True, True, True),
        "fee": (False, False, False),
        "food": (False, False, False),
        "print": (False, False, True),
    }
    assert set(told[0].signals) == set(MEANINGS)


def test_without_its_answer_a_case_cannot_be_right(samples, opened):
    (told,) = knocked_out(CASES, samples, opened)
    assert (told.case_id, told.source, told.right, told.answerable) == ("day~", KNOCKED_OUT, False, False)


GUIDE = {
    "TASK_NAME": "临时摊位登记",
    "accept_standard": "在本区经营的个人。",
    "material_intro": ["身份证复印件", "摊位照片"],
    "handle_time": "20(工作日)",
    "handle_location": "甲市银杏路3号2楼",
    "consult_phone": "0999-5550100",
    "complain_phone": "0999-5550111",
}


@pytest.fixture
def guides(tmp_path):
    path = tmp_path / "guides.jsonl"
    rows = [{**GUIDE, "TASK_NAME": name} for name in ("临时摊位登记", "犬只登记", "船只登记")]
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), "utf-8")
    return path


def test_guides_count_for_less_and_each_is_a_notice_of_its_own(guides, opened):
    told = list(of_guides(guides, 3, opened))
    assert {s.source for s in told} == {GUIDES}
    assert len({s.group for s in told}) == 3
    assert {s.right for s in told} == {True, False}
    assert all(0 < s.weight < 1 for s in told)


def run(*args):
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["eval", "fit-refusal", *map(str, args)])


def test_the_command_fits_checks_and_writes(tmp_path, guides):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(
        '{"id": "a", "turns": ["助学金申请什么时候截止"], "doc": "study", "must_contain": ["5月20日"],'
        ' "gold_quote": "逾期不予受理"}\n{"id": "b", "turns": ["公寓什么时候摇号"], "doc": "talent",'
        ' "behaviour": "abstain"}\n',
        "utf-8",
    )
    state, out = tmp_path / "state", tmp_path / "weights.yaml"
    sets = f"{cases}@tests/samples"
    told = run(sets, "--guides", guides, "--state", state, "--out", out, "--check")
    assert told.exit_code == 0, told.output
    assert all(source in told.output for source in (ASKED, KNOCKED_OUT, GUIDES, "相差"))
    assert not out.exists()
    written = run(sets, "--guides", guides, "--state", state, "--out", out)
    assert written.exit_code == 0
    assert "结论的把握不变" in written.output
    assert "refusal:" in out.read_text("utf-8")
    assert "verdict:" not in out.read_text("utf-8")


def test_the_command_says_what_it_cannot_read(tmp_path):
    missing, broken = tmp_path / "none.jsonl", tmp_path / "broken.jsonl"
    broken.write_text("{", "utf-8")
    assert "没有文件" in run(missing).output
    assert "第 1 行" in run(f"{broken}@tests/samples").output
