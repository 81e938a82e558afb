"""What spares some a part demands nothing of others, and is judged where being spared is asked about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse
from corpus.conditions.sparing import spared_by

Ask = Callable[..., AskResponse]

NOTICE = """澄河市2026年度灌溉监造师考试报考说明

哪些人可以报考

凡在我市工作或户籍在我市的人员，具备下列条件之一者，可以报考：
甲、水利类专业大专毕业，从事监造工作满5年；
乙、水利类专业本科毕业，从事监造工作满3年；
丙、水利类专业硕士毕业，从事监造工作满1年。
中专学历人员不得报考。

哪些人可以免考基础课

取得水利工程专业高级职称，并从事监造工作满10年的，可免考监造基础，只考监造实务。免考人员不受前述学历限制。
有下列情况的不得报名：受刑事处罚刑满不足三年的；因严重违纪被停考、停考期未满的。

报名时间

2026年3月1日至3月15日。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 5), kaoshi=NOTICE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("水利本科毕业，监造干了4年，户口在本市，能报考吗", "eligible"),
        ("水利本科毕业，监造干了2年，能报考吗", "not_eligible"),
        ("外地户口，在你们市工作，水利本科，监造干了4年，可以报吗", "eligible"),
        ("中专毕业，水利工程高级职称，监造干了12年，能只考实务免考基础吗", "eligible"),
        ("水利工程高级职称，监造干了8年能免考吗", "not_eligible"),
    ],
)
def test_who_is_spared_a_part_is_apart_from_who_may_apply(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("取得高级职称,并在港口任职的,可免考引航基础,只考引航实务。", "免考引航基础,只考引航实务"),
        ("具有硕士学位的人员可以申请免试外语。", "免试外语"),
        ("连续五年安全行车、获县级以上表彰的,可免予审核,只交承诺书。", "免予审核,只交承诺书"),
    ],
)
def test_what_a_sentence_spares(sentence: str, what: str) -> None:
    spared = spared_by(sentence)
    assert spared is not None
    assert spared.what == what


def test_less_to_pay_spares_no_part_of_what_is_demanded() -> None:
    assert spared_by("70周岁以上老人、持残疾人证的,可以免费入场。") is None
