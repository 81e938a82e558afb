"""How many of a unit a question names: 两科, 半年, 60平, 三个人."""

from __future__ import annotations

from decimal import Decimal

from corpus import patterns as re
from corpus.values.facts import number

__all__ = ["NUMERAL", "units_told"]

NUMERAL = r"(?P<n>\d{1,4}(?:\.\d+)?|[一二两三四五六七八九十]{1,3})"
# What people say for a unit that notices print.
_SPOKEN = {
    "平方米": "(?:平方米|平方|平米|平|㎡|m2)",
    "㎡": "(?:平方米|平方|平米|平|㎡|m2)",
    "人": r"(?:人|位|名|学生|孩子|小孩|老人|大人|(?<=个)(?!月|年|小时|工作日)[\u4e00-\u9fff]{1,3}人)",
    "生": "(?:学生|孩子|小孩|娃|人)",
    "天": "[天日]",
    "册": "[册本]",
    "本": "[册本]",
    "辆": "[辆台]",
    "晚": "[晚天夜]",
    "日": "[天日]",
}


# What follows a number that belongs to a name or to another unit: 二人间, 三年级.
_OF_A_NAME = "[月日级]|[间房床座桌]|套[间房]|[标单双]间|组合"
_PERSONS = frozenset(("人", "生"))
# 家里两个孩子: members of a family, none of whom pays.
_IN_A_FAMILY = re.compile(r"(?:有了?|家里?|生了?|养了?)$")


def units_told(text: str, unit: str) -> Decimal | None:
    """How many of `unit` a question names; months may be told in years: 半年, 两年."""
    told = re.finditer(rf"(?<![第\d]){NUMERAL}\s*个?{_SPOKEN.get(unit, unit)}(?!{_OF_A_NAME})", text)
    own = next((m for m in told if unit not in _PERSONS or not _IN_A_FAMILY.search(text[: m.start()])), None)
    if own:
        return number(own["n"])
    if unit == "月":
        if "半年" in text:
            return Decimal(6)
        years = re.search(rf"(?<![第前头\d]){NUMERAL}年(?!\d|级|制)", text)
        value = number(years["n"]) if years else None
        return value * 12 if value is not None and value < 100 else None
    if unit in ("学年", "年"):
        years = re.search(rf"(?<![第前头\d]){NUMERAL}个?(?:学)?年(?!\d|级|制)", text)
        value = number(years["n"]) if years else None
        return value if value is not None and value < 100 else None
    return None
