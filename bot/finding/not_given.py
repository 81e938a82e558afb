"""A value that a notice speaks of without giving it: taken off, paid in part, left over or given elsewhere.

What is asked is named, so that words alone find it: the grant in 扣除补助后的数额, a group that 另有办法,
an illness of a list that stands in an annex. None of these clauses states what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answer_parts import Intent
from bot.conversation.asked import asked_about
from bot.conversation.question import Question
from bot.finding.events import event_asked, keyed_by_event
from bot.finding.evidence import Evidence, EvidenceGatherer
from bot.speech.naming import measure
from corpus import patterns as re
from corpus.notice import ClauseKind, Notice
from corpus.once import once_per_notice
from corpus.values.compact import compact
from index.normal import search_key

__all__ = ["charged_apart", "not_given", "not_in_the_list"]

_SUM = re.compile(r"(?:补[助贴]|津贴|[费款金价]|奖励|资助|收入|支出)$")
_RATE = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]*利率")
# Taken off, or what somebody has who then gets nothing: 扣除补助后, 已领取良种补贴的.
_TAKEN_OFF = re.compile(
    r"(?:(?:扣[除减]|减[去除]|抵[扣减销]|冲[抵减]|除去|不含|不包括)[^,。;\d]{0,12}"
    r"|(?:已经?|曾经?)(?:领取?|享受|获得?|取得)过?[^,。;\d]{0,4})$"
)
_ADDED_TO = r"[^,。;\d]{0,4}(?:加|减|上浮|下浮)"
_FUND = re.compile(
    r"(?:一共|总共|合计|总计|拢共)[^,。;]{0,6}(?:安排|投入?|拨|筹集?|拿出)了?(?:多少|几)"
    r"|(?:资金|基金|预算|经费)(?:一共|总共|总计|总额|总规模|规模)(?:是|有)?(?:多少|几)|[基预][金算](?:是|有)?多少"
)
_STATES_FUND = re.compile(
    r"(?:安排|投入|拨付?|筹[集措]|总额|规模|资金|基金|预算|经费)[^,。;\d每]{0,10}\d[\d,.]*[万亿]元"
)
_CHANGED = re.compile(r"(?:工资|薪[资酬水]?|[费价租金])[^,。;每]{0,4}(?:涨|上调|提高|下调|降)了?(?:多少|几)")
_STATES_CHANGE = re.compile(r"(?:涨|上[调浮]|提高|增[加长]|下[调降浮]|降低?)[^。;]{0,10}\d")
_HOW_MUCH = re.compile(r"多少|几(?:块|元|百|千|万)")
_PART_PAID = r"[^。;\d]{0,20}\d[\d,.]*万?元[^,。;\d]{0,6}(?:补[助贴]|资助|减免|报销|返还|奖补)"
_OF_THE_PART = re.compile(r"补|贴|减|免|报销|返|资助|财政|政府出|自付|自己")
_LEFT = re.compile(
    r"[还尚]剩|剩(?:下|余)?(?:的)?(?:多少|几)|余额|还有(?:多少|几)个?(?:名额|额度|钱|资金|[空床学车]位|房源|岗位)"
)
_TIME_LEFT = re.compile(r"剩[^，。；]{0,6}(?:天|日|时间|小时|分钟|周|月)|[几多][天日月]")  # that is reckoned
_STATES_LEFT = re.compile(
    r"(?:剩|余额|结余|余量|尚有|空余|空缺)[^。;]{0,12}?\d[\d,.]*(?![\d,.])(?!万?元?\(?以[上下内])"
    r"|\d[^,。;]{0,6}(?:剩余|空余|余额)"
)
_APART = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{1,6}费)用?(?:另计|另算|另付|另行?(?:计|收)[算取]?|自理|自付|照收|按实(?:收|结))"
    r"(?![^,，。;；]{0,8}\d)"
)  # 材料费另计
_PRICED = re.compile(r"\d[\d.,]*万?元")
_BOUND = re.compile(r"余额[^,。;]{0,4}(?:不[低高超]|须|应|达)")
_ELSEWHERE = re.compile(
    r"(?:^|[。;])(?P<who>[^。;:]{2,40}?),?(?:另有[^,。;的]{0,8}(?:办法|规定|政策|文件|通知)(?!的)"
    r"|(?:按照?|依照|执行)(?:其他|另行|专门)[^,。;]{0,10}(?:文件|规定|办法|政策)"
    r"|不(?:在|属于?)本[^,。;]{1,8}(?:范围|安排|之列)|不适用本)"
    r"|本[^,。;]{1,6}不(?:涉及|适用于?|包括)(?P<other>[^,。;]{2,24})"
)
_MEMBER = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,}?)(?:是不是|算不算|属不属于|在不在|算是|算得上|属于|算|在|是)"
    r"(?P<listed>[\u4e00-\u9fff]{2,12}?)(?:目录|名单|清单|范围)?(?:里|内|之内|之列)?(?:吗|么|不)?[?？]?$"
)
_LISTS = r"(?:目录|名单|清单|名录|范围)"
_SHORTEST = 3  # characters of one of several names; a shorter one is but the first word of a longer
_KNOWN = 0.75  # of a name, from which on a question is of what it names


def not_given(question: Question, notice: Notice, own: list[Evidence], gatherer: EvidenceGatherer) -> str:
    """Why the notice does not give the value asked for, as a phrase; `""` where it may give it."""
    if question.context or question.polar or question.intent is Intent.ELIGIBILITY:
        return ""
    text = search_key(notice.text)
    left = _LEFT.search(question.text) and not _TIME_LEFT.search(question.text)
    if left and not _states_left(question, text, gatherer):
        return "没有写明还剩多少"
    if _FUND.search(question.text) and not _STATES_FUND.search(text):
        return "没有写明资金一共多少"
    if _CHANGED.search(question.text) and not _STATES_CHANGE.search(text):
        return "没有写明涨跌多少"
    valued = question.wants - {"phone", "url", "email", "platform"}
    if valued and (group := _sent_elsewhere(question, notice, own)):
        return f"没有写明{group}的情形，该情形另有规定"
    if (event := event_asked(question)) and _without_hour(event, question, own, gatherer):
        return f"没有写明{event}是几点"
    if not ("money" in question.wants or _HOW_MUCH.search(question.text)):
        return ""
    if apart := charged_apart(question.text, notice):
        return f"只写了{apart}另付，没有写明数额"
    for name in _sums_named(question, text, gatherer):
        if _only_taken_off(name, text) or (_RATE.fullmatch(name) and _only_a_base(name, text)):
            return f"没有写明{name}的数额"
        if _only_part_paid(name, text, question.text):
            return f"没有写明{name}一共多少，只写了给补的部分"
    return ""


def not_in_the_list(question: Question, notice: Notice) -> str:
    """What is asked to be one of a list that the notice names and does not print; `""` for none."""
    asked = _MEMBER.search(re.split(r"[,，。;；]", question.text.rstrip("?？ "))[-1])
    text = search_key(notice.text)
    if asked is None or asked["one"] in text:
        return ""
    kinds = (asked["listed"][n:] for n in range(len(asked["listed"]) - 1))
    listed = next((k for k in kinds if re.search(rf"{re.escape(k)}{_LISTS}", text)), "")
    elsewhere = rf"{re.escape(listed)}{_LISTS}[^。;]{{0,8}}(?:见附|另行|由|以[^。;]{{2,16}}为准)"
    return f"“{asked['one']}”是否属于{listed}" if listed and re.search(elsewhere, text) else ""


def _sums_named(question: Question, text: str, gatherer: EvidenceGatherer) -> Iterator[str]:
    """The sums asked about by name, each as far as the notice has its name."""
    for thing in asked_about(question.text, gatherer.question_words).things:
        if not (_SUM.search(thing[-1]) or _RATE.fullmatch(thing[-1])):
            continue
        joined = re.sub(r"[,，\s]", "", question.text)
        end = joined.find(thing[-1]) + len(thing[-1])
        starts = range(max(0, end - 8), end - len(thing[-1]) + 1)
        name = next((joined[s:end] for s in starts if joined[s:end] in text), "")
        if name:
            yield name


def _without_hour(event: str, question: Question, own: list[Evidence], gatherer: EvidenceGatherer) -> bool:
    """Whether an hour is asked of what has a line of its own, and no passage on it tells one."""
    if "hours" not in question.wants:
        return False
    keyed = keyed_by_event(question, [(gatherer.own(e), e) for e in own])
    return bool(keyed) and not any(e.fits and event in gatherer.own(e) for e in own)


def charged_apart(asked: str, notice: Notice) -> str:
    """What is asked for and the notice says no more of than that it is paid for apart: 材料费另计."""
    apart, priced = _apart_and_priced(notice)
    for name in apart:
        told = {p for n in range(len(name) - 1) if (p := name[n : n + 2]) in asked}
        if told and not any(p in piece for p in told for piece in priced):
            return name
    return ""


@once_per_notice
def _apart_and_priced(notice: Notice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a notice says is paid for apart, and where that is anything the parts of its text with a price."""
    texts = [search_key(notice.clause_text(i)) for i in range(len(notice.clauses))]
    apart = tuple(m["name"] for t in texts for m in _APART.finditer(t))
    parts = (p for t in texts if apart for p in re.split(r"[,，。;；:：]", t))
    return apart, tuple(p for p in parts if _PRICED.search(p))


