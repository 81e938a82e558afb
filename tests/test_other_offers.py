"""Several things that one notice offers, whom it lets in besides, and whose facts are told."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.question import understand
from bot.judging.other_offers import of_another_offer
from bot.speech.typos import TypoMender
from corpus.notice import Notice
from corpus.tree.clauses import parse_clauses
from index.segmentation import Segmenter

DAY = date(2026, 9, 5)

CLASSES = """澄江县文化馆关于2026年秋季公益课程招生和办理活动卡的公告

一、招生和办卡对象
（一）公益书法班。6至12周岁、具有本县户籍的少年儿童。
（二）成人瑜伽卡。年满18周岁，且符合下列条件之一：
1.本县户籍；
2.持有本县居住证满1年；
3.在本县企业工作并连续缴纳社会保险3个月以上。
（三）亲子陶艺卡。由一名家长和一名未满10周岁的子女共同使用。
（四）有下列情形之一的，不予办理：患有传染性疾病的；上一年度因违规被取消资格的。哮喘患者经医院出具书面意见后，可以办理瑜伽卡。

二、费用
成人瑜伽卡200元/张，亲子陶艺卡300元/张。65周岁以上老年人办理成人瑜伽卡享受八折。

三、报名时间
2026年9月1日至9月20日，每人限报一班。
"""

CARDS = """临沅市交通运输局关于办理老年人乘车优待卡的通知

一、办理对象
具有本市户籍的下列人员，可以办理优待卡：
（一）低保家庭、特困供养对象中年满60周岁的老年人；
（二）年满70周岁的老年人；
（三）重度残疾人。
非本市户籍的老年人，投靠子女在本市生活、居住证满2年且年满70周岁的，比照第（二）项办理。

二、其他
每人限办一张。
"""

STALLS = """青石市场摊位和仓库2026年度招租办法

第一条 摊位、仓库每年公开招租一次。

第二条 摊位申请条件
1.本镇村民，或营业执照已登记且剩余有效期不少于6个月的个体户；
2.在本镇实际经营满1年；
3.一户限申请一个摊位；
4.曾因欠租被清退的，自清退之日起三年内不得申请。

第三条 仓库申请条件
1.限企业；
2.货车登记在企业或其法定代表人名下。个人名下货车不予受理，但个人为该企业股东的除外；
3.消防许可证在有效期内；一家企业限租一间。

第四条 申请时间
2026年9月1日至9月20日，在市场管理办公室提出。
"""


@pytest.fixture(scope="module")
def ask(asking):
    started = asking(DAY, classes=CLASSES, cards=CARDS, stalls=STALLS)
    return lambda notice, question: started(question, notice)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我35，户口在外地，居住证办了两年了，瑜伽卡能办不", "eligible"),
        ("儿子8岁，户口在本县，能上书法班吗", "eligible"),
        ("我本县户口，30岁，能报书法班吗", "not_eligible"),
        ("我本县户口，30岁，能办瑜伽卡吗", "eligible"),
        ("我本县户口，30岁，有哮喘，能办瑜伽卡吗", "needs_info"),
        ("户口不在这，居住证没有，社保才交了1个月，能办个瑜伽卡不", "not_eligible"),
        ("我女儿7岁，想办亲子陶艺卡能办不", "eligible"),
        ("我女儿12岁了，想办亲子陶艺卡能办不", "not_eligible"),
    ],
)
def test_the_offer_that_is_named_decides(ask, question: str, verdict: str) -> None:
    assert ask("classes", question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我爸73岁，外地户口，跟我住，能办优待卡不", "needs_info"),
        ("我爸73岁，外地户口，居住证办了三年，跟我住，能办优待卡不", "eligible"),
        ("我爸73岁，本市户口，能办优待卡不", "eligible"),
        ("我爸55岁，外地户口，能办优待卡不", "not_eligible"),
        ("爷爷62，吃低保的，本市户口，他能办卡吗", "eligible"),
        ("俺娘72咧，本市户口，跟我住，她能办卡不", "eligible"),
        ("爸妈一个71一个75，本地户口，能办吗", "eligible"),
        ("爸妈一个62一个75，本地户口，能办吗", "needs_info"),
        ("我妈65，本市户口，能办吗", "needs_info"),
    ],
)
def test_whom_a_notice_lets_in_besides_bars_nobody_else(ask, question: str, verdict: str) -> None:
    assert ask("cards", question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我本镇村民，干了三年了，想申请个摊位行不", "eligible"),
        ("前年10月欠租被清退过，本镇村民，在这干了五年，摊位还能申请吗", "not_eligible"),
        ("我们是企业，车在老板名下，消防证没过期，能租仓库吗", "eligible"),
        ("我们是企业，货车挂我朋友名下，消防证没过期，能租仓库吗", "not_eligible"),
        ("我们是企业，车在老板名下，消防证早过期了，能租仓库吗", "not_eligible"),
    ],
)
def test_headings_side_by_side_name_what_their_conditions_are_for(ask, question: str, verdict: str) -> None:
    assert ask("stalls", question).verdict == verdict


def test_how_much_each_may_ask_for_is_never_asked_about(ask) -> None:
    answer = ask("stalls", "我本镇村民，想申请个摊位行不").answer
    assert "一户限" not in answer.replace("3.一户限申请一个摊位", "")


def test_a_clause_is_of_another_offer_than_the_one_that_is_named() -> None:
    notice = Notice("n", "", "", CLASSES, parse_clauses(CLASSES), "n.txt")
    mender = TypoMender({}, (), Segmenter())
    clause = next(i for i in range(len(notice.clauses)) if "公益书法班" in notice.clause_text(i))
    assert of_another_offer(understand("瑜伽卡能办吗", DAY, mender), notice, clause)
    assert not of_another_offer(understand("书法班能报吗", DAY, mender), notice, clause)
