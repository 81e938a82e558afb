"""The thesaurus: each wording leads to one meaning, in general words, as the search writes them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.speech.lexicon import lexicon
from corpus.library import load_corpus
from index.normal import search_key
from index.paraphrases import Concept, concepts, pairs

SAID = [(wording, concept) for concept in concepts() for wording in concept.said]


def named(concept: Concept) -> str:
    return f"{concept.field}-{concept.official[0]}"


def test_there_are_concepts_of_every_field():
    fields = Counter(c.field for c in concepts())
    assert len(fields) >= 28
    assert sum(fields.values()) >= 1000
    assert len(SAID) >= 7000


@pytest.mark.parametrize(("wording", "concept"), SAID, ids=[w for w, _ in SAID])
def test_a_wording_leads_to_its_official_words(wording, concept):
    assert {*concept.official, *concept.near} <= set(lexicon().synonyms[wording])
    assert all((wording, meant) in PAIRS for meant in (*concept.official, *concept.near))


PAIRS = frozenset(pairs())


@pytest.mark.parametrize("concept", concepts(), ids=named)
def test_a_concept_is_written_as_the_search_writes_it(concept):
    words = (*concept.words, *concept.near)
    assert all(search_key(w) == w and re.fullmatch(r"[\u4e00-\u9fffa-z0-9]+", w) for w in words)
    assert len(set(words)) == len(words) >= 2
    assert max(map(len, words)) <= 14
    assert min(map(len, concept.near), default=2) >= 2  # one character stands in anything


def test_no_wording_claims_two_concepts():
    counts = Counter(w for w, _ in SAID)
    official = {w for c in concepts() for w in (*c.official, *c.near)}
    assert [w for w, n in counts.items() if n > 1] == []
    assert counts.keys() & official == set()


@pytest.mark.parametrize("concept", concepts(), ids=named)
def test_nothing_names_an_amount_or_a_date(concept):
    figures = r"\d|[一二三四五六七八九十两]{2,}|[一二三四五六七八九十两百千万]+(?:元|块钱|周岁|月\d|万)"
    assert [w for w in (*concept.words, *concept.near) if re.search(figures, w)] == []


def test_nothing_names_what_a_notice_is_called_or_who_issues_it():
    """A word that stands in a shipped notice's issuer, or is a listed occupation, would be a rule for it."""
    from bot.service.settings import shipped_corpus

    words = {w for c in concepts() for w in c.words}
    for notice in load_corpus(shipped_corpus()).notices:
        assert notice.issuer not in words
        listed = {cell.text for clause in notice.clauses for cell in clause.cells if "职业" in cell.header}
        assert words & listed == set()


def test_what_people_say_leads_to_what_it_may_come_to_and_that_leads_nowhere():
    bound = next(c for c in concepts() if "不超过" in c.near)
    assert "不超过" in lexicon().synonyms[bound.said[0]]
    assert bound.said[0] not in lexicon().synonyms.get("不超过", ())
    assert "不超过" not in lexicon().synonyms[bound.official[0]]


def test_a_saying_leads_to_what_it_is_said_of():
    said = Counter(w for w in lexicon().synonyms if "体检" in lexicon().synonyms[w])
    assert "要体检吗" in said


def test_pairs_lead_from_what_is_said_to_what_is_printed():
    assert ("娃", "子女") in PAIRS
    assert ("子女", "娃") not in PAIRS
    assert all(said != official for said, official in PAIRS)
