"""A turn that goes back to what was asked before the last question: 回到刚才那个, 第一个再说一遍."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.dialogue import DialogueState, Topic, Turn
from bot.conversation.ellipsis import TermClasses, leans_on_previous, points_back, without_place
from bot.conversation.on_topic import carrying, on_topic
from bot.conversation.replies import ordinal
from corpus import patterns as re
from index.normal import search_key

__all__ = ["earlier_topic"]


def earlier_topic(
    typed: str, state: DialogueState, classes: TermClasses, named: frozenset[str]
) -> Turn | None:
    """A turn that goes back to an earlier topic: by a notice it names, else by words that point back."""
    before = state.topics[:-1]
    rest = _TO_NAMED.sub("", search_key(typed))
    if named and leans_on_previous(rest, False):
        found = next((t for t in reversed(before) if named & set(t.notices)), None)
        return on_topic(rest, found, classes) if found else None
    if points_back(typed) is None or not state.topics:
        return None
    rest = _rest_of(typed)
    place = ordinal(rest, len(state.topics))
    if place is not None and not re.sub(r"多少钱?|什么|怎么|几|来着|[的是说问?？]", "", without_place(rest)):
        return on_topic("", state.topics[place], classes)  # 刚才第一个多少来着
    found = max(enumerate(before or state.topics), key=lambda t: (_fit(rest, t[1], classes), t[0]))[1]
    if _fit(rest, state.topic, classes) > _fit(rest, found, classes):
        found = state.topic
    if _pairs(rest) and not _fit(rest, found, classes):
        return replace(carrying(state.topic), question=rest)  # it was told in other words than were asked
    return on_topic(rest, found, classes)


def _fit(rest: str, topic: Topic, classes: TermClasses) -> int:
    """How well words go with a topic: shared pairs of characters, and a word of the same class."""
    filled = bool(rest) and not classes.resolve(rest, topic.question, topic.notices).context
    return len(_pairs(rest) & _pairs(topic.whole)) + 2 * filled


def _pairs(text: str) -> frozenset[str]:
    key = re.sub(r"[，,。?？！!的]|多少|什么|怎么|时候", " ", search_key(text))
    return frozenset(key[i : i + 2] for i in range(len(key) - 1) if " " not in key[i : i + 2])


_TO_NAMED = re.compile(r"^(?:回到?|再?说说?|还是问?|接着问?|继续问?|那)[^，,？?]{1,16}[，,]\s*")


# What asks to hear it again and names nothing: 再说一遍, 重复一下.
_AGAIN = re.compile(
    r"[，,]?(?:请|麻烦)?(?:你|您)?(?:能)?(?:(?:再|重新)?(?:说|讲|念|发)(?:一?[遍次])|重复(?:一?[下遍次])|再(?:说|讲)(?:一下|说|讲)?)"
    r"(?:吧|吗|呗|可以吗|行吗)?[?？。]*$"
)


def _rest_of(typed: str) -> str:
    """A turn without the words that only lead back."""
    key = search_key(typed)
    back = points_back(key)
    if back is None:
        return key
    rest = _AGAIN.sub("", key[back.end() :])
    rest = re.sub(r"^(?:那|这)(?:个|件|份|项)(?:问题|话题|通知|事儿?)?(?:吧|来)?[，,。 ]*", "", rest)
    return rest.strip("，,。 ")
