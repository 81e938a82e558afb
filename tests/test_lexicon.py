"""The lexicon loads whole, and says what the rest relies on."""

from __future__ import annotations

import re

import pytest

from bot.answer_parts import Intent
from bot.speech.lexicon import lexicon
from corpus.library import load_corpus
from index.normal import search_key
from index.paraphrases import concepts


def test_every_intent_that_has_cues_is_one_of_the_contract():
    named = [intent for intent, _ in lexicon().intents]
    assert set(Intent) - set(named) == {Intent.ELIGIBILITY, Intent.GENERAL}


def test_synonyms_go_both_ways_and_hold_no_word_of_itself():
    synonyms = lexicon().synonyms
    for word, others in synonyms.items():
        assert word not in others
        assert len(set(others)) == len(others)
    alike = [(a, b) for concept in concepts() for a in concept.words for b in concept.words if a != b]
    assert all(a in synonyms[b] for a, b in alike)


def test_words_are_written_as_the_search_writes_them():
    words = {*lexicon().synonyms, *lexicon().fillers, *lexicon().common_words}
    assert {w for w in words if search_key(w) != w} == set()


def test_a_filler_is_no_synonym_that_carries_meaning():
    carried = {w for w in lexicon().synonyms if len(w) > 1} & lexicon().fillers
    assert carried <= {"几点", "最晚", "最迟", "以后"}


@pytest.mark.parametrize(
    ("said", "official"),
    [
        ("挂了", "不合格"),
        ("大专", "大学专科"),
        ("房租", "租金"),
        ("替考", "冒名顶替"),
        ("周末", "业务受理时间"),
    ],
)
def test_what_people_say_leads_to_what_notices_print(said, official):
    assert official in lexicon().synonyms[said]


@pytest.mark.parametrize(
    ("text", "polar"),
    [
        ("可以吗", True),
        ("行不行", True),
        ("够不够", True),
        ("能报吗？", True),
        ("多少钱", False),
        ("怎么报", False),
    ],
)
def test_polar_cues(text, polar):
    assert bool(lexicon().polar.search(text)) is polar


def test_opposites_compile_and_differ():
    for theirs, ours in lexicon().opposites:
        assert re.compile(theirs).pattern != re.compile(ours).pattern


def test_nothing_in_it_names_a_shipped_notice():
    """Words that stand in the title of one notice alone would be a rule for that notice."""
    from bot.service.settings import load_settings

    notices = load_corpus(load_settings().corpus).notices
    issuers = {n.issuer for n in notices if n.issuer}
    said = {w for group in lexicon().synonyms.items() for w in (group[0], *group[1])}
    assert said.isdisjoint(issuers)
