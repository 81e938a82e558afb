"""What people say and what notices print, by field: a thesaurus in `wordings/`, a file a field.

A line is a concept, `official、official|near、near: [said, said]`: before the colon the words of official
papers, the usual one first, behind it what people say instead. Behind the bar are words that what people say
may come to as well, and that do not mean the same as one another: who asks 住哪 may be told of a 宿舍 or of
被安排的住房. All words are search keys. Official words may stand in several concepts (缴费 is a fee and an
act); what people say stands in one, so that it leads to one meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.packaged import packaged_yaml

__all__ = ["Concept", "concepts", "pairs"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning: its field, what notices print, what people say, and what that may come to besides."""

    field: str
    official: tuple[str, ...]
    said: tuple[str, ...]
    near: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that mean the same, official ones first."""
        return (*self.official, *self.said)

    def meant(self, word: str) -> tuple[str, ...]:
        """What one of `words` stands for besides itself; what people say also for what it may come to."""
        others = tuple(w for w in self.words if w != word)
        return (*others, *self.near) if word in self.said else others


@cache
def concepts() -> tuple[Concept, ...]:
    """All concepts, by field and in the order of the files."""
    folder = files("index").joinpath("wordings")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    found = []
    for name in names:
        field = name.removesuffix(".yaml")
        for official, said in packaged_yaml("index", f"wordings/{name}").items():
            same, _, near = official.partition("|")
            found.append(Concept(field, tuple(same.split("、")), tuple(said), _listed(near)))
    return tuple(found)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split("、")) if words else ()


def pairs() -> Iterator[tuple[str, str]]:
    """Each wording with each official word of its concept, and each further official word with the first."""
    for concept in concepts():
        first, *others = concept.official
        yield from ((word, first) for word in others)
        yield from ((word, meant) for word in concept.said for meant in (*concept.official, *concept.near))
