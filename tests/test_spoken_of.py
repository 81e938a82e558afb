"""A value that is stated of something else is no answer, and what a notice calls otherwise is no lack."""

from __future__ import annotations

from datetime import date

import pytest

NOTICE = """青柳镇文化站招募公告

一、招募人数
本次招募讲解员、摄影师、引导员等3个岗位，共计招募40名。

二、报名
报名时间：2026年3月1日至3月20日。每人交纳资料费30元。
报名材料：报名表1份、身份证复印件1份。

三、聘期
志愿者招募办法与去年相同，招募人数增加至60人。
聘期一年，期满可以续聘。聘期内每人每月发放补助600元。

四、成绩
测试由县图书馆承办，成绩于4月2日公布。

联系电话：0555-6120000，青柳镇文化站。
"""


@pytest.fixture(scope="module")
def ask(asking):
    return asking(date(2026, 3, 5), hire=NOTICE)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("报名押金交多少", "押金"),  # the notice has no word near it
        ("县图书馆电话多少", "图书馆"),  # an office's telephone is its own
        ("报名表要不要公证", "公证"),  # nothing of it is said
        ("讲解员招几个人", "讲解员"),  # counted with others
        ("招聘公司电话多少", "招聘公司"),  # an office called by two words
        ("续聘要交什么材料", "续聘"),  # papers for another act
    ],
)
def test_a_value_stated_of_something_else_is_no_answer(ask, question, said):
    answer = ask(question)
    assert answer.outcome == "unanswerable"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("测试分数哪天公布", "4月2日"),  # called otherwise
        ("资料费多少", "30元"),
        ("一共招募多少名", "40名"),
        ("志愿者招募多少人", "60人"),  # with the year before, and not with others
        ("要不要交资料费", "30元"),
        ("报名要带什么材料", "报名表"),
        ("咨询电话多少", "0555-6120000"),
    ],
)
def test_what_is_stated_is_told_in_whatever_words_it_is_asked(ask, question, said):
    assert said in ask(question).answer


def test_how_many_there_are_is_no_sum_of_fees(asking):
    fees = "对象 | 测试费\n成人 | 50元\n学生 | 25元\n老人 | 20元"
    text = f"测试公告\n\n一、费用\n{fees}\n\n二、测试\n测试在机房进行。\n"
    ask = asking(date(2026, 3, 5), test=text)
    assert "元" not in ask("测试一共几道题").answer.split("\n")[0]
    assert "95元" in ask("测试费一共多少钱").answer


FEES = """青柳镇养鸽管理办法

第一条 养鸽户应当按年度缴纳鸽舍管理费。
饲养信鸽协会登记赛鸽的，凭登记证减半收取鸽舍管理费。
残疾人饲养鸽子的，免缴鸽舍管理费。
第二条 每户限养三十只。
第三条 鸽舍应当离开水井十米以上。
"""


def test_who_is_spared_a_fee_tells_nobody_else_its_amount(asking):
    ask = asking(date(2026, 3, 5), pigeons=FEES)
    assert ask("鸽舍管理费一年多少钱").outcome == "unanswerable"
    assert "免缴" in ask("残疾人养鸽子管理费多少").answer
    assert "减半" in ask("赛鸽的管理费咋收").answer
    assert "三十只" in ask("一户最多养几只").answer
