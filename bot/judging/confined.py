"""What lies outside of what a norm confines to some or demands to be so: another of its kind, too many of it,
another place, other people."""

from __future__ import annotations

from collections.abc import Iterator

from bot.speech.lexicon import BEGINNING, lexicon
from corpus import patterns as re
from corpus.values.numerals import number

__all__ = [
    "asks_of_several",
    "elsewhere",
    "keeps_to_number",
    "names_number",
    "names_others",
    "rival_in",
    "short_of",
]

_OTHERS = re.compile(
    r"别人|他人|朋友|同学|同事|亲戚|家人|室友|[我他她](?:爸|妈|哥|姐|弟|妹|老公|老婆|媳妇|爱人|孩子|儿子|女儿)[妈爸]?|替|代|帮|借给|转给"
)


def names_others(asked: str) -> str:
    """The words by which a question speaks of others than the one meant (本人): 我妈, 替; `""` for none."""
    found = _OTHERS.search(asked)
    return found[0] if found else ""


_WHERE = re.compile(r"在(?P<place>[\u4e00-\u9fff]{1,6}?)(?:里|上|内)?(?=拍|考|办|住|交|领|报|写|种|买)")


def elsewhere(asked: str, act: str) -> str:
    """Why another place than the one demanded will not do; `""` where none is named."""
    told = _WHERE.search(asked)
    if told is None or told["place"] in act or not re.search(r"(?:于|在)[^,]{2,20}", act):
        return ""
    return f"须{act.split(',')[0]}"


def rival_in(word: str, act: str, asked: str) -> bool:
    """Whether a text names another thing of the kind of `word`, which the question does not name.

    Things of one kind end alike: 一等座 and 二等座, 白色 and 深色. A phrase of speech (上厕所) is no thing.
    """
    if len(word) < 2 or word in act or word in lexicon().phrases.get(word[:BEGINNING], ()):
        return False
    return any(piece not in asked for piece in _ending_like(word, act))


def _ending_like(word: str, act: str) -> Iterator[str]:
    for match in re.finditer(re.escape(word[-1]), act):
        piece = act[max(0, match.end() - len(word)) : match.end()]
        if len(piece) == len(word) and re.fullmatch(r"[\u4e00-\u9fff]+", piece):
            yield piece


_NUMERAL = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,2})"
_MEASURE = r"(?P<unit>个|张|幅|件|份|篇|项|支|种|本|册|次|处|所|名|位|门|头|边|组|台|辆|套|间|户|类|人)"
# 16个学时 and 10个月 are no count of things
_COUNT = re.compile(
    rf"{_NUMERAL}(?={_MEASURE}(?<!个(?=学时|课时|小时|钟头|多?月|星期|工作日|学期|学年|百分点)))"
)
_SEVERAL = re.compile(r"都|同时|两头|两边|多[个种项次]|好几|几[个种项]|重复|兼")


def asks_of_several(asked: str) -> bool:
    return any((number(m["n"]) or 0) > 1 for m in _COUNT.finditer(re.sub(r"个?人", "", asked)))


def keeps_to_number(asked: str, act: str) -> bool | None:
    """Whether as many as are asked about keep to what a norm confines to a number; None where none does."""
    one = re.search(r"(?<!选)择一|[二三四]选一|只能选一", act)
    bound = next(((int(n), m["unit"]) for m in _COUNT.finditer(act) if (n := number(m["n"]))), None)
    limit, unit = bound or (1 if one else 0, "个")
    if not limit:
        return None
    counts = [m for m in _COUNT.finditer(re.sub(r"一个人", "", asked)) if _same_kind(m["unit"], unit)]
    told = [int(n) for m in counts if (n := number(m["n"]))]
    if told:
        return (sum(told) if _AGAIN.search(asked) else max(told)) <= limit
    return False if _SEVERAL.search(asked) and limit == 1 else None


_AGAIN = re.compile(r"[过了已].*(?:再|又|另外)[^,，。]{0,3}[一二两三四五六七八九十\d]")  # 领过一台，再买一台


def _same_kind(unit: str, other: str) -> bool:
    """Whether things counted so can be compared: 套 with 套 or 个, and no 套 with 人."""
    return unit == other or "个" in (unit, other) or {unit, other} <= _PEOPLE


_PEOPLE = {"人", "名", "位"}


def names_number(text: str) -> bool:
    """Whether a text names how many of something."""
    return _COUNT.search(text) is not None


_WORKS = (
    r"(?:\([^()]*\))?(?:(?P<unit>幅|篇|项|件|部|首|本|次|场|项目)"
    r"|[个名]?(?:以上)?(?:的)?(?:未成年)?(?:孩子?|子女|小孩|娃))"
)
_AT_MOST = re.compile(r"以[下内]|不超过|不得超过|至多|最多|限|未|无|不满|不足")


def short_of(demanded: str, told: str) -> str:
    """What is fewer than a condition asks for, as told: 1幅 of 2幅(组); `""` for none.

    Both are compared in the same unit; a condition that sets a most asks for none.
    """
    if _AT_MOST.search(demanded):
        return ""
    asked = [(m["unit"] or "个", number(m["n"]) or 0) for m in re.finditer(_NUMERAL + _WORKS, demanded)]
    for found in re.finditer(_NUMERAL + _WORKS, told):
        have = number(found["n"])
        wanted = [n for unit, n in asked if unit == (found["unit"] or "个")]
        if have is not None and wanted and have < min(wanted):
            return found[0]
    return ""
