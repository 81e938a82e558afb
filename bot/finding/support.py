"""How well the evidence supports an answer: does any of it speak of the very thing asked about?

A passage that shares the words around the thing, and not the thing, says something else: where an examination
fee is stated and a resit fee asked about, 费 and 考 speak for it and are worth nothing. So the things that
the question asks about (`bot.conversation.asked`) are looked for by themselves, among the passages that hold
a value of the kind asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answer_parts import Intent
from bot.conversation.asked import Asked, asked_about
from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.fees import is_usual_fee, prices
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["HELD", "Support", "other_way", "right_way", "support_of"]

HELD = 0.5  # from this degree on a passage speaks of a word
_SENTENCE = re.compile(r"[?？。!！]")


# What somebody is to be given, and what a passage on it says, or what stands above it.
_GIVEN = (
    re.compile(
        r"(?<![自税免])(?:补(?![考办缴交报充齐])[助贴给]?|奖[励金]?|资助|领(?!证|表)[到取]?|津贴|报销|救助)[^,，。;；\d花交缴付收费掏]{0,6}"
        r"(?:多少|几(?!个|月|年|次|天|科|名|种|号))"
    ),
    re.compile(r"[补奖贴助领给赔奠]|发放|报销|享受|[返减免]|拨|支付|[救优]|慰问|抚|贷款|标准为|保险金|待遇"),
)
_FINED = (re.compile(r"罚(?:款)?(?:多少|几)|罚款"), re.compile(r"罚|违约金|滞纳金|补[交缴]|追|倍|赔|扣"))
# Which way money goes, where a question says it, and what a passage that answers says.
_DIRECTIONS = (
    (
        re.compile(r"退(?!休|役|伍|学|租|出)[^,]{0,4}(?:多少|几|钱|款|费|吗)|能退"),
        re.compile(r"退(?!休|役|伍)|返还"),
    ),
    (
        re.compile(r"(?:缴费|缴纳|保费|参保费?)[^,]{0,4}(?:多少|几)|缴多少|交多少(?:保费|社保)"),
        re.compile(r"缴|交|收|费"),
    ),
    _FINED,
    _GIVEN,
    (
        re.compile(
            r"[交缴付掏花](?:纳)?(?:多少|几)|(?:多少|几)[^,]{0,6}费(?!时)|收费|收(?:多少|几)"
            r"|(?:办|补|换|开|做|考|查|租|住)[^,]{1,8}(?:要|得|需要?)(?:多少|几)(?:钱|块|元)"
        ),
        re.compile(r"费|收取|[交缴付]|^(?!.*(?:奖励|奖金|奖学金|补贴|补助|资助|津贴|捐))", re.DOTALL),
    ),
)
_UNSAID = {
    _FINED[1]: "没有写明罚多少",
    _GIVEN[1]: "没有写明给多少钱",
    _DIRECTIONS[-1][1]: "没有写明要交的钱",
}
# X算不算Y: a name that the notice does not have belongs to nothing that it lists.
_MEMBER = re.compile(r"(.{2,})(?:算不算|算是|属不属于|属于|在不在|是不是|是否属于|包不包括)")


@dataclass(frozen=True, slots=True)
class Support:
    """`missing`: the thing asked about of which no passage that could answer speaks, `""` where none lacks;
    `thing`: its words. `speaking`: the passages that can answer and speak of it, best first; empty where
    nothing is named."""

    missing: str = ""
    speaking: tuple[Evidence, ...] = ()
    thing: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        return not self.missing


def support_of(
    question: Question, notice: Notice, own: Sequence[Evidence], gatherer: EvidenceGatherer
) -> Support:
    """How well passages of one notice support an answer to a question."""
    if question.context or _is_foreign(question.typed):
        return Support()
    if question.intent is Intent.CONTACT and not question.wants:
        return Support()
    reader = _Reader(question, notice, own, gatherer)
    found = [reader.read(s) for s in _SENTENCE.split(question.text) if _asks(s)]
    return next((s for s in found if s.enough), found[0] if found else Support())


def _is_foreign(typed: str) -> bool:
    """Whether a question was put into Chinese, so that its words are ours and not the person's."""
    return len(re.findall(r"[a-zA-Z]{2,}", typed)) >= 3


def _asks(sentence: str) -> bool:
    return bool(sentence.strip()) and bool(
        lexicon().interrogatives.search(f"{sentence}？") or lexicon().polar.search(sentence)
    )


_ANY_PAPERS = re.compile(r"(?:申请|申报|报名|办理)?(?:材料|资料|证件|手续|文件|东西)")
_HANDED_IN = re.compile(r"(?:提交|提供|携带|带齐|交验|报送)[:：]?[^。;]{2,}[、和及]")


