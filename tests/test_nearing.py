"""What is near and not there yet."""

from __future__ import annotations

import pytest

from bot.person.papers import retired_of
from bot.speech.nearing import is_near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("我离退休差几年", True),
        ("距退休还有三年", True),
        ("还差一年退休", True),
        ("再过一年我就到退休年龄了", True),
        ("马上要退休了", True),
        ("快退休了", True),
        ("还有两年才退休", True),
        ("退休还早呢", True),
        ("我是离退休人员", False),
        ("我退休三年了", False),
        ("干了三十年退休了", False),
    ],
)
def test_near(text: str, near: bool) -> None:
    assert is_near(text, "退休") is near
    assert retired_of(text) is not near


def test_of_another_state() -> None:
    assert is_near("我大四快毕业了", "毕业")
    assert not is_near("我毕业两年了", "毕业")
