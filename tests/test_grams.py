from hypothesis import given
from hypothesis import strategies as st

from index.grams import GramIndex

TEXTS = ["报名费四百元", "补考费另计", "", "费", "😀报名\n费", "报报名"]
few = st.text(alphabet="报名费\n😀a", max_size=6)


@given(st.lists(few, max_size=8), few)
def test_holds_what_a_scan_finds(texts: list[str], string: str) -> None:
    index = GramIndex(texts)
    assert index.holding(string).tolist() == [i for i, t in enumerate(texts) if string in t]


@given(st.lists(few, max_size=8), st.text(alphabet="报名费a", min_size=1, max_size=4))
def test_characters_in_any_order(texts: list[str], characters: str) -> None:
    found = GramIndex(texts).holding_all(characters).tolist()
    assert found == [i for i, t in enumerate(texts) if set(characters) <= set(t)]


def test_pairs_do_not_run_from_one_text_into_the_next() -> None:
    index = GramIndex(TEXTS)
    assert index.holding("元补").tolist() == []
    assert index.holding("报名").tolist() == [0, 4, 5]
    assert index.holding("报名费四").tolist() == [0]
    assert index.holding("\U0010ffff").tolist() == []
