"""Who or what stands outside what a notice is open to as a whole: by employer, by kind, by place, by field.

评审范围：甲市企事业单位在职人员 keeps out a civil servant, whatever the lists below it let in; 须注册在乙省
keeps out a company of another province; 专业范围：甲、乙专业，丙等新职业除外 takes in 乙 and leaves out 丙.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Answer
from bot.answer_parts import Condition, ConditionState, Intent, Missing, Outcome, Verdict
from bot.figures.draft import Draft
from bot.judging.employers import (
    employed_against,
    employed_by_one_of,
    owned_centrally,
    staff_of,
    tells_central,
    tells_employer,
)
from bot.judging.member_sets import members_named, membership
from bot.person.person import Person
from bot.person.waived import waives
from bot.speech.regions import is_region, lies_in
from bot.verdict.echo import echo_of
from corpus import patterns as re
from corpus.notice import Notice
from corpus.once import once_per_notice
from corpus.rules.condition_sentences import ConditionSentence, condition_sentences
from corpus.rules.rules import compile_groups

__all__ = ["outside"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN


@dataclass(frozen=True, slots=True)
class _Found:
    """How what was told stands to a sentence, why, and what to ask where that decides it."""

    sentence: ConditionSentence
    state: ConditionState
    why: str
    ask: str = ""
    replies: tuple[str, ...] = ()


def outside(notice: Notice, person: Person) -> Answer | None:
    """The answer where what a person tells stands outside or is named as inside; None for neither."""
    readings = (_by_employer, _by_owner, _by_kind, _by_place, _by_field, _by_kind_let_in)
    for read in readings:
        for found in read(notice, person):
            return _told(notice, person, found)
    return None


def _told(notice: Notice, person: Person, found: _Found) -> Answer:
    heads = {_MET: "可以", _UNMET: "不可以，不符合要求", _UNKNOWN: "还不能确定"}
    verdicts = {_MET: Verdict.ELIGIBLE, _UNMET: Verdict.NOT_ELIGIBLE, _UNKNOWN: Verdict.NEEDS_INFO}
    draft = Draft()
    draft.add(f"{heads[found.state]}：{found.why}。")
    draft.add_below_headline(echo_of(person))
    sentence = notice.text[found.sentence.span.start : found.sentence.span.end]
    draft.add(sentence)
    index = draft.cite(notice, found.sentence.clause, found.sentence.span)
    asked = (Missing("open", found.ask, found.replies),) if found.ask else ()
    if found.ask:
        draft.add(found.ask)
    return Answer(
        Outcome.CLARIFY if asked else Outcome.ANSWERED,
        Intent.ELIGIBILITY,
        draft.text,
        verdict=verdicts[found.state],
        conditions=(Condition(sentence.strip("。；; "), found.state, index, found.why),),
        missing=asked,
        facts=draft.stated_facts(),
        citations=tuple(draft.citations),
        suggestions=found.replies if asked else (),
        confidence=0.8,
    )


# --- by employer --------------------------------------------------------------------------------------


@once_per_notice
def _open_to(notice: Notice) -> tuple[tuple[ConditionSentence, frozenset[str]], ...]:
    """The sentences that say of what kinds of employers the staff is let in, with these kinds."""
    named = ((s, staff_of(s.text)) for s in condition_sentences(notice))
    return tuple((s, kinds) for s, kinds in named if kinds)


def _by_employer(notice: Notice, person: Person) -> Iterator[_Found]:
    if not tells_employer(person.text):
        return
    named = _open_to(notice)
    open_to = frozenset[str]().union(*(kinds for _, kinds in named))
    for sentence, _ in named:
        against = employed_against(person.text, sentence.text, open_to)
        if against is not None and not _lets_jobless_in(notice, against.said):
            yield _Found(sentence, against.state, f"您说的是{against.said}，通知面向{against.wanted}")


_JOBLESS = re.compile(r"失业|待业|无业|下岗|没有?工作|没上班")
_FOR_JOBLESS = re.compile(r"失业|未就业|无业|待业|下岗|就业困难")


def _lets_jobless_in(notice: Notice, said: str) -> bool:
    """Whether somebody tells to be without work, and a sentence speaks of those who are."""
    told = _JOBLESS.search(said) is not None
    return told and any(_FOR_JOBLESS.search(s.text) for s in condition_sentences(notice))


_TELLS_MORE = re.compile(
    r"[，,][^，,]*(?:没|未|不|[\d一二两三四五六七八九十]年|[\d一二两三四五六七八九十]个月)[^，,]*[，,]"
)


def _by_kind_let_in(notice: Notice, person: Person) -> Iterator[_Found]:
    """Whoever tells of nothing but an employer of a kind that is let in."""
    if person.tells or tells_central(person.text) or _TELLS_MORE.search(person.text):
        return
    named = _open_to(notice)
    said = employed_by_one_of(person.text, frozenset[str]().union(*(kinds for _, kinds in named)))
    for sentence, _ in named if said else ():
        yield _Found(sentence, _MET, f"您说的是{said}，在通知面向的单位之内")


def _by_owner(notice: Notice, person: Person) -> Iterator[_Found]:
    if not tells_central(person.text):
        return
    for sentence in condition_sentences(notice):
        found = owned_centrally(person.text, sentence.text)
        if found is None:
            continue
        leave = found.wanted
        if found.state is _UNKNOWN:
            why = f"您说的是{found.said}，通知要求{leave}"
            yield _Found(sentence, _UNKNOWN, why, f"请问是否已{leave}？", (f"已{leave}", f"没有{leave}"))
        else:
            had = "已" if found.state is _MET else "没有"
            yield _Found(sentence, found.state, f"您说的是{found.said}，{had}{leave}")


# --- by kind of people --------------------------------------------------------------------------------

# That a sentence lets in those whom it names, and says nothing else of them.
_LETS_IN = re.compile(
    r"对象|范围|面向|仅限|只限|只(?:招|接受|面向)|^(?:凡|各|全[国省市校]|本|具有|持有|在|具备|取得|年满|须|应|必须|申请人|我)|(?:生|者|人员|籍|人|口)(?:\([^()]*\))?[。;]?$"
)


_NAMES_WHOM = re.compile(
    r"[^\d%,;。]{0,40}(?:\([^()]*\))?[。;]?"
)  # a sentence that does nothing but name them


@once_per_notice
def _open_to_kinds(notice: Notice) -> tuple[ConditionSentence, ...]:
    """The sentences that let in members of a set (`bot.judging.member_sets`)."""
    return tuple(s for s in condition_sentences(notice) if members_named(s.text) and _LETS_IN.search(s.text))


def _by_kind(notice: Notice, person: Person) -> Iterator[_Found]:
    """Another member of a set than those let in, whom no sentence of the conditions names."""
    told = [(s, m) for s in _open_to_kinds(notice) if (m := membership(person.text, s.text)) is not None]
    if any(m.state is not _UNMET for _, m in told):
        sentence, member = next((s, m) for s, m in told if m.state is not _UNMET)
        if not compile_groups(notice) and _NAMES_WHOM.fullmatch(sentence.text):  # nothing else is demanded
            yield _Found(sentence, _MET, f"您说的是“{member.said}”，在通知面向的人员之内")
        return
    for sentence, member in told:
        wanted = "、".join(member.wanted)
        yield _Found(sentence, _UNMET, f"您说的是“{member.said}”，通知面向{wanted}")


# --- by place -----------------------------------------------------------------------------------------

_PLACE = r"[\u4e00-\u9fff]{2,7}?(?:省|市|自治区)|本[省市]|我[省市]"
_REGISTERED = re.compile(
    rf"注册(?:登记)?(?:地)?(?:须|应当?|必须)?(?:在|于)(?P<behind>{_PLACE})"
    rf"|在(?P<before>{_PLACE})(?:境内|行政区域内|辖区内|范围内)?[^,。;]{{0,8}}?(?:登记|依法|合法)*注册"
)
_FIRM = r"(?:企业|公司|厂|单位|机构|合作社)"
_FIRM_IN = (
    re.compile(
        rf"(?:我们?(?:的)?|本|这家|一家)?{_FIRM}(?:的)?(?:是|注册地?)*(?:在|是|位于)(?P<place>[\u4e00-\u9fff]{{2,6}}?)(?:注册|的|，|。|$|能|可)"
    ),
    re.compile(r"注册(?:地址?)?(?:在|是|于)(?P<place>[\u4e00-\u9fff]{2,6}?)(?:的|，|。|$|能|可)"),
    re.compile(
        rf"(?P<place>外[省市地](?:市)?|[\u4e00-\u9fff]{{2,3}}[省市]?)(?:注册)?的[^，。的]{{0,6}}?{_FIRM}"
    ),
    re.compile(rf"(?P<place>外[省市地]|[\u4e00-\u9fff]{{2,3}}[省市])(?!级)[^，。的]{{0,4}}?{_FIRM}"),
)
# Nothing is told but where the firm is: 乙市的企业能申报吗.
_ASKS_ALONE = re.compile(
    rf"[^，。、]{{0,16}}{_FIRM}，?[^，。]{{0,4}}(?:能|可以?)[^，。]{{0,20}}[吗么不][？?]?"
)
_MAINLY = re.compile(r"以(?P<place>[\u4e00-\u9fff]{2,8})为主的?[^,。;]{0,6}(?:单位|企业|机构|人员)")


@once_per_notice
def _places_demanded(notice: Notice) -> tuple[tuple[ConditionSentence, str, str], ...]:
    """The sentences that demand a place, with that where a firm is registered and that where most are of;
    `""` for none."""
    found = []
    for sentence in condition_sentences(notice):
        wanted, mainly = _REGISTERED.search(sentence.text), _MAINLY.search(sentence.text)
        if wanted or mainly:
            within = _meant(wanted["behind"] or wanted["before"], notice) if wanted else ""
            found.append((sentence, within, mainly["place"] if mainly else ""))
    return tuple(found)


def _by_place(notice: Notice, person: Person) -> Iterator[_Found]:
    demanded = _places_demanded(notice)
    if not demanded or any(waives(s.text, person.text) for s in condition_sentences(notice)):
        return  # of whom it is told a place does not matter
    for sentence, within, mainly in demanded:
        if within:
            place = _place_of_firm(person.text)
            lies = lies_in(place, within) if place else None
            if lies is False:
                yield _Found(sentence, _UNMET, f"您说的是{place}，通知要求注册在{within}")
            elif lies and _ASKS_ALONE.fullmatch(person.text):
                yield _Found(sentence, _MET, f"{place}在{within}之内，其他条件仍须符合")
        if mainly and _says_elsewhere(person.text, mainly):
            why = f"通知写的是“以{mainly}为主”，没有写明其他地方的能否参加，请向发布单位核实"
            yield _Found(sentence, _UNKNOWN, why)


def _meant(place: str, notice: Notice) -> str:
    """The place that 本省 or 我市 stands for, by the names that a notice bears; `""` for none."""
    if place[0] not in "本我":
        return place
    named = re.search(rf"[\u4e00-\u9fff]{{2,3}}?{place[1]}", f"{notice.issuer} {notice.title}")
    return named[0] if named else ""


def _place_of_firm(text: str) -> str:
    """Where a firm is, as told; `""` where no known place or none with 省 or 市 is named."""
    for pattern in _FIRM_IN:
        for found in pattern.finditer(text):
            place = found["place"]
            if is_region(place) or re.fullmatch(r"外[省市地]市?|[\u4e00-\u9fff]{2,4}[省市]", place):
                return place
    return ""


def _says_elsewhere(text: str, place: str) -> bool:
    """Whether somebody says that they are not in a place, in full or by its first two characters."""
    name = rf"(?:{re.escape(place)}|{re.escape(place[:2])})"
    if re.search(rf"(?:不在|不是|非|没在){name}|{name}(?:以)?外", text):
        return True
    at = re.search(r"在(?P<at>[\u4e00-\u9fff]{2,5}?[区县市])(?:上班|工作|任职|就业)", text)
    return at is not None and place[:2] not in at["at"] and not place.endswith(at["at"])


# --- by field -----------------------------------------------------------------------------------------

_RANGE = re.compile(
    r"(?P<title>[^,。;:]{0,10}(?:专业|职业|工种|项目|学科|领域|申报|评审)?范围):(?P<within>[^,;]+),(?P<out>.+?)除外$"
)
_NAMES = re.compile(r"、|以及|及其?|和|与|或者?|等|,")
_SELF = re.compile(r"(?:专业|方向|领域|类|工种|职业|岗位)$")


@once_per_notice
def _ranges(notice: Notice) -> tuple[tuple[ConditionSentence, re.Match[str]], ...]:
    """The sentences that say which fields are within and which left out."""
    found = ((s, _RANGE.fullmatch(s.text.strip("。;"))) for s in condition_sentences(notice))
    return tuple((s, ranged) for s, ranged in found if ranged is not None)


def _by_field(notice: Notice, person: Person) -> Iterator[_Found]:
    for sentence, ranged in _ranges(notice):
        left_out = _named(ranged["out"], person.text)
        if left_out:
            yield _Found(sentence, _UNMET, f"{left_out}在通知的{ranged['title']}之外（除外）")
        inside = _named(ranged["within"], person.text)
        if inside and not left_out and not person.tells and not tells_employer(person.text):
            yield _Found(sentence, _MET, f"{inside}在通知的{ranged['title']}之内，其他条件仍须符合")


def _named(listed: str, said: str) -> str:
    """The longest name of a list that is said."""
    names = (_SELF.sub("", n) for n in _NAMES.split(re.sub(r"\([^()]*\)", "", listed)))
    told = [n for n in names if len(n) >= 3 and n in said]
    return max(told, key=len, default="")