def _states_left(question: Question, text: str, gatherer: EvidenceGatherer) -> bool:
    """Whether a sentence states how much is left of what is asked about, and no bound on it."""
    named = [w for t in asked_about(question.text, gatherer.question_words).things for w in t]
    stating = (s for s in re.split(r"[。;\n]", text) if _STATES_LEFT.search(s) and not _BOUND.search(s))
    return any(not named or any(w in s for w in named) for s in stating)


def _only_taken_off(name: str, text: str) -> bool:
    """Whether a sum is spoken of only as what comes off another: 扣除政府补助后的数额."""
    places = [m.start() for m in re.finditer(re.escape(name), text)]
    return bool(places) and all(_TAKEN_OFF.search(text[max(0, p - 18) : p]) for p in places)


def _only_a_base(name: str, text: str) -> bool:
    """Whether a rate is spoken of only as what others are reckoned from: LPR加50个基点."""
    added_to = re.search(rf"{re.escape(name)}{_ADDED_TO}", text)
    return added_to is not None and not re.search(rf"{re.escape(name)}[^,。;加减浮\d]{{0,6}}\d", text)


def _only_part_paid(name: str, text: str, asked: str) -> bool:
    """Whether of a fee only the part is stated that somebody else pays: 学费由财政按2600元补助."""
    if not name.endswith("费") or _OF_THE_PART.search(asked):
        return False
    stated = re.findall(rf"{re.escape(name)}[^。;\d]{{0,20}}\d[\d,.]*万?元", text)
    part = re.findall(rf"{re.escape(name)}{_PART_PAID}", text)
    return bool(part) and len(part) == len(stated)


