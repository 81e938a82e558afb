"""Dialect and English in questions, put into plain Chinese."""

from __future__ import annotations

import pytest

from bot.common_speech import in_common_speech


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ("申请要几多钱", "申请要多少钱"),
        ("几时截止", "什么时候截止"),
        ("係咪要本人去", "是不是要本人去"),
        ("去邊度交表", "去哪里交表"),
        ("要啥子材料", "要什么材料"),
        ("咋个报名", "怎么报名"),
        ("要交好多钱", "要交多少钱"),
        ("录取结果哪天出", "录取结果哪天公布"),
        ("啥时候出名单", "啥时候公布名单"),
        ("几号之前要交", "最晚几号要交"),
        ("phone number", "电话"),
    ],
)
def test_dialect_is_read_in_the_common_language(said, common):
    assert in_common_speech(said) == common


def test_a_name_in_chinese_stays_in_an_english_question():
    assert "青山县" in in_common_speech("What is the phone number of the Qingshan office (青山县)?")


def test_a_blank_between_chinese_words_parts_them():
    assert in_common_speech("技师学院毕业 三级证 工作两年") == "技师学院毕业,三级证,工作两年"


def test_plain_chinese_is_left_as_it_is():
    assert in_common_speech("报名什么时候截止") == "报名什么时候截止"
