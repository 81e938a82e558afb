"""The passages near one question, and the numbers by which they are ranked (`ranking.Features`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.degrees import Degrees
from bot.finding.expected import WHOLE, asks_whole, expected_of
from bot.finding.matching import is_keyed, match, may_match
from bot.finding.names import NoticeNames, is_of_other_year
from bot.finding.ranking import Features
from bot.finding.traits import Traits
from corpus import patterns as re
from corpus.notice import Notice
from index.passages import Passage

__all__ = ["Candidates", "Known"]

_SPOKEN = 0.5  # from this degree on a passage speaks of a word
_COVERED = 0.5  # the share of a question that the head of a list has to hold to be the list asked for
_KEYED_INTENTS = frozenset({Intent.GENERAL, Intent.DEFINITION})
# Intents that seldom a row of a table answers, and those that what is said of misconduct does not.
_ROWLESS = frozenset(
    {Intent.PENALTY, Intent.RESIT, Intent.CERTIFICATE, Intent.MATERIALS, Intent.PROCESS, Intent.ELIGIBILITY}
)
_UNPUNISHED = frozenset({Intent.MATERIALS, Intent.PROCESS, Intent.FEE, Intent.DEADLINE, Intent.CONTACT})

Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the passages and their notices whatever is asked."""

    notices: tuple[Notice, ...]
    passages: tuple[Passage, ...]
    names: NoticeNames
    traits: Traits
    degrees: Degrees


# Questions for how long at most or at least, and what passages say of it.
_EXTREMES = (
    (
        re.compile(r"最[多长久晚迟]|至多|顶多"),
        re.compile(r"不(?:得|能|可)?超过|最[长多迟晚]|以内|不多于|上限"),
    ),
    (re.compile(r"最[少短快]|至少|起码"), re.compile(r"不少于|不低于|不得?短于|至少|最[少短快]|起码")),
)


# 有几套, 一共招多少: how many there are.
_THERE_IS = re.compile(r"[有共招设收接推评](?:了|出了?|得了?)?(?:多少|几)|一共|总共")
# A day of the calendar, and not how long something takes.
_A_DAY = re.compile(r"几号|哪一?天|几月|哪一?日|截止(?:时间|日期|到)|最[晚迟](?!多久)")
_NEARLY = 0.6
# What somebody may have done wrong, for which they pay: 过期了要交多少, 弄丢了赔多少.
_OF_MISCONDUCT = re.compile(
    r"罚|违|扣|处[理分置]|后果|逾期|过期|到期|超[期时过]|晚|迟|赔|假|作弊|抓|查[到出]|滞纳|[不没未][交缴按办还批悬经]|丢|坏|骗|偷|擅|乱|私|被"
)


