"""What a prohibition says of one thing says nothing of another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

_Asking = Callable[..., Callable[..., AskResponse]]

_READING_ROOM = """清浦阅览室读者须知

一、办证
凭身份证可办理读者证，押金100元。
二、阅览
（一）阅览室内禁止吸烟、饮食；
（二）不得携带宠物入馆；
（三）轮椅、婴儿车可以入馆。
三、活动报名
报名时间：5月6日至5月12日，逾期不再补报。
四、开放时间
周二至周日9:00—18:00，周一闭馆。
"""


@pytest.mark.parametrize("asked", ["可以带滑板车进馆吗", "能带行李箱进去吗", "自行车能推进去吗"])
def test_a_thing_that_is_never_named(asking: _Asking, asked: str) -> None:
    ask = asking(date(2026, 4, 10), room=_READING_ROOM)
    assert ask(asked).outcome == "unanswerable"


def test_one_of_the_kind_that_is_named(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 10), room=_READING_ROOM)
    assert ask("可以带狗进去吗").verdict == "not_eligible"
    assert ask("阅览室能吃东西吗").verdict == "not_eligible"
    assert ask("可以推婴儿车进去吗").verdict == "eligible"


def test_what_is_refused_to_who_is_late(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 10), room=_READING_ROOM)
    assert ask("可以改报名时间吗").verdict != "not_eligible"
