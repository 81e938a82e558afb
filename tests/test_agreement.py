"""Whether what is told is of the kind asked for, and the notice speaks of the one of several asked about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.agreement import unlike
from bot.question import understand
from bot.typos import TypoMender
from index.normal import search_key
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())


def said(text: str, told: str, notice: str = "") -> str:
    question = understand(text, date(2025, 4, 10), MENDER)
    return unlike(question, [search_key(told)], search_key(f"{notice}\n{told}"))


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("借书证在哪儿办", "办证须携带身份证原件。", "没有写明在哪里"),
        ("借书证在哪儿办", "持身份证到一楼服务台办理。", ""),
        ("表格从哪里下载", "登录园林平台下载。", ""),
        ("表格要填几份", "表格一式两份。", ""),
        ("去年一共发了多少钱", "每户补贴300元。", "没有写明总数"),
        ("去年一共发了多少钱", "全年共发放补贴4.2万元。", ""),
    ],
)
def test_what_tells_no_place_or_total_does_not_answer_a_question_for_one(text, told, reason):
    assert said(text, told) == reason


@pytest.mark.parametrize(
    ("text", "told", "reason"),
    [
        ("研究生一年给多少", "本科生每人每年800元。", "没有写到“研究生”"),
        ("研究生一年给多少", "本科生每人每年800元，硕士另行通知。", ""),
        ("研究生一年给多少", "每人每年800元。", ""),  # nothing is set apart
        ("研究生能领多少", "本科以上学历的，每人800元。", ""),  # a range may take it in
        ("秋季班几号开课", "春季班3月1日开课。", "没有写到“秋季”"),
        ("我是大专毕业的，笔试几点开始", "本科生9点开始笔试。", ""),  # the case told is not asked about
        ("物业费一平多少", "月租金6元/平方米。", "没有写到“物业费”"),
    ],
)
def test_a_notice_that_has_only_others_of_a_set_says_nothing_of_the_one_asked_about(text, told, reason):
    assert said(text, told) == reason
