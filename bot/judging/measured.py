"""Conditions that count or measure something: figures, lengths of time, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

from bot.answer_parts import ConditionState
from bot.judging.figures import claims_enough, figure_for
from bot.judging.opposites import opposed
from bot.judging.scores import marks_for
from bot.person.elapsed import elapsed
from bot.person.events import parts_about
from bot.person.person import Person
from bot.speech.amounts import amounts_in, spans_in
from bot.speech.bounded import JudgedLeaf, bound_word, holds_for, judge_bound, spoken_amount, spoken_interval
from bot.speech.interval import Interval
from bot.speech.lexicon import lexicon
from bot.speech.remaining import remaining_in
from bot.speech.spoken_days import SpokenDay
from corpus import patterns as re
from corpus.conditions.conditions import Leaf
from corpus.notice import Notice
from corpus.values.numerals import number
from corpus.values.periods import written_day
from corpus.values.reckoning import months_after
from index.normal import search_key

__all__ = ["judge_birth", "judge_elapsed", "judge_measure"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


def judge_measure(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    have, worked_out = _stated(leaf, person)
    subject = leaf.subject or "数值"
    if have is None and leaf.unit == "次" and leaf.operator[0] == "<":
        return JudgedLeaf(leaf, _MET, "未提及，按未超过处理", presumed=True)
    if have is None and (claim := claims_enough(leaf, person.text)):
        return JudgedLeaf(leaf, _MET, f"您说“{claim}”")
    if have is not None and (against := opposed(person.text, search_key(leaf.words))):
        return JudgedLeaf(leaf, _UNMET, against)  # 商铺 of 120平方米 is no dwelling
    works_only = person.work is not None and not _STUDIES.search(person.text)
    if have is None and works_only and _OF_STUDY.search(subject):
        return JudgedLeaf(leaf, _UNMET, f"您说的是工作，未提到{subject}", presumed=True)
    shown = spoken_interval(have, leaf.unit) if have is not None else ""
    if worked_out:
        shown += f"（按您说的计算：{worked_out}）"
    return judge_bound(leaf, have, subject, f"请问您的{subject}是多少{leaf.unit}？", shown)


# Who tells of work alone is at no school.
_OF_STUDY, _STUDIES = re.compile(r"(?:就读|求学|学习)$"), re.compile(r"读|学|校")


def _stated(leaf: Leaf, person: Person) -> tuple[Interval | None, str]:
    """The figure that the person gave for a measure, and how it was worked out."""
    text = person.text
    if leaf.unit == "个月" and leaf.subject.endswith("学制"):
        return _schooling(text), ""
    if leaf.unit == "个月" and _STILL_TO_COME.match(leaf.subject):
        return next((span.much for span in remaining_in(text)), None), ""
    if leaf.unit == "个月" and leaf.subject.endswith("期限") and (term := _term(text)) is not None:
        return term, ""
    if leaf.unit == "个月":
        lasting = _lasting(leaf, text, person.as_of)
        if lasting is not None and person.passed.high > 0:
            lasting += person.passed
        return lasting, ""
    if leaf.unit in ("日", "天") and _SINCE.search(leaf.subject):
        text = parts_about(leaf.subject, text)  # 过期75天 is no time since a move: 搬家后10日内
    found = (marks_for(leaf.words, text) if leaf.unit == "分" else None) or figure_for(leaf, text)
    if found is None and leaf.unit == "元" and any(n in leaf.subject for n in _LACKED.findall(text)):
        return Interval.exactly(0), ""  # 没车: nothing was paid for one
    if found is None and leaf.unit in ("日", "天") and leaf.subject.endswith("后"):
        return _days_since(leaf.subject[:-1], text), ""
    if found is None and leaf.unit in ("人", "名") and _STAFF.search(leaf.words) and _NO_STAFF.search(text):
        return Interval.exactly(0), ""
    return found or (None, "")


def _days_since(event: str, text: str) -> Interval | None:
    """The days since an event that were told in months or years: 买了半个月了, of 购买后7日内."""
    words = _said_as(event[-2:])
    told = (s.much for p in re.split(r"[，。；,;？?]", text) if re.search(words, p) for s in spans_in(p))
    return next((much.times(30) for much in told), None)


_SINCE = re.compile(r"[\u4e00-\u9fff]{2}(?:之日)?(?:起|后)$")
# Who was to be taken on, and that nobody was: 一个员工都没招.
_STAFF = re.compile(r"吸纳|招用|招收|录用|雇|带动|用工|员工|职工|就业")
_NO_STAFF = re.compile(
    r"(?:员工|职工|工人|帮手|人)(?:都|也)?(?:还)?没(?:有)?(?:招|雇|请|聘)|没(?:有)?(?:招|雇|请|聘)(?:过|到)?(?:员工|职工|工人|人)"
    r"|没(?:有)?(?:员工|职工|雇员)|就我(?:自己)?(?:一个?)人"
)
_LACKED = re.compile(r"(?:没|没有|无)(?:别的|其他|任何)?(车|房|贷款|存款|收入|债)")
# A firm that was opened, and no car that is driven nor a paper that was made out: 店开了三年, 办了个厂.
_FIRM = r"(?:店|厂|公司|馆|铺|摊|作坊|工作室|执照|个体户?|企业|合作社)"
_OPENED = rf"{_FIRM}[^，。；]{{0,4}}[开办]了|[开办]了?[^，。；]{{0,8}}{_FIRM}"
# What people say of what lasts, beside the notice's word for it.
_LASTS = {
    "户籍": "户口|户籍|落户|迁",
    "住证": "居住证",
    "户口": "户口|户籍|落户|迁",
    "迁入": "户口|户籍|落户|迁",
    "签订": "签(?!注|证|收|到|字)|合同",
    "列入": "列入|名单|进了|上了",
    "居住": r"住|搬(?:过)?[来到]|(?<![从后原本以])来(?:了|这|到|本)|[待呆](?:了|在|过)",
    "使用": "用|投用|登记|装",
    "暂住": "住",
    "分户": "分户|分家|分开过|另立户",
    "成立": rf"成立|注册|登记|{_OPENED}",
    "注册": rf"注册|成立|登记|{_OPENED}",
    "登记": rf"登记|注册|成立|{_OPENED}",
    "设立": rf"设立|成立|注册|登记|{_OPENED}",
    "经营": rf"经营|运营|营业|开张|开业|[干做]了|做[^\W\d]{{2,5}}[\d一二三五六八九十]+年|{_OPENED}",
    "运营": rf"运营|经营|营业|[干做]了|{_OPENED}",
    "营业": rf"营业|经营|开张|开业|{_OPENED}",
    "持有": "证",
    "参保": "保",
    "病程": "病程|得(?:了|[^，。；]{0,8}病)|[患生]病|病了|查出|确诊",
    "术后": "手术|激光|开刀|开了刀|动了刀",
    "驾龄": "驾龄|驾照|驾驶|开车|本|照",
    "驾驶": "驾龄|驾照|驾驶|开车|本|照",
}
# Who speaks of a licence has held it as long as they say that they have had it or driven: 拿了三年, 开了五年.
_DRIVING, _DRIVEN = re.compile(r"驾驶|驾龄"), re.compile(r"(?:拿|领|开|考|持)(?:到|下来)?了?")


# 居住登记, 失业登记: an entry of one kind is none of another, nor one of a firm.
_KIND = "居住|结婚|失业|就业|求职"
_ENTRY = re.compile(rf"({_KIND})登记|登记({_KIND})")
_ENTERED_BARE = re.compile(r"(?:^|[，。；,;我就也才都已经刚])登记(?=[了过满到有快已]|\d|$)")


def _without_other_entries(leaf: Leaf, text: str) -> str:
    """What a person says, the entries of other kinds than that of a condition left out; nothing where that
    is of a kind and they speak neither of it nor of an entry of no kind: 登记了四个月."""
    own = _ENTRY.search(leaf.words)
    kind = own[own.lastindex or 1] if own else ""
    left = _ENTRY.sub(lambda m: m[0] if m[m.lastindex or 1] == kind else "", text)
    spoken_of = not kind or _ENTERED_BARE.search(left) or re.search(_said_as(kind), left)
    return left if spoken_of else ""


# 三年制大专, 学制四年, 念了三年.
_STUDIED = re.compile(
    r"(?P<years>[一二两三四五六七八\d])年(?:制|的?全日制|的?(?:中专|大专|专科|本科|高职|中职|技校))|学制(?:是|为)?(?P<of>[一二两三四五六七八\d])年|[念读上]了(?P<spent>[一二两三四五六七八\d])年"
)


def _schooling(text: str) -> Interval | None:
    """How many months a course of study takes, where that is told."""
    told = _STUDIED.search(text)
    years = number(told["years"] or told["of"] or told["spent"]) if told else None
    return None if years is None else Interval.exactly(int(years) * 12)


# 一年期, 贷了三年期的: how long a contract or a loan runs.
_TERM = re.compile(r"(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,2})年期")


def _term(text: str) -> Interval | None:
    """How many months something runs that is told by its term."""
    told = _TERM.search(text)
    years = number(told["years"]) if told else None
    return None if years is None else Interval.exactly(int(years) * 12)


_OUT_OF_WORK_COVER = re.compile(r"失业(?:保险|险)(?!金)")  # 失业险交了三年 is no 失业三年
_WORKPLACE = re.compile(r"[站厂店所]里?[^，。]{0,4}[待呆]|(?:单位|公司|医院|学校)里?[^，。]{0,4}[待呆]")


def _lasting(leaf: Leaf, text: str, as_of: date | None) -> Interval | None:
    """A time in one breath with the matter that it belongs to: 居住了两年, 2011年5月投用."""
    text = _without_other_entries(leaf, _OUT_OF_WORK_COVER.sub("", text))
    words = _LASTS.get(leaf.subject[-2:]) or _said_as(leaf.subject[-2:])
    if _DRIVING.search(f"{leaf.subject}{leaf.words}") and re.search(
        r"驾|[a-c]\d|本(?=[，拿开])|照(?=[，拿了])", text
    ):
        words = f"{_LASTS['驾驶']}|{_DRIVEN.pattern}"
    if (act := leaf.subject[-2:-1]) in _ACTS and not leaf.subject.endswith("居住证"):
        words = f"{words}|{act}[了过着]" if words else f"{act}[了过着]"  # 办了四个月, of 办证
    stays = leaf.subject[-2:] in ("居住", "暂住", "生活")  # 户口一直没迁过 is no household of no time
    if words and stays and re.search(_NOT_AT_ALL.format(words), text):
        return Interval.exactly(0)
    parts = re.split(r"[，。；,;？? ]", text) if words else []
    if stays:
        parts = [p for p in parts if not _WORKPLACE.search(p)]
    for before, part in pairwise(parts):
        if re.search(words, before) and not any(spans_in(before)) and _BARE.fullmatch(part):
            parts = [*parts, f"{before}{part}"]  # 我有居住证，办了四年了
            break
    for before, part in pairwise(["", *parts]):
        if _OF_PAPER.search(before) and _BARE.fullmatch(part) and not re.search(words, before):
            continue  # 手里有居住登记凭证，办了两个月
        if re.search(words, part) and (told := _time_in(part)) is not None:
            return told
        began = elapsed(part, as_of, "个月") if re.search(words, part) else None
        if began is not None:
            return began.much
    return None


_STILL_TO_COME = re.compile(r"剩余|余下|尚余|尚有|未到期")  # 剩余租期, 剩余有效期
_DAYS = (28, 31)  # in a month


def _time_in(part: str) -> Interval | None:
    """A length of time that is told, in months: 两年, 十天."""
    if (span := next(spans_in(part), None)) is not None:
        return span.much
    days = next((a.much for a in amounts_in(part) if a.unit == "天"), None)
    if days is None:
        return None
    short, long = _DAYS
    return Interval(days.low / long, days.high / short, said=days.said)


# 不住这, 没在这边住过: that it never began.
_NOT_AT_ALL = r"(?:不|没有?|未)(?:在[^，。；]{{0,6}})?(?:{})(?:过|这|那|在|[，。；吗呢]|$)"
_OF_PAPER = re.compile(r"[证照]$|证件|凭证|执照")
_ACTS = frozenset("办签领拿买租借住交缴存用开封")
# A breath that tells how long, and nothing of what.
_BARE = re.compile(
    r"(?:也|都|就|才|刚|已经?|我|有|到现在|现在|差不多|快|办|拿|领|签|住|开|用|存|交|持|满|了|过|着|下来)*"
    r"(?:[\d一二两三四五六七八九十半]+个?(?:多|半)?(?:年|月|天|周)(?:多|半)?)(?:了|整|左右|吧|的|呢|一直|从|没断|未断|没间断|过)*"
)


def _said_as(matter: str) -> str:
    """A matter in the notice's word and in those that people use for it; "" for no matter."""
    return "|".join(map(re.escape, (matter, *lexicon().synonyms.get(matter, ())))) if matter else ""


