"""Which notice a person is to be judged by: the one named, else the one that the facts told concern.

Who tells where they are registered, what they studied and how long they have worked asks about a notice whose
conditions speak of all three. One that speaks of a single fact of several, in a sentence of its own, is of
another matter: leave for staff is no answer to who may have a title reviewed.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bot.conversation.question import Question
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.judging.levels import asked_level
from bot.person.majors import major_of
from bot.person.person import Person
from bot.person.retold import words_of_kinds
from bot.speech.lexicon import lexicon
from bot.speech.spoken_days import spoken_days
from bot.verdict.verdicts import has_rules, told, touched_conditions
from corpus import patterns as re
from corpus.conditions.conditions import Attribute
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.rules import compile_groups
from corpus.rules.targets import offers_of
from corpus.values.windows import windows_of

__all__ = [
    "concerned",
    "graded_by",
    "is_over",
    "kinds_demanded",
    "of_the_facts",
    "offering",
    "to_judge_by",
    "without_facts",
]

_NAMED = 0.5  # from this degree on a notice is named by what is said beside the facts told
_SPOKEN_OF = 0.4  # from this degree on a notice may be the one that a question about a person speaks of
_COVERED = 0.5  # with this share of a question covered it says which notice is meant
_BORNE_ON = 0.2  # what a condition that the facts bear on is worth, where it does not
_MOST = 2  # such conditions count
_SEVERAL = 2  # kinds of facts from which on they tell which notice is meant


def of_the_facts(
    question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer
) -> list[Evidence] | None:
    """The evidence of the notices that the facts told concern, or that are named beside them.

    None where the facts do not tell which are meant.
    """
    notices = {e.notice.notice_id: e.notice for e in evidence if has_rules(e.notice)}
    about = concerned(question, list(notices.values())) if notices else None
    if about is None:
        return None
    said = without_facts(question.text, question.as_of)
    mentions = gatherer.mentions(replace(question, text=said))
    ids = {n.notice_id for n in about} | {i for i, m in mentions.items() if m >= _NAMED}
    return [e for e in evidence if e.notice.notice_id in ids]


def to_judge_by(question: Question, evidence: Sequence[Evidence], gatherer: EvidenceGatherer) -> Notice:
    """Which notice decides: the one named, else the one in force whose conditions the facts told bear on,
    of the grade asked about."""
    level = asked_level(question.text)
    best: dict[str, float] = {}
    notices = {e.notice.notice_id: e.notice for e in evidence}
    most = max(e.coverage for e in evidence)
    for e in evidence:
        speaks = e.mention >= _SPOKEN_OF and (e.mention >= _NAMED or e.coverage >= _COVERED * most)
        named = e.mention if speaks else 0.0  # one word of a long title names nothing
        best[e.notice.notice_id] = max(best.get(e.notice.notice_id, 0.0), e.score + named)
    if level:
        graded = graded_by(level, notices.values())
        said = replace(question, text=without_facts(question.text, question.as_of))
        meant = graded | {i for i, m in gatherer.mentions(said).items() if m >= _NAMED}
        best = {i: s + (0.6 if i in graded else 0.0) for i, s in best.items() if i in meant or not graded}
    if len(best) > 1 and not gatherer.mentions(question):
        alone = _alone_speaks(question, notices, gatherer)
        best = {i: s for i, s in best.items() if i in alone} or best
        covered = max(e.coverage for e in evidence[:3]) >= _COVERED
        ruled = best if covered else {i: s for i, s in best.items() if has_rules(notices[i])} or best
        return notices[_borne_on(question, ruled, notices, 0.0 if covered else _BORNE_ON)]
    return notices[_best(best)]


def _alone_speaks(
    question: Question, notices: Mapping[str, Notice], gatherer: EvidenceGatherer
) -> frozenset[str]:
    """The notices of the one file that has words for what is asked beside the facts told: 45岁能体检吗."""
    asked = gatherer.words(without_facts(question.text, question.as_of))
    users = [gatherer.users(w) for w in asked if len(w) > 1 and w not in lexicon().acts]
    files = {next(iter(u)) for u in users if len(u) == 1}
    return frozenset(i for i, n in notices.items() if len(files) == 1 and n.source in files)


def graded_by(level: str, notices: Iterable[Notice]) -> frozenset[str]:
    """The identities of the notices that state conditions for a level."""
    return frozenset(n.notice_id for n in notices if any(g.level == level for g in compile_groups(n)))


def offering(notices: Iterable[Notice]) -> frozenset[str]:
    """The identities of the notices that say which levels are held."""
    return frozenset(n.notice_id for n in notices if offers_of(n))


def _best(scores: Mapping[str, float]) -> str:
    return min(scores, key=lambda i: (-scores[i], i))


def _borne_on(
    question: Question, scores: Mapping[str, float], notices: Mapping[str, Notice], worth: float
) -> str:
    """The notice with the highest score, each condition of two at most that the facts bear on being worth
    something too, of those in force on whose conditions they bear at all; else of the others, else of all."""

    @cache
    def touched(notice: str) -> int:
        return min(touched_conditions(question, notices[notice]), _MOST)

    day = question.as_of
    running = {
        i: s for i, s in scores.items() if not (is_over(notices[i], day) or is_unborn(notices[i], day))
    }
    return (
        _highest(running, touched, worth, 1)
        or _highest(scores, touched, worth, 1)
        or _highest(scores, touched, worth, 0)
    )


def _highest(scores: Mapping[str, float], touched: Callable[[str], int], worth: float, least: int) -> str:
    """The notice with the highest score, what is touched of it being worth something, of those with at least
    so many touched; "" where there is none.

    To judge takes long, so those are left out whose scores are too low whatever comes of it.
    """
    found: dict[str, float] = {}
    for i in sorted(scores, key=lambda i: -scores[i]):
        if scores[i] + worth * _MOST < max(found.values(), default=-math.inf):
            break
        number = touched(i) if worth or least else 0
        if number >= least:
            found[i] = scores[i] + worth * number
    return _best(found) if found else ""


def is_over(notice: Notice, day: date | None) -> bool:
    """Whether the last of the times that a notice gives is over on the day of asking."""
    ends = [w.closes or w.opens for w in windows_of(notice)]
    return day is not None and bool(ends) and all(end is not None and end < day for end in ends)


def is_unborn(notice: Notice, day: date | None) -> bool:
    """Whether a notice was issued only after the day of asking."""
    return day is not None and notice.issued is not None and notice.issued > day


def concerned(question: Question, notices: Sequence[Notice]) -> list[Notice] | None:
    """Those of `notices` whose conditions speak of most kinds of the facts told, in their order.

    [] where several kinds are told and no notice speaks of two of them; None where fewer are told, so that
    they do not decide.
    """
    if question.as_of is None:
        return None
    people = [told(question, n, question.as_of) for n in notices]
    known = {p: _kinds_told(person) for p, person in {id(p): p for p in people}.items()}  # to most the same
    kinds = [known[id(p)] for p in people]
    if len(frozenset[Attribute]().union(*kinds)) < _SEVERAL:
        return None
    spoken = [len(k & kinds_demanded(n)) for k, n in zip(kinds, notices, strict=True)]
    most = max(spoken)
    return [n for n, s in zip(notices, spoken, strict=True) if s == most] if most >= _SEVERAL else []


def _kinds_told(person: Person) -> frozenset[Attribute]:
    """What a person tells of, in the terms of the conditions."""
    facts = {
        Attribute.AGE: person.age is not None or person.born is not None,
        Attribute.EDUCATION: bool(person.degrees or person.school),
        Attribute.WORK: person.work is not None,
        Attribute.CERTIFICATE: person.certificate is not None,
        Attribute.TITLE: person.title is not None,
        Attribute.INSURANCE: person.insurance is not None,
        Attribute.RESIDENCE: person.resident is not None,
        Attribute.PERMIT: person.permit is not None,
    }
    return frozenset(kind for kind, is_told in facts.items() if is_told)


@once_per_notice
def kinds_demanded(notice: Notice) -> frozenset[Attribute]:
    """What the lists and sections on conditions of a notice speak of."""
    return frozenset(
        leaf.attribute
        for g in compile_groups(notice)
        if not g.aside
        for r in g.requirements
        for leaf in r.leaves
    )


# What somebody does for a living, and where they are registered: of the person, and the name of no notice.
_OF_PERSON = re.compile(
    r"(?:做|干|从事|搞|当)(?:了|着|过|的是)?(?:[\d一二三四五六七八九十两半]+(?:多)?年多?的?)?[\u4e00-\u9fffA-Za-z]{1,8}|户[口籍](?:落?在|是)?[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff]{2}(?:户[口籍]|籍(?!贯)|本地人)"
    r"|(?:工作|从业|相关)*(?:经历|经验)(?=[有是满共约]{0,2}[\d一二三四五六七八九十两半])|年的?(?:工作|从业|相关)*(?:经历|经验)"
)


def without_facts(text: str, as_of: date | None) -> str:
    """What is said without the words that state a fact: 硕士2021年1月入职 names no notice."""
    spans = [(w.start, w.end) for w in words_of_kinds(text)]
    spans += [m.span() for m in _OF_PERSON.finditer(text)]
    spans += [(d.start, d.end) for d in spoken_days(text, as_of)] if as_of is not None else []
    if (major := major_of(text)) in text and major:
        spans.append((text.index(major), text.index(major) + len(major)))
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + "，" * (end - start) + text[end:]
    return re.sub(r"，+", "，", text)
