"""What people say and what notices print, by field: a thesaurus in `wordings/`, a file a field.

A line is a concept, `official、official: [said, said]`: before the colon the words of official papers, the
usual one first, behind it what people say instead. All words are search keys. Official words may stand in
several concepts (缴费 is a fee and an act); what people say stands in one, so that it leads to one meaning.
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
    """One meaning: the field it belongs to, what notices print, and what people say."""

    field: str
    official: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the concept, official ones first."""
        return (*self.official, *self.said)


@cache
def concepts() -> tuple[Concept, ...]:
    """All concepts, by field and in the order of the files."""
    folder = files("index").joinpath("wordings")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    found = []
    for name in names:
        field = name.removesuffix(".yaml")
        for official, said in packaged_yaml("index", f"wordings/{name}").items():
            found.append(Concept(field, tuple(official.split("、")), tuple(said)))
    return tuple(found)


def pairs() -> Iterator[tuple[str, str]]:
    """Each wording with each official word of its concept, and each further official word with the first."""
    for concept in concepts():
        first, *others = concept.official
        yield from ((word, first) for word in others)
        yield from ((word, official) for word in concept.said for official in concept.official)
