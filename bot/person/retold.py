"""What is said anew in one breath: 干了五年……说错了，是三年; 我大专。不对，是本科; 不是五年是四年.

A word is replaced by a later one of its own kind (a length of time by a length of time, a degree by a degree)
where words of correction stand between them. Without such words nothing is changed: both were said, and
`bot.telling.contradictions` looks whether both can be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.person.ages import ages_in
from bot.person.work_history import matter_of_span
from bot.speech.amounts import Amount, amounts_in
from corpus import patterns as re

__all__ = ["Word", "as_corrected", "fits", "last_word", "renewed", "words_of_kinds"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that states a fact: its kind, and where it stands.

    Of a length of time the kind tells its matter where that is said: `amount 个月 work`.
    """

    kind: str
    start: int
    end: int


_KINDS = {
    "degree": re.compile(
        r"博士|硕士|研究生|大学本科|本科|大学专科|大专|专科|高中|初中|中专|职高|技校|专升本|大[一二三四](?!类|学)"
    ),
    "grade": re.compile(r"[一二三四五六七八九1-9]级(?:证书?)?|初级|中级|副高级?|正高级?|高级"),
    "day": re.compile(
        r"(?<!\d)(?:(?:19|20)\d{2}|\d{2})年\d{1,2}月(?:\d{1,2}[日号])?|(?<![年\d])\d{1,2}月\d{1,2}[日号]"
    ),
    "marital": re.compile(r"未婚|已婚|离异|丧偶|离婚|没结婚|结婚了"),
    "household": re.compile(
        r"(?:外地|本地|本市|外省|外市|本省|农村|城镇|非本市)(?:户口|户籍|人)|[\u4e00-\u9fff]{2}(?:户口|户籍)"
    ),
    "retired": re.compile(r"(?:还|没(?:有)?|未|已经?)*退休(?!金|年龄|证|工资|费)"),
    "sex": re.compile(r"(?<=[，。；我是])[男女](?=[，。；]|的|$)|^[男女](?=[，。；])"),
}
_BORN = re.compile(r"(?<!\d)(?:(?:19|20)\d{2}|\d{2})年(?:\d{1,2}月(?:\d{1,2}[日号])?)?出?生")  # tells the age
_MARK = re.compile(
    r"(?:(?<=^)|(?<=[，。；！…,;!~—\-. ]))(?:(?:哦|啊|噢|呃|额|抱歉|对不起|不好意思|等等|等下)[，,。…\s]*)*"
    r"(?:不对(?!口|应(?!该))|(?:我|刚才|刚刚|上面|前面|一时)*(?:说|写|打|记|搞|弄|算|看)错了?|错了|口误|笔误|更正(?:一下)?|纠正(?:一下)?|改(?:一下|正))"
    r"(?!吗|么|没|怎么)[，,。：:…！!\s]*(?:其实|实际上?|我|应该|准确(?:地)?说|问了?一?下|查了?一?下|是|就|[，,]|说)*"
)
_SETTLED = re.compile(r"以(?:此|这个)为准[：:，,]?")
_NOT_BUT = re.compile(
    r"(?:不是|并非|并不是)(?P<old>[^，。；？]{1,10}?)[，、]?\s*(?:而)?(?:应该)?是(?P<new>[^，。；？]{1,12})"
)
_BUT_NOT = re.compile(
    r"是(?P<new>[^，。；？]{1,10}?)[，、]?\s*(?:而)?(?<!是)不是(?P<old>[^，。；？]{1,10})(?=[，。；？]|$)"
)


def words_of_kinds(text: str) -> Iterator[Word]:
    """The words in `text` that state a fact of a known kind, left to right."""
    ages = ages_in(text)
    found = [Word("amount 岁", a.start, a.end) for a in ages]
    found += [
        Word(_kind_of(text, a), a.start, a.end)
        for a in amounts_in(text)
        if not any(x.start < a.end and a.start < x.end for x in ages)
    ]
    found += [Word("amount 岁", *m.span()) for m in _BORN.finditer(text)]
    for kind, pattern in _KINDS.items():
        found += [Word(kind, *m.span()) for m in pattern.finditer(text)]
    return iter(sorted(found, key=lambda w: (w.start, -w.end)))


