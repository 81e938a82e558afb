"""Conditions on what somebody studied: the degree, the kind of school, the field of study."""

from __future__ import annotations

from dataclasses import replace

from bot.answer_parts import ConditionState
from bot.judging.study_forms import not_counted
from bot.person.majors import disciplines_in, disciplines_of, disciplines_wanted, is_broad, of_one_family
from bot.person.person import Degree, Person
from bot.speech.bounded import JudgedLeaf
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.conditions import Leaf
from corpus.conditions.credentials import degree_of, majors_named
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.rules import counted_until
from corpus.rules.targets import offers_of
from corpus.values.facts import number
from corpus.values.periods import fold
from corpus.values.reckoning import months_after

__all__ = [
    "at_school",
    "called_pupil",
    "in_service_waits",
    "judge_education",
    "judge_graduates",
    "judge_major",
    "judge_school",
    "tells_of_field",
]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN

_WAITS = re.compile(
    r"在职学历[^。；]{0,40}满\s*(?P<much>\d{1,2}|[一二两三四五六七八九十半]{1,3})\s*(?P<unit>个月|年)(?P<half>半)?[^。；]{0,6}(?:方可|才能|才可|方能)"
)
_PUPIL = re.compile(r"^(?!.*(?:毕业|肄业|退学)).*(?:大专|专科|高职|中专|中职|本科|研究|硕士|博士)生")


def called_pupil(person: Person) -> bool:
    """Whether somebody is called by what they study at, and not said to have left it: 大专生能贷吗."""
    return _PUPIL.search(person.text) is not None


@once_per_notice
def in_service_waits(notice: Notice) -> int:
    """The months after which the notice lets a degree earned in service count; 0 where it does not say."""
    found = _WAITS.search(fold(notice.text))
    much = number(found["much"]) if found else None
    if found is None or much is None:
        return 0
    return int(much * (12 if found["unit"] == "年" else 1)) + (6 if found["half"] else 0)


def _usable(person: Person, notice: Notice) -> list[Degree]:
    """The degrees that count: finished, and in-service ones only once the notice lets them count."""
    finished = [d for d in person.degrees if d.finished]
    months = in_service_waits(notice)
    if not months:
        return finished
    until = counted_until(notice) or person.as_of
    return [
        d
        for d in finished
        if not (d.in_service and d.since and until and until < months_after(d.since, months))
    ]


# 应届毕业生须于8月31日前取得毕业证; 在读学生…，应届毕业生除外: who finishes this year may apply before.
_GRADUATING = re.compile(
    r"应届(?:高校|普通|本科|高中|大学)*(?:毕业)?生(?:除外|[^。；;,，]{0,6}(?:须|应|可)[^。；;]{0,16}前(?:取得|获得|提供|提交))"
)


@once_per_notice
def _lets_graduating_in(notice: Notice) -> bool:
    """Whether a notice lets in who has not finished school yet and does so this year."""
    return _GRADUATING.search(re.sub(r"\s", "", fold(notice.text))) is not None


# 正式录取的新生或在读学生: who is about to begin.
_ENTERING = re.compile(
    r"新生|考[上取](?:了)?[^，。；?？]{0,6}(?:大学|大专|本科|专科|高职|学院|研究生)|(?:刚|已经?|被)[^，。；]{0,8}录取"
)


# 取得学籍并就读: who is at a school now, whatever they finished before.
_ENROLLED = re.compile(r"(?<!含)在读|就读|取得[^,;]{0,8}学籍")
_NOW_AT = re.compile(
    r"(?<![没不别])(?:在[^，。；]{0,8})?[上读念]着?(?P<school>小学|[一二三四五六]年级|初[中一二三]|中学|高[中一二三]|中专|职高|技校|大学|大[一二三四])(?![过完学]|毕业|的时候)"
)
_CALLED = (
    (re.compile("小学|年级"), re.compile("小学")),
    (re.compile("初|中学|高"), re.compile("中学|初中|高中|中小学")),
    (re.compile("中专|职高|技校"), re.compile("中职|职业学校|中专|技工|技校")),
    (re.compile("大"), re.compile("高等|高校|大学|本科|专科")),
)


