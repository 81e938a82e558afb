"""Degrees that do not count for how they were taken, how long a course takes, and who is well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

SCHOOLING = (
    "1. 学历：在中等职业学校或者高等学校接受眼视光专业全日制教育，学制2年以上，并取得毕业证书。"
    "函授、电大、自学考试取得的学历不予认可；已有全日制中专学历、后续又取得上述学历的，按中专学历报考。"
)
EXAM = f"""2026年云岭市验光员执业考试报名公告

一、报考条件

{SCHOOLING}

2. 实习：在眼镜店完成实习不少于6个月。

3. 健康：没有传染性疾病，没有色盲和双眼视力障碍。

二、收费

每人150元。
"""

POST = """河口镇便民中心招聘窗口人员公告

一、应聘条件

1. 年龄在35周岁以下。
2. 具有全日制大专以上学历。

二、待遇

每月3500元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 10), exam=EXAM, post=POST)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("自考的眼视光大专，没读过全日制，能报名吗", "not_eligible"),
        ("眼视光函授本科，能报考吗", "not_eligible"),
        ("三年制全日制眼视光中专毕业，实习了半年，身体没毛病，能报吗", "eligible"),
        ("全日制三年中专眼视光毕业，后来又读了函授大专，实习8个月，体检都正常，可以报吗", "eligible"),
        ("一年制全日制眼视光中专毕业，实习了半年，能报吗", "not_eligible"),
        ("全日制眼视光大专，学制三年，实习才三个月，能报考吗", "not_eligible"),
    ],
)
def test_several_facts_against_several_sentences(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "exam").verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("28岁，全日制大专，能应聘吗", "eligible"),
        ("28岁，成考大专，可以应聘吗", "not_eligible"),
        ("28岁，大专，不是全日制的，能应聘吗", "not_eligible"),
        ("28岁，全日制大专，又自考了本科，能应聘吗", "eligible"),
        ("28岁，在职读的本科，能应聘吗", "not_eligible"),
    ],
)
def test_full_time_is_demanded(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "post").verdict == verdict
