"""How long a person says they have worked, from when, and since which certificate or title."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce

from bot.person.breaths import ends_in_till, is_till, words_around
from bot.person.elapsed import months_between, months_covered
from bot.person.first_job import without_first_job
from bot.person.graduation import EMPLOYED, graduation_of
from bot.person.since_papers import anchor_of, anchor_of_story, certificate_held, papers_since, worked_since
from bot.person.time_off import ABSENT, is_part_apart
from bot.speech.amounts import Amount, spans_in
from bot.speech.interval import Interval
from bot.speech.regions import is_region
from bot.speech.remaining import remaining_in
from bot.speech.spoken_days import SpokenDay, spoken_days
from corpus import patterns as re

__all__ = [
    "matter_of_span",
    "work_less_a_day",
    "work_of",
]

_WORKING = re.compile(
    r"进|干|工作|从事|做|上(?:了|过|满)*班|开发|写|打工|经验|从业|入行|工龄|当|搞|经历|累计|入职|在职|任职|任教|执业|就业|务工|务农|经营|创业"
    r"|(?:公司|单位|厂|银行|医院|学校|院|所|店|站|机关|企业)(?:里)?(?:一直|连着|连续)?[待呆]|一直在[^，。]{1,8}(?:公司|单位|厂|银行|医院|学校|院|所|店|机关|企业)"
    r"|(?:来|进|到)(?:了|咱们?|你们?)?[^，。]{0,8}(?:公司|单位|厂|中心|集团|医院|学校|院|所)(?=还|才|刚|快|有|都|已|不到|满|$|[一二三四五六七八九十两半几\d])"
    r"|第[一二三四两]段|开(?:网约|滴滴|大)|教(?:书|了|龄)|跑(?:外卖|运输|车|业务|了)|种(?:地|田|了)|开(?:店|车|厂|网店|饭店|出租)|摆摊|摸爬滚打|(?:这行|行业|行当)里?[混待呆泡]|敲(?:代码|程序|键盘)|编程|送(?:外卖|快递)|修(?:车|理)|服役|当兵"
)
# 画图画了五年: the verb said twice; 我来了八个月: said of the place where one works, where no other is named.
_VERB_TWICE = re.compile(
    r"(?<!不)([^\W\d读念学住等排交缴考租结上])[\u4e00-\u9fff]{1,3}\1(?:了|过)?(?:有|快|都|也|整整|将近)*$"
)
_CAME = re.compile(
    r"^(?:我|俺|本人)?(?:是)?(?:才|刚)?来(?:了|这儿|这里|这边|单位|公司|厂里)(?:才|刚|快|有|都|也|满|将近)*$"
)
_STARTED = re.compile(
    r"起(?:就|一直)?(?:当|做|在|干|教|跑|开|搞|写|从事)|一直(?:都|在)*(?:当|做|干|搞|写|教|跑|开)|(?:当|做|干|搞|写|教|跑|开)到(?:现在|今|目前|如今)|参加工作|入职|入行|开始|毕业|上班|进厂|就业|从事|参工|进(?:的)?(?:公司|单位|厂)|工作|干"
)
_COUNTED_FROM = re.compile(r"(?:工龄|从业|年限)[^，。]{0,4}[从自]$")  # 工龄从2018年7月算
_NOT_STARTED = re.compile(r"^[没未]|到期|报|考|评|申|入读|取得|拿|生|离职|辞|退|签|办|交")
_STOPPED = re.compile(r"离职|辞职|辞了|被裁|下岗|失业|不干了|离开")
# 没上过班, 从未从事过相关工作, 没干过这行, 一天没干过, 没有相关经验, 零经验
_NEVER = re.compile(
    r"没上过班|没干过(?:活|工|事)|班(?:都|也)没上过|没工作过|从没工作|还没工作|没参加(?:过)?工作|还没(?:有)?(?:上班|就业)|刚(?:从[^，。]{1,10})?毕业(?!到|进|入|[一两半几\d])"
    r"|(?:没有?|无|零|毫无|没啥|没什么)(?:任何|过)?(?:相关|有关|对口|这方面|本行业?|该行业|行业)?的?(?:工作|从业|实际)?(?:经验|经历)"
    r"|(?:没(?:有)?|未曾?|不曾)(?:干|做|从事|接触|搞)过(?:任何)?(?:(?:这|该|此|本|相关|有关|对口|类似|[\u4e00-\u9fff]{2,5}?)(?:个|种|类|方面)?的?(?:本?专业|技术)?(?:行业?|职业|工作|岗位|领域)|(?=$|[，,。；;！!？?]))"
    r"|一天(?:班|工)?[都也]?没(?:上|干|做)过"
)
_JUST_OUT = "刚"  # how what tells of no more than a school just left begins
_BEFORE_THEN = re.compile(r"(?:之前|以前|原来|原先|从前|此前)[^，。；]{0,4}$")
_CONTRACT = re.compile(r"签(?:了|的|过|下)?(?:个|份)?$")  # 进厂签了三年: for how long the contract is
_IDLE = re.compile(r"(?:没|未)(?:有|再|去|能|曾)?(?:进|上过?班|找[到着]?|就业|参加?工作|入职|落实)|待业|失业")
_SO_LONG = re.compile(
    r"[了过满]+(?:有|快|整整|大概|差不多)*[\d一二两三四五六七八九十半几]|过"
)  # 去年干了70个小时
_OTHER_SPAN = re.compile(
    r"^(?:都|也|还)?没(?:有)?(?:做|干|碰|接触|找|上班|工作|就业)|^(?:才|后|内|以后|就|就要|就能|就可以)?(?:毕业|退休|满|才行|到期|之内|一次)|^[^，。]{0,3}(?:挣|赚|到手|工资|收入)"
)
_QUOTED_RULE = re.compile(r"才行|才能报|要满|须满|按.{0,6}满|是不是.{0,6}再")
_INSURED = re.compile(r"社保|保险(?!公司|业|员)|参保|医保|公积金|五险")
_NO_WORK = re.compile(r"社保|保险(?!公司|业|员)|参保|公积金|居住|住在|住了|结婚|驾龄|户[口籍]")
_AT_WORK = re.compile(r"在[^，。]{1,8}(?:公司|单位|厂|银行|医院|院|所|店|机关|企业)$")
_TILL_NOW = re.compile(r"\s*(?:到|至|-|~|—)?\s*(?:今(?![年天])|现在|目前|如今)")
# A breath that holds a length of time and nothing else takes its matter from the one beside it.
_BARE = re.compile(r"(?:到(?:现在|目前)|至今|如今|现在|已经?|差不多|都|也|就|才|有|满|快|了|吧|呢|整|\s)*")
_YEAR = r"(?:(?:19|20)?\d{2}年?(?:\d{1,2}月)?)"
_FROM_TO = re.compile(rf"(?:^.{{1,6}}[:：])?{_YEAR}\s*(?:-|~|—|到|至)+\s*{_YEAR}(?:年|这|有|共|干了|做了)*")
# what makes a later length of time one more, and what makes it a part of an earlier one
_AGAIN = re.compile(r"又|再(?:干|做|到|去|工作)|后来|接着|然后|随后")
_PART_OF = re.compile(r"其中|里面|包括|含|现(?:在|单位)|本单位|这家|[一总]共|加起来|累计|合计")


def work_of(text: str, as_of: date, reckoned: date) -> tuple[Interval | None, dict[str, Interval]]:
    """Months worked in all (None where nothing is said), and months since `certificate` or `title`.

    Spans are added up where the person names separate years for each; else the longest counts.
    """
    if (apart := without_first_job(text)) != text:
        worked, after = work_of(apart, as_of, reckoned)
        if worked is not None:
            return worked, after
    never = _NEVER.search(text)
    if never is not None and never[0].startswith(_JUST_OUT) and EMPLOYED.search(text):
        never = _NEVER.search(text, never.end())
    elsewhere = never is not None and (never[0].endswith("过") or _BEFORE_THEN.search(text[: never.start()]))
    if never is not None and not (elsewhere and any(spans_in(text))):
        return Interval.exactly(0), {}
    days = spoken_days(text, as_of)
    plain, after = _spans(text)
    if (actual := _actual(text)) is not None:
        return actual, after
    told = list(after.values())
    stretches = _stretches(text, days, reckoned)
    if plain and len(stretches) >= 2:
        total, whole = reduce(Interval.__add__, plain), reduce(Interval.__add__, stretches)
        if len(plain) >= 2 or whole.low <= total.low <= whole.high:
            return total, after
    if len(stretches) >= 2 and not plain:
        plain.append(reduce(Interval.__add__, stretches))
    elif stretches:
        plain += stretches
    since = _since(text, days, reckoned)
    if since is not None:
        plain.append(since)
    if not plain and (schooled := _with_schooling(text)) is not None:
        plain.append(schooled)
    worked = _longest(plain) if plain else None
    for anchor, months in papers_since(text, days, reckoned).items():
        after.setdefault(anchor, worked_since(months, worked, text))
    if (held := certificate_held(text)) is not None and "certificate" not in after:
        after["certificate"] = worked_since(held, worked, text)
    if plain:
        return _longest(plain), after
    return (_longest(told) if told else None), after


# 2016年毕业，实际开发做了4年: what is counted, whatever else is told.
_ACTUAL = re.compile(r"(?:实际|真正|实打实|净)(?:上)?[^，。；\d一二两三四五六七八九十]{0,10}$")


def _actual(text: str) -> Interval | None:
    """Years that somebody says they have really worked."""
    for span in spans_in(text):
        before, behind = words_around(text, span.start, span.end)
        if _ACTUAL.search(before) and _tells_of_work(text, span, before, behind):
            return span.much
    return None


# 本科计算机10年, 硕士3年: said of oneself as a notice says 本科满5年, years of work with that schooling.
_SCHOOLED = re.compile(
    r"(?:博士|硕士|研究生|大学本科|本科|大专|专科|高职|中专|中职)(?:学历|文凭)?[\u4e00-\u9fff]{0,8}$"
)
_READING = re.compile(
    r"社保|医保|参保|公积金|读|念|上[了完]?|学制|毕业|在[读校]|考|修|拿|取得|有效|距|离|还|第|证|学[的了完习]"
)
_OF_STUDY = re.compile(r"制|级|龄|在读|毕业|前|后|内|的?(?:学|课|书|全日制)")


def _with_schooling(text: str) -> Interval | None:
    """Years told right behind a degree, of which nothing says that they were spent on it."""
    for span in spans_in(text):
        before, behind = words_around(text, span.start, span.end)
        if _SCHOOLED.search(before) and not _READING.search(before) and not _OF_STUDY.match(behind):
            return span.much
    return None


def _longest(spans: Iterable[Interval]) -> Interval:
    """The longest of several lengths; where one may be longer than another, as long as both may be."""
    best, *others = sorted(spans, key=lambda s: (s.low, s.high), reverse=True)
    for other in others:
        if other.high > best.high:
            best = Interval(best.low, other.high, best.open_low, other.open_high)
    return best


def _spans(text: str) -> tuple[list[Interval], dict[str, Interval]]:
    """Months of each span of work, and months after a certificate or title."""
    after: dict[str, Interval] = {}
    plain: list[Interval] = []
    last = ""  # what the length before is counted from
    left = list(remaining_in(text))
    for span in spans_in(text):
        if span in left:
            continue  # 合同还剩8个月
        before, behind = words_around(text, span.start, span.end)
        anchor = anchor_of(before, behind) or anchor_of_story(text[: span.start], before)
        if re.match(r"\s*(?:之|以)?前(?!端|台|厅|线|锋|处理)", text[span.end :]):
            if anchor:
                after[anchor] = span.much  # of work begun so long ago `_since` knows
        elif _INSURED.search(before) or _CONTRACT.search(before) or _OTHER_SPAN.search(behind):
            continue
        elif ABSENT.search(before + behind) or is_part_apart(before + behind):
            continue  # no work, or none of this kind (`bot.person.time_off`)
        elif anchor:
            after[anchor] = _longest([span.much, *([after[anchor]] if anchor in after else [])])
            last = anchor
        elif last and _AGAIN.search(before) and _tells_of_work(text, span, before, behind):
            after[last] += span.much  # 拿证后在甲厂做了2年，又在乙厂做了2年
        elif _tells_of_work(text, span, before, behind) and not _QUOTED_RULE.search(before + behind):
            plain.append(plain.pop() + span.much if plain and _one_more(text, span, before) else span.much)
    return plain, after


# 头尾加一起七年: of what else is told, added up.
_IN_ALL = re.compile(
    r"(?:我|这|都|也|就|全部)*(?:头尾|前前?后后?|满打满算|拢共|统共|总共|一共|合起来|加起来|加一起|加一块儿?|累计|合计)+(?:有|快|差不多|大概|也)*"
)


def _tells_of_work(text: str, span: Amount, before: str, behind: str) -> bool:
    """Whether a length of time is one of work, by the words of its breath, or of the one beside it."""
    if _WORKING.search(before + behind) or _WORKING.search(text[span.start : span.end]):
        return True
    if _VERB_TWICE.search(before) or _CAME.match(before):
        return True
    if _IN_ALL.fullmatch(before) and _BARE.fullmatch(behind):
        return _NO_WORK.search(text) is None
    told = _FROM_TO.sub("", before)
    if not (_BARE.fullmatch(told) or is_region(told)) or not _BARE.fullmatch(behind):
        return False
    start, end = span.start - len(before), span.end + len(behind)
    beside = [words_around(text, start - 1, start - 1)[0], words_around(text, end + 1, end + 1)[1]]
    if _FROM_TO.search(before) and _FROM_TO.match(beside[1]):  # 2015-2017两年、2021-2024三年，都是做开发
        end += 1 + len(beside[1])
        beside[1] = words_around(text, end + 1, end + 1)[1]
    return any(_WORKING.search(b) and not _NO_WORK.search(b) and not any(spans_in(b)) for b in beside)


def matter_of_span(text: str, span: Amount) -> str:
    """What a length of time is of: work, insurance, or `""` where its breath does not say."""
    before, behind = words_around(text, span.start, span.end)
    if _INSURED.search(before) or _INSURED.match(behind.removeprefix("的")):
        return "insurance"
    if _OTHER_SPAN.search(behind) or _NO_WORK.search(before + behind) or anchor_of(before, behind):
        return ""
    return "work" if _tells_of_work(text, span, before, behind) else ""


def _one_more(text: str, span: Amount, before: str) -> bool:
    """先干了两年，后来又干了三年; 在甲厂三年、乙厂两年: one length of work after another."""
    if _PART_OF.search(before):
        return False
    if _FROM_TO.search(before):
        return True
    return _AGAIN.search(before) is not None or text[: span.start - len(before)].endswith("、")


# --- from days ----------------------------------------------------------------------------------------


def _since(text: str, days: Sequence[SpokenDay], reckoned: date) -> Interval | None:
    """Months worked since the earliest day from which the person says they have, until they left."""
    first = _begun(text, days)
    if first is None or first.first > reckoned:
        return Interval.exactly(0) if first is not None else None
    return months_covered(first.first, min(first.last, reckoned), _left(text, days, first, reckoned))


def work_less_a_day(text: str, as_of: date, reckoned: date) -> Interval | None:
    """Months worked since a day that is named, where the first or the last day is not counted.

    None where no day is named, or where it does not reach so far.
    """
    days = spoken_days(text, as_of)
    first = _begun(text, days)
    if first is None or first.first != first.last or first.first > reckoned:
        return None
    return months_between(first.first, _left(text, days, first, reckoned))


def _begun(text: str, days: Sequence[SpokenDay]) -> SpokenDay | None:
    """The earliest day from which the person says they have worked."""
    begun: list[SpokenDay] = []
    for day in days:
        before, behind = words_around(text, day.start, day.end)
        if _COUNTED_FROM.search(before) and re.match(r"[^，。]{0,3}[算计起]", behind):
            begun.append(day)
            continue
        starts = _STARTED.search(behind[:14])
        if starts is None or _NOT_STARTED.search(behind[:3]) or ends_in_till(before):
            continue
        if any(d.start > day.end and is_till(text[day.end : d.start]) for d in days):
            continue  # a stretch that is over
        if starts[0] == "开始" and not _WORKING.search(before + behind):
            continue  # 2030年才开始拆
        if starts[0] in ("干", "工作") and _SO_LONG.match(behind, starts.end()):
            continue
        if starts[0] != "毕业":
            begun.append(day)
        elif _WORKING.search(text) and not _IDLE.search(text):
            begun.append(graduation_of(day))
    return min(begun, key=lambda d: d.first, default=None)


def _left(text: str, days: Sequence[SpokenDay], first: SpokenDay, reckoned: date) -> date:
    """The day on which the person says that they left work, else the day of reckoning."""
    for day in days:
        _, behind = words_around(text, day.start, day.end)
        if day.last > first.last and _STOPPED.search(behind[:8]) and day.last < reckoned:
            return day.last
    return reckoned


def _stretches(text: str, days: Sequence[SpokenDay], reckoned: date) -> list[Interval]:
    """The months of each stretch of work told from day to day: 2015年到2018年做开发, 2020年1月至今."""
    found = []
    for one, two in itertools.pairwise(days):
        between = text[one.end : two.start]
        _, behind = words_around(text, two.start, two.end)
        if is_till(between) and one.first < two.last and (_WORKING.search(behind) or _AT_WORK.search(behind)):
            most = months_covered(one.first, one.first, two.last)
            least = months_covered(one.last, one.last, max(two.first, one.last))
            found.append(Interval(least.low, most.high, least.open_low, most.open_high))
    return found + [_until_now(text, d, reckoned) for d in days if _goes_on(text, d, reckoned)]


def _goes_on(text: str, day: SpokenDay, reckoned: date) -> bool:
    """2020年1月至今: work that goes on, told in the same breath or in the one before."""
    now = _TILL_NOW.match(text, day.end)
    if now is None or day.first > reckoned:
        return False
    before, behind = words_around(text, day.start, day.end)
    said = before + behind
    if _BARE.fullmatch(before + text[now.end() : day.end + len(behind)]):
        left = day.start - len(before) - 1
        said += words_around(text, left, left)[0]
    works = _WORKING.search(said) is not None or before.endswith("毕业")  # 本科毕业2016年1月到现在
    return works and not _NO_WORK.search(said)


def _until_now(text: str, day: SpokenDay, reckoned: date) -> Interval:
    return months_covered(day.first, min(day.last, reckoned), reckoned)
