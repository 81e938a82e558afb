from datetime import date

import pytest

from bot.speech.courtesies import without_courtesies


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("你好，请问一下，算不算够？，谢谢老师", "算不算够？"),
        ("老师您好，我想咨询一下：那总价呢，麻烦了，谢谢！", "那总价呢"),
        ("不好意思打扰了，问个事，三级呢🙏", "三级呢"),
        ("在吗？想问问 怎么报名，急", "怎么报名"),
        ("請問一下，報名費多少錢？謝謝", "報名費多少錢？"),
        ("就是想问下四级能不能直接考三级", "四级能不能直接考三级"),
        ("打扰一下，咨询个问题：大专能报吗，有人知道吗", "大专能报吗"),
        ("朋友让我问问，收费多少，告诉我一下", "收费多少"),
        ("那个，材料交到哪里，求解答", "材料交到哪里"),
        ("Hi, 怎么报名 thanks", "怎么报名"),
        ("能报吗呀", "能报吗"),
        ("要多少钱？？？", "要多少钱？"),
        ("有什么要求啊……", "有什么要求"),
        ("能报吗~三级的", "能报吗，三级的"),
    ],
)
def test_what_is_said_around_a_question_goes(typed: str, left: str) -> None:
    assert without_courtesies(typed) == left


@pytest.mark.parametrize(
    "typed",
    [
        "咨询电话是多少",
        "查成绩在哪里",
        "确认要带什么",
        "老师能报吗",
        "我是老师，能报吗",
        "工作人员提醒后还是走了，会怎样",
        "那个项目能报吗",
        "替我妈问一下能不能领",
        "我要报三级",
        "帮我报名",
        "有没有人知道报名时间",
        "给我说说",
        "3~5年能报吗",
        "那三级呢",
    ],
)
def test_acts_and_persons_of_a_notice_stay(typed: str) -> None:
    assert without_courtesies(typed) == typed


@pytest.mark.parametrize("typed", ["谢谢", "你好", "在吗", "我想问问", "🙏", "", "  "])
def test_nothing_goes_where_nothing_else_is_said(typed: str) -> None:
    assert without_courtesies(typed) == typed


def test_a_question_asked_politely_is_the_question(asking):
    ask = asking(
        date(2026, 3, 1), notice="培训通知\n一、费用\n培训费每人300元。\n二、联系方式\n电话：66660000。\n"
    )
    plain = ask("培训费多少")
    polite = ask("老师您好，我想了解一下培训费多少，麻烦了，谢谢！")
    assert (polite.outcome, polite.answer) == (plain.outcome, plain.answer)
