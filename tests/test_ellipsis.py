"""What a short question leaves out, taken from the one before."""

from __future__ import annotations

import pytest

from bot.conversation.ellipsis import TermClasses, leans_on_previous, without_frame

FEE = "无人机操作员四级的飞行要多少钱"


@pytest.fixture(scope="module")
def classes(samples) -> TermClasses:
    return TermClasses(samples)


@pytest.mark.parametrize(
    ("text", "named", "leans"),
    [
        ("那三级呢", False, True),
        ("如果是硕士", False, True),
        ("换成航拍摄影员", True, True),
        ("押金呢？", True, True),
        ("什么时候考", False, True),
        ("助学金什么时候截止", True, False),
        ("how much is it", False, True),
        ("how much does the course for the pilot licence cost", False, False),
        ("我想知道申请人才公寓之后租期最长可以有几年", False, False),
    ],
)
def test_a_short_question_leans_on_the_one_before(text, named, leans):
    assert leans_on_previous(text, named) is leans


@pytest.mark.parametrize(
    ("text", "previous", "filled"),
    [
        ("那三级呢", FEE, "无人机操作员三级的飞行要多少钱"),
        ("五级", FEE, "无人机操作员五级的飞行要多少钱"),
        ("理论呢", FEE, "无人机操作员四级的理论要多少钱"),
        ("航拍摄影员呢", FEE, "航拍摄影员四级的飞行要多少钱"),
        ("如果是硕士呢", "本科每学期资助多少", "硕士每学期资助多少"),
        ("专科呢？", "硕士每学期资助多少", "专科每学期资助多少"),
        ("那7月呢", "5月报名什么时候考", "7月报名什么时候考"),
        ("下个月呢", "这个月报名什么时候考", "下个月报名什么时候考"),
        ("押金呢", "家庭套房月租金多少", "家庭套房押金多少"),
        ("2024年呢", "2025年资助多少人", "2024年资助多少人"),
        ("女生呢", "男生跑几圈", "女生跑几圈"),
        ("本地的呢", "外地户口要带什么", "本地户口要带什么"),
        ("毕业生呢", "务工人员申请宿舍要住满几年", "毕业生申请宿舍要住满几年"),
        ("科目三呢", "科目二多少钱", "科目三多少钱"),
        ("那市级呢", "区县什么时候报完", "市级什么时候报完"),
    ],
)
def test_a_word_takes_the_place_of_the_word_of_its_own_class(classes, text, previous, filled):
    resolved = classes.resolve(text, previous)
    assert (resolved.text, resolved.context) == (filled, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("航拍摄影员五级呢", ("航拍摄影员", "五级", "飞行")),
        ("那三级的理论呢", ("无人机操作员", "三级", "理论")),
    ],
)
def test_two_words_at_once(classes, text, words):
    resolved = classes.resolve(text, FEE)
    assert all(w in resolved.text for w in words)
    assert "四级" not in resolved.text


def test_where_nothing_can_be_replaced_the_old_question_is_kept_as_context(classes):
    resolved = classes.resolve("要带什么材料", FEE)
    assert (resolved.text, resolved.context) == ("要带什么材料", FEE)


def test_a_question_of_its_own_keeps_the_word_that_it_replaces(classes):
    resolved = classes.resolve("三级多少钱", "我能报无人机操作员四级吗")
    assert (resolved.text, resolved.context) == ("三级多少钱", "我能报无人机操作员三级吗")


def test_full_width_and_traditional_forms_are_read_alike(classes):
    assert classes.resolve("那三級呢？", FEE) == classes.resolve("那三级呢?", FEE)


@pytest.mark.parametrize("previous", ["", "你好", FEE])
@pytest.mark.parametrize("text", ["", "？", "呢", "那呢", "嗯"])
def test_nothing_at_all_does_no_harm(classes, text, previous):
    resolved = classes.resolve(text, previous)
    assert resolved.context in ("", previous)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("那个怎么弄", "怎么弄"),
        ("那个四级呢", "四级"),
        ("那里怎么走", "那里怎么走"),
        ("那本科呢", "本科"),
        ("那本书要带吗", "那本书要带吗"),
        ("那条件呢", "条件"),
    ],
)
def test_a_word_that_points_is_left_out_whole_or_kept_whole(typed, said):
    assert without_frame(typed) == said


@pytest.mark.parametrize(
    ("text", "previous", "whole"),
    [
        ("山上老茶园片区", "水边新茶园片区要种多少亩才补", "山上老茶园片区要种多少亩才补"),
        ("那夜间赶集摊位呢", "在早市露天摊位怎么申请", "在夜间赶集摊位怎么申请"),
        ("那回乡的大学生呢", "外来务工申请公寓要住满多久", "回乡的大学生申请公寓要住满多久"),
    ],
)
def test_a_thing_stands_in_the_place_of_another_of_its_kind(classes, text, previous, whole):
    assert classes.resolve(text, previous).text == whole
