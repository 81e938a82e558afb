"""Lengths of service: in years and months, and what they say of an age that is not told."""

from __future__ import annotations

from datetime import date

import pytest

TEXT = """匠人评定须知

具备以下条件者，可申报能手：
（一）年满25周岁。
（二）累计从事本工种工作满2年6个月。

在职学历取得后从事本工种工作满两年方可按在职学历计算。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("我30岁，干了2年", "not_eligible"),
        ("我30岁，干了两年半", "eligible"),
        ("我干了20年", "eligible"),  # so old at least
        ("我干了6年", "needs_info"),
        ("我24岁，干了6年", "not_eligible"),
    ],
)
def test_all_of_them_have_to_hold(asking, told, verdict):
    assert asking(date(2026, 3, 1), craft=TEXT)(f"{told}，能申报能手吗").verdict == verdict
