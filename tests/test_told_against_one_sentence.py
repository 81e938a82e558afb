"""Questions that one sentence decides by what is told: the hour, the day, the year at school, whose kin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

HALL = """松涧区文化馆2026年开放和招募须知

一、开放
（一）阅览区周二至周日9:00—20:00开放，周一闭馆（法定节假日除外）；自助书柜全天可用。20:30停止入馆。
（二）厨余垃圾定时投放，时间为每日6:30—9:00、17:30—20:30。70周岁以上独居老人不受投放时间限制。
（三）身高1.2米以下儿童不得进入器械区；皮鞋不得进入木地板排练厅。

二、招募
（一）馆内讲解员招收2026年秋季升入四年级至六年级的学生。
（二）本馆工作人员及其配偶不参加招募；评委的直系亲属不参加评奖。
（三）有下列情形之一的，不予报名：1.有哮喘、心脏病的；2.上一期累计缺课6次以上的。

三、登记
（一）非遗传习班学员应在3月10日前到前台登记，逾期本年不再受理。
（二）积分4月30日前有效，逾期作废。

四、联系
电话5512 0077
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), hall=HALL)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("晚上10点能扔厨余吗", "not_eligible"),
        ("早上7点能扔厨余吗", "eligible"),
        ("晚上八点四十还能入馆吗", "not_eligible"),
        ("晚上九点还能进阅览区吗", "not_eligible"),
        ("娃现在三年级，秋天能来当讲解员不", "eligible"),
        ("娃现在六年级，秋天能来当讲解员不", "not_eligible"),
        ("我老婆在你们馆上班，我能报招募不", "not_eligible"),
        ("我爸是评委，我能参加评奖吗", "not_eligible"),
        ("传习班我忘了登记，今天去补还行不", "not_eligible"),
        ("儿子一米一，带他去器械区行不", "not_eligible"),
        ("穿皮鞋进排练厅行不", "not_eligible"),
        ("上一期旷了七次课，这期还让报不", "not_eligible"),
    ],
)
def test_one_sentence_decides(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question).verdict == verdict


@pytest.mark.parametrize(
    "question",
    [
        "我婆婆85一个人住，晚上十点能扔厨余吗",
        "我同学在你们馆上班，我能报招募不",
        "我在超市上班，能报招募不",
    ],
)
def test_it_decides_nothing_against_whom_it_is_not_of(ask: Ask, question: str) -> None:
    assert ask(question).verdict != "not_eligible"


NIGHT = """松坪镇货车通行须知

一、货车凭证通行老桥，通行时间为每日22:00—6:00，其余时间不得通行。
"""


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("晚上11点货车能通行老桥吗", "eligible"),
        ("凌晨3点货车能通行老桥吗", "eligible"),
        ("下午3点货车能通行老桥吗", "not_eligible"),
    ],
)
def test_hours_may_go_on_past_midnight(asking, question, verdict):
    assert asking(date(2026, 6, 12), night=NIGHT)(question).verdict == verdict
