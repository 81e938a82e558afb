"""Regular expressions as `re` has them, each compiled where it is first used.

    from corpus import patterns as re

The modules of this project name well over a thousand expressions when they are imported. `re` compiles in
Python, a third of a millisecond each, and the first answer after a start needs a part of them. What functions
name on the spot (`re.sub(r"\\s", "", text)`) is kept too, more of it than `re` itself keeps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from re import ASCII, DOTALL, IGNORECASE, MULTILINE, Match, Pattern, escape
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, cast
from weakref import WeakSet

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "Sets",
    "compile",
    "compile_waiting",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "needed",
    "search",
    "split",
    "sub",
]

_KEPT = 4096  # expressions that functions name on the spot
_MOST = 64  # characters of a class that are told one by one
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)

Sets = tuple[frozenset[str], ...]


class _Named:
    """An expression that stands for its `re.Pattern`: what is asked of it is taken from that once and kept.

    A kept method lies in a slot of its own, so that calling it costs what calling the pattern's does.
    """

    __slots__ = (
        "__weakref__",
        "_compiled",
        "_flags",
        "findall",
        "finditer",
        "flags",
        "fullmatch",
        "groupindex",
        "groups",
        "match",
        "needed",
        "pattern",
        "search",
        "split",
        "sub",
        "subn",
    )
    _compiled: Pattern[str]

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags
        _waiting.add(self)

    def __getattr__(self, name: str) -> Any:
        """What lies in no slot yet."""
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._flags)
            _waiting.discard(self)
            return self._compiled
        if name not in self.__slots__:
            raise AttributeError(f"a pattern has no {name!r}")
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"compile({self.pattern!r})"


_waiting: WeakSet[_Named] = WeakSet()


def compile(expression: str, flags: int = 0) -> Pattern[str]:
    """The pattern of an expression; where it is none, its first use raises `re.error`."""
    return cast(Pattern[str], _Named(expression, flags))


def compile_waiting(most: int) -> bool:
    """Compile at most so many of the patterns that nothing has used yet; whether there were any.

    Who has time for it spares the first one to use them that of compiling them.
    """
    found = list(islice(_waiting, most))
    for named in found:
        named._compiled  # noqa: B018
    return bool(found)


@lru_cache(_KEPT)
def _kept(expression: str, flags: int) -> Pattern[str]:
    return re.compile(expression, flags)


def search(expression: str, text: str, flags: int = 0) -> Match[str] | None:
    """The first place where the expression matches."""
    return _kept(expression, flags).search(text)


def match(expression: str, text: str, flags: int = 0) -> Match[str] | None:
    """Its match at the start."""
    return _kept(expression, flags).match(text)


def fullmatch(expression: str, text: str, flags: int = 0) -> Match[str] | None:
    """Its match with all of the text."""
    return _kept(expression, flags).fullmatch(text)


def finditer(expression: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """All matches, one behind the other."""
    return _kept(expression, flags).finditer(text)


def findall(expression: str, text: str, flags: int = 0) -> list[Any]:
    """What all matches hold: their text, or that of their groups."""
    return _kept(expression, flags).findall(text)


def split(expression: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    """The parts of the text between matches."""
    return _kept(expression, flags).split(text, maxsplit)


def sub(
    expression: str, by: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int = 0
) -> str:
    """The text with another in place of each match."""
    return _kept(expression, flags).sub(by, text, count)


def needed(pattern: Pattern[str]) -> Sets:
    """Sets of characters of each of which any text has one in which the expression is found."""
    named = cast(_Named, pattern)
    found = _of_sequence(parser.parse(named.pattern, named._flags))
    return tuple({frozenset(_cased(s)) if named._flags & IGNORECASE else s for s in found})


def _cased(characters: frozenset[str]) -> Iterator[str]:
    for character in characters:
        yield from (character, character.lower(), character.upper())


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    for kind, value in nodes:
        if kind is codes.LITERAL:
            yield frozenset(chr(value))
        elif kind is codes.IN:
            if characters := _of_class(value):
                yield characters
        elif kind is codes.SUBPATTERN or kind is codes.ASSERT:
            yield from _of_sequence(value[-1])
        elif kind is codes.ATOMIC_GROUP:
            yield from _of_sequence(value)
        elif kind in _REPEATS and value[0] > 0:
            yield from _of_sequence(value[2])
        elif kind is codes.BRANCH:
            ways = [min(_of_sequence(way), key=len, default=frozenset[str]()) for way in value[1]]
            if all(ways):
                yield frozenset().union(*ways)


def _of_class(members: Sequence[tuple[Any, Any]]) -> frozenset[str]:
    """The characters of a class; none where they are too many or told by what they are not."""
    found: set[str] = set()
    for kind, value in members:
        if kind is codes.LITERAL:
            found.add(chr(value))
        elif kind is codes.RANGE and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return frozenset()
    return frozenset(found)
