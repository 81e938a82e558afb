"""What lies outside of what a norm confines, and what falls short of the number that a condition asks for."""

from __future__ import annotations

import pytest

from bot.judging.confined import short_of


@pytest.mark.parametrize(
    ("demanded", "told", "few"),
    [
        ("有2幅(组)作品在市级画展入选", "我有1幅作品入选", "1幅"),
        ("有2幅(组)作品在市级画展入选", "我有三幅作品入选", ""),
        ("发表论文3篇", "我发表了两篇论文", "两篇"),
        ("发表论文3篇", "我主持过一项课题", ""),
        ("每人不超过3篇", "我写了1篇", ""),
    ],
)
def test_fewer_than_asked_for(demanded: str, told: str, few: str) -> None:
    assert short_of(demanded, told) == few
