"""Which kind of vector store an address names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from index.errors import VectorsUnavailable

if TYPE_CHECKING:
    from index.vector_store import VectorPlace

__all__ = ["place_at", "wrong_address"]

_PORT = 19530  # of Milvus


def place_at(url: str | None = None) -> VectorPlace:
    """The place at `postgresql://…` or `milvus://…`; without an address, FAISS files in the snapshot.

    `milvus://user:password@host:port/database` is a server (`milvus+https` with TLS), `milvus:///path/file.db`
    a Milvus Lite file. Drivers are imported when they are asked for.

    Raises:
        VectorsUnavailable: the address is none of these, or what it names cannot be used.
    """
    if url is None or url == "faiss":
        from index.faiss_store import FaissPlace

        return FaissPlace()
    if problem := wrong_address(url):
        raise VectorsUnavailable(problem)
    parts = urlsplit(url)
    if parts.scheme in ("postgresql", "postgres"):
        from index.pgvector_store import PgvectorPlace

        return PgvectorPlace(url)
    from index.milvus_store import MilvusPlace

    if not parts.hostname:
        return MilvusPlace(unquote(parts.path))
    scheme = "https" if parts.scheme.endswith("https") else "http"
    token = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else ""
    return MilvusPlace(f"{scheme}://{parts.hostname}:{parts.port or _PORT}", token, parts.path.strip("/"))


def wrong_address(url: str) -> str | None:
    """What is wrong with an address, and how to mend it; None where it may be used."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("postgresql", "postgres", "milvus", "milvus+https") or url == "faiss"
        whole = known and (parts.port is None or parts.port > 0)
        whole = whole and (parts.scheme != "milvus" or bool(parts.hostname) or parts.path.endswith(".db"))
    except ValueError:
        whole = False
    if whole:
        return None
    return (
        "存放向量的地址应为 faiss、postgresql://用户:密码@主机/库名、milvus://主机:19530，"
        "或 milvus:///文件夹/文件.db（Milvus Lite）"
    )
