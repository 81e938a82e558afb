"""What several awards of one notice demand, each in its own section, and a stricter bound for some."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

AWARDS = """关于评选金牌调解称号的通知
一、评选项目
本次评选金牌调解员称号20名、先进调解集体8个。
二、推荐条件
（一）金牌调解员称号
推荐人选应当与所在单位建立聘用关系连续2年以上，并符合下列条件之一：
1.近3年在区级以上调解技能比武中获前五名；
2.主持调处的纠纷被写入市级以上案例汇编。
已获得区级以上调解标兵称号的，不再推荐。科级以上领导干部不参加评选。
女性应当不少于推荐人数的30%，单位负责人不超过10%。
（二）先进调解集体
推荐集体应当成立满3年，成员4人以上，所在街道已经设立调解窗口。
三、时间
2026年5月20日前报送。
"""

SHOPS = """摊点规范经营告知
一、登记
从事熟食加工被吊销执照未满3年的人员，不得登记。流动摊位、网络商铺和食堂不适用，应当另行备案。
二、恢复营业
被列入停业整改名单的，须列入满6个月并且已经完成整改，方可申请恢复营业；属于校园周边、医院周边的，须列入满1年。
"""


@pytest.fixture(scope="module")
def awards(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 1), awards=AWARDS)


@pytest.fixture(scope="module")
def shops(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 4, 1), shops=SHOPS)


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        (
            "我进这个单位两年半了，去年区里调解比武拿的第三，没当过标兵，能推荐金牌调解员吗",
            "eligible",
            "比武",
        ),
        ("来这家单位才一年，去年区里调解比武第三，能报金牌调解员不", "not_eligible", "连续2年以上"),
        ("我是区里的调解标兵，在这个单位干了五年，还能推荐金牌调解员吗", "not_eligible", "不再推荐"),
        ("我是科级领导干部，干了八年，可以评金牌调解员不", "not_eligible", "领导干部"),
        ("我们调解队成立四年了，一共六个人，街道已经设立了调解窗口，能报先进调解集体吗", "eligible", "满3年"),
        ("我们调解队去年刚成立，六个人，能报先进集体吗", "not_eligible", "满3年"),
    ],
)
def test_each_award_by_its_own_conditions(
    awards: Callable[..., AskResponse], question: str, verdict: str, says: str
) -> None:
    answer = awards(question)
    assert answer.verdict == verdict
    assert says in answer.answer


def test_shares_of_the_names_bind_nobody(awards: Callable[..., AskResponse]) -> None:
    answer = awards("我进这个单位三年了，去年市里调解比武第一，能推荐金牌调解员吗")
    assert "%" not in answer.answer
    assert answer.verdict == "eligible"


@pytest.mark.parametrize(
    ("question", "verdict", "says"),
    [
        ("我店进了停业整改名单，到现在八个月，整改都完成了，能申请恢复营业吗", "needs_info", "校园周边"),
        ("我店就在医院周边，列入停业整改名单八个月了，整改完成了，能恢复营业吗", "not_eligible", "满1年"),
        ("列入停业整改名单一年半了，整改也完成了，可以恢复营业吗", "eligible", "满6个月"),
        ("列入停业整改名单三个月，整改完成了，可以恢复营业吗", "not_eligible", "满6个月"),
        ("我们单位的食堂能去登记吗", "not_eligible", "不适用"),
    ],
)
def test_a_stricter_bound_for_some(
    shops: Callable[..., AskResponse], question: str, verdict: str, says: str
) -> None:
    answer = shops(question)
    assert answer.verdict == verdict
    assert says in answer.answer


@pytest.mark.parametrize(
    ("reply", "verdict"), [("不属于这些", "eligible"), ("属于的", "not_eligible"), ("不在", "eligible")]
)
def test_whom_the_stricter_bound_is_for_is_asked(
    shops: Callable[..., AskResponse], reply: str, verdict: str
) -> None:
    first = shops("我店进了停业整改名单，到现在八个月，整改都完成了，能申请恢复营业吗")
    assert "校园周边" in first.missing[0].question
    assert shops(reply, after=first).verdict == verdict
