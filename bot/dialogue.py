"""The state of a conversation: a small value, stored as JSON, from which the next turn starts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields

__all__ = ["DialogueState"]


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What earlier turns left behind.

    `question` is the last question as resolved (ellipsis filled in), `notices` the notices in focus,
    `offered` the quick replies just offered, `turns` what the person typed so far, oldest first.
    """

    question: str = ""
    intent: str = ""
    notices: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    pending: str = ""
    turns: tuple[str, ...] = field(default=())

    def to_json(self) -> str:
        """This state as a JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> DialogueState:
        """The state that `to_json` wrote; keys that this version does not know are dropped."""
        known = {f.name for f in fields(cls)}
        data = {k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(text).items() if k in known}
        return cls(**data)
