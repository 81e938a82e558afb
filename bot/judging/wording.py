"""What the wording of a passage says of what is asked: forbidden, waived, left out, permitted, demanded."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer_parts import Verdict
from bot.conversation.question import Question
from bot.finding.evidence import Evidence
from bot.judging.excepted import claims, exceptions_in, leaves_open, takes_back
from bot.judging.opposites import opposed
from bot.judging.other_cases import (
    FORBIDS,
    FRAUD,
    by_other_means,
    in_time_only,
    is_lapsed,
    of_all_together,
    of_another_event,
    of_fraud,
    supposes_another,
    without_lateness,
)
from bot.judging.permitted import COMMON, LEAVE_GIVEN, nearest, plain_form
from bot.judging.told_parts import affirmed
from bot.person.waived import waives, waives_for_some
from bot.speech.duty_asked import asks_duty
from bot.speech.lexicon import lexicon
from bot.speech.time_asked import asking_part
from corpus import patterns as re
from corpus.values.leads import governing_clause
from index.normal import search_key

__all__ = [
    "FORBIDDEN",
    "MISCONDUCT",
    "by_words",
    "left_out",
]

# Why, where a prohibition or a list of conduct that is punished speaks of what is asked.
FORBIDDEN, MISCONDUCT = "通知明确不可以", "属于通知所列的违规行为"
_ALLOWS_LATER = re.compile(r"允许")
_CLEAR_NO = re.compile(r"不再|视为放弃|无效")
_DENIED = re.compile(
    r"(?:还没有?|没有?|未曾?|尚未|不是|并非|非|不)(?:正式|经过|办理|通过|公开|有)?([\u4e00-\u9fff]{2,4})"
)


def by_words(question: Question, evidence: Evidence) -> tuple[Verdict, str] | None:
    """What the wording of a passage makes of the question, and why; None where it does not speak of it."""
    asked = f"{question.context} {question.text}"
    text = nearest(asked, search_key(evidence.passage.text))
    duty = asks_duty(question.text)
    if waives(text, asking_part(question.text) if duty else asked):
        return Verdict.ELIGIBLE, "通知对此不作要求"
    if waives_for_some(text, asked):
        return Verdict.NEEDS_INFO, "通知只对部分人不作要求"
    if duty:
        return None  # what has to be brought is nothing that may or may not be done
    if claimed := [e for e in exceptions_in(text) if claims(e, text, asked)]:
        if all(leaves_open(e, asked) for e in claimed):
            return None
        if taken := next((e for e in claimed if takes_back(e, text)), ""):
            return Verdict.NOT_ELIGIBLE, f"通知写明{taken}除外"
        return Verdict.ELIGIBLE, "符合除外情形"
    if is_lapsed(asked, text):
        return Verdict.NOT_ELIGIBLE, "已超过期限，须重新申报"
    if in_time_only(asked, text) and FORBIDS.search(text):
        return None
    against = opposed(asked, text) or _denied_demand(asked, text)
    if against:
        return Verdict.NOT_ELIGIBLE, against
    sourced = _source_named(asked, text)
    if sourced is not None:
        return sourced, ""
    if _one_of_several(question, evidence):
        return Verdict.ELIGIBLE, "所列各项有其中之一即可"
    if name := left_out(asked, text):
        return Verdict.NOT_ELIGIBLE, f"通知写明不包括{name}"
    if _ALLOWS_LATER.search(LEAVE_GIVEN.sub("", text)) and _speaks_of(asked, [text]):
        return Verdict.ELIGIBLE, "通知允许"
    if step := _step_not_taken(asked, search_key(evidence.passage.text)):
        return Verdict.NOT_ELIGIBLE, step
    if undone := _out_of_order(asked, search_key(evidence.passage.text)):
        return Verdict.NOT_ELIGIBLE, undone
    if of_all_together(asked, text):
        return None
    if by_other_means(asked, text):
        return Verdict.NEEDS_INFO, ""
    if supposes_another(asked, text) or _WHAT_IT_IS.search(question.text):
        return None
    if of_fraud(asked, text) or of_another_event(f"{asked} {evidence.notice.title}", text):
        return None
    text = _EXCEPTS.sub("", _without_duties_of_others(text, asked))
    text = without_lateness(asked, text)
    clearly = bool(_CLEAR_NO.search(text)) and evidence.coverage >= 0.4
    if FORBIDS.search(text) and (clearly or _speaks_of(asked, _parts_with(text, FORBIDS))):
        return Verdict.NOT_ELIGIBLE, FORBIDDEN
    if FRAUD.search(asked) and any(FRAUD.search(p) for p in _parts_with(text, FORBIDS)):
        return Verdict.NOT_ELIGIBLE, FORBIDDEN
    if evidence.coverage >= 0.5 and _is_misconduct(evidence):
        return Verdict.NOT_ELIGIBLE, MISCONDUCT
    if evidence.coverage >= 0.9 and _forbids_by_name(question.text, text):
        return Verdict.NOT_ELIGIBLE, FORBIDDEN
    return None


# 家务劳动除外 forbids nothing to who does not name it, and who does was heard above.
_EXCEPTS = re.compile(r"[^,，。;；:：]*除外(?=[,，。;；)）]|$)")
# 经营者不得收取手续费: what is forbidden to who provides, and to nobody who asks for what is provided.
_TO_PROVIDERS = re.compile(
    r"(?:^|(?<=[,，。;；]))(?:[\u4e00-\u9fff]{0,6}(?:管理方|经营者|商家|卖方|平台|机构|单位|学校|中心|公司|房东|物业|银行|医院|中介|主办方|承办方)|工作人员)"
    r"(?:一律|均|都|也)?不得(?P<act>(?:收取|收费|拒绝|拒收|要求|强制|限制|推诿|变相|歧视|另行|加收|向)[^,，。;；]*)"
)


def _without_duties_of_others(text: str, asked: str) -> str:
    """A text without what it forbids to those who provide a thing, unless that is asked about."""
    return _TO_PROVIDERS.sub(lambda m: m[0] if m["act"][-2:] in asked else "", text)


# 理论合格后方可参加实操: what has to come first, and that it did not.
_FIRST = re.compile(
    r"(?P<step>[^,，。;；]{2,12}?)(?P<done>合格|通过|及格|达标)(?:之|以)?后[,，]?(?:方|才)(?:可以?|能)(?P<then>[^,，。;；]{2,16})"
)
_NOT_PASSED = re.compile(r"(?:没有?|未|不)能?(?:通?过|及格|合格|达标)|挂了")


def _step_not_taken(asked: str, text: str) -> str:
    """The step that has to be passed before what is asked about, where the question says it was not."""
    first = _FIRST.search(text) if _NOT_PASSED.search(asked) else None
    if first is None or first["step"][-2:] not in asked:
        return ""
    then = first["then"]
    asks_then = any(then[i : i + 2] in asked and then[i : i + 2] not in COMMON for i in range(len(then) - 1))
    return f"{first['step']}{first['done']}后方可{then}" if asks_then else ""


# 先上牌、领证，再申请; 先完成培训后方可上岗: what is done in which order, and that the first is not done.
_IN_ORDER = re.compile(
    r"先(?P<steps>[^,，。;；再]{2,20}?)(?:之?后)?[,，]?(?:再|后(?:方|才)?(?:可以?|能)|(?:方|才)(?:可以?|能))(?P<then>[^,，。;；]{2,16})"
)


def _out_of_order(asked: str, text: str) -> str:
    """What has to be done before what is asked about, where the question says that it is not done yet."""
    for order in _IN_ORDER.finditer(text):
        then = order["then"]
        asks_then = any(then[i : i + 2] in asked for i in range(len(then) - 1))
        undone = next((s for s in re.split("[、和并及]", order["steps"]) if _is_undone(s, asked)), "")
        if asks_then and undone:
            return f"须先{undone}"
    return ""


def _is_undone(step: str, asked: str) -> bool:
    """Whether a question says that a step is not done, by what it is done to: 牌还没上 of 上牌."""
    thing = re.escape(step[-1] if len(step) == _SHORTEST else step[-2:])
    undone = r"(?:还|都|也|一直)*(?:没有?|未)(?:来得及|去)?"
    behind = rf"{thing}(?:子|儿)?{undone}(?!有?[问错])"
    before = rf"{undone}[^,，。;；问错]{{0,4}}?{thing}"
    return re.search(f"{behind}|{before}", asked) is not None


# What something is, asked of no act: 技能评价是考试吗.
_WHAT_IT_IS = re.compile(
    r"^[^,，能可]{2,12}(?<!还)(?<!算)是(?!不是|否|违|可以|必)[^,，能可]{1,12}[吗么][?？]*$"
)


_NAMED = 4  # characters in a row that name a paper beyond doubt: 寄宿证明


def _one_of_several(question: Question, evidence: Evidence) -> bool:
    """Whether the passage is one of a list of papers of which one will do, and is what the person has."""
    lead = governing_clause(evidence.notice, evidence.passage.clause)
    if lead is None or not re.search(
        r"(?:材料|证明|证件|资料)之一|任选其一", evidence.notice.clause_text(lead)
    ):
        return False
    had = affirmed(question.text)
    own = search_key(evidence.passage.text)
    if had != question.text and not any(had[i : i + 2] in own for i in range(len(had) - 1)):
        return False
    named = any(had[i : i + _NAMED] in own for i in range(len(had) - _NAMED + 1))
    return (named or evidence.coverage >= 0.4) and bool(re.search(r"够|可以|行|能", question.text))


def _parts_with(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The parts of a sentence in which a word stands, each with the part before it."""
    parts = re.split(r"[,，。;；()（）]", text)
    told = (i for i, p in enumerate(parts) if pattern.search(p) and not _DESCRIBES.search(p))
    return ["".join(parts[max(0, i - 1) : i + 1]) for i in told]


