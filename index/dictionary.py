"""jieba's dictionary, read in parts: what begins with a character is read when a text first holds it.

jieba reads all of its half a million entries at once, which takes most of a second and 70 MB. The entries are
the same here, prefixes of words among them (frequency 0), and so are the words that texts are cut into.
"""

from __future__ import annotations

import marshal
import mmap
import warnings
from collections.abc import Iterable
from math import inf, log
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # jieba 0.42 is written for older Pythons and warns while it is compiled
    import jieba

from index.private_cache import kept_file

__all__ = ["DICTIONARY", "Dictionary", "Tokenizer", "open_dictionary"]

DICTIONARY = f"jieba {jieba.__version__}"  # part of what a snapshot depends on
_FILE = f"jieba-{jieba.__version__}-parts.cache"
_HEAD = 8  # bytes that give the length of the table of parts

Ending = tuple[int, int]  # the frequency of a word, and its last place
Part = tuple[dict[str, int], dict[str, str]]  # frequencies of words and prefixes, tags of words


class Dictionary:
    """Frequencies and tags by word, with what `Tokenizer` asks of a `dict` of frequencies.

    A word that is set is of this object alone. May be shared between threads that only read.
    """

    def __init__(self, held: bytes | mmap.mmap) -> None:
        """Read the table of parts that `held` begins with.

        Raises:
            ValueError, EOFError, TypeError: `held` is damaged.
        """
        length = int.from_bytes(held[:_HEAD], "little")
        self.total: int
        self.total, self._places = marshal.loads(held[_HEAD : _HEAD + length])
        self._held, self._start = held, _HEAD + length
        if self._start + sum(size for _, size in self._places.values()) != len(held):
            raise ValueError("parts of the dictionary are missing")
        self._parts: dict[str, Part] = {}

    def frequencies(self, first: str) -> dict[str, int]:
        """The frequencies of all words and prefixes that begin with a character."""
        part = self._parts.get(first)
        return (part if part is not None else self._read(first))[0]

    def tag(self, word: str) -> str:
        """The part of speech of a word (n, v, d, …), "" where it has none."""
        part = self._parts.get(word[:1]) or self._read(word[:1])
        return part[1].get(word, "")

    def get(self, word: str, default: int | None = None) -> int | None:
        """The frequency of a word, 0 of what only begins one, else `default`."""
        return self.frequencies(word[:1]).get(word, default)

    def __contains__(self, word: str) -> bool:
        return word in self.frequencies(word[:1])

    def __getitem__(self, word: str) -> int:
        return self.frequencies(word[:1])[word]

    def __setitem__(self, word: str, frequency: int) -> None:
        self.frequencies(word[:1])[word] = frequency

    def _read(self, first: str) -> Part:
        place = self._places.get(first)
        if place is None:
            return self._parts.setdefault(first, ({}, {}))
        start = self._start + place[0]
        read: Part = marshal.loads(self._held[start : start + place[1]])
        return self._parts.setdefault(first, read)  # another thread may have been faster


class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """jieba's tokenizer over a `Dictionary`: its two loops over prefixes, with the part looked up once."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self.FREQ, self.total, self.initialized = dictionary, dictionary.total, True

    def get_DAG(self, sentence: str) -> dict[int, list[Ending]]:  # noqa: N802
        """The words that begin at each place, the shortest first; a character alone where none does."""
        found, length = {}, len(sentence)
        for start, first in enumerate(sentence):
            part, endings, end = self.FREQ.frequencies(first), [], start + 1
            frequency = part.get(first)
            while frequency is not None:
                if frequency:
                    endings.append((frequency, end - 1))
                if end == length:
                    break
                end += 1
                frequency = part.get(sentence[start:end])
            found[start] = endings or [(1, start)]
        return found

    def calc(self, sentence: str, DAG: dict[int, list[Ending]], route: dict[int, Any]) -> None:  # noqa: N803
        """The likeliest way from each place to the end: its logarithm, the last place of its first word.

        Of ways equally likely it is the one with the longer first word.
        """
        route[len(sentence)] = (0, 0)
        whole = log(self.total)
        for start in range(len(sentence) - 1, -1, -1):
            best, last = -inf, start
            for frequency, end in DAG[start]:
                likely = log(frequency) - whole + route[end + 1][0]
                if likely >= best:
                    best, last = likely, end
            route[start] = (best, last)


def open_dictionary() -> Dictionary:
    """The dictionary from the file that an earlier process has left, which is made where there is none."""
    return kept_file(_FILE, Dictionary, _compiled)


def _compiled() -> bytes:
    return _written((Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines())


def _written(lines: Iterable[str]) -> bytes:
    """The parts of a dictionary whose lines are `word frequency tag`, behind the table of where they are."""
    parts: dict[str, Part] = {}
    total = 0
    for line in lines:
        word, frequency, tag = line.split(" ")
        frequencies, tags = parts.setdefault(word[0], ({}, {}))
        frequencies[word], tags[word] = int(frequency), tag
        total += int(frequency)
        for end in range(1, len(word)):
            frequencies.setdefault(word[:end], 0)
    blobs = [marshal.dumps(p) for p in parts.values()]
    places, start = {}, 0
    for first, blob in zip(parts, blobs, strict=True):
        places[first] = (start, len(blob))
        start += len(blob)
    table = marshal.dumps((total, places))
    return len(table).to_bytes(_HEAD, "little") + table + b"".join(blobs)
