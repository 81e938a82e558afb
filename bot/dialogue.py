"""The state of a conversation, and a new turn read in its light."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from bot.ellipsis import TermClasses, leans_on_previous
from bot.lexicon import lexicon
from index.normal import search_key

__all__ = ["DialogueState", "Turn", "read_turn", "starts_over"]

_FRESH = re.compile(r"^(?:重新开始|从头(?:开始|再来)|换个问题|/new|新对话)[。！!]*$")
_FACT = re.compile(r"证|年|月|岁|户|社保|专业|职称|毕业|学历|本科|大专|硕士|博士|高中|是|否|没|有")
_KEPT_TURNS = 20


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What earlier turns left behind: a small value, stored as JSON.

    `question` is the last question as resolved (ellipsis filled in), `intent` what it asked for, `notices`
    the notices it was answered from. `pending` is a question that waits for the person's choice among
    `offered`. `turns` is what the person typed so far, oldest first.
    """

    question: str = ""
    intent: str = ""
    notices: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    pending: str = ""
    asking: tuple[str, ...] = ()  # the fact asked for, and the question that asked for it
    turns: tuple[str, ...] = field(default=())

    def to_json(self) -> str:
        """This state as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> DialogueState:
        """The state that `to_json` wrote; keys that this version does not know are dropped."""
        known = {f.name for f in fields(cls)}
        data: dict[str, Any] = {k: v for k, v in json.loads(text).items() if k in known}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
        return cls(**values)

    def asked(self, typed: str) -> tuple[str, ...]:
        """The turns so far with one more."""
        return (*self.turns, typed)[-_KEPT_TURNS:]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn resolved: the question to answer, the old one where it serves as context, and the notices meant.

    `states_facts` marks a turn that asks nothing itself but adds facts to the question before.
    """

    text: str
    context: str = ""
    notices: tuple[str, ...] = ()
    states_facts: bool = False


def starts_over(typed: str) -> bool:
    """Whether a turn asks to forget what was said: 重新开始."""
    return _FRESH.match(typed.strip()) is not None


def read_turn(typed: str, state: DialogueState, classes: TermClasses, named: bool) -> Turn:
    """Read what was typed after `state`; `named` says whether it names a notice by itself."""
    if not state.turns:
        return Turn(typed)
    if state.pending:
        chosen = _chosen(typed, state.offered)
        if chosen or not _asks(typed):
            return Turn(f"{chosen or typed} {state.pending}", notices=() if named else state.notices)
    named = named and not _replies(typed, state.asking)
    tells = not named or _FACT.search(typed) is not None
    if state.question and not _asks(typed) and tells and state.intent == "eligibility":
        fact = _as_fact(typed, state.asking) if state.asking else typed
        return Turn(f"{state.question}，{fact}", notices=state.notices, states_facts=True)
    if state.question and leans_on_previous(typed, named):
        resolved = classes.resolve(typed, state.question)
        return Turn(resolved.text, resolved.context, () if named else state.notices)
    return Turn(typed)


_YES_NO = {
    "residence": ("有本市户籍", "没有本市户籍"),
    "permit": ("居住证有效", "没有居住证"),
    "retired": ("已退休", "没退休"),
    "failed": ("去年未通过", "没参加评审"),
}
_LEADS = {"work": "工作", "insurance": "社保累计", "age": "今年", "held": "取证后"}
_NONE = {"work": "没工作过", "insurance": "社保累计0个月", "held": "没证"}


def _as_fact(typed: str, asking: tuple[str, ...]) -> str:
    """A short reply to a question asked back, as a statement: 是 → 有本市户籍, 6年 → 工作6年."""
    fact, question = asking
    key = search_key(typed).strip("。.!！ ")
    yes, no = (
        re.fullmatch(r"是的?|有的?|对|嗯|yes|y|符合", key),
        re.fullmatch(r"否|没有?|不是|无|不|no|n|不符合", key),
    )
    after, lacking = _counted_from(question)
    if not yes and not no:
        lead = f"{after}工作" if after and fact == "work" else _LEADS.get(fact, "")
        return lead + typed if re.match(r"[\d一二两三四五六七八九十半]", key) else typed
    if fact in _YES_NO:
        return _YES_NO[fact][0 if yes else 1]
    if no and (lacking or fact in _NONE):
        return lacking or _NONE[fact]
    matter = re.sub(r"^请问您(?:是否)?|[？?]$", "", question)
    return matter if yes else f"没有{matter.removeprefix('持有')}"


_MEASURE = re.compile(
    r"[\d一二两三四五六七八九十半]\s*(?:周?岁|年(?!度)|个月|学时|课时|分|万|元|平|㎡|人|次|%)"
)


def _replies(typed: str, asking: tuple[str, ...]) -> bool:
    """Whether a turn gives a figure while facts are being asked for."""
    return bool(asking) and _MEASURE.search(search_key(typed)) is not None


def _counted_from(question: str) -> tuple[str, str]:
    """What the years asked about are counted from, as a person says it, and how they say they lack it."""
    if "证书后" in question:
        return "取证后", "没证"
    return ("评上职称后", "没有职称") if "职称后" in question else ("", "")


def _chosen(typed: str, offered: tuple[str, ...]) -> str:
    """The quick reply that was taken, by its words or its number."""
    key = search_key(typed).strip("。.!！ ")
    if key.isdigit() and 1 <= int(key) <= len(offered):
        return offered[int(key) - 1]
    return next((o for o in offered if search_key(o) == key), "")


def _asks(typed: str) -> bool:
    key = search_key(typed)
    if re.search(r"[?？]|吗|么|呢|多少|什么|啥|怎么|咋|哪|几|谁|如何|是否", key):
        return True
    return bool(lexicon().polar.search(key)) and not re.search(r"[，,。]", key)
