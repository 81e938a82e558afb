"""Whether a question tells of just the case that words of a notice describe: 未经转诊住院, 满20年的电梯.

What a notice changes for some is for nobody else, so what is told has to meet every bound among the words,
to deny what they deny, and to name the place that they name; of the rest most has to be said.
"""

from __future__ import annotations

from bot.answer_parts import ConditionState
from bot.judging.assertions import said_of
from bot.speech.amounts import amounts_in
from bot.speech.interval import Interval
from bot.speech.lexicon import lexicon
from bot.speech.words import QuestionWords
from corpus import patterns as re
from corpus.tree.range_cells import CellRange, base_unit, range_in
from corpus.values.changes import IN_ORDER
from corpus.values.numerals import number

__all__ = ["falls_in", "is_told"]

_MOST, _HALF = 0.4, 0.5  # shares of pairs of characters, and of words, that have to be said
_ONE_OF = re.compile(r"、|或者?|和|与|(?<![以不])及(?!以|其以|格|时)|以及")
_LACKS = re.compile(r"(?:未(?:经|办理?|能|取得|参加)?|没有?|无|不(?:予|经)?)(?P<what>[\u4e00-\u9fff]{2})")
_DENIED = r"(?:没有?|未|不|无)[^,，。;；]{{0,4}}{0}|{0}[^,，。;；]{{0,3}}(?:没有?|未|不)(?:办|开|做|弄|报|交)"
# Where: what is said of one kind of place is told by who names it.
_PLACES = (
    (re.compile(r"乡|镇|农村|村"), re.compile(r"乡|镇|村|农")),
    (
        re.compile(r"本[省市县区地校院]|[\u4e00-\u9fff]{2}[省市县区](?:籍|户)"),
        re.compile(r"本|咱|当地|[省市县区](?:籍|户|人)"),
    ),
    (re.compile(r"西部|边远|艰苦"), re.compile(r"西部|西藏|新疆|青海|边|艰苦|高原")),
)
_FROM_AFAR = re.compile(r"外[地省市县籍]|非本|不是(?:本|咱)")
_ANY = re.compile(
    r"(?:家庭|人员|对象|企业|单位|个人|选手|考生|学生|职工|读者|老人|成员|项目|部分|情形|情况)$"
)


def is_told(described: str, text: str, words: QuestionWords) -> bool:
    """Whether `text`, what a person asks and tells, is of the case `described`."""
    if any(p.search(described) and not told.search(text) for p, told in _PLACES):
        return False
    if re.search(r"本[省市县区地]|[市县区]户?籍", described) and _FROM_AFAR.search(text):
        return False
    return any(_one_told(part, text, words) for part in _ONE_OF.split(described) if len(part) > 1)


def falls_in(wanted: CellRange, text: str) -> bool:
    """Whether a figure told, in the unit of a range, lies in it."""
    told = [(a.much, *base_unit(a.unit)) for a in amounts_in(text)]
    return any(u == wanted.unit and _within(m.times(times), wanted) for m, u, times in told)


def _within(told: Interval, wanted: CellRange) -> bool:
    """Whether all that a figure told may be lies in a range: 不到一年 in 未满1年."""
    above = wanted.holds(told.low) or (told.open_low and told.low == wanted.low)
    return above and (wanted.holds(told.high) or (told.open_high and told.high == wanted.high))


_IN_ORDER = re.compile(IN_ORDER)


def _one_told(part: str, text: str, words: QuestionWords) -> bool:
    if (of := _IN_ORDER.search(part)) is not None:  # 硕士第一年
        told = _IN_ORDER.search(text)
        if told and not _holds_for(of, told):
            return False
        part = part.replace(of[0], "")
    bound = range_in(part)
    if bound is not None and not falls_in(bound, text):
        return False
    if lacked := _LACKS.search(part):
        return re.search(_DENIED.format(re.escape(lacked["what"])), text) is not None
    rest = re.sub(r"[\d.]+[\u4e00-\u9fff]{1,2}(?:及?以[上下])?", "", part) if bound else part
    return _is_said(_ANY.sub("", rest) or rest, text, words) or (bound is not None and len(rest) < 4)


def _holds_for(said: re.Match[str], told: re.Match[str]) -> bool:
    """Whether what is said of a first year, or of the first years, holds for the one that is told of."""
    if said["unit"].removeprefix("学") != told["unit"].removeprefix("学"):
        return True
    most, which = number(said["n"]) or 0, number(told["n"]) or 0
    return which == most if said["side"] == "第" else which <= most


def _is_said(described: str, text: str, words: QuestionWords) -> bool:
    state = said_of(described, text, _MOST)
    if state is not ConditionState.UNKNOWN:
        return state is ConditionState.MET
    usual = lexicon().general | lexicon().light | lexicon().fillers
    own = [w for w in words.split(described) if len(w) > 1 and w not in usual]
    said = [w for w in own if w in text or any(s in text for s in lexicon().synonyms.get(w, ()))]
    return (
        bool(said)
        and len(said) >= _HALF * len(own)
        and said_of(described, text, 0.25) is not ConditionState.UNMET
    )
