"""The words of a question, whole where the lexicon or a notice has them."""

from __future__ import annotations

import pytest

from bot.speech.lexicon import lexicon
from bot.speech.words import QuestionWords
from index.segmentation import Segmenter

PRINTED = "随车卡每张十元；公租房的租金"
WORDS = QuestionWords(Segmenter(), lambda string: string in PRINTED)


def test_a_saying_is_one_where_a_notice_prints_what_papers_call_it():
    printed = QuestionWords(Segmenter(), lambda string: string in lexicon().synonyms["没通过"])
    assert "没通过" in printed.split("考试没通过")


def test_a_word_that_a_notice_prints_is_one():
    assert "公租房" in WORDS.split("公租房多少钱")
    assert "随车卡" in WORDS.split("随车卡多少钱")


def test_particles_are_no_part_of_a_word_that_nobody_knows():
    words = WORDS.split("我能领吗")
    assert "能领" not in words
    assert "领" in words


def test_a_verb_behind_a_thing_and_one_behind_what_may_be_are_words_of_their_own():
    assert "养狗" in WORDS.split("没登记养狗罚多少")
    assert "能带" not in WORDS.split("能带狗坐船吗")


def test_what_asks_parts_words():
    assert "押金多" not in WORDS.split("押金多少")
    assert "押金" in WORDS.split("押金多少")


def test_a_word_of_no_dictionary_and_no_notice_is_guessed():
    assert WORDS.is_guessed("呱嗒囔")
    assert not WORDS.is_guessed("押金")
    assert not WORDS.is_guessed("随车卡")


def test_of_the_phrases_that_begin_alike_the_longest_is_one_word():
    alike = [[p for p in known if p not in lexicon().hints] for known in lexicon().phrases.values()]
    for phrase in max(alike, key=len):
        printed = QuestionWords(Segmenter(), frozenset(lexicon().synonyms[phrase]).__contains__)
        assert phrase in printed.split(f"甲乙{phrase}，谢谢")


def test_a_verb_asked_of_both_ways_is_one():
    assert "到位" in WORDS.split("钱到没到位")
    assert "不管" not in WORDS.split("中午管不管饭")


def test_a_guessed_word_is_cut_before_what_says_which_way_and_behind_what_bounds_it():
    assert WORDS.split("想搀进去")[-2:] == ["搀", "进去"]
    assert "最多摞" not in WORDS.split("一堆最多摞不")


def test_a_word_for_when_or_how_an_act_comes_takes_no_part_of_it():
    assert "外交" not in WORDS.split("这种要另外交什么")
    assert "先交" not in WORDS.split("材料先交到哪里")
    assert "先生" in WORDS.split("王家先生")
    printed = QuestionWords(Segmenter(), lambda string: string in "云浦计算技术馆")
    assert "技术" in printed.split("这能算技术工作吗")


@pytest.mark.parametrize("said", ["报名的不够30人", "没够30个咋办", "凑不齐30名会取消吗"])
def test_a_figure_that_is_not_reached_is_sought_as_it_is_printed(said):
    words = QuestionWords(Segmenter(), lambda string: string in "不足30人的，顺延至下月")
    assert any(w.startswith("30") for w in words.weighed(said, lambda _: 1.0))


def test_a_saying_that_asks_is_a_word_where_a_notice_prints_what_papers_call_it():
    held = QuestionWords(Segmenter(), lambda string: string in "考试科目：两门").weighed(
        "考几门", lambda w: 4.0
    )
    assert held["考几门"] == 2.0
    assert "考几门" not in WORDS.weighed("考几门", lambda w: 4.0)


def test_a_saying_with_a_word_of_papers_in_it_stands_beside_its_parts():
    held = QuestionWords(Segmenter(), lambda string: string in "补发社会保险，断缴的补缴")
    weighed = held.weighed("社保断了能补不", lambda w: 4.0)
    assert weighed["社保断了"] == 2.0
    assert weighed["社保"] == 4.0


def test_a_saying_that_denies_is_one_word():
    assert "没给交社保" in WORDS.split("厂里没给交社保")


def test_where_about_a_thing_is_no_part_of_its_name():
    assert "随车卡" in WORDS.split("随车卡上有照片吗")
    assert "租金" in WORDS.split("租金里包括什么")
    assert "晚上" in WORDS.split("晚上能去吗")


def test_a_verb_with_its_object_is_cut_where_only_the_object_is_printed():
    cut = QuestionWords(Segmenter(["带手机"]), lambda string: string in "手机等电子设备")
    assert cut.split("带手机") == ["带", "手机"]
    whole = QuestionWords(Segmenter(["带手机"]), lambda string: string in "严禁携带手机")
    assert whole.split("带手机") == ["带手机"]


def test_a_word_made_of_two_that_are_printed_is_cut_unless_it_is_printed_itself():
    cut = QuestionWords(Segmenter(["软件协会"]), lambda string: string in "甲省软件行业协会")
    assert cut.split("软件协会") == ["软件", "协会"]
    whole = QuestionWords(Segmenter(["软件协会"]), lambda string: string in "软件协会；软件；协会")
    assert whole.split("软件协会") == ["软件协会"]


def test_this_and_that_are_no_words():
    assert "那科" not in WORDS.weighed("之前过的那科还算吗", lambda word: 1.0)


def test_a_figure_held_against_is_sought_as_a_notice_prints_it():
    words = QuestionWords(Segmenter(), lambda string: string in "报名不足25人的顺延")
    assert "25人" in words.weighed("报名不到25人怎么办", lambda word: 1.0)
    assert "25人" not in words.weighed("我们有25人要报名", lambda word: 1.0)


def test_a_meeting_is_one_word_and_what_will_be_is_none():
    words = QuestionWords(Segmenter(), lambda string: string in "培训会共三天；受理")
    assert "培训会" in words.split("培训会在哪办")
    assert "受理会" not in words.split("什么时候受理会通知吗")


def test_the_column_of_a_form_is_what_stands_in_quotes():
    words = QuestionWords(Segmenter(), lambda string: string in "上传至“审核意见”栏")
    assert "意见" in words.split("意见栏传什么")


def test_a_thing_is_parted_from_what_is_done_with_it():
    assert WORDS.split("手机带进去")[:2] == ["手机", "带"]


def test_a_saying_of_which_nothing_is_printed_is_cut_unless_it_names_a_thing():
    assert WORDS.split("啥时候截止报名")[-2:] == ["截止", "报名"]
    assert "高龄津贴" in WORDS.split("高龄津贴多少")


def test_a_guess_around_a_word_that_serves_others_is_cut_there():
    assert "灯坏了打" not in WORDS.split("屋里灯坏了打哪")


@pytest.mark.parametrize("said", ["一吨", "三张", "每个", "他们", "七月份"])
def test_what_only_counts_or_points_is_not_what_a_question_is_about(said):
    assert said not in WORDS.weighed(f"{said}垃圾收多少", lambda _: 1.0)


@pytest.mark.parametrize("said", ["一级", "二等", "第三批"])
def test_which_of_a_series_is_what_a_question_is_about(said):
    assert said in WORDS.weighed(f"{said}垃圾收多少", lambda _: 1.0)
