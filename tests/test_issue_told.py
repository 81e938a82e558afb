"""Questions about the notice itself: when it was issued, by whom, under which number."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青石市展陈研究所关于征集馆藏线索的通知

青展〔2026〕7号

一、征集时间为2026年4月1日至4月30日。
二、停车免费，讲座每场收费20元，线索采用后另付报酬。
三、线索寄至青石市松坡路8号。

青石市展陈研究所
2026年3月12日
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 20), call=NOTICE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("这个通知什么时候发的", "2026年3月12日"),
        ("通知的发布日期", "2026年3月12日"),
        ("通知是谁发的", "青石市展陈研究所"),
        ("文号是多少", "青展〔2026〕7号"),
    ],
)
def test_what_is_asked_of_the_notice_is_told_by_its_own_lines(ask, question, told):
    answer = ask(question)
    assert told in answer.answer
    assert told in answer.citations[0].quote


def test_when_something_else_is_made_known_is_not_the_day_of_issue(ask):
    assert "3月12日" not in ask("通知里说几号开始征集").answer


@pytest.mark.parametrize(
    ("question", "outcome"), [("停车免费吗", "answered"), ("食堂免费吗", "unanswerable")]
)
def test_whether_something_costs_is_told_of_what_is_spoken_of_alone(ask, question, outcome):
    assert ask(question).outcome == outcome
