"""Follow-up questions over two notices of unlike matters."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer_parts import Verdict
from bot.service.assembly import open_service
from bot.service.schemas import AskRequest
from bot.service.settings import Settings

PARK = """北湖公园入园须知

一、开放时间
每天8:00至17:30开放，停止售票时间为17:00。
二、门票
设成人票、学生票、家庭年票三种票。成人票40元，学生票20元，家庭年票600元。
三、免票
1、现役军人凭军官证、士兵证免票。
2、记者凭记者证免票。
四、管理
1、严禁携带宠物入园。
2、园内可以野餐。
3、讲解培训在闭园后举行。
4、饲养一只信鸽的，每年交管理费60元；饲养两只的，每年交管理费110元。
"""
COURSE = """社区电工培训班招生简章

一、报名时间：2026年3月1日至3月20日。
二、培训费：每人300元。
三、招生条件：年满18周岁，初中以上学历，无红绿色盲，无癫痫病。
四、上课地点：东街文化站二楼。
五、报名材料：身份证、学历证书。
六、上课时间：第一批4月8日，第二批5月12日。
七、结业证遗失的，可以补办，工本费10元。
"""
ROOMS = """西林大厦会议室收费表

| 会议室 | 容纳人数 | 半天 | 全天 | 投影 |
|---|---|---|---|---|
| 梅厅 | 200 | 1200元 | 2000元 | 有 |
| 兰厅 | 80 | 600元 | 1000元 | 有 |
| 竹厅 | 30 | 300元 | 500元 | 无 |
"""


@pytest.fixture(scope="module")
def talk_on(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notices")
    (folder / "park.txt").write_text(PARK, encoding="utf-8")
    (folder / "rooms.md").write_text(ROOMS, encoding="utf-8")
    (folder / "course.txt").write_text(COURSE, encoding="utf-8")
    service = open_service(Settings(corpus=folder, state=tmp_path_factory.mktemp("state")))

    def talk(*turns):
        answers = []
        for turn in turns:
            session = answers[-1].session_id if answers else None
            asked = AskRequest(question=turn, session_id=session, as_of=date(2026, 3, 5))
            answers.append(service.ask(asked))
        return answers

    yield talk
    service.close()


def test_a_question_of_one_group_is_asked_of_another(talk_on):
    _, other = talk_on("北湖公园现役军人要不要买票", "记者呢")
    assert "记者证免票" in other.answer


def test_what_is_barred_is_asked_after_what_is_allowed(talk_on):
    picnic, pets = talk_on("北湖公园里可以野餐吗", "带狗呢")
    assert picnic.verdict is Verdict.ELIGIBLE
    assert pets.verdict is Verdict.NOT_ELIGIBLE


def test_a_word_of_the_notice_spoken_of_names_no_other(talk_on):
    _, when = talk_on("北湖公园成人票多少钱", "讲解培训什么时候")
    assert "闭园后" in when.answer


def test_a_notice_named_by_its_own_words_is_turned_to(talk_on):
    _, fee, back = talk_on("北湖公园成人票多少钱", "电工培训班多少钱", "回到公园，学生票呢")
    assert "300元" in fee.answer
    assert "20元" in back.answer


def test_what_was_told_first_is_told_again(talk_on):
    *_, again = talk_on("北湖公园几点开门", "成人票多少", "学生票呢", "前面说的第二个再说一遍")
    assert "40元" in again.answer


def test_an_earlier_topic_is_told_again_by_its_name(talk_on):
    *_, again = talk_on("北湖公园几点开门", "成人票多少", "刚才说的开门时间再说一遍")
    assert "8:00" in again.answer


def test_another_is_judged_without_what_was_told_in_the_question(talk_on):
    _, friend = talk_on("我有癫痫能报电工培训班吗", "我朋友色盲呢")
    assert "癫痫" not in "".join(c.explanation for c in friend.conditions)
    assert "色盲" in friend.answer


def test_another_number_of_the_same_unit_takes_its_place(talk_on):
    _, two = talk_on("北湖公园养一只信鸽一年交多少", "两只呢")
    assert "110元" in two.answer


def test_a_comparison_is_of_what_was_asked_before(talk_on):
    _, more = talk_on("北湖公园成人票多少钱", "比学生票贵多少")
    assert "20元" in more.answer
    assert "40" in more.answer


def test_a_place_is_pointed_at(talk_on):
    _, there = talk_on("电工培训班在东街文化站上课吗", "那里是几楼")
    assert "二楼" in there.answer


@pytest.mark.parametrize(
    ("bare", "told"), [("在哪里", "东街文化站"), ("要带什么", "身份证"), ("去哪", "东街文化站")]
)
def test_a_bare_question_is_answered_whatever_was_spoken_of(talk_on, bare, told):
    _, answer = talk_on("电工培训班多少钱", bare)
    assert told in answer.answer


def test_a_birthday_mistyped_is_put_right(talk_on):
    first, put_right = talk_on("2005年3月生的能报电工培训班吗", "打错了 是2012年3月")
    assert first.verdict is not Verdict.NOT_ELIGIBLE
    assert put_right.verdict is Verdict.NOT_ELIGIBLE


def test_one_parent_is_not_the_other(talk_on):
    _, father = talk_on("我妈40能报电工培训班吗", "要是我爸呢 16")
    assert father.verdict is Verdict.NOT_ELIGIBLE
    assert "40" not in father.answer


def test_a_value_is_asked_for_after_a_verdict(talk_on):
    _, fee = talk_on("我妈40能报电工培训班吗", "一个人多少")
    assert fee.verdict is None


def test_the_second_batch_is_no_second_of_a_list(talk_on):
    _, second = talk_on("电工培训班第一批什么时候上课", "第二批呢")
    assert "5月12日" in second.answer


def test_a_value_asked_for_alone_is_that_of_the_clause_told_last(talk_on):
    *_, fee = talk_on("电工培训班多少钱", "结业证丢了怎么办", "多少钱")
    assert "10元" in fee.answer
    assert "300元" not in fee.answer


def test_what_was_asked_last_is_asked_of_another_row(talk_on):
    *_, other = talk_on("西林大厦兰厅多少钱", "全天呢", "梅厅")
    assert "2000元" in other.answer
    assert "1200元" not in other.answer
    *_, seats = talk_on("西林大厦兰厅多少钱", "全天呢", "梅厅", "能坐多少人")
    assert "200" in seats.answer
    assert "80" not in seats.answer


def test_a_row_named_anew_may_be_asked_something_of_its_own(talk_on):
    _, screen, other = talk_on("西林大厦梅厅能坐多少人", "竹厅有投影吗", "兰厅呢")
    assert "投影无" in screen.answer
    assert "投影有" in other.answer
    assert "600" not in other.answer


def test_a_name_in_a_list_is_asked_about_by_its_place_until_another_list_comes(talk_on):
    _, second, last = talk_on("北湖公园有哪几种票", "第二种多少钱", "最后一种呢")
    assert "20元" in second.answer
    assert "600元" in last.answer


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("社区电工培训班培训费多少", "地点呢", "东街文化站"),
        ("社区电工培训班什么时候报名", "培训费呢", "300元"),
        ("社区电工培训班培训费多少", "报名材料呢", "学历证书"),
    ],
)
def test_the_name_of_another_kind_of_value_asks_for_that(talk_on, first, then, told):
    _, other = talk_on(first, then)
    assert told in other.answer
