"""A condition without a type against what a person says, by its words."""

from __future__ import annotations

from bot.answer_parts import ConditionState
from bot.judging.assertions import is_expected, said_of
from bot.judging.confined import short_of
from bot.judging.dated import judge_day_of
from bot.judging.dwellings import judge_dwelling
from bot.judging.in_force import judge_force
from bot.judging.in_whose_name import judge_name
from bot.judging.kin_homes import kin_at_home, lives_with_kin
from bot.judging.kleene import negated
from bot.judging.opposites import opposed
from bot.judging.scales import standing
from bot.judging.standings import in_state
from bot.judging.studied import at_school, called_pupil, judge_graduates
from bot.judging.study_years import in_study_year
from bot.judging.told_parts import denies
from bot.judging.vehicles import judge_vehicle
from bot.person.person import Person
from bot.speech.bounded import JudgedLeaf
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.conditions import PROVED_BY, Leaf

__all__ = ["judge_open"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN

# A certificate of no particular kind or grade.
_ANY_CERTIFICATE = re.compile(
    r"(?:且|并)?已?(?:取得|获得|持有|考取|领取)(?:相[应关]|有关)?的?(?:职业|资格|技能|等级|培训|合格)*证书?的?"
)


_AT_SCHOOL = re.compile(r"(?:在校|在读)的?(?:学|本科|专科|大专|大学|研究)?生|在校就读")
_STUDYING = re.compile(r"在读(?!过)|在校|正?读大[一二三四]|(?<!毕业)大[一二三四](?!学)")


def _enrolled(words: str, person: Person) -> bool | None:
    """Whether somebody is at school, where a condition is on that: 在校学生; None where it is not told."""
    if not _AT_SCHOOL.search(words) or denies(words):
        return None
    if any(not d.finished for d in person.degrees) or _STUDYING.search(person.text) or called_pupil(person):
        return True
    return False if person.degrees else None


# 能参加培训, 培训没问题: said of oneself, and not asked.
_TRAINING = re.compile(r"(?:能够?|愿意|可以)[^,;]{0,4}(?:参加|接受|完成)[^,;]*培训")
_ABLE = re.compile(
    r"(?:能够?|可以|愿意|保证)[^，。；？?]{0,6}培训(?![^，。；]{0,4}(?:吗|么|不|？|\?))|培训[^，。；？?]{0,4}(?:没问题|能参加|都行|可以(?!吗|不))"
)
_OTHER_THAN = re.compile(r"非|往届")  # 非应届毕业生 wants no 应届


def judge_open(leaf: Leaf, person: Person, floor: float) -> JudgedLeaf:
    """A condition that is stated in words alone; `floor` is the share of them that has to be said."""
    words = leaf.words.strip("；;。 ")
    if (graduates := judge_graduates(leaf, person)) is not None:
        return graduates
    if (dated := judge_day_of(leaf, person)) is not None:
        return dated
    if (so := in_state(words, person)) is not None:
        return JudgedLeaf(leaf, _MET if so else _UNMET, "按您说的" + ("满足" if so else "不满足"))
    if (studies := in_study_year(words, person)) is not None:
        return JudgedLeaf(leaf, _MET if studies else _UNMET, f"您说“{person.degrees[0].word}”")
    if together := lives_with_kin(words, person.text):
        return JudgedLeaf(leaf, _MET, f"您说“{together}”")
    if (kin := kin_at_home(words, person.text)) is not None:
        ask = "" if kin else f"请问您是否满足：{words[:80]}？"
        return JudgedLeaf(leaf, _MET if kin else _UNKNOWN, f"您说“{kin}”" if kin else f"“{words}”未说明", ask)
    for judge in (judge_force, judge_name, judge_vehicle):
        if (so_far := judge(words, person.text)) is not None:
            return JudgedLeaf(leaf, so_far, "按您说的" + ("满足" if so_far is _MET else "不满足"))
    if (home := judge_dwelling(words, person.text)) is not None:
        why = "按您说的" + ("满足" if home is _MET else "不满足")
        return _open_still(leaf, words) if home is _UNKNOWN else JudgedLeaf(leaf, home, why)
    if words.startswith(PROVED_BY):
        words, floor = words.removeprefix(PROVED_BY), _PAPER_NAMED
    words = words.removeprefix("限")
    if len(words) == _SHORT_NAME and words[1:] in person.text and words[:-1] not in person.text:
        floor = max(floor, _WITHOUT_KIND)
    state = said_of(words, person.text, floor)
    graded = standing(words, person.text)
    met = state is _MET or (graded is not None and graded.state is _MET)
    if met and not denies(words) and (few := short_of(words, person.text)):
        return JudgedLeaf(leaf, _UNMET, f"您说的是{few}，未达到要求的数量")
    if graded is not None and graded.state is not _UNKNOWN:
        by_grade = negated(graded.state) if denies(words) else graded.state
        if by_grade is _UNMET or state is not _UNMET:
            return JudgedLeaf(leaf, by_grade, f"您说的是{graded.said}")
    if state is _UNKNOWN and _TRAINING.search(words) and (told := _ABLE.search(person.text)):
        return JudgedLeaf(leaf, _MET, f"您说“{told[0]}”")
    if state is not _UNKNOWN:
        return JudgedLeaf(leaf, state, "按您说的" + ("满足" if state is _MET else "不满足"))
    if not denies(words) and (denied := _denied_kind(words, person.text)):
        return JudgedLeaf(leaf, _UNMET, f"您说“{denied}”")
    if now := at_school(words, person.text):
        return JudgedLeaf(leaf, _MET, f"您说“{now}”")
    if (enrolled := _enrolled(words, person)) is not None:
        return JudgedLeaf(leaf, _MET if enrolled else _UNMET, f"{'' if enrolled else '不'}是在读")
    if _DIPLOMA.fullmatch(words) and any(d.finished for d in person.degrees):
        return JudgedLeaf(leaf, _MET, "已毕业")
    if person.certificate not in (None, 9) and _ANY_CERTIFICATE.fullmatch(words):
        return JudgedLeaf(leaf, _MET, "持有证书")
    if not denies(words) and not _OTHER_THAN.search(words) and (against := opposed(person.text, words)):
        return JudgedLeaf(leaf, _UNMET, against)
    if is_expected(words):
        return JudgedLeaf(leaf, _MET, "未提及，按满足处理", presumed=True)
    return _open_still(leaf, words)


def _open_still(leaf: Leaf, words: str) -> JudgedLeaf:
    named = words if len(words) <= _NAMED else f"{words[: _NAMED - 1]}…"
    return JudgedLeaf(leaf, _UNKNOWN, f"“{named}”这一条未说明", f"请问您是否满足：{words[:80]}？")


# 取得毕业证书, beside the degree that is demanded.
_DIPLOMA = re.compile(r"(?:并|且)?(?:已|均)?(?:取得|获得|持有|领取)[^,]{0,8}(?:毕业|学历)证书?")
_SHORT_NAME, _WITHOUT_KIND = 3, 0.6  # 公司 says nothing of a 分公司: what makes it one comes first
_PAPER_NAMED = 0.75  # the share of the name of a paper that has to be said by who holds it
# 不是优抚也不是劳模: each kind that somebody says they are not, by its short name.
_IS_NONE = re.compile(
    r"(?:不是|不属于|并非|(?<!算)不算)(?:什么|啥)?(?P<kind>[\u4e00-\u9fff]{2,8}?)(?=也|不是|又|[，。；,;？?、]|$)"
)
# What may follow the short name of a kind of people: 优抚对象, 低保家庭成员.
_OF_KIND = r"(?:[\u4e00-\u9fff]{0,4}(?:人员?|对象|家庭|成员|户|者|身份|子女|职工|称号)|证|[中里]?的)*$"


def _denied_kind(words: str, text: str) -> str:
    """The words in which somebody says that they are not of a kind of people; `""` for none."""
    for denied in _IS_NONE.finditer(text):
        names = (denied["kind"], *lexicon().synonyms.get(denied["kind"], ()))
        if any(len(n) > 1 and re.search(re.escape(n) + _OF_KIND, words) for n in names):
            return denied[0]
    return ""


_NAMED = 16  # characters by which a condition in words is named
