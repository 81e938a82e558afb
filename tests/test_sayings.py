"""A saying leads to what papers call it where they do, and says nothing against other notices."""

from __future__ import annotations

from datetime import date

import pytest

POSTS = """青石馆招聘公告

一、招聘人数：讲解员12名。
二、报名地点：青石市松坡路8号。
"""
CALL = """云浦馆志愿讲解通知

一、本馆面向社会公开招募讲解志愿者35名，在云浦馆东门报到。
二、活动不收参赛费。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), posts=POSTS, call=CALL)


@pytest.mark.parametrize(
    ("question", "notice", "told"),
    [
        ("招多少人", "posts", "12名"),
        ("一共招多少人", "call", "35名"),
        ("收不收报名费", "call", "不收参赛费"),
    ],
)
def test_a_saying_that_leads_nowhere_in_a_notice_stands_for_its_words(ask, question, notice, told):
    assert told in ask(question, notice).answer
