"""What is told beside a question and bears on nothing changes no answer; what bears on it is judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.planning.asides import without_asides

if TYPE_CHECKING:
    from bot.finding.evidence import EvidenceGatherer
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

NOTICE = """2026年松溪市裱画师培训班招生公告

一、报名条件

1. 年满18周岁，高中以上学历。

2. 从事裱画工作满2年。

3. 因抄袭被通报的，不得报名。

二、报名时间

2026年3月2日至3月20日。

三、收费

每人260元。

四、咨询电话

市文化馆：0299-3310045。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 10), notice=NOTICE)


QUESTIONS = [
    "报名费多少钱",
    "几号截止报名",
    "咨询电话是多少",
    "我20岁，高中毕业，裱画干了3年，能报吗",
    "我20岁，高中毕业，裱画干了1年，能报吗",
    "我抄袭被通报过，能报名吗",
    "报名 时间",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("aside", ["我平时喜欢钓鱼", "昨天下了一场大雨", "我今天请了一天假", "我家猫刚绝育"])
def test_an_aside_before_a_question_changes_nothing(ask: Ask, question: str, aside: str) -> None:
    assert ask(f"{aside}，{question}").answer == ask(question).answer


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_aside_behind_a_question_changes_nothing(ask: Ask, question: str) -> None:
    assert ask(f"{question}。我最近在追剧。").answer == ask(question).answer


def test_an_aside_in_a_conversation_changes_nothing(ask: Ask) -> None:
    first = ask("我20岁，高中毕业，裱画干了3年，能报吗", None)
    with_aside = ask("我刚吃完饭，那要交多少钱", None, first)
    assert (
        with_aside.answer
        == ask("那要交多少钱", None, ask("我20岁，高中毕业，裱画干了3年，能报吗", None)).answer
    )


def test_what_a_notice_has_a_word_for_is_no_aside(ask: Ask) -> None:
    assert ask("我抄袭被通报过，20岁，高中毕业，裱画干了3年，能报名吗").verdict == "not_eligible"
    assert ask("我平时喜欢钓鱼，我抄袭被通报过，能报名吗").verdict == "not_eligible"


def test_what_is_left_has_to_ask_as_much(ask: Ask) -> None:
    assert ask("我家猫刚绝育，怎么办").outcome != "answered"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("我平时喜欢钓鱼，报名要带什么", "报名要带什么"),
        ("我平时喜欢钓鱼，会不会影响报名", "我平时喜欢钓鱼，会不会影响报名"),  # of it is asked
        ("如果我在钓鱼，报名要带什么", "如果我在钓鱼，报名要带什么"),  # supposed
        ("我钓鱼8年了，报名要带什么", "我钓鱼8年了，报名要带什么"),  # measured
        ("我平时喜欢钓鱼", "我平时喜欢钓鱼"),
    ],
)
def test_what_may_bear_on_a_question_stays(gatherer: EvidenceGatherer, said: str, left: str) -> None:
    assert without_asides(said, gatherer.library.notices[:1], gatherer) == left
