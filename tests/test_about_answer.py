"""Turns that ask something of the answer before."""

from __future__ import annotations

import pytest

from bot.conversation.dialogue import DialogueState, Turn
from bot.telling.about_answer import Wish, wish_of


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("这是第几条写的", Wish.SOURCE),
        ("原文在哪？", Wish.SOURCE),
        ("這個在通知裡是哪一條", Wish.SOURCE),
        ("谁规定的啊", Wish.SOURCE),
        ("你确定吗", Wish.SOURCE),
        ("where does it say that?", Wish.SOURCE),
        ("麻烦再说一遍", Wish.AGAIN),
        ("没看清", Wish.AGAIN),
        ("说简单点。", Wish.IN_SHORT),
        ("一句话说", Wish.IN_SHORT),
        ("太长了", Wish.IN_SHORT),
        ("没看懂", Wish.IN_SHORT),
    ],
)
def test_a_whole_turn_may_ask_of_the_answer_alone(typed, wish):
    assert wish_of(typed) is wish


@pytest.mark.parametrize(
    "typed",
    [
        "规定是什么",
        "考试简单吗",
        "通知在哪里看",
        "再考一次可以吗",
        "第三条是什么",
        "多少钱",
        "说明书要交吗",
        "在哪",
    ],
)
def test_what_asks_of_a_notice_is_no_such_wish(typed):
    assert wish_of(typed) is None


def test_the_source_of_an_answer_is_told_with_its_place(talk):
    fee, source = talk("无人机操作员四级考试多少钱", "第几条写的")
    assert source.text.startswith("原文写在：")
    assert fee.citations[0].locator in source.text
    assert source.citations == fee.citations


def test_an_answer_is_told_again_and_the_talk_goes_on_from_it(talk):
    first, _, again, other = talk("无人机操作员四级考试多少钱", "谢谢", "再说一遍", "那三级呢")
    assert again.text == first.text
    assert "三级" in other.text


def test_a_verdict_in_short_is_its_first_line_and_what_is_asked_back(talk):
    asked, short = talk("我能报无人机操作员四级吗，我高中，没证", "说简单点")
    assert short.verdict == asked.verdict
    assert short.text == f"{asked.text.splitlines()[0]}\n{asked.missing[0].question}"


def test_a_reply_still_counts_after_the_answer_was_told_again(talk):
    *_, answered = talk("我能报无人机操作员四级吗，我高中，没证", "什么意思", "满4年及以上")
    assert answered.verdict == "eligible"


def test_what_is_not_stated_has_no_source(talk):
    _, source = talk("无人机操作员考试有停车位吗", "原文在哪")
    assert source.outcome != "answered"
    assert "没有" in source.text


def test_a_wish_before_anything_was_asked_is_a_question(talk):
    (alone,) = talk("原文在哪")
    assert "原文写在" not in alone.text


def test_the_turn_answered_last_is_kept_with_the_state():
    state = DialogueState(asked_as=Turn("多少钱", told=("高中",), notices=("a",), typed="多少钱呢"))
    assert DialogueState.from_json(state.to_json()) == state
