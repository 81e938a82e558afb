"""What the person takes back and says anew: 不对，是6年; 说错了，我是本科; 是四级不是三级."""

from __future__ import annotations

from collections.abc import Sequence

from bot.person.retold import fits, renewed, words_of_kinds
from corpus import patterns as re
from corpus.values.numerals import number
from index.normal import search_key

__all__ = ["correct", "corrects", "said_anew", "settled", "supposed"]

_MARK = re.compile(
    r"^(?:(?:哦|啊|噢|等等|抱歉|对不起|不好意思|更正(?:一下)?|纠正(?:一下)?|不对|不是|(?:我)?(?:刚才)?(?:说|搞|弄|记|打|写)错了?|错了)"
    r"[了的，,。：:！! ]*)+(?:其实|实际上?|我|应该|刚才|问)*(?:的?是)?"
)
_NOT = re.compile(r"[，,]?(?:而?不是|不)(?P<old>[^，,。]{1,8})$|^(?P<first>[^，,。]{1,8})(?:才对|才是)$")


def corrects(typed: str) -> bool:
    """Whether a turn takes something back and says what is right."""
    mark = _MARK.match(search_key(typed))
    return mark is not None and len(search_key(typed)) > mark.end()


def correct(typed: str, told: Sequence[str]) -> tuple[str, ...]:
    """What was told, with what `typed` says anew in the place of what it takes back.

    The newest statement that holds a word of the same kind is mended; where none does, or `typed` holds
    nothing of a known kind, it is added as it stands for whoever reads the facts.
    """
    said = _MARK.sub("", search_key(typed)).strip("，,。 ")
    denied = _NOT.search(said)
    fresh = said[: denied.start()] if denied and denied["old"] else said
    for place in _by_nearness(fresh, told):
        mended = _mended(told[place], fresh)
        if mended:
            return (*told[:place], mended, *told[place + 1 :])
    return (*told, fresh or typed)


def said_anew(typed: str) -> str:
    """What is right, without the words that take something back; all of it where nothing is left."""
    return _MARK.sub("", search_key(typed)).strip("，,。 ") or typed


def settled(typed: str) -> str:
    """A reply to which of two statements holds, as one that takes the place of both."""
    return f"以此为准：{said_anew(typed)}"


def supposed(said: str, told: Sequence[str]) -> tuple[str, ...]:
    """What was told, with every word of the first kind in `said` replaced; empty where none is of its kind.

    So 如果干了八年呢 asks about eight years, whatever was told before.
    """
    key = search_key(said)
    if (later := _LATER.search(key)) is not None:
        grown = tuple(_grown(search_key(t), later["more"]) for t in told)
        return () if grown == tuple(search_key(t) for t in told) else grown
    if (more := _MONTHS_MORE.search(key)) is not None:
        return (*told, f"又干了{more[1]}")
    word = next((w for w in words_of_kinds(key) if w.kind != "grade"), None)
    if word is None:
        return ()
    fresh = key[word.start : word.end]
    if word.kind == "day" and sum(w.kind == "day" for t in told for w in words_of_kinds(search_key(t))) != 1:
        return ()  # which of several days is supposed is not said
    mended = tuple(_with_all(search_key(t), word.kind, fresh) for t in told)
    return () if mended == tuple(search_key(t) for t in told) else mended


# 再过一年呢, 再干两年: so much more of every length of time and age that was told.
_LATER = re.compile(
    r"再(?:过|等|干|做|熬|上|工作|缴|交|待|攒)?(?:个|满)?(?P<more>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?!级|前|内)"
)
_MONTHS_MORE = re.compile(
    r"再(?:过|等|干|做|熬|上|工作|待)(?:个|满)?(半年|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})个月)"
)
_LASTING = re.compile(r"(?P<much>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>年|周?岁)(?![级前内级月\d])")


def _grown(statement: str, more: str) -> str:
    """A statement with its whole years and ages made longer."""
    added = number(more) or 0

    def longer(found: re.Match[str]) -> str:
        much = number(found["much"])
        return found[0] if much is None else f"{much + added}{found['unit']}"

    return _LASTING.sub(longer, statement)


def _with_all(statement: str, kind: str, said: str) -> str:
    for old in reversed([w for w in words_of_kinds(statement) if fits(kind, w.kind)]):
        statement = (
            statement[: old.start] + renewed(statement[old.start : old.end], said) + statement[old.end :]
        )
    return statement


def _by_nearness(said: str, told: Sequence[str]) -> list[int]:
    """The statements to try: first those that share words with the correction, then the newest."""
    pairs = {said[i : i + 2] for i in range(len(said) - 1) if not re.search(r"[\d，,是]", said[i : i + 2])}
    shared = [sum(p in search_key(t) for p in pairs) for t in told]
    return sorted(range(len(told)), key=lambda n: (-shared[n], -n))


def _mended(statement: str, said: str) -> str:
    """`statement` with its word of the same kind replaced; empty where it holds none, or more than one."""
    old, key = search_key(statement), search_key(said)
    for new in words_of_kinds(key):
        held = [w for w in words_of_kinds(old) if fits(new.kind, w.kind)]
        if len(held) == 1:
            (word,) = held
            said = renewed(old[word.start : word.end], key[new.start : new.end])
            return old[: word.start] + said + old[word.end :]
    return ""
