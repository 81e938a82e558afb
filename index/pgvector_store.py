"""Passage vectors in PostgreSQL with the pgvector extension: one table for each snapshot.

Past `INDEXED_FROM` vectors a table gets an HNSW index, so that a search looks at a part only; up to there
PostgreSQL compares every row. Needs the extra `postgres`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from index.encoder import Vectors
from index.errors import VectorsMissing, VectorsUnavailable
from index.vector_store import Home, Ids, Nearest, Scores, check_rows, check_vector, check_vectors, nearest

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg_pool import ConnectionPool

__all__ = ["PgvectorPlace", "PgvectorStore"]

INDEXED_FROM = 50_000  # vectors from which an index is built
_WIDEST = 2000  # numbers of a vector that pgvector can index
_CANDIDATES = 200  # vectors that a search of the index looks at, at least
_MOST_CANDIDATES = 1000  # the most that pgvector takes
_CONNECTIONS = 8
_MERGE = "INSERT INTO {} SELECT * FROM incoming ON CONFLICT (id) DO UPDATE SET vector = excluded.vector"
_SECONDS = 10.0  # to wait for a connection


class PgvectorPlace:
    """The tables `wenze_…` of one database."""

    kind = "postgresql"

    def __init__(self, url: str) -> None:
        """Connect, and make sure that the extension is there.

        Raises:
            VectorsUnavailable: driver, server or extension are missing.
        """
        try:
            import psycopg
            from pgvector.psycopg import register_vector
            from psycopg_pool import ConnectionPool
        except ImportError as problem:
            raise VectorsUnavailable(
                '向量存放在 PostgreSQL 里需要先装驱动：pip install "psycopg[binary,pool]" pgvector'
            ) from problem
        try:
            with psycopg.connect(url, connect_timeout=int(_SECONDS)) as connection:
                self._shown = f"{connection.info.host}/{connection.info.dbname}"  # without the password
                _ensure_extension(connection)
        except psycopg.Error as problem:
            raise _unavailable(problem) from problem
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=_SECONDS,
            kwargs={"autocommit": True},
            configure=register_vector,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def create(self, home: Home, dimensions: int) -> PgvectorStore:
        from psycopg import sql

        table = sql.Identifier(home.name)
        with _connected(self._pool) as connection, connection.transaction():
            connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
            connection.execute(
                sql.SQL("CREATE TABLE {} (id bigint PRIMARY KEY, vector vector({}) NOT NULL)").format(
                    table, sql.Literal(dimensions)
                )
            )
        return PgvectorStore(self._pool, home.name, dimensions, self._shown)

    def copy(self, old: Home, new: Home) -> PgvectorStore:
        from psycopg import sql

        store = self.create(new, self.open(old).dimensions)
        query = sql.SQL("INSERT INTO {} SELECT id, vector FROM {}")
        with _connected(self._pool) as connection:
            connection.execute(query.format(sql.Identifier(new.name), sql.Identifier(old.name)))
        return store

    def open(self, home: Home) -> PgvectorStore:
        query = "SELECT atttypmod FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attname = 'vector'"
        with _connected(self._pool) as connection:
            row = connection.execute(query, (f'"{home.name}"',)).fetchone()
        if row is None:
            raise VectorsMissing(f"数据库 {self._shown} 里没有表 {home.name}")
        return PgvectorStore(self._pool, home.name, int(row[0]), self._shown)

    def drop(self, home: Home) -> None:
        from psycopg import sql

        with _connected(self._pool) as connection:
            connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(home.name)))

    def close(self) -> None:
        self._pool.close()


class PgvectorStore:
    """One table: `id` and `vector`."""

    rounded = None
    scanned = 0

    def __init__(self, pool: ConnectionPool[Any], name: str, dimensions: int, shown: str) -> None:
        from psycopg import sql

        self._pool, self._name, self.dimensions = pool, name, dimensions
        self._table = sql.Identifier(name)
        self.identity = f"postgresql {shown} {name}"

    def __len__(self) -> int:
        row = self._all("SELECT count(*) FROM {}")
        return int(row[0][0])

    def ids(self) -> Ids:
        return np.array([i for (i,) in self._all("SELECT id FROM {} ORDER BY id")], dtype=np.int64)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        from psycopg import sql

        check_vectors(ids, vectors, self.dimensions)
        with _connected(self._pool) as connection, connection.transaction(), connection.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE TEMP TABLE incoming (LIKE {}) ON COMMIT DROP").format(self._table))
            with cursor.copy("COPY incoming (id, vector) FROM STDIN WITH (FORMAT BINARY)") as rows:
                rows.set_types(["int8", "vector"])
                for i, vector in zip(ids.tolist(), vectors, strict=True):
                    rows.write_row((i, vector))
            cursor.execute(sql.SQL(_MERGE).format(self._table))

    def remove(self, ids: Ids) -> None:
        self._run("DELETE FROM {} WHERE id = ANY(%s)", (ids.tolist(),))

    def search(self, vector: Vectors, k: int) -> Nearest:
        check_vector(vector, self.dimensions)
        if k <= 0:
            return nearest([], [])
        wide = min(max(2 * k, _CANDIDATES), _MOST_CANDIDATES)
        query = "SELECT id, -(vector <#> %(v)s) FROM {} ORDER BY vector <#> %(v)s, id LIMIT %(k)s"
        with _connected(self._pool) as connection, connection.transaction():
            connection.execute(f"SET LOCAL hnsw.ef_search = {wide}")
            connection.execute("SET LOCAL hnsw.iterative_scan = strict_order")
            found = connection.execute(
                self._sql(query), {"v": np.asarray(vector, dtype=np.float32), "k": k}
            ).fetchall()
        return nearest([i for i, _ in found], [s for _, s in found])

    def scores(self, vectors: Vectors, ids: Ids | None = None) -> Scores:
        check_rows(vectors, self.dimensions)
        width = len(self) if ids is None else len(ids)
        return np.array([self._scores(v, ids) for v in vectors], dtype=np.float32).reshape(
            len(vectors), width
        )

    def _scores(self, vector: Vectors, ids: Ids | None) -> list[float]:
        query, given = "SELECT id, -(vector <#> %s) FROM {}", [np.asarray(vector, dtype=np.float32)]
        if ids is None:
            return [s for _, s in self._all(query + " ORDER BY id", given)]
        found = dict(self._all(query + " WHERE id = ANY(%s)", [*given, ids.tolist()]))
        return [found[i] for i in ids.tolist()]

    def save(self) -> None:
        """Writing is lasting already; past a size an index is built, once."""
        if len(self) >= INDEXED_FROM and self.dimensions <= _WIDEST:
            from psycopg import sql

            name = sql.Identifier(f"{self._name}_hnsw")
            query = sql.SQL("CREATE INDEX IF NOT EXISTS {} ON {} USING hnsw (vector vector_ip_ops)")
            with _connected(self._pool) as connection:
                connection.execute(query.format(name, self._table))
        self._run("ANALYZE {}")

    def close(self) -> None:
        self._pool.close()

    def _sql(self, query: str) -> Any:
        from psycopg import sql

        return sql.SQL(query).format(self._table)

    def _all(self, query: str, given: list[Any] | None = None) -> list[Any]:
        with _connected(self._pool) as connection:
            return connection.execute(self._sql(query), given).fetchall()

    def _run(self, query: str, given: tuple[Any, ...] | None = None) -> None:
        with _connected(self._pool) as connection:
            connection.execute(self._sql(query), given)


@contextmanager
def _connected(pool: ConnectionPool[Any]) -> Iterator[Connection[Any]]:
    import psycopg
    from psycopg_pool import PoolTimeout

    try:
        with pool.connection() as connection:
            yield connection
    except psycopg.errors.UndefinedTable as problem:
        raise VectorsMissing(
            f"存放向量的表不在了（{problem.diag.message_primary}）；请重新启动以重建"
        ) from problem
    except (psycopg.Error, PoolTimeout) as problem:
        raise _unavailable(problem) from problem


def _ensure_extension(connection: Connection[Any]) -> None:
    import psycopg

    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error as problem:
        raise VectorsUnavailable(
            f"数据库里没有 pgvector 扩展，也装不上（{_first_line(problem)}）；"
            "请由管理员装好 pgvector 并在这个库里执行 CREATE EXTENSION vector"
        ) from problem


def _unavailable(problem: Exception) -> VectorsUnavailable:
    return VectorsUnavailable(
        f"存放向量的 PostgreSQL 不可用（{_first_line(problem)}）；请检查 WENZE_VECTORS 的地址、账号和服务"
    )


def _first_line(problem: Exception) -> str:
    return (str(problem).strip().splitlines() or [type(problem).__name__])[0]
