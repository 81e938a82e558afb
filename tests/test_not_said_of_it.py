"""What a notice does not say of a thing that it speaks of: where it is held, and at which rate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

HOMES = """云塘人才房申购说明
一、贷款
可以申请公积金贷款，首付款比例不低于房款的25%。
二、面谈
初审合格的参加面谈，面谈10月中旬进行，由审核组组织。
三、来信来电
全年收到来信来电：

类别\t件数\t占比
缴费咨询\t815\t60.0%
房屋维修\t543\t40.0%

其中缴费咨询比去年同期增加34%，主要涉及物业费、水费。
"""


@pytest.fixture(scope="module")
def homes(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 10), homes=HOMES)


@pytest.mark.parametrize("question", ["公积金贷款年利率几个点", "面谈在哪个楼哪间屋子"])
def test_what_is_not_said_is_refused(homes: Callable[..., AskResponse], question: str) -> None:
    assert homes(question).outcome == "unanswerable"


def test_what_is_said_is_told(homes: Callable[..., AskResponse]) -> None:
    assert "25%" in homes("公积金贷款首付最少几成").answer


def test_counts_beside_a_fee_are_no_money(homes: Callable[..., AskResponse]) -> None:
    answer = homes("缴费咨询有多少件")
    assert "815" in answer.answer
    assert "元" not in answer.answer


PRIZE = """云塘市关于评选市金穗种粮奖的通知
一、名额
评选市金穗种粮奖20名，每名奖励3000元。
二、时间
2026年5月20日前报送。
"""


@pytest.mark.parametrize(
    ("question", "outcome"),
    [("省里的金穗种粮奖奖多少钱", "unanswerable"), ("市里的金穗种粮奖奖多少钱", "answered")],
)
def test_a_prize_of_another_level_is_another(
    asking: Callable[..., Callable[..., AskResponse]], question: str, outcome: str
) -> None:
    assert asking(date(2026, 4, 10), prize=PRIZE)(question).outcome == outcome
