"""Which passages and rows are told."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "question", ["无人机操作员三级要啥条件", "无人机三级要求", "无人机三级的申报条件是什么"]
)
def test_the_conditions_of_the_level_asked_about_are_listed(talk, question):
    (answer,) = talk(question)
    assert "可以申报三级" in answer.text
    assert "累计满9年" in answer.text
    assert "累计满4年" not in answer.text


def test_rows_named_by_the_parts_are_added_up(talk):
    (answer,) = talk("公司3个人考无人机五级，2个人考航拍四级，总共多少钱")
    assert "300×3+280×2=1460" in answer.text


@pytest.mark.parametrize("question", ["无人机五级和航拍四级各多少钱", "无人机五级跟航拍四级分别多少钱"])
def test_rows_named_by_the_parts_are_told_side_by_side(talk, question):
    (answer,) = talk(question)
    assert answer.outcome == "answered"
    assert "300元" in answer.text
    assert "280元" in answer.text
    assert "440" not in answer.text


def test_only_the_rows_named_are_compared(talk):
    (answer,) = talk("无人机五级和航拍四级哪个贵")
    assert "300-280=20" in answer.text


@pytest.mark.parametrize(
    ("question", "month"),
    [
        ("想赶在6月底前考完，最晚几月报名", "5月"),
        ("9月底要考完无人机，什么时候报名", "7月"),
        ("5月报名什么时候考", "6月"),
    ],
)
def test_a_table_by_the_month_is_read_both_ways(talk, question, month):
    (answer,) = talk(question)
    assert month in answer.text
    assert len(answer.citations) == 1


def test_a_follow_up_on_another_matter_is_no_question_on_the_case(talk):
    *_, answer = talk("我能报无人机操作员四级吗", "我有五级证，干了5年", "考务费呢")
    assert answer.verdict is None
    assert "440元" in answer.text
    assert "300元" not in answer.text


def test_the_level_judged_is_the_one_spoken_of(talk):
    *_, answer = talk("我想考无人机操作员", "四级要什么条件", "我干了5年", "多少钱")
    assert "440元" in answer.text
    assert "630元" not in answer.text


@pytest.mark.parametrize("question", ["我干了12年航拍剪辑，能报三级吗", "做了十年助学工作，三级能报不"])
def test_the_level_asked_about_tells_which_notice_is_meant(talk, question):
    (answer,) = talk(question)
    assert answer.target
    assert "三级" in answer.target
    assert answer.citations[0].quote.endswith("累计满9年。")


def test_a_title_that_somebody_holds_names_no_notice(talk):
    (answer,) = talk("我是高级摄影师，干了10年，三级能报吗")
    assert answer.verdict == "eligible"


@pytest.mark.parametrize(
    ("question", "matter"), [("航拍摄影员三级多少钱", "三级的金额"), ("无人机考核的补考费是多少", "没有写明")]
)
def test_a_refusal_says_what_is_not_stated(talk, question, matter):
    (answer,) = talk(question)
    assert answer.outcome == "unanswerable"
    assert matter in answer.text
    assert "所问内容" not in answer.text
