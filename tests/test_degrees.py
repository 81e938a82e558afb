"""All passages at once are matched as one by one, and a trait is worked out once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.finding.degrees import Degrees
from bot.finding.matching import match
from bot.finding.traits import Lazy
from bot.speech.lexicon import lexicon

WORDS = sorted(w for w in lexicon().synonyms if len(w) <= 4)[::40]
PIECES = st.sampled_from([*WORDS, "准", "迁", "证", "，", "x"])
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), st.lists(PIECES, min_size=1, max_size=3))
def test_as_matched_one_by_one(passages: list[tuple[str, str]], pieces: list[str]) -> None:
    word = "".join(pieces)
    degrees = Degrees([o for o, _ in passages], [a for _, a in passages])
    expected = [match(word, own, around) for own, around in passages]
    assert degrees.at(word, np.arange(len(passages))).tolist() == pytest.approx(expected)
    assert [degrees.one(word, i) for i in range(len(passages))] == pytest.approx(expected)


def test_only_the_places_asked_for_come_back() -> None:
    degrees = Degrees(["报名费四百元", "不收费", "报名费另计"], ["", "", ""])
    assert degrees.at("报名费", np.array([2, 1])).tolist()[0] == 1.0
    assert degrees.at("没有的词", np.array([0, 2])).tolist() == [0.0, 0.0]
    assert degrees.at("报名费", np.array([], dtype=np.int64)).tolist() == []


def test_a_trait_is_decided_once_for_each_place() -> None:
    asked: list[int] = []

    def decide(place: int) -> bool:
        asked.append(place)
        return place % 2 == 1

    trait = Lazy(4, decide)
    assert trait.at(np.array([3, 0, 1])).tolist() == [True, False, True]
    assert trait.at(np.array([1, 3])).tolist() == [True, True]
    assert (trait.one(2), trait.one(3)) == (False, True)
    assert sorted(asked) == [0, 1, 2, 3]
