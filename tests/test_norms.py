"""What a clause permits, forbids, demands, waives and confines, read from the word that carries it."""

from __future__ import annotations

import pytest

from corpus.conditions.norms import NormKind, norms_of
from corpus.library import load_corpus


def read(tmp_path, *clauses):
    (tmp_path / "rules.txt").write_text("青石馆入馆须知\n\n" + "\n".join(clauses) + "\n", encoding="utf-8")
    return norms_of(load_corpus(tmp_path).notices[0])


@pytest.mark.parametrize(
    ("clause", "kind", "case", "act"),
    [
        ("一、严禁携带宠物入馆。", NormKind.FORBIDS, "", "携带宠物入馆"),
        ("一、衣冠不整者谢绝入内。", NormKind.FORBIDS, "衣冠不整者", "入内"),
        ("一、每位读者限报一个场次。", NormKind.CONFINES, "每位读者", "一个场次"),
        ("一、参观者须出示证件。", NormKind.DEMANDS, "参观者", "出示证件"),
        ("一、逾期提交的作品作废。", NormKind.FORBIDS, "逾期提交的作品", "作废"),
        ("一、团体票无需另行预约。", NormKind.FREES, "团体票", "另行预约"),
        ("一、彩色照片均可投稿。", NormKind.PERMITS, "彩色照片", "投稿"),
    ],
)
def test_a_norm_is_read_with_its_case_and_act(tmp_path, clause, kind, case, act):
    (norm,) = read(tmp_path, clause)
    assert norm.kind is kind
    assert norm.case == case
    assert act in norm.act


def test_each_item_of_a_list_within_a_clause_is_a_case(tmp_path):
    found = read(tmp_path, "一、有下列情形之一的，不予入馆：1.醉酒的；2.携带宠物的（导盲犬除外）。")
    assert [(n.kind, n.case.rpartition(",")[2]) for n in found] == [
        (NormKind.FORBIDS, "醉酒的"),
        (NormKind.FORBIDS, "携带宠物的"),
    ]


def test_who_is_spoken_of_goes_on(tmp_path):
    first, second = read(tmp_path, "一、回收的旧刊仅可用于造纸，不得转卖。")
    assert (first.kind, second.kind) == (NormKind.CONFINES, NormKind.FORBIDS)
    assert second.case == "回收的旧刊"


def test_leave_that_may_be_given_makes_a_prohibition_depend_on_it(tmp_path):
    (norm,) = read(tmp_path, "一、未经许可，不得在馆内摄像。")
    assert norm.terms == "未经许可"
    (norm, *_) = read(tmp_path, "一、不得在馆内摄像。")
    assert norm.terms == ""


def test_an_exception_is_kept_with_its_norm(tmp_path):
    (norm, *_) = read(tmp_path, "一、谢绝合成图片（全景接片除外）。")
    assert norm.exceptions == ("全景接片",)


def test_what_only_names_a_list_or_supposes_a_case_is_no_norm(tmp_path):
    assert read(tmp_path, "一、不得参观的情形") == ()
    assert [n.kind for n in read(tmp_path, "一、如无法到场，应提前取消。")] == [NormKind.DEMANDS]


def test_the_span_holds_the_sentence(tmp_path):
    (tmp_path / "rules.txt").write_text("青石馆须知\n\n一、馆内安静。严禁吸烟。\n", encoding="utf-8")
    notice = load_corpus(tmp_path).notices[0]
    (norm,) = norms_of(notice)
    assert notice.quote(norm.span) == "严禁吸烟。"


def test_a_heading_that_only_names_what_stands_below_states_no_norm(tmp_path):
    assert read(tmp_path, "一、评审范围与不适用人员", "（一）在职的技术人员。") == ()


@pytest.mark.parametrize(
    "clause", ["一、形成可复制可推广的经验。", "一、评委会根据需要通知答辩。", "一、视需要组织复核。"]
)
def test_what_names_a_kind_or_a_need_is_no_norm(tmp_path, clause):
    assert read(tmp_path, clause) == ()


def test_a_condition_that_something_is_not_so_keeps_out_who_it_is_so_of(tmp_path):
    _, enrolled, punished, absent = read(
        tmp_path,
        "一、符合下列条件的学员可以报名：",
        "1、本馆在册学员；",
        "2、未受过处分；",
        "3、上学期没有缺课记录。",
    )
    assert enrolled.kind is NormKind.PERMITS
    assert (punished.kind, punished.case) == (NormKind.FORBIDS, "受过处分;")
    assert (absent.kind, absent.case) == (NormKind.FORBIDS, "上学期缺课记录。")


def test_one_of_several_ways_keeps_nobody_out(tmp_path):
    norms = read(
        tmp_path,
        "一、具备下列条件之一的学员可以优先：",
        "1、没有住过院的；",
        "2、住在本区的。",
    )
    assert NormKind.FORBIDS not in {n.kind for n in norms}
    assert not any("住过院" in n.case for n in norms)


def test_a_price_that_is_capped_confines_nobody(tmp_path):
    assert read(tmp_path, "一、购买限价商品房的条件如下。") == ()


def test_hours_of_study_are_no_case(tmp_path):
    (norm,) = read(tmp_path, "一、讲解员（志愿者除外）须完成课程不少于90学时。")
    assert (norm.kind, norm.exceptions) == (NormKind.DEMANDS, ("志愿者",))
