"""An answer in the making holds what its citations carry, and no more than fits."""

from __future__ import annotations

import pytest

from bot.figures.draft import MAX_CHARACTERS, Draft, plain


@pytest.fixture
def notice(make_notice):
    return make_notice(
        "n", "通知", [("item", "每人收费350元，5月20日截止。", -1), ("item", "电话另行公布。", -1)]
    )


def test_lines_stand_one_below_the_other():
    draft = Draft()
    assert draft.add("一")
    assert draft.add("二")
    assert draft.text == "一\n二"


@pytest.mark.parametrize(
    ("last", "told"), [("乙；", "乙。"), ("乙,", "乙。"), ("乙。", "乙。"), ("乙", "乙")]
)
def test_the_last_line_ends_as_a_sentence_and_the_items_before_it_as_items(last, told):
    draft = Draft()
    draft.add("甲；")
    draft.add(last)
    assert draft.text == f"甲；\n{told}"


def test_what_says_nothing_new_is_left_out():
    draft = Draft()
    draft.add("每人收费350元，5月20日截止。")
    assert not draft.add("5月20日截止")
    assert not draft.add("  ")
    assert len(draft.lines) == 1


def test_what_does_not_fit_is_left_out_whole_and_shorter_lines_may_follow():
    draft = Draft()
    assert draft.add("甲" * (MAX_CHARACTERS - 10))
    assert not draft.add("乙" * 50)
    assert draft.add("丙" * 5)
    assert len(draft.text) <= 500


def test_a_place_is_cited_once(notice):
    draft = Draft()
    assert [draft.cite(notice, 0), draft.cite(notice, 1), draft.cite(notice, 0)] == [0, 1, 0]
    assert len(draft.citations) == 2


def test_only_values_that_the_text_says_are_stated(notice):
    from dataclasses import replace

    from corpus.values.facts import extract_facts

    notice = replace(notice, facts=extract_facts(notice.text, notice.clauses))
    draft = Draft()
    draft.cite(notice, 0)
    assert draft.stated_facts() == ()
    draft.add("每人350 元")
    assert [(f.kind, f.value, f.citation) for f in draft.stated_facts()] == [("money", "350", 0)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**截止**日期", "截止日期"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("见注^①", "见注①"),
        (" 正文 ", "正文"),
        ("3*4", "3*4"),
    ],
)
def test_signs_of_the_source_are_not_for_the_person(source, shown):
    assert plain(source) == shown


def test_a_line_that_says_another_whole_takes_its_place():
    draft = Draft()
    assert draft.add("办理时间为每周一至周五的上午。")
    assert draft.add("另一件事。")
    assert draft.add("办理时间为每周一至周五的上午。节假日不办理。")
    assert draft.lines == ["办理时间为每周一至周五的上午。节假日不办理。", "另一件事。"]
