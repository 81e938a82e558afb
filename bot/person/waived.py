"""Whether what is asked about is the very thing that a sentence waives: 户籍不限, 对经营效益不作要求.

不作要求 is said of the words of its own part of the sentence and of no others: who has a bad record is not
let off by a bracket that waives the turnover. Where its part holds nothing else it is of the part before.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus import patterns as re

__all__ = ["waives"]

_WAIVES = re.compile(
    r"不作(?P<limit>[^,，。;；()（）]{0,8}?)(?:要求|限制)|不要求|不限|无需|不需要?|不用|不必|无[^,，。;；()（）]{0,4}限制"
)
_PARTS = re.compile(r"[,，。;；()（）]")
_COMMON = re.compile(
    r"申[报请]|报名|评审|材料|提[交供]|人员|以[下上]|要求|条件|通知|有关|规定|可以|企业|单位|其中|项目"
)


def waives(text: str, asked: str) -> bool:
    """Whether a sentence waives what is asked about: enough pairs of characters of its subject are said."""
    return any(_speaks_of(asked, subject) for subject in _subjects(text))


def _subjects(text: str) -> Iterator[str]:
    before = ""
    for part in _PARTS.split(text):
        found = _WAIVES.search(part)
        if found is not None:
            own = f"{part[: found.start()]} {found['limit'] or ''} {part[found.end() :]}"
            yield own if len(re.findall(r"[\u4e00-\u9fff]", own)) >= 2 else before
        before = part


def _speaks_of(asked: str, subject: str) -> bool:
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    grams = {p for p in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", p) and not _COMMON.fullmatch(p)}
    shared = {g for g in grams if g in asked}
    few = 0 < len(grams) <= 2 and shared == grams
    return few or len(shared) >= 3 or (len(shared) >= 2 and len(shared) >= 0.3 * len(grams))
