"""The same few characters over and over: a notice of them is read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer_parts import Outcome
from bot.judging.by_passages import _STATES_NOTHING
from bot.speech.courtesies import without_courtesies
from corpus.conditions.bound_matters import own_words, subject_of
from corpus.conditions.credentials import credentials_in, majors_named
from corpus.library import load_corpus

LENGTH = 3000
NOTICE = """# 关于办理某事的通知

申请人应当具备以下条件：{run}

具备以下条件之一的，可以申请：
（一）本科学历{run}满1年；
（二）{run}可以申报。
"""


RUNS = """
甲、|、|，|1|1,| |　|或|和|甲或乙|三级和|四级、三级|不超过|9:00-
满1年|18岁以上|2026年9月1日|100元|分别为|13800138000 |有效期 |（|×
"""


@pytest.mark.parametrize("run", [run for line in RUNS.split("\n") for run in line.split("|") if run])
def test_a_clause_of_one_run_is_read(tmp_path: Path, run: str) -> None:
    (tmp_path / "corpus").mkdir()
    text = NOTICE.format(run=run * (LENGTH // len(run)))
    (tmp_path / "corpus" / "run.md").write_text(text, "utf-8")
    (notice,) = load_corpus(tmp_path / "corpus", tmp_path / "kept").notices
    assert notice.title == "关于办理某事的通知"
    assert max(c.span.end - c.span.start for c in notice.clauses) >= LENGTH // 2


@pytest.mark.parametrize("paper", ["三级或四级、" * 20, "取得的职业" + "及职业的" * 20])
def test_certificates_joined_without_end_are_none(paper: str) -> None:
    assert not [p for p in credentials_in(paper) if p.leaf.attribute == "certificate"]


def test_fields_of_study_joined_without_end_are_no_names() -> None:
    assert majors_named("园林或林学以及" * 30) == ""
    assert majors_named("园林、林学和农学专业本科") == "园林、林学和农学"


def test_verbs_without_end_leave_the_noun_before_them() -> None:
    assert subject_of("库容" + "不超过" * 60) == "库容"
    assert subject_of("不超过" * 60 + "。") == ""


def test_what_stands_far_before_a_number_is_not_its_own() -> None:
    assert own_words("甲" * 600 + ",营业面积", 605) == "营业面积"
    assert len(own_words("甲" * 6000, 6000)) < 600


def test_a_title_with_years_without_end_states_nothing() -> None:
    assert _STATES_NOTHING.search("关于补贴的通知" + "2026" * 30)
    assert not _STATES_NOTHING.search("关于补贴的通知" + "2026-" * 60 + "如下")


def test_thanks_without_end_are_left_out() -> None:
    assert without_courtesies("什么时候截止" + "，谢谢老师" * 100) == "什么时候截止"
    assert without_courtesies("谢谢！麻烦您" * 60 + "什么时候截止").endswith("什么时候截止")


ASKED = """
嗯 那 告诉我 帮我看看 可不可以 拜拜 请问 想要 谢谢麻烦您 一下 上上 过期 不能 报考 发没发 刚刚 当了 持有
需要 按什么 几 1年
"""


@pytest.mark.parametrize("said", ASKED.split())
@pytest.mark.parametrize("told", ["", "截止时间"])
def test_a_question_of_one_run_is_answered(talk, said: str, told: str) -> None:
    (answer,) = talk(said * 60 + told)
    assert answer.outcome in set(Outcome)


BOUNDED = [
    ("贵单位符合条件且" * 30, "（一）贵单位符合条件。"),
    ("申请人,也,均" * 40 + "不得申请", ""),
    ("自通过之后" + "  " * 400 + "内", ""),
    ("星期五  " * 100 + "上午 1 : 11到", ""),
    ("各类情形的条件" + "及和" * 60, ""),
    ("提供并提交" * 60, ""),
    ("工人:三级" + "和一级/甲一二及三级" * 40 + "。", ""),
    ("按上述标准" * 60 + "元", ""),
    ("下列人员" + "由某处均" * 60 + "补助", ""),
]


@pytest.mark.parametrize(("run", "more"), BOUNDED, ids=range(len(BOUNDED)))
def test_a_run_of_words_that_lead_up_is_read(tmp_path: Path, run: str, more: str) -> None:
    (tmp_path / "corpus").mkdir()
    text = f"# 关于办理某事的通知\n\n一、{run}\n\n二、申请条件：{run}。\n{more}\n"
    (tmp_path / "corpus" / "run.md").write_text(text, "utf-8")
    (notice,) = load_corpus(tmp_path / "corpus", tmp_path / "kept").notices
    assert run.strip() in notice.text
