"""What sentences give to each of several ranges."""

from datetime import date

import pytest

RULES = """云浦市雪具租赁与年票优惠须知

一、年票积分
全年入场5次及以下的，按1倍计分；6至10次的，按2倍计分；11次及以上的，按4倍计分。

二、技能评定
90分及以上为金级，75分及以上不足90分为银级，60分及以上不足75分为铜级。

三、教练津贴
执教满100小时为一星教练，满400小时为二星教练，满900小时为三星教练。

四、班组奖励
1.三人以下的班组，每季奖励300元；
2.四至六人的班组，每季奖励500元；
3.七人及以上的班组，每季奖励800元。
"""


@pytest.mark.parametrize(
    ("asked", "told", "not_told"),
    [
        ("我今年入场8次了，现在算几倍积分", "2倍", "4倍"),
        ("评定考了82.5分算几级", "银级", "金级"),
        ("执教600小时能评几星教练", "二星", "三星"),
        ("我们班组5个人，每季奖励多少钱", "500元", "800元"),
        ("我们班组9个人，每季奖励多少钱", "800元", "500元"),
    ],
)
def test_the_range_that_holds_the_figure_is_told(asking, asked, told, not_told):
    answer = asking(date(2026, 3, 1), snow=RULES)(asked).answer
    assert told in answer
    assert not_told not in answer


def test_ranges_of_another_matter_are_not_told(asking):
    answer = asking(date(2026, 3, 1), snow=RULES)("我们班组5个人，要交多少押金").answer
    assert "500元" not in answer.splitlines()[0]
