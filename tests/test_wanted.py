"""What kind of value a question wants, and in which unit."""

from __future__ import annotations

import pytest

from bot.speech.wanted import labels, unit_of_question, wants_of


@pytest.mark.parametrize(
    ("question", "unit"),
    [("男生住几号楼", "号楼"), ("办事在几楼", "楼"), ("从车站坐几路车", "路"), ("酒店离机场多远", "公里")],
)
def test_where_and_how_far_are_asked_by_a_number(question, unit):
    assert unit_of_question(question) == unit
    assert "date" not in wants_of(question)


def test_what_belongs_to_paying_is_no_sum():
    assert "money" not in wants_of("缴费账号")
    assert "money" in wants_of("考务费")


@pytest.mark.parametrize("given", ["奖励", "补助", "扶持", "赔偿"])
def test_how_much_is_given_is_a_sum_and_no_count(given):
    assert wants_of(f"评上了能拿多少{given}") == {"money"}


def test_which_class_is_no_count():
    assert "count" not in wants_of("这家是几类机构")
    assert "count" in wants_of("一共分几类")


@pytest.mark.parametrize(("question", "date"), [("缴费时间", True), ("业务受理时间", False)])
def test_a_bare_time_wants_the_day_unless_it_is_that_of_an_office(question, date):
    assert ("date" in wants_of(question)) is date


def test_the_day_of_pay_is_no_amount():
    assert wants_of("工资几号发") == {"date"}
    assert "money" in wants_of("工资多少")


@pytest.mark.parametrize("question", ["满意率呢", "满意率是多少", "办结率"])
def test_a_rate_wants_a_share(question):
    assert "percent" in wants_of(question)


def test_a_word_that_only_labels_the_value_wanted():
    assert labels("网址", frozenset({"url"}))
    assert not labels("网址", frozenset({"phone"}))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("理论考试要考多久", "小时"),
        ("面试多长时间？", "小时"),
        ("考完多久出成绩", ""),
        ("考试多久出成绩", ""),
        ("考察期多长时间", ""),
    ],
)
def test_how_long_an_examination_lasts_is_told_in_hours(text, unit):
    assert unit_of_question(text) == unit
    assert wants_of(text) == {"duration"}


def test_what_is_sent_to_a_box_is_asked_for_and_not_the_box():
    assert "email" not in wants_of("缴完费要发啥到邮箱")
    assert "email" in wants_of("发到哪个邮箱")


def test_a_group_that_applies_together_asks_for_money():
    assert "money" in wants_of("我们15个人一起报要多少")


def test_who_makes_a_paper_out_is_no_address():
    assert wants_of("户籍证明去哪里开") == frozenset()


@pytest.mark.parametrize(
    ("question", "unit"), [("答辩要问几个问题", "问题"), ("办证分几个步骤", ""), ("等几个月", "月")]
)
def test_a_thing_behind_how_many_is_counted_and_parts_are_not(question, unit):
    assert unit_of_question(question) == unit


def test_a_word_of_condition_is_no_thing_to_be_counted():
    assert unit_of_question("开公司要交多少税才能落户") == ""
