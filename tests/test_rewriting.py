"""Rewritings that are only tried where they may match give what trying each one gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.rewriting import Rewriting

_RULES = [
    ("苹果|梨", "水果"),
    ("(?<=[大小])水果", "果子"),
    ("果子?(?=摊)", "货"),
    ("不(吃|喝)(?:行不行|成吗)", r"可以不\1吗"),
    ("^那?[,，]", ""),
    ("[^甲]乙+", "丙"),
    ("(?:丁?)戊", "己"),
]


def _one_by_one(text: str) -> str:
    for expression, by in _RULES:
        text = re.compile(expression).sub(by, text)
    return text


@given(st.text("苹果梨水大小子摊不吃喝行成吗那,，甲乙丁戊", max_size=14))
def test_as_one_rule_behind_the_other(text: str) -> None:
    rewriting = Rewriting((re.compile(e), by) for e, by in _RULES)
    assert rewriting(text) == _one_by_one(text)
    assert rewriting.touches(text) == any(re.search(e, text) for e, _ in _RULES)


def test_a_rule_reads_what_an_earlier_one_wrote() -> None:
    rewriting = Rewriting((re.compile(e), by) for e, by in _RULES)
    assert rewriting("大苹果摊") == "大货摊"


def test_what_an_expression_needs() -> None:
    assert set(re.needed(re.compile("[甲乙]?丙(?:丁|戊)"))) == {frozenset("丙"), frozenset("丁戊")}
    assert set(re.needed(re.compile("丙(?:丁甲?|[戊己]+)"))) == {frozenset("丙"), frozenset("丁戊己")}
    assert re.needed(re.compile("(?!甲)[^乙]*|丙")) == ()
    assert set(re.needed(re.compile("(?<=甲)a{2}", re.IGNORECASE))) == {frozenset("甲"), frozenset("aA")}


def test_no_rule_of_dialect_has_to_be_tried_always() -> None:
    assert all(re.needed(rule) for rule, _ in lexicon().dialect.rules)
