"""A question as understood: what is asked for, about what, in which month and year, by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Intent
from bot.lexicon import lexicon
from bot.typos import TypoMender
from index.normal import search_key

__all__ = ["Question", "understand"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, resolved.

    `text` is the question in simplified characters and half-width forms with slips mended. `wants` are the
    kinds of value that an answer must hold; `unit` the unit word after 多少 or 几, where there is one.
    """

    typed: str
    text: str
    intent: Intent
    polar: bool = False
    wants: frozenset[str] = frozenset()
    unit: str = ""
    month: int | None = None
    year: int | None = None
    headcount: int | None = None
    mended: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None  # the day of asking
    lists: bool = False  # asks for a list: 哪些, 什么, 怎么
    parts: tuple[Question, ...] = ()  # where several things are asked, each by itself
    context: str = ""  # the question before, where this one leans on it


_CN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_UNIT = re.compile(
    r"(?:多少|几)(?:个)?(学时|课时|工作日|小时|分钟|平方米|平米|名|人|家|项|件|份|篇|张|门|字|分|次|倍|岁|级|种|类|年|月|天|户|所|批|步)"
)
_COUNT_UNITS = frozenset(
    [
        "学时",
        "课时",
        "平方米",
        "平米",
        "名",
        "人",
        "家",
        "项",
        "件",
        "份",
        "篇",
        "张",
        "门",
        "字",
        "次",
        "倍",
        "岁",
        "种",
        "类",
        "户",
        "所",
        "批",
    ]
)
_DURATION_UNITS = frozenset(["年", "月", "天", "工作日", "小时", "分钟"])


_LISTING = re.compile(r"哪些|什么|啥|怎么|如何|流程|步骤|程序|结构|条件|要求|材料|分别|包括|几个|几项|清单")


def understand(typed: str, as_of: date, mender: TypoMender) -> Question:
    """Read a question as typed on the day `as_of`."""
    text, mended = mender.mend(_translate(search_key(typed)))
    question = _read(typed, text, mended, as_of)
    parts = [p for p in re.split(r"[?？。]", text) if len(p.strip()) >= 4]
    asking = [_read(p, p, (), as_of) for p in parts if lexicon().interrogatives.search(p)]
    return replace(question, parts=tuple(asking)) if len(asking) > 1 else question


def _read(typed: str, text: str, mended: tuple[tuple[str, str], ...], as_of: date) -> Question:
    question = Question(
        typed=typed,
        text=text,
        intent=_intent(text),
        polar=bool(lexicon().polar.search(text)),
        wants=_wants(text),
        unit=(m.group(1) if (m := _UNIT.search(text)) else "字" if "字数" in text else ""),
        as_of=as_of,
        month=_month(text, as_of),
        year=_year(text),
        headcount=_headcount(text),
        lists=bool(_LISTING.search(text)),
        mended=mended,
    )
    if _asks_about_person(question) or (question.intent is Intent.GENERAL and _states_case(text)):
        return replace(question, intent=Intent.ELIGIBILITY, polar=True)
    return question


def _translate(text: str) -> str:
    """English questions: the terms of the field put into Chinese, the rest left as it is."""
    if len(re.findall(r"[a-z]{2,}", text)) < 3 or len(re.findall(r"[\u4e00-\u9fff]", text)) > len(text) / 3:
        return text
    found = [chinese for pattern, chinese in lexicon().english if pattern.search(text)]
    return f"{' '.join(found)} {text}" if found else text


def _intent(text: str) -> Intent:
    """What the last part that asks for something asks for; what comes before is the case told."""
    parts = [p for p in re.split(r"[,，。;；!！]", text) if p.strip()]
    for part in (*reversed(parts), text):
        for intent, cues in lexicon().intents:
            if cues.search(part):
                return intent
    return Intent.GENERAL


