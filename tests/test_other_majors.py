"""More years are asked of who studied another field than those that a list names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

Ask = Callable[..., AskResponse]

NOTICE = """南渠市2026年公共测绘师考试报名简章

一、报名条件
具备下列条件之一者，可以报名：
（一）测绘类专业大专毕业，从事测绘工作满4年；
（二）测绘类专业本科毕业，从事测绘工作满2年；
（三）测绘类专业硕士毕业。
取得相关专业（采矿、水利、林学等）相应学历的，工作年限增加1年。
取得其他专业上述学历的，从事测绘工作的年限相应增加2年。

二、报名时间
2026年3月1日至3月20日。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 5), cehui=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("测绘专业本科毕业，测绘工作干了2年，能报吗", "eligible"),
        ("林学本科毕业，测绘工作干了3年，能报吗", "eligible"),
        ("林学本科毕业，测绘工作干了2年，能报吗", "not_eligible"),
        ("会计本科毕业，测绘工作做了4年，能报吗", "eligible"),
        ("会计本科毕业，测绘工作做了3年，能报吗", "not_eligible"),
        ("林学硕士毕业，测绘工作做了1年，能报吗", "eligible"),
    ],
)
def test_another_field_asks_for_more_years(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict
