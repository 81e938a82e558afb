"""Where a saying ends within a word, and spans of time that name nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.service.schemas import AskResponse

Ask = Callable[..., AskResponse]

CARD = """柳塘镇图书漂流站告知

一、借书证补证收费8元，换证收费5元。
二、借阅中断后重新办理的，等待7天后启用。
"""


def test_a_saying_that_ends_within_a_word_is_none(asking: Callable[..., Ask]) -> None:
    ask = asking(date(2026, 4, 1), card=CARD)
    assert "5元" in ask("借书证换证要多少钱").answer
    assert "7天" in ask("断交了再续上要等多久才能用").answer
