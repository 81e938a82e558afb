"""Whether what is told speaks of the very thing asked about, and not only of one like it.

A value of the kind asked for that stands in a passage on something else is no answer, however many words it
shares with the question. What is read here holds outright, whatever the other signals say.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.conversation.asked import asked_about
from bot.conversation.question import Question
from bot.finding.agreement import FOR_ALL
from bot.finding.evidence import EvidenceGatherer
from bot.finding.expected import asks_whole
from bot.finding.support import HELD, Support
from bot.speech.lexicon import lexicon
from bot.speech.words import PERSON
from corpus import patterns as re
from corpus.notice import Notice
from index.normal import search_key
from index.paraphrases import concepts

__all__ = ["not_spoken_of"]

Places = npt.NDArray[np.int64]
_AKIN = 0.45  # from this cosine on one word may stand for another
_LONGEST = 12  # characters of a name
_OF_OFFICES = frozenset({"phone", "email"})  # of what holds for all, what each office has of its own
_OFFICE = re.compile(r".{2,}(?:院|校|学|局|处|科|办|委|中心|公司|街道|银行|馆|站|所|会|厅|部|队)")
# Where (县里), what somebody does or has done (证丢了, 评职称), and a sum of whatever it is.
_NO_THING = re.compile(
    r"总[额数量价计]|合计|.+[里上内中外满]|.*[的了打].*|评(?![审委分价估]).+|[一二两三四五六七八九十\d]+[科门项个种次份]"
)
# What any notice may be asked for: 要什么材料, 什么原因.
_ANY_NOTICE = re.compile(r"材料|证明|证件|资料|手续|文件|东西|原因|理由|情况|问题|态度|意思")
_APPLYING = re.compile(
    r".*(?:报名|报考|申报|申请|登记|办理)"
)  # 现场报名, for which papers are brought anyway
_WHOM = re.compile(r".*(?:人|者|生|员|民|工|户|子女)")  # whose case it is
_BRINGS = "(?:材料|携带|带齐|持)"
_EACH = re.compile(r"各|每|均|分别")
_FREED = re.compile(
    r"\W*(?P<who>[^,。;]{2,60})[的者],(?:[^,。;\d]{2,40},)?(?:可|均|一律)*(?:免[缴交收除费]|减半|酌情减)[^。;\d]*[。;]?"
)
_AND = r"(?:(?<![\d一二三四五六七八九十])、|和|及(?!以上)|与(?![去上往]年)|以及)"


def not_spoken_of(
    question: Question, support: Support, places: Places, notice: Notice, gatherer: EvidenceGatherer
) -> str:
    """What is asked about where passages at `places` state the value wanted of something else, else `""`."""
    if question.context or len(question.wants) > 1:
        return ""
    stating = [p for p in places.tolist() if not question.wants or gatherer.states(question, p)]
    if not stating:
        return ""
    reader = _Reader(question, notice, gatherer, np.array(stating, dtype=np.int64))
    if question.wants:
        return (
            reader.unspoken(support)
            or reader.other_place()
            or reader.one_of_several()
            or reader.free_for_some()
        )
    if question.intent is Intent.MATERIALS:
        return reader.unspoken(support) or reader.other_act()
    return reader.lacking(support)


class _Reader:
    """Reads one question against the passages told that hold a value of the kind it asks for."""

    def __init__(
        self, question: Question, notice: Notice, gatherer: EvidenceGatherer, places: Places
    ) -> None:
        self._question, self._notice, self._gatherer, self._places = question, notice, gatherer, places
        self._words = gatherer.question_words
        self._of_office = not question.wants.isdisjoint(_OF_OFFICES)
        self._things = asked_about(question.text, self._words).things

    def unspoken(self, support: Support) -> str:
        """The thing asked about where it is a noun of which no passage that could answer speaks, and no
        passage told; or one that the notice lacks and has no near word for."""
        named = self._nouns(support)
        if self._of_office:
            office = "".join(support.thing)  # 代理公司, of which each word alone names none
            if not named and self._is_thing(office):
                return "" if self._spoken(office) else office
            return support.missing if named and not any(map(self._spoken, named)) else ""
        if any(map(self._lacks, named)):
            return "" if self._is_known_whole(support) else self.lacking(support)
        head = support.thing[-1] if support.thing else ""
        elsewhere = head in named and self._is_printed(head) and not self._spoken(head)
        elsewhere = elsewhere and not self._is_column(head)
        unheard = named and not any(map(self._spoken, support.thing))
        return support.missing if unheard or elsewhere else ""

    def _is_known_whole(self, support: Support) -> bool:
        """Whether the notice has a name of several words as a whole, by whatever name: 新农合医保."""
        return len(support.thing) > 1 and not self._lacks("".join(support.thing))

    def lacking(self, support: Support) -> str:
        """The thing asked about where a noun of it stands nowhere in the notice, nor one near in meaning."""
        lacking = [w for w in self._nouns(support) if self._lacks(w)]
        akin = any(self._gatherer.kinship(w, self._notice) >= _AKIN for w in lacking)
        return support.missing if lacking and not akin else ""  # 分数 may be called 成绩

    def _nouns(self, support: Support) -> list[str]:
        """The nouns of the thing asked about, without whose case it is: 老人 of 老人专题证押金."""
        thing = support.thing
        return [w for w in thing if self._is_thing(w) and (w == thing[-1] or not _WHOM.fullmatch(w))]

    def _lacks(self, word: str) -> bool:
        return self._gatherer.degree_in(word, self._notice) < HELD

    def other_act(self) -> str:
        """The act for which papers are asked (续签要带什么) where those told are for another, else `""`."""
        act = self._things[0][-1] if self._things and "比" not in self._question.text else ""
        if (
            not self._is_printed(act)
            or _WHOM.fullmatch(act)
            or _OFFICE.fullmatch(act)
            or _ANY_NOTICE.search(act)
        ):
            return ""
        if self._gatherer.names(act, self._notice.notice_id) or self._spoken(act) or _APPLYING.fullmatch(act):
            return ""
        brought = re.search(rf"{act}[^。;]*{_BRINGS}|{_BRINGS}[^。;]*{act}", search_key(self._notice.text))
        return "" if brought else act

    def other_place(self) -> str:
        """A place asked about that no such passage names: the figure of the whole country for a city."""
        named = [
            w
            for thing in self._things
            for w in thing
            if self._words.tag(w) == "ns" and not _NO_THING.fullmatch(w)
        ]
        apart = [w for w in named if not self._gatherer.names(w, self._notice.notice_id)]
        return next((w for w in apart if not self._spoken(w)), "")

    def one_of_several(self) -> str:
        """One of several of which such passages state a number together, `""` for none."""
        if not self._question.wants <= {"count", "figure"} or asks_whole(self._question.text):
            return ""
        texts = [self._gatherer.passage(p).text for p in self._places.tolist()]
        heads = (thing[-1] for thing in self._things if thing)
        named = (w for w in heads if not self._words.tag(w).startswith("v"))
        return next((w for w in named if all(self._counts_together(w, search_key(t)) for t in texts)), "")

    def _counts_together(self, word: str, text: str) -> bool:
        """Whether a text states one number for a thing and for others: 甲岗和乙岗共9名."""
        name = re.escape(_in_full(word, self._question.text, text))
        if len(name) < 2 or _EACH.search(text):
            return False
        joined = re.search(rf"{_AND}{name}|{name}(?:{_AND}|等)", text)
        return joined is not None and not re.search(rf"{name}[^,，。;；、和及与]{{0,6}}\d", text)

    def free_for_some(self) -> str:
        """What is asked the price of where all that is told is who need not pay it, and of them nothing is
        asked: 盲人饲养导盲犬的，免缴管理费."""
        if self._question.wants != {"money"} or self._question.polar or not self._things:
            return ""
        texts = [search_key(self._gatherer.passage(p).text) for p in self._places.tolist()]
        freed = [m["who"] for t in texts if (m := _FREED.fullmatch(t))]
        name = self._things[0][-1]
        pairs = {who[i : i + 2] for who in freed for i in range(len(who) - 1)}
        asked = any(p in self._question.text.replace(name, "") for p in pairs)
        return name if len(freed) == len(texts) and not asked else ""

    def _spoken(self, word: str) -> bool:
        return float(self._gatherer.degrees(word, self._places).max(initial=0.0)) >= HELD

    def _is_column(self, word: str) -> bool:
        """Whether the table of a row told has a column of that name, be it empty in that row."""
        clauses = self._notice.clauses
        told = (clauses[self._gatherer.passage(p).clause] for p in self._places.tolist())
        rows = {row for c in told if c.cells and c.parent >= 0 for row in clauses[c.parent].children}
        return any(word in cell.header for row in rows for cell in clauses[row].cells)

    def _is_printed(self, word: str) -> bool:
        """Whether the notice has a word as it stands, and it is none that would fit any notice."""
        known = len(word) > 1 and self._gatherer.degree_in(word, self._notice) >= 1
        return known and word not in lexicon().general

    def _is_thing(self, word: str) -> bool:
        """Whether a word is a noun of the language; of what holds for all, an office or somebody by name."""
        wants = self._question.wants
        if wants and wants <= FOR_ALL:
            return self._of_office and any(p.fullmatch(word) for p in (_OFFICE, PERSON))
        if not wants and (_ANY_NOTICE.search(word) or _WHOM.fullmatch(word)):
            return False
        tag = self._words.tag(word)
        noun = tag[:1] in ("n", "j") or (not tag and (word in _concepts() or self._is_printed(word)))
        return noun and not _NO_THING.fullmatch(word) and not self._may_be_short(word)

    def _may_be_short(self, word: str) -> bool:
        """Whether a word of two characters may be short for a longer one of the notice: 文员, 文职人员."""
        text = self._notice.text
        if len(word) != 2 or word in text:
            return False
        return re.search(f"{word[0]}[\u4e00-\u9fff]{{1,3}}{word[1]}", text) is not None


@cache
def _concepts() -> frozenset[str]:
    """What papers call things, without the sayings of everyday speech."""
    return frozenset(word for concept in concepts() for word in concept.official)


def _in_full(word: str, question: str, text: str) -> str:
    """The longest name that ends in a word of a question and stands in a text, `""` for none."""
    end = question.find(word) + len(word)
    starts = range(max(0, end - _LONGEST), end - len(word) + 1)
    return next((question[s:end] for s in starts if question[s:end] in text), "")
