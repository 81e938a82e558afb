"""What is said anew in one breath."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.person.retold import as_corrected


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("我大专。不对，是本科", "我本科"),
        ("干了五年……说错了，是三年", "干了三年"),
        ("我35岁，大专，哦不对，36岁，能报吗", "我36岁，大专，能报吗"),
        ("社保交了20个月，更正一下，是18个月，能领吗", "社保交了18个月，能领吗"),
        ("本科毕业，写错了，是专科", "专科毕业"),
        ("有四级证，不对，应该是五级证，够吗", "有五级证，够吗"),
        ("干了3年，在现单位2年，说错了，是1年", "干了3年，在现单位1年"),
        ("我未婚，哦不对，离异", "我离异"),
        # what is denied, and what it is instead
        ("不是五年是四年", "四年"),
        ("我工作是四年不是五年", "我工作四年"),
        ("工作5年，不是5年，是4年", "工作4年，4年"),
        ("我是本科，不是大专", "我本科"),
        # one word for all that was said before
        ("我30岁，今年28岁，以此为准：28岁", "我28岁，今年28岁，28岁"),
        # nothing is taken back
        ("我说得对不对，5年", "我说得对不对，5年"),
        ("专业不对口，干了5年", "专业不对口，干了5年"),
        ("是不是满5年就行", "是不是满5年就行"),
        ("我不是应届生，是往届生", "我不是应届生，是往届生"),
        ("填错了吗", "填错了吗"),
        ("", ""),
    ],
)
def test_a_word_gives_way_to_a_later_one_of_its_kind(said: str, meant: str) -> None:
    assert as_corrected(said) == meant


PIECES = st.sampled_from(
    [
        "我",
        "35岁",
        "5年",
        "大专",
        "本科",
        "，",
        "。",
        "不对，是",
        "说错了，",
        "不是",
        "是",
        "以此为准：",
        "能报吗",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_correcting_ends_and_never_fails(said: str) -> None:
    as_corrected(said)


@given(st.integers(1, 40), st.integers(1, 40))
def test_the_corrected_figure_is_the_one_that_stays(first: int, second: int) -> None:
    assert as_corrected(f"工作了{first}年，说错了，是{second}年，能报吗") == f"工作了{second}年，能报吗"
