"""Exceptions that a person falls under, and what a notice says beside its conditions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.service.schemas import AskResponse

_Asking = Callable[..., Callable[..., AskResponse]]

_RANGERS = """云杉林场2026年巡护志愿者招募公告

一、报名条件
（一）凡爱护森林、具备下列条件的居民，均可报名：
1.年满18周岁；
2.具有初中以上学历；
3.具备巡护工作需要的基本知识和辨识能力。
（二）有下列情形之一的，不得报名：
1.因犯罪受过刑事处罚的，过失犯罪的除外；
2.在木材企业登记为法定代表人或者股东的（合作社社员不在此限）；
3.搬入林区不满两年的，“候鸟户”；
4.上一次考核成绩公布之日起不满60日的。
往届毕业的女青年不招收。

二、补贴
符合下列情形的，餐费可减免：
1.林场职工子女，减免30%；
2.团体报名5人以上的，每人减免10%。

三、管理
1.服务期间搬离本地的，应在15日内告知林场，从次月起停发补贴。

云杉林场
2026年3月1日
"""


def test_an_exception_is_claimed_by_the_word_that_its_rule_lacks(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), rangers=_RANGERS)
    assert ask("我30岁，大专，早年因为过失伤人判过刑，能报名吗").verdict == "eligible"
    assert ask("我30岁，大专，早年因犯罪受过刑事处罚，能报名吗").verdict == "not_eligible"
    assert ask("我30岁，大专，因犯罪受过刑事处罚，不是过失，能报名吗").verdict == "not_eligible"


def test_what_is_told_in_other_words_keeps_out(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), rangers=_RANGERS)
    assert ask("我30岁，大专，在朋友的木材公司占了一成的股，能报名吗").verdict == "not_eligible"
    assert ask("我30岁，大专，搬来林区一年半，能报名吗").verdict == "not_eligible"
    assert ask("我30岁，大专，搬来林区三年了，能报名吗").verdict == "eligible"
    assert ask("上次考核3月10号公布的成绩，没过，我30岁，大专，能报名吗").verdict == "not_eligible"
    assert ask("我是女生，去年大专毕业的，22岁，能报名吗").verdict == "not_eligible"
    assert ask("我是女生，今年大专应届毕业，22岁，能报名吗").verdict == "eligible"


def test_boilerplate_discounts_and_later_duties_are_no_conditions(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), rangers=_RANGERS)
    answer = ask("我22岁，高中毕业，能报名吗")
    assert answer.verdict == "eligible"
    assert "减免" not in answer.answer
    assert "15日" not in answer.answer


_WORKSHOPS = """青陶镇小作坊扶持办法

第一条 申请对象：
①作坊：成立满1年，当年新招学徒达到员工人数的20%（员工超过50人的达到10%），与其签订1年以上合同。
②申请人除房屋贷款和3万元以下设备贷款以外，没有其他贷款。
第二条 不予受理
下列情形不予受理：转租场地的；申请人同时经营其他作坊的，但其他作坊已经注销的不在此限；正在停业整顿的。设在家中的作坊可以正常申请。
第三条 申报窑炉项目，应具备下列条件：从事制陶工作满5年，且在乡镇窑场工作累计满3年。

青陶镇人民政府
2026年2月1日
"""


def test_a_bound_for_larger_ones_and_what_is_left_out_of_a_ban(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), workshops=_WORKSHOPS)
    told = "我们作坊成立3年，都签了两年合同，没有别的贷款，"
    assert ask(f"{told}员工80人，今年新招了10名学徒，能申请吗").verdict != "not_eligible"
    assert ask(f"{told}员工30人，今年新招了3名学徒，能申请吗").verdict == "not_eligible"
    assert ask("我有一笔5万的设备贷款，能申请吗").verdict == "not_eligible"
    assert ask("我打算申请10万，没有别的贷款，能申请吗").verdict != "not_eligible"


def test_a_list_of_its_own_below_a_heading_keeps_out(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), workshops=_WORKSHOPS)
    assert ask("我同时经营着另一家作坊，能申请吗").verdict == "not_eligible"
    assert ask("我同时经营过其他作坊，那家作坊已经注销了，能申请吗").verdict != "not_eligible"


def test_who_never_worked_there_has_no_years_there(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), workshops=_WORKSHOPS)
    assert ask("我制陶干了6年，没在乡镇窑场待过，能申报窑炉项目吗").verdict == "not_eligible"


_COTTAGES = """杏花坞安居房申请指南

