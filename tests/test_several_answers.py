"""Several things asked in one turn."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.dialogue import DialogueState
from bot.conversation.question import understand
from bot.pipeline import Assistant
from bot.speech.typos import TypoMender
from bot.telling.several_answers import asked_parts
from corpus.library import load_corpus
from index.segmentation import Segmenter
from index.snapshot import open_or_build

MENDER = TypoMender({}, (), Segmenter())
NOTICE = """云浦市体育中心夏季开放须知

云浦市体育中心　2031年5月6日

一、门票
游泳馆成人票每次35元，学生票每次20元；羽毛球场每小时60元。

二、开放时间
游泳馆每日13:00至21:00开放，羽毛球场每日8:00至22:00开放。

三、储物柜
储物柜每次收费5元，当日21:30前清空。

四、停车
地面停车场共有车位240个，前两小时免费。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sports")
    (folder / "sports.txt").write_text(NOTICE, encoding="utf-8")
    library = load_corpus(folder)
    assistant = Assistant(library, open_or_build(library, tmp_path_factory.mktemp("state")))

    def ask(question):
        answer, _ = assistant.answer(question, DialogueState(), date(2031, 6, 1), "sports")
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("游泳馆学生票多少钱，停车场有多少个车位", ["20元", "240个"]),
        ("羽毛球场一小时多少钱？储物柜收费多少？", ["60元", "5元"]),
        ("储物柜收费多少，羽毛球场几点开放", ["5元", "8:00"]),
        ("停车场有多少个车位，储物柜收费多少，羽毛球场几点开放", ["240个", "5元", "8:00"]),
        ("学生票多少钱，成人票呢", ["20元", "35元"]),
    ],
)
def test_each_part_is_answered(ask, question, says):
    answer = ask(question)
    assert answer.outcome == "answered"
    assert all(s in answer.text for s in says), answer.text
    assert len(answer.text) <= 500


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("学费多少，住宿费多少", ["学费多少", "住宿费多少"]),
        ("报名到几号截止，面试结果哪天出", ["报名到几号截止", "面试结果哪天公布"]),
        ("学费多少", []),
        ("面试要交钱吗，交多少", []),
        ("木工和陶艺哪个贵，贵多少", []),
        ("除了那几样材料，还要交什么", []),
        ("学费多少，我是外地的", []),
        ("初审几天，复审呢", ["初审几天", "复审呢"]),
        ("学费多少啊要带什么材料", ["学费多少啊", "要带什么材料"]),
        ("押金多少能退吗", ["押金多少", "能退吗"]),
        ("哪天考试，考几门，带什么", ["哪天考试", "考几门", "带什么"]),
        ("邮费谁出，几天寄到", ["邮费谁出", "几天寄到"]),
    ],
)
def test_the_parts_of_a_turn(gatherer, question, parts):
    asked = understand(question, date(2031, 6, 1), MENDER)
    assert [p.typed for p in asked_parts(asked, gatherer.question_words)] == parts


def test_a_bare_noun_wants_what_was_asked_before_it(gatherer):
    asked = understand("初审几天，复审呢", date(2031, 6, 1), MENDER)
    first, second = asked_parts(asked, gatherer.question_words)
    assert second.wants == first.wants == {"duration"}
    assert second.context == "初审几天"


def test_a_verdict_on_one_part_is_that_of_the_whole(ask):
    answer = ask("储物柜收费多少，停车免费吗")
    assert "5元" in answer.text
    assert answer.verdict == "eligible"


def test_what_stands_in_brackets_is_about_every_part(gatherer):
    asked = understand("学费多少，住宿费多少（东校区）", date(2031, 6, 1), MENDER)
    assert all(p.text.startswith("东校区") for p in asked_parts(asked, gatherer.question_words))


def test_a_part_that_names_nothing_leans_on_the_one_before(gatherer):
    asked = understand("三日票多少钱，能用几个小时", date(2031, 6, 1), MENDER)
    first, second = asked_parts(asked, gatherer.question_words)
    assert not first.context
    assert second.context == "三日票多少钱"


def test_a_measure_behind_a_question_is_of_what_that_asks_about(gatherer):
    asked = understand("东区茶叶收入多少，占全市比重", date(2031, 6, 1), MENDER)
    first, second = asked_parts(asked, gatherer.question_words)
    assert first.text == "东区茶叶收入多少"
    assert second.text == "东区茶叶收入占全市比重"
    assert second.wants == {"percent"}


@pytest.mark.parametrize("grew", ["同比增长多少", "增速是多少", "涨了多少"])
def test_how_much_something_grew_is_of_what_the_question_before_asks_about(gatherer, grew):
    asked = understand(f"东区茶叶收入是多少，{grew}？", date(2031, 6, 1), MENDER)
    assert asked_parts(asked, gatherer.question_words)[1].text == f"东区茶叶收入{grew}"


COURSE = """云浦夜校学费缴纳须知

一、学费缴纳完毕，请以“学费+班级+姓名”为邮件名，将凭证发至邮箱：pay@yunpu.example，逾期不予受理。
二、咨询邮箱：ask@yunpu.example
"""


def test_no_part_is_answered_with_what_another_was(asking):
    answer = asking(date(2031, 6, 1), course=COURSE)("学费交完了，要发邮件给哪个邮箱啊？邮件标题怎么写")
    assert "学费+班级+姓名" in answer.answer
    assert len(set(answer.answer.split("\n"))) == len(answer.answer.split("\n"))
