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
