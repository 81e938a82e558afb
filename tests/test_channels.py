"""Tiers of people, ways that exclude each other, scopes, and what becomes of what was had before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

PLACES = """青榆镇老年公寓食堂就餐卡办理须知
【一】谁可以登记
1）本镇户籍、年满55周岁，有就餐意愿；
2）非本镇户籍，年满60周岁，在本镇有住房的，可以登记到“候补通道”。
【二】分三个通道发卡
A类（保障通道）：特困供养人员，孤老优抚对象，不收押金。
B类（优先通道）：（1）75周岁以上的独居居民；（2）区级以上劳动模范；（3）失独家庭的老人；（4）评估为中度以上失能的老人。
C类（普通通道）：其他登记人员，按登记时间排。
【三】旧卡
2026年1月1日前已经取得就餐卡的，可以沿用到卡片期满，但临时卡除外。
"""

STALLS = """集市摊位登记要点
1.适用范围。占地不超过12平方米、帮工3人以下的食品摊、百货摊。面包车摊点和连锁门店不适用，应当办理营业执照。
2.退还押金。退场后10日内可以申请退还未使用的押金，管理方不得收取手续费。
"""


@pytest.fixture(scope="module")
def places(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 10), places=PLACES)


@pytest.fixture(scope="module")
def stalls(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 10), stalls=STALLS)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("我妈这个月刚满55，本镇户口，想登记，可以不", "eligible", "55"),
        ("户口不在这儿，我58，镇上有房，能登记吗", "not_eligible", "60"),
        ("户口在外地，62了，在镇上买了房，能登记不", "eligible", "60"),
        ("我奶奶77一个人住，能走优先通道吗", "eligible", "75"),
        ("73岁，独居，不是劳模也不是失独家庭，评下来自理，排得上优先通道么", "not_eligible", "75"),
        ("我爸68，评估是重度失能，能走优先通道不", "eligible", "失能"),
        ("我爸68，评估是轻度失能，不是劳模也不是失独家庭，没独居，能走优先通道不", "not_eligible", "失能"),
        ("我妈80跟我们一起住，能走优先通道不", "needs_info", "独居"),
    ],
)
def test_ways_and_tiers(places: Callable[..., AskResponse], question: str, verdict: str, says: str) -> None:
    answer = places(question)
    assert answer.verdict == verdict
    assert says in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("去年办的就餐卡，新规出来了还能接着用不", "eligible"),
        ("我那张临时卡是去年办的老卡，还能接着用吗", "not_eligible"),
    ],
)
def test_what_was_had_before(places: Callable[..., AskResponse], question: str, verdict: str) -> None:
    answer = places(question)
    assert answer.verdict == verdict
    assert "沿用" in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("我的食品摊10个平方，请了2个帮工，能登记吗", "eligible", "12平方米"),
        ("百货摊占地15平方米，帮工1个人，可以登记不", "not_eligible", "12平方米"),
        ("我们是连锁门店，占地8平方米，能登记吗", "not_eligible", "不适用"),
        ("退场才5天，没用完的押金能退不", "eligible", "10日"),
        ("退场半个月了，没用完的押金还能退不", "not_eligible", "10日"),
    ],
)
def test_a_scope_is_a_demand(
    stalls: Callable[..., AskResponse], question: str, verdict: str, says: str
) -> None:
    answer = stalls(question)
    assert answer.verdict == verdict
    assert says in answer.answer


def test_framed_numbers_are_marks(places: Callable[..., AskResponse]) -> None:
    answer = places("户口在外地，62了，在镇上买了房，能登记不")
    assert answer.citations[0].locator == "一/2）"