class Candidates:
    """The passages at ascending `places`, for one question with these words (and their idf).

    `fits` says whether each holds a value of a kind that the question wants, `roles` whether it speaks as
    answers of the question's intent do.
    """

    def __init__(self, known: Known, question: Question, words: Mapping[str, float], places: Places) -> None:
        self._known, self._question, self._words = known, question, words
        self.places = places
        numbers = known.traits.notice_of[places]
        self._numbers, self._which = np.unique(numbers, return_inverse=True)
        self._notices = [known.notices[n] for n in self._numbers.tolist()]
        self.fits = self._fitting()
        self.roles = known.traits.roles(question.intent).at(places)

    @property
    def notices(self) -> list[Notice]:
        """The notice of each passage."""
        return [self._notices[i] for i in self._which.tolist()]

    @property
    def passages(self) -> list[Passage]:
        """The passages themselves."""
        return [self._known.passages[i] for i in self.places.tolist()]

    def _fitting(self) -> Flags:
        """Whether each holds a value of a kind that the question wants; all do where it wants none."""
        traits, question = self._known.traits, self._question
        if not question.wants:
            return np.ones(len(self.places), dtype=np.bool_)
        kinds = [traits.holding(question, w).at(self.places) for w in question.wants]
        fits = np.asarray(np.logical_or.reduce(kinds))
        if "money" in question.wants and not _OF_MISCONDUCT.search(question.text):
            fits &= ~traits.only_fines.at(self.places)
        if "date" in question.wants and _A_DAY.search(question.text):
            fits &= ~self._lengths_beside_a_day(fits)
        return fits & ~self._bounds_of_another_matter() if "duration" in question.wants else fits

    def _lengths_beside_a_day(self, fits: Flags) -> Flags:
        """Of the passages that fit those that state only how long something takes, where others state a day
        of the calendar and speak of nearly as much of the question."""
        dated = fits & self._known.traits.dated.at(self.places)
        covered = self.coverage(self._words)
        most = max(covered[dated].tolist(), default=0.0)
        return np.asarray(fits & ~dated & (_NEARLY * covered <= most))

    def coverage(self, words: Mapping[str, float]) -> Values:
        """The share of the words covered; a word that names the notice says nothing about the passage."""
        counted = self._counted(list(words))
        covered, total = np.zeros(len(self.places)), np.zeros(len(self._notices))
        for (word, idf), counts in zip(words.items(), counted, strict=True):
            covered += idf * self._known.degrees.at(word, self.places) * counts[self._which]
            total += idf * counts
        whole = total[self._which]
        return np.divide(covered, whole, out=np.zeros_like(covered), where=whole > 0)

    def _counted(self, words: Sequence[str]) -> Flags:
        """Whether each of m words says something about the passages of each of k notices, shape (m, k): it
        does not name the notice, and is no saying that leads nowhere in it. Where none does, all count."""
        names = self._known.names
        titled = [names.titled(w) | names.idle(w) for w in words]
        ids = [n.notice_id for n in self._notices]
        counts = np.array([[i not in named for i in ids] for named in titled], dtype=np.bool_)
        return counts | ~counts.any(axis=0) if words else counts

    def by_notice(self, read: Callable[[Notice], float]) -> Values:
        """A number of each passage's notice."""
        return np.array([read(n) for n in self._notices], dtype=np.float64)[self._which]

    def features(
        self, found: Values, meant: Values, covered: Values, mentions: Mapping[str, float]
    ) -> Features:
        """All numbers: what search found, and what the structure tells; nothing is judged yet."""
        question, traits, places = self._question, self._known.traits, self.places
        intent, fits = question.intent, self.fits
        return Features(
            found=found,
            meant=meant,
            covered=covered,
            value=self._where(bool(question.wants), lambda: fits),
            demands=self._where(self._asks_demand(), lambda: traits.requires.at(places) & fits),
            shown=self._shown(),
            whole=self._where(asks_whole(question.text), lambda: traits.shown[WHOLE].at(places)),
            beside=self._where(bool(question.wants), self._beside),
            role=self.roles.astype(np.float64),
            keyed=self._where(intent in _KEYED_INTENTS, self._keyed),
            month=self._where(intent is Intent.DEADLINE and question.month is not None, self._in_month),
            opens=self._where(question.lists, lambda: traits.opens.at(places) & (covered >= _COVERED)),
            named=self.by_notice(lambda n: mentions.get(n.notice_id, 0.0)),
            other_year=self._where(question.year is not None, self._of_other_year),
            states_other_year=self._where(intent is Intent.DEADLINE, lambda: traits.of_other_year.at(places)),
            unborn=self.by_notice(lambda n: float(_not_yet_issued(question, n))),
            row=self._where(intent in _ROWLESS, lambda: traits.is_row[places]),
            sanction=self._where(intent in _UNPUNISHED, lambda: traits.sanctions.at(places)),
            thin=traits.thin[places],
            judged=np.zeros(len(places)),
        )

    def _where(self, matters: bool, read: Callable[[], npt.ArrayLike]) -> Values:
        """What `read` gives, where it matters to the question; else zeros."""
        return np.asarray(read(), dtype=np.float64) if matters else np.zeros(len(self.places))

    def _asks_demand(self) -> bool:
        """Whether a number is asked for that may be demanded, not one of what there is: 要几份, 有几套."""
        return "count" in self._question.wants and _THERE_IS.search(self._question.text) is None

    def _shown(self) -> Values:
        """The share of the looser kinds asked for that each shows; none where none is asked for."""
        kinds = expected_of(self._question.text)
        shown = [self._known.traits.shown[k].at(self.places) for k in kinds]
        return np.mean(shown, axis=0) if shown else np.zeros(len(self.places))

    def _beside(self) -> Values:
        """The share of the words that stand in one piece of a sentence with a value wanted."""
        out = np.zeros(len(self.places))
        total = sum(self._words.values())
        if not total:
            return out
        fitting = np.flatnonzero(self.fits)
        pieces = self._known.traits.pieces(self._question, self.places[fitting])
        every = "\n".join([piece for own in pieces for piece in own])
        words = [(w, i) for w, i in self._words.items() if may_match(w, every)]
        for at, own in zip(fitting.tolist(), pieces, strict=True):
            held = [sum([i * match(w, p, "") for w, i in words]) for p in own]
            out[at] = min(1.0, max(held, default=0.0) / total)
        return out

    def _bounds_of_another_matter(self) -> Flags:
        """Passages that say how long somebody must have done what the question does not speak of."""
        traits, named = self._known.traits, self._known.names.is_title_word
        found = traits.only_bounds.at(self.places)
        for at in np.flatnonzero(found).tolist():
            notice, own = self._notices[self._which[at]], traits.own[self.places[at]]
            if any(asked.search(self._question.text) and told.search(own) for asked, told in _EXTREMES):
                found[at] = False  # how long at most is asked, and that is what is told
                continue
            telling = [w for w in self._words if len(w) > 1 and not named(w, notice.notice_id)]
            found[at] = not any(match(w, own, "") >= _SPOKEN for w in telling)
        return found

    def _keyed(self) -> list[bool]:
        keys = self._known.traits.keys
        return [is_keyed(self._words, keys[i]) for i in self.places.tolist()]

    def _in_month(self) -> list[bool]:
        month = self._question.month
        assert month is not None
        return [self._known.traits.in_month(month, i) for i in self.places.tolist()]

    def _of_other_year(self) -> list[bool]:
        held = zip(self._which.tolist(), self.places.tolist(), strict=True)
        return [is_of_other_year(self._question, self._notices[n], self._known.passages[i]) for n, i in held]


def _not_yet_issued(question: Question, notice: Notice) -> bool:
    return question.as_of is not None and notice.issued is not None and notice.issued > question.as_of
