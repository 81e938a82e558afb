import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import SentenceTransformerEncoder
from index.errors import EncoderUnavailable
from index.segmentation import Segmenter
from index.static_encoder import StaticEncoder
from index.token_table import TokenTable, base_folder, base_table, load_table, save_table

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
    return StaticEncoder(segmenter, base_table())


def test_rows_are_unit_vectors(encoder: StaticEncoder) -> None:
    vectors = encoder.encode([*TEXTS, "~~~"])
    assert vectors.dtype == np.float32
    assert encoder.encode([]).shape == (0, 256)
    assert vectors.shape == (6, 256)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 1, 1, 0], abs=1e-6)


def test_a_text_is_nearest_to_itself_and_then_to_its_subject(encoder: StaticEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    likeness = vectors @ encoder.encode(["失業保險金怎麼申領"])[0]
    assert set(np.argsort(-likeness)[:2]) == {0, 1}
    assert (vectors @ vectors.T).argmax(axis=1).tolist() == [0, 1, 2, 3, 4]


def test_everyday_words_are_near_the_official_ones(encoder: StaticEncoder) -> None:
    said, fee, place = encoder.encode(["花多少钱", "收费标准", "办理地点"])
    assert said @ fee > said @ place


def test_the_shipped_model_gives_the_same_vectors_in_sentence_transformers(encoder: StaticEncoder) -> None:
    reference = SentenceTransformerEncoder(str(base_folder()))
    texts = [*TEXTS, "认定 zzz 条件", "请问办居住证要花多少银子？", "~~~"]
    tokens = [" ".join(encoder.tokens(t)) for t in texts]
    assert reference.encode([]).shape == (0, 256)
    assert reference.encode(tokens) == pytest.approx(encoder.encode(texts), abs=2e-3)


def test_the_shipped_model_is_small_enough_to_ship() -> None:
    files = [p for p in base_folder().rglob("*") if p.is_file()]
    assert sum(p.stat().st_size for p in files) <= 30 * 2**20
    card = (base_folder() / "README.md").read_text(encoding="utf-8")
    assert all(word in card for word in ("CC BY-SA 4.0", "CC BY-SA 3.0", "wenze train"))


def table(folder: Path, **vectors: list[float]) -> TokenTable:
    folder.mkdir(exist_ok=True)
    save_table(folder, list(vectors), np.array(list(vectors.values()), dtype=np.float32))
    return load_table(folder)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    read = table(tmp_path, 甲=[1.0, 0.5], 乙=[0.25, -2.0])
    assert read.matrix.tolist() == [[0, 0], [1, 0.5], [0.25, -2]]
    assert read.rows == {"甲": 1, "乙": 2}
    assert table(tmp_path / "other", 甲=[1.0, 0.25], 乙=[0.25, -2.0]).fingerprint != read.fingerprint


def test_the_first_table_that_knows_a_token_says_its_vector(segmenter: Segmenter, tmp_path: Path) -> None:
    fitted, base = table(tmp_path / "1", 甲=[0.0, 1.0]), table(tmp_path / "2", 甲=[9.0, 0.0], 丁=[1.0, 0.0])
    encoder = StaticEncoder(segmenter, fitted, base)
    assert encoder.encode(["甲", "丁"]).tolist() == [[0, 1], [1, 0]]
    assert encoder.encode(["甲丁"])[0] == pytest.approx([0.5**0.5, 0.5**0.5])
    with pytest.raises(ValueError, match="one length"):
        StaticEncoder(segmenter, fitted, table(tmp_path / "3", 甲=[1.0]))


def test_a_table_cut_short_is_refused(tmp_path: Path) -> None:
    table(tmp_path, 甲=[1.0, 0.5])
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-2])
    with pytest.raises((ValueError, OSError)):
        load_table(tmp_path)


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
    assert "WENZE_MODEL" in str(caught.value)
    assert "--model" not in str(caught.value)  # no command has that option


def test_a_directory_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match=r"modules\.json"):
        SentenceTransformerEncoder(str(tmp_path))
    (tmp_path / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "no.such.Module"}]')
    with pytest.raises(EncoderUnavailable, match="无法载入"):
        SentenceTransformerEncoder(str(tmp_path)).encode(["甲"])


def test_the_fingerprint_follows_the_files(tmp_path: Path) -> None:
    table(tmp_path, 甲=[1.0, 0.5])
    before = SentenceTransformerEncoder(str(tmp_path)).fingerprint
    (tmp_path / "modules.json").write_text("[]")
    assert SentenceTransformerEncoder(str(tmp_path)).fingerprint != before
