"""A table of token vectors on disk: a sentence-transformers model that numpy can read alone.

The folder holds a StaticEmbedding and a Normalize module, which any program that knows sentence-transformers
loads; its input is the tokens of a text (`index.pieces`) joined by blanks. The vectors are kept in half
precision, and those that come with the package are mapped into memory: a question touches a few of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file

from index.model_folder import folder_digest

__all__ = ["DIMENSIONS", "TokenTable", "base_folder", "base_table", "load_table", "save_table"]

DIMENSIONS = 256
UNKNOWN = "[UNK]"
_WEIGHTS = "embedding.weight"
_FILE = "model.safetensors"
_MODULES = (
    ("", "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"),
    ("1_Normalize", "sentence_transformers.base.modules.normalize.Normalize"),
)

Half = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Vectors of V tokens: `rows` says which row of `matrix`, shape (V + 1, d), is whose; row 0 is zero."""

    rows: Mapping[str, int]
    matrix: Half
    fingerprint: str


def base_folder() -> Path:
    """The folder of the table that comes with the package; its model card is the README in it."""
    return Path(str(files("index") / "model"))


@cache
def base_table() -> TokenTable:
    """The table that comes with the package."""
    return load_table(base_folder(), mapped=True)


def save_table(folder: Path, vocabulary: Sequence[str], vectors: npt.NDArray[np.floating]) -> None:
    """Write the model of V tokens, `vectors` of shape (V, d), into an existing folder."""
    matrix = np.zeros((len(vocabulary) + 1, vectors.shape[1]), dtype=np.float16)
    matrix[1:] = vectors
    save_file({_WEIGHTS: matrix}, folder / _FILE)
    (folder / _FILE).chmod(0o644)  # the library writes for the owner alone
    rows = {UNKNOWN: 0, **{token: row for row, token in enumerate(vocabulary, start=1)}}
    _write_json(folder / "tokenizer.json", _tokenizer(rows))
    modules = [{"idx": i, "name": str(i), "path": p, "type": t} for i, (p, t) in enumerate(_MODULES)]
    _write_json(folder / "modules.json", modules)
    described = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}
    _write_json(folder / "config_sentence_transformers.json", described)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    names = {"module_input_name": "sentence_embedding", "module_output_name": "sentence_embedding"}
    _write_json(folder / "1_Normalize" / "config.json", names)


def load_table(folder: Path, mapped: bool = False) -> TokenTable:
    """Read what `save_table` wrote, without torch.

    A `mapped` file is read page by page as rows are asked for; nobody may write to it meanwhile.

    Raises:
        OSError, ValueError, KeyError: the files are missing or not what `save_table` wrote.
    """
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    rows: dict[str, int] = tokenizer["model"]["vocab"]
    matrix = _vectors(folder / _FILE, mapped)
    if matrix.shape[0] != len(rows):
        raise ValueError(f"{len(rows)} tokens but {matrix.shape[0]} vectors")
    del rows[UNKNOWN]
    return TokenTable(rows, matrix, folder_digest(folder, (_FILE, "tokenizer.json")))


def _vectors(path: Path, mapped: bool) -> Half:
    """The vectors of a safetensors file: eight bytes of length, a header in JSON, then the numbers."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        described = json.loads(file.read(length))[_WEIGHTS]
    if described["dtype"] != "F16":
        raise ValueError(f"half precision is expected: got {described['dtype']}")
    start, shape = 8 + length + described["data_offsets"][0], tuple(described["shape"])
    if mapped:
        return np.memmap(path, dtype=np.float16, mode="r", offset=start, shape=shape)
    return np.fromfile(path, dtype=np.float16, offset=start).reshape(shape)


def _tokenizer(rows: dict[str, int]) -> dict[str, object]:
    """A `tokenizers` file: one token for each word between blanks."""
    empty = dict.fromkeys(("truncation", "padding", "normalizer", "post_processor", "decoder"))
    model = {"type": "WordLevel", "vocab": rows, "unk_token": UNKNOWN}
    return {
        "version": "1.0",
        "added_tokens": [],
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        **empty,
        "model": model,
    }


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
