"""Passage vectors in Milvus: one collection for each snapshot. Needs the extra `milvus`.

Up to `INDEXED_FROM` vectors a collection has a flat index, which looks at every vector; past that HNSW.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from index.encoder import Vectors
from index.errors import VectorsMissing, VectorsUnavailable
from index.vector_store import Home, Ids, Nearest, Scores, check_rows, check_vector, check_vectors, nearest

if TYPE_CHECKING:
    from pymilvus import MilvusClient

__all__ = ["MilvusPlace", "MilvusStore"]

INDEXED_FROM = 50_000  # vectors from which the index is one that looks at a part only
_BATCH = 4000  # rows of one message: 4 MB of 256 numbers, where Milvus takes 64 MB
_NEIGHBOURS = {"M": 32, "efConstruction": 200}  # of the HNSW graph
_CANDIDATES = 200  # vectors that a search of the graph looks at, at least
_SECONDS = 30.0  # that one call may take


class MilvusPlace:
    """The collections `wenze_…` of one Milvus server, or of one Milvus Lite file."""

    kind = "milvus"

    def __init__(self, address: str, token: str = "", database: str = "") -> None:
        """Connect to `http://host:port`, or open the file of that path.

        Raises:
            VectorsUnavailable: the driver or the server are missing.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of the driver's own making, nothing to be done about here
                from pymilvus import MilvusClient
        except ImportError as problem:
            raise VectorsUnavailable("向量存放在 Milvus 里需要先装驱动：pip install pymilvus") from problem
        self._shown = address
        try:
            with _reporting():
                self._client = MilvusClient(address, token=token, db_name=database, timeout=_SECONDS)
        except ImportError as problem:
            raise VectorsUnavailable(
                "向量存放在 Milvus Lite 的文件里需要 pip install milvus-lite"
            ) from problem

    def create(self, home: Home, dimensions: int) -> MilvusStore:
        from pymilvus import DataType

        self.drop(home)
        schema = self._client.create_schema(auto_id=False, enable_dynamic_field=False)
        schema.add_field("id", DataType.INT64, is_primary=True)
        schema.add_field("vector", DataType.FLOAT_VECTOR, dim=dimensions)
        with _reporting():
            self._client.create_collection(
                home.name,
                schema=schema,
                index_params=_index(self._client, "FLAT"),
                consistency_level="Strong",
            )
        return MilvusStore(self._client, home.name, dimensions, self._shown)

    def copy(self, old: Home, new: Home) -> MilvusStore:
        source = self.open(old)
        store = self.create(new, source.dimensions)
        ids = source.ids()
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            store.add(part, source.vectors(part))
        return store

    def open(self, home: Home) -> MilvusStore:
        with _reporting():
            if not self._client.has_collection(home.name):
                raise VectorsMissing(f"Milvus（{self._shown}）里没有 {home.name}")
            fields = self._client.describe_collection(home.name)["fields"]
            self._client.load_collection(home.name)
        dimensions = next(int(f["params"]["dim"]) for f in fields if f["name"] == "vector")
        return MilvusStore(self._client, home.name, dimensions, self._shown)

    def drop(self, home: Home) -> None:
        with _reporting():
            if self._client.has_collection(home.name):
                self._client.drop_collection(home.name)

    def close(self) -> None:
        self._client.close()


class MilvusStore:
    """One collection: `id` and `vector`."""

    rounded = None
    scanned = 0

    def __init__(self, client: MilvusClient, name: str, dimensions: int, shown: str) -> None:
        self._client, self._name, self.dimensions = client, name, dimensions
        self.identity = f"milvus {shown} {name}"

    def __len__(self) -> int:
        with _reporting():
            row = self._client.query(self._name, filter="", output_fields=["count(*)"])
        return int(row[0]["count(*)"])

    def ids(self) -> Ids:
        found: list[int] = []
        with _reporting():
            pages = self._client.query_iterator(
                self._name, batch_size=_BATCH, filter="id >= 0", output_fields=["id"]
            )
            while page := pages.next():
                found += [row["id"] for row in page]
            pages.close()
        return np.sort(np.array(found, dtype=np.int64))

    def add(self, ids: Ids, vectors: Vectors) -> None:
        check_vectors(ids, vectors, self.dimensions)
        rows = [{"id": i, "vector": v} for i, v in zip(ids.tolist(), vectors, strict=True)]
        with _reporting():
            for start in range(0, len(rows), _BATCH):
                self._client.upsert(self._name, rows[start : start + _BATCH])

    def remove(self, ids: Ids) -> None:
        with _reporting():
            for start in range(0, len(ids), _BATCH):
                self._client.delete(self._name, ids=ids[start : start + _BATCH].tolist())

    def search(self, vector: Vectors, k: int) -> Nearest:
        check_vector(vector, self.dimensions)
        if k <= 0:
            return nearest([], [])
        params = {"metric_type": "IP", "params": {"ef": max(2 * k, _CANDIDATES)}}
        with _reporting():
            found = self._client.search(
                self._name, [vector.tolist()], limit=k, search_params=params, output_fields=["id"]
            )[0]
        return nearest([hit["id"] for hit in found], [hit["distance"] for hit in found])

    def scores(self, vectors: Vectors, ids: Ids | None = None) -> Scores:
        check_rows(vectors, self.dimensions)
        kept = self.vectors(self.ids() if ids is None else ids)
        return np.asarray(vectors @ kept.T, dtype=np.float32)

    def vectors(self, ids: Ids) -> Vectors:
        """The rows kept under these identifiers, shape (m, d).

        Raises:
            KeyError: an identifier is not there.
        """
        found = {}
        with _reporting():
            for start in range(0, len(ids), _BATCH):
                part = ids[start : start + _BATCH].tolist()
                rows = self._client.get(self._name, part, output_fields=["id", "vector"])
                found.update({row["id"]: row["vector"] for row in rows})
        kept = [found[i] for i in ids.tolist()]
        return np.array(kept, dtype=np.float32).reshape(len(kept), self.dimensions)

    def save(self) -> None:
        """Write what is in memory, and past a size replace the flat index by HNSW, once."""
        with _reporting():
            self._client.flush(self._name)
            kind = self._client.describe_index(self._name, "vector")["index_type"]
            if len(self) >= INDEXED_FROM and kind != "HNSW":
                self._client.release_collection(self._name)
                self._client.drop_index(self._name, "vector")
                self._client.create_index(self._name, _index(self._client, "HNSW", _NEIGHBOURS))
                self._client.load_collection(self._name)

    def close(self) -> None:
        self._client.close()


def _index(client: MilvusClient, kind: str, given: dict[str, int] | None = None) -> Any:
    wanted = client.prepare_index_params()
    wanted.add_index("vector", index_name="vector", index_type=kind, metric_type="IP", params=given or {})
    return wanted


@contextmanager
def _reporting() -> Iterator[None]:
    from pymilvus.exceptions import MilvusException

    try:
        yield
    except MilvusException as problem:
        if "not found" in str(problem):
            raise VectorsMissing(f"存放向量的集合不在了（{problem}）；请重新启动以重建") from problem
        raise VectorsUnavailable(
            f"存放向量的 Milvus 不可用（{problem}）；请检查 WENZE_VECTORS 的地址、账号和服务"
        ) from problem
