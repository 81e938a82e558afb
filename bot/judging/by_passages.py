"""The passages that decide a yes-or-no question, of those that bear on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answer_parts import ConditionState, Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.bounds_told import bounds_told
from bot.judging.judgement import Judgement, by_bound, by_comparison, by_date, speaks_of_it
from bot.judging.opposites import opposed
from bot.judging.permitted import nearest, permits
from bot.judging.wording import FORBIDDEN, MISCONDUCT, by_words
from bot.person.person import Person
from corpus import patterns as re
from corpus.notice import ClauseKind
from corpus.rules.rules import lists_with
from index.normal import search_key

__all__ = ["judge_passages"]


def judge_passages(
    question: Question,
    person: Person,
    evidence: Sequence[Evidence],
    floor: float = 0.75,
    names: Callable[[Evidence], bool] = lambda _: True,
) -> list[Judgement]:
    """The passages that decide the question: one that rules it out, else those that allow it.

    Only passages are looked at that score at least `floor` times as much as the best; `names` says of one
    whether it names something of the question, without which it forbids nothing.
    """
    high = (e for e in evidence if e.score >= floor * evidence[0].score)
    near = [e for e in high if not _STATES_NOTHING.search(e.passage.text)][:8]
    found = [j for e in near if (j := by_date(question, person, e)) is not None][:1]
    found = found or _first_against(
        [
            _unless_opposed(j, question, near)
            for e in near
            if (j := by_comparison(question, person, e)) is not None
        ]
    )
    worded = [
        Judgement(w[0], e, w[1])
        for e in near
        if (w := by_words(question, e)) is not None
        and not (w[1] == FORBIDDEN and _is_led(e, near[0]))
        and (w[1] not in (FORBIDDEN, MISCONDUCT) or names(e))
    ]
    found = found or sorted(worded, key=lambda j: -j.evidence.coverage)[:1]
    if found:
        return found
    bounds = [b for e in near if (b := by_bound(question, person, e)) is not None]
    bounds = _of_tiers(bounds)
    decided = [b for b in bounds if b.verdict is Verdict.NOT_ELIGIBLE][:1] or bounds[:3]
    if decided:
        return decided
    return [_permitted(question, person, e) for e in near[:3] if permits(question, e)][:1]


def _permitted(question: Question, person: Person, evidence: Evidence) -> Judgement:
    """What is permitted, on terms of which something has to be known: 注销未满2年的，可以恢复."""
    sentence = nearest(question.text, search_key(evidence.passage.text))
    bounds = [b for b in bounds_told(sentence, evidence.notice, person) if f"{b.leaf.words}的" in sentence]
    if unknown := tuple(b for b in bounds if b.state is ConditionState.UNKNOWN):
        return Judgement(Verdict.NEEDS_INFO, evidence, unknown[0].why, partial=True, unknown=unknown)
    return Judgement(Verdict.ELIGIBLE, evidence, "通知写明可以")


def _unless_opposed(judgement: Judgement, question: Question, near: Sequence[Evidence]) -> Judgement:
    """What compares, unless the same passage demands the opposite of something told (两人合写，我排第二), and
    no other is of who tells it."""
    against = opposed(question.text, search_key(judgement.evidence.passage.text))
    if against and speaks_of_it(against, [e for e in near if e is not judgement.evidence]):
        return replace(judgement, verdict=Verdict.NEEDS_INFO, why="")
    return replace(judgement, verdict=Verdict.NOT_ELIGIBLE, why=against) if against else judgement


# A question that is printed says nothing of its answer, nor a document that is named of what it holds.
_STATES_NOTHING = re.compile(
    r"[?？]\s*$|\.(?:docx?|xlsx?|pdf|rar|zip|wps)\s*$"
    r"|^\W*关于[^，。；]+的(?:通知|公告|公示|通告|意见|办法|函)(?:\W*+\d{4}[\d.\-/年月日]*+|[（(][^）)]*[）)])*+\s*$"
)


def _of_tiers(bounds: list[Judgement]) -> list[Judgement]:
    """Without the bounds that are not met beside one that is, where each is of a kind of its own.

    60至69岁半价; 70岁以上免票: who is of the one is not of the other.
    """
    met = {_beside(b) for b in bounds if b.verdict is Verdict.ELIGIBLE}
    return [b for b in bounds if b.verdict is not Verdict.NOT_ELIGIBLE or _beside(b) not in met]


def _beside(judgement: Judgement) -> tuple[str, int]:
    """The place that a passage shares with those beside it; none but its own for one of a list of demands."""
    notice, clause = judgement.evidence.notice, judgement.evidence.passage.clause
    node = notice.clauses[clause]
    alone = node.kind not in (ClauseKind.ITEM, ClauseKind.ROW) or lists_with(notice, clause)
    return notice.notice_id, -clause if alone else node.parent


def _is_led(evidence: Evidence, first: Evidence) -> bool:
    """Whether the best passage says as much of what is asked: a prohibition behind it is of another case."""
    return evidence is not first and first.coverage >= evidence.coverage


def _first_against(found: Sequence[Judgement]) -> list[Judgement]:
    """The first judgement that rules it out, else the first."""
    return [*(j for j in found if j.verdict is Verdict.NOT_ELIGIBLE), *found][:1]
