"""What a turn takes over from the one before it, and when it is better answered without it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bot.answer import Answer
from bot.answer_parts import Intent, Outcome
from bot.conversation.asks import asks
from bot.conversation.dialogue import DialogueState, Turn
from bot.conversation.question import Question
from bot.finding.evidence import EvidenceGatherer
from bot.planning.plan import Action, Plan
from bot.speech.lexicon import lexicon
from bot.telling.relevance import relevance
from corpus import patterns as re

__all__ = [
    "Reading",
    "asks_of_its_own",
    "lean",
    "of_topic",
    "plainly_better",
    "says_more",
    "says_nothing_new",
    "surer",
]

# A turn that points at what was spoken of: 它有几家, 两个能一块拿吗.
_POINTS = re.compile(r"[这那它他她也还再都]|[两三几](?:个|者|种|样|项|边|次)|如果|要是|然后|另外")
_NAMES_A_THING = 3  # characters of the words of a turn that says what it is about: 要啥学历 does not
_MORE = 0.3  # the share of its words by which a question is answered better by itself
_PLAINLY = 0.1  # by how much surer an answer must be that says nothing of what came before
_NAMED_BETTER = 0.15  # by how much more plainly a turn names another notice than the one spoken of
_AS_WELL = 0.9  # the share of the words that another notice says, from which on one stays with the topic
_SAYS_NOTHING = frozenset({Action.UNSTATED, Action.OUT_OF_SCOPE, Action.GREET})
_VALUE = re.compile(r"多少|几(?!时|乎)")  # a value asked for is no case to decide
_OWN = re.compile(r"哪|谁|什么(?!时候)|啥(?!时候)|怎么|咋|为何")  # asks for something of its own kind
_OWN_INTENTS = frozenset({Intent.FEE, Intent.DEADLINE, Intent.CONTACT, Intent.MATERIALS, Intent.CERTIFICATE})
_ASKS_WHETHER = re.compile(r"^(?!.*(?:[也都]|一样|同样)).{3,}(?:吗|么|不|没有?)[?？。!！]*$")  # 网上选房吗
_ELLIPTIC = re.compile(r"呢[?？。!！]*$")


def lean(typed: str, question: Question, previous: Question) -> Question:
    """A question that leans on the one before wants what that wanted, unless it says otherwise."""
    bare = _ELLIPTIC.search(typed) is not None and lexicon().interrogatives.search(question.text) is None
    if previous.intent is Intent.ELIGIBILITY and question.intent in _OWN_INTENTS:
        bare = False  # 考务费呢, after what may be applied for
    if bare and (kind := _KIND_NAMED.search(question.text)):
        wants = _kinds_named(kind[0], previous)
        return replace(lean("", question, previous), intent=question.intent, wants=wants)
    own = _OWN.search(question.text) is not None
    own = own or (previous.intent is Intent.ELIGIBILITY and _VALUE.search(question.text) is not None)
    own = own or (not previous.polar and _ASKS_WHETHER.search(question.text) is not None)
    inherits = bare or (not question.wants and not own and question.intent in ("general", previous.intent))
    return replace(
        question,
        intent=previous.intent if inherits else question.intent,
        wants=previous.wants if inherits else question.wants,
        unit=question.unit or (previous.unit if inherits else ""),
        polar=question.polar or (previous.polar and inherits),
        month=question.month or previous.month,
        year=question.year or previous.year,
    )


# What is asked for by its name alone: 地址呢, 考务费呢, 材料呢.
_KIND_NAMED = re.compile(
    r"(?:材料|资料|证件|手续|流程|步骤|费用|(?<![缴付交收免退])费|收费标准|价格|电话|号码|邮箱|网址|地址|地点|时间|日期|截止日期)$"
)


def _kinds_named(name: str, previous: Question) -> frozenset[str]:
    """The kinds of value that a name is of; of several those that were asked for before, or the first day."""
    if name == "费":
        return frozenset({"money"})
    kinds = frozenset(k for k, names in lexicon().value_words.items() if name in names)
    return kinds & previous.wants or kinds & {"date"} or kinds


class Reading(NamedTuple):
    """One way to read a turn, and what it comes to."""

    turn: Turn
    question: Question
    answer: Answer
    plan: Plan


def asks_of_its_own(turn: Turn, own: str) -> bool:
    """Whether what a turn says itself, `own`, asks something as well: 要带什么."""
    words = (lexicon().interrogatives, lexicon().polar)
    return any(w.search(own) for w in words) and not _ELLIPTIC.search(turn.typed)


def says_more(alone: Reading, leaning: Reading, gatherer: EvidenceGatherer) -> bool:
    """Whether a turn read by itself comes to a better answer than one that leans on what was spoken of: it
    names a thing that the notice does not know, or quotes more of what the turn says."""
    answer, other = alone.answer, leaning.answer
    if other.outcome is Outcome.UNANSWERABLE or _POINTS.match(leaning.turn.typed):
        return answer.outcome is Outcome.ANSWERED and other.outcome is Outcome.UNANSWERABLE
    if answer.outcome is Outcome.UNANSWERABLE:
        return other.outcome is Outcome.ANSWERED and "“" in alone.plan.reason
    words = _telling(leaning.turn.question, gatherer)
    names_little = len("".join(words)) < _NAMES_A_THING
    if {answer.outcome, other.outcome} != {Outcome.ANSWERED} or names_little:
        return False
    told, told_leaning = (relevance(words, "\n".join(c.quote for c in a.citations)) for a in (answer, other))
    return told >= told_leaning + _MORE


def _telling(text: str, gatherer: EvidenceGatherer) -> dict[str, float]:
    """The words of a question that say what it is about."""
    says_little = lexicon().general | lexicon().hints
    return {w: i for w, i in gatherer.words(text).items() if len(w) > 1 and w not in says_little}


def of_topic(plan: Plan, within: Plan) -> Plan:
    """The plan for a turn that names no notice: by the notice spoken of before where it says as much."""
    if plan.action is Action.WHICH_NOTICE:
        return within
    if plan.notice is None or within.notice is None or within.action in _SAYS_NOTHING:
        return plan
    said, best = (max((e.coverage for e in p.own[:5]), default=0.0) for p in (within, plan))
    named, other = (max((e.mention for e in p.own[:1]), default=0.0) for p in (within, plan))
    return within if said >= _AS_WELL * best and other < named + _NAMED_BETTER else plan


def plainly_better(alone: Reading, leaning: Reading) -> bool:
    """Whether a turn read by itself comes to a much surer answer; where it leans on what asked nothing, one
    from another notice."""
    if not surer(alone.answer, leaning.answer, by=_PLAINLY):
        return False
    cited, other = ({c.notice_id for c in r.answer.citations} for r in (alone, leaning))
    return asks(leaning.turn.context) or cited.isdisjoint(other)


def says_nothing_new(answer: Answer, state: DialogueState) -> bool:
    """Whether an answer tells nothing that the one before did not: how one applies is so for everybody."""
    if state.topic.intent == Intent.PROCESS:
        return True
    quoted = {(c.notice_id, c.start) for c in answer.citations}
    return answer.outcome is Outcome.ANSWERED and quoted <= set(state.quoted)


def surer(answer: Answer, other: Answer, by: float = 0.0) -> bool:
    """Whether an answer says something that is more likely right than what the other says."""
    says, other_says = (a.outcome is Outcome.ANSWERED for a in (answer, other))
    return says and (not other_says or answer.confidence > other.confidence + by)
