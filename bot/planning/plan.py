"""What to do with a question, decided from the evidence: typed outcomes before any words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer_parts import Intent
from bot.conversation.question import Question
from bot.conversation.small_talk import small_talk
from bot.figures.action import Action, Plan
from bot.figures.columns import column_asked
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.finding.not_given import charged_apart, not_given, not_in_the_list
from bot.finding.support import Support, support_of
from bot.finding.unheard import act_unheard_of, unheard_of
from bot.judging.kinds import is_general
from bot.judging.levels import asked_level, asks_levels, asks_offered
from bot.planning.choosing import PassageChooser, opening_conditions
from bot.planning.concerned import graded_by, is_over, of_the_facts, offering, to_judge_by
from bot.planning.instances import missing_instance
from bot.planning.lookup import TableLookup, reckoned_from, refusal
from bot.planning.narrowing import by_the_month, narrowed
from bot.planning.openings import timed_rivals
from bot.planning.organisations import of_the_organisation
from bot.planning.rivals import by_file, rivals_of
from bot.planning.told_alone import borne_on_alone
from bot.planning.weighing import assess, missing_thing, nearby
from bot.speech.lexicon import lexicon
from bot.speech.time_asked import asking_part
from bot.verdict.prospects import asks_which
from bot.verdict.verdicts import has_rules, touched_conditions
from corpus import patterns as re
from corpus.notice import Notice

__all__ = ["Action", "Plan", "make_plan"]

_FAINT = 0.22  # below this share of the question covered, nothing in the corpus bears on it
_SURE = 0.6  # how likely the evidence must be right to judge by it where it does not speak of the thing
_SEVERAL = 2  # conditions that the facts told have to bear on
_CALENDAR = re.compile(
    r"(?:请问)?(?:今天|今儿|明天|昨天|后天|现在|眼下)(?:是|几月)*(?:星期几|礼拜几|周几|几号|几点钟?|什么日子)[了啊呀呢]*[?？]?"
)
_OF_ONESELF = re.compile(r"我|本人|自己|俺|咱")  # which are open to somebody, and not which there are


def make_plan(question: Question, gatherer: EvidenceGatherer, scope: frozenset[str] | None) -> Plan:
    """Decide on one question. `scope` are the notices it is limited to, by request or by the dialogue."""
    if small_talk(question.text):
        return Plan(Action.GREET)
    if asks_which(question.text) and not asks_levels(question.text) and _states_conditions(gatherer, scope):
        rivals = _named_or_all(question, gatherer, scope)
        if _OF_ONESELF.search(question.text) or not any(column_asked(question, n) for n in rivals):
            return Plan(Action.WHICH_TARGETS, rivals=rivals)
    if bearing := borne_on_alone(question, gatherer, _within(gatherer, scope)):
        return Plan(Action.WHICH_TARGETS, rivals=bearing)
    if question.intent is Intent.CATALOGUE:
        return Plan(Action.CATALOGUE)
    if _CALENDAR.fullmatch(question.text):
        return Plan(Action.OUT_OF_SCOPE)
    return _Planner(question, gatherer).plan(scope)


def _within(gatherer: EvidenceGatherer, scope: frozenset[str] | None) -> list[Notice]:
    return [n for n in gatherer.library.notices if scope is None or n.notice_id in scope]


def _states_conditions(gatherer: EvidenceGatherer, scope: frozenset[str] | None) -> bool:
    return any(has_rules(n) for n in _within(gatherer, scope))


def _named_or_all(
    question: Question, gatherer: EvidenceGatherer, scope: frozenset[str] | None
) -> tuple[Notice, ...]:
    """The notice that the question names, else all of the scope."""
    notices = _within(gatherer, scope)
    named = gatherer.mentions(question)
    best = max((named.get(n.notice_id, 0.0) for n in notices), default=0.0)
    return tuple(n for n in notices if best < _MENTIONED or named.get(n.notice_id, 0.0) >= best)


_SPOKEN_OF = 0.5  # from this degree on a question may speak of a notice
_MENTIONED = 0.8  # from this degree on a notice is spoken of by name


class _Planner:
    """The decisions on one question, in the order they are taken."""

    def __init__(self, question: Question, gatherer: EvidenceGatherer) -> None:
        self.question = question
        self.gatherer = gatherer
        self.words = gatherer.words(question.text)
        self.scoped = False
        self.support = Support()

    def plan(self, scope: frozenset[str] | None) -> Plan:
        if asks_offered(self.question.text):
            scope = self._offering(scope)
        if scope is None:
            scope = of_the_organisation(self.question, self.gatherer)
        evidence = narrowed(self.question, self.gatherer.gather(self.question, scope), self.gatherer)
        if self.question.intent in (Intent.PENALTY, Intent.RESIT):
            evidence = sorted(evidence, key=lambda e: not e.role)
        reckoned = reckoned_from(self.question, evidence, self.gatherer, scope)
        apart = reckoned and reckoned.notice and charged_apart(self.question.text, reckoned.notice)
        if reckoned is not None and not apart:
            return reckoned
        if by_month := by_the_month(self.question, evidence):
            return by_month
        timed = timed_rivals(self.question, self.gatherer) if scope is None else ()
        if len(timed) > 1 and evidence:
            return Plan(Action.WHICH_NOTICE, tuple(evidence[:3]), timed)
        particular = not self._says_nothing_particular()
        if self.question.intent is Intent.ELIGIBILITY and particular:
            evidence = self._with_the_level(evidence, scope)
            about = None
            if scope is None and not self.gatherer.of_one_file:
                about = of_the_facts(self.question, evidence, self.gatherer)
            if about is not None and not about:
                return self._ask_which(evidence)
            if self._has_rules(about or evidence):
                return self._decide(about or evidence)
        self.scoped = scope is not None
        if not evidence and not particular and scope is None:
            holding = frozenset(n.notice_id for n in self.gatherer.with_values(self.question))
            evidence = self.gatherer.gather(self.question, holding)
        if not evidence or (particular and self._is_foreign(evidence)):
            meant = evidence and self._names_only(evidence[0].notice) and evidence[0].notice
            return (meant and self._conditions(meant, evidence)) or self._leave(evidence)
        if scope is None:
            rivals = timed or rivals_of(self.question, evidence, self.gatherer, particular)
            if len(rivals) > 1:
                return Plan(Action.WHICH_NOTICE, tuple(evidence[:3]), rivals)
        notice = self._named(evidence) or evidence[0].notice
        own = [e for e in evidence if e.notice is notice]
        if instance := missing_instance(self.question, notice):
            return refusal(notice, own, f"没有{instance}的内容")
        if unheard := unheard_of(self.question, notice, self.gatherer):
            return replace(refusal(notice, own, f"没有写明“{unheard}”"), own=tuple(own))
        if reason := not_given(self.question, notice, own, self.gatherer):
            return replace(refusal(notice, own, reason), outright=True)
        self.support = support_of(self.question, notice, own, self.gatherer)
        if self.question.intent is Intent.ELIGIBILITY:
            return self._judged_by(notice, own)
        if not self._asks_of_another_thing(notice) and (conditions := self._conditions(notice, own)):
            return conditions
        tables = TableLookup(self.question, self.gatherer, self.words, self._is_general())
        found = tables.look(notice, own) or tables.left_out(notice, own) or self._tell(notice, own)
        return replace(found, own=tuple(own), support=self.support, foreign=self._shares_nothing(own))

    def _shares_nothing(self, own: Sequence[Evidence]) -> bool:
        """Whether a question put to the only file without naming it has next to none of its words."""
        named = self.scoped or self.question.context or not self.gatherer.of_one_file
        return not named and max(e.coverage for e in own) < _FAINT / 2

    def _names_only(self, notice: Notice) -> bool:
        """Whether the question names this notice and nothing else: 摇号有什么条件."""
        usual = lexicon().general | lexicon().light
        named = [self.gatherer.is_title_word(w, notice) for w in self.words if w not in usual]
        return bool(named) and all(named)

    def _asks_of_another_thing(self, notice: Notice) -> bool:
        """Whether a question that tells of no case names something, and nothing that the notice knows:
        结婚要什么条件."""
        usual = lexicon().general | lexicon().light
        named = [w for w in self.words if w not in usual]
        told = re.search(r"[,，。;；]", self.question.text) is not None
        return bool(named) and not told and not any(self.gatherer.degree_in(w, notice) for w in named)

    def _conditions(self, notice: Notice, evidence: Sequence[Evidence]) -> Plan | None:
        """The conditions that a notice makes, where they are asked for as such."""
        own = [e for e in evidence if e.notice is notice]
        within = frozenset({notice.notice_id})
        opening = opening_conditions(
            self.question, notice, own, lambda t: self.gatherer.gather(replace(self.question, text=t), within)
        )
        if not opening:
            return None
        return Plan(Action.CONDITIONS, tuple(opening), notice=notice, own=tuple(own), support=self.support)

    def _offering(self, scope: frozenset[str] | None) -> frozenset[str] | None:
        """The notices that say which levels are held, unless another one is named: 二级开不开."""
        graded = offering(_within(self.gatherer, scope))
        others = any(m >= _SPOKEN_OF for i, m in self._mentions().items() if i not in graded)
        return graded if graded and not others else scope

    def _with_the_level(self, evidence: list[Evidence], scope: frozenset[str] | None) -> list[Evidence]:
        """With the notices that grade by the level asked about, where search found none of them."""
        level = asked_level(self.question.text) if scope is None else ""
        graded = graded_by(level, self.gatherer.library.notices) if level else frozenset()
        if not graded or any(e.notice.notice_id in graded for e in evidence):
            return evidence
        return evidence + self.gatherer.gather(self.question, graded)

    def _has_rules(self, evidence: Sequence[Evidence]) -> bool:
        # A level is of one that has it, however far down.
        bearing = evidence if asked_level(self.question.text) else evidence[:20]
        return any(has_rules(e.notice) for e in bearing)

    def _decide(self, evidence: Sequence[Evidence]) -> Plan:
        chosen = to_judge_by(self.question, evidence, self.gatherer)
        own = [e for e in evidence if e.notice is chosen]
        self.support = support_of(self.question, chosen, own, self.gatherer)
        return self._judged_by(chosen, own)

    def _ask_which(self, evidence: Sequence[Evidence]) -> Plan:
        """Which notice is meant, of those that state conditions."""
        ruled = [e for e in evidence if has_rules(e.notice)]
        rivals = tuple(sorted(by_file(ruled), key=lambda n: is_over(n, self.question.as_of)))
        return Plan(Action.WHICH_NOTICE, tuple(ruled[:3]), rivals)

    def _judged_by(self, notice: Notice, own: Sequence[Evidence]) -> Plan:
        """To judge a person by a notice, unless it nowhere speaks of what they are to be judged for."""
        if act := act_unheard_of(self.question, notice, self.gatherer):
            return refusal(notice, own, f"没有写明“{act}”")
        if unlisted := not_in_the_list(self.question, notice):
            return refusal(notice, own, f"没有写明{unlisted}")
        plan = Plan(Action.DECIDE, tuple(own[:12]), notice=notice, own=tuple(own), support=self.support)
        assessment = assess(self.question, plan, (), self.gatherer)
        taking_part = is_general(self.support.missing)  # 报名 where a notice says 应聘
        if self.support.enough or taking_part or assessment.probability >= _SURE or self._only_told(notice):
            return replace(plan, assessment=assessment)
        missing = missing_thing(self.question, notice, self.support, self.gatherer)
        return replace(
            refusal(notice, nearby(own), f"没有写明{missing}"), own=tuple(own), assessment=assessment
        )

    def _only_told(self, notice: Notice) -> bool:
        """Whether what a notice does not speak of is told beside facts that it judges by, and not asked."""
        asked = self.support.missing in asking_part(self.question.text)
        return not asked and touched_conditions(self.question, notice) >= _SEVERAL

    # --- which field, which notice -------------------------------------------------------------

    def _is_foreign(self, evidence: Sequence[Evidence]) -> bool:
        """Whether the question is of no field that the notices cover.

        Where there is but one file to ask about, or a scope, what is found is weighed instead: people have
        other words than notices, and that none of theirs is printed says little.
        """
        if self.scoped or self.question.context or self.gatherer.of_one_file:
            return False
        best = max(e.coverage for e in evidence)
        if self.question.intent not in (Intent.GENERAL, Intent.STATISTIC, Intent.PROCESS) and best >= 0.3:
            return False
        told = [e for e in evidence[:5] if e.role and e.coverage >= 0.15]
        if told and self.question.intent in (Intent.PENALTY, Intent.RESIT, Intent.CERTIFICATE):
            return False
        if not self.words:
            return "hours" not in self.question.wants
        unknown = sum(idf for w, idf in self.words.items() if not self.gatherer.known(w))
        share = unknown / sum(self.words.values())
        named = max(e.mention for e in evidence[:5]) >= 0.5 or self._names_a_thing(evidence)
        return (best < _FAINT and not named) or (share >= 0.5 and best < 0.6 and not named)

    def _names_a_thing(self, evidence: Sequence[Evidence]) -> bool:
        """Whether it speaks, in the very word, of what a single file is about: 论文 of 英文论文."""
        alone = [w for w in self.words if len(w) > 1 and len(self.gatherer.users(w)) == 1]
        return any(w in self.gatherer.own(e) for w in alone for e in evidence[:5])

    def _says_nothing_particular(self) -> bool:
        """Whether every word would fit every notice: 要多少钱, 需要什么材料, 去年没过还能报吗."""
        if self.question.context or self.question.month or not re.search(r"\w", self.question.text):
            return False
        if sum(m >= 0.5 for m in self._mentions().values()) == 1:
            return False
        return self._is_general() and all(len(self.gatherer.users(w)) != 1 for w in self.words)

    def _is_general(self) -> bool:
        """Whether the question has only words that fit any notice."""
        general = lexicon().general | lexicon().light
        return len(self.words) <= 5 and all(
            w in general
            or (len(w) == 1 and self.gatherer.known(w))
            or (w[0] in "再还又重先" and (w[1:] in general or w.removeprefix("重新") in general))
            for w in self.words
        )

    def _named(self, evidence: Sequence[Evidence]) -> Notice | None:
        """The notice that the question names beyond doubt."""
        found = {e.notice.notice_id: e for e in evidence if e.mention >= 0.99}
        others = [e.mention for e in evidence if e.notice.notice_id not in found]
        if len(found) == 1 and max(others, default=0.0) < 0.5:
            return next(iter(found.values())).notice
        return None

    def _mentions(self) -> Mapping[str, float]:
        return self.gatherer.mentions(self.question)

    def _tell(self, notice: Notice, own: Sequence[Evidence]) -> Plan:
        """Tell what the best passages say."""
        chooser = PassageChooser(self.question, self.gatherer, self.support)
        chosen = chooser.choose(notice, own)
        more = [e for e in own[:20] if e not in chosen]
        parts = chooser.of_parts(notice)
        return Plan(Action.TELL, (*chosen[:6], *more), notice=notice, parts=parts)

    def _leave(self, evidence: Sequence[Evidence]) -> Plan:
        """Nothing bears on it: outside the field, or, where it is in terms of notices, not stated."""
        if evidence and self._speaks_of_applying(evidence):
            notice = evidence[0].notice
            own = tuple(e for e in evidence if e.notice is notice)
            return replace(refusal(notice, evidence, "没有写明所问的事"), own=own)
        return Plan(Action.OUT_OF_SCOPE, tuple(evidence[:3]))

    def _speaks_of_applying(self, evidence: Sequence[Evidence]) -> bool:
        """Whether a word of it is one of applying, paying, papers, and the notices use that very word."""
        words = [w for w in self.words if len(w) > 1 and w in lexicon().general]
        return any(w in self.gatherer.own(e) for w in words for e in evidence)
