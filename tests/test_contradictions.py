"""Facts told twice that cannot both be true, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.corrections import settled
from bot.person.person import read_person
from bot.telling.contradictions import contradiction_in
from index.normal import search_key

APRIL = date(2025, 4, 10)


def both(text: str) -> tuple[str, str] | None:
    found = contradiction_in(search_key(text), APRIL)
    return None if found is None else (found.first, found.second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("我35岁，大专，能报吗，我今年40", "35岁", "40岁"),
        ("35岁，对了我40岁了", "35岁", "40岁"),
        ("我1990年出生，今年40岁", "1990年出生", "40岁"),
        ("我大专，能报吗，我是本科", "大专", "本科"),
        ("高中毕业，干了六年，我本科学历", "高中", "本科"),
        ("我干了六年，能报吗，我干了两年", "工作六年", "工作两年"),
        ("工作5年，本科，工作8年", "工作5年", "工作8年"),
        ("社保交了两年，我社保交了三年", "社保两年", "社保三年"),
        ("我本地户口，外地户口能申请吗", "本地户口", "外地户口"),
        ("我没退休，已经退休了", "没退休", "已退休"),
        ("我未婚，已婚也可以吗，我结婚了", "未婚", "已婚"),
    ],
)
def test_what_cannot_both_be_true_is_found(text, first, second):
    assert both(text) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "我35岁，不对，40岁",
        "我大专，说错了，是本科",
        "我是本科不是大专",
        "我35岁，今年三十五",
        "我快40岁了，今年39",
        "1990年出生，今年34",
        "我虚岁36，周岁35",
        "大专毕业，后来读了本科",
        "大专毕业后专升本，本科毕业",
        "2015年大专毕业，2018年本科毕业",
        "自考大专，自考本科",
        "本科毕业，硕士在读",
        "我大专，本科才能报吗",
        "大学毕业，本科",
        "干了六年开发，做了两年测试",
        "先干了两年，后来又干了三年",
        "工作十年，在现单位六年",
        "2015年到2017年两年，2020年到2023年三年，都是做测绘",
        "工作6年，社保交了3年",
        "拿证三年，工作五年",
        "社保累计3年，连续交了1年",
        "我30，我娃6岁，能上一年级吗",
        "我爸70我妈68",
        "我本地户口，本地人",
        "农村户口，本地户口",
        "还没退休，退休年龄是60岁吗",
        "我妈退休了，我没退休",
        "要求35岁以下，我36",
        "我35岁能报吗，40岁呢",
        "",
    ],
)
def test_what_can_be_true_together_is_no_contradiction(text):
    assert both(text) is None


def test_the_reply_takes_the_place_of_both():
    for text, reply, kind, fact in (
        ("我35岁，大专，我今年40", "35岁", "age", 35),
        ("我35岁，大专，我今年40", "40", "age", 40),
        ("1990年出生，今年40岁", "1990年出生", "age", 34),
        ("干了六年，社保交了一年，干了两年", "工作两年", "work", 24),
        ("社保交了两年，干了六年，社保交了三年", "社保三年", "insurance", 36),
    ):
        whole = search_key(f"{text}，{settled(reply)}")
        assert contradiction_in(whole, APRIL) is None
        assert getattr(read_person(whole, "", APRIL, APRIL), kind).low == fact


@given(st.integers(16, 90), st.integers(16, 90))
def test_two_ages_contradict_each_other_where_they_differ(one, other):
    assert (both(f"我{one}岁，能报吗，我今年{other}岁") is None) == (one == other)


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from(["我35岁", "大专", "，", "本科", "干了六年", "没退休", "退休了"])).map("".join)
)
def test_looking_for_contradictions_never_fails(text):
    contradiction_in(search_key(text), APRIL)