def at_school(words: str, text: str) -> str:
    """What somebody says of the school that they are at, where a condition is on being at one of its kind, or
    about to begin."""
    if not _ENROLLED.search(words):
        return ""
    if "新生" in words and (entering := _ENTERING.search(text)):
        return entering[0]
    now = _NOW_AT.search(text)
    fits = now and any(said.match(now["school"]) and named.search(words) for said, named in _CALLED)
    return now[0] if now and fits else ""


def judge_education(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    wanted = int(leaf.value) if leaf.value else degree_of(leaf.words)
    graduating = person.fresh or re.search(r"应届|马上毕业|快毕业|大四|即将毕业", person.text)
    entering = _ENTERING.search(person.text) if "新生" in leaf.words else None
    enrolled = _ENROLLED.search(leaf.words)
    if now := at_school(leaf.words, person.text):
        return JudgedLeaf(leaf, _MET, f"您说“{now}”")
    if enrolled and (person.degrees or graduating or entering):
        if entering:
            return JudgedLeaf(leaf, _MET, f"您说“{entering[0]}”")
        pupil = called_pupil(person)
        if re.search(r"高等(?:职业|专科)?学校|高校", leaf.words):
            wanted = min(wanted, degree_of("大专"))  # 本科高校、高等专科学校的在读学生
        studying = [d for d in person.degrees if (pupil or not d.finished) and d.rank >= wanted]
        return JudgedLeaf(
            leaf, _MET if studying or graduating else _UNMET, "在读" if studying else "不是在读"
        )
    if leaf.operator == "==" and person.degrees:
        held = max(person.degrees, key=lambda d: d.rank)
        return JudgedLeaf(leaf, _MET if held.rank == wanted else _UNMET, f"学历{held.word}")
    if leaf.operator == "<=" and person.degrees:
        held = max(person.degrees, key=lambda d: d.rank)
        return JudgedLeaf(leaf, _MET if held.rank <= wanted else _UNMET, f"学历{held.word}")
    usable = _usable(person, notice)
    if _STUDENTS_TOO.search(leaf.words):
        usable = list(person.degrees)
    if graduating and ("应届" in leaf.words or _lets_graduating_in(notice)):
        usable = list(person.degrees)
    void = not_counted(usable, leaf.words, notice)
    usable = [d for d in usable if d not in void]
    if any(d.rank >= wanted for d in usable):
        best = max(usable, key=lambda d: d.rank)
        return JudgedLeaf(leaf, _MET, f"学历{best.word}符合")
    if person.school and re.search(rf"含[^()（）]*{person.school}", leaf.words):
        return JudgedLeaf(leaf, _MET, f"{person.school}符合")
    if void and max(d.rank for d in void) >= wanted:
        held = max(void, key=lambda d: d.rank)
        return JudgedLeaf(leaf, _UNMET, f"{held.form or '在职'}{held.word}不能按此学历计算")
    if person.degrees:
        held = max(person.degrees, key=lambda d: d.rank)
        if held.rank >= wanted and not held.finished:
            return JudgedLeaf(leaf, _UNMET, f"{held.word}尚未毕业，也不是应届毕业生，不能算已取得毕业证书")
        if held.rank >= wanted:
            return JudgedLeaf(leaf, _UNMET, f"在职取得的{held.word}未满通知要求的年限，不能按此学历计算")
        return JudgedLeaf(leaf, _UNMET, f"学历{held.word}不够")
    if not person.school and (never := _NEVER_AT.search(person.text)):
        least = next(rank for name, rank in _SCHOOLS.items() if name in never[0])
        if wanted >= least:
            return JudgedLeaf(leaf, _UNMET, f"您说{never[0]}")
    if person.school:
        state = _MET if wanted <= 3 else _UNMET
        return JudgedLeaf(leaf, state, f"{person.school}{'符合' if state is _MET else '不够'}")
    return JudgedLeaf(leaf, _UNKNOWN, "学历未说明", "请问您的最高学历是什么？")


# 没上过技校: no schooling of that rank or above.
_SCHOOLS = {"技校": 3, "职校": 3, "职高": 3, "中专": 3, "大专": 4, "大学": 4, "高中": 2}
_NEVER_AT = re.compile(rf"没(?:有)?(?:上|读|念)过?(?:任何|什么)?(?:{'|'.join(_SCHOOLS)})")


def judge_school(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    if person.school:
        higher = ("高级工班", "预备技师班", "技师班", "高级技工学校", "技师学院")
        fits = person.school in leaf.words or (person.school in higher and "高级工班" in leaf.words)
        student = re.search(r"毕业", person.text) and re.search(r"班$", leaf.words) and "预备" in leaf.words
        state = _MET if fits and not student else _UNMET
        return JudgedLeaf(leaf, state, f"{person.school}{'符合' if state is _MET else f'不属于{leaf.words}'}")
    if person.degrees and not any("技校" in d.word for d in person.degrees):
        return JudgedLeaf(leaf, _UNMET, f"未说明毕业于{leaf.words}", presumed=False)
    return JudgedLeaf(leaf, _UNKNOWN, f"是否{leaf.words}未说明", f"请问您是否毕业于（就读于）{leaf.words}？")


# 毕业生及在校生, 含在校生: who is still at school will do as well.
_STUDENTS_TOO = re.compile(r"(?:和|及|、|含)(?:[^,，()（）]{0,8})(?:在校|在读)(?:学?生|的)")
_ANOTHER_FIELD = re.compile(
    r"(?:非|不是|不属于|没有?[学读]过?)(?:(?P<this>本)|相关|相近|对口的?)专业|跨专业"
    r"|专业(?:也|都|又)?(?:很|完全|根本)?(?:不(?:太|大)?(?:对口|相关|相近|符|搭)|没关系|无关)"
    r"|专业[跟和与同][^，,。；;]{1,10}?(?:不(?:相关|搭|沾边|符)|没(?:有?关系|关)|无关)"
)
_THIS_FIELD = re.compile(r"(?<!非)(?<!不是)(?:本|相关|相近)专业|专业(?:也|都)?(?:很)?对口|对口(?:的)?专业")


def tells_of_field(person: Person) -> bool:
    """Whether somebody tells what they studied, or that it is the field wanted or another: 专业也对口."""
    return bool(person.major or _THIS_FIELD.search(person.text) or _ANOTHER_FIELD.search(person.text))


def judge_major(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """A field of study against the one that a condition names, or that it wants another than."""
    if not leaf.negated:
        return _of_field(leaf, notice, person)
    judged = _of_field(replace(leaf, negated=False), notice, person)
    if judged.state is _UNKNOWN:
        return replace(judged, leaf=leaf)
    other = judged.state is _UNMET
    why = f"专业（{person.major}）{'不' if other else ''}在所排除的专业内"
    return JudgedLeaf(leaf, _MET if other else _UNMET, why)


def _of_field(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    if not majors_named(leaf.words) and (said := _THIS_FIELD.search(person.text)):
        return JudgedLeaf(leaf, _MET, f"您说是{said[0]}")
    said = _ANOTHER_FIELD.search(person.text) if not majors_named(leaf.words) else None
    if said and not (said["this"] and re.search(r"相[关近]", leaf.words)):
        return JudgedLeaf(leaf, _UNMET, f"您说{said[0]}")
    if person.major.startswith("非"):
        return _denied_field(leaf, notice, person)
    if not person.major:
        return JudgedLeaf(
            leaf,
            _UNKNOWN,
            "所学专业是否为本专业或相关专业未说明",
            "请问您所学的是什么专业？是否与所报职业相关？",
        )
    if (told := _by_discipline(leaf, person.major)) is not None:
        return told
    major = person.major.replace("电脑", "计算机")
    named = majors_named(leaf.words)
    if any(major[i : i + 2] in (named or notice.text) for i in range(len(major) - 1)):
        return JudgedLeaf(leaf, _MET, f"专业（{person.major}）相关")
    about = named or _called(notice)
    if of_one_family(major, about) and (not named or _RELATED.search(leaf.words)):
        return JudgedLeaf(leaf, _MET, f"专业（{person.major}）相关")
    if not named and disciplines_of(major) & disciplines_in(about):
        why = f"专业（{person.major}）是否为本专业或相关专业，以职业标准为准"
        return JudgedLeaf(leaf, _UNKNOWN, why, "请问您所学的是否为本专业或相关专业？")
    return JudgedLeaf(leaf, _UNMET, f"专业（{person.major}）不属于通知所列专业，如为相关专业请以职业标准为准")


_RELATED = re.compile(r"相关|相近|大类|门类|类专业|等专业|方向")  # a field named alone is that field


def _denied_field(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """Of a field that somebody did not study: unmet where just that one would do, else open."""
    would = _of_field(leaf, notice, replace(person, major=person.major[1:]))
    if would.state is _MET and "、" not in majors_named(leaf.words):
        return JudgedLeaf(leaf, _UNMET, f"专业（{person.major}）不符")
    return JudgedLeaf(
        leaf, _UNKNOWN, f"所说的专业（{person.major}）不能确定是否相关", "请问您所学的是什么专业？"
    )


def _called(notice: Notice) -> str:
    """The names that a notice bears, and those of what it offers."""
    names = (name for offer in offers_of(notice).values() for name in offer.names)
    return " ".join((notice.title, notice.issuer, *dict.fromkeys(names)))


def _by_discipline(leaf: Leaf, major: str) -> JudgedLeaf | None:
    """A field against the disciplines asked for, or a discipline against the fields; None for neither."""
    wanted, own = disciplines_wanted(leaf.words), disciplines_of(major)
    kind = f"{''.join(x.removesuffix('学') for x in _ordered(wanted))}类"
    if not wanted and not is_broad(major):
        return None
    if not wanted:
        wanted, kind = disciplines_of(majors_named(leaf.words)), "通知所列的"
    elif own and own <= wanted:
        return JudgedLeaf(leaf, _MET, f"专业（{major}）相关")
    if wanted and own and not own & wanted:
        return JudgedLeaf(leaf, _UNMET, f"专业（{major}）不是{kind}相关专业")
    return JudgedLeaf(leaf, _UNKNOWN, f"所说的专业（{major}）不能确定是否相关", "请问您所学的是什么专业？")


def _ordered(disciplines: frozenset[str]) -> list[str]:
    return [name for name in lexicon().disciplines if name in disciplines]


# 限2026年应届毕业生, 往届毕业生, and nothing more.
_GRADUATES = re.compile(
    r"(?:仅?限|面向|为|须为|应为)?(?:\d{4}(?:年度?|届))?(?:普通|全日制)*(?:高校|高等学校|院校)?的?(?:应届|(?P<other>往届|非应届))(?:高校)?(?:毕业)?生?"
)


_OF_COLLEGE = re.compile(r"(?:普通|全日制)*(?:高校|高等学校|高等院校|大学|大专院校)(?:的)?毕业生?")
_COLLEGE = 4  # the lowest degree of such a school


# 在读的非应届毕业生: who studies and does not graduate this year.
_STILL_STUDYING = re.compile(r"(?:全日制)?(?:在读|在校)[^,;]{0,14}非[^,;]{0,8}应届[^,;]{0,6}生")


def judge_graduates(leaf: Leaf, person: Person) -> JudgedLeaf | None:
    """Whether somebody is of this year's graduates, or of earlier ones, where no more is demanded."""
    if _OF_COLLEGE.fullmatch(leaf.words.strip("；;。 的")) and (
        left := [d for d in person.degrees if d.finished]
    ):
        best = max(left, key=lambda d: d.rank)
        return JudgedLeaf(leaf, _MET if best.rank >= _COLLEGE else _UNMET, f"{best.word}毕业")
    words = leaf.words.strip("；;。 的")
    if _STILL_STUDYING.fullmatch(words) and person.fresh is not None:
        studying = not person.fresh and any(not d.finished for d in person.degrees)
        why = "是应届毕业生" if person.fresh else "在读" if studying else "不在读"
        return JudgedLeaf(leaf, _MET if studying else _UNMET, why)
    match = _GRADUATES.fullmatch(leaf.words.strip("；;。 "))
    if match is None or person.fresh is None:
        return None
    fits = person.fresh is not bool(match["other"])
    return JudgedLeaf(leaf, _MET if fits else _UNMET, f"{'' if person.fresh else '不'}是应届毕业生")
