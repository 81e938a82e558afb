"""Whether what was passed counts next time, by the sentence on scores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

KEPT = """江原省2026年药膳师水平考试通告

一、考试分理论、实操两科，满分各100分，60分合格。

二、单科合格的，成绩保留至下一次考试。

三、报名时间2026年3月1日至3月20日，每科50元。
"""

LOST = """临山市讲解员资格考试公告

考试设笔试和面试，两项须在同一年度内全部合格，单项合格成绩当年有效，不得转入下一年度。

报名时间2026年4月1日至4月15日，报名费80元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), kept=KEPT, lost=LOST)


@pytest.mark.parametrize(
    "question",
    [
        "理论过了实操没过，下次只考实操行吗",
        "笔试合格面试挂了，明年是不是只考面试就可以",
        "去年过了一科，今年只考另一科行不行",
    ],
)
def test_only_the_rest_is_taken_again(ask: Ask, question: str) -> None:
    assert ask(question, "kept").verdict == "eligible"
    assert ask(question, "lost").verdict == "not_eligible"


def test_nothing_else_is_asked_of_scores(ask: Ask) -> None:
    assert ask("今年报名还能报吗", "kept").verdict == "eligible"
    assert ask("今年报名还能报吗", "lost").verdict == "not_eligible"
