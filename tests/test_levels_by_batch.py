"""A notice of levels in two batches and a notice of two titles: days by batch, each title by its own ways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

LEVELS = """2026年风筝扎制等级考评通知
一、考评项目
序号\t项目\t等级\t计划人数
1\t沙燕扎制\t三级、二级\t40
2\t龙头扎制\t三级、二级、一级\t20

二、报名对象
（一）年满14周岁，并符合附件所列相应等级条件之一的人员。
（二）有下列情形之一的，不在受理范围：
1．已经取得同一项目同等级证书的；
2．正在停考期内的，但停考期在报名截止前届满的除外。

三、时间安排
批次\t网上报名\t缴费截止\t打印准考证\t笔试\t技能考核\t成绩公布
第一批\t3月2日至3月13日\t3月20日\t4月7日至10日\t4月11日\t4月12日、18日\t5月11日前
第二批\t5月6日至5月19日\t5月26日\t6月9日至12日\t6月13日\t6月14日、20日\t7月15日前

四、材料
1．身份证；
2．符合附件条件的佐证：按学历报考的传毕业证书；按年限报考的传单位证明。

五、收费标准（单位：元/人）
等级\t笔试\t技能考核\t合计
三级\t40\t120\t160
二级\t50\t150\t200
一级\t60\t240\t300
（一）持证残疾人、退出现役未满1年的退役军人，上表费用减半收取。
（二）补考只收所补科目的费用。

附件
1．符合以下条件之一的，可申报三级：
（1）累计从事本项目满2年；
（2）参加培训满60学时。
2．符合以下条件之一的，可申报二级：
（1）取得三级证书后，累计从事本项目满3年；
（2）累计从事本项目满8年。
3．取得二级证书后，累计从事本项目满4年的，可申报一级。
"""

TITLES = """2026年度潮汐观测专业职称评审通知
一、评审范围
（一）专业分支
代码\t专业分支\t可评层级
T1\t水位观测\t中级、高级
T2\t仪器维护\t中级
（二）人员范围
在本省单位从事上述工作的在职人员。有下列情形之一的，不在评审范围：
1.公务员；
2.2025年度参加同一层级评审未通过的，须停报1年。
二、申报条件
（一）学历和资历
1. 申报工程师，应当具备下列条件之一：
（1）硕士学位，从事本专业工作满2年；
（2）本科学历，取得助理工程师职称后，从事本专业工作满4年。
2. 申报高级工程师，应当取得工程师职称，并具备下列条件之一：
（1）硕士学位，取得工程师职称后，从事本专业工作满4年；
（2）本科学历，取得工程师职称后，从事本专业工作满5年。
3. 资历计算到2025年12月31日。
4. 脱产学习、病休连续超过1年的时间，不计入从事本专业工作的年限。
"""


@pytest.fixture(scope="module")
def levels(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 3, 5), levels=LEVELS)


@pytest.fixture(scope="module")
def titles(asking: Callable[..., Callable[..., AskResponse]]) -> Callable[..., AskResponse]:
    return asking(date(2026, 3, 5), titles=TITLES)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("什么时候考实操", ("4月12日", "4月18日", "6月14日", "6月20日")),
        ("第二批实操哪天考", ("6月14日", "6月20日")),
        ("沙燕扎制技能考核什么时候", ("4月12日", "6月14日")),
        ("成绩啥时候出来", ("5月11日", "7月15日")),
        ("啥时候能打准考证", ("4月7日", "6月9日")),
    ],
)
def test_days_of_each_batch(levels: Callable[..., AskResponse], question: str, days: tuple[str, ...]) -> None:
    answer = levels(question)
    assert all(day in answer.answer for day in days)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我做沙燕扎制3年了，今年20，能报三级吗", "eligible"),
        ("做了三年龙头扎制，有三级证两年了，能报二级不", "not_eligible"),
        ("二级证拿了五年，一直在做龙头扎制，能报一级吗", "eligible"),
        ("二级证拿了三年，一直在做，能报一级吗", "not_eligible"),
    ],
)
def test_papers_bind_nobody_and_a_sentence_is_a_level(
    levels: Callable[..., AskResponse], question: str, verdict: str
) -> None:
    answer = levels(question)
    assert answer.verdict == verdict
    assert "佐证" not in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("本科，21年9月评的助理工程师，一直在省内水文站做观测，今年能评工程师吗", "eligible"),
        ("本科，助理工程师2022年3月下来的，能评工程师吗", "not_eligible"),
        ("本科，工程师评上六年了，一直做观测，能报高级工程师吗", "eligible"),
        ("我是公务员，本科，能评工程师不", "not_eligible"),
        ("去年报工程师没评上，今年能接着报吗", "not_eligible"),
    ],
)
def test_each_title_by_its_own_ways(titles: Callable[..., AskResponse], question: str, verdict: str) -> None:
    assert titles(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("二级考务费多少", "200元"),
        ("报沙燕扎制三级交多少钱", "160元"),
        ("有残疾证，报二级要交多少钱", "100元"),
        ("退伍不到一年，报一级交多少", "150元"),
        ("从部队下来才半年，三级拢共交多少", "80元"),
        ("退伍三年了，三级多少钱", "160元"),
    ],
)
def test_fees_of_a_table_and_what_halves_them(
    levels: Callable[..., AskResponse], question: str, amount: str
) -> None:
    answer = levels(question)
    assert answer.outcome == "answered"
    assert amount in answer.answer


def test_bare_fee_lists_the_levels(levels: Callable[..., AskResponse]) -> None:
    answer = levels("考务费多少")
    assert all(sum_ in answer.answer for sum_ in ("160", "200", "300"))
