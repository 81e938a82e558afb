"""The names that an answer lists."""

from __future__ import annotations

import pytest

from bot.conversation.listed import names_listed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本中心设次卡、月卡、双人年卡三种会员卡，不再发售半年卡。", ("次卡", "月卡", "双人年卡")),
        ("东区：1元\n西区：2元", ("东区", "西区")),
        ("级别：初级、中级、高级。", ("初级", "中级", "高级")),
        ("培训费每人300元。", ()),
    ],
)
def test_the_names_are_read_in_the_order_of_the_answer(text, names):
    assert names_listed(text) == names
