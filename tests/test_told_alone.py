"""Facts told by themselves, and what is asked after them; time that has yet to pass."""

from __future__ import annotations

from datetime import date

import pytest

CRAFT = """匠人评定须知

一、年满16周岁者，可申请参加评定。
二、具备以下条件之一者，可申报四级：
（一）累计从事本工种工作满5年。
（二）取得五级证书后，累计从事本工种工作满3年。
三、具备以下条件之一者，可申报三级：
（一）累计从事本工种工作满10年。
（二）取得四级证书后，累计从事本工种工作满4年。
"""
HALL = """青石馆简报

一、青石馆给想干事、能干事的人搭台，全年办展干得有声有色。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 1), craft=CRAFT, hall=HALL)


def test_facts_alone_are_held_against_each_grade(ask):
    first = ask("我干了6年", None)
    assert "四级" in first.answer.splitlines()[0]
    third = ask("能报三级吗", None, first)
    assert (third.verdict, third.target) == ("needs_info", "三级")
    assert ask("那四级呢", None, third).verdict == "eligible"


@pytest.mark.parametrize(
    ("first", "later", "verdict"),
    [
        ("干了4年能报四级吗", "再干一年呢", "eligible"),
        ("干了3年能报四级吗", "那再过一年呢", "needs_info"),
        ("我有四级证，取证2年，能报三级吗", "再过两年呢", "eligible"),
    ],
)
def test_time_to_come_is_added_to_what_was_told(ask, first, later, verdict):
    assert ask(later, None, ask(first, None)).verdict == verdict
