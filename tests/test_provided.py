"""Money that comes back, is spared or paid out, by the provision whose case is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

RINK = """白桦湾冰场2026年开放须知

一、门票与停车
（一）成人票每场60元，儿童票每场30元。特困职工子女免收门票，单亲家庭子女减半。
（二）现役军人和消防员免费使用速滑道，其他场地不免。
（三）车库、地下室未安装水表的，不收水费；因修路停业超过30天的商铺，停业期间免收。

二、退票
（一）门票售出后，入场日前一天16:00前可全额退票，其后不退。
（二）因停电、化冰等原因无法滑行的，全额退。
（三）有下列情形之一的，不予退费：1.擅自转卖的；2.押金未缴清的；3.醉酒入场的。因刷卡机故障造成欠费的除外。
（四）遗失储物柜钥匙未登记的，押金不退。

三、课程
（一）开班前可退全款；开班后上课不超过2次的，退70%；超过2次的不退。
（二）每次练习满3小时的送热饮券1张，不足3小时的不送。

联系电话：5512 0098
"""

WARD = """云杉区居民用水优惠办法

一、人均用水量在定额以内的，按每吨3元收取。
二、低保家庭、70周岁以上独居老人免收污水处理费。
三、家庭水温检测：14℃以上不足18℃的，退检测费的50%；不足14℃的，全额退。
四、连续服务满60小时的义务宣传员，次年免收换表费。

咨询：区水务所6631207
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), rink=RINK, ward=WARD)


@pytest.mark.parametrize(
    ("notice", "question", "verdict"),
    [
        ("rink", "我是厂里的特困职工，孩子的门票是不是不用交钱", "eligible"),
        ("rink", "我家车库没装水表，水费能免不", "eligible"),
        ("rink", "门口修路，店关了一个半月，这段时间水费能免不", "eligible"),
        ("rink", "冰场停电没滑成，钱退不退", "eligible"),
        ("rink", "把票转卖给人家了，能退钱吗", "not_eligible"),
        ("rink", "柜子钥匙丢了也没登记，押金还退不", "not_eligible"),
        ("rink", "上了一次课不想上了，还能退钱不", "eligible"),
        ("rink", "上了四次课不想上了，还能退钱不", "not_eligible"),
        ("ward", "我家吃低保，污水处理费是不是不用交", "eligible"),
        ("ward", "我爹76一个人住，污水处理费能免不", "eligible"),
        ("ward", "我家量出来16度，检测费能退点不", "eligible"),
    ],
)
def test_the_case_told_decides(ask: Ask, notice: str, question: str, verdict: str) -> None:
    assert ask(question, notice).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("买了明天的票，现在晚上六点，还给退不", "not_eligible"),
        ("买了明天的票，现在下午两点，还给退不", "eligible"),
        ("买了后天的票，现在晚上九点，能退吗", "eligible"),
    ],
)
def test_the_hour_told_is_held_against_the_day_before(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "rink").verdict == verdict


def test_what_a_bound_turns_on_is_asked_for(ask: Ask) -> None:
    answer = ask("今天去练了冰，热饮券送不送", "rink")
    assert answer.verdict == "needs_info"


def test_who_is_refused_is_told_to_be_of_the_case(ask: Ask) -> None:
    assert "属于“超过2次”" in ask("上了四次课不想上了，还能退钱不", "rink").answer


def test_who_denies_the_case_is_not_of_it(ask: Ask) -> None:
    assert ask("我家不是低保，污水处理费能免不", "ward").verdict != "eligible"


def test_what_keeps_out_goes_before_what_grants(ask: Ask) -> None:
    assert ask("冰场停电没滑成，可我押金还没交清，钱退不退", "rink").verdict != "eligible"
