"""A value is told of the very thing asked, and what is not stated is not answered with what stands near."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2026, 5, 6)
NOTICE = """柳湾社区自习座位和地面储物柜2026年度轮候办法

柳湾社区居民委员会

第一条 自习座位和地面储物柜每年公开轮候一次，座位、储物柜可以同时报名，互不影响，另有花箱供居民认养。
第二条 费用
【自习座位】共60座
普通座位40座，每月90元
静音座位20座，每月120元，空调电费另计
【地面储物柜】共30个
单门储物柜20个，每月15元
双门储物柜10个，每月25元
5月10日前一次性交清全年费用的，按应缴额的5%优惠；5月11日起不再优惠。持残疾人证的居民免收押金。
第三条 日程
报名：5月6日至5月15日，线上报名5月15日18:00关闭。
座位轮候：5月20日（星期三）9:30，社区礼堂。
储物柜轮候：5月21日（星期四）14:00，社区礼堂。
名单核对：5月28日，社区礼堂。
第四条 供水
一号茶水间在东楼一层，电话5550 0133（周日休息）。
供水时间：上午8:30—11:00，晚间18:00—20:30。
第五条 管理
1.不得转借座位。一经查实，两年内不得再报名。
2.花箱连续20天无人打理的，书面提醒；提醒后10天内仍未整理的，收回花箱。
3.一个月内无故缺席3次的，予以退出，剩余时长作废。
4.对核对结果不服的，可以申请复查，复查费用30元由申请人先付。
第六条 联系
设施报修（24小时）：5550 0147
费用咨询：5550 0162
监督（社区居委会，每周三19:00—21:00）：5550 0199
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("座位轮候是哪天几点", "9:30"),
        ("储物柜啥时候轮候", "5月21日"),
        ("5月8号就把全年的钱交清能便宜多少", "5%"),
        ("花箱一个月没去管，长草了，会咋样", "收回花箱"),
        ("这个月放了三回鸽子，会拿我怎么办", "退出"),
        ("半夜座位的灯坏得不行，找人报修打哪个号", "5550 0147"),
        ("想反映问题打哪个电话", "5550 0199"),
        ("晚上几点到几点供水", "18:00"),
        ("核对结果我不认，咋整", "30元"),
        ("静音座位一个月多少钱", "120元"),
    ],
)
def test_the_value_of_the_thing_asked_is_told(asking, question: str, said: str) -> None:
    reply = asking(DAY, seats=NOTICE)(question)
    assert reply.outcome == "answered"
    assert said in reply.answer.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "静音座位空调一度电几块钱",
        "租个地下储物柜一个月多少钱",
        "名单核对几点开始",
        "开车去自习，有停车的地方没，收费不",
        "座位费能不能分两回交",
    ],
)
def test_what_is_not_stated_is_not_told_by_what_stands_near(asking, question: str) -> None:
    assert asking(DAY, seats=NOTICE)(question).outcome == "unanswerable"


def test_how_many_instalments_there_are_is_another_question(asking) -> None:
    pay = "柳湾社区座位采购公告\n\n一、付款\n合同签订后付30%，验收合格付65%，余款5%在质保期满后付清。\n"
    assert "65%" in asking(DAY, pay=pay)("货款分几次付，各付多少").answer


HOURS = """柳湾社区阅览室管理须知

一、开放
（一）开放时间：9:00至17:00，周一闭室。7月、8月的周五、周六延长至20:30，19:30停止入室。
（二）院门周日至周四22:00、周五和周六22:30关闭，次日6:00打开。
（三）打印每天50页以内免费，超出部分每页0.2元；空调水每箱3元。
二、联系
借阅咨询：服务台，5550 0133，每天8:00至20:00。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("周六晚上院门几点关", "22:30"),
        ("周五阅览室最晚几点停止入室", "19:30"),
        ("一箱空调水咋收", "3元"),
    ],
)
def test_an_hour_is_not_that_of_a_telephone(asking, question: str, said: str) -> None:
    assert said in asking(DAY, hours=HOURS)(question).answer.split("\n")[0]


POOL = """柳湾社区夏季戏水池告示

一、开放
（一）戏水期自2026年6月20日8时起，至2026年8月31日20时止，共73天。
（二）6月10日至6月14日为注水试运行时间，请勿入内。
二、停用
申请整季停用更衣柜的，应于5月1日至5月31日到服务台办理，戏水期内不办理。
戏水期前5日（6月20日至6月24日）为调试期间，水温不作要求。
"""


@pytest.mark.parametrize("question", ["今年啥时候开始戏水，到哪天停", "戏水是什么时候"])
def test_the_time_of_a_thing_is_not_that_of_applying_for_it(asking, question: str) -> None:
    told = asking(DAY, pool=POOL)(question).answer.split("\n")[0]
    assert "6月20日" in told
    assert "8月31日" in told
    assert "5月31日" not in told
