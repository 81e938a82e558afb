"""Who is still judged by the rules in force before: 某日以前签订合同的，按原政策办理.

The notice does not state those rules, so it can neither let them in nor keep them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Answer
from bot.answer_parts import Intent, Missing, Outcome, Verdict
from bot.figures.compose import add_statement
from bot.figures.draft import Draft
from bot.person.breaths import words_around
from bot.person.person import Person
from bot.speech.spoken_days import spoken_days
from bot.telling.telling import answered
from bot.verdict.echo import echo_of
from corpus import patterns as re
from corpus.notice import Notice, Span
from corpus.once import once_per_notice
from corpus.values.periods import find_date, fold, written_day
from index.passages import sentences

__all__ = ["by_earlier_rules"]

_EARLIER = re.compile(
    r"(?P<day>\d{4}年\d{1,2}月(?:\d{1,2}日)?)[)）]?(?:以|之)?前(?P<act>[^,，。;；\d]{2,24}?)的?[,，]?(?:仍然?|继续|均|应)?(?:按照?|适用|执行)"
    r"(?P<rules>(?:原|旧|老)[^,，。;；]{0,16}?(?:政策|规定|办法|条件|标准|细则|文件))"
)
_BARE = re.compile(r"申请人|申报人|人员|正式|申请|办理|已经?|的")


@dataclass(frozen=True, slots=True)
class _Earlier:
    """`act`, done before `day`, is judged by `rules`, as a sentence says."""

    day: date
    act: str
    rules: str
    clause: int
    span: Span


@once_per_notice
def _earlier_rules(notice: Notice) -> tuple[_Earlier, ...]:
    return tuple(_read(notice))


# Few notices speak of rules before; no other is read sentence by sentence.
_SPEAKS_OF_BEFORE = re.compile(r"(?:按照?|适用|执行)\s*(?:原|旧|老)")


def _read(notice: Notice) -> Iterator[_Earlier]:
    if not _SPEAKS_OF_BEFORE.search(notice.text):
        return
    for index, clause in enumerate(notice.clauses):
        for own in clause.spans:
            for span in sentences(notice.text, own):
                found = _EARLIER.search(fold(notice.quote(span)))
                day = find_date(found["day"]) if found else None
                if found and day:
                    yield _Earlier(day, found["act"], found["rules"], index, span)


def by_earlier_rules(notice: Notice, person: Person) -> Answer | None:
    """The answer for who did the act before the day of the new rules; None for anybody else."""
    found = next((e for e in _earlier_rules(notice) if _did_before(e, person)), None)
    if found is None:
        return None
    draft = Draft()
    draft.add(f"还不能确定：是在{written_day(found.day)}以前，按{found.rules}办理，这里没有写明其中的条件。")
    add_statement(draft, notice, found.clause, found.span)
    draft.add_below_headline(echo_of(person))
    ask = Missing(found.rules, f"请问按{found.rules}您是否符合？")
    draft.add(ask.question)
    return replace(
        answered(draft, Intent.ELIGIBILITY, None),
        outcome=Outcome.CLARIFY,
        verdict=Verdict.NEEDS_INFO,
        missing=(ask,),
    )


def _did_before(rules: _Earlier, person: Person) -> bool:
    """Whether the one day told is of the act, by a character that tells it, and comes before."""
    if person.as_of is None:
        return False
    told = [d for d in spoken_days(person.text, person.as_of) if d.last != person.as_of]
    if len(told) != 1 or told[0].last > rules.day:
        return False
    before, behind = words_around(person.text, told[0].start, told[0].end)
    return any(c in before + behind for c in _BARE.sub("", rules.act))
