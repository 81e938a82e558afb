"""jieba's dictionary, read in parts: what begins with a character is read when a text first holds it.

jieba reads all of its half a million entries at once, which takes most of a second and 70 MB. The entries are
the same here, prefixes of words among them (frequency 0), and so are the words that texts are cut into.
"""

from __future__ import annotations

import marshal
import mmap
import warnings
from collections.abc import Iterable, Iterator
from math import inf, log
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # jieba 0.42 is written for older Pythons and warns while it is compiled
    import jieba
    from jieba import finalseg

from corpus.private_cache import kept_file

__all__ = ["DICTIONARY", "Dictionary", "Tokenizer", "open_dictionary"]

DICTIONARY = f"jieba {jieba.__version__}"  # part of what a snapshot depends on
_FILE = f"jieba-{jieba.__version__}-parts.cache"
_HEAD = 8  # bytes that give the length of the table of parts

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
        self.read: dict[str, Part] = {}  # the parts read so far, by the character that their words begin with

    def frequencies(self, first: str) -> dict[str, int]:
        """The frequencies of all words and prefixes that begin with a character."""
        part = self.read.get(first)
        return (part if part is not None else self._read(first))[0]

    def tag(self, word: str) -> str:
        """The part of speech of a word (n, v, d, …), "" where it has none."""
        part = self.read.get(word[:1]) or self._read(word[:1])
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
            return self.read.setdefault(first, ({}, {}))
        start = self._start + place[0]
        read: Part = marshal.loads(self._held[start : start + place[1]])
        return self.read.setdefault(first, read)  # another thread may have been faster


class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
    """jieba's tokenizer over a `Dictionary`: its loops in one pass, with the part looked up once."""

    def __init__(self, dictionary: Dictionary) -> None:
        super().__init__()
        self.FREQ, self.total, self.initialized = dictionary, dictionary.total, True

    def _Tokenizer__cut_DAG(self, sentence: str) -> Iterator[str]:  # noqa: N802
        """The words of a block of characters, which jieba's `cut` asks for under this name: the likeliest by
        the dictionary, and of characters left alone those that the hidden Markov model puts together."""
        ends, start, alone = self._likeliest(sentence), 0, 0
        while start < len(sentence):
            end = ends[start]
            if end - start > 1:
                yield from self._left(sentence[start - alone : start])
                yield sentence[start:end]
                alone = 0
            else:
                alone += 1
            start = end
        yield from self._left(sentence[start - alone : start])

    def _left(self, characters: str) -> Iterator[str]:
        """The words in characters that the dictionary leaves alone."""
        if len(characters) < 2 or self.FREQ.get(characters):
            yield from characters
        else:
            yield from finalseg.cut(characters)

    def _likeliest(self, sentence: str) -> list[int]:
        """Where the word from each place ends, on the likeliest way from there to the end of a sentence.

        Of ways equally likely it is that with the longer word; a character that begins no word is one.
        """
        length, whole, read, frequencies = (
            len(sentence),
            log(self.total),
            self.FREQ.read,
            self.FREQ.frequencies,
        )
        ways, ends = [0.0] * (length + 1), [0] * length
        for start in range(length - 1, -1, -1):
            first = sentence[start]
            part = read[first][0] if first in read else frequencies(first)
            end, best, last = start + 1, -inf, start + 1
            frequency = part.get(first)
            while frequency is not None:
                if frequency:
                    likely = log(frequency) - whole + ways[end]
                    if likely >= best:
                        best, last = likely, end
                if end == length:
                    break
                end += 1
                frequency = part.get(sentence[start:end])
            ways[start] = best if best > -inf else ways[start + 1] - whole
            ends[start] = last
        return ends


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
