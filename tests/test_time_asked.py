"""What a question asks of time."""

from __future__ import annotations

import pytest

from bot.speech.time_asked import STILL, TimeAsked, is_of_time, time_asked, turn_named


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("还有几天截止", TimeAsked.LEFT),
        ("报名还剩多少天", TimeAsked.LEFT),
        ("距离考试还有多久", TimeAsked.LEFT),
        ("错过了怎么办", TimeAsked.MISSED),
        ("没赶上网上登记，还有机会吗", TimeAsked.MISSED),
        ("忘了缴费咋办", TimeAsked.MISSED),
        ("逾期没交会怎样", TimeAsked.MISSED),
        ("下一批什么时候", TimeAsked.NEXT),
        ("下次考试是哪天", TimeAsked.NEXT),
        ("明年几月开始报", TimeAsked.NEXT),
        ("公示几天", None),
        ("下次还要再交钱吗", None),
        ("错过了12月，现在补交多少钱", None),
        ("理论过了实操挂了，能光补实操不", None),
        ("证书过期了", None),
        ("什么时候截止", None),
    ],
)
def test_what_is_asked_of_time(text: str, asked: TimeAsked | None) -> None:
    assert time_asked(text) is asked


@pytest.mark.parametrize("word", ["截止", "几天", "下一批", "还有", "错过", "现在", "多少天"])
def test_words_of_time_say_nothing_of_what_is_asked(word: str) -> None:
    assert is_of_time(word)


@pytest.mark.parametrize("word", ["报名", "摇号", "网上", "体检"])
def test_other_words_do(word: str) -> None:
    assert not is_of_time(word)


def test_the_turn_is_called_as_the_question_calls_it() -> None:
    assert turn_named("请问下一批什么时候开始") == "下一批"
    assert turn_named("什么时候开始") == ""


@pytest.mark.parametrize(
    ("text", "asks"),
    [("还能报名吗", True), ("现在还可以交吗", True), ("还能补几次", False), ("还可以报几个科目", False)],
)
def test_how_many_times_more_is_not_whether_it_is_still_open(text: str, asks: bool) -> None:
    assert bool(STILL.search(text)) is asks