一、申请条件
1.申请人年满18周岁；
2.申请家庭在本镇无自有住房。
二、有下列情形之一的，不得申请：
1.申请之日前3年内转让过本镇住房的，因家庭成员患重大疾病出售的除外；
2.2019年以来享受过建房补助的，但因自然灾害再次成为危房的除外；
3.拖欠水费的，但已签订补缴协议的除外；
4.在读学生，2026年应届毕业生除外。
法定退休年龄以上的除外。

杏花坞镇政府
2026年3月1日
"""


def test_what_was_sold_is_told_apart_from_what_is_owned(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), cottages=_COTTAGES)
    assert ask("我30岁，去年把镇上的房子卖了做生意，现在没房，能申请吗").verdict == "not_eligible"
    assert ask("我30岁，去年把镇上的房子卖了给老伴治癌症，现在没房，能申请吗").verdict == "eligible"
    assert ask("我30岁，没房也没卖过房，能申请吗").verdict == "eligible"


def test_an_exception_by_other_names_and_one_that_is_denied(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), cottages=_COTTAGES)
    assert ask("我30岁，没房，2020年拿过建房补助，去年山洪冲成危房了，能申请吗").verdict == "eligible"
    assert ask("我30岁，没房，2020年享受过建房补助，能申请吗").verdict == "not_eligible"
    assert ask("我30岁，没房，拖欠水费，没签补缴协议，能申请吗").verdict == "not_eligible"
    assert ask("我30岁，没房，拖欠水费，签了补缴协议，能申请吗").verdict == "eligible"


_GUARDS = """松湖博物馆招聘公告

一、岗位
讲解员：18周岁以上，高中及以上学历。
二、不得应聘的情形
（一）全日制在读学生，2026年应届毕业生除外；
（二）达到法定退休年龄的。

松湖博物馆
2026年3月1日
"""


def test_who_finishes_school_this_year_where_the_notice_lets_them_in(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), guards=_GUARDS)
    assert ask("我全日制在读，高中，2026年毕业，19岁，能应聘讲解员吗").verdict != "not_eligible"
    assert ask("我全日制在读，大二，20岁，能应聘讲解员吗").verdict == "not_eligible"
    assert ask("我高中毕业，64岁，能应聘讲解员吗").verdict == "not_eligible"


_POTTERS = """云窑陶艺技能认定公告

一、申报条件
申报二级，应具备下列条件之一：
1.累计从事本职业工作满12年；
2.取得三级证书后从事本职业工作满4年。
参加工作满25年、年满50周岁的一线职工，申报二级时工作年限可放宽3年。
已经持证的人员，可以从业到65周岁。

云窑陶艺协会
2026年3月1日
"""


def test_years_since_the_first_job_are_no_years_in_the_trade(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), potters=_POTTERS)
    told = "参加工作二十八年了，一直在一线，做陶做了10年，没考过证，"
    assert ask(f"我55岁，{told}能报二级吗").verdict == "eligible"
    assert ask(f"我46岁，{told}能报二级吗").verdict == "not_eligible"
    assert ask("我55岁，工龄28年，坐办公室，做陶做了10年，没考过证，能报二级吗").verdict != "eligible"
    assert ask("我55岁，工龄28年，一线工人，做陶做了10年，没考过证，能报二级吗").verdict == "eligible"


_HOUSES = """青禾镇落户须知

一、投靠
被投靠人为集体户口的，不办理投靠，但集体户口人员的新生儿随父或随母落户除外。
二、车辆
货车首次注册登记不满3年的，可以申请补贴。

青禾镇派出所
2026年3月1日
"""


def test_an_exception_of_others_frees_nobody(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 1), houses=_HOUSES)
    assert ask("我老婆是单位的集体户口，我想投靠她落户行吗").verdict != "eligible"
    assert ask("我手里有居住登记凭证，办了两个月，货车能申请补贴吗").verdict != "eligible"


_LOANS = """枫林市人才贷款贴息办法