def _sent_elsewhere(question: Question, notice: Notice, own: list[Evidence]) -> str:
    """The group or matter asked about that the notice leaves to another one, and states no value of."""
    asked = question.text.replace("的", "")
    for clause, name in _left_to_others(notice):
        if measure(name.replace("的", ""), asked) < _KNOWN:
            continue
        others = [e for e in own if e.fits and e.passage.clause != clause]
        if not any(measure(name, search_key(e.passage.text)) >= _KNOWN for e in others):
            return name
    return ""


@once_per_notice
def _left_to_others(notice: Notice) -> tuple[tuple[int, str], ...]:
    """Whom and what a notice leaves to another document, each with the clause that says so."""
    found = []
    for index, clause in enumerate(notice.clauses):
        if clause.kind in (ClauseKind.ROW, ClauseKind.TABLE, ClauseKind.HEADING):
            continue
        text = compact(notice.text[clause.span.start : clause.span.end], clause.span.start).text
        for match in _ELSEWHERE.finditer(text):
            name = re.sub(r"^(?:答:)?(?:但|对)?|[,由按].*", "", match["who"] or match["other"])
            names = re.split(r"[、和及]", name)
            found += [(index, n) for n in names if len(n) > (_SHORTEST if len(names) > 1 else 1)]
    return tuple(found)
