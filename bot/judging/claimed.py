"""Whether a person falls under an exception, judged as conditions are: by its measures, then by its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answer_parts import ConditionState
from bot.judging.assertions import said_of
from bot.judging.excepted import is_excepted, is_of_another, own_words, told_apart
from bot.judging.leaves import JudgedLeaf
from bot.person.person import Person
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Node
from corpus.conditions.requirements import read_node

__all__ = ["HALF", "LOOSE", "describes", "exceeded", "falls_under", "had_besides"]

# How much of an open condition has to be said: more of what is demanded than of whom it is demanded.
HALF, LOOSE = 0.5, 0.3
_NAMED = 0.6  # more than the end of a name: 装修贷 is no 住房贷款
_FEW = 6  # characters of an exception that is not said by a third of it: 毕业年度
_MET, _UNMET = ConditionState.MET, ConditionState.UNMET
_Judging = Callable[[Node, float], tuple[ConditionState, tuple[JudgedLeaf, ...]]]


def describes(words: str, rule: str, text: str, judging: _Judging) -> bool:
    """Whether an exception to a demand, to a `rule`, describes the person, by more than the rule says too."""
    state, about = judging(read_node(words), LOOSE)
    if state is not _MET or all(j.presumed for j in about):
        return False
    return any(j.leaf.attribute is not Attribute.OPEN for j in about) or told_apart(words, rule, text)


def exceeded(exceptions: Sequence[str], person: Person, judging: _Judging) -> tuple[JudgedLeaf, ...]:
    """The bounds on what is excepted that what the person names does not keep to: 8万的消费贷款 on
    5万元以下消费贷款."""
    over: list[JudgedLeaf] = []
    for each in (e for words in exceptions for e in re.split(r"、|和|以及|或者?", words)):
        thing = _BOUND.sub("", each)
        if thing != each and len(thing) > 1 and thing in person.text:
            over += [j for j in judging(read_node(each), LOOSE)[1] if j.state is _UNMET]
    return tuple(over)


# 除了装修贷没有别的贷款: what somebody has who has nothing else of its kind.
_BESIDES = re.compile(
    r"除了?(?P<what>[^，。；除]{2,14}?)(?:以外|之外|外)?[，]?(?:就|都|也|再)*(?:没有?|无)(?:其[他它]|别的|什么|任何|了)"
)


def had_besides(exceptions: Sequence[str], demanded: str, text: str) -> str:
    """What a person says they have besides nothing, where it is of the kind demanded not to be had and none
    of the exceptions; `""` for none."""
    told = _BESIDES.search(text)
    if told is None or told["what"][-1] not in demanded:
        return ""
    allowed = (e for words in exceptions for e in re.split(r"、|和|以及|或者?", words))
    return "" if any(said_of(e, f"有{told['what']}", _NAMED) is _MET for e in allowed) else told[0]


_BOUND = re.compile(r"^.*\d[^\d\u4e00-\u9fff]*[万亿]?[\u4e00-\u9fff]?以[上下内]的?")


def falls_under(words: str, rule: str, person: Person, judging: _Judging) -> bool:
    """Whether an exception to what keeps out, to a `rule`, holds for the person: what it measures by the
    measure."""
    if any(j.leaf.value is not None and j.state is _UNMET for j in judging(read_node(words), LOOSE)[1]):
        return False
    text = person.text
    if is_of_another(words, text):
        return False
    years, told = (set(re.findall(r"\d{4}(?=年)", x)) for x in (words, text))
    if years and told and not years & told:
        return False  # 2026年应届毕业生 is not who graduates in 2027
    if _GRADUATING.search(words) and (years or person.fresh is not None):
        return person.fresh is True
    if rule and "奖" not in words and not told_apart(words, rule, text):
        return False
    if own_words(words, rule):
        return is_excepted(words, text, rule)
    floor = HALF if len(words) <= _FEW else LOOSE
    return is_excepted(words, text, rule) or said_of(words, text, floor) is _MET


_GRADUATING = re.compile(r"应届|毕业年度|当年(?:度)?毕业|毕业当年")