_DESCRIBES = re.compile(r"^(?:不能|未能|不)(?:提供|提交|出具|证明|参加|完成)[^,，]*的$")  # whom it is about


def _is_misconduct(evidence: Evidence) -> bool:
    """Whether the passage stands in a list of conduct that is punished."""
    lead = governing_clause(evidence.notice, evidence.passage.clause)
    words = evidence.notice.clause_text(lead) if lead is not None else ""
    return bool(re.search(r"(?:下列|以下).{0,6}行为", words) and re.search(r"取消|不得|处", words))


def _forbids_by_name(asked: str, text: str) -> bool:
    """Whether a verb that the sentence forbids, alone or in a list, is the one asked about."""
    for match in re.finditer(r"(?:不得|不可|不能|不予)([^,，。;；]{2,16})", text):
        verbs = {part[:2] for part in re.split(r"[、或和]", match.group(1)) if len(part) >= 2}
        if any(v in asked and v not in COMMON for v in verbs):
            return True
    return False


def _speaks_of(asked: str, parts: Sequence[str]) -> bool:
    """Whether what is forbidden or waived is what is asked about: enough pairs of characters shared."""
    for text in parts:
        pairs = (text[i : i + 2] for i in range(len(text) - 1))
        grams = {g for g in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", g) and g not in COMMON}
        shared = {g for g in grams if g in asked}
        if len(shared) >= 3 or (len(shared) >= 2 and len(shared) >= 0.3 * len(grams)):
            return True
    return False


_SHORTEST = 2  # characters of what is named as left out


def left_out(asked: str, text: str) -> str:
    """A thing named as not included that the question is about."""
    match = re.search(r"(?:不包括|不含|不适用于|不包含)([^()（）。;；]{2,60})", text)
    if match is None:
        return ""
    names = re.split(r"[、和及与或,，]|其他|其它", match.group(1))
    known = lexicon().synonyms
    return next(
        (n for n in names if len(n) >= _SHORTEST and any(w in asked for w in (n, *known.get(n, ())))), ""
    )


_DEMANDS = re.compile(
    r"须|需(?!求)|(?<![适反对相供响感])应(?!届|聘|试|用|急|收)|(?<![主重摘概纲首紧必])要(?!点|素|闻|是)"
)


_GOES_ON = re.compile(r"(?:基础|经验|经历|背景|资质|资格|条件|能力|水平|成绩|证书?|记录)")


def _denied_demand(asked: str, text: str) -> str:
    """What the sentence demands and the question denies, `""` where nothing."""
    demands = [s for s in re.split(r"[。;；]", text) if _DEMANDS.search(s)]
    for match in _DENIED.finditer(plain_form(asked)):
        words = match.group(1)
        whole = words if _GOES_ON.match(words, 2) else words[:2]  # 没有法语基础 denies no 法语
        for part in dict.fromkeys((words, whole)):
            if any(_demanded(part, sentence) for sentence in demands):
                return f"{match.group(0)}，不符合要求"
    return ""


def _demanded(part: str, sentence: str) -> bool:
    """Whether a sentence that demands something names `part` among it, and does not waive or deny it.

    学历须为国家承认 demands of a degree what it must be, and none to be had.
    """
    return (
        part in sentence
        and not re.search(
            rf"(?:不|无需|不用)[^,，。]{{0,3}}{part}|(?:无|没有)(?:任何)?[^,，。]{{0,4}}{part}", sentence
        )
        and not re.search(rf"{part}(?:之?后|之?前|时|之日)", sentence)
        and not re.search(
            rf"{part}(?:[(（][^()（）]*[)）])?(?:必?须|应当?|需|要)(?:[为是经由在]|符合)", sentence
        )
        and not re.search(rf"未[^,，。]{{0,3}}{part}(?!的?(?:无效|不予|不得|视为))", sentence)
    )


def _source_named(asked: str, text: str) -> Verdict | None:
    """`由甲产生`: who is in 甲 may, who would come from elsewhere may not."""
    match = re.search(r"[由从](.{2,30}?)中?(?:遴选|推荐|选拔|产生)", text)
    if match is None:
        return None
    source = match.group(1)
    if re.search(r"(?:已经?|进了|入了|是|在)", asked.split(" ")[-1]) and _shares(
        source, asked.split(" ")[-1]
    ):
        return Verdict.ELIGIBLE
    return Verdict.NOT_ELIGIBLE if re.search(r"直接|跨级|越级", asked) and "不得" in text else None


def _shares(source: str, asked: str) -> bool:
    names = re.findall(r"[省市区县]{1,2}级|培育库|[\u4e00-\u9fff]{2}库", source)
    return bool(names) and all(n in asked for n in names[:2])
