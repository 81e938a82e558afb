"""What is true of each passage whatever the words of a question: worked out once, when first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.finding.expected import EXPECTED, Expected
from bot.finding.matching import key_of, opens_list, thin
from bot.finding.months import is_monthly
from bot.finding.values import holds, telling_unit
from bot.speech.lexicon import lexicon
from bot.speech.timing import deadlines, for_officials
from corpus import patterns as re
from corpus.library import Library
from corpus.notice import ClauseKind, Fact, Notice, Span
from corpus.values.facts import stated_in
from corpus.values.leads import governing_clause
from index.normal import search_key
from index.passages import Passage

__all__ = ["Lazy", "Traits"]

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Units = tuple[tuple[str, str], ...]  # the kinds of value wanted, each with its unit
_REQUIRES = re.compile(r"不少于|须|需|应|要求|累计|至少|不低于")
_ROLES = {
    Intent.PENALTY: re.compile(
        r"取消|不得|追究|处罚|处分|无效|不予|禁止|按规定.{0,6}处理|收回|没收|停[用发]|作废|予以退出|警告|注销|追[回缴]"
    ),
    Intent.RESIT: re.compile(r"补考"),
    Intent.CONTACT: re.compile(r"咨询|联系|受理|热线|窗口|服务时间|监督"),
    Intent.DEFINITION: re.compile(r"是指|指的是|所称|定义"),
    Intent.FEE: re.compile(r"元|费"),
    Intent.CERTIFICATE: re.compile(r"证书|成绩"),
    Intent.PROCESS: re.compile(
        r"登录|注册|填写|填报|上传|前往|步骤|流程|程序|方式|—\s*—[^—]+—\s*—|[→⇒➔➜][^→⇒➔➜]+[→⇒➔➜]"
    ),
    Intent.MATERIALS: re.compile(r"提供|提交|携带|材料|原件|复印|盖章|学时|字"),
}
_AHEAD, _AT_ONCE = 50_000, 256  # passages that are looked at beforehand, and at a time: some 20 milliseconds
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PIECE = re.compile(r"[，,；;。]")
_UNASKED = re.compile(r"序号|编号")


class Lazy:
    """A yes or no for each of n passages, asked of `decide` once for each passage that is looked at."""

    def __init__(self, n: int, decide: Callable[[int], bool]) -> None:
        self._known = np.full(n, -1, dtype=np.int8)
        self._decide = decide

    def at(self, places: Places) -> Flags:
        """The answers for the passages at `places`; same shape."""
        found = self._known[places]
        new = places[found < 0]
        if len(new):
            self._known[new] = [self._decide(place) for place in new.tolist()]
            found = self._known[places]
        return np.asarray(found == 1)

    def one(self, place: int) -> bool:
        """The answer for one passage."""
        if self._known[place] < 0:
            self._known[place] = self._decide(place)
        return bool(self._known[place])


# A length of time that somebody has to have behind them: 社保缴满5年, 毕业不足3年.
_BOUND = re.compile(
    r"(?:满|未满|不满|不足|未足|至少|不少于|不低于|超过|累计|连续|前|近|过去)[^,，。;；]{0,3}[\d一二两三四五六七八九十]+个?(?:年|月|周|天|日)"
)
_LENGTH = re.compile(
    r"[\d一二两三四五六七八九十]+个?(?:年(?![\d度])|月(?!\d)|工作日|周(?!岁)|天|日内|小时)|长期|永久|有效期"
)


def only_bounds(text: str) -> bool:
    """Whether every length of time that a passage states is a bound on what somebody has."""
    return _BOUND.search(text) is not None and _LENGTH.search(_BOUND.sub("", text)) is None


# A sum that somebody has to pay for what they did: 处500元罚款, 每日加收0.1元滞纳金.
_FINE = re.compile(
    r"(?:处|罚|扣(?!除标准))[^,，。;；]{0,16}?[\d一二两三四五六七八九十百千万.]+万?元(?:(?:以上|至|到|-|—)[^,，。;；]{0,10}?元(?:以下)?)?(?:的?罚款)?"
    r"|罚款[^,，。;；]{0,12}?[\d.]+万?元"
)
_SUM = re.compile(r"[\d一二两三四五六七八九十百千]\s*万?元|免费|不收|免[收交缴]|%")


def only_fines(text: str) -> bool:
    """Whether every sum that a passage states is a fine."""
    return _FINE.search(text) is not None and _SUM.search(_FINE.sub("", text)) is None


# A day of the calendar or of each month, or one that is made known later: 8月20日, 每月15日, 次月起.
_DAY = re.compile(
    r"\d{1,2}\s*月|月?[底初末]|(?<!\d)\d{1,2}[日号](?!内|以内|之内|起)|(?:19|20)\d{2}[年./-]|次[年月日]|另行|即日起|(?:考试|报名|测试)当[天日]"
)


class Traits:
    """The traits of all passages of a library. Two threads may work out the same one; they agree."""

    def __init__(self, library: Library, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._notices = library.notices
        self.own = [search_key(p.text) for p in passages]
        self.around = [search_key(p.context) for p in passages]
        self.lead = [self._lead_of(p) for p in passages]
        self.notice_of = np.array([p.notice for p in passages], dtype=np.int64)
        self.is_row = np.array([self._clause_kind(p) is ClauseKind.ROW for p in passages], dtype=np.bool_)
        self.thin = np.array([thin(p, self._notice(p)) for p in passages], dtype=np.float64)
        self.requires = self._lazy(lambda i: bool(_REQUIRES.search(passages[i].text)))
        self.only_bounds = self._lazy(lambda i: only_bounds(self.own[i]))
        self.dated = self._lazy(lambda i: _DAY.search(self.own[i]) is not None)
        self.only_fines = self._lazy(lambda i: only_fines(self.own[i]))
        self.opens = self._lazy(lambda i: opens_list(passages[i], self._notice(passages[i])))
        self.sanctions = self._lazy(lambda i: bool(_ROLES[Intent.PENALTY].search(self.lead[i])))
        self.of_other_year = self._lazy(self._states_other_year)
        self.keys = [key_of(p.text) for p in passages]
        self._facts: dict[int, tuple[Fact, ...]] = {}
        self._roles = {i: self._lazy(self._role_of(cues)) for i, cues in _ROLES.items()}
        self._roles[Intent.DEADLINE] = self._lazy(self._closes)
        self._none = self._lazy(lambda _: False)
        self.shown = [self._lazy(self._shows(kind)) for kind in EXPECTED]
        self._holding: dict[tuple[str, str], Lazy] = {}
        self._pieces: dict[Units, dict[int, tuple[str, ...]]] = {}
        self._closing: dict[int, list[Span]] = {}

    def prepare(self) -> Iterator[None]:
        """Look at the passages for most traits, some passages up to each step; of very many not at all."""
        plain = Question("", "", Intent.GENERAL)
        kinds = [self.holding(plain, want) for want, _ in lexicon().wants if want != "count"]
        own = (
            self.requires,
            self.only_bounds,
            self.only_fines,
            self.opens,
            self.sanctions,
            self.of_other_year,
            *self.shown,
        )
        for start in range(0, min(len(self._passages), _AHEAD), _AT_ONCE):
            places = np.arange(start, min(start + _AT_ONCE, len(self._passages)))
            for known in (*kinds, *own, *self._roles.values(), self._none):
                known.at(places)
            yield

    def facts(self, place: int) -> tuple[Fact, ...]:
        """The values in a passage and in what governs it."""
        found = self._facts.get(place)
        if found is None:
            found = self._facts[place] = self._facts_of(self._passages[place])
        return found

    def roles(self, intent: Intent) -> Lazy:
        """Which passages, told with their leads, speak as answers of an intent do."""
        return self._roles.get(intent, self._none)

    def holding(self, question: Question, want: str) -> Lazy:
        """Which passages hold a value of a kind that a question wants."""
        key = (want, telling_unit(want, question.unit))
        if key not in self._holding:
            self._holding[key] = self._lazy(lambda i: holds(*key, self.facts(i), self._passages[i].text))
        return self._holding[key]

    def pieces(self, question: Question, places: Places) -> list[tuple[str, ...]]:
        """Of each passage the pieces of its sentences, as search keys, that hold a value of a kind wanted."""
        units = tuple((w, telling_unit(w, question.unit)) for w in sorted(question.wants))
        known = self._pieces.setdefault(units, {})
        for place in places.tolist():
            if place not in known:
                known[place] = tuple(self._holding_pieces(units, place))
        return [known[place] for place in places.tolist()]

    def _holding_pieces(self, units: Units, place: int) -> Iterator[str]:
        facts = self.facts(place)
        for piece in _PIECE.split(self._passages[place].text):
            own = [f for f in facts if f.text and f.text in piece]
            if any(holds(want, unit, own, piece) for want, unit in units):
                yield search_key(piece)

    def _lazy(self, decide: Callable[[int], bool]) -> Lazy:
        return Lazy(len(self._passages), decide)

    def _notice(self, passage: Passage) -> Notice:
        return self._notices[passage.notice]

    def _clause_kind(self, passage: Passage) -> ClauseKind:
        return self._notice(passage).clauses[passage.clause].kind

    def _lead_of(self, passage: Passage) -> str:
        """The words that govern a passage, which it is told with."""
        notice = self._notice(passage)
        above = governing_clause(notice, passage.clause)
        return search_key(notice.clause_text(above)) if above is not None else ""

    def _facts_of(self, passage: Passage) -> tuple[Fact, ...]:
        notice = self._notice(passage)
        stated = stated_in(notice)
        own = [f for f in stated.get(passage.clause, ()) if passage.span.covers(f.span)]
        above = governing_clause(notice, passage.clause)
        return (*own, *(stated.get(above, ()) if above is not None else ()))

    def _role_of(self, cues: re.Pattern[str]) -> Callable[[int], bool]:
        return lambda i: bool(cues.search(self.own[i] + self.lead[i]))

    def _shows(self, kind: Expected) -> Callable[[int], bool]:
        return lambda i: bool(
            kind.told.search(self.own[i]) or (kind.headed is not None and kind.headed.search(self._above(i)))
        )

    def _above(self, place: int) -> str:
        return f"{self.around[place].rpartition(chr(10))[2]}\n{self.lead[place]}"

    def _closes(self, place: int) -> bool:
        """Whether a passage states a day that closes an application."""
        passage = self._passages[place]
        if passage.notice not in self._closing:
            notice = self._notice(passage)
            closing = [d for d in deadlines(notice) if not for_officials(notice, d)] or deadlines(notice)
            self._closing[passage.notice] = [d.fact.span for d in closing]
        return any(passage.span.covers(s) for s in self._closing[passage.notice])

    def _states_other_year(self, place: int) -> bool:
        """Whether a passage states years, and none of them is the one that the notice's title names."""
        titled = _YEAR.search(self._notice(self._passages[place]).title)
        stated = _YEAR.findall(self.own[place])
        return titled is not None and bool(stated) and titled.group() not in stated

    def in_month(self, month: int, place: int) -> bool:
        """Whether a passage is the row of a month in a table that goes by the month."""
        passage = self._passages[place]
        notice = self._notice(passage)
        clause = notice.clauses[passage.clause]
        if clause.kind is not ClauseKind.ROW or not is_monthly(notice, clause.parent):
            return False
        first = next((c.text for c in clause.cells if not _UNASKED.search(c.header)), "")
        return bool(re.match(rf"0?{month}月", first))
