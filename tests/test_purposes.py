"""What a window is for, by its name and the words around it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.speech.purposes import Purpose, head_word, is_exam, purpose_of, word_for
from corpus.notice import Span
from corpus.values.windows import Window


def window(name: str, about: str = "") -> Window:
    day = date(2025, 5, 6)
    return Window(0, Span(0, 1), about or name, day, day, name=name)


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("网上报名", Purpose.APPLYING),
        ("考试报名", Purpose.APPLYING),
        ("报名结果查询", Purpose.EVENT),
        ("申报材料审核", Purpose.CHECKING),
        ("所在单位推荐", Purpose.CHECKING),
        ("各县区经信局完成汇总", Purpose.CHECKING),
        ("摇号日", Purpose.EVENT),
        ("集中缴费期", Purpose.APPLYING),
        ("缴费后", Purpose.OTHER),
        ("午休", Purpose.OTHER),
    ],
)
def test_the_last_word_of_a_name_says_what_it_is_for(name: str, purpose: Purpose) -> None:
    assert purpose_of(window(name)) is purpose


def test_without_a_telling_name_the_first_word_around_it_does() -> None:
    assert purpose_of(window("时间", "二、申请 时间，审核通过后公布结果")) is Purpose.APPLYING


def test_sitting_an_examination_is_told_from_applying_for_it() -> None:
    assert is_exam(window("笔试"))
    assert not is_exam(window("考试报名"))
    assert not is_exam(window("准考证打印"))


def test_a_window_is_called_by_its_name_unless_that_is_half_a_sentence() -> None:
    assert word_for(window("网上报名")) == "网上报名"
    assert word_for(window("凡有意参加的居民应于规定时间内前往提交申请材料")) == "提交申请材料"
    assert head_word(window("第二批网上申报")) == head_word(window("第一批网上申报"))
