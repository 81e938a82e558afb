"""Whether a question asks if something must be done."""

from __future__ import annotations

import pytest

from bot.speech.duty_asked import asks_duty, asks_duty_of_nobody


@pytest.mark.parametrize(
    ("question", "duty", "of_nobody"),
    [
        ("评审结果要公示吗", True, True),
        ("需不需要提前预约", True, True),
        ("报到得带原件吗", True, True),
        ("我必须去现场吗", True, False),
        ("忘带证了，我还要再跑一趟吗", True, False),
        ("要本人去还是能代办吗", False, False),
        ("这个办法走得通吗", False, False),
        ("字太小看得清吗", False, False),
        ("这么大的箱子搬得进来不", False, False),
        ("得到现场确认吗", True, True),
        ("会议纪要在网上吗", False, False),
        ("首要条件是年龄吗", False, False),
        ("我想要报名行吗", False, False),
        ("用电子身份证行吗", False, False),
        ("还要参加游行吗", True, True),
    ],
)
def test_what_must_be_done_is_asked_of_somebody_or_nobody(question: str, duty: bool, of_nobody: bool) -> None:
    assert (asks_duty(question), asks_duty_of_nobody(question)) == (duty, of_nobody)
