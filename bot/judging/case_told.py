"""How far a question tells the case of which a sentence of a notice speaks: 门卡丢了 on 遗失门卡的."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.answer_parts import ConditionState
from bot.judging.aims import kinds_of_people, says_kind
from bot.judging.bounds_told import bounds_told
from bot.judging.kinds import acts_like, kinds_of, said_in
from bot.judging.kleene import all_of
from bot.judging.opposites import opposed
from bot.judging.phrases import word_ends
from bot.person.person import Person
from bot.speech.bounded import JudgedLeaf
from bot.speech.lead_time import judge_lead, lead_told
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.conditions.conditions import Attribute, Leaf
from corpus.notice import Notice
from index.normal import search_key

__all__ = ["CaseReader", "CaseTold"]

_MET, _UNMET, _UNKNOWN = ConditionState.MET, ConditionState.UNMET, ConditionState.UNKNOWN
_ORDER = {_UNMET: 0, _UNKNOWN: 1, _MET: 2}
_TOLD = 0.5  # the share of the words of a case that is told by who is of it
_BOUND = 2.0  # the weight of a bound that is kept to
_SAID, _IN_PART = 0.75, 0.6  # from which degree on a word is said; what one counts for said by a part of it


@dataclass(frozen=True, slots=True)
class CaseTold:
    """Whether a case is that of who asks, the weight of what is told of it, why, and what has to be known."""

    state: ConditionState
    weight: float = 0.0
    why: str = ""
    unknown: tuple[JudgedLeaf, ...] = ()


_NOT = CaseTold(_UNMET)


class CaseReader:
    """Reads cases against one question; `words` gives the words of a text that say what it is about."""

    def __init__(
        self, asked: str, person: Person, notice: Notice, words: Callable[[str], Mapping[str, float]]
    ) -> None:
        self.asked = _key(asked)
        self.person = person
        self.notice = notice
        self._words = words
        self.lead = lead_told(self.asked, person.as_of)

    def words(self, text: str) -> dict[str, float]:
        """The words of a text that say what it is about, none glued to another."""
        return _parted(self._words(text))

    def read(self, case: str) -> CaseTold:
        """How far the question tells a case; what only leads up to it need not be told."""
        if opposed(self.asked, _key(case)) or _of_other_side(self.asked, _key(case)):
            return _NOT
        told: list[CaseTold] = []
        for piece, needed in _pieces(case):
            best = max(
                (self._alternative(a) for a in _alternatives(piece)),
                key=lambda t: (_ORDER[t.state], t.weight),
            )
            if best.state is _UNMET and needed:
                return _NOT
            told += [best] if best.state is _UNKNOWN or best.weight else []
        if not told:
            return _NOT
        why = "，".join(t.why for t in told if t.why)
        unknown = tuple(j for t in told for j in t.unknown)
        return CaseTold(all_of(t.state for t in told), sum(t.weight for t in told), why, unknown)

    def _alternative(self, text: str) -> CaseTold:
        """One way to be of a case: its bounds, and the share of its words that is told."""
        by_lead = judge_lead(text, self.lead)
        bounds = bounds_told(text, self.notice, self.person) if by_lead is None else []
        if by_lead is _UNMET or any(b.state is _UNMET for b in bounds):
            return _NOT
        own = {
            w: i for w, i in self.words(_NEGATIONS.sub(",", text)).items() if self._telling(w, bool(bounds))
        }
        said = {w: self._said(w, text) for w in own}
        if any(s < 0 for s in said.values()):
            return _NOT
        kinds = kinds_of_people(text)
        if kinds and not bounds and all(says_kind(k, self.asked) < _TOLD for k in kinds):
            return _NOT
        weight = sum(own[w] * s for w, s in said.items())
        share = weight / sum(own.values()) if own else 1.0
        met = [b for b in bounds if b.state is _MET]
        if share < _TOLD and by_lead is None and not met:
            return _NOT
        unknown = tuple(b for b in bounds if b.state is _UNKNOWN)
        if not bounds and _OF_A_KIND.search(text) and share < _FOR_SURE and any(not s for s in said.values()):
            unknown = (_of_which_kind(text),)
        state = _UNKNOWN if unknown or by_lead is _UNKNOWN else _MET
        why = "，".join(b.why for b in met)
        return CaseTold(state, weight + _BOUND * (len(met) + (by_lead is _MET)), why, unknown)

    def _telling(self, word: str, bounded: bool) -> bool:
        """Whether a word tells a case: no figure, nor who it is in general where a bound says so closer."""
        return not (
            _FIGURE.search(word) or _IMPLIED.fullmatch(word) or (bounded and _ANYBODY.fullmatch(word))
        )

    def _said(self, word: str, text: str) -> float:
        """How fully the question says a word of a case, less than nothing where it says the opposite."""
        bare = _LACKING.sub("", word)
        surface = next((n for n in _names_of(bare) if n in self.asked), "")
        surface = surface or next((w for w in self.words(self.asked) if bare in _meant_by(w)), "")
        degree = 1.0 if surface else said_in(bare, self.asked)
        if degree < _SAID:
            surface = next(
                (c for c in (bare if len(bare) == _SHORTEST else bare[-1]) if c in self._alone()), ""
            )
            degree = _IN_PART if surface else 0.0
        if degree and surface and _is_denied(self.asked, surface) != _is_denied(text, bare):
            return -1.0 if degree >= _SAID else 0.0
        return degree

    def _alone(self) -> str:
        """What the question says in words of one character: 装 of 没装暖气片, 村 of 村里."""
        words = (_LACKING_OR_IN.sub("", w) for w in self.words(self.asked))
        return "".join(w for w in words if len(w) == 1)


# 听力残疾人: one kind of those whom somebody says that they are of.
_OF_A_KIND = re.compile(r"残疾(?:人|者|学生|儿童)?$|病(?:人|患)?者?$")
_FOR_SURE = 0.67


def _of_which_kind(text: str) -> JudgedLeaf:
    leaf = Leaf(Attribute.OPEN, "is", None, "", text)
    return JudgedLeaf(leaf, _UNKNOWN, f"是否属于{text}未说明", f"请问您是否属于{text}？")


_SHORTEST, _REACH = 2, 4
_BEFORE = re.compile(r"([\u4e00-\u9fff]{2})(?:之|以)?前")
_LATER = r"(?:[\d一两二三四五六七八九十]+个?(?:天|日|周|月|小时|课时))?(?:之|以)?后"


def _of_other_side(asked: str, case: str) -> bool:
    """Whether one is before an event and the other after it: 开课前 against 开课两周后."""
    return any(
        re.search(m[1] + _LATER, other)
        for one, other in ((asked, case), (case, asked))
        for m in _BEFORE.finditer(one)
    )


_NEGATIONS = re.compile(r"尚?未(?=[\u4e00-\u9fff]{2})|没有?")
_LACKING_OR_IN = re.compile(r"^[没未不](?=.$)|(?<=^.)(?:[里上内中]|[子儿])$")
_LACKING = re.compile(r"^(?:尚?未|没有?|无|不)(?=[\u4e00-\u9fff])")
_DENIES = re.compile(r"(?:没有?|未|不是|并非|无|从不|不)(?:办理?|去|来|有|再|能|被|给|交|人)?[的过]?$")
_DENIED_BEHIND = re.compile(r"(?:也|都|还|一直)*(?:没有?|未|不)(?:[办交拿还清缴有了]|$|[,，])")
_FIGURE = re.compile(
    r"\d|^[前后满内外起年次天日元岁吨度]$|^(?:小时|分钟|周岁|课时|个月)$|^不?(?:超过|低于|少于|足|满)$|^[未不]满|^[每当]次|^[上本当]?年度$|以[上下内]"
)
# What goes without saying where money is asked back or a thing is asked for.
_IMPLIED = re.compile(
    r"取消|退订|退班|退票|退款|申请|办理|提出|继续|等|因|情形|之一|原因|进行|使用|报名|凭证|可|按"
)
_ANYBODY = re.compile(r"老年人|老人|儿童|少年儿童|少年|读者|居民|人员|学员|观众|市民|乘客|游客|旅客|者")


def _parted(words: Mapping[str, float]) -> dict[str, float]:
    """Words with those that were glued together parted, each part with its share of the weight: 装水表."""
    found: dict[str, float] = {}
    for word, weight in words.items():
        cuts = sorted(word_ends(word))
        for start, end in pairwise(cuts if len(word) > _SHORTEST else (0, len(word))):
            found[word[start:end]] = weight * (end - start) / len(word)
    return found


def _key(text: str) -> str:
    return search_key(text).replace("缴", "交")


def _names_of(word: str) -> tuple[str, ...]:
    return (word, *lexicon().synonyms.get(word, ()))


def _meant_by(word: str) -> tuple[str, ...]:
    """The kinds that a word is of, and the acts that come to the same: 散热器 of 暖气片, 安装 of 装."""
    plain = _LACKING_OR_IN.sub("", word)
    return (*kinds_of(plain), *acts_like(plain))


def _is_denied(text: str, word: str) -> bool:
    """Whether a text denies what a word in it says, right before it or behind it."""
    at = text.find(word)
    before, behind = text[max(0, at - _REACH) : at], text[at + len(word) :]
    return at >= 0 and bool(_DENIES.search(before) or _DENIED_BEHIND.match(behind))


# How it is shown, how it is done and what is paid: no part of the case.
_BESIDES = re.compile(
    r"(?:可以?|全额|全部|当场|享受|另|也|均|都|即|暂|予以|给予|一律|双倍|原路)+$|^(?:对于?|因|由于|凡|如|其中|已)|[凭持按经][^,的\d]{2,14}$"
    r"|(?:相关|有关)?(?:费用|使用费|押金|款项|材料费|余款)$|的$|者$"
)
_CASE = re.compile(r"(?:的|者|时|(?:家庭|人员|居民|职工|学生|读者|观众|商铺|企业|单位|对象|子女)|[前后外])$")
# What opens a list, and what everybody has done who asks: 门票售出后.
_GIVEN = re.compile(
    r"(?:下列|以下|上述)[^,]{0,12}(?:情形|情况|条件|人员|行为|家庭|对象|之一)"
    r"|(?:售出|购买|购票|报名|交费|预约|预订|出票|支付|办理)(?:成功)?(?:之|以)?后$"
)


def _pieces(case: str) -> Iterator[tuple[str, bool]]:
    """The parts of a case, each with whether it has to be told: what describes somebody, else the first."""
    parts = [p for p in re.split(r",|(?<!\d):|:(?!\d)", _key(case)) if not _GIVEN.search(p)]
    found = [(plain, bool(_CASE.search(p))) for p in parts if len(plain := _bare(p)) > 1]
    alone = not any(needed for _, needed in found)
    yield from ((plain, needed or (alone and not i)) for i, (plain, needed) in enumerate(found))


def _bare(part: str) -> str:
    while (shorter := _BESIDES.sub("", part)) != part:
        part = shorter
    return part


_MEMBERS = re.compile(r"、|或者?|和(?!解)|以?及其?|(?<=[\u4e00-\u9fff]{2})等(?![级候待于同奖])")
_UNABLE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:而|导致|造成)?(?:无法|不能|未能)[^,]*$"
)  # what comes of a cause
_OF_ALL = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:未|没有|无|不)[^,]+$")


def _alternatives(piece: str) -> list[str]:
    """The members of a list, each with what its last says of all: 车库、阳台未安装X的."""
    members = [a for a in _MEMBERS.split(piece) if len(a) > 1] or [piece]
    members = [m for each in members if len(m := _UNABLE.sub("", each)) > 1] or members
    tail = _OF_ALL.search(members[-1]) if len(members) > 1 else None
    return [f"{m}{tail[0]}" for m in members[:-1]] + members[-1:] if tail else members
