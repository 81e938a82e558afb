"""One sentence that decides: what it leaves open, what is told in two breaths, tiers beside each other."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
FUND = """互助金领取须知

一、离会
与本会终止关系、封存满6个月、未在别会续缴的，可以销户领取。
二、租房
连续缴满3个月，本人在本镇无自有住房且租房的，可领取。
三、会员证
会员证办证满6个月后方可退押金。
四、居住
外来人员在本镇取得居住证3年以上的，可以在本镇登记。
五、问答
问：给父母买房能领取吗？
答：不能。父母购房不属于本人购房。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我离会了，已经封存八个月，能销户领取吗", "needs_info"),
        ("我离会了，已经封存八个月，没有在别会续缴，能销户领取吗", "eligible"),
        ("我在这儿没房，租的商品房，连续缴了半年，能领取吗", "eligible"),
        ("会员证我才办了四个月，能退押金吗", "not_eligible"),
        ("我有本镇的居住证，办了4年了，外来人员能在本镇登记吗", "eligible"),
        ("给我爸妈买房能领取互助金吗", "not_eligible"),
    ],
)
def test_what_one_sentence_comes_to(asking, question: str, verdict: str) -> None:
    assert asking(DAY, fund=FUND)(question).verdict == verdict


PARK = """湿地公园须知

一、门票
1. 成人票30元；
2. 60—69周岁老年人半价；
3. 70周岁以上老年人、1.3米以下儿童免票；
二、携带
考生应携带黑色墨水笔、计算器。
三、宠物
宠物不得入园，导盲犬除外。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我爸63岁，门票能半价吗？", "eligible"),
        ("考生能带计算器吗", "eligible"),
        ("可以带金毛犬入园吗", "not_eligible"),
    ],
)
def test_what_is_beside_does_not_decide(asking, question: str, verdict: str) -> None:
    assert asking(DAY, park=PARK)(question).verdict == verdict
