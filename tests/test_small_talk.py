"""Small talk is told from questions and from the answers to what was asked back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.conversation.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("您好啊！", SmallTalk.GREETING),
        ("有人吗？", SmallTalk.GREETING),
        ("Hello", SmallTalk.GREETING),
        ("谢谢", SmallTalk.THANKS),
        ("好的，謝謝您～", SmallTalk.THANKS),
        ("thank you", SmallTalk.THANKS),
        ("知道了", SmallTalk.THANKS),
        ("再见", SmallTalk.FAREWELL),
        ("没事了，拜拜", SmallTalk.FAREWELL),
        ("你是谁呀", SmallTalk.SELF),
        ("你是机器人吗", SmallTalk.SELF),
        ("你多大了", SmallTalk.SELF),
        ("你会做什么", SmallTalk.SELF),
        ("who are you?", SmallTalk.SELF),
        ("有人工客服吗", SmallTalk.PERSON),
        ("转人工", SmallTalk.PERSON),
        ("能帮我报名吗", SmallTalk.ERRAND),
    ],
)
def test_what_is_said_to_whoever_answers(typed: str, kind: SmallTalk) -> None:
    assert small_talk(typed) is kind


@pytest.mark.parametrize(
    "typed",
    [
        "好的",
        "嗯",
        "没有",
        "有的",
        "是",
        "不客气吗",
        "谢谢，那三级呢",
        "能替别人报名吗",
        "人工智能训练师多少钱",
        "？？",
        "",
        "你们几点下班",
        "你们在哪里",
        "多大能报",
        "有人值班吗",
        "找谁咨询",
    ],
)
def test_what_asks_or_answers_is_no_small_talk(typed: str) -> None:
    assert small_talk(typed) is None


def test_thanks_keep_what_was_spoken_of(assistant) -> None:
    day = date(2025, 4, 10)
    first, state = assistant.answer("助学金本科每学期多少钱", DialogueState(), day)
    thanked, state = assistant.answer("谢谢", state, day)
    assert thanked.text == SmallTalk.THANKS.value
    assert not thanked.citations
    again, _ = assistant.answer("专科呢", state, day)
    assert first.outcome == again.outcome == "answered"
