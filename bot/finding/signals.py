"""What speaks for and against an answer: readable numbers about one question and the passage to answer from.

A passage that shares the words around a thing, and not the thing, says something else: where an examination
fee is stated and a resit fee asked about, 费 and 考 speak for it and are worth little. So beside how much of
the question is covered, by what is told and around the value itself, the numbers say whether the thing asked
about is spoken of, and whether year, number in a series, level and direction of money agree. What they come
to, `bot.finding.answerable` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, get_type_hints

import numpy as np

from bot.conversation.asked import asked_about
from bot.conversation.question import Question
from bot.conversation.told import without_the_case
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.fees import unnamed_fees
from bot.finding.linear import Meaning
from bot.finding.matching import match
from bot.finding.support import HELD, Support, right_way
from bot.finding.told import Told
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Citation
from index.normal import search_key
from index.official import is_official

__all__ = ["MEANINGS", "Signals", "signals_of"]

_PLAIN = ("url", "platform", "email", "phone")  # kinds of value that are known by their looks
_SPOKEN_OF = 0.6  # share of what is told of a case, from which on a passage speaks of it
_MANY = 6  # words of a question from which on it is asked at length
_ORDINAL = re.compile(
    r"第[\d一二三四五六七八九十]+(?:批次?|届|期|轮|次|季度|学期|类|档|组|阶段)|[上下]半?年度?|[上下]一?[届批期轮]"
)
_LEVEL = re.compile(r"(?:[一二三四五]|[1-5])级|初级|中级|副高级?|正高级?|高级|助理级|员级|[甲乙丙丁A-D]类")


@dataclass(frozen=True, slots=True)
class Signals:
    """Numbers from 0 to 1, each named for what it says; the model weighs them."""

    # share of the question held by one passage told, with what stands above it; if a kind of value is asked
    # for, by one that holds such a value
    about: Annotated[float, Meaning("答的那一段连同标题说到了问的词", 1)]
    # the same by the words around the value alone
    beside_value: Annotated[float, Meaning("数值旁边就说到了问的词", 1)]
    covered_itself: Annotated[
        float, Meaning("依据自己就说到了问的词", 1)
    ]  # share that the best passage's text holds
    alike: Annotated[float, Meaning("答的那一段与问题意思相近", 1)]  # by the vectors of the encoder
    many_words: Annotated[float, Meaning("问得具体", 1)]  # of many words some always stay uncovered
    # share of the words of official texts that this notice nowhere holds
    unused: Annotated[float, Meaning("公文常用、这份通知却没用到的词", -1)]
    unknown_noun: Annotated[float, Meaning("问的名词通知里没有", -1)]  # share of such nouns and names
    thing_unknown: Annotated[
        float, Meaning("通知里没有问的那件事", -1)
    ]  # the last word of the thing asked about
    unsupported: Annotated[
        float, Meaning("没有哪一条说到所问的", -1)
    ]  # no passage that could answer speaks of it
    wants_value: Annotated[float, Meaning("要有数值才算答上")]  # a kind of value is asked for
    value_held: Annotated[float, Meaning("依据写着这类数值", 1)]  # and the passage holds one
    value_alone: Annotated[float, Meaning("只有这里写着这类数值", 1)]  # and hardly any other passage does
    role: Annotated[
        float, Meaning("依据是回答这类问题的话", 1)
    ]  # the passage speaks as answers of this intent do
    row: Annotated[float, Meaning("表格里有相符的一行", 1)]  # a row is named by its keys
    leads: Annotated[
        float, Meaning("依据比其他条款明显合适", 1)
    ]  # how far the passage stands before the next
    other_year: Annotated[float, Meaning("通知不是问的那一年", -1)]
    # a number in a series that the notice does not have: 第三批
    other_ordinal: Annotated[float, Meaning("问的批次通知里没有", -1)]
    other_level: Annotated[float, Meaning("问的等级通知里没有", -1)]
    unnamed_fee: Annotated[float, Meaning("问的费用没有写到", -1)]  # a fee that the passage does not speak of
    wrong_way: Annotated[
        float, Meaning("钱的收付方向相反", -1)
    ]  # it is to come back, and the passage has it paid
    # next to nothing is said of what is asked about, and several values may be meant
    few_words: Annotated[float, Meaning("问得太笼统", -1)]
    polar: Annotated[float, Meaning("问的是能不能、是不是")]
    leans: Annotated[float, Meaning("问题接着上文")]  # on the question before

    def named(self) -> dict[str, float]:
        """The numbers by name."""
        return asdict(self)


MEANINGS: Mapping[str, Meaning] = {
    name: hint.__metadata__[0] for name, hint in get_type_hints(Signals, include_extras=True).items()
}


def signals_of(
    question: Question,
    best: Evidence,
    own: Sequence[Evidence],
    gatherer: EvidenceGatherer,
    support: Support,
    row: float = 0.0,
    citations: Iterable[Citation] = (),
) -> Signals:
    """The signals for an answer from `best` that tells what `citations` quote; `own` is all evidence."""
    reader = _Signals(question, best, gatherer)
    places = gatherer.told(citations)
    told = Told(question, reader.words, places if len(places) else np.array([gatherer.place(best)]), gatherer)
    alone = bool(question.wants) and best.fits and sum(e.fits for e in own[:40]) <= 2
    clear = best.role or reader.names_value or alone
    return Signals(
        about=told.about(),
        beside_value=told.beside_value(),
        covered_itself=reader.share(lambda w: match(w, reader.text, "")),
        alike=told.alike(),
        many_words=min(1.0, len(reader.words) / _MANY),
        unused=reader.share(reader.unused),
        unknown_noun=reader.unknown_of("n"),
        thing_unknown=max((reader.unknown(t[-1]) for t in reader.things), default=0.0),
        unsupported=float(not support.enough),
        wants_value=float(bool(question.wants)),
        value_held=float(bool(question.wants) and best.fits),
        value_alone=float(alone),
        role=float(best.role),
        row=min(1.0, row),
        leads=_lead(best, own),
        other_year=float(gatherer.wrong_year(question, best)),
        other_ordinal=float(_lacks(_ORDINAL, question.text, search_key(best.notice.text))),
        other_level=float(
            _lacks(_LEVEL, question.text, gatherer.whole(best) + search_key(best.notice.title))
            and (_speaks(_LEVEL, reader.text) or _lacks(_LEVEL, question.text, search_key(best.notice.text)))
        ),
        unnamed_fee=float(bool(unnamed_fees(question, reader.words, gatherer.whole(best)))),
        wrong_way=float(not right_way(question, best)),
        few_words=float(len(reader.words) <= 1 and not (best.fits and clear)),
        polar=float(question.polar),
        leans=float(bool(question.context)),
    )


class _Signals:
    """Readings of one question against one passage."""

    def __init__(self, question: Question, best: Evidence, gatherer: EvidenceGatherer) -> None:
        self.question, self.best, self.gatherer = question, best, gatherer
        self.text = search_key(best.passage.text)
        words = self._asked(gatherer.words(question.text))
        words = {
            w: i for w, i in words.items() if best.notice.notice_id not in gatherer.notices.idle(w)
        } or words
        self.words = {w: i for w, i in words.items() if not gatherer.is_title_word(w, best.notice)} or words
        self.most = sum(self.words.values()) or 1.0
        self.values = values = {v for want in question.wants for v in lexicon().value_words.get(want, ())}
        self.plain = not question.wants.isdisjoint(_PLAIN) and best.fits
        asked = asked_about(question.text, gatherer.question_words)
        self.things = [
            told
            for thing in asked.things
            if (told := [w for w in thing if w not in values and not gatherer.is_title_word(w, best.notice)])
        ]

    def _asked(self, words: Mapping[str, float]) -> Mapping[str, float]:
        """The words of the question but those of how somebody stands, where the passage says little of it."""
        asked = self.gatherer.words(without_the_case(self.question.text))
        case = {w: i for w, i in words.items() if w not in asked}
        held = sum(i for w, i in case.items() if match(w, self.text, ""))
        return words if not asked or held >= _SPOKEN_OF * sum(case.values()) else asked

    @property
    def names_value(self) -> bool:
        """Whether a word of the question is itself a name of the value wanted: 及格要多少分."""
        return not self.values.isdisjoint(self.words)

    def share(self, degree: Callable[[str], float]) -> float:
        """The idf-weighted mean of a degree over the words of the question."""
        return sum(i * degree(w) for w, i in self.words.items()) / self.most

    def unknown(self, word: str) -> float:
        """1 where the notice nowhere speaks of a word that says more than the kind of value asked for."""
        if any(v in word for v in self.values):
            return 0.0
        return float(self.gatherer.degree_in(word, self.best.notice) < HELD)

    def unused(self, word: str) -> float:
        """1 for a word that official texts use and that this one nowhere speaks of.

        A telephone number, or an address on the web, needs no name beside it.
        """
        if word in self.values and self.plain:
            return 0.0
        return float(is_official(word) and self.gatherer.degree_in(word, self.best.notice) < HELD)

    def unknown_of(self, tag: str) -> float:
        """The share of the words of one part of speech that the notice does not speak of."""
        tagged = {w: i for w, i in self.words.items() if self.gatherer.question_words.tag(w).startswith(tag)}
        return sum(i * self.unknown(w) for w, i in tagged.items()) / self.most


def _lead(best: Evidence, own: Sequence[Evidence]) -> float:
    """How far the score of `best` lies before the next of another clause, as a share of its own."""
    rest = [e.score for e in own[:20] if e.passage.clause != best.passage.clause]
    return min(1.0, max(0.0, (best.score - max(rest, default=0.0)) / max(best.score, 0.1)))


def _lacks(pattern: re.Pattern[str], asked: str, told: str) -> bool:
    """Whether the question names something of a series and the text names only others, or none."""
    named = {_levelled(m) for m in pattern.findall(asked)}
    return bool(named) and not any(n in _levelled(told) for n in named)


def _speaks(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _levelled(text: str) -> str:
    """Numerals of one kind, so that 第3批 and 第三批 are the same."""
    return text.translate(str.maketrans("123456789", "一二三四五六七八九"))
