"""What every vector store must do, asked of all of them: FAISS, a real PostgreSQL, a real Milvus Lite."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.notice import Span
from index import layouts, milvus_store, pgvector_store
from index.encoder import Vectors, unit_rows
from index.errors import VectorsMissing
from index.passages import Passage
from index.vector_places import place_at
from index.vector_store import Home, Ids, VectorPlace, VectorStore, passage_ids

WIDTH = 8
IDS: Ids = (np.arange(40, dtype=np.int64) * 977 + 5) << 40  # as far up as the identifiers of passages


def rows(count: int, seed: int = 7) -> Vectors:
    return unit_rows(np.random.default_rng(seed).standard_normal((count, WIDTH)).astype(np.float32))


VECTORS = rows(40)


@pytest.fixture(scope="module", params=["faiss", "postgresql", "milvus"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "postgresql":
        address: str = request.getfixturevalue("postgres_url")
        return address
    return "faiss" if request.param == "faiss" else f"milvus://{tmp_path_factory.mktemp('m') / 'vectors.db'}"


@pytest.fixture(scope="module")
def place(url: str) -> Iterator[VectorPlace]:
    place = place_at(url)
    assert place.kind == url.split(":")[0]
    yield place
    place.close()


@pytest.fixture
def home(place: VectorPlace, tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path, "wenze_test")
    yield home
    place.drop(home)


@pytest.fixture
def store(place: VectorPlace, home: Home) -> VectorStore:
    store = place.create(home, WIDTH)
    store.add(IDS, VECTORS)
    return store


def best(vector: Vectors, k: int) -> list[int]:
    return IDS[np.argsort(-(VECTORS @ vector), kind="stable")[:k]].tolist()


def test_what_is_added_is_there(store: VectorStore, place: VectorPlace) -> None:
    assert (len(store), store.dimensions) == (40, WIDTH)
    assert sorted(store.ids().tolist()) == IDS.tolist()
    assert place.kind in store.identity


def test_an_empty_store_finds_nothing(place: VectorPlace, home: Home) -> None:
    store = place.create(home, WIDTH)
    assert (len(store), len(store.ids()), len(store.search(VECTORS[0], 5).ids)) == (0, 0, 0)
    assert store.scores(VECTORS[:2]).shape == (2, 0)
    store.remove(IDS[:2])
    store.save()
    assert len(place.open(home)) == 0


def test_the_nearest_come_best_first_with_their_inner_products(store: VectorStore) -> None:
    for vector in VECTORS[:5]:
        found = store.search(vector, 6)
        assert found.ids.tolist() == best(vector, 6)
        assert found.scores == pytest.approx(np.sort(VECTORS @ vector)[::-1][:6], abs=1e-5)
    assert len(store.search(VECTORS[0], 99).ids) == 40
    assert len(store.search(VECTORS[0], 0).ids) == 0


def test_scores_come_in_the_order_asked_for(store: VectorStore) -> None:
    some, asked = [31, 2, 17], VECTORS[4:6]
    assert store.scores(asked, IDS[some]) == pytest.approx(asked @ VECTORS[some].T, abs=1e-5)
    every = store.scores(asked)[:, np.argsort(store.ids())]
    assert every == pytest.approx(asked @ VECTORS.T, abs=1e-5)
    assert store.scores(asked, IDS[:0]).shape == (2, 0)
    with pytest.raises(ValueError, match="8 numbers"):
        store.scores(VECTORS[4])


def test_an_identifier_that_is_not_there_has_no_score(store: VectorStore) -> None:
    with pytest.raises(KeyError):
        store.scores(VECTORS[:1], np.array([IDS[0], 12], dtype=np.int64))


def test_adding_again_replaces(store: VectorStore) -> None:
    store.add(IDS[:1], -VECTORS[:1])
    assert len(store) == 40
    assert store.scores(VECTORS[:1], IDS[:1]) == pytest.approx(np.array([[-1]]), abs=1e-5)


def test_what_is_removed_is_not_found(store: VectorStore) -> None:
    store.remove(np.array([*IDS[3:20], 12], dtype=np.int64))
    assert sorted(store.ids().tolist()) == [*IDS[:3].tolist(), *IDS[20:].tolist()]
    assert set(store.search(VECTORS[3], 40).ids.tolist()) == set(store.ids().tolist())
    assert store.scores(VECTORS[25:26], IDS[25:26]) == pytest.approx(np.array([[1]]), abs=1e-5)


def test_a_row_of_zeros_is_kept(store: VectorStore) -> None:
    store.add(np.array([7], dtype=np.int64), np.zeros((1, WIDTH), dtype=np.float32))
    assert store.scores(VECTORS[:1], np.array([7], dtype=np.int64)).tolist() == [[0]]


def test_what_is_saved_can_be_opened(place: VectorPlace, home: Home, store: VectorStore) -> None:
    store.remove(IDS[:5])
    store.save()
    again = place.open(home)
    assert sorted(again.ids().tolist()) == IDS[5:].tolist()
    assert again.identity == store.identity
    one, two = store.search(VECTORS[9], 10), again.search(VECTORS[9], 10)
    assert (one.ids.tolist(), one.scores.tolist()) == (two.ids.tolist(), two.scores.tolist())
    again.add(IDS[:2], VECTORS[:2])
    assert again.search(VECTORS[1], 1).ids.tolist() == [IDS[1]]


def test_a_copy_changes_by_itself(place: VectorPlace, home: Home, store: VectorStore, tmp_path: Path) -> None:
    store.save()
    other = Home(tmp_path / "other", "wenze_other")
    other.folder.mkdir()
    try:
        copy = place.copy(home, other)
        copy.remove(IDS[:30])
        copy.save()
        assert (len(copy), len(store), len(place.open(home))) == (10, 40, 40)
        assert sorted(place.open(other).ids().tolist()) == IDS[30:].tolist()
    finally:
        place.drop(other)


def test_a_store_that_is_not_there_is_missing(place: VectorPlace, tmp_path: Path) -> None:
    nowhere = Home(tmp_path, "wenze_nowhere")
    place.drop(nowhere)
    with pytest.raises(VectorsMissing):
        place.open(nowhere)
    with pytest.raises(VectorsMissing):
        place.copy(nowhere, Home(tmp_path, "wenze_test"))


def test_what_is_saved_outlives_a_closed_connection(tmp_path: Path, url: str) -> None:
    home, first = Home(tmp_path, "wenze_closed"), place_at(url)
    store = first.create(home, WIDTH)
    store.add(IDS, VECTORS)
    store.save()
    store.close()
    second = place_at(url)
    assert second.open(home).search(VECTORS[3], 1).ids.tolist() == [IDS[3]]
    second.drop(home)
    second.close()


def test_a_store_is_made_anew(place: VectorPlace, home: Home, store: VectorStore) -> None:
    store.save()
    assert len(place.create(home, 3)) == 0


@pytest.mark.parametrize(
    ("ids", "vectors"), [(IDS[:2], rows(3)), (IDS[:2], rows(2)[:, :4]), (np.repeat(IDS[:1], 2), rows(2))]
)
def test_what_does_not_fit_is_refused(store: VectorStore, ids: Ids, vectors: Vectors) -> None:
    with pytest.raises(ValueError, match="identifier"):
        store.add(ids, vectors)
    assert len(store) == 40


def test_a_query_of_another_length_is_refused(store: VectorStore) -> None:
    for ask in (lambda v: store.search(v, 3), store.scores):
        with pytest.raises(ValueError, match="8 numbers"):
            ask(np.zeros(4, dtype=np.float32))


def test_many_threads_may_search(store: VectorStore) -> None:
    store.save()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda i: store.search(VECTORS[i], 3).ids.tolist(), [*range(40)] * 3))
    assert found == [best(VECTORS[i], 3) for i in [*range(40)] * 3]


CHANGES = st.lists(
    st.tuples(st.booleans(), st.lists(st.integers(0, 11), min_size=1, max_size=6, unique=True)), max_size=5
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_any_adding_and_removing_leaves_what_it_should(
    place: VectorPlace, home: Home, changes: list[tuple[bool, list[int]]]
) -> None:
    store, wanted = place.create(home, WIDTH), dict[int, Vectors]()
    for number, (adding, which) in enumerate(changes):
        ids = np.array(which, dtype=np.int64)
        if adding:
            fresh = rows(len(which), number)
            store.add(ids, fresh)
            wanted |= dict(zip(which, fresh, strict=True))
        else:
            store.remove(ids)
            wanted = {i: v for i, v in wanted.items() if i not in which}
    assert sorted(store.ids().tolist()) == sorted(wanted)
    found = store.search(VECTORS[0], 12)
    scored = {i: float(v @ VECTORS[0]) for i, v in wanted.items()}
    assert dict(zip(found.ids.tolist(), found.scores.tolist(), strict=True)) == pytest.approx(
        scored, abs=1e-5
    )


def test_a_large_store_searches_a_part_and_can_still_be_changed(
    place: VectorPlace, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layouts, "_BOUNDS", {layouts.FULL: 0, layouts.HALF: 50, layouts.CELLS: 300})
    monkeypatch.setattr(pgvector_store, "INDEXED_FROM", 300)
    monkeypatch.setattr(milvus_store, "INDEXED_FROM", 300)
    ids, vectors = np.arange(1500, dtype=np.int64), rows(1500)
    store = place.create(home, WIDTH)
    store.add(ids[:1000], vectors[:1000])
    store.save()
    store = place.open(home)
    store.remove(ids[:200])
    store.add(ids[1000:], vectors[1000:])
    store.save()
    store = place.open(home)
    assert sorted(store.ids().tolist()) == ids[200:].tolist()
    recall = []
    for vector in rows(50, 3):
        exact = 200 + np.argsort(-(vectors[200:] @ vector))[:10]
        recall.append(len(set(store.search(vector, 10).ids.tolist()) & set(exact.tolist())))
    assert np.mean(recall) > 9
    assert store.scores(vectors[700:701], ids[700:702])[0, 0] == pytest.approx(1, abs=1e-3)


def test_passages_are_told_apart_by_what_is_encoded() -> None:
    def passage(text: str, context: str, start: int = 0) -> Passage:
        return Passage("a", 0, 0, Span(start, start + 1), text, context)

    one = passage_ids([passage("甲", "上"), passage("甲", "上", 9), passage("乙", "上"), passage("甲", "下")])
    assert len(set(one.tolist())) == 4
    assert (one >= 0).all()
    moved = passage_ids([passage("新", ""), passage("乙", "上", 5), passage("甲", "上", 7)])
    assert moved[1:].tolist() == [one[2], one[0]]
