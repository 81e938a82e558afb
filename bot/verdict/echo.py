"""What was understood of a person, in one short line that they can correct: 按您说的：35岁、大专、工作6年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.judging.figures import figures_in, matter_of
from bot.person.person import Degree, Person
from bot.speech.bounded import spoken_amount, spoken_interval
from bot.speech.interval import Interval
from corpus.values.periods import written_day

__all__ = ["echo_of", "facts_told"]

_LEAD, _MOST = "按您说的：", 60
_TITLES = ("没有职称", "初级职称", "中级职称", "高级职称", "正高级职称")


def echo_of(person: Person) -> str:
    """The line, at most 60 characters; empty where nothing was understood.

    Facts come in the order in which conditions most often ask for them; those that find no room are left out.
    """
    line = ""
    for fact in dict.fromkeys(facts_told(person)):
        longer = f"{line}、{fact}" if line else f"{_LEAD}{fact}"
        if len(longer) < _MOST:
            line = longer
    return f"{line}。" if line else ""


def facts_told(person: Person) -> Iterator[str]:
    """The facts that were understood, in short."""
    if person.age is not None:
        yield _age(person)
    yield from (_degree(d) for d in person.degrees)
    yield from (x for x in (person.school, f"{person.major}专业" if person.major else "") if x)
    yield from _history(person)
    yield from _papers(person)
    yield from _standing(person)
    yield from _amounts(person)
    yield from (c.said for c in person.claims if len(c.said) > 1)  # 不满10年; 是 alone says nothing


def _age(person: Person) -> str:
    assert person.age is not None
    if person.born is not None and person.born.closeness == "day":
        born = person.born.first
        return f"{written_day(born)}出生"
    said = person.age.said
    if said:
        return said if "岁" in said or "月" in said or "天" in said else f"{said}岁"
    return spoken_interval(person.age, "岁")


def _degree(degree: Degree) -> str:
    how = "在职" if degree.in_service else degree.form
    return f"{how}{degree.word}{'' if degree.finished else '（未毕业）'}"


def _history(person: Person) -> Iterator[str]:
    if person.work is not None:
        yield "没有工作过" if person.work == Interval.exactly(0) else f"工作{_time(person.work)}"
    for anchor, lead in (("certificate", "取证"), ("title", "取得职称")):
        if anchor in person.after:
            yield f"{lead}{_time(person.after[anchor])}"
    if person.insurance is not None:
        yield "没交过社保" if person.insurance == Interval.exactly(0) else f"社保{_time(person.insurance)}"
    if person.graduated is not None:
        yield f"毕业{_time(person.graduated)}"


def _papers(person: Person) -> Iterator[str]:
    if person.certificate is not None:
        none = person.certificate == 9
        yield "没有证书" if none else f"{'一二三四五'[person.certificate - 1]}级证书"
    if person.title is not None:
        yield _TITLES[person.title]


def _standing(person: Person) -> Iterator[str]:
    for told, yes, no in (
        (person.resident, "本地户籍", "非本地户籍"),
        (person.permit, "有居住证", "没有有效居住证"),
        (person.retired, "已退休", "未退休"),
        (person.fresh, "应届", "非应届"),
    ):
        if told is not None:
            yield yes if told else no
    yield from (x for x in (person.sex, person.marital) if x)


_MEASURES = frozenset({"元", "平方米", "厘米", "公斤", "学时", "学分", "分", "%"})


def _amounts(person: Person) -> Iterator[str]:
    """Other figures, with the matter that they were said of where it is named: 收入6万, 人均17平."""
    for figure in figures_in(person.text):
        if figure.unit in _MEASURES:
            yield f"{matter_of(figure)}{figure.value.said}"


def _time(months: Interval) -> str:
    """A length of time as told; one worked out from a month named is about so long."""
    if months.said or months.exact or not months.high.is_finite():
        return spoken_interval(replace(months, said=months.said.removeprefix("满")), "个月")
    if months.low == 0:
        return f"不满{spoken_amount(months.high, '个月')}"
    return (
        f"约{spoken_amount(months.low, '个月')}"
        if months.high - months.low <= 3
        else spoken_interval(months, "个月")
    )
