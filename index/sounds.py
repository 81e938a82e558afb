"""How words sound: toneless pinyin by pypinyin, whose tables are compiled once for this user.

pypinyin reads its dictionaries of characters and of 47,000 phrases whenever it is imported, which takes a
quarter of a second and 30 MB. Most phrases sound as their characters do by themselves; kept are the others.
"""

from __future__ import annotations

import marshal
import mmap
from functools import cache
from importlib.metadata import version

from corpus.private_cache import kept_file

__all__ = ["sound_of"]

Sounds = tuple[dict[str, str], dict[str, str], int]  # of characters, of phrases, characters in the longest


def sound_of(word: str) -> str:
    """A word's syllables without tones: 登记 is `deng ji`. What has no sound is a syllable as it stands."""
    characters, phrases, longest = _sounds()
    out: list[str] = []
    mute, position = "", 0
    while position < len(word):
        length = _phrase_at(word, position, phrases, longest)
        part = word[position : position + length]
        sound = phrases[part] if length > 1 else characters.get(part)
        if sound is None:
            mute += part
        else:
            out += (mute, sound) if mute else (sound,)
            mute = ""
        position += length
    return " ".join((*out, mute) if mute else out)


def _phrase_at(word: str, position: int, phrases: dict[str, str], longest: int) -> int:
    """How many characters the longest phrase at a place has, 1 where there is none."""
    for length in range(min(longest, len(word) - position), 1, -1):
        if word[position : position + length] in phrases:
            return length
    return 1


@cache
def _sounds() -> Sounds:
    name = f"pypinyin-{version('pypinyin')}-toneless.cache"
    return kept_file(name, _read, _compiled)


def _read(held: bytes | mmap.mmap) -> Sounds:
    characters, phrases, longest = marshal.loads(held)
    return characters, phrases, longest


def _compiled() -> bytes:
    """The sounds of all characters, and of the phrases that do not sound as their characters do."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    characters = {chr(c): lazy_pinyin(chr(c), style=Style.NORMAL)[0] for c in PINYIN_DICT}
    phrases = {}
    for phrase in PHRASES_DICT:
        sound = lazy_pinyin(phrase, style=Style.NORMAL)
        if sound != [characters.get(c) for c in phrase]:
            phrases[phrase] = " ".join(sound)
    return marshal.dumps((characters, phrases, max(map(len, phrases), default=1)))
