"""What a person says about themselves, as facts that conditions compare with.

Quantities are intervals (`bot.speech.interval`), lengths of time in months. What was not said stays unknown;
a denial (没证, 没上过班) is a fact too.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from bot.answer_parts import Claim
from bot.person.ages import age_of, age_on, born_of
from bot.person.graduation import beginner, graduated_of
from bot.person.household import resident_of
from bot.person.kin import marital_of, parts_naming, sex_of, subject_of
from bot.person.majors import major_of
from bot.person.papers import (
    certificate_of,
    failed_of,
    insurance_of,
    permit_of,
    retired_of,
    same_employer_of,
    spoken_with,
    title_of,
)
from bot.person.plain_words import in_plain_words
from bot.person.retold import as_corrected
from bot.person.schooling import Degree, degrees_of, fresh_of, school_of
from bot.person.since_papers import certificate_held, papers_since
from bot.person.time_off import TimeOff, always_off, less, net_of, time_off_in
from bot.person.work_history import work_less_a_day, work_of
from bot.speech.interval import Interval
from bot.speech.spoken_days import SpokenDay, spoken_days
from corpus import patterns as re

__all__ = ["Degree", "Person", "read_person"]

_KEPT = 512  # texts of which the facts are kept; a question is read for several notices and lists
_REST = re.compile(
    r"(?:其他|其它|别的|剩下的|另外的?)(?:的|条件|各项|方面|要求)*(?:我)?(?:都|全|均|也都?)(?:够|有|符合|满足|没问题|达到|具备|齐)"
)

_YOUNG = re.compile(r"儿童|孩子|少年|婴|幼|子女")  # whom a condition on the young is on

_AWAY = re.compile(
    r"(?:我|人|他|她)(?:现在|目前|都|还)*[在住]外[地省县市国]"
)  # where somebody is, and no household

_NO_TIME = Interval.exactly(0)


@dataclass(frozen=True, slots=True)
class Person:
    """Facts about a person; None where nothing was said. Durations in months, up to the day of reckoning."""

    age: Interval | None = None  # in years, on the day of asking
    sex: str = ""  # 男 or 女
    born: SpokenDay | None = None
    marital: str = ""  # 未婚, 已婚, 离异 or 丧偶
    degrees: tuple[Degree, ...] = ()
    school: str = ""
    major: str = ""
    fresh: bool | None = None  # of this year's graduates
    work: Interval | None = None
    less_a_day: Interval | None = None  # `work` from a day named, one of the two end days not counted
    off: tuple[TimeOff, ...] = ()
    after: dict[str, Interval] = field(default_factory=dict)
    held: Interval | None = None  # since a certificate was taken, where that is told by itself
    certificate: int | None = None  # the best grade, 1 to 5; 9 where none is held
    title: int | None = None  # 1 初级, 2 中级, 3 高级; 0 where none is held
    insurance: Interval | None = None
    same_employer: Interval | None = None
    graduated: Interval | None = None  # since leaving school
    resident: bool | None = None
    permit: bool | None = None
    retired: bool | None = None
    failed: bool | None = None
    as_of: date | None = None
    passed: Interval = _NO_TIME  # months since all this was told
    text: str = ""
    claims: tuple[Claim, ...] = ()  # what replies to questions asked back settled

    @property
    def tells(self) -> bool:
        """Whether anything typed was said."""
        told = (self.age, self.born, self.work, self.certificate, self.title, self.insurance, self.resident)
        return bool(self.degrees or self.school or _AWAY.search(self.text)) or any(
            x is not None for x in (*told, self.permit, self.retired, self.failed)
        )

    @property
    def says_rest_is_met(self) -> bool:
        """Whether the person says that they meet all they do not speak of: 其他条件都够."""
        return _REST.search(self.text) is not None

    @property
    def credentials_told(self) -> bool:
        """Whether the person has told which papers they hold, so that others may be taken as not held."""
        return bool(self.degrees or self.school or self.title is not None or self.certificate is not None)

    def age_on(self, day: date) -> Interval | None:
        """The age in whole years on `day`."""
        return age_on(day, self.age, self.born, self.as_of or day)

    def birth_for(self, words: str) -> SpokenDay | None:
        """The birth of whom a condition in `words` is on: of the child told of where it is on children."""
        if self.born is not None or self.age is not None or self.as_of is None or not _YOUNG.search(words):
            return self.born
        return born_of(parts_naming(self.text, "child"), self.as_of)


def read_person(text: str, places: str, as_of: date, reckoned: date) -> Person:
    """Read the facts in `text`, simplified and half width.

    `places` are the places that the notice calls its own, `as_of` is the day of asking, `reckoned` the day
    up to which the notice counts years.
    """
    person = _worked(text, as_of, reckoned)
    resident = resident_of(subject_of(person.text).words, places)
    if resident is None:
        resident = resident_of(person.text, places)
    return person if resident is None else _at_home(text, as_of, reckoned, resident)


@lru_cache(maxsize=_KEPT)
def _at_home(text: str, as_of: date, reckoned: date, resident: bool) -> Person:
    """The same for every notice whose places somebody is registered at, or is not."""
    return replace(_worked(text, as_of, reckoned), resident=resident)


@lru_cache(maxsize=_KEPT)
def _worked(text: str, as_of: date, reckoned: date) -> Person:
    """The facts that do not rest on which places are the notice's own: what is counted up to its day too."""
    person = _read(text, as_of)
    text, subject = person.text, subject_of(person.text)
    own = subject.words if subject.who == "self" else text  # no work of kin for who asks about themselves
    worked, after = work_of(own, as_of, reckoned)
    if worked is None and person.graduated is not None:
        worked = beginner(own, person.graduated)
    held = person.held or papers_since(text, spoken_days(text, as_of), reckoned).get("certificate")
    net = net_of(text)
    off = tuple(time_off_in(text, spoken_days(text, as_of))) if worked is not None and net is None else ()
    worked = net or worked
    return replace(
        person,
        work=less(worked, [o for o in off if always_off(o)]) if worked is not None else None,
        less_a_day=work_less_a_day(text, as_of, reckoned),
        off=off,
        after=after,
        held=held,
    )


@lru_cache(maxsize=_KEPT)
def _read(text: str, as_of: date) -> Person:
    """The facts that do not rest on whose notice it is."""
    text = as_corrected(in_plain_words(text))
    subject = subject_of(text)
    own = subject.words
    born = born_of(own, as_of)
    return Person(
        age=age_of(own, born, as_of),
        sex=sex_of(subject),
        born=born,
        marital=marital_of(own),
        degrees=degrees_of(own, as_of),
        school=school_of(text),
        major=major_of(text),
        fresh=fresh_of(text, as_of),
        held=certificate_held(text),
        certificate=certificate_of(own),
        title=title_of(own),
        insurance=insurance_of(text, as_of),
        same_employer=same_employer_of(text),
        graduated=spoken_with(text, r"毕业(?!还|得|要|尚|等|差|至少|最快|早)") or graduated_of(text, as_of),
        permit=permit_of(text),
        retired=retired_of(own),
        failed=failed_of(text, as_of),
        as_of=as_of,
        text=text,
    )
