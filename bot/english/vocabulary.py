"""The words of an English question with their Chinese and their kinds, by `vocabulary.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.english.figures import in_figures
from corpus import patterns as re
from corpus.packaged import packaged_yaml
from index.places import province_of
from index.sounds import sound_of

__all__ = ["Word", "in_plain_english", "smooth", "words_of"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase: its Chinese, its kind (that of its list, or length, mark, unknown), its English."""

    chinese: str
    kind: str
    english: str = ""


@dataclass(frozen=True, slots=True)
class _Lists:
    plain: tuple[tuple[re.Pattern[str], str], ...]
    times: tuple[tuple[re.Pattern[str], str], ...]
    smooth: tuple[tuple[re.Pattern[str], str], ...]
    irregular: dict[str, str]
    phrases: dict[str, Any]  # word by word: a tree with its entries by their kinds under ""


@cache
def _lists() -> _Lists:
    data = packaged_yaml("bot.english", "phrasing.yaml")
    words = packaged_yaml("bot.english", "vocabulary.yaml")
    tree: dict[str, Any] = {}
    for kind, entries in words["words"].items():
        for chinese, phrases in entries.items():
            for phrase in phrases:
                node = tree
                for word in str(phrase).split():
                    node = node.setdefault(word, {})
                node.setdefault("", {})[kind] = chinese
    return _Lists(
        plain=tuple((re.compile(p), t) for p, t in data["plain"]),
        times=tuple((re.compile(p), t) for p, t in data["times"]),
        smooth=tuple((re.compile(p), t) for p, t in data["smooth"]),
        irregular=words["irregular"],
        phrases=tree,
    )


_TOKEN = re.compile(
    r"[\u4e00-\u9fff\d]+(?:[.:]\d+|[\u4e00-\u9fff\d%])*|[a-z](?:[a-z0-9'’&+/-]|\.(?=[a-z]))*|[,.?!;:()\"“”]|&"
)
_TIME = re.compile(
    r"(?:从|到|近|今年|去年|明年|前年)*(?:(?:19|20)\d\d年)?(?:\d+月(?:\d+日)?)?(?:到(?:现在|今年|(?:19|20)\d\d年|\d+月|\d+日)+)?(?:底|年底|月底|上半年|下半年|本月底)?(?:前|之前|之后|开始)?"
    r"|才?[\d.几]+(?:年半?|个月|天|周)(?:多|左右)?前|近\d+(?:年|个月|天)|[上下]半年|每(?:月|年|学期)|正好\d+(?:年半?|个月|天)前|\d+(?:年|个月|天|个?工作日|小时)内"
)
_LENGTH = re.compile(
    r"(?:正好|快|不到|至少|最多|连续|还有|近|迟到)*[\d.几]+(?:年半?|个月|天|周|个工作日|小时|学时|分钟)(?:多|左右)?"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff\d]")


_BESIDE_CHINESE = re.compile(
    r"(?<=[a-z])(?=[\u4e00-\u9fff])|(?<=[a-z] \d)(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[a-z])"
)


def in_plain_english(key: str) -> str:
    """A search key with its ways of saying things in the plain one, its times and quantities in Chinese."""
    text = _BESIDE_CHINESE.sub(" ", key.replace("’", "'"))
    for pattern, plain in _lists().plain:
        text = pattern.sub(plain, text)
    text = in_figures(text)
    for pattern, plain in _lists().times:
        text = pattern.sub(plain, text)
    return re.sub(r"(?<=第)[1-9](?!\d)", lambda m: m[0].translate(_ORDINAL), text)


_ORDINAL = str.maketrans("123456789", "一二三四五六七八九")


def smooth(chinese: str) -> str:
    """Chinese put together word by word, as people say it."""
    for pattern, said in _lists().smooth:
        chinese = pattern.sub(said, chinese)
    return chinese


def words_of(text: str) -> list[Word]:
    """The words of a text in plain English, the longest phrases known first."""
    tokens = [t for token in _TOKEN.findall(text) for t in _parted(token)]
    out: list[Word] = []
    position = 0
    while position < len(tokens):
        word, length = _at(tokens, position)
        out.append(word)
        position += length
    return out if _strange(out) else [w for w in out if w.kind != "unknown"]


