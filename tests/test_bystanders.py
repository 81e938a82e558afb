"""What is told of people who are not asked about, and of oneself beside what is asked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Intent
from bot.conversation.question import understand
from bot.person.kin import without_bystanders


class _Unmended:
    def mend(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        return text, ()


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("我邻居是船长，我丢了工作半年多了，能领吗", "我丢了工作半年多了，能领吗"),
        ("我表姐上个月刚结婚，我白河的，能给吗", "我白河的，能给吗"),
        ("我邻居是船长，他能领吗", "我邻居是船长，他能领吗"),
        ("我弟弟能领吗，我自己不领", "我弟弟能领吗，我自己不领"),
        ("我哥哥是老板，能领吗", "我哥哥是老板，能领吗"),
        (
            "我跟两个同事考三级，另外一个同事考四级，一共多少钱",
            "我跟两个同事考三级，另外一个同事考四级，一共多少钱",
        ),
    ],
)
def test_what_is_told_of_bystanders_is_left_out(told: str, left: str) -> None:
    assert without_bystanders(told) == left


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("我电话号码换过一次，船模比赛一共分几个组别", Intent.GENERAL),
        ("我电话丢了，咋联系你们", Intent.CONTACT),
    ],
)
def test_what_somebody_tells_of_themselves_is_not_what_they_ask(asked: str, intent: Intent) -> None:
    read = understand(asked, date(2031, 5, 2), _Unmended())  # type: ignore[arg-type]
    assert (read.intent is Intent.CONTACT) == (intent is Intent.CONTACT)
