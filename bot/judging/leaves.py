"""One condition against one person's facts: met, unmet or unknown, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bot.answer_parts import ConditionState
from bot.judging.claims import by_claim
from bot.judging.fields_of_work import field_wanted, in_another_field
from bot.judging.insured import judge_insured
from bot.judging.measured import judge_birth, judge_elapsed, judge_measure
from bot.judging.open_leaves import judge_open
from bot.judging.studied import judge_education, judge_major, judge_school
from bot.person.ages import age_of
from bot.person.first_job import since_first_job
from bot.person.kin import parts_naming, subject_of
from bot.person.person import Person
from bot.person.time_off import TimeOff, always_off, less
from bot.speech.bounded import JudgedLeaf, holds_for, judge_bound, spoken_interval
from bot.speech.interval import Interval
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf
from corpus.conditions.deductions import deductions_of
from corpus.notice import Notice

__all__ = ["JudgedLeaf", "judge_leaf", "off_by", "tells_of_work_apart"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def judge_leaf(leaf: Leaf, notice: Notice, person: Person, floor: float = 0.5) -> JudgedLeaf:
    """One condition for one person; `floor` is the share of an open one that has to be said."""
    if leaf.attribute is Attribute.OPEN:
        return by_claim(_sound(judge_open(leaf, person, floor), person), person.claims)
    judge: Callable[[Leaf, Notice, Person], JudgedLeaf] = _JUDGES[leaf.attribute]
    return by_claim(_sound(judge(leaf, notice, person), person), person.claims)


# What is measured of the body, and who says that nothing is amiss with theirs: 身体没问题, 体检合格.
_BODY = re.compile(r"身高|体重|视力|听力|血压")
_SOUND = re.compile(
    r"(?:身体|体检|健康)(?:条件|状况|各项|指标|方面|结果)*(?:都|也|很|全|均|已经?|啥|什么|一点)*"
    r"(?:没(?:有)?(?:啥|什么|任何)?(?:问题|毛病|病)|健康|好|合格|正常|过关|过了|达标|(?:啥|什么)?(?:问题|毛病|病)(?:都|也)?没有?)"
)


def _sound(judged: JudgedLeaf, person: Person) -> JudgedLeaf:
    """A measure of the body that was not told, where the person says that nothing is amiss with theirs."""
    about = _BODY.search(f"{judged.leaf.subject}{judged.leaf.words}")
    said = _SOUND.search(person.text) if judged.state is _UNKNOWN and about else None
    return replace(judged, state=_MET, why=f"按您说的{said[0]}", presumed=True) if said else judged


_WORKING_AGE = 16  # 劳动法 第十五条: who has worked so long is as much older at least


def _age(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    grown = (
        (person.work is not None and person.work.low > 0)
        or person.certificate is not None
        or bool(person.title)
        or (person.insurance is not None and person.insurance.low > 0)
        or bool(person.retired)
    )
    finished = any(d.finished and d.rank >= 4 for d in person.degrees)
    least = leaf.value if leaf.value is not None and leaf.operator == ">=" else Decimal("Infinity")
    young = least <= 18 and (grown or finished or bool(person.degrees))
    served = person.work is not None and least <= _WORKING_AGE + person.work.low / 12
    if person.age is None and (young or served):
        return JudgedLeaf(leaf, _MET, "年龄未说明，按已满处理", presumed=True)
    age = _age_of_kin(leaf.subject, person) if leaf.subject else person.age
    if age is not None and leaf.operator in (">", "<="):
        age = age.whole()  # 不超过35周岁 holds until the day before the 36th birthday
    shown = age.said if age is not None and age.said and not age.exact else ""
    if age is not None and not shown:
        shown = f"{spoken_interval(replace(age, said=''), '周岁')}"
    whose = "您" if not leaf.subject else _AT_HOME.get(leaf.subject, leaf.subject)
    return judge_bound(leaf, age, "年龄", f"请问{whose}多大年龄（周岁）？", shown)


# Of which group of kin an age is, by the words of the condition.
_OF_KIN = {
    "子女": "child",
    "孩子": "child",
    "配偶": "spouse",
    "父母": "elder",
    "父亲": "elder",
    "母亲": "elder",
}
_AT_HOME = {"家中": "您家里的那位"}


def _age_of_kin(whose: str, person: Person) -> Interval | None:
    """The age that is told of one of kin; of anybody of the household where a condition is on that."""
    about = subject_of(person.text).who
    groups = (_OF_KIN[whose],) if whose in _OF_KIN else ("elder", "child", "spouse")
    if about in groups:
        return person.age
    if person.as_of is None:
        return None
    told = (parts_naming(person.text, g) for g in groups)
    return next((age for words in told if words and (age := age_of(words, None, person.as_of))), None)


def _work(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    have = person.work
    name = "工作年限"
    if re.search(r"同一用人单位|同一单位|本单位|现单位|所在单位", leaf.words):
        name, have = "在同一单位的工作时间", person.same_employer
    elif "参加工作满" in leaf.words and (since := since_first_job(person.text)) is not None:
        name, have = "参加工作的时间", since
    elif re.search(r"新参加工作|毕业", leaf.words):
        name, have = "参加工作的时间", person.graduated if person.graduated is not None else person.work
    if leaf.subject and (never := _not_there(leaf.subject, person.text)):
        return JudgedLeaf(leaf, _UNMET, f"您说“{never}”")
    if leaf.subject and not _works_there(leaf.subject, person.text):
        name = f"在{leaf.subject}的工作年限"
        told = have is not None and have not in person.after.values()  # all work, and not that since a paper
        short = told and have is not None and holds_for(leaf, have) is _UNMET
        return judge_bound(leaf, have if short else None, name, f"请问您{name}是多少？")
    if not leaf.subject and (field := field_wanted(leaf.words)) and in_another_field(field, person.text):
        short = have is not None and holds_for(leaf, have) is _UNMET
        name = f"在{field}方面的工作年限"
        return judge_bound(leaf, have if short else None, name, f"请问您{name}是多少？")
    if leaf.after:
        name = "取得证书后的工作年限" if leaf.after == "certificate" else "取得职称后的工作年限"
        have = person.after.get(leaf.after)
    if have is None and person.work is not None and holds_for(leaf, person.work) is _UNMET:
        have = person.work  # a part of it can only be less
    if have is None or have is not person.work:
        return judge_bound(leaf, have, name, f"请问您{name}是多少？")
    off = off_by(notice, person)
    judged = judge_bound(
        leaf, less(have, (o for o in off if not always_off(o))), name, f"请问您{name}是多少？"
    )
    words = "、".join(f"{o.word}{spoken_interval(o.much, '个月')}" for o in off)
    if off:
        return replace(judged, why=f"{judged.why}（已扣除{words}）")
    return replace(judged, why=f"{judged.why}{_on_the_day(judged, notice, person)}")


def _works_there(scope: str, text: str) -> bool:
    """Whether a person speaks of the sort of place that work has to have been done in."""
    pairs = [scope[i : i + 2] for i in range(len(scope) - 1)]
    return any(p in text for p in pairs if p not in ("单位", "工作", "岗位", "以上", "以下"))


_NEVER_AT = re.compile(r"(?:没有?|未|没怎么|从没)[^，。；]{0,8}(?:待|呆|干|做|工作|任职|服务|服役|去|下)过")


def _not_there(scope: str, text: str) -> str:
    """The part in which a person denies having worked in the sort of place that work has to be done in."""
    parts = (p for p in re.split(r"[，。；,;？?]", text) if _NEVER_AT.search(p))
    return next((p for p in parts if _works_there(scope, p)), "")


_COUNTS_DAY = re.compile(r"[（(](?:不)?含(?:当日|本日|当天|首尾|两端)|(?:当日|当天|首日)(?:不)?计入")


def _on_the_day(judged: JudgedLeaf, notice: Notice, person: Person) -> str:
    """Both readings, where a day decides that the notice leaves open: whether the two end days count."""
    less_a_day = person.less_a_day
    if less_a_day is None or judged.state is not _MET or person.work is None or not _same_but_a_day(person):
        return ""
    if holds_for(judged.leaf, less_a_day) is not _UNMET or _COUNTS_DAY.search(notice.text):
        return ""
    return "（起止两日都计入时正好够，少计一日就差一天；通知没有写明，请向发布单位核实）"


def _same_but_a_day(person: Person) -> bool:
    """Whether the work counted is that since the day named, and no longer one told besides."""
    assert person.work is not None
    assert person.less_a_day is not None
    return 0 <= person.work.low - person.less_a_day.low <= 1


def off_by(notice: Notice, person: Person) -> list[TimeOff]:
    """The parts of a person's work that do not count: some never do, others where the notice says so."""
    deductions = deductions_of(notice)
    return [o for o in person.off if always_off(o) or any(d.names(o.word) for d in deductions)]


