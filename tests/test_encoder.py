import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.counts import count_tokens
from index.encoder import SentenceTransformerEncoder
from index.errors import EncoderUnavailable
from index.lexical import LexicalIndex
from index.segmentation import Segmenter
from index.static_encoder import StaticEncoder

TEXTS = [
    "失业保险金的申领条件",
    "失业人员可以申领失业保险金",
    "高新技术企业认定的申请材料",
    "企业提交高新技术企业认定申请书",
    "报名时间为2022年8月31日前",
]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(["高新技术企业", "失业保险金"])


@pytest.fixture(scope="module")
def encoder(segmenter: Segmenter) -> StaticEncoder:
    return fit(segmenter)


def fit(segmenter: Segmenter, texts: list[str] = TEXTS) -> StaticEncoder:
    counts = count_tokens(texts, [""] * len(texts), segmenter)
    return StaticEncoder.fit(counts, LexicalIndex.from_counts(counts, segmenter).inverse, segmenter)


def test_rows_are_unit_vectors(encoder: StaticEncoder) -> None:
    vectors = encoder.encode([*TEXTS, "zzz"])
    assert vectors.dtype == np.float32
    assert encoder.encode([]).shape == (0, 4)
    assert vectors.shape == (6, 4)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 1, 1, 0], abs=1e-6)


def test_a_text_is_nearest_to_itself_and_then_to_its_subject(encoder: StaticEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    likeness = vectors @ encoder.encode(["失業保險金怎麼申領"])[0]
    assert set(np.argsort(-likeness)[:2]) == {0, 1}
    assert (vectors @ vectors.T).argmax(axis=1).tolist() == [0, 1, 2, 3, 4]


def test_fitting_twice_gives_the_same(segmenter: Segmenter, encoder: StaticEncoder) -> None:
    again = fit(segmenter)
    assert again.fingerprint == encoder.fingerprint
    assert np.array_equal(again.encode(TEXTS), encoder.encode(TEXTS))
    assert fit(segmenter, TEXTS[:4]).fingerprint != encoder.fingerprint


def test_the_iterative_decomposition_agrees_with_the_full_one(
    segmenter: Segmenter, encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.static_encoder._DENSE_LIMIT", 0)
    iterative = fit(segmenter)
    assert iterative.fingerprint == fit(segmenter).fingerprint
    assert iterative.encode(TEXTS) == pytest.approx(encoder.encode(TEXTS), abs=1e-4)


def test_the_decomposition_of_large_corpora_agrees_with_the_full_one(
    segmenter: Segmenter, encoder: StaticEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.static_encoder._DENSE_LIMIT", 0)
    monkeypatch.setattr("index.static_encoder._LANCZOS_LIMIT", 0)
    monkeypatch.setattr("index.static_encoder._CHUNK", 2)
    subspace = fit(segmenter)
    assert subspace.fingerprint == fit(segmenter).fingerprint
    assert subspace.encode(TEXTS) == pytest.approx(encoder.encode(TEXTS), abs=1e-3)


@pytest.mark.parametrize("texts", [["甲"], ["的"], ["同一句话", "同一句话"], ["失业", "保险"]])
def test_tiny_corpora_can_be_fitted(segmenter: Segmenter, texts: list[str]) -> None:
    assert np.isfinite(fit(segmenter, texts).encode(texts)).all()


def test_the_saved_model_is_one_of_sentence_transformers(
    segmenter: Segmenter, encoder: StaticEncoder, tmp_path: Path
) -> None:
    encoder.save(tmp_path)
    loaded = StaticEncoder.load(tmp_path, segmenter)
    assert loaded.fingerprint == encoder.fingerprint
    reference = SentenceTransformerEncoder(str(tmp_path))
    texts = [*TEXTS, "认定 zzz 条件", "zzz"]
    segmented = [" ".join(segmenter.tokens(t)) for t in texts]
    assert reference.encode([]).shape == (0, 4)
    assert reference.encode(segmented) == pytest.approx(loaded.encode(texts), abs=1e-5)


def test_torch_is_not_imported_for_the_default_encoder() -> None:
    code = "import sys, index.snapshot; sys.exit(len({'torch', 'sentence_transformers'} & set(sys.modules)))"
    root = Path(__file__).parents[1]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "says"), [("/no/such/model", "不存在"), ("./none", "不存在"), ("nobody/no-model", "hf download")]
)
def test_a_missing_model_says_how_to_mend_it(
    name: str, says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(EncoderUnavailable, match=says) as caught:
        SentenceTransformerEncoder(name)
    assert name.removeprefix("./") in str(caught.value)


def test_a_directory_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match=r"modules\.json"):
        SentenceTransformerEncoder(str(tmp_path))
    (tmp_path / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "no.such.Module"}]')
    with pytest.raises(EncoderUnavailable, match="无法载入"):
        SentenceTransformerEncoder(str(tmp_path)).encode(["甲"])


def test_the_fingerprint_follows_the_files(encoder: StaticEncoder, tmp_path: Path) -> None:
    encoder.save(tmp_path)
    before = SentenceTransformerEncoder(str(tmp_path)).fingerprint
    (tmp_path / "modules.json").write_text("[]")
    assert SentenceTransformerEncoder(str(tmp_path)).fingerprint != before
