"""Rows that are named in short: by two characters of what stands in the bracket of a name."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市技艺评价收费通知

一、收费标准
工种	等级	合计（元）
园林与景观养护员（景观养护员）	四级	300
园林与景观养护员（园林养护员）	四级	420
花艺设计员	四级	250
"""


@pytest.mark.parametrize(("question", "fee"), [("景养四级多少钱", "300"), ("园养四级多少钱", "420")])
def test_a_row_is_named_in_short(asking, question, fee):
    answer = asking(date(2031, 3, 1), fees=NOTICE)(question)
    assert answer.outcome == "answered"
    assert fee in answer.answer
