"""The state of a conversation: what was asked so far, what was told, and what is waited for."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from bot.answer_parts import Claim

__all__ = ["DialogueState", "Topic", "Turn"]

_KEPT_TURNS, _KEPT_TOPICS = 20, 8


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that was asked, as resolved.

    `question` asks, `told` is what the person told of the case, in their words and as last corrected;
    `intent` is what was asked for, `notices` what it was answered from. `subject` is the question that
    opened the subject, where this one only leans on it, `target` what a verdict was given on.
    """

    question: str = ""
    intent: str = ""
    notices: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    subject: str = ""
    target: str = ""

    @property
    def whole(self) -> str:
        """The question with what it needs to be understood; the case told, where it is about the case."""
        told = self.told if self.intent == "eligibility" else ()
        target = self.target if self.target not in f"{self.subject}，{self.question}" else ""
        return "，".join(p for p in (self.subject, self.question, target, *told) if p)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn resolved: what it asks, what was told of the case, and the notices meant.

    `context` is what it leans on, `previous` the question in it that was asked last. `states_facts` marks a
    turn that asks nothing itself but adds facts to the question before; `intent` is set where that question
    says what is asked for, `claims` what a quick reply settles. `of_another` marks a turn about somebody
    else, of whom nothing told before holds. A turn that does not lean stands alone. `typed` is what came in.
    """

    question: str
    told: tuple[str, ...] = ()
    context: str = ""
    previous: str = ""
    subject: str = ""
    notices: tuple[str, ...] = ()
    states_facts: bool = False
    intent: str = ""
    leans: bool = True
    claims: tuple[Claim, ...] = ()
    of_another: bool = False
    typed: str = ""

    @property
    def text(self) -> str:
        """The question to answer; a case told before counts where the question is about the case."""
        counts = self.states_facts or self.intent == "eligibility"
        return "，".join(p for p in (self.question, *(self.told if counts else ())) if p)


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What earlier turns left behind: a small value, stored as JSON.

    `topics` is what was asked so far, the newest last. `pending` is a question that waits for the person's
    choice among `offered`. `asking` is the fact asked for and the question that asked for it, `unsure` the
    questions that the person could not answer. `settling` is what each of `offered` says of the conditions
    that wait for that fact, `claims` what earlier replies said of such. `listed` names what the last answer
    listed, for 第二个, and `quoted` where it quoted from: notice and start. `turns` is what the person typed,
    oldest first, `asked_as` the turn answered last, to answer it anew.
    """

    topics: tuple[Topic, ...] = ()
    offered: tuple[str, ...] = ()
    pending: str = ""
    asking: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    settling: tuple[tuple[Claim, ...], ...] = ()
    claims: tuple[Claim, ...] = ()
    listed: tuple[str, ...] = ()
    quoted: tuple[tuple[str, int], ...] = ()
    turns: tuple[str, ...] = ()
    asked_as: Turn | None = None

    @property
    def topic(self) -> Topic:
        """What is spoken of now; empty at the beginning."""
        return self.topics[-1] if self.topics else Topic()

    def to_json(self) -> str:
        """This state as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> DialogueState:
        """The state that `to_json` wrote; keys that this version does not know are dropped."""
        data = json.loads(text)
        topics = tuple(Topic(**_known(Topic, t)) for t in data.pop("topics", ()))
        settling = tuple(tuple(Claim(*c) for c in claims) for claims in data.pop("settling", ()))
        claims = tuple(Claim(*c) for c in data.pop("claims", ()))
        turn = _turn(data.pop("asked_as", None))
        quoted = tuple((str(i), int(start)) for i, start in data.pop("quoted", ()))
        state = cls(topics=topics, settling=settling, claims=claims, **_known(cls, data))
        return replace(state, asked_as=turn, quoted=quoted)

    def asked(self, typed: str) -> tuple[str, ...]:
        """The turns so far with one more."""
        return (*self.turns, typed)[-_KEPT_TURNS:]

    def with_topic(self, topic: Topic) -> tuple[Topic, ...]:
        """The topics so far with one more."""
        return (*self.topics, topic)[-_KEPT_TOPICS:]


def _turn(data: dict[str, Any] | None) -> Turn | None:
    if data is None:
        return None
    claims = tuple(Claim(*c) for c in data.pop("claims", ()))
    return Turn(claims=claims, **_known(Turn, data))


def _known(kind: type[Topic | Turn | DialogueState], data: dict[str, Any]) -> dict[str, Any]:
    """The fields of `kind` that `data` holds."""
    names = {f.name for f in fields(kind)}
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k in names}