def _strange(words: Sequence[Word]) -> bool:
    """Whether words that no list has are half of what is said: they stay, being what is asked about."""
    held = [w.kind for w in words if w.kind in {"noun", "field", "verb", "unknown"}]
    return 2 * held.count("unknown") >= len(held)


def _parted(token: str) -> Iterator[str]:
    """A word that no list has is looked up by its parts: three-person."""
    if "-" in token and "-" in token.strip("-") and not any(f in _lists().phrases for f in _forms(token)):
        yield from (part for part in token.split("-") if part)
    else:
        yield token.strip("-/")


def _at(tokens: Sequence[str], position: int) -> tuple[Word, int]:
    token = tokens[position]
    if not token or token in ',.?!;:()"“”':
        return Word("，", "mark", token), 1
    if _CHINESE.match(token):
        kind = "time" if _TIME.fullmatch(token) else "length" if _LENGTH.fullmatch(token) else "noun"
        return Word(token, kind, token), 1
    length, entries = max(_known(tokens, position, _lists().phrases), key=lambda f: f[0], default=(1, {}))
    if not entries:
        named = _named(token)
        return Word(named or f" {token} ", "noun" if named else "unknown", token), 1
    others = [kind for kind in entries if kind != "noun"]
    before = tokens[position - 1] if position else "."
    noun = "noun" in entries and before not in _BEFORE_VERBS and not re.search(r"(?:ed|ing)$", token)
    kind = others[0] if others and not noun else "noun"
    return Word(entries[kind], kind, " ".join(tokens[position : position + length])), length


# What goes before a verb, where a word may be a noun too: the copy, to copy.
_BEFORE_VERBS = {
    *".,?!;:",
    *re.split(" ", "i we he she they you to not can could may might will would must should"),
}
_BEFORE_VERBS |= {
    *re.split(" ", "do does did and or who if just also already never please is are am be was were")
}


def _known(
    tokens: Sequence[str], position: int, tree: dict[str, Any], length: int = 0
) -> Iterator[tuple[int, dict[str, str]]]:
    """The phrases known from a place on, as (words, entries); of words spelt alike the plain first."""
    if length and "" in tree:
        yield length, tree[""]
    if position < len(tokens):
        for form in _forms(tokens[position]):
            if form and form in tree:
                yield from _known(tokens, position + 1, tree[form], length + 1)


_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu"
    r"|ou|ua|ui|un|uo|ue|a|e|i|o|u)|a[in]?|er?|ou"
)
_PINYIN = re.compile(rf"(?:{_SYLLABLE}){{2,4}}")


def _named(token: str) -> str:
    """A name: of a place that everybody knows in Chinese; another in pinyin, or a code, as it stands."""
    if token in _places():
        return _places()[token]
    bare = token.replace("'", "")
    return bare if (len(bare) >= 5 and _PINYIN.fullmatch(bare)) or re.fullmatch(r"[a-z]\d+", bare) else ""


@cache
def _places() -> dict[str, str]:
    """Provinces and their cities by their pinyin; of those that are spelt alike the first."""
    return {sound_of(name).replace(" ", ""): name for name in reversed([*province_of()])} | {
        "shaanxi": "陕西"
    }


_ENDINGS = (
    (r"(?:'s|s')$", ""),
    (r"ies$|ied$", "y"),
    (r"(?<=[^s])s$", ""),
    (r"(?<=[sxhoz])es$", ""),
    (r"e?d$", "e"),
    (r"ed$", ""),
    (r"([bdgklmnprt])\1(?:ed|ing)$", r"\1"),
    (r"ing$", ""),
    (r"ing$", "e"),
)


@cache
def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands and the plain words that it may be a form of."""
    plain = [word, _lists().irregular.get(word, "")]
    plain += [re.sub(ending, rest, word) for ending, rest in _ENDINGS if re.search(ending, word)]
    return tuple(dict.fromkeys(w for w in plain if w))
