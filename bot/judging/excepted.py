"""Exceptions: which a sentence makes, and whether a person claims one."""

from __future__ import annotations

from functools import lru_cache

from bot.answer_parts import ConditionState
from bot.judging.scales import standing
from bot.judging.told_acts import of_a_pair
from bot.judging.told_parts import denies
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.demanded import requirement_of
from corpus.notice import Span
from corpus.values.periods import fold

__all__ = [
    "claims",
    "exceptions_in",
    "is_excepted",
    "is_of_another",
    "leaves_open",
    "own_words",
    "takes_back",
    "told_apart",
]

_KEPT = 1024  # passages of which it is kept what they except


@lru_cache(maxsize=_KEPT)
def exceptions_in(text: str) -> tuple[str, ...]:
    """What the sentence of a passage excepts from what it demands."""
    return requirement_of(0, Span(0, 0), fold(text)).exceptions


_UNDONE = r"(?:的?手续)?(?:也|都|还|又)*(?:没有?|未)(?:去)?(?:办|申请|批|拿|获|有|提)"  # 延退也没办


def _told_by_other_names(exception: str, text: str) -> list[str]:
    """The words of an exception that a person says as people do: 延退 for 延长退休."""
    return [word for word, names in _names_in(exception) if any(n in text for n in names)]


def _denies_by_other_names(exception: str, text: str) -> bool:
    """Whether a person says that they have none of it, as people do: 没办延退."""
    names = (n for _, each in _names_in(exception) for n in each if n in text)
    return any(
        re.search(
            rf"(?:没有?|未|不)(?:再|去|来)?(?:办理?|申请|能|打算)?{re.escape(n)}|{re.escape(n)}{_UNDONE}",
            text,
        )
        for n in names
    )


@lru_cache(maxsize=_KEPT)
def _names_in(exception: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of an exception that have other names, each with these."""
    return tuple((w, names) for w, names in lexicon().synonyms.items() if len(w) > 1 and w in exception)


def told_apart(exception: str, rule: str, text: str) -> bool:
    """Whether a person says enough of what is in an exception alone and not in the rest of its rule.

    Who has 办理退休手续 is not whom 办理延长退休手续的除外 leaves out, nor who is of a 集体户口 its 新生儿.
    """
    rest = rule.replace(exception, "")
    own = _pairs(exception) - _pairs(rest)
    said = "，".join((text, of_a_pair(text), *_told_by_other_names(exception, text)))
    return not own or sum(pair in said for pair in own) >= max(1, _OWN_SAID * len(own))


_OWN_SAID = 0.15  # the share of what is in an exception alone that is said by who claims it


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def own_words(exception: str, rule: str) -> str:
    """The short word in an exception that its rule does not say: 过失 of 过失犯罪, to 因犯罪受处罚; `""` for
    none."""
    shared = _pairs(exception) & _pairs(rule.replace(exception, ""))
    kept = {i + k for i in range(len(exception) - 1) if exception[i : i + 2] in shared for k in (0, 1)}
    own = "".join(c if i not in kept else "," for i, c in enumerate(exception)).strip(",")
    return own if shared and 2 <= len(own) <= 4 and "," not in own else ""


def is_excepted(exception: str, text: str, rule: str = "") -> bool:
    """Whether the person claims an exception to a `rule`: most of its words are said, and not denied."""
    graded = standing(exception, text) if "奖" in exception else None
    if graded is not None and graded.state is not ConditionState.UNKNOWN:
        return graded.state is ConditionState.MET  # 市里的奖 on 区级及以上奖项
    if _denies_by_other_names(exception, text):
        return False
    if (own := own_words(exception, rule)) and own in text:
        return re.search(rf"(?:不是|并非|没有?|未)[^，。]{{0,4}}{re.escape(own)}", text) is None
    text = "，".join((text, *_told_by_other_names(exception, text)))
    grams = [exception[i : i + 2] for i in range(len(exception) - 1)]
    said = [g for g in grams if g in text]
    if len(said) < max(2, 0.25 * len(grams)):
        return False
    denied = re.search(
        rf"(?:没有?|未|不)(?:再|去|来)?(?:办理?|获|拿|有|申请|申报|提出?|批|签订?|做|开|达成|通过)[^，。]{{0,6}}{re.escape(said[-1])}"
        rf"|{re.escape(said[-1])}{_UNDONE}",
        text,
    )
    claimed = re.search(r"奖|延长|特批|批准", text) if re.search(r"奖|延长|批准", exception) else True
    refused = bool(denied) and not denies(exception)  # 没有开设 is claimed by who says 没有
    return bool(claimed) and not refused


# 不是本专业的奖, 别的专业的奖: none of what is excepted, whatever its grade.
_NOT_OF = re.compile(
    r"(?:不是|并非|不属于|不算)(?P<what>[\u4e00-\u9fff]{2,4})|(?:别的?|其他|其它)(?P<kind>[\u4e00-\u9fff]{2})"
)


def is_of_another(exception: str, text: str) -> bool:
    """Whether a person says that what they have is not of the kind that an exception is for."""
    for denied in _NOT_OF.finditer(text):
        if (what := denied["what"]) and len(what) > 2 and what[:3] in exception:
            return True
        if (kind := denied["kind"]) and f"本{kind}" in exception:
            return True
    return False


# 可以带水进去吗, of 饮用水除外: a thing of one character, called by more in print.
_BROUGHT = re.compile(
    r"(?:带|喝|拿|自备)(?:点儿?|些|瓶|杯)?(?P<thing>[\u4e00-\u9fff])(?=进|入|去|来|吗|行|可以|能|不|[，,]|$)"
)
_OF_ONE = 4  # characters at most of what names such a thing


def claims(exception: str, rule: str, text: str) -> bool:
    """Whether the person claims an exception to a rule, and says something that the rule alone does not."""
    brought = _BROUGHT.search(text) if len(exception) <= _OF_ONE else None
    if brought and exception.endswith(brought["thing"]):
        return True
    by_grade = "奖" in exception
    apart = by_grade or told_apart(exception, rule, text)
    return apart and not is_of_another(exception, text) and is_excepted(exception, text, rule)


_PERMITS = re.compile(
    r"可以?(?!能)|允许|准予|均能|都能|仍能|免(?:费|收|交|予|考|试|修|票)|不受[^,。;]{0,8}限制|有效"
)
_FORBIDS = re.compile(
    r"不得|不可|不能|不予|不再|不准|不许|禁止|严禁|谢绝|无效|应当?(?!届)|必须|(?<![无毋])[须需](?!要?时)"
)


def takes_back(exception: str, rule: str) -> bool:
    """Whether an exception is one to what a rule permits, and so is not permitted: 可以沿用，但甲类除外."""
    said = re.search(rf"(?P<rule>[^。;；]*){re.escape(exception)}[^。;；,，]{{0,4}}(?:除外|例外)", fold(rule))
    before = said["rule"] if said else ""
    return _PERMITS.search(before) is not None and _FORBIDS.search(before) is None


def leaves_open(exception: str, text: str) -> bool:
    """Whether an exception asks for more at once than the person tells of: 业绩突出且获得奖项."""
    parts = [p for p in re.split(r"并?且|并(?=获|取|经)|同时", exception) if len(p) > 1]
    return len(parts) > 1 and any(all(p[i : i + 2] not in text for i in range(len(p) - 1)) for p in parts)
