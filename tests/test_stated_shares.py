"""A share that a sentence of a notice states itself."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """云浦市2030年上半年手工业运行情况

一、总体情况
上半年，全市手工业收入620亿元，同比增长11%。
二、分行业情况
陶艺收入加快增长。上半年，陶艺收入130亿元，同比增长9%，占全行业收入的比重为21%。其中茶具收入13亿元，同比增长4%。
织造服务收入保持增长。上半年，织造服务收入420亿元，同比增长12%，在全行业收入中占比为68%。其中，染整、印花共实现收入65亿元，同比增长8%，占织造服务收入的比重为15%；刺绣收入16亿元，同比增长5%。
"""


@pytest.mark.parametrize(
    ("question", "says", "not_says"),
    [
        ("织造服务收入占全行业收入的比重是多少", "68%", "15%"),
        ("织造服务收入占比多少", "68%", "15%"),
        ("染整、印花占织造服务收入的比重", "15%", "68%"),
        ("陶艺收入占全行业多少", "21%", "68%"),
    ],
)
def test_the_share_of_what_a_sentence_begins_with_is_told(asking, question, says, not_says):
    answer = asking(date(2030, 8, 1), crafts=NOTICE)(question).answer
    assert says in answer
    assert not_says not in answer
