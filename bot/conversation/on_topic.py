"""A turn asked on a topic: what it leaves out is taken from the topic's question."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.compared_with import compared_with, lapsed
from bot.conversation.dialogue import Topic, Turn
from bot.conversation.ellipsis import Resolved, TermClasses, without_frame
from bot.conversation.whether import asked_of
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["carrying", "on_topic"]


def on_topic(typed: str, topic: Topic, classes: TermClasses) -> Turn:
    """`typed` read as what is asked after `topic`; the topic's own question where nothing is left of it."""
    if topic.intent == "fee":
        typed = _PAYING.sub(r"\g<0>费", typed)
    typed = _at_the_place(typed, topic)
    topic = _of_what_was_told(typed, topic, classes)
    if whole := compared_with(typed, topic.question) or lapsed(typed, topic.question):
        typed = whole
    resolved = Resolved(typed) if whole else classes.resolve(typed, topic.question, topic.notices)
    anew = _asked_of(typed, topic) if resolved.context else ""
    if anew:
        resolved = Resolved(anew)
    carried = replace(carrying(topic), question=resolved.text, intent=topic.intent)
    if not resolved.text or not typed:
        return replace(carried, question=topic.question)
    if resolved.context and topic.subject and not _asks(without_frame(typed)):
        other = classes.resolve(typed, topic.subject, topic.notices)
        if not other.context:  # 一号厅呢, after 二号厅多少钱 and 全天呢: what was asked last, of another
            return replace(
                carried, question=topic.question, context=other.text, previous=other.text, subject=other.text,
                intent="",
            )  # fmt: skip
    if not resolved.context:
        context = "" if anew or topic.intent == "eligibility" else topic.subject
        return replace(carried, context=context, previous=context)
    subject = topic.subject or topic.question
    about = replace(topic, question=resolved.context)
    return replace(carried, context=about.whole, previous=resolved.context, subject=subject, intent="")


_PAYING = re.compile(
    r"(?:怎么|咋|如何|哪里?儿?|谁)(?:去)?[交缴付](?=[呢啊呀?？]*$)"
)  # 怎么交, after how much


def _of_what_was_told(typed: str, topic: Topic, classes: TermClasses) -> Topic:
    """The topic with what was told beside its question in it, where the turn tells another of its class:
    92岁呢, after 85岁，每月多少."""
    if topic.intent == "eligibility" or _asks(without_frame(typed)):
        return topic
    meant = next((t for t in topic.told if not classes.resolve(typed, t, topic.notices).context), None)
    if meant is None:
        return topic
    rest = tuple(t for t in topic.told if t != meant)
    return replace(topic, question=f"{topic.question}，{meant}", told=rest)


def carrying(topic: Topic) -> Turn:
    """A turn that takes over what was told and the notices spoken of."""
    return Turn(topic.question, topic.told, subject=topic.subject, notices=topic.notices)


# A place spoken of again, and one named before: 那里要登记吗, after 一般管理区呢.
_THERE = re.compile(r"^(?:那|在|去|到)*(?:那里|那边|那儿|那地方|这里|这边|这儿)(?![面头])(?:的|也|又|是)*")
_PLACE = re.compile(
    r"(?:(?<=[在去到往从，,])|^)[\u4e00-\u9fff]{1,8}?(?:[区馆楼校院市县镇村店站厅场园站所]|窗口|中心)(?![\u4e00-\u9fff]?[长员])"
)


def _at_the_place(typed: str, topic: Topic) -> str:
    """A turn that points at a place, with the place that was spoken of last in its stead."""
    there = _THERE.match(search_key(typed))
    places = _PLACE.findall(search_key(topic.whole)) if there else []
    return f"{places[-1]}{search_key(typed)[there.end() :]}" if there and places else typed


_LONGEST_OTHER = 12  # characters of what a question is asked of instead


def _asked_of(typed: str, topic: Topic) -> str:
    """The topic's yes-or-no question asked of what a turn names: 警察呢; empty where it asks or tells."""
    other = without_frame(typed)
    if _asks(other) or not 1 < len(other) <= _LONGEST_OTHER or re.search(r"[,，。;；]", other):
        return ""
    named = search_key(typed).rstrip("?？。!！ 呢")
    return asked_of(f"{other}的" if named.endswith("的") else other, topic.question)


def _asks(text: str) -> bool:
    return bool(lexicon().interrogatives.search(text) or lexicon().polar.search(text))
