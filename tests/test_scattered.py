from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from corpus.library import Library
from index import scattered
from index.building import prepare
from index.places import provinces_named
from index.retriever import Retriever
from index.scattered import Scattered, is_scattered
from index.snapshot import open_or_build

TEXTS = {
    "parcels": "丢了的包裹由寄件点赔偿，赔多少按申报的价值算。",
    "claims": "要求赔偿的，凭申报单和照片在寄件点填表。",
    "garden": "菜园每户一块，按抽签的次序选地。",
    "pool": "游泳馆下午开放，儿童须有大人陪同。",
    "general": "居民到服务点办理包裹、菜园、游泳馆、活动室的各种事项，凭本人证件，按次序办理。",
}


@pytest.fixture
def library(make_notice) -> Library:  # type: ignore[no-untyped-def]
    made = tuple(make_notice(name, "", [("paragraph", text, -1)]) for name, text in TEXTS.items())
    return Library(made, (), "texts")


@pytest.fixture
def retriever(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Retriever:
    monkeypatch.setattr(scattered, "FEWEST_TEXTS", 3)
    return open_or_build(library, tmp_path)


def known(
    *rows: list[float], text_of: list[int] | None = None, named: tuple[str, ...] | None = None
) -> Scattered:
    weights = sparse.csr_matrix(np.array(rows, dtype=np.float32).T)
    provinces = [provinces_named(text) for text in named or [""] * len(rows)]
    return Scattered.of(
        weights, np.array(text_of or range(len(rows)), dtype=np.int64), np.array(provinces, dtype=np.int64)
    )


def test_many_short_texts_are_scattered_and_notices_are_not() -> None:
    assert is_scattered(passages=900, texts=500)
    assert not is_scattered(passages=499, texts=499)
    assert not is_scattered(passages=2_001, texts=500)
    assert not is_scattered(passages=30_000, texts=16_000)


def test_another_corpus_is_searched_as_before(library: Library, tmp_path: Path) -> None:
    assert open_or_build(library, tmp_path).scattered is None


def test_how_a_corpus_is_searched_is_part_of_its_version(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = prepare(library, None).inputs
    monkeypatch.setattr(scattered, "FEWEST_TEXTS", 3)
    after = prepare(library, None).inputs
    assert before.encoder != after.encoder
    assert before.version != after.version


def test_a_text_of_everybodys_words_is_like_the_others() -> None:
    found = known([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]).likeness
    assert found[:3] == pytest.approx([1 / 9] * 3)  # a third of what the last one's words give it, of three
    assert found[3] == pytest.approx(1)


def test_likeness_is_taken_off_but_no_score_is_lost() -> None:
    one = known([1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1])
    scores = one.joined(
        np.arange(4), np.array([1, 0, 0, 1], np.float32), 2.0, np.zeros(4, np.float32), weight=0.2
    )
    assert scores == pytest.approx([1 - scattered.LIKENESS / 9, 0, 0, scattered.LEFT])


def asked(one: Scattered, question: str) -> list[float]:
    """The scores of passages that words find equally well and vectors do not find."""
    count = len(one.likeness)
    lexical, dense = np.ones(count, np.float32), np.zeros(count, np.float32)
    named = provinces_named(question)
    return one.joined(np.arange(count), lexical, 1.0, dense, 0.2, named).tolist()


def test_a_text_of_another_province_stands_behind() -> None:
    texts = ("发往杭州的包裹", "发往苏州的包裹", "发往各地的包裹", "发往宁波、南京的包裹")
    one = known([1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], named=texts)
    assert asked(one, "浙江的包裹怎么寄？") == pytest.approx([1, 1 - scattered.ELSEWHERE, 1, 1])
    assert asked(one, "包裹怎么寄？") == [1, 1, 1, 1]


def test_what_one_passage_names_holds_for_its_text() -> None:
    texts = ("在湖南境内", "另外寄送", "另外寄送")
    one = known([1, 0, 0], [0, 1, 0], [0, 0, 1], text_of=[0, 0, 1], named=texts)
    first, second, other = asked(one, "山西怎么寄？")
    assert first == second < other


def test_vectors_decide_more_where_words_say_less() -> None:
    one = known([1, 0], [0, 1])
    lexical, dense = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    asked_much = one.joined(np.arange(2), lexical, 100.0, dense, weight=0.2)
    asked_little = one.joined(np.arange(2), lexical, 1.0, dense, weight=0.2)
    assert asked_much[1] > asked_much[0]
    assert asked_little[0] > asked_little[1]


def test_feedback_brings_up_what_is_like_the_first() -> None:
    one = known([1, 1, 0], [0, 1, 0], [0, 0, 1])
    scores = one.fed_back(np.array([0, 2, 1]), np.array([1, 0.3, 0.25], np.float32))
    assert scores[0] == 1
    assert scores[2] > scores[1]


def test_passages_of_one_text_are_fed_back_as_one() -> None:
    one = known([1, 0], [0, 1], [1, 1], text_of=[0, 0, 1])
    scores = one.fed_back(np.array([0, 1]), np.array([1, 0.5], np.float32))
    gained = scores * (1 + scattered.FEEDBACK) - np.array([1, 0.5])
    assert gained[0] == pytest.approx(gained[1])


def test_feedback_on_nothing_is_nothing() -> None:
    assert known([1.0, 0.0]).fed_back(np.zeros(0, np.int64), np.zeros(0, np.float32)).shape == (0,)


def test_search_among_short_texts_finds_the_text(retriever: Retriever) -> None:
    assert retriever.scattered is not None
    hits = retriever.search("包裹丢了赔多少")
    assert retriever.passages[hits[0].passage].text == TEXTS["parcels"]
    assert hits[0].score == pytest.approx(1)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_each_hit_says_what_words_and_vectors_say(retriever: Retriever) -> None:
    query = "包裹丢了"
    lexical = retriever.lexical.scores(query)
    dense = retriever.cosines(retriever.encoder.encode([query])[0])
    for hit in retriever.search(query):
        assert (hit.lexical, hit.dense) == (float(lexical[hit.passage]), float(dense[hit.passage]))


def test_short_texts_can_be_chosen_and_reloaded(
    retriever: Retriever, library: Library, tmp_path: Path
) -> None:
    again = open_or_build(library, tmp_path)
    for notices in (None, frozenset({"garden", "pool"})):
        found = retriever.search("菜园抽签", notices=notices)
        assert found == again.search("菜园抽签", notices=notices)
    only = {retriever.passages[h.passage].notice_id for h in found}
    assert "garden" in only <= {"garden", "pool"}
    assert retriever.search("菜园", notices=frozenset()) == []
    assert retriever.search("zzzz") == []
    assert len(retriever.search("菜园", k=1)) == 1


def test_vectors_that_are_not_all_compared_find_the_same_first(
    retriever: Retriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = retriever.search("游泳馆儿童", k=1)
    monkeypatch.setattr(type(retriever.vectors), "rounded", None)
    assert replace(retriever).search("游泳馆儿童", k=1) == first
