"""What a question asks about: the things named beside the word that asks.

`本市有没有取暖补助` asks about 取暖补助, `取暖补助一年给多少` too. The thing stands before 多少 and 什么时候,
behind 有没有, 要不要 and 多少 itself; where nothing is named there, in the part of the question before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.speech.lexicon import lexicon
from bot.speech.words import QuestionWords
from corpus import patterns as re

__all__ = ["Asked", "asked_about"]

_PARTS = re.compile(r"[,，。;；?？!！:：]")
_SMALL = re.compile(
    r"[\W\d_]+|(?:\d+\.\d+|[\d一二两三四五六七八九十百千万半]+)(?:[年月日号元个岁天次块分]|周岁|个月|点|月份|[针剂平套张份本位顿趟晚节场间件台辆瓶盒支斤])?"
    r"|[这那]?段(?:时间|日子)|[\u4e00-\u9fff]?[一二两三四五六七八九十半]+(?:晚|天|个月|小时|趟|回)"
    r"|[一两几每][个位名家户](?:人|企业|公司|单位)?(?:[能可会要该]|可以)?"
)
_FUNCTION = frozenset("cdehkmopqruxyz")  # tags of words that carry nothing: adverbs, pronouns, measures
_ASKS = re.compile(r"[^吗么呢嘛呀啊吧不?？,，]")
_KIND = re.compile(r"(?:什么|啥|哪.?|几.?)$")  # 哪个学校, 什么材料: what follows is only of which kind
_AFTERWARDS = re.compile(r"^.{2,}[上下完了好过去来](?:以后|之后|后)")  # when it comes: 材料交完后
_BESIDES = re.compile(r"除了?[^,，]{1,8}?(?:(?:之|以)?外|(?=[还另别头]))")  # what is left out: 除了押金还要交
_SHORT = 5  # characters of a part before that can be the topic: 住宿费呢，多少钱


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    noun: bool
    joined: bool  # stands right behind the word before it


@dataclass(frozen=True, slots=True)
class Asked:
    """`things`: the phrases asked about, the last word of each its core; `noun`: whether they are nouns;
    `beside`: the other words of the part of the question that asks."""

    things: tuple[tuple[str, ...], ...] = ()
    beside: tuple[str, ...] = ()
    noun: bool = True


def asked_about(text: str, words: QuestionWords) -> Asked:
    """What `text` asks about; nothing where it names nothing: 多少钱."""
    parts = [p for p in _PARTS.split(text) if p.strip()]
    asking = [n for n, p in enumerate(parts) if _asking_word(p) or lexicon().polar.search(p)]
    last = asking[-1] if asking else len(parts) - 1
    for number in (last, last - 1):
        if number < 0 or (number != last and number not in asking and len(parts[number]) > _SHORT):
            break
        asked = _in_part(parts[number], words)
        if asked.things:
            return asked
    return Asked()


def _asking_word(part: str) -> re.Match[str] | None:
    return next((m for m in lexicon().interrogatives.finditer(part) if _ASKS.search(m.group())), None)


def _in_part(part: str, words: QuestionWords) -> Asked:
    asking = _asking_word(part)
    before, behind = (part[: asking.start()], part[asking.end() :]) if asking else (part, "")
    before = _without_when(_BESIDES.sub("", before), words)
    early, late = _carrying(before, words), _carrying(behind, words)
    if asking and _KIND.search(asking.group()) and any(w.noun for w in early):
        things = [_phrase(early, last=True)]
    elif asking and asking.group().startswith("多少") and late and behind.startswith(late[0].text):
        things = [_phrase(late, last=False)]
    else:
        things = [_phrase(early, last=True), _phrase(late, last=False)]
    noun = any(w.noun for w in (*early, *late))
    things = [t for t in things if t and (not noun or any(w.noun for w in t))]
    named = {w.text for t in things for w in t}
    beside = tuple(w.text for w in (*early, *late) if w.text not in named)
    return Asked(tuple(tuple(w.text for w in t) for t in things), beside, noun)


def _without_when(text: str, words: QuestionWords) -> str:
    """A text without when what is asked comes in, unless that names a thing of its own: 公租房申上以后."""
    when = _AFTERWARDS.match(text)
    usual = lexicon().general | lexicon().hints
    names = when is not None and any(w.noun and w.text not in usual for w in _carrying(when[0], words))
    return text if when is None or names else text[when.end() :]


def _carrying(text: str, words: QuestionWords) -> list[_Word]:
    """The words of `text` that carry meaning, in order."""
    found: list[_Word] = []
    joined = False
    for word in words.split(text):
        kind = words.tag(word)[:1]
        if len(word) < 2 or _is_light(word) or (kind in _FUNCTION and kind):
            joined = joined and word == "的"
            continue
        names = words.tag(word) == "vn" or kind not in ("v", "a") or _is_matter(word)
        guessed = len(word) == 2 and words.is_guessed(word)
        found.append(_Word(word, names and not guessed, joined))
        joined = True
    return found


def _is_light(word: str) -> bool:
    """Whether a word is a particle, a figure, or fits any question: 大概, 开始, 全部."""
    return (
        word in lexicon().fillers
        or word in lexicon().light
        or word in lexicon().general_nouns
        or _SMALL.fullmatch(word) is not None
    )


def _is_matter(word: str) -> bool:
    """Whether a verb is the matter itself rather than the act of applying for it: 报销, 补考."""
    return word in lexicon().synonyms and word not in lexicon().acts


def _phrase(words: Sequence[_Word], last: bool) -> list[_Word]:
    """The last (or first) noun with the nouns joined to its front; a verb where there is no noun."""
    places = [n for n, w in enumerate(words) if w.noun] or list(range(len(words)))
    if not places:
        return []
    end = places[-1] if last else places[0]
    while not last and end + 1 < len(words) and words[end + 1].joined and words[end + 1].noun:
        end += 1
    start = end
    while start > 0 and words[start].joined and words[start - 1].noun:
        start -= 1
    return list(words[start : end + 1])