class _Reader:
    """Looks for what one question asks about in the passages of one notice."""

    def __init__(
        self, question: Question, notice: Notice, own: Sequence[Evidence], gatherer: EvidenceGatherer
    ) -> None:
        self.question, self.notice, self.gatherer = question, notice, gatherer
        self.words = gatherer.question_words
        self.able = [e for e in own if e.fits and not gatherer.wrong_year(question, e)]
        self.values = {w for want in question.wants for w in lexicon().value_words.get(want, ())}

    def read(self, sentence: str) -> Support:
        """The support for an answer to one sentence: every thing known, and one of them spoken of."""
        asked = asked_about(sentence, self.words)
        if self.question.intent is Intent.ELIGIBILITY:
            return self._of_person(sentence, asked)
        if papers := self._any_papers(asked):
            return Support("", papers)
        named = [t for t in map(self._telling, asked.things) if t]
        things = named if asked.noun else [t for t in map(self._matters, named) if t]
        unknown = next((t for t in things if not self._known(t[-1])), None)
        if unknown:
            return self._lacking(unknown)
        speaking = [e for e in self.able if not named or any(self._speaks(e, t) for t in named)]
        told = [e for e in speaking if self._right_way(e)]
        if things and not told:
            return Support() if self._only_other_years() else self._lacking(things[0])
        if self._way() and self.able and not any(map(self._right_way, self.able)):
            way = "退还" if "退" in sentence else "缴费" if re.search(r"缴|交|保", sentence) else "罚款"
            way = "给付" if self._way() is _GIVEN[1] else way
            return Support(way)
        return Support("", tuple(told) if named or self._way() else ())

    def _any_papers(self, asked: Asked) -> tuple[Evidence, ...]:
        """The passages that say what is handed in, where no more is asked than which papers: a notice
        need not call them 材料."""
        named = [w for thing in asked.things for w in thing]
        if self.question.intent is not Intent.MATERIALS or not named or any(map(self._known, named)):
            return ()
        if not all(_ANY_PAPERS.fullmatch(w) for w in named):
            return ()
        return tuple(e for e in self.able if _HANDED_IN.search(search_key(e.passage.text)))

    def _lacking(self, thing: Sequence[str]) -> Support:
        return Support(self._name(thing), thing=tuple(thing))

    def _only_other_years(self) -> bool:
        """Whether passages that could answer are all of another year than asked about: another refusal."""
        return self.question.year is not None and not self.able

    def _of_person(self, sentence: str, asked: Asked) -> Support:
        """Where one is judged, only what is plainly of another matter counts: an act or a name unknown."""
        things = [t for t in map(self._matters, asked.things) if t]
        if len(asked.things) == 1 and len(self.gatherer.words(self.question.text)) <= 3:
            things += [[w] for w in asked.beside if w in lexicon().matters]  # 租房能落户吗
        member = _MEMBER.search(sentence)
        if member and not any(re.search(a, sentence) for a, _ in lexicon().opposites):
            things += [list(t) for t in asked.things if t[-1] in member.group(1) and len(t[-1]) >= 3]
        unknown = next((t for t in things if not self._known(t[-1])), None)
        return Support(self._name(unknown)) if unknown else Support()

    def _telling(self, thing: Sequence[str]) -> list[str]:
        """The words of a thing that tell it from others: not the kind of value, not the notice's name."""
        text = search_key(self.notice.text)
        named = [w for w in thing if not any(v in w for v in self.values) and not is_usual_fee(w, text)]
        return [w for w in named if not self.gatherer.is_title_word(w, self.notice)]

    def _matters(self, thing: Sequence[str]) -> list[str]:
        """The verbs of a thing that are a matter of their own and not the act of applying for it."""
        synonyms, acts = lexicon().synonyms, lexicon().acts
        return [w for w in thing if w in synonyms and w not in acts and self.words.tag(w) == "v"]

    def _known(self, word: str) -> bool:
        held = self.gatherer.degree_in(word, self.notice) >= HELD
        return held or prices(word, search_key(self.notice.text))

    def _speaks(self, evidence: Evidence, thing: Sequence[str]) -> bool:
        """Whether a passage speaks of a thing: of both of two words, of most of more."""
        few = bool(self.question.wants) and len(thing) <= 2
        needed = len(thing) if few else (len(thing) + 1) // 2
        text = search_key(evidence.passage.text)
        return sum(self.gatherer.degree(w, evidence) >= HELD or prices(w, text) for w in thing) >= needed

    def _way(self) -> re.Pattern[str] | None:
        return _way_of(self.question)

    def _right_way(self, evidence: Evidence) -> bool:
        return right_way(self.question, evidence)

    def _name(self, thing: Sequence[str]) -> str:
        """What to call a thing that is not spoken of: the words of it that the notice lacks, else all."""
        return "".join([w for w in thing if not self._known(w)] or thing)


def _way_of(question: Question) -> re.Pattern[str] | None:
    """What a passage must say where the question says which way money goes."""
    if "money" not in question.wants:
        return None
    return next((said for asked, said in _DIRECTIONS if asked.search(question.text)), None)


def right_way(question: Question, evidence: Evidence) -> bool:
    """Whether a passage has money go the way that the question asks about: paid, paid back, or as a fine."""
    way, passage = _way_of(question), evidence.passage
    if way is _GIVEN[1]:
        return way.search(f"{evidence.notice.title}\n{passage.context}\n{passage.text}") is not None
    if way is None or not way.search(passage.text):
        return way is None
    given = way is _DIRECTIONS[-1][1] and _IS_GIVEN.search(passage.context)
    return not given or _IS_PAID.search(f"{passage.text}{passage.context.rpartition(chr(10))[2]}") is not None


def other_way(question: Question, own: Iterable[Evidence]) -> str:
    """What is not stated, where no value goes the way that is asked about: paid where all are given, given or
    fined where all are paid; `""` where one does."""
    way = _way_of(question)
    values = [e for e in own if e.fits] if way in _UNSAID else []
    if way is None or not values or any(right_way(question, e) for e in values):
        return ""
    return _UNSAID[way]


# Under a heading or in a notice on what is given, and what is said of paying none the less.
_IS_GIVEN = re.compile(r"奖励|奖金|奖学金|补贴|补助|资助|津贴|救助|抚恤|慰问")
_IS_PAID = re.compile(r"费|收取|[交缴付]|价|租|押金|保证金")