一、申请条件
申请人应当同时符合下列条件：
（一）年龄在45周岁以下；
（二）除住房贷款、助学贷款外，本人及配偶没有其他未还清贷款。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("除房贷外没别的贷款", "eligible"),
        ("只有个房贷", "eligible"),
        ("房贷还没还完，别的贷款没有", "eligible"),
        ("没有任何贷款", "eligible"),
        ("除了装修贷没有其他贷款", "not_eligible"),
        ("有一笔消费贷款", "not_eligible"),
    ],
)
def test_what_is_had_besides_is_judged_by_the_exception(asking: _Asking, told: str, verdict: str) -> None:
    ask = asking(date(2026, 4, 10), loans=_LOANS)
    assert ask(f"我40岁，{told}，能申请贴息吗").verdict == verdict


_LATE = """榆河市居转户办理须知

一、条件
申请人须同时符合下列条件：
（一）在本市缴纳职工社会保险累计满5年（补缴的月份不计）；
（二）持有本市居住证满3年。
"""


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("里面有补缴的", "needs_info"),
        ("没补缴过", "eligible"),
        ("其中补缴了4个月", "not_eligible"),
        ("其中补缴了1个月", "eligible"),
    ],
)
def test_what_was_paid_late_is_asked_for_where_it_does_not_count(
    asking: _Asking, told: str, verdict: str
) -> None:
    answer = asking(date(2026, 4, 10), late=_LATE)(f"我社保交了5年2个月，{told}，居住证4年，能落户吗")
    assert answer.verdict == verdict
    assert verdict != "needs_info" or "补缴的有多长时间" in answer.answer


def test_the_reply_to_how_much_was_paid_late_is_taken_off(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 10), late=_LATE)
    first = ask("我社保交了5年2个月，里面有补缴的，居住证4年，能落户吗")
    assert ask("4个月", after=first).verdict == "not_eligible"
    first = ask("我社保交了5年2个月，里面有补缴的，居住证4年，能落户吗")
    assert ask("没有", after=first).verdict == "eligible"


_DRAWN = """白石市住房基金提取办法

一、提取条件
有下列情形之一的，可以申请提取住房基金：
（一）购买、建造自住住房的；
（二）离休、退休的；
（三）出境定居的。
每次提取后，账户内应保留10元以上余额。
"""


def test_what_is_owed_after_each_time_is_no_condition(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 10), drawn=_DRAWN)
    assert ask("我退休了，能提取住房基金吗").verdict == "eligible"
    assert ask("我离退休差几年，能提取住房基金吗").verdict == "needs_info"


_POINTS = """松岭县积分入学细则

一、申请条件
申请人应当同时符合下列条件：
（一）持有本县居住证满1年；
（二）在本县缴纳社会保险满1年；
（三）适龄儿童2020年8月31日前（含当日）出生。
"""


def test_facts_told_in_short(asking: _Asking) -> None:
    ask = asking(date(2026, 4, 10), points=_POINTS)
    assert ask("居住证社保都够，孩子2020年8月5号的，能申请吗").verdict == "eligible"
    assert ask("居住证社保都够，孩子2020年9月5号的，能申请吗").verdict == "not_eligible"


_FUND = """白石市住房基金管理办法

第一条 职工有下列情形之一的，可以申请提取住房基金账户余额：
（一）购买、建造自住住房的；
（二）离休、退休的；
（三）出境定居的。
第二条 申请住房基金贷款的职工，应当同时符合下列条件：
（一）连续足额缴存住房基金满12个月；
（二）没有尚未还清的住房基金贷款。
"""


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        ("我退休了，能提取住房基金吗", "eligible"),
        ("连续交了15个月住房基金，没有没还完的基金贷款，能申请住房基金贷款吗", "eligible"),
        ("连续交了10个月住房基金，能申请住房基金贷款吗", "not_eligible"),
    ],
)
def test_two_things_that_articles_grant_side_by_side(asking: _Asking, asked: str, verdict: str) -> None:
    assert asking(date(2026, 4, 10), fund=_FUND)(asked).verdict == verdict