def _kind_of(text: str, amount: Amount) -> str:
    matter = matter_of_span(text, amount) if amount.unit == "个月" else ""
    return f"amount {amount.unit} {matter}".rstrip() if matter else f"amount {amount.unit}"


def fits(new: str, old: str) -> bool:
    """Whether a word of kind `new` may take the place of one of kind `old`.

    A length of time of no matter stands for any, a bare figure for any amount.
    """
    return new == old or old.startswith(f"{new} ") or (new == "amount " and old.startswith(new))


def last_word(text: str, kind: str) -> Word | None:
    """The last word in `text` that one of `kind` may take the place of."""
    same = [w for w in words_of_kinds(text) if fits(kind, w.kind)]
    return same[-1] if same else None


def renewed(old: str, said: str) -> str:
    """`said` in the place of `old`; a bare figure keeps the unit: 36 for 35岁 is 36岁."""
    unit = re.sub(r"^[\d.,零〇一二两三四五六七八九十百千万半]+", "", old)
    return f"{said}{unit}" if _FIGURES.fullmatch(said) and not _FIGURES.fullmatch(old) else said


_FIGURES = re.compile(r"[\d.,零〇一二两三四五六七八九十百千万半]+")


def as_corrected(text: str) -> str:
    """`text` as it stands after all that is taken back in it."""
    text = _denied(text)
    while (mark := _SETTLED.search(text)) is not None:
        text = _settled(text, mark)
    start = 0
    while (mark := _MARK.search(text, start)) is not None:
        mended = _mended(text, mark)
        text, start = (mended, mark.start()) if mended is not None else (text, mark.end())
    return text


def _mended(text: str, mark: re.Match[str]) -> str | None:
    """The word before the mark put right by the first of its kind behind it; None where there is none."""
    before, behind = text[: mark.start()], text[mark.end() :]
    new = _first(behind)
    old = last_word(before, new.kind) if new is not None else None
    if new is None or old is None:
        return None
    said = renewed(before[old.start : old.end], behind[new.start : new.end])
    before = before[: old.start] + said + before[old.end :]
    rest = behind[new.end :]
    stop = "" if not rest or rest[0] in "，。；！？" else "，"
    return f"{before.rstrip('，。；…,.~—- ')}{stop}{rest}"


def _first(behind: str) -> Word | None:
    """The word that a correction begins with: nothing but 是, 满, 有 and the like may stand before it."""
    word = next(words_of_kinds(behind), None)
    if word is None or re.search(r"[，。；？]", behind[: word.start]) or word.start > 8:
        return None
    return word


def _denied(text: str) -> str:
    """不是五年是四年, 是四年不是五年: what is denied is left out, and put right where it was said before."""
    for pattern in (_NOT_BUT, _BUT_NOT):
        start = 0
        while (match := pattern.search(text, start)) is not None:
            start = match.end()
            old, new = _sole(match["old"]), _sole(match["new"])
            if old is None or new is None or old.kind != new.kind:
                continue
            said = match["new"][new.start : new.end]
            before = text[: match.start()]
            earlier = last_word(before, old.kind)
            if earlier and before[earlier.start : earlier.end] == match["old"][old.start : old.end]:
                before = before[: earlier.start] + said + before[earlier.end :]
            text = f"{before}{match['new']}{text[match.end() :]}"
            start = len(before)
    return text


def _sole(text: str) -> Word | None:
    words = list(words_of_kinds(text))
    return words[0] if len(words) == 1 else None


def _settled(text: str, mark: re.Match[str]) -> str:
    """以此为准: every word of the kind said before gives way to the one behind."""
    before, behind = text[: mark.start()].rstrip("，。；"), text[mark.end() :]
    new = _first(behind)
    if new is None:
        return f"{before}，{behind}"
    said = behind[new.start : new.end]
    while old := next(
        (w for w in words_of_kinds(before) if fits(new.kind, w.kind) and before[w.start : w.end] != said),
        None,
    ):
        before = before[: old.start] + said + before[old.end :]
    return f"{before}，{behind}"
