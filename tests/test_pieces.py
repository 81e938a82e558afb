import numpy as np
import pytest

from index.normal import search_key
from index.pieces import Gathering, counted, pieces
from index.segmentation import Segmenter


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(["C语言培训"])


def tokens(segmenter: Segmenter, text: str) -> list[str]:
    return [token for token, _, _ in pieces(segmenter.cut(text))]


def test_words_and_characters_stand_side_by_side(segmenter: Segmenter) -> None:
    assert sorted(tokens(segmenter, "补贴标准")) == sorted(["补贴", "标准", *"补贴标准"])


def test_literals_have_a_shape_that_others_share(segmenter: Segmenter) -> None:
    assert {"300元", "300", "0元"} <= set(tokens(segmenter, "收300元"))
    assert "0元" in tokens(segmenter, "收1,500.50元")
    assert "0年0月0日" in tokens(segmenter, "2026年3月1日起")
    assert not any(
        t.startswith("http") and "0" in t[4:] for t in tokens(segmenter, "https://example.com/12345")
    )


def test_every_token_is_at_its_place(segmenter: Segmenter) -> None:
    text = "參加 C語言培訓 的，2026年3月1日前補貼５００元"
    key = search_key(text)
    found = list(pieces(segmenter.cut(text)))
    assert ("c语言培训", 2, 7) in found
    for token, start, end in found:
        assert token == key[start:end] or any(c.isdigit() for c in key[start:end])


def test_bags_keep_texts_apart(segmenter: Segmenter) -> None:
    rows: dict[str, int] = {}
    gathering = Gathering(rows)
    assert [gathering.add(pieces(segmenter.cut(t))) for t in ("补贴", "", "补贴补贴")] == [0, 1, 2]
    bags = gathering.bags()
    assert len(bags) == 3
    matrix = bags.matrix(len(rows)).toarray()
    assert matrix[:, rows["补贴"]].tolist() == [1, 0, 2]
    assert bags.length(1) == 0
    assert set(bags.within(2, 1, 3)) == {rows["贴"], rows["补"]}
    assert np.array_equal(bags.chosen(np.array([2, 0])).matrix(len(rows)).toarray(), matrix[[2, 0]])


def test_tokens_without_a_row_are_left_out(segmenter: Segmenter) -> None:
    gathering = Gathering({"补贴": 0}, grows=False)
    gathering.add(pieces(segmenter.cut("补贴标准")))
    assert gathering.bags().rows.tolist() == [0]


def test_nothing_can_be_counted() -> None:
    assert counted([], 4).shape == (0, 4)
    assert counted([np.array([1, 1, 3], dtype=np.int32)], 4).toarray().tolist() == [[0, 2, 0, 1]]
