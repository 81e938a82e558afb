"""Tables whose rows are conditions of a list, and lists of whom one of its bounds does not bind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.service.schemas import AskResponse

Ask = Callable[..., "AskResponse"]

CARD = """柳湾街道老年助餐卡申领办法

一、哪些人可以申领

年满60周岁，在本街道实际居住满1年，并且符合下列条件之一的，可以申领助餐卡：

情形\t说明\t证明（任选一种）
独居\t子女均不在本市居住，或者没有子女\t社区证明；户口簿
低收入\t月收入低于3000元\t银行流水；低保证
长期患病\t经医院诊断患有慢性病，季节性感冒除外\t病历；诊断证明

下列人员不受“满1年”限制，可以直接申领：（1）烈士的配偶和父母；（2）具有高级职称或者持有残疾人证的。

已经领取送餐补贴的，不发助餐卡。

二、怎么办理

自迁入本街道之日起10日内，应当到社区登记住址。申领时带身份证，到社区服务站填表，5个工作日发卡。

三、什么情况会收回

出借、转让助餐卡的，收回助餐卡，处50元以上200元以下罚款。
离开本街道连续超过3个月的，助餐卡注销。
"""

PERMIT = """清河区居住证申领指南

一、谁可以申领

公民离开户口所在地（指户口不在本区），在本区办理居住登记满半年，并且符合下列条件之一的，可以申领：

条件\t说明\t材料（任选一种）
合法稳定就业\t已被用人单位招用，或者从事个体经营\t劳动合同；营业执照
合法稳定住所\t有可以居住半年以上的房屋\t不动产权证；租赁合同
连续就读\t在区内中小学或者高等学校取得学籍并就读，夜校除外\t学生证

下列人员不受“满半年”限制：（1）具有硕士以上学位或者高级职称的；（2）未满16周岁且父母一方持有本区居住证的。
城区街道之间搬家的，不发居住证。

二、什么情况会注销

离开本区连续超过6个月的，居住证注销。
"""

STALL = """望塘夜市摊位申请须知

一、申请条件

申请人须为本市户籍，具有健康证明，且具备下列条件之一：

类型\t具体要求
手工艺者\t从事手工艺制作满2年
青年\t年龄在35周岁以下
困难户\t经民政部门认定的低保家庭

以下人员不受户籍限制：
1.本市引进的高层次人才；
2.退役军人。

二、收费

摊位费每月300元。
"""


@pytest.fixture(scope="module")
def ask(asking: Callable[..., Ask]) -> Ask:
    return asking(date(2026, 3, 15), card=CARD, permit=PERMIT, stall=STALL)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我65了，住这边三年，一个人住，没有子女，能办助餐卡吗", "eligible"),
        ("62岁，住了5年，月收入2000，能领助餐卡不", "eligible"),
        ("62岁，在这儿住了两年，有诊断证明，能申领助餐卡吗", "eligible"),
        ("我妈58，住了两年，月收入2000，能领助餐卡不", "not_eligible"),
        ("我搬来两个月了，62岁，一个人住没孩子，能申请助餐卡吗", "not_eligible"),
        ("67岁，有高级职称，上个月刚搬来，月收入2000，能领助餐卡吗", "eligible"),
        ("我67岁，来了5年，能申领助餐卡吗", "needs_info"),
        ("62岁，住了三年，独居没子女，领着送餐补贴，还能申领助餐卡吗", "not_eligible"),
    ],
)
def test_each_row_is_one_of_the_ways(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "card").verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("本地户口，有健康证，做手工编织三年了，能申请摊位不", "eligible"),
        ("外地户口，28岁，有健康证，可以申请摊位吗", "not_eligible"),
        ("外地户口，退役军人，有健康证，30岁，可以申请摊位吗", "eligible"),
        ("本地户口，28岁，没健康证，能申请摊位吗", "not_eligible"),
    ],
)
def test_whom_a_list_frees(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "stall").verdict == verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("外省户口，居住登记有七个月了，公司跟我签了劳动合同，能办居住证不", "eligible"),
        ("外地户口，登记了四个月，在超市打工，可以申领居住证吗", "not_eligible"),
        ("硕士毕业，上周才登记，租的房子，能不能直接领居住证，还要不要等半年", "eligible"),
        ("娃8岁，我有本区的居住证，孩子刚来登记没几天，在这儿上小学，能给他申领吗", "eligible"),
        ("外省来的，登记了八个月，住单位宿舍，能办居住证吗", "eligible"),
        ("外地户口，登记满一年了，没说别的，能办居住证吗", "needs_info"),
    ],
)
def test_a_lead_in_with_conditions_of_its_own(ask: Ask, question: str, verdict: str) -> None:
    assert ask(question, "permit").verdict == verdict
