"""A new turn read in the light of the conversation: facts told, a question put anew, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answer_parts import Claim
from bot.conversation.another import case_of_another, speaks_of_another
from bot.conversation.asks import asks
from bot.conversation.compared_with import both_asked, next_in_order
from bot.conversation.corrections import correct, corrects, said_anew, settled, supposed
from bot.conversation.dialogue import DialogueState, Topic, Turn
from bot.conversation.earlier import earlier_topic
from bot.conversation.ellipsis import (
    DEGREES,
    LEVELS,
    TermClasses,
    changes,
    leans_on_previous,
    without_frame,
    without_place,
)
from bot.conversation.on_topic import carrying, on_topic
from bot.conversation.replies import EITHER, as_fact, chosen, option_taken, ordinal, unsure
from bot.conversation.told import (
    split_told,
    tells_a_fact,
    tells_of_a_case,
    tells_of_oneself,
    tells_of_somebody,
)
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["as_one_question", "case_told_after", "read_turn", "starts_over"]

_FRESH = re.compile(
    r"^(?:我们|咱们|咱)?(?:重新开始|重新来|重来|从头(?:开始|再来)|换个(?:问题|话题)|/new|/start|新对话|清空)吧?[。！!]*$"
)
_ONLY_A_FACT = 4  # characters of a turn that names a fact and nothing else: 那高中呢


def starts_over(typed: str) -> bool:
    """Whether a turn asks to forget what was said: 重新开始."""
    return _FRESH.match(typed.strip()) is not None


def read_turn(typed: str, state: DialogueState, classes: TermClasses, named: frozenset[str]) -> Turn:
    """Read what was typed after `state`; `named` are the notices that it names plainly, none of those
    spoken of."""
    if not state.turns:
        return Turn(typed, leans=False)
    once_more = state.asked_as if search_key(typed) == search_key(state.turns[-1]) else None
    if once_more is not None and (asks(typed) or not state.asking):
        return once_more  # what is asked once more is what was asked; 否 after 否 replies anew
    if beside := _of_another_with_facts(typed, state, classes):
        return beside
    if _tells_case_anew(typed, state.topic):
        return Turn(typed, leans=False)
    if state.pending:
        choice = chosen(typed, state.offered)
        if choice or not (asks(typed) or corrects(typed)):
            notices = () if named else state.topic.notices
            return replace(
                carrying(state.topic), question=f"{choice or typed} {state.pending}", notices=notices
            )
    if joined := _joined_to_telling(typed, state):
        return joined
    earlier = earlier_topic(typed, state, classes, named)
    if earlier is not None:
        return earlier
    if not state.topic.question:
        return Turn(typed, leans=False)
    if (case := _case_of(state)) is not None and not named and speaks_of_another(typed, case.whole):
        question, told = case_of_another(typed, case.question, case.told)
        return replace(_stating(replace(case, question=question), told), of_another=True)
    return (
        _facts(typed, state, classes, named)
        or _again(typed, state, named)
        or _ellipsis(typed, state, classes, named)
        or Turn(typed, leans=False)
    )


# 那换一张呢，我45岁: what the question before asks, of another, whatever is told beside it.
_OF_ANOTHER = re.compile(r"(?:那么?|要是|如果)[^，,。]{1,16}呢[?？]?")


def _of_another_with_facts(typed: str, state: DialogueState, classes: TermClasses) -> Turn | None:
    """The question before put about another thing, with the facts told beside it; None for any other turn."""
    question, told = split_told(typed)
    of_case = state.topic.intent in ("", "eligibility") or state.asking
    facts = any(_MEASURE.search(search_key(t)) or tells_a_fact(t) for t in told)
    if not facts or of_case or not _OF_ANOTHER.fullmatch(question):
        return None
    turn = _ellipsis(question, state, classes, frozenset())
    if turn is None or not turn.context:
        return turn and replace(turn, question="，".join((turn.question, *told)))
    return replace(turn, context="，".join((*told, turn.context)))


def _joined_to_telling(typed: str, state: DialogueState) -> Turn | None:
    """A question after a turn that only told of a case, or the telling after a question about no case: both
    are read as the one question that they are parts of.
    """
    topic = state.topic
    before, question = "，".join((topic.question, *topic.told)), asks(typed)
    if not topic.question or question == asks(topic.question) or leans_on_previous(f"{typed}{_FILL}", False):
        return None
    if question:
        told = len(state.turns) == 1 or tells_of_a_case(before)
        tells = not (topic.target or state.asking) and told and not _WISHES.search(topic.question)
        notices = topic.notices if len(state.turns) > 1 else ()  # what is told first is of no notice yet
        return Turn(f"{before}，{typed}", leans=False, notices=notices) if tells else None
    if topic.intent == "eligibility" or topic.subject or state.asking or corrects(typed) or changes(typed):
        return None
    if not tells_of_a_case(typed):
        return None
    return Turn(f"{typed}，{topic.question}", leans=False, notices=topic.notices)


def as_one_question(turn: Turn, state: DialogueState) -> str:
    """What was asked and what was told before or after it, the telling first; empty where both turns ask,
    neither does, or this one replies or corrects."""
    before = state.asked_as.text if state.asked_as else ""
    if not before or state.pending or asks(turn.typed) == asks(before):
        return ""
    if corrects(turn.typed) or changes(turn.typed):
        return ""
    if asks(turn.typed):
        return f"{before}，{turn.typed}"
    return "" if state.asking else f"{turn.typed}，{before}"


# What is wanted of a thing, behind its name: 需要什么条件, 怎么报.
_WANTED = re.compile(r"(?:需要?|要|有|是|应该?)?(?:什么|哪些|啥|怎么|如何|咋|多少)[^,，]*$")


def case_told_after(typed: str, topic: Topic) -> Turn | None:
    """Whether somebody may apply of whom a turn tells after a question about no case: 怎么报, 我在外地."""
    other = topic.intent in ("eligibility", "contact")
    if not topic.notices or other or asks(typed):
        return None
    if not (tells_of_somebody(typed) or tells_of_oneself(typed)):
        return None
    question = f"我能申请{_WANTED.sub('', topic.question)}吗"
    return replace(_stating(replace(topic, question=question, intent="eligibility"), (typed,)), typed=typed)


_FILL = "。" * 20  # so that a turn leans by its words and not by being short
_WISHES = re.compile(r"[想要][^,，。]{0,8}[报申考评办领]")  # has asked already: 想破格报高级
_OWN_CASE, _WHOLE_CASE = 2, 3  # facts told beside a question that make a case of its own, and a whole one


def _tells_case_anew(typed: str, topic: Topic) -> bool:
    """Whether a turn tells of a case and asks what may come of it, so that it needs nothing told before.

    Facts beside a question that names nothing (能报吗) add to the case spoken of.
    """
    question, told = split_told(typed)
    facts = [t for t in told if _MEASURE.search(search_key(t)) or tells_a_fact(t)]
    if len(facts) < _OWN_CASE or (leans_on_previous(typed, True) and topic.intent == "eligibility"):
        return False
    if topic.intent != "eligibility" or _NO_MORE.sub("", re.sub(r"\W", "", search_key(question))):
        return True
    return len(facts) >= _WHOLE_CASE and LEVELS.search(question) is not None


def _facts(typed: str, state: DialogueState, classes: TermClasses, named: frozenset[str]) -> Turn | None:
    """A turn that tells of the case or corrects what was told, where the question is about the case."""
    topic = state.topic
    if topic.intent != "eligibility" and corrects(typed) and not named:
        topic = _case_of(state) or topic
    if claims := _settled(typed, state):
        return replace(_stating(topic, topic.told), claims=claims)
    if topic.intent != "eligibility" or asks(typed):
        return None
    of_self = state.asking and re.match(r"我(?!们)|本人|俺", typed)
    if named and not (of_self or _replies(typed, state.asking) or tells_a_fact(typed)):
        return None
    if changes(typed) and not classes.resolve(typed, topic.question, topic.notices).context:
        return None  # 换成航拍那个: another thing is asked about
    if state.asking and unsure(typed):
        told = topic.told
    elif state.asking[:1] == (EITHER,):
        told = (*topic.told, settled(chosen(typed, state.offered) or typed))
    elif corrects(typed) and not (state.asking and search_key(typed).startswith("不是")):
        question, *told_anew = correct(typed, (topic.question, *topic.told))
        return _stating(replace(topic, question=question), tuple(told_anew))
    else:
        told = (*topic.told, as_fact(typed, *state.asking[:2]) if state.asking else typed)
    return _stating(topic, told)


def _supposed(typed: str, topic: Topic) -> Turn | None:
    """如果干了八年呢, 那本科呢: the question before, with another fact in the place of what was told."""
    said = without_frame(typed)
    if topic.intent != "eligibility" or not asks(typed) or lexicon().interrogatives.search(said):
        return None
    question, *told = supposed(said, (topic.question, *topic.told)) or ("",)
    if question:
        return _stating(replace(topic, question=question), tuple(told))
    return _stating(topic, (*topic.told, said)) if _HOLDS.search(said) else None


_HOLDS = re.compile(
    r"^(?:我|他|她)?(?:是|要是|如果)?(?:有|没有?|持有|拿到|考了)[^，,]{0,8}证(?!明)|^(?:我|他|她)(?:是|有|没)"
)


def _case_of(state: DialogueState) -> Topic | None:
    """The last topic on whether the person may do something, of the notice that is spoken of now."""
    now = set(state.topic.notices)
    cases = (t for t in reversed(state.topics) if t.intent == "eligibility")
    return next((t for t in cases if not now or now & set(t.notices)), None)


# What a question may hold that asks no more than whether one may: 那我能报二级吗.
_NO_MORE = re.compile(
    rf"{LEVELS.pattern}|{DEGREES.pattern}|今年|现在|这样|报考?名?|申[请报领]|参加|条件|符合|资格|有没有|是不是"
    r"|[考领评那我俺还也就又能可以够不会行吗么嘛呢吧的了啊呀得]"
)


# Whether one may, asked after the case was told by itself: 能申请这个补贴吗.
_APPLIES = re.compile(
    r"(?:能|可以|够|符合|有资格)[^，,。]{0,12}(?:报|申|参加|评|领|落户|入户|享受|条件|资格|要求)"
)
_MAY = re.compile(r"能|可以|够|行|符合|资格")


def _again(typed: str, state: DialogueState, named: frozenset[str]) -> Turn | None:
    """The question before put anew in words of its own; what was told of the case still holds."""
    case = _case_of(state)
    question, told = split_told(typed)
    facts_only = all(_MEASURE.search(search_key(t)) or tells_a_fact(t) for t in told)
    if case is None or (named and not (told and facts_only)) or not asks(typed):
        return None
    if case == state.topic and not asks(case.question) and not named and _APPLIES.search(question):
        return Turn(question, (case.question, *case.told, *told), notices=case.notices, intent="eligibility")
    if not _MAY.search(question) or _NO_MORE.sub("", re.sub(r"\W", "", search_key(question))):
        return None
    asked, before = split_told(case.question)
    facts = tuple(dict.fromkeys((*before, *case.told, *told)))
    level = LEVELS.search(question)  # 能报吗 is about the level spoken of, 能报二级吗 about another
    if level is not None:
        asked = LEVELS.sub(level[0], asked, count=1) if LEVELS.search(asked) else question
    return Turn(asked, facts, notices=case.notices, intent="eligibility")


def _settled(typed: str, state: DialogueState) -> tuple[Claim, ...]:
    """What a quick reply to the fact asked for settles."""
    taken = option_taken(typed, state.offered) if state.asking else None
    return state.settling[taken] if taken is not None and taken < len(state.settling) else ()


def _stating(topic: Topic, told: tuple[str, ...]) -> Turn:
    """A turn that asks the topic's question again with more told of the case."""
    return Turn(
        topic.question,
        told,
        subject=topic.subject,
        notices=topic.notices,
        states_facts=True,
        intent=topic.intent,
    )


