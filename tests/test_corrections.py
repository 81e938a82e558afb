"""What is taken back and said anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.corrections import correct, corrects


@pytest.mark.parametrize(
    "typed",
    ["不对，是本科", "说错了，我是6年", "更正一下，是三级", "不好意思，是4年不是6年", "哦不对，应该是30岁"],
)
def test_a_turn_that_corrects(typed):
    assert corrects(typed)


@pytest.mark.parametrize("typed", ["不对", "不是", "没有", "是的", "本科", "那三级呢"])
def test_a_turn_that_does_not(typed):
    assert not corrects(typed)


@pytest.mark.parametrize(
    ("typed", "told", "after"),
    [
        ("不对，是6年", ("做这行4年了",), ("做这行6年了",)),
        ("说错了，我是大专", ("本科", "干了3年"), ("大专", "干了3年")),
        ("不好意思，是4年不是6年", ("做开发6年", "上海户口"), ("做开发4年", "上海户口")),
        ("不对，助理才3年", ("在乡镇工作8年", "助理5年"), ("在乡镇工作8年", "助理3年")),
        ("不对，是18个月", ("社保20个月", "工作3年"), ("社保18个月", "工作3年")),
        ("不对，我没有居住证", ("本科",), ("本科", "没有居住证")),
        ("不对，是5年", ("先干了2年，后来干了3年",), ("先干了2年，后来干了3年", "5年")),
    ],
)
def test_the_word_of_the_same_kind_is_replaced(typed, told, after):
    assert correct(typed, told) == after


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=4))
def test_nothing_told_is_lost(typed, told):
    after = correct(typed, told)
    assert len(after) in (len(told), len(told) + 1)
    assert sum(a != b for a, b in zip(told, after, strict=False)) <= 1