_PERSON = re.compile(
    r"(?:能|可以|可|还能|够|符合|有资格|算|能不能|可不可以|可否|能否|直接)(?:不够|再|够|去|来|直接|一起|按|算)?.{0,16}"
    r"(?:报|考|申|评|参加|享受|落户|办|交|申请|条件|资格|要求|年限|入学|领|进|迁|算)"
)


_FIGURES = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多|来)?(?:平米?|㎡|万|周?岁|年(?![度级]|\d|[0-9]*月)|个月|级证|分(?!会|公司))"
)
_ENOUGH = re.compile(r"(?:条件|资格|要求|年限)[^,，。]{0,6}(?:够|符合|满足)")


def _asks_about_person(question: Question) -> bool:
    """Whether the person may do or is entitled to something, rather than what or when."""
    if not question.polar or question.intent in (
        Intent.PENALTY,
        Intent.RESIT,
        Intent.CONTACT,
        Intent.CATALOGUE,
    ):
        return False
    last = [p for p in re.split(r"[,，。;；]", question.text) if p.strip()][-1:]
    if question.intent is Intent.DEADLINE or any(_wants(p) or _UNIT.search(p) for p in last):
        return False
    return bool(
        _PERSON.search(question.text) or _ENOUGH.search(question.text) or _FIGURES.search(question.text)
    )


def _states_case(text: str) -> bool:
    """Whether nothing is asked and figures of a case are told: 远城区92平，28万."""
    asks = re.search(r"[?？]|吗|么|多少|什么|啥|怎么|咋|哪|几|谁|如何|何时", text)
    return asks is None and bool(_FIGURES.search(text))


_NAMES_FEE = re.compile(r"[\u4e00-\u9fff]费|收费|费用|价格|学费")
_ASKS_OTHERWISE = re.compile(r"哪|怎么|如何|咋|什么时候|何时|谁|吗|么|能|要不要|用不用|退")


def _wants(text: str) -> frozenset[str]:
    found = {kind for kind, cues in lexicon().wants if cues.search(text)}
    unit = _UNIT.search(text)
    if unit and unit.group(1) in _COUNT_UNITS:
        found.add("count")
    if unit and unit.group(1) in _DURATION_UNITS:
        found.add("duration")
    if unit and unit.group(1) == "分":
        found.add("score")
    if "字数" in text:
        found.add("count")
    if not found and _NAMES_FEE.search(text) and not _ASKS_OTHERWISE.search(text):
        found.add("money")
    return frozenset(found)


def _number(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return _CN_DIGITS.get(tens, 1) * 10 + _CN_DIGITS.get(ones, 0)
    return _CN_DIGITS.get(numeral, 0)


def _month(text: str, as_of: date) -> int | None:
    """The month meant: 这个月, 下个月 and 上个月 by the day, else the one named with 报 or 申 near it."""
    for words, step in (
        ("下下个?月", 2),
        ("下个?月", 1),
        ("这个?月|本月|当月|今天|现在|今个月", 0),
        ("上个?月", -1),
    ):
        if re.search(words, text) and (step or not re.search(r"\d{1,2}月", text)):
            return (as_of.month - 1 + step) % 12 + 1
    named = re.search(r"(?<![\d年])(\d{1,2}|[一二三四五六七八九十]{1,2})月(?!底|末|内)", text)
    month = _number(named.group(1)) if named else 0
    return month if 1 <= month <= 12 else None


def _year(text: str) -> int | None:
    named = re.search(r"(?<!\d)((?:19|20)\d{2})(?:年|年度|\b|(?=[^\d]))", text)
    if named:
        return int(named.group(1))
    return None


def _headcount(text: str) -> int | None:
    named = re.search(
        r"(?<![第\d])(\d{1,4}|[二两三四五六七八九十]{1,3})(?:个人|名员工|位|个员工|个同事|个学生|名学员|个学员|人(?=[去来报参一要考]))",
        text,
    )
    return _number(named.group(1)) if named else None
