"""Which names of a row of figures, and which measures, the words of a question name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.figures.figure_columns import NameColumn
from bot.speech.lexicon import lexicon
from bot.speech.naming import levelled
from corpus import patterns as re
from index.normal import search_key

__all__ = ["Named", "degree_of", "is_but_the_end", "names_told", "paired", "places_of", "spans_of"]

_Span = tuple[int, int]
Named = dict[str, list[_Span]]  # names of one column, each with where the question has it


def places_of(kinds: Sequence[str], about: str) -> Iterator[_Span]:
    """Where `about` has what the things are called, which names none of them."""
    for kind in kinds:
        name = search_key(kind)
        at = about.find(name) if len(name) >= 2 else -1
        if at >= 0:
            yield at, at + len(name)


def degree_of(level: str, about: str) -> float:
    """How fully one level of a measure is named: by parts of it, by a word that means the same."""
    name = re.sub(r"[（(].*?[）)]|(?<=..)数$|^(?:同比|环比|比上年)", "", search_key(level)) or search_key(
        level
    )
    if any(s in about for s in lexicon().synonyms.get(name, ())):
        return 1.0
    said = sum(b - a for a, b in spans_of(name, about))
    return max(said / len(name), 0.7 if said >= 4 else 0.0)


def names_told(column: NameColumn, about: str, used: Sequence[_Span]) -> Named:
    """The names that `about` names, each with where: a part of it stands there that not all the others have
    as well, and that is no part of what names another or of `used`."""
    keys = dict(zip(column.texts, column.keys, strict=True))
    told = ((text, _telling(key, about, column.keys)) for text, key in keys.items())
    spans = {text: own for text, own in told if own}
    found: Named = {}
    for text, own in spans.items():
        wider = [s for t, other in spans.items() if t != text for s in other]
        free = [
            (x, y)
            for x, y in own
            if not any(a <= x and y <= b and b - a > y - x for a, b in wider)
            and not any(a <= x and y <= b for a, b in used)
        ]
        if free:
            found[text] = free
    return found


def is_but_the_end(name: str, about: str, text: str) -> bool:
    """Whether `about` says but the end of a name, and `text` gives a figure to that alone (制造业 of
    装备制造业) or to another name that ends so and is said: 信息技术服务 beside 平台技术服务."""
    key = levelled(search_key(name))
    ends = [n for n in range(2, len(key)) if key[-n:] in about]
    if not ends or key in about:
        return False
    end = key[-ends[-1] :]
    another = about[max(0, about.index(end) - 2) : about.index(end)] + end
    if (
        len(another) == len(end) + 2
        and another not in key
        and re.search(rf"{re.escape(another)}[^,;。\d]{{0,6}}\d", text)
    ):
        return True
    alone = rf"(?:^|[,;。:、和及与])\s*{re.escape(end)}(?:增加值|产值|收入)?[^,;。、\d]{{0,6}}\d"
    return re.search(alone, text) is not None


def paired(first: Named, second: Named) -> set[tuple[str, str]]:
    """The names of two columns that a question puts together: 甲三级和四级、乙五级 names three of the six.

    What comes later goes with what was named last of the other column; 甲和乙的三级 is of both.
    """
    told = sorted((a, c, text) for c, hit in enumerate((first, second)) for text in hit for a, _ in hit[text])
    lead = told[0][1] if told else 0
    pairs: set[tuple[str, str]] = set()
    heads: list[str] = []
    closed = False
    for _, column, text in told:
        if column == lead:
            heads = [text] if closed else [*heads, text]
            closed = False
        else:
            closed = True
            pairs |= {(text, h) if lead else (h, text) for h in heads}
    return pairs if closed else {(a, b) for a in first for b in second}


def _telling(name: str, about: str, names: Sequence[str]) -> list[_Span]:
    """Where in `about` parts of `name` stand that tell it from the other names."""
    spans = [s for s in spans_of(name, about) if not _of_another_rank(name, about, s)]
    others = [n for n in names if n != name] if spans else []
    told = ((span, _GIVES.sub("", about[slice(*span)])) for span in spans)
    return [span for span, part in told if part == name or not others or any(part not in o for o in others)]


_GIVES = re.compile(r"(?<=..)[加扣减补奖得计]+$")  # 助理工程师加3分: the verb tells no name apart
_RANKS = "一二三四五六七八九十甲乙丙丁"


def _of_another_rank(name: str, about: str, span: _Span) -> bool:
    """Whether `about` says a part of a name behind another rank than it has there: 二级残疾 of 一级残疾."""
    first, last = span
    at = name.find(about[first:last])
    if at < 1 or first < 1 or name[at] not in "级等类档期":
        return False
    return name[at - 1] in _RANKS and about[first - 1] in _RANKS and name[at - 1] != about[first - 1]


def spans_of(name: str, about: str) -> list[_Span]:
    """Where in `about` the longest parts of `name` stand, two characters at least, one of them no figure."""
    for i in range(len(name) - 1):
        if name[i : i + 2] in about:
            break
    else:
        return []
    found: list[_Span] = []
    start = 0
    while start < len(about) - 1:
        end = start + 1
        while end < len(about) and about[start : end + 1] in name:
            end += 1
        if end - start >= 2 and re.search(r"[\u4e00-\u9fffa-z]", about[start:end]):
            found.append((start, end))
            start = end
        else:
            start += 1
    return found
