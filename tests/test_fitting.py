from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from scipy import sparse

from index import fitting
from index.fitting import fitted_vectors, made_up_question
from index.fitting_texts import FittingTexts, TextGathering
from index.pieces import counted
from index.segmentation import Segmenter
from index.token_table import TokenTable

NOTICES = {
    "活动室": ["活动室周末开放，凭借书证预约", "活动室的钥匙在门卫处领取"],
    "游泳馆": ["游泳馆每天上午清洗，下午开放", "游泳须戴泳帽，儿童须有大人陪同"],
    "菜园": ["菜园每户一块，按抽签的次序选地", "浇水用雨水，晚上八点后不得入园"],
}


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter()


@pytest.fixture
def base() -> TokenTable:
    matrix = np.random.default_rng(3).standard_normal((3, 16)).astype(np.float16)
    matrix[0] = 0
    return TokenTable({"活动": 1, "开放": 2}, matrix, "a base")


def gathered(segmenter: Segmenter, names: Sequence[str]) -> FittingTexts:
    gathering = TextGathering(segmenter)
    for name in names:
        for text in NOTICES[name]:
            gathering.add(text, name)
    return gathering.texts([name for name in names for _ in NOTICES[name]])


def fit(texts: FittingTexts, base: TokenTable, kept: Path | None = None) -> np.ndarray:
    return fitted_vectors(texts, base, kept, lambda done, total: None)


def test_passages_are_told_apart_better_after_fitting(segmenter: Segmenter, base: TokenTable) -> None:
    texts = gathered(segmenter, list(NOTICES))
    own, _ = texts.counts()
    dice = np.random.default_rng(5)
    asked = [made_up_question(texts.own, i % 6, dice) for i in range(240)]
    questions = counted(asked, len(texts.vocabulary))

    def margin(vectors: np.ndarray) -> float:
        left, right = questions @ vectors, own @ vectors
        left /= np.linalg.norm(left, axis=1, keepdims=True) + 1e-9
        right /= np.linalg.norm(right, axis=1, keepdims=True)
        scores = left @ right.T
        gold = scores[np.arange(240), np.arange(240) % 6].copy()
        scores[np.arange(240), np.arange(240) % 6] = -1
        return float((gold - scores.max(axis=1)).mean())

    start = fitting._starting_vectors(texts.vocabulary, base)
    assert margin(fit(texts, base)) > margin(start) + 0.1


def test_the_same_passages_are_fitted_the_same_with_and_without_what_was_kept(
    segmenter: Segmenter, base: TokenTable, tmp_path: Path
) -> None:
    texts = gathered(segmenter, list(NOTICES))
    alone, first, again = fit(texts, base), fit(texts, base, tmp_path), fit(texts, base, tmp_path)
    assert np.array_equal(alone, first)
    assert np.array_equal(alone, again)


