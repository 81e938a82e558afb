"""Whether what is asked about is the very thing that a sentence waives: 户籍不限, 对经营效益不作要求.

不作要求 is said of the words of its own part of the sentence and of no others: who has a bad record is not
let off by a bracket that waives the turnover. Where its part holds nothing else it is of the part before.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re

__all__ = ["waives", "waives_for_some"]

_WAIVES = re.compile(
    r"不作(?P<limit>[^,，。;；()（）]{0,8}?)(?:要求|限制)|不要求|不限|无需|不需要?|不用|不必|无[^,，。;；()（）]{0,4}限制"
)
_PARTS = re.compile(r"[,，。;；()（）]")
_COMMON = re.compile(
    r"申[报请]|报名|评审|材料|提[交供]|人员|以[下上]|要求|条件|通知|有关|规定|可以|企业|单位|其中|项目"
)


# 连续工作满10年的，不作论文要求: of those alone who are so described.
_DESCRIBED = re.compile(r"(?P<who>[^,，。;；]{4,}(?:的|人员|者))$")
_SENTENCES = re.compile(r"[。;；]")


def waives(text: str, asked: str) -> bool:
    """Whether a sentence waives what is asked about: enough pairs of characters of its subject are said.

    What is waived for some is waived where the question names them.
    """
    return any(_speaks_of(asked, s) and (not who or _names(asked, who)) for s, who in _subjects(text))


def waives_for_some(text: str, asked: str) -> bool:
    """Whether what is asked about is waived for people whom the question does not name."""
    return any(_speaks_of(asked, s) and who and not _names(asked, who) for s, who in _subjects(text))


def _subjects(text: str) -> Iterator[tuple[str, str]]:
    """What a text waives, each with those whom alone its sentence frees, `""` where it frees all."""
    for sentence in _SENTENCES.split(text):
        before = who = ""
        for part in _PARTS.split(sentence):
            found = _WAIVES.search(part)
            if found is not None:
                own = f"{part[: found.start()]} {found['limit'] or ''} {part[found.end() :]}"
                yield own if len(re.findall(r"[\u4e00-\u9fff]", own)) >= 2 else before, who
            before = part
            who = who or (m["who"] if (m := _DESCRIBED.search(part)) else "")


def _names(asked: str, who: str) -> bool:
    """Whether a question names some people by two pairs of characters of what describes them, or by all."""
    grams = _pairs(who)
    shared = {g for g in grams if g in asked}
    return len(shared) >= min(2, len(grams))


def _pairs(text: str) -> set[str]:
    """The pairs of Chinese characters of a text that tell it from others."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return {p for p in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", p) and not _COMMON.fullmatch(p)}


def _speaks_of(asked: str, subject: str) -> bool:
    grams = _pairs(subject)
    shared = {g for g in grams if g in asked}
    few = 0 < len(grams) <= 2 and shared == grams
    return few or len(shared) >= 3 or (len(shared) >= 2 and len(shared) >= 0.3 * len(grams))
