"""What a question asks about: the things beside the word that asks."""

from __future__ import annotations

import pytest

from bot.conversation.asked import asked_about
from bot.speech.words import QuestionWords
from index.segmentation import Segmenter

WORDS = QuestionWords(Segmenter(["取暖补助"]), lambda string: string in "取暖补助发放办法，随车卡工本费")


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("押金要交多少", "押金"),
        ("取暖补助一年给多少钱", "取暖补助"),
        ("一年给多少取暖补助", "取暖补助"),
        ("本地有没有取暖补助", "取暖补助"),
        ("要不要交照片", "照片"),
        ("发票怎么开", "发票"),
        ("工资大概多少", "工资"),
        ("我住得远，也没车，取暖补助给不给多少", "取暖补助"),
        ("有没有取暖补助，给多少", "取暖补助"),
        ("考点设在哪个学校", "考点"),
        ("取暖补助申上以后得排多久的队", "取暖补助"),
    ],
)
def test_the_thing_beside_the_word_that_asks(question, thing):
    assert thing in {phrase[-1] for phrase in asked_about(question, WORDS).things}


@pytest.mark.parametrize("question", ["多少钱", "什么时候", "怎么办", "材料交上去以后多少天能批"])
def test_a_question_that_names_nothing(question):
    assert asked_about(question, WORDS).things == ()


def test_a_case_told_before_is_not_asked_about():
    asked = asked_about("我的照片拍了很久也洗了好几张都不太满意，押金要交多少", WORDS)
    assert asked.things == (("押金",),)
