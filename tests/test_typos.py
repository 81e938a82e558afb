"""Words of the wrong character and the same sound, mended; everything else left alone."""

from __future__ import annotations

import pytest

from bot.speech.lexicon import lexicon
from bot.speech.typos import TypoMender
from index.normal import search_key
from index.segmentation import Segmenter

CORPUS = {
    "准考证": 4,
    "证书": 9,
    "补考": 3,
    "考务费": 5,
    "助学金": 6,
    "报名": 8,
    "截止": 4,
    "成绩": 7,
    "四级": 5,
}


@pytest.fixture(scope="module")
def mender() -> TypoMender:
    return TypoMender(CORPUS, lexicon().common_words, Segmenter(CORPUS))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("抱名要什么", "报名"),
        ("证书截指到哪天", "截止"),
        ("考务废多少", "考务费"),
        ("在哪领正书", "证书"),
        ("四及怎么报", "四级"),
        ("成机什么时候出", "成绩"),
        ("哺考要交钱吗", "补考"),
        ("阻房能落户吗", "租房"),
        ("还能交神请吗", "申请"),
        ("要不要交正书", "证书"),
        ("打拱七年", "打工"),
    ],
)
def test_a_homophone_is_mended_to_the_word_of_the_corpus(mender, typed, meant):
    text, mends = mender.mend(typed)
    assert meant in text
    assert meant in [m for _, m in mends]
    assert all(t in typed and t not in text for t, _ in mends)


@pytest.mark.parametrize(
    "text",
    [
        "报名要什么材料",
        "考务费多少",
        "我是高中毕业",
        "公司在哪里",
        "他们都是同事",
        "工作了三年能报吗",
        "我想问一下",
        "截至六月底",
        "权利和义务",
        "及时通知",
        "办公室在二楼",
        "一级和三级有什么不同",
        "今天天气真好",
        "我在厂里打工两年,今年租房住",
        "户口迁到这里一年半,没有结婚",
    ],
)
def test_right_words_stay_as_they_are(mender, text):
    assert mender.mend(text) == (text, ())


@pytest.mark.parametrize("text", ["", "？", "123", "level 4", "https://a.example/报"])
def test_what_has_no_words_is_left_alone(mender, text):
    assert mender.mend(text)[1] == ()


def test_words_that_carry_nothing_are_no_slip() -> None:
    words = {"我市": 9, "在职": 3}
    assert TypoMender(words, (), Segmenter(words)).mend("我是本科毕业") == ("我是本科毕业", ())


def test_mending_twice_changes_nothing_more(mender):
    once, _ = mender.mend("四及考务废多少")
    assert mender.mend(once) == (once, ())


def test_figures_and_marks_survive(mender):
    text, _ = mender.mend(search_key("抱名费是 350 元吗？2025年3月1日截止"))
    assert "350" in text
    assert "2025年3月1日" in text


def test_of_several_words_of_one_sound_the_commonest_is_meant():
    words = {"登记": 2, "等级": 9}
    assert TypoMender(words, (), Segmenter(words)).mend("等记")[0] == "等级"


@pytest.mark.parametrize(
    ("typed", "meant"), [("去年没筒过", "去年没通过"), ("书还梅出版", "书还没出版"), ("再来一次", "再来一次")]
)
def test_what_people_say_and_no_dictionary_holds(typed: str, meant: str) -> None:
    assert TypoMender({}, ("没通过", "还没", "在来"), Segmenter()).mend(typed)[0] == meant


def test_a_unit_behind_its_number_is_no_slip():
    mender = TypoMender({"自行": 9}, ("自行",), Segmenter(["自行"]))
    assert mender.mend("论文3000字行吗")[0] == "论文3000字行吗"


@pytest.mark.parametrize(
    "text",
    [
        "在县医院住院起付线多少",  # 在线
        "小程序上办要几天",  # 上班
        "奶茶店能贷多少",  # 能带
        "普通话二级乙等够吗",  # 一等
        "手里有一乙了",  # 有意
        "没抽中钱退吗",  # 中签
        "先把名报上",  # 现把
        "上月出的分",  # 得分
        "停的那几个月给补不",  # 不补
        "通过率百分之多少",  # 百分制
        "社保全是自己交",  # 全市
    ],
)
def test_words_side_by_side_are_no_slip_for_one_that_sounds_like_them(text: str) -> None:
    heard_alike = ("在线", "上班", "能带", "一等", "有意", "中签", "现把", "得分", "不补", "百分制", "全市")
    words = dict.fromkeys((*heard_alike, "小程序", "普通话", "医院"), 4)
    assert TypoMender(words, lexicon().common_words, Segmenter(words)).mend(text) == (text, ())
