"""States of which somebody is in one alone: at work or out of work, married or not, at school or not.

What is told of one state decides a condition on another of its kind: 在上班 is not 失业, 结婚三年了 not 未婚.
A condition that says more than the state (失业登记满一年) is none of these.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.person.kin import subject_of
from bot.person.person import Person
from bot.speech.nearing import is_near
from corpus import patterns as re

__all__ = ["in_state"]


@dataclass(frozen=True, slots=True)
class _State:
    """One state: how conditions name it, how conditions deny it, and how people tell that they are in it."""

    wanted: re.Pattern[str]
    denied: re.Pattern[str]
    told: re.Pattern[str]


_NOW = r"(?:目前|现在?|仍|正|处于|属于|须为|应为|为|系)*"
_PEOPLE = r"(?:的?(?:状态|人员|人|者|职工|员工|居民|青年|公民|考生|学生))?的?"


def _state(wanted: str, denied: str, told: str) -> _State:
    return _State(
        re.compile(rf"{_NOW}(?:{wanted}){_PEOPLE}"),
        re.compile(rf"{_NOW}(?:{denied}){_PEOPLE}"),
        re.compile(told),
    )


_OUT = (
    r"没有?(?:在)?(?:工作|上班|单位)|失业(?!登记|保险|金)|待业|无业|下岗|被裁"
    r"|(?:离职|辞职|辞了)(?!前|证明|手续)|没事[干做]"
)
_IN_POST = (
    r"(?<![没不未前])(?:在职(?!研究|读|教育)|在上班|在岗|有(?:正式|稳定|固定)?工作(?!经[历验]|年限|证明|居住)|有单位"
    r"|在[^，。；没不]{1,10}(?:公司|单位|厂|店|企业|私企|国企|外企|学校|医院)(?:里|里面)?(?:上班|工作|干|打工))"
)
_KINDS: tuple[tuple[_State, ...], ...] = (
    (
        _state(r"在职|在岗|已就业|有(?:稳定|固定)?工作(?:单位)?", r"非在职|不在岗", _IN_POST),
        _state(
            r"(?:登记)?(?:失业|无业|待业)|未就业|无工作(?:单位)?|没有工作(?:单位)?", r"非失业", rf"(?:{_OUT})"
        ),
    ),
    (
        _state(
            r"(?:全日制)?(?:在校|在读)(?:的?(?:本科|专科|大专|大学|研究|高中|中专|学))?生?",
            r"非(?:全日制)?(?:在校|在读)(?:学)?生?|不是在校(?:学)?生|未在校就读",
            r"(?<![没不])(?:在读(?!过|期间)|还在(?:读|上)(?:书|学|大学|大[一二三四]|高[一二三中]|研)|[正在](?:读|上)大[一二三四]|在校生|是学生)",
        ),
        _state(
            r"已毕业",
            r"未毕业|尚未毕业",
            r"(?<![没未])(?:已经?|早就?|都)?毕业(?:[一二两三四五六七八九十好几\d]+(?:年|个月)|了(?!能|吗|就|再|没))",
        ),
    ),
    (
        _state(
            r"(?:国家)?(?:机关|事业单位|党政机关|机关事业单位|机关、事业单位)(?:的)?(?:在编|正式)?(?:工作)?|公职|在编|公务员",
            r"(?:不在|未在)(?:国家|党政)?机关(?:、|和|或)?事业单位(?:工作|任职|就职)|非(?:公职|在编|公务员|机关事业单位)",
            r"(?<![不非])(?<!不是)(?<!没有)(?<!考)(?:公务员(?!考)|事业编(?!考)|体制内|在编|有编制|(?:机关|事业单位)(?:里)?(?:上班|工作|干))",
        ),
        _state(
            r"(?:私营|民营)企业(?:的)?(?:工作)?",
            r"(?!)",
            r"(?:私企|民企|外企|私营企业|民营企业|个体店?|小公司)|不是公务员|不是体制内|没有?编制|体制外|自由职业",
        ),
    ),
)
_MARRIED = re.compile(rf"{_NOW}(?P<state>未婚|已婚|离异|丧偶|单身){_PEOPLE}")
_ALONE = ("未婚", "离异", "丧偶")


# 首次购房: whoever has bought one before does not do it for the first time.
_FIRST = re.compile(rf"{_NOW}(?:首次|第一次|初次)(?P<act>[\u4e00-\u9fff]{{2,6}})")
_BOUGHT = {"购": "买"}  # how people say a verb of notices
_BEFORE = r"(?:之前|以前|原来|早先|曾经?|去年|前年|\d{4}年)"


def _is_first(act: str, text: str) -> bool | None:
    """Whether somebody does an act for the first time; None where nothing is told of it."""
    said = f"[{re.escape(''.join({*act, _BOUGHT.get(act[0], act[0])}))}]"
    if re.search(rf"(?:首|第一|头一?)[次套批回辆台份]{said}|(?:没有?|未|从未){said}[^，。；]{{0,4}}过", text):
        return True
    return (
        False
        if re.search(rf"{_BEFORE}[^，。；没未]{{0,4}}{said}[^，。；没未]{{0,4}}过|再次{said}", text)
        else None
    )


def in_state(words: str, person: Person) -> bool | None:
    """Whether a person is in the state that a condition is on; None where it is on none, or none is told."""
    if (first := _FIRST.fullmatch(words)) is not None:
        return _is_first(first["act"], person.text)
    if (married := _MARRIED.fullmatch(words)) is not None:
        return _is_married(married["state"], person.marital)
    for kind in _KINDS:
        for number, state in enumerate(kind):
            wanted = state.wanted.fullmatch(words) is not None
            if not wanted and not state.denied.fullmatch(words):
                continue
            now = _told(kind, person.text)
            return None if now is None else (now == number) == wanted
    return None


def _is_married(wanted: str, told: str) -> bool | None:
    if not told:
        return None
    return told in _ALONE if wanted == "单身" else told == wanted


def _told(kind: tuple[_State, ...], text: str) -> int | None:
    """Which of the states a person tells to be in; None for none, or for more than one.

    What is told of relatives, 老公失业了, and what is only near, 快毕业了, says nothing of it.
    """
    own = subject_of(text).words
    told = [n for n, s in enumerate(kind) if s.told.search(own) and not is_near(own, f"(?:{s.told.pattern})")]
    return told[0] if len(told) == 1 else None