def judge_birth(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """A bound on the day of birth, by the day told or by the age."""
    day = date.fromordinal(int(leaf.value or 1))
    shown = written_day(day)
    ask = "请问出生日期是哪一天？"
    born = _born(person.birth_for(leaf.words), person)
    if born is None:
        return JudgedLeaf(leaf, _UNKNOWN, "出生日期未说明", ask)
    state = holds_for(leaf, born)
    side = "以前" if leaf.operator == "<=" else "以后"
    if state is _UNKNOWN:
        return JudgedLeaf(leaf, _UNKNOWN, f"按您说的不能确定是否{shown}{side}出生", ask)
    return JudgedLeaf(leaf, state, f"{'满足' if state is _MET else '不满足'}{shown}{side}出生")


def _born(born: SpokenDay | None, person: Person) -> Interval | None:
    """The days on which the person may have been born, as ordinals."""
    if born is not None:
        return Interval(Decimal(born.first.toordinal()), Decimal(born.last.toordinal()))
    if person.age is None or person.as_of is None or not person.age.high.is_finite():
        return None
    age = person.age.whole()
    first = months_after(person.as_of, -12 * (int(age.high) + 1)).toordinal() + 1
    last = months_after(person.as_of, -12 * int(age.low)).toordinal()
    return Interval(Decimal(first), Decimal(last))


def judge_elapsed(leaf: Leaf, notice: Notice, person: Person) -> JudgedLeaf:
    """The time since something happened, between the days that the person names or up to today."""
    event = leaf.subject or "该事项"
    found = elapsed(parts_about(leaf.subject or leaf.words, person.text), person.as_of, leaf.unit)
    ask = f"请问{event}是哪一天？"
    if found is None:
        return JudgedLeaf(leaf, _UNKNOWN, f"{event}的时间未说明", ask)
    state = holds_for(leaf, found.much)
    want = f"{bound_word(leaf.operator)}{spoken_amount(leaf.value or Decimal(0), leaf.unit)}"
    if state is _UNKNOWN:
        return JudgedLeaf(leaf, _UNKNOWN, f"{found.shown}，不能确定是否{want}", ask, told=found.shown)
    return JudgedLeaf(leaf, state, f"{found.shown}，{'满足' if state is _MET else '不满足'}{want}")
