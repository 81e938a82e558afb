"""What a rate comes to for the sum that a question tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

Ask = Callable[..., AskResponse]

NOTICE = """苇塘县冷链设施建设补助办法

一、补助对象
在县内注册的农产品企业和合作社。

二、补助标准
新建冷库的，按实际设备投资额的20%给予补助，单个项目最高不超过50万元。
购置冷藏车的，按购车价款的15%给予补助，每辆最高不超过6万元。
冷链配送按年度配送费用分档奖励：
| 年度配送费用（万元） | 奖励比例 | 上限（万元） |
| 20（含）至100（含） | 4% | 3 |
| 100以上 | 6% | 15 |

三、保证金
中标单位按合同价的5%缴纳履约保证金。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 4, 10), lenglian=NOTICE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("建冷库设备投资了180万，能补多少", "180万元×20%=36万元"),
        ("设备投资400万的冷库补多少钱", "超过上限50万元"),
        ("买冷藏车花了28万，能补多少", "28万元×15%=4.2万元"),
        ("合同价120万要交多少保证金", "120万元×5%=6万元"),
        ("去年配送费用60万，奖励多少", "60万元×4%=2.4万元"),
        ("配送费用300万能奖多少钱", "超过上限15万元"),
    ],
)
def test_a_rate_is_reckoned_for_the_sum_told(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).answer


@pytest.mark.parametrize("question", ["花了30万能补多少", "买冷藏车能补百分之几", "建冷库最多补多少"])
def test_nothing_is_reckoned_without_a_rate_or_a_sum(ask: Ask, question: str) -> None:
    assert "×" not in ask(question).answer
