"""Whether both of two things are needed or one of them will do."""

from __future__ import annotations

from datetime import date

import pytest

TEXT = """匠人评定须知

一、提交论文一篇或个人总结一篇，字数不少于800字。
二、现场领取时携带身份证或户口簿原件和照片1张。
三、评审组抽查申请人提交的论文或个人总结，并请将查重报告一起提交。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), craft=TEXT)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("交了论文还要写总结吗", "不需要都有"),
        ("论文和总结都要交吗", "不需要都有"),
        ("只交论文行吗", "可以，有其中之一"),
        ("带了身份证还要带户口簿吗", "不需要都有"),
    ],
)
def test_one_of_two_will_do(ask, question, begins):
    answer = ask(question)
    assert answer.answer.startswith(begins)
    assert "抽查" not in answer.answer


@pytest.mark.parametrize("question", ["带了身份证还要带照片吗", "户口簿和照片都要带吗"])
def test_what_is_asked_for_beside_it_is_needed(ask, question):
    assert "其中之一" not in ask(question).answer
