"""The default encoder: static token vectors, served by numpy alone.

A text's vector is the normalised sum of the vectors of its tokens. Tokens that the corpus holds have been
fitted to it (`index.fitting`); others, which only a question may bring, are those of the table that comes
with the package.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.encoder import Vectors, unit_rows
from index.pieces import pieces
from index.segmentation import Segmenter
from index.token_table import TokenTable

__all__ = ["StaticEncoder"]


class StaticEncoder:
    """Tables of token vectors of one length; the first one that knows a token says its vector."""

    name = "static"

    def __init__(self, segmenter: Segmenter, *tables: TokenTable) -> None:
        """Serve the tables.

        Raises:
            ValueError: no table is given, or their vectors differ in length.
        """
        if len({t.matrix.shape[1] for t in tables}) != 1:
            raise ValueError("one table at least is needed, and vectors of one length")
        self._segmenter = segmenter
        self._tables = tables
        self.fingerprint = "+".join(t.fingerprint for t in tables)

    def tokens(self, text: str) -> list[str]:
        """What the encoder sees of a text; joined by blanks, the input of the same model elsewhere."""
        return [token for token, _, _ in pieces(self._segmenter.cut(text))]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts as unit rows, shape (n, d) float32; a text without a known token is a row of zeros."""
        out = np.zeros((len(texts), self._tables[0].matrix.shape[1]), dtype=np.float32)
        for number, text in enumerate(texts):
            left = self.tokens(text)
            for table in self._tables:
                known = [row for t in left if (row := table.rows.get(t)) is not None]
                if known:
                    out[number] += table.matrix[known].sum(axis=0, dtype=np.float32)
                left = [t for t in left if t not in table.rows]
        return unit_rows(out)
