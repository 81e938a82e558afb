"""Amounts that a sentence denies or states for each person, and a place by its label."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦幼儿园招生与征稿须知

一、本园不得收取书本费。
二、入选作品不再支付稿费。
三、参展人员往返交通费由市展陈研究所负担。
四、工作地点：云浦镇东。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), school=NOTICE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("书本费收多少", "不得收取书本费"),
        ("给不给稿费", "不再支付稿费"),
        ("交通费报多少", "由市展陈研究所负担"),
        ("在哪上班", "云浦镇东"),
    ],
)
def test_a_sentence_that_denies_or_labels_answers(ask, question, told):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert told in answer.citations[0].quote


@pytest.mark.parametrize("question", ["校服费收多少", "在哪体检"])
def test_what_no_sentence_speaks_of_is_not_answered(ask, question):
    assert ask(question).outcome != "answered"


def test_a_rate_for_each_person_is_taken_so_many_times(asking):
    text = (
        "石桥镇花艺培训通知\n\n一、报名后交纳培训费用。培训费620元/人，在线支付或现场支付。\n二、名额30人。\n"
    )
    ask = asking(date(2026, 3, 1), course=text)
    for asked in ("3个人多少钱", "how much for 3 people"):
        assert "1860元" in ask(asked).answer