def _certificate(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    grade = f"{'一二三四五'[int(leaf.value or 1) - 1]}级证书"
    return _credential(leaf, person, person.certificate, 9, lambda have: have <= int(leaf.value or 0), grade)


# 中级职称 is one more thing that somebody may hold; 助理工程师职称 is the step before what is applied for:
# who does not speak of it has not said that they lack it.
_OF_ANY_LINE = re.compile(r"[初中高副正]")


def _title(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    name = leaf.words
    judged = _credential(leaf, person, person.title, 0, lambda have: have >= int(leaf.value or 0), name)
    return judged if _OF_ANY_LINE.match(name) else replace(judged, presumed=False)


def _credential(
    leaf: Leaf, person: Person, have: int | None, none: int, enough: Callable[[int], bool], name: str
) -> JudgedLeaf:
    if have is None:
        why = f"未提到持有{name}" if person.credentials_told else f"是否持有{name}未说明"
        return JudgedLeaf(leaf, _UNKNOWN, why, f"请问您是否持有{name}？", presumed=person.credentials_told)
    if have != none and enough(have):
        return JudgedLeaf(leaf, _MET, f"持有{name}")
    return JudgedLeaf(leaf, _UNMET, f"没有{name}")


def _held(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    have = person.held or person.after.get("certificate")
    return judge_bound(leaf, have, "取得证书的时间", "请问您取得证书多久了？")


def _flag(leaf: Leaf, have: bool | None, yes: str, no: str, ask: str) -> JudgedLeaf:
    if have is None:
        return JudgedLeaf(leaf, _UNKNOWN, f"{ask.removeprefix('请问您').rstrip('？')}未说明", ask)
    met = have != leaf.negated
    return JudgedLeaf(leaf, _MET if met else _UNMET, yes if have else no)


def _residence(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    resident = person.resident
    if resident is None and _OF_ELSEWHERE.search(person.text):
        resident = False
    if resident is None and leaf.negated and not re.search(r"户[籍口]", person.text):
        return JudgedLeaf(leaf, _MET, "户籍未提及，按不在本地处理", presumed=True)
    return _flag(leaf, resident, "具有本地户籍", "没有本地户籍", "请问您是否具有本地户籍？")


# Whose permit to reside has run out is registered elsewhere.
_OF_ELSEWHERE = re.compile(r"(?<!没有)(?<!没)(?<!无)居住证[^，。；]{0,6}(?:过期|过了期|到期|失效|没续)")


def _permit(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    return _flag(
        leaf, person.permit, "持有有效居住证", "没有有效的居住证", "请问您是否持有有效期内的居住证？"
    )


_RETIREMENT = 63  # 国务院关于渐进式延迟法定退休年龄的办法: the latest age for anybody


def tells_of_work_apart(text: str) -> bool:
    """Whether anything is told of work beside its length: where one never was, since when one has worked."""
    return _NEVER_AT.search(text) is not None or since_first_job(text) is not None


def _retired(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    if leaf.negated and person.retired is None:
        return JudgedLeaf(leaf, _MET, "未提及退休，按未退休处理", presumed=True)
    aged = person.age is not None and person.age.low >= _RETIREMENT and "年龄" in leaf.words
    return _flag(
        leaf, True if aged else person.retired, "已退休或当年达到退休年龄", "未退休", "请问您是否已退休？"
    )


def _failed(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    return _flag(
        leaf,
        person.failed,
        "上一年度参加未通过",
        "上一年度没有未通过的情形",
        "请问您上一年度是否参加而未通过？",
    )


def _sex(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    if not person.sex:
        return JudgedLeaf(leaf, _UNKNOWN, "性别未说明", "请问性别是？")
    return JudgedLeaf(leaf, _MET if person.sex == leaf.words else _UNMET, f"性别{person.sex}")


def _graduated(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    return judge_bound(leaf, person.graduated, "毕业的时间", "请问您毕业多久了？")


_JUDGES: dict[Attribute, Callable[[Leaf, Notice, Person], JudgedLeaf]] = {
    Attribute.AGE: _age,
    Attribute.EDUCATION: judge_education,
    Attribute.SCHOOL: judge_school,
    Attribute.MAJOR: judge_major,
    Attribute.WORK: _work,
    Attribute.CERTIFICATE: _certificate,
    Attribute.TITLE: _title,
    Attribute.HELD: _held,
    Attribute.INSURANCE: judge_insured,
    Attribute.RESIDENCE: _residence,
    Attribute.PERMIT: _permit,
    Attribute.RETIRED: _retired,
    Attribute.FAILED: _failed,
    Attribute.MEASURE: judge_measure,
    Attribute.BORN: judge_birth,
    Attribute.SEX: _sex,
    Attribute.ELAPSED: judge_elapsed,
    Attribute.GRADUATED: _graduated,
}
