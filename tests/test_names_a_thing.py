"""A question in words that nobody printed is still of the field where it names what a notice is about."""

from __future__ import annotations

from datetime import date

import pytest

TEXT = """匠人评定须知

一、论文原稿须2000字以上；以外文发表的，同时提交中文译稿。
二、准考证在考前一周下载。
三、笔试和面试同一天进行。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("英文论文要翻译吗", "中文译稿"),
        ("论文写几千字", "2000字"),
        ("准考证提前多久能打", "考前一周"),
        ("笔试面试是分开两天吗", "同一天"),
    ],
)
def test_it_is_answered(asking, question, told):
    assert told in asking(date(2026, 3, 1), craft=TEXT)(question, None).answer


def test_what_names_nothing_of_the_notice_is_left(asking):
    assert asking(date(2026, 3, 1), craft=TEXT)("今天股票跌了吗", None).outcome == "out_of_scope"


READING = """档案馆查阅须知

一、查阅
（一）每人每次查阅时间不超过3小时，每天最多调阅15卷。
（二）阅览厅设座位36个，先到先坐。
（三）复制每页0.5元；寄送复制件的，邮费8元由申请人承担。
（四）查阅证明自出具之日起15日内有效。
二、处理
（一）预约后无故不到的，30日内不再受理其预约。
（二）伪造介绍信的，收回复制件，两年内不再接待。
（三）将阅览证转借他人的，停用60日。
三、咨询
预约系统技术支持：2660188；查档咨询：2660100；投诉：2660199。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("一次能看几个钟头", "3小时"),
        ("阅览厅有多少个位子", "36个"),
        ("一天顶多能调几卷", "15卷"),
        ("邮寄费谁出，多少", "邮费8元"),
        ("开的那个证明管多久", "15日"),
        ("约好了那天不想去会咋样", "30日内"),
        ("介绍信是乱开的，查出来咋办", "两年内"),
        ("证借同事用了一回，被逮到了会咋处理", "停用60日"),
        ("约不上，网页一直报错找谁弄", "2660188"),
    ],
)
def test_of_the_only_file_what_is_found_is_weighed_whatever_it_is_called(asking, question, told):
    answer = asking(date(2026, 3, 1), reading=READING)(question, None)
    assert answer.outcome == "answered"
    assert told in answer.answer


@pytest.mark.parametrize("question", ["储物柜收费吗", "中午管饭吗", "扫描成电子的要多少"])
def test_of_the_only_file_what_it_does_not_state_is_refused(asking, question):
    answer = asking(date(2026, 3, 1), reading=READING)(question, None)
    assert answer.outcome in ("unanswerable", "out_of_scope")
