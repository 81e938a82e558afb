"""For what kind of employer somebody works, against the kinds whose staff a notice is open to.

公务员 is of no 企事业单位, who has no employer is no 在职人员, a company of the central government (央企) is
one of those that a notice calls 部属单位.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer_parts import ConditionState
from corpus import patterns as re

__all__ = [
    "Employed",
    "employed_against",
    "employed_by_one_of",
    "owned_centrally",
    "staff_of",
    "tells_central",
    "tells_employer",
]

# Kinds of employers as people tell theirs.
_TOLD = {
    "机关": re.compile(
        r"(?<![考当报法])公务员(?!法|考试|面试)|机关(?:单位)?(?:里)?(?=上班|工作|的|干部|人员|编)|政府部门|行政编"
    ),
    "参公单位": re.compile(r"参公|参照公务员法"),
    "事业单位": re.compile(r"(?<!企)事业单位|事业编|公立(?:医院|学校|高校)|公办(?:学校|教师)"),
    "企业": re.compile(r"[国央民私外]企|企业(?!家)|公司|工厂|厂里"),
    "社会组织": re.compile(r"社会组织|社会团体|协会|学会|基金会|民办非企业|民非"),
    "没有单位": re.compile(
        r"自由职业|没有?(?:工作|固定)?单位|无(?:工作)?单位|灵活就业|失业(?!保险|金)|待业|无业|没工作(?!过|经)"
    ),
    "个体户": re.compile(r"个体(?:户|工商户|经营)|摆摊"),
}
# The same as a notice names them; of 企事业单位 both.
_NAMED = {
    "机关": re.compile(r"机关|公务员"),
    "参公单位": re.compile(r"参照公务员|参公|机关事业"),
    "事业单位": re.compile(r"事业"),
    "企业": re.compile(r"企事?业|公司|经济组织"),
    "社会组织": re.compile(r"社会组织|社会团体|民办非企业|社团|协会"),
    "没有单位": re.compile(r"自由职业|灵活就业|失业|无业|待业|未就业|劳动者|居民|个人"),
    "个体户": re.compile(r"个体"),
}
_STAFF = re.compile(
    r"[^,;。:：]{0,30}(?:单位|企业|机关|组织|团体|公司)(?:工作)?(?:的|中|内|里|在职|在岗|,|在)[^;。:：]{0,40}?"
    r"(?:人员|职工|员工|人才|工作者|干部|教师)"
    r"|[^,;。:：]{0,20}(?:单位|企业|机关|组织|团体|公司)(?:工作|从业|在职|专业技术|管理)*(?:人员|职工|员工|人才)"
)
_NOT_IN = re.compile(
    r"不得|不予|不适用|不受理|除外$|不属于|不能|推荐|委托|负责|审核|组织(?:实施|开展)|用人单位"
)
_OPEN_ENDED = re.compile(r"(?:单位|企业|机关|组织|团体|公司)等(?!级)")
_BRACKETS = re.compile(r"\([^()]*\)")
_LEFT_OUT = re.compile(r"\(不[含包][^()]{0,12}公务员")  # 企事业单位（不含参照公务员法管理的事业单位）
_IN_POST = re.compile(r"在职|在岗|现职")


@dataclass(frozen=True, slots=True)
class Employed:
    """How an employer stands to a sentence, in the words told and those of the sentence."""

    state: ConditionState
    said: str
    wanted: str


def staff_of(sentence: str) -> frozenset[str]:
    """The kinds of employers whose staff a sentence, folded, is open to; none where it says none."""
    plain = _BRACKETS.sub("", sentence)
    found = _STAFF.search(plain)
    if found is None or _NOT_IN.search(plain) or _OPEN_ENDED.search(plain):
        return frozenset()
    return frozenset(kind for kind, named in _NAMED.items() if named.search(found[0]))


def employed_against(told: str, sentence: str, open_to: frozenset[str]) -> Employed | None:
    """Whoever tells of an employer of no kind in `open_to`; None where they do not or may be of one.

    Those in `open_to` are of all sentences of the notice, `sentence` the one that speaks of staff.
    """
    kinds = dict(_kinds_told(told))
    if "参公单位" in kinds and (_LEFT_OUT.search(sentence) or "事业单位" not in open_to):
        kinds.pop("事业单位", None)  # they are named as left out, or none of the kind is let in
        kinds = {"参公单位": kinds["参公单位"], **kinds}
    elif not kinds or "参公单位" in kinds:
        return None
    if kinds.keys() & (open_to - {"参公单位"}):
        return None
    kind, said = next(iter(kinds.items()))
    post = "在职人员" if kind == "没有单位" and _IN_POST.search(sentence) else "人员"
    wanted = "、".join(k for k in _NAMED if k in open_to)
    return Employed(ConditionState.UNMET, said, f"{wanted}的{post}")


_OWNED = re.compile(
    r"股|法人|法定代表|老板|注册|名下|开了?家"
)  # a company that somebody has, and does not work for


def employed_by_one_of(told: str, open_to: frozenset[str]) -> str:
    """The employer that somebody tells, where it is of a kind in `open_to`; else `""`."""
    kinds = dict(_kinds_told(told))
    if "参公单位" in kinds or "没有单位" in kinds or _OWNED.search(told):
        return ""
    return next((said for kind, said in kinds.items() if kind in open_to), "")


def tells_employer(text: str) -> bool:
    """Whether somebody tells for what kind of employer they work."""
    return any(_kinds_told(text))


def _kinds_told(text: str) -> Iterator[tuple[str, str]]:
    for kind, pattern in _TOLD.items():
        if found := pattern.search(text):
            yield kind, found[0]


_CENTRAL = re.compile(r"央企|中央企业|中央(?:直属)?单位|部属|央属|国资委直属")
_OF_CENTRAL = re.compile(
    r"(?:部属|央属|中央(?:在|驻)?|部委所属|国家部委)[^,;。]{0,12}(?:单位|企业|机构)[^,;。]{0,8}?经(?P<leave>[^,;。]{2,16}?(?:委托|同意|批准|授权))"
)
_GIVEN = re.compile(
    r"(?<!没)(?<!没有)(?<!未)(?:有|已|拿到|取得|出具|办了|经|[出给开批做]了)[^，。]{0,8}?(?:委托|同意|批准|授权)"
)
_REFUSED = re.compile(r"(?:没有?|未|不)[^，。]{0,6}(?:委托|同意|批准|授权)")


def tells_central(text: str) -> bool:
    """Whether somebody tells that their employer is of the central government's own."""
    return _CENTRAL.search(text) is not None


def owned_centrally(told: str, sentence: str) -> Employed | None:
    """Staff of the central government's own where a sentence lets those in by leave of somebody."""
    said, way = _CENTRAL.search(told), _OF_CENTRAL.search(sentence)
    if said is None or way is None:
        return None
    state = ConditionState.UNKNOWN
    if _REFUSED.search(told):
        state = ConditionState.UNMET
    elif _GIVEN.search(told):
        state = ConditionState.MET
    return Employed(state, said[0], f"经{way['leave']}")
