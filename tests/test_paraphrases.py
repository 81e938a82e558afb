"""The thesaurus: each wording leads to one meaning, in general words, as the search writes them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from bot.lexicon import lexicon
from corpus.library import load_corpus
from index.normal import search_key
from index.paraphrases import Concept, concepts, pairs

SAID = [(wording, concept) for concept in concepts() for wording in concept.said]


def named(concept: Concept) -> str:
    return f"{concept.field}-{concept.official[0]}"


def test_there_are_concepts_of_every_field():
    fields = Counter(c.field for c in concepts())
    assert len(fields) >= 18
    assert sum(fields.values()) >= 500
    assert len(SAID) >= 1500


@pytest.mark.parametrize(("wording", "concept"), SAID, ids=[w for w, _ in SAID])
def test_a_wording_leads_to_its_official_words(wording, concept):
    assert set(concept.official) <= set(lexicon().synonyms[wording])
    assert all((wording, official) in set(PAIRS) for official in concept.official)


PAIRS = frozenset(pairs())


@pytest.mark.parametrize("concept", concepts(), ids=named)
def test_a_concept_is_written_as_the_search_writes_it(concept):
    assert all(search_key(w) == w and re.fullmatch(r"[\u4e00-\u9fffa-z0-9]+", w) for w in concept.words)
    assert len(set(concept.words)) == len(concept.words) >= 2
    assert max(map(len, concept.words)) <= 14


def test_no_wording_claims_two_concepts():
    counts = Counter(w for w, _ in SAID)
    official = {w for c in concepts() for w in c.official}
    assert [w for w, n in counts.items() if n > 1] == []
    assert counts.keys() & official == set()


@pytest.mark.parametrize("concept", concepts(), ids=named)
def test_nothing_names_an_amount_or_a_date(concept):
    figures = r"\d|[一二三四五六七八九十两]{2,}|[一二三四五六七八九十两百千万]+(?:元|块钱|周岁|月\d|万)"
    assert [w for w in concept.words if re.search(figures, w)] == []


def test_nothing_names_what_a_notice_is_called_or_who_issues_it():
    """A word that stands in a shipped notice's issuer, or is a listed occupation, would be a rule for it."""
    from bot.settings import shipped_corpus

    words = {w for c in concepts() for w in c.words}
    for notice in load_corpus(shipped_corpus()).notices:
        assert notice.issuer not in words
        listed = {cell.text for clause in notice.clauses for cell in clause.cells if "职业" in cell.header}
        assert words & listed == set()


def test_pairs_lead_from_what_is_said_to_what_is_printed():
    assert ("娃", "子女") in PAIRS
    assert ("子女", "娃") not in PAIRS
    assert all(said != official for said, official in PAIRS)
