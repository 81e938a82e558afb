"""The words of a corpus: how often each stands in it, and how it sounds.

Kept in the snapshot, since cutting every passage into words takes longer than all else at a start.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.segmentation import Segmenter
from index.sounds import sound_of

__all__ = ["WordList"]

_FILE = "words.json"


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of two characters or more, each to how often it occurs and to its toneless pinyin."""

    counts: dict[str, int]
    sounds: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str], segmenter: Segmenter) -> WordList:
        """The words of some texts."""
        counts = Counter(w for text in texts for w in segmenter.words(text) if len(w) >= 2)
        return cls(dict(counts), {w: sound_of(w) for w in counts})

    def save(self, folder: Path) -> None:
        """Write `words.json` into an existing folder: each word with its count and its sound."""
        kept = {w: [count, self.sounds[w]] for w, count in self.counts.items()}
        (folder / _FILE).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> WordList:
        """Read what `save` wrote.

        Raises:
            OSError, ValueError, TypeError, AttributeError: the file is missing or not what `save` wrote.
        """
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls({w: int(c) for w, (c, _) in kept.items()}, {w: str(s) for w, (_, s) in kept.items()})
