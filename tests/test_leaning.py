"""What the nearest passage leans to: what holds after applying says nothing of who may."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.judging.leaning import _of_sentence
from bot.speech.typos import TypoMender
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


@pytest.mark.parametrize("rule", ["定金不予退还", "所选线路不可更改", "如果放弃骑行，定金将不予退还"])
def test_what_holds_afterwards_keeps_nobody_out(rule: str) -> None:
    assert (
        _of_sentence(
            understand("短途骑行能报名不", date(2026, 5, 6), MENDER), f"报名以交纳定金为准，{rule}。"
        )
        is None
    )
