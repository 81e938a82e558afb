"""Figures compared where more than one measure may be meant, and in yes-or-no questions."""

from __future__ import annotations

from datetime import date

import pytest

TEXT = """2025年上半年云浦市文旅运行简报

一、分区情况。上半年，青石区接待游客120万人次，同比增长4%，增速较第一季度提升2个百分点；松坡区接待游客95万人次，同比增长7%，增速较第一季度提升1个百分点；河口区接待游客60万人次，同比增长3%，增速较第一季度提升5个百分点。

二、景点评定

| 区 | 民宿 当月数 | 民宿 累计数 |
|---|---|---|
| 青石 | 5 | 21 |
| 松坡 | 8 | 30 |
| 河口 | 2 | 33 |
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2025, 9, 1), brief=TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("哪个区增速最快", ["松坡区：7%"]),
        ("哪个区民宿最多", ["松坡：8", "河口：33"]),
        ("青石区和松坡区谁游客多", ["青石区比松坡区", "25"]),
        ("松坡区比青石区增长快吗", ["松坡区比青石区高3个百分点"]),
        ("青石区比河口区多多少万人次", ["60万人次"]),
    ],
)
def test_figures_are_compared(ask, question, told):
    answer = ask(question).answer
    assert all(t in answer for t in told), answer


def test_another_period_is_not_told(ask):
    assert ask("青石区全年接待游客多少人次").outcome == "unanswerable"
