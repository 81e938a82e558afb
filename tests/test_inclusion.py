"""Whether one thing counts as another, by the sentence that says what is included."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict

NOTICE = """青石馆征文与参展办法

一、投稿可为专著（含教材），字数不少于两万字。
二、展位费每个300元（不含电费），由市展陈研究所收取。
三、参展单位包括学校、图书馆和社区书屋。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), hall=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict", "quoted"),
    [
        ("教材算专著吗", Verdict.ELIGIBLE, "含教材"),
        ("专著包括教材吗", Verdict.ELIGIBLE, "含教材"),
        ("展位费含电费吗", Verdict.NOT_ELIGIBLE, "不含电费"),
        ("电费包括在展位费里吗", Verdict.NOT_ELIGIBLE, "不含电费"),
        ("社区书屋算参展单位吗", Verdict.ELIGIBLE, "社区书屋"),
    ],
)
def test_what_is_counted_in_follows_from_the_sentence_that_says_so(ask, question, verdict, quoted):
    answer = ask(question)
    assert answer.verdict == verdict
    assert quoted in answer.citations[0].quote


def test_what_no_sentence_counts_in_gets_no_such_verdict(ask):
    assert ask("小说算专著吗").verdict != Verdict.ELIGIBLE


SERVICE = """长宁学院志愿服务认定办法

一、认定范围

类别\t说明\t证明
社区服务\t在社区居委会登记的服务，校内活动、家务劳动除外\t社区盖章
支教\t在乡村学校连续任教满1个月，线上辅导不计入\t学校证明

二、认定程序

每年6月向团委提交材料。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("校内活动算社区服务吗", Verdict.NOT_ELIGIBLE),
        ("在校内活动当了一天志愿者，算社区服务不算", Verdict.NOT_ELIGIBLE),
        ("线上辅导算不算支教", Verdict.NOT_ELIGIBLE),
        ("帮居委会登记疫苗算社区服务吗", None),
    ],
)
def test_what_a_row_leaves_out_by_name(asking, question, verdict):
    assert asking(date(2026, 3, 1), service=SERVICE)(question).verdict == verdict
