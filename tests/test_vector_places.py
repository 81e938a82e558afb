"""Search with its vectors in each of the places, and what an address may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.library import Library
from index import layouts
from index.building import Earlier, build_files, load_files, prepare
from index.encoder import Vectors
from index.errors import VectorsUnavailable
from index.manifest import seal_snapshot
from index.retriever import Hit, Retriever
from index.snapshot import open_or_build
from index.vector_places import place_at, wrong_address
from index.vector_store import Home

LINES = [
    ("paragraph", text, -1)
    for text in ("申领津贴的条件", "办理登记后每月发给", "咨询电话12333", "逾期不再受理")
]


class Counting:
    """An encoder that keeps what it was asked to encode: a vector for each first character."""

    name = fingerprint = "counting"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        out = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            out[row, ord(text[0]) % 64 if text else 0] = 1
        return out


@pytest.fixture
def library(make_notice) -> Library:  # type: ignore[no-untyped-def]
    return Library((make_notice("a", "津贴办法", LINES),), (), "one")


@pytest.fixture(params=["faiss", "postgresql", "milvus"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        address: str = request.getfixturevalue("postgres_url")
        return address
    return "faiss" if request.param == "faiss" else f"milvus://{tmp_path / 'vectors.db'}"


def rounded(hits: list[Hit]) -> list[Hit]:
    return [replace(h, score=round(h.score, 4), dense=round(h.dense, 4)) for h in hits]


def test_wherever_the_vectors_are_the_same_is_found(
    samples: Library, retriever: Retriever, url: str, tmp_path: Path
) -> None:
    kept = open_or_build(samples, tmp_path / "state", None, None, url)
    again = open_or_build(samples, tmp_path / "state", None, None, url)
    some = frozenset([samples.notices[0].notice_id])
    for query in ("多少钱", "什么时候报名", "需要什么材料", "咨询电话"):
        wanted = rounded(retriever.search(query, 8))
        assert rounded(kept.search(query, 8)) == rounded(again.search(query, 8)) == wanted
        assert rounded(kept.search(query, 8, some)) == rounded(retriever.search(query, 8, some))
    kept.vectors.close()
    again.vectors.close()


def test_a_snapshot_whose_vectors_are_gone_is_built_again(library: Library, url: str, tmp_path: Path) -> None:
    built = open_or_build(library, tmp_path, None, None, url)
    name = f"wenze_{built.version}_{built.encoder.fingerprint[:12]}"
    before = built.search("登记")
    place = place_at(url)
    place.drop(Home(tmp_path / "snapshots" / built.version, name))
    again = open_or_build(library, tmp_path, None, None, url)
    assert again.search("登记") == before != []
    for closing in (place, built.vectors, again.vectors):
        closing.close()


def test_only_what_is_new_is_encoded(make_notice, url: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    one = Library((make_notice("a", "津贴办法", LINES),), (), "one")
    two = Library((make_notice("a", "津贴办法", [("paragraph", "补充一条", -1), *LINES[1:]]),), (), "two")
    encoder, folders = Counting(), [tmp_path / "1", tmp_path / "2"]
    before = replace(prepare(one, None, url), given=encoder)
    now = replace(prepare(two, None, url), given=encoder)
    for folder in folders:
        folder.mkdir()
    manifest = seal_snapshot(folders[0], before.inputs, build_files(folders[0], before, lambda *_: None))
    encoder.encoded.clear()
    fingerprint = build_files(folders[1], now, lambda *_: None, Earlier(folders[0], manifest))
    assert [t for t in encoder.encoded if t] == ["补充一条", "津贴办法"]
    found = load_files(folders[1], now, seal_snapshot(folders[1], now.inputs, fingerprint))
    assert len(found.vectors) == 4
    assert found.search("补充")[0].passage == 0
    before.place.close()
    now.place.close()


def test_a_large_collection_joins_the_best_of_both_sides(
    samples: Library, retriever: Retriever, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounds = {layouts.FULL: 0, layouts.HALF: 1, layouts.CELLS: 10**9}
    monkeypatch.setattr(layouts, "_BOUNDS", bounds)
    part = open_or_build(samples, tmp_path)
    assert part.vectors.rounded is None
    for query in ("多少钱", "什么时候报名", "需要什么材料"):
        wanted = [h.passage for h in retriever.search(query, 5)]
        assert [h.passage for h in part.search(query, 5)] == wanted


@pytest.mark.parametrize(
    "address",
    ["redis://host", "milvus:", "milvus:///folder", "postgresql://host:99999/x", "nonsense", "milvus://h:x"],
)
def test_an_address_of_no_kind_is_refused(address: str) -> None:
    assert "milvus://" in (wrong_address(address) or "")
    with pytest.raises(VectorsUnavailable, match="postgresql://"):
        place_at(address)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(VectorsUnavailable, match="WENZE_VECTORS") as told:
        place_at("postgresql://somebody:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)
