"""How a word and a passage fit: itself, a synonym, a short form; and what kind of value a passage holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.lexicon import lexicon
from bot.question import Question
from corpus.notice import ClauseKind, Fact, FactKind, Notice
from corpus.once import once_per_notice
from index.normal import search_key
from index.passages import Passage

__all__ = [
    "GAP",
    "SHORT_FORM",
    "abbreviates",
    "holds",
    "is_keyed",
    "is_thing",
    "key_of",
    "match",
    "names_of",
    "opens_list",
    "short_names",
    "shortens",
    "stands_apart",
    "thin",
    "titles_of",
    "with_inserts_read",
]

SHORT_FORM = re.compile(r"[\u4e00-\u9fff]{3,4}")  # a word that may be short for a longer name


_INSERTED = re.compile(r"(?<=[\u4e00-\u9fff])\(([\u4e00-\u9fff、]{1,4})\)(?=[\u4e00-\u9fff])")


def with_inserts_read(key: str) -> str:
    """A search key, with the words that a bracket makes two of: 国(境)外 is 国外 and 国境外 too."""
    if not _INSERTED.search(key):
        return key
    return "\n".join((key, _INSERTED.sub("", key), _INSERTED.sub(r"\1", key)))


def titles_of(notice: Notice) -> str:
    """What a notice is called: its title, issuer and section."""
    return search_key(" ".join((notice.title, notice.issuer, *notice.tags)))


@once_per_notice
def short_names(notice: Notice) -> tuple[str, ...]:
    """What the issuer is called, which names no row: its name and the short forms that the text defines."""
    defined = re.findall(r"(?:以下)?简称(?:为)?[“\"]?([^”\"）)，。]{2,14})", notice.text)
    names = {search_key(n) for n in (notice.issuer, *defined) if n}
    return tuple(sorted(names, key=len, reverse=True))


def names_of(notice: Notice) -> str:
    """What a notice can be told by: what it is called, and what its tables list by name."""
    listed = {
        c.text
        for clause in notice.clauses
        for c in clause.cells
        if re.fullmatch(r"[\u4e00-\u9fff（）()]{3,30}", c.text)
    }
    return titles_of(notice) + search_key(" ".join(sorted(listed)))


def match(word: str, own: str, around: str) -> float:
    """How well a passage holds a word: itself, a synonym, in its headings, or most of its characters.

    `bot.degrees` finds the same for all passages at once; a test holds the two together.
    """
    if word in own:
        return 1.0
    synonyms = lexicon().synonyms.get(word, ())
    if any(s in own for s in synonyms):
        return 0.85
    if word in around:
        return 0.7
    if any(s in around for s in synonyms):
        return 0.5
    if len(word) >= 3 and shortens(word, own):
        return 0.8
    if len(word) >= 3:
        grams = [word[i : i + 2] for i in range(len(word) - 1)]
        return 0.6 * sum(g in own or g in around for g in grams) / len(grams)
    return 0.0


def shortens(word: str, text: str) -> bool:
    """Whether a longer name in `text` holds the characters of `word` in order, close together: 准迁证."""
    return SHORT_FORM.fullmatch(word) is not None and stands_apart(word, text, GAP)


GAP, _WIDE_GAP = 3, 4  # characters that may stand between those of a short form, and of an abbreviation
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def stands_apart(word: str, text: str, gap: int) -> bool:
    """Whether the characters of `word` stand in `text` in order, at most `gap` Chinese ones between two."""
    return _stands_apart(word, text, gap, _CHINESE)


def _stands_apart(word: str, text: str, gap: int, between: re.Pattern[str] | None = None) -> bool:
    """Whether the characters of `word` stand in `text` in order, at most `gap` others between two of them.

    Those others are matched by `between`, where it is given. Found without compiling a pattern for each word.
    """
    places = set(_occurrences(word[0], text))
    for wanted in word[1:]:
        near = [p for p in places if wanted in text[p + 1 : p + 2 + gap]]
        places = {at for p in near for at in _reached(wanted, text, p + 1, gap, between)}
        if not places:
            return False
    return bool(places)


def _occurrences(character: str, text: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _reached(wanted: str, text: str, start: int, gap: int, between: re.Pattern[str] | None) -> Iterator[int]:
    """Where a character stands from `start` on, after at most `gap` others that may come before it."""
    for at in range(start, min(start + 1 + gap, len(text))):
        if text[at] == wanted:
            yield at
        if text[at] == "\n" or (between is not None and between.match(text[at]) is None):
            return


def abbreviates(word: str, names: str, printed: Callable[[str], bool]) -> bool:
    """Whether a word that no notice prints is short for a name: its characters stand in it in order."""
    if not 2 <= len(word) <= 4 or not re.fullmatch(r"[\u4e00-\u9fff]+", word) or printed(word):
        return False
    return _stands_apart(word, names, _WIDE_GAP)


def key_of(text: str) -> str:
    """The key of a passage of the form `使命：…`, `""` where it has none."""
    key = re.match(r"([\u4e00-\u9fff]{2,8})[：:]", text)
    return key.group(1) if key else ""


def is_keyed(words: Iterable[str], key: str) -> bool:
    """Whether a question names the key of a passage."""
    return bool(key) and any(len(w) >= 2 and w in key for w in words)


def opens_list(passage: Passage, notice: Notice) -> bool:
    return notice.clauses[passage.clause].kind is ClauseKind.HEADING and bool(
        notice.clauses[passage.clause].children
    )


def thin(passage: Passage, notice: Notice) -> float:
    """A deduction for passages that say little: bare headings without anything below, very short lines."""
    clause = notice.clauses[passage.clause]
    if clause.kind is ClauseKind.HEADING and not clause.children:
        return 0.3
    if clause.locator.startswith("标题"):
        return 0.5
    return 0.15 if len(passage.text) < 8 and not clause.children else 0.0


_KINDS = {
    "money": FactKind.MONEY,
    "phone": FactKind.PHONE,
    "email": FactKind.EMAIL,
    "url": FactKind.URL,
    "address": FactKind.ADDRESS,
    "date": FactKind.DATE,
}


# Values that are no typed fact: fees waived or paid back in part, numbers without a word that says phone.
_WRITTEN = {
    "money": re.compile(
        r"免(?:费|收|交|缴|除|租)|不收(?:取)?|不用交|不退|(?:退还|退|收取|按|补)[^,。;]{0,8}(?:\d%|分之)"
    ),
    "phone": re.compile(
        r"(?<![\d.:/])(?:\d{4}[ -]\d{3,4}|\d{7,8}|1\d{10}|12\d{3}|96\d{3})(?![\d:.]|[年月元万人])"
    ),
}
# What a notice leaves to be made known later, which answers when and where: 时间和地点另行通知.
_SETTLED_LATER = frozenset({"date", "hours", "address", "duration"})
_LATER = re.compile(
    r"另行(?:通知|公告|公布|安排|告知)|(?:时间|日期|地点|安排)[^，。；]{0,8}(?:以.{1,16}为准|待定|另定|视[^，。；]{1,12}而定)"
)
# A system by its name in quotation marks, or what is logged in to.
_PLATFORM = re.compile(
    r"[“”「\"][^“”」\"]{2,40}(?:系统|平台|网|网站|小程序|公众号|客户端|APP|App)[”」\"]"
    r"|(?:登录|登陆|进入|通过|关注|访问)[^,，。；;]{0,30}(?:系统|平台|网站|网(?![上络])|小程序|公众号|客户端)"
)
_FREQUENCY = re.compile(
    r"每(?:[\d一二两三四五六七八九十半]+个?|个)?(?:年|月|季度?|周|星期|天|日|学期|届)|(?:每|按)(?:年|月|季|周)"
    r"|(?:[\d一二两三四五六]+|半)个?(?:年|月|周|学期|季度)(?:[\d一二两三四五六]+)[次届回]"
)
_HOUR = re.compile(
    r"(?:上午|下午|晚上|每日|每天|早上)[^,。;]{0,3}\d{1,2}\s*[时時点:]|时间[^,。;]{0,3}(?<!\d)\d{1,2}:[0-5]\d(?!\d)"
    r"|\d日\s*\d{1,2}:[0-5]\d(?!\d)"
)
_TIMES = re.compile(r"(?:\d|[一二两三四五六七八九十])[次回趟]")
_LASTS = re.compile(
    r"当年|长期|永久|有效期(?:至|到)|(?:至|到)\d{4}年[^,。;]{0,12}(?:有效|为止|止)|\d{4}年[^,。;]{2,12}(?:至|到|-|—)\d{4}年|个(?:月|工作日)|(?:(?<!\d)\d{1,3}|[一二两三四五六七八九十]+)(?:年(?!\d|[度级底初])|天|日内|小时|周(?!岁))"
)


def holds(question: Question, want: str, facts: Sequence[Fact], text: str) -> bool:
    """Whether a value of the kind wanted is among `facts` or in `text`."""
    if want in _SETTLED_LATER and _LATER.search(text):
        return True
    if want in _KINDS:
        found = any(f.kind is _KINDS[want] for f in facts)
        if want in _WRITTEN and _WRITTEN[want].search(search_key(text)):
            return True
        return found or (want == "date" and any(f.kind is FactKind.PERIOD for f in facts))
    match want:
        case "hours":
            timed = any(f.kind is FactKind.PERIOD and (":" in f.text or "：" in f.text) for f in facts)
            return timed or bool(_HOUR.search(search_key(text)))
        case "percent":
            share = any(f.kind is FactKind.QUANTITY and ("%" in f.text or "百分" in f.text) for f in facts)
            return share or bool(re.search(r"\d\s*[:：]\s*\d(?!\d)|\d成", text))
        case "score":
            return any(f.kind is FactKind.QUANTITY and f.unit == "分" for f in facts)
        case "platform":
            return any(f.kind is FactKind.URL for f in facts) or bool(_PLATFORM.search(text))
        case "frequency":
            counted = question.unit not in ("次", "回", "趟") or _TIMES.search(text) is not None
            return counted and bool(_FREQUENCY.search(text))
        case "figure":
            return bool(re.search(r"\d", text))
        case "duration" if question.unit in ("小时", "分钟"):
            return bool(re.search(r"\d\s*(?:小时|分钟)|[一二两三四五六七八九十半]个?(?:小时|分钟)", text))
        case "duration":
            return any(f.kind is FactKind.PERIOD for f in facts) or bool(_LASTS.search(text))
        case "count":
            return _counts(question.unit, facts, _ROW_NUMBER.sub("", text) if "号：" in text else text)
        case _:
            return True


_SAME_UNITS = {
    "名": "名人位",
    "人": "人名位",
    "家": "家户个所",
    "项": "项个件",
    "件": "件项个",
    "学时": "学时课时",
    "课时": "课时学时",
    "公里": ("公里", "千米", "米", "里"),
    "千米": ("公里", "千米", "米", "里"),
    "楼": ("楼", "层"),
    "层": ("楼", "层"),
    "号楼": ("号楼", "栋", "幢", "#"),
    "号线": ("号线",),
    "号馆": ("号馆",),
    "号窗口": ("号窗口",),
    "回": "次回",
    "趟": "次趟",
    "遍": "次遍",
    "本": "本册",
    "册": "册本",
}
_ROW_NUMBER = re.compile(r"(?:序号|编号|行号)：[^；]*；?")
_CELL_NUMBER = re.compile(r"(?:[（(]([^（）()]{1,3})[）)])?：\d+")
_DIGIT = r"(?:\d|[一二两三四五六七八九十百千万])"
_TALLY = r"(?:\d|[一二两三四五六七八九十百千万]+[余多]?[个名位家人])"


def is_thing(unit: str) -> bool:
    """Whether what is counted is called by a noun (多少员工), not by a measure."""
    return len(unit) > 1 and unit not in _SAME_UNITS


def _counts(unit: str, facts: Sequence[Fact], text: str) -> bool:
    """Whether something is counted in `unit` or its like; a noun counts beside a number."""
    if is_thing(unit):
        nouns = (unit, *lexicon().synonyms.get(unit, ()))
        meant = "|".join(map(re.escape, nouns))
        before = rf"(?<![每第任.\d]){_DIGIT}+[余多]?[个名位家]?(?:{meant})"
        beside = rf"{before}|(?:{meant})[^，。；]{{0,6}}{_TALLY}"
        return any(n in text for n in nouns) and re.search(beside, text) is not None
    units = (
        ["学时", "课时", "时"]
        if unit in ("学时", "课时")
        else list(_SAME_UNITS.get(unit, unit))
        if unit
        else []
    )
    if any(f.kind is FactKind.QUANTITY and any(u in f.text for u in units) for f in facts):
        return True
    beside = rf"{_DIGIT}\s*[多余]?\s*(?:{'|'.join(map(re.escape, units))})"
    found = any(u in text for u in units) and re.search(beside, text) is not None
    return found or _counts_in_cell(units, text)


def _counts_in_cell(units: Sequence[str], text: str) -> bool:
    """Whether a cell has a bare number whose header names no other unit: 金额（元） counts no persons."""
    return any(not c.group(1) or c.group(1) in units for c in _CELL_NUMBER.finditer(text))