def _ellipsis(typed: str, state: DialogueState, classes: TermClasses, named: frozenset[str]) -> Turn | None:
    """A turn that leaves out what the question before says."""
    topic = state.topic
    if both := _of_both(typed, state.topics[-2:]) or next_in_order(typed, topic.question):
        return replace(carrying(topic), question=both, subject="")
    names = classes.listed(topic.question, topic.notices) or state.listed
    place = ordinal(search_key(typed), len(names)) if names else None
    if place is not None and lexicon().interrogatives.search(rest := without_place(typed)):
        return replace(carrying(topic), question=f"{names[place]}{rest}", subject="")
    if place is not None:
        return on_topic(
            without_place(typed), replace(topic, question=_only(topic.question, names, place)), classes
        )
    if corrects(typed):
        (question,) = correct(typed, (topic.question,))[:1]
        if question != topic.question:
            return replace(on_topic("", topic, classes), question=question)
        if not asks(typed):
            typed, named = f"{said_anew(typed)}呢", frozenset()  # 不对，我问的是学前教育
    if ordinal(search_key(typed), 9) is not None:
        named = frozenset()  # 第二个 names nothing
    only_a_fact = len(without_frame(typed)) <= _ONLY_A_FACT
    if (not named or only_a_fact) and (other := _supposed(typed, topic)) is not None:
        return other
    if leans_on_previous(typed, bool(named)) or not (asks(typed) or named):
        return on_topic(typed, topic if not named else replace(topic, notices=()), classes)
    return None


def _of_both(typed: str, topics: Sequence[Topic]) -> str:
    """What a turn asks of the last two things at once; empty where it does not."""
    if len(topics) < 2:
        return ""
    first, second = topics
    return both_asked(typed, first.question, second.question, second.subject == first.question)


def _only(question: str, names: tuple[str, ...], place: int) -> str:
    """A question about several things put about one of them."""
    key, name = search_key(question), search_key(names[place])
    places = [(key.index(n), key.index(n) + len(n)) for n in map(search_key, names) if n in key]
    if len(places) < 2:
        return f"{name}，{question}"
    start, end = min(a for a, _ in places), max(b for _, b in places)
    return key[:start] + name + re.sub("分别|各自?", "", key[end:], count=1)


_MEASURE = re.compile(
    r"[\d一二两三四五六七八九十半]\s*(?:周?岁|年(?!度)|个月|学时|课时|分|万|元|平|㎡|人|次|%)"
)


def _replies(typed: str, asking: Iterable[str]) -> bool:
    """Whether a turn gives a figure while facts are being asked for."""
    return bool(asking) and _MEASURE.search(search_key(typed)) is not None
