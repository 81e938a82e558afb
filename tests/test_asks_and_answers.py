"""A notice whose clauses ask and answer: what an answer demands, and to whom alone it allows something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """星桥实验幼儿园2026年秋季小班招生问答

1. 今年招多少孩子？
小班4个，每班25人。

2. 什么样的孩子能报？
2022年9月1日至2023年8月31日出生；身体健康，能适应集体生活。对鸡蛋、牛奶过敏的可以报，请提前说明。
有癫痫、先天性心脏病等不宜集体生活的疾病的，暂不接收。

3. 怎么报名？
6月10日9:00起在公众号填表，6月15日17:00截止。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 6, 12), notice=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("孩子2023年3月生的，能报小班吗", "eligible"),
        ("孩子2023年10月出生，今年能报吗", "not_eligible"),
        ("娃对牛奶过敏，2023年1月生，能上不", "eligible"),
        ("孩子有先天性心脏病，能报名吗", "not_eligible"),
    ],
)
def test_the_answer_decides(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict
