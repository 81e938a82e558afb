"""What a notice says of it tells whether somebody else may see to a thing, never who may apply."""

from __future__ import annotations

from datetime import date

import pytest

BARRED = """云浦泳馆水上安全培训班招生通知

一、招生对象
18周岁以上、45周岁以下，身体健康，能连续游200米。

二、报名
4月1日至10日到泳馆前台报名，带身份证和一寸照片两张。不受理他人代报。

三、费用
培训费600元。
"""
SILENT = BARRED.replace("不受理他人代报。", "")
ALLOWED = BARRED.replace("不受理他人代报。", "可以委托他人代为报名，代办人另带本人身份证。")


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2031, 4, 2), barred=BARRED, silent=SILENT, allowed=ALLOWED)


QUESTIONS = (
    "我妈替我去报名行吗",
    "可以让室友代报吗",
    "我在外地，老公帮我报行不",
    "能委托别人报名吗",
    "我替我弟弟报名可以吗",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_barred_is_told(ask, question):
    reply = ask(question, "barred")
    assert reply.verdict == "not_eligible"
    assert "不受理他人代报" in reply.answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_allowed_is_told(ask, question):
    reply = ask(question, "allowed")
    assert "可以委托他人代为报名" in reply.answer
    assert reply.verdict != "not_eligible"


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_notice_that_says_nothing_of_it_is_not_answered_from(ask, question):
    reply = ask(question, "silent")
    assert reply.outcome == "unanswerable"
    assert "45周岁" not in reply.answer
