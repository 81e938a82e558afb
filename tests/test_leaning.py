"""What the nearest passage leans to: what holds after applying says nothing of who may."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.parametrize("rule", ["交纳的定金不予退还", "所选线路不可更改", "如果放弃骑行，定金将不予退还"])
def test_what_holds_afterwards_keeps_nobody_out(asking, rule: str) -> None:
    ask = asking(date(2026, 5, 6), ride=f"骑行活动须知\n\n报名骑行以交纳定金为准，{rule}。\n")
    assert ask("短途骑行能报名不").verdict != "not_eligible"
