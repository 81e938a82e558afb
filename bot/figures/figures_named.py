"""Which like figures a question names, by the columns of names that tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations

from bot.figures.figure_columns import Group, pairs_of
from bot.figures.figure_names import Named, names_told, paired, places_of
from bot.figures.parts import parts_of
from bot.speech.naming import levelled
from corpus import patterns as re
from corpus.alike.like_figures import LikeFigure, LikeFigures
from index.normal import search_key

__all__ = ["DENIED", "Naming"]

DENIED = re.compile(r"(?:不是|并非|不属于|非|除了?)$")  # before what is left out


class Naming:
    """Names figures by the words `about` of a question; `titled` gives those of them that name the notice.

    What is named of a group is found once.
    """

    def __init__(self, about: str, titled: Callable[[], Sequence[str]]) -> None:
        self._about, self._titled = about, titled
        self._pairs = pairs_of(about)
        self._parts = [(part, pairs_of(part)) for part in parts_of(about)]
        self._kept: dict[int, tuple[LikeFigure, ...]] = {}  # by the identity of the group

    def named(self, held: Group) -> tuple[LikeFigure, ...]:
        """The figures that the question names: one by each of its parts, else by what it says as a whole."""
        key = id(held)
        if key not in self._kept:
            self._kept[key] = self._find_named(held)
        return self._kept[key]

    def named_with_title(self, held: Group) -> tuple[LikeFigure, ...]:
        """The figures named where the words that name the notice name some of its rows as well."""
        return self._named_by(held, self._about, self._pairs, ())

    def _find_named(self, held: Group) -> tuple[LikeFigure, ...]:
        if held.pairs.isdisjoint(self._pairs):
            return ()
        parts = [self._named_by(held, part, pairs, ()) for part, pairs in self._parts]
        single = [p[0] for p in parts if len(p) == 1]
        if len(single) > 1 and len(single) == len(list(filter(None, parts))):
            return tuple(dict.fromkeys(single))
        return self._named_by(held, self._about, self._pairs, self._titled())

    def _named_by(
        self, held: Group, about: str, pairs: frozenset[str], titled: Sequence[str]
    ) -> tuple[LikeFigure, ...]:
        """The figures that a text names, by every column of names of which it names something; the words
        that name the notice as well name none."""
        if held.pairs.isdisjoint(pairs):
            return ()
        group = held.figures
        in_name = [w for w in titled if len(held.columns) > 1 and self._in_name(group, w)]
        general = [w for w in titled if w not in in_name]
        kept, used = list(group.figures), list(places_of((*group.kinds, *general), about))
        every = False
        hits: dict[str, Named] = {}
        for names in held.columns:
            hit = {} if names.pairs.isdisjoint(pairs) else names_told(names, about, used)
            column, denied = names.column, _denied(hit, about)
            if denied:
                kept = [f for f in kept if not any(c == column and t in denied for c, t in f.keys)]
                used += [s for t in denied for s in hit.pop(t)]
            if hit:
                hits[column] = hit
                used += [s for spans in hit.values() for s in spans]
                kept = [f for f in kept if any(c == column and t in hit for c, t in f.keys)]
                every = every or len(hit) == len(names.texts) == len(group.figures)
        if len(hits) == 2:
            (one, first), (other, second) = hits.items()
            both = {((one, a), (other, b)) for a, b in paired(first, second)}
            kept = [f for f in kept if both & set(permutations(f.keys, 2))]
        return tuple(kept) if len(kept) < len(group.figures) or every else ()

    def _in_name(self, group: LikeFigures, word: str) -> bool:
        """Whether a word of the title is part of the name of a figure that the question says in full."""
        names = (levelled(search_key(t)) for f in group.figures for _, t in f.keys)
        return any(word in name and name in self._about for name in names)


def _denied(hit: Named, about: str) -> set[str]:
    """The names that a text names only to leave them out: 不是甲的."""
    return {t for t, spans in hit.items() if all(DENIED.search(about[:a]) for a, _ in spans)}
