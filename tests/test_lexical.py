import math
from pathlib import Path

import numpy as np
import pytest

from index.lexical import LexicalIndex, LexicalParameters
from index.segmentation import Segmenter

# Latin words are one token each, so that lengths can be counted by hand.
TEXTS = ["apple banana apple", "banana cherry", "durian"]
CONTEXTS = ["", "apple", "apple fig"]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter()


PLAIN = LexicalParameters(literal=1.0)


def test_scores_without_context_are_those_computed_by_hand(segmenter: Segmenter) -> None:
    index = LexicalIndex.build(TEXTS, ["", "", ""], segmenter, PLAIN)
    rare = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))  # apple: one passage of three
    shared = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))  # banana: two of three
    norm = [0.75 * (0.5 + 0.5 * length / 2) for length in (3, 2, 1)]
    expected = [rare * 2 / (2 + norm[0]) + shared / (1 + norm[0]), shared / (1 + norm[1]), 0]
    scores = index.scores("apple banana")
    assert scores.dtype == np.float32
    assert scores == pytest.approx(expected, rel=1e-6)
    assert index.idf("apple") == pytest.approx(rare)
    assert index.idf("unseen") == pytest.approx(math.log(1 + 3.5 / 0.5))


def test_a_passage_cannot_score_more_than_is_attainable(segmenter: Segmenter) -> None:
    index = LexicalIndex.build(TEXTS, CONTEXTS, segmenter)
    for query in ("apple banana", "apple apple unseen", "durian fig", "unseen"):
        assert index.scores(query).max() <= index.attainable(query)
    assert index.attainable("unseen") == 0
    assert index.attainable("apple apple unseen") == pytest.approx(2 * 3 * index.idf("apple"))


def test_context_counts_by_its_weight(segmenter: Segmenter) -> None:
    index = LexicalIndex.build(
        TEXTS, CONTEXTS, segmenter, LexicalParameters(k1=1.5, b=0.75, context=0.4, literal=1)
    )
    idf = math.log(1 + 0.5 / 3.5)  # in all three, somewhere
    lengths = (3, 2.4, 1.8)
    frequencies = (2, 0.4, 0.4)
    norm = [1.5 * (0.25 + 0.75 * length / 2.4) for length in lengths]
    expected = [idf * f / (f + n) for f, n in zip(frequencies, norm, strict=True)]
    assert index.scores("apple") == pytest.approx(expected, rel=1e-6)


def test_a_character_alone_counts_by_its_weight(segmenter: Segmenter) -> None:
    texts = ["租", "楼"]
    whole = LexicalIndex.build(texts, ["", ""], segmenter, LexicalParameters(character=1.0)).scores("租")
    part = LexicalIndex.build(texts, ["", ""], segmenter, LexicalParameters(character=0.25)).scores("租")
    assert part == pytest.approx(0.25 * whole)
    assert whole[0] > 0


def test_a_word_counts_by_its_weight_apart_from_its_pair(segmenter: Segmenter) -> None:
    texts = ["补贴", "楼宇"]
    scores = [
        LexicalIndex.build(texts, ["", ""], segmenter, LexicalParameters(word=word, character=0)).scores(
            "补贴"
        )
        for word in (0.0, 0.5, 1.0)
    ]
    assert scores[1] == pytest.approx((scores[0] + scores[2]) / 2)
    assert scores[2] == pytest.approx(2 * scores[0])  # in these texts both are as telling
    assert scores[0][0] > 0


def test_the_idf_of_a_word_is_that_of_its_characters_side_by_side(segmenter: Segmenter) -> None:
    index = LexicalIndex.build(["美国会", "国会大厦", "办公楼"], [""] * 3, segmenter)
    assert index.idf("国会") == pytest.approx(math.log(1 + (3 - 2 + 0.5) / (2 + 0.5)))
    assert index.idf("办公楼") == pytest.approx(math.log(1 + (3 - 1 + 0.5) / (1 + 0.5)))


@pytest.mark.parametrize("literal", ["2026年3月1日", "三月一日", "Python", "35%"])
def test_a_literal_counts_by_its_weight(segmenter: Segmenter, literal: str) -> None:
    texts = [literal, "楼"]
    whole = LexicalIndex.build(texts, ["", ""], segmenter, PLAIN).scores(literal)
    more = LexicalIndex.build(texts, ["", ""], segmenter, LexicalParameters(literal=3)).scores(literal)
    assert more == pytest.approx(3 * whole)
    assert whole[0] > 0


def test_own_text_beats_context(segmenter: Segmenter) -> None:
    texts, contexts = ["补贴标准为三千元", "申请材料清单"], ["申请材料清单", "补贴标准为三千元"]
    scores = LexicalIndex.build(texts, contexts, segmenter).scores("补贴标准")
    assert scores[0] > scores[1] > 0


def test_a_token_asked_twice_counts_twice(segmenter: Segmenter) -> None:
    index = LexicalIndex.build(TEXTS, ["", "", ""], segmenter)
    assert index.scores("apple apple") == pytest.approx(2 * index.scores("apple"))


@pytest.mark.parametrize("query", ["", "的", "zebra"])
def test_nothing_known_scores_nothing(segmenter: Segmenter, query: str) -> None:
    index = LexicalIndex.build(TEXTS, CONTEXTS, segmenter)
    assert index.scores(query).tolist() == [0, 0, 0]


def test_saved_and_loaded_scores_are_equal(segmenter: Segmenter, tmp_path: Path) -> None:
    index = LexicalIndex.build(TEXTS, CONTEXTS, segmenter, LexicalParameters(b=0.3))
    index.save(tmp_path)
    loaded = LexicalIndex.load(tmp_path, segmenter)
    assert loaded.parameters == index.parameters
    assert np.array_equal(loaded.scores("apple fig"), index.scores("apple fig"))
    assert loaded.idf("fig") == index.idf("fig")


def test_each_text_needs_its_context(segmenter: Segmenter) -> None:
    with pytest.raises(ValueError, match="2 texts, 1 contexts"):
        LexicalIndex.build(["a", "b"], [""], segmenter)