def test_an_added_notice_costs_only_its_own_group(
    segmenter: Segmenter, base: TokenTable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "MOST", 1000)
    learned: list[int] = []
    learn = fitting._Group.learn

    def counting(group, start, progress):  # type: ignore[no-untyped-def]
        learned.append(len(group.own))
        return learn(group, start, progress)

    monkeypatch.setattr(fitting._Group, "learn", counting)
    monkeypatch.setattr(fitting, "_groups", lambda names, size: fixed_groups(names))
    fit(gathered(segmenter, ["活动室", "菜园"]), base, tmp_path)
    assert learned == [2, 2]
    grown = fit(gathered(segmenter, ["活动室", "菜园", "游泳馆"]), base, tmp_path)
    assert learned == [2, 2, 2]
    assert np.array_equal(grown, fit(gathered(segmenter, ["活动室", "菜园", "游泳馆"]), base))
    fit(gathered(segmenter, ["菜园"]), base, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1  # what is no longer used is gone


def fixed_groups(names: Sequence[str]) -> list[np.ndarray]:
    return [np.flatnonzero(np.array(names) == name) for name in dict.fromkeys(names)]


def test_tokens_are_numbered_and_start_alike_in_whatever_order_notices_come(
    segmenter: Segmenter, base: TokenTable
) -> None:
    one, other = gathered(segmenter, ["活动室", "菜园"]), gathered(segmenter, ["菜园", "活动室"])
    assert one.vocabulary == other.vocabulary
    assert [len(g) for g in fitting._groups(one.notices)] == [4]
    start = fitting._starting_vectors(one.vocabulary, base)
    assert np.array_equal(start, fitting._starting_vectors(other.vocabulary, base))


def test_groups_hold_every_passage_once() -> None:
    names = [f"n{i % 3000}" for i in range(3 * fitting.GROUP)]
    groups = fitting._groups(names)
    assert len(groups) == 4
    assert sorted(np.concatenate(groups).tolist()) == list(range(len(names)))
    for group in groups:  # a notice is never torn apart
        inside = {names[i] for i in group}
        assert len(group) == sum(name in inside for name in names)


@pytest.mark.parametrize("damage", [b"", b"not numpy", None])
def test_what_was_kept_and_is_broken_is_learned_again(
    segmenter: Segmenter, base: TokenTable, tmp_path: Path, damage: bytes | None
) -> None:
    texts = gathered(segmenter, list(NOTICES))
    first = fit(texts, base, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-10] if damage is None else damage)
    assert np.array_equal(fit(texts, base, tmp_path), first)


def test_no_passages_are_fitted_to_nothing(segmenter: Segmenter, base: TokenTable) -> None:
    assert fit(gathered(segmenter, []), base).shape == (0, 16)


def test_a_made_up_question_is_made_of_stretches(segmenter: Segmenter) -> None:
    texts = gathered(segmenter, ["菜园"])
    dice = np.random.default_rng(1)
    for _ in range(50):
        question = made_up_question(texts.own, 0, dice)
        tokens = {texts.vocabulary[row] for row in question}
        assert all(token in NOTICES["菜园"][0] for token in tokens)
        assert len(question) <= 3 * 9 * 2


def test_a_gap_is_what_was_taken_out() -> None:
    texts = sparse.csr_matrix(np.array([[2, 1, 0, 0.35], [0, 1, 1, 0]], np.float32))
    taken = sparse.csr_matrix(np.array([[1, 0, 0, 1], [0, 1, 0, 0]], np.float32))
    left = fitting._without(texts, taken)
    assert left.toarray().tolist() == [[1, 1, 0, 0], [0, 0, 1, 0]]
    assert left.nnz == 3


def test_a_text_is_found_by_what_was_taken_out_of_it(
    segmenter: Segmenter, base: TokenTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "LONGEST_GAP", fitting.LONGEST)  # these texts are short
    texts = gathered(segmenter, list(NOTICES))
    dice = np.random.default_rng(5)
    places = np.arange(240) % 6
    questions = counted([made_up_question(texts.own, i, dice) for i in places], len(texts.vocabulary))
    left = fitting._without(texts.counts()[0][places], questions)

    def likeness(vectors: np.ndarray) -> float:
        asked, held = questions @ vectors, left @ vectors
        return float(
            np.mean(
                (asked * held).sum(1) / (np.linalg.norm(asked, axis=1) * np.linalg.norm(held, axis=1) + 1e-9)
            )
        )

    with_gaps = fitted_vectors(texts, base, None, lambda done, total: None, cloze=True)
    assert likeness(with_gaps) > likeness(fit(texts, base)) + 0.1


def test_what_was_learned_by_gaps_is_kept_by_itself(
    segmenter: Segmenter, base: TokenTable, tmp_path: Path
) -> None:
    texts = gathered(segmenter, list(NOTICES))
    fit(texts, base, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    fitted_vectors(texts, base, tmp_path, lambda done, total: None, cloze=True)
    assert {path.name for path in tmp_path.iterdir()}.isdisjoint(before)
    assert fitting.recipe(cloze=True) != fitting.recipe(cloze=False)
