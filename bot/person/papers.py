"""The papers and the standing that a person says they have; None where nothing was said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bot.person.breaths import words_around
from bot.speech.amounts import spans_in, windows_in
from bot.speech.interval import Interval
from bot.speech.nearing import is_near
from bot.speech.spoken_days import spoken_days
from corpus import patterns as re

__all__ = [
    "certificate_of",
    "failed_of",
    "insurance_of",
    "permit_of",
    "retired_of",
    "same_employer_of",
    "spoken_with",
    "title_of",
]

_GRADE = r"[一二三四五1-5]级(?!残|伤|肢|精神|智力|视力|听力|言语|医院|甲)"
# 没有四级证, 四级证还没下来
_LACKED = re.compile(
    rf"没有?(?:持有|考过?|拿到?|取得)?[^，。有]{{0,6}}{_GRADE}[^，。]{{0,6}}证"
    rf"|(?:高级技师|技师|[高中初]级工?|{_GRADE})(?:职业|资格|技能|等级)*证书?(?:都|也|还|一直)*没(?:有|下来|拿到?|考过?|发)*(?![^，。]{{0,2}}级|有?问题|过期|用)"
)
_NOT_AIMED = r"(?:(?!能|可以|考|报|申|想|要|够)[^，。]){0,12}?"  # 有初级职称能考三级: the level is the aim
_PASSED = re.compile(rf"({_GRADE})(?:证书?)?(?:都|也|已经?|早就)*(?:拿到|考过|考[出下]来|通过|过)了")
_OF_RANK = re.compile(
    r"(?:^|[，。；]|我|本人|已经?|现在?|目前)(?:是|为)(高级技师|技师|[高中初]级工)(?=[，。；了]|$)"
)
# 技师，39岁: a rank as a part of its own.
_RANK_ALONE = re.compile(r"(?:^|[，。；])(高级技师|技师|[高中初]级工)(?=[，。；])")
_NO_CERTIFICATE = re.compile(
    r"没(?:有)?(?:考|拿|领|办)(?:过|到|下来)?(?:任何|什么|啥)?证|没有?(?:别的|任何|其他|考过|什么|啥|半个|职业|技能)*证|无证|(?:什么|啥|任何|一个|一本)证书?(?:也|都)?(?:没|冇|木)有?|(?<![住份产生驶婚业])证书?(?:也|都|还)(?:没|冇)(?!到期|过期|失效|丢|坏|用|续|换|年审|注销|吊销|期满)有?(?:考|拿)?"
)


def certificate_of(text: str) -> int | None:
    """The best grade of certificate held, 1 to 5; 9 where none is."""
    text = _LACKED.sub("没证", text)
    grades = [m[0][0] for m in re.finditer(rf"{_GRADE}(?:职业)?(?:资格|技能)?(?:等级)?证", text)]
    grades += [m[1][0] for m in re.finditer(rf"(?:有|考过|取得|拿){_NOT_AIMED}({_GRADE})", text)]
    grades += [m[1][0] for m in _PASSED.finditer(text)]
    named = re.findall(r"(高级技师|技师|高级工?|中级工?|初级工?)(?:(?!职称|工程师)[^，。；]){0,6}证", text)
    named += _OF_RANK.findall(text) + _RANK_ALONE.findall(text)
    grades += [str({"高级技师": 1, "技师": 2}.get(n) or {"高": 3, "中": 4, "初": 5}[n[0]]) for n in named]
    if grades:
        return min(int(g) if g.isdigit() else "一二三四五".index(g) + 1 for g in grades)
    return 9 if _NO_CERTIFICATE.search(text) else None


# 没有工程师职称; 两个正高推荐: not held, or held by others.
_NOT_OWN = re.compile(
    r"(?:没有?|无|不是|未评)[^，。；]{0,4}$|(?:\d|[一二两三四五]|几)个$|(?:找|由|请)[^，。；]{0,4}$"
)
_AIMED = re.compile(
    r"(?:申报|报考|报名|报|评(?!上|了|过|下|的|到|出|为)|申请|考|升|晋升?|聘(?!了|上)|认定)[^，。]{0,6}$|不是[^，。]{0,2}$"
)
_NONE_BEHIND = re.compile(r"(?:职称|证书?)?(?:也|都|还|一直)+没(?:有|评|拿|考|取得)")
_TITLES = (
    (1, re.compile(r"助理(?:工程|会计|经济|统计|农艺|政工)师|助理职称|助工|初级职称|助理级|初级工程师")),
    (4, re.compile(r"正高(?!中)|(?<!副)研究员|(?<!副)教授|(?<!副)主任医师")),
    (
        3,
        re.compile(
            r"副高(?!中)|(?<!正)高级(?:职称|(?:工程|会计|经济|统计|农艺)师)|高工|副研究员|副教授|副主任医师"
        ),
    ),
    (
        2,
        re.compile(
            r"(?:(?<=^)|(?<=[，。；我是有]))(?:中级(?:职称|[\u4e00-\u9fff]{2,3}师)|主治医师|主管[护药技检][\u4e00-\u9fff]?师|讲师)(?=证?(?:[，。；]|$|还?(?:想|能|可以|怎么|如何|直接)))"
            r"|(?:是|评上|取得|有|中级职称后|拿到|评[了的]|[任当做])(?:了)?[^，。申报评能]{0,6}(?:工程师|会计师|经济师|讲师|中级(?:职称|(?=[，。；了]|$)))|工程师[（(]"
            r"|(?:中级职称|(?<!理)(?<!高级)(?<!初级)工程师(?:职称)?)(?:之|以)?后(?=[^，。]{0,10}(?:满|\d|[一二两三四五六七八九十]年|工作|从事|干|做))"
            r"|(?:中级|(?<!理)(?<!高级)(?<!初级)(?:工程|会计|经济|统计|农艺)师)职称(?:证书?)?(?:拿到|评[上下]|取得|到手|下来)"
            r"|(?:(?<!理)(?<!高级)(?<!初级)工程师|会计师|经济师|讲师|中级(?:职称)?)(?:职称)?证?(?:当了?|做了?|评[了上]|聘了?|拿了|拿到手?了?|到手|都|已经?)*(?:刚|满|快|有)?[\d一二两三四五六七八九十半]+(?:年|个月|个半月|载)"
        ),
    ),
)


_HOLDS = re.compile(r"(?:[是有为任]|评上|取得|拿到?|获得?|持有|当[上了])[^，。；]{0,8}$")
_IS_AIM = re.compile(
    r"(?:职称|资格|任职资格)?(?:的)?(?:今年|明年|这次|现在|\d{1,2}月份?)?(?:评审|申报|报名|自评|还?(?:能|可以)|怎么|咋|要什么|需要|什么时候|行[不吗么])"
    r"|(?:职称|资格)?，(?:我|今年|明年|这次|现在)*还?(?:能|可以)(?:不能|不可以|再|去)?(?:申?报|申请|评|考)(?:名|上|了)*(?:吗|么|不|没)"
    r"|(?:职称|资格)?，(?:我|今年|明年|这次|现在|今天|去|来)*(?:申报|报名?|申请)还?(?:可以|来得及|能|行)"
)
# 助工能直接评工程师吗: the higher one behind the act is applied for, and this one held.
_HIGHER = re.compile(
    r"[^，。；]{0,14}?(?:申报|报|评|考|申请|晋升|升|转)(?:上|到|成|为)?(?:[副正]高|中级|高级|高工|主治|讲师|[\u4e00-\u9fff]{0,4}职称"
    r"|副?(?:教授|研究员|主任医师)|[\u4e00-\u9fff]{0,2}(?:工程|会计|经济|统计|农艺)师)"
)
_WANTED = re.compile(r"(?:想|要|打算|准备)(?:去|再|来)?(?:申报|报考?|评|考|升|申请)[^，。]{0,16}$")


def _is_aim(before: str, behind: str) -> bool:
    """Whether a title stands for what is applied for: 高工能报吗, 高级工程师评审, but 是高工，能报吗."""
    aimed = _IS_AIM.match(behind) is not None and not _HIGHER.match(behind)
    return (aimed or bool(_WANTED.search(before))) and not _HOLDS.search(before)


def title_of(text: str) -> int | None:
    """The rank of title held, 1 初级, 2 中级, 3 副高级, 4 正高级; 0 where none is.

    What is applied for is not held.
    """
    for rank, pattern in _TITLES:
        around = [(text[: m.start()], text[m.end() :]) for m in pattern.finditer(text)]
        around = [(b, a) for b, a in around if not _NONE_BEHIND.match(a)]  # 初级职称都没有
        if any(not (_AIMED.search(b) or _NOT_OWN.search(b) or _is_aim(b, a)) for b, a in around):
            return rank
    return (
        0
        if re.search(
            r"没有?(?:评[过上]?|任何|什么|啥|[高中初]级|工程师|会计师|经济师)*职称|无职称|职称(?:也|都|还)?没(?:有|评|拿)|(?:什么|啥)职称(?:也|都)?没有?|没别的证",
            text,
        )
        else None
    )


_INSURED = re.compile(
    r"社保|社会保险|保险|参保|缴金|失业[险保]|养老(?!护理|院|机构|服务|照护|中心)|医保|护理险|五险"
)
_INTERRUPTED = re.compile(
    r"(?<![没未不间有])(?:断|停|欠|缺|漏|没交|没缴)(?:缴|交|保)?(?:了|过)?(?:大概|约|才|快|都|有)*$"
)
_NOT_PAID = re.compile(
    r"^[^，。（]{0,4}(?:没交|没缴|(?<![没未不间])断|(?:都?是|属于|算)?(?:后来|事后)?(?<![没未有])补[缴交])"
)
# 近24个月医保一直没断过: paid all that time.
_WITHOUT_BREAK = re.compile(r"没断|未断|没停|不间断|(?:一直|连续|每个?月|都)(?:都|在|按时|有)*(?:交|缴|参保)")
_ONE_MORE = re.compile(r"又|后来|之后|之前|以前|再次|接着|重新")
# 一个月没断交了30个月: not once was it broken off.
_NEVER_BROKEN = re.compile(r"^(?:都|也|从)?[没未](?:有)?(?:断|落|少|停|漏|欠|缺)")
_PAID_FOR = re.compile(r"(?:公司|单位|厂里?|老板|学校)[^，。；]{0,4}(?:给|帮|替)?我?(?:交|缴|上)[了过的]")
_PAYING = re.compile(r"[交缴][了过](?:有|快|满)?$")
_PAYS = re.compile(r"(?:社保|保险|医保|养老)[^，。；没未断停]{0,6}(?:在交|交着|一直交|交了|是我)")
_IN_ALL = re.compile(r"加起来|累计|一共|总共|足足|合计|拢共|(?<!公)共")
_OTHER_MATTER = re.compile(
    r"工作|干了|从事|居住|住了|合同|毕业|周?岁|结婚|户[口籍]|公司|单位|厂里|证书|职称|服役|病|确诊|查出|得了"
)


def insurance_of(text: str, as_of: date) -> Interval | None:
    """Months of social insurance paid, in all where a sum is told, or since a month up to `as_of`."""
    if not _PAYS.search(text) and re.search(
        r"(?:没有?|从没|从来没|未)(?:交过?|缴过?|上过?|参加过?)?(?:社保|保险|养老)|社保(?:也|都|还|一直)?(?:没|从没|从来没)(?:有|交|缴)(?!满|够)",
        text,
    ):
        return Interval.exactly(0)
    told: list[Interval] = []
    for span in spans_in(text):
        left = max(text.rfind(mark, 0, span.start) for mark in "。；;") + 1
        before, behind = words_around(text, span.start, span.end)
        if (
            (re.search(r"[近这]$", text[: span.start]) and not _WITHOUT_BREAK.search(behind))
            or _INTERRUPTED.search(before)
            or _NOT_PAID.search(behind)
            or (span.much.low <= 1 and _NEVER_BROKEN.search(behind))
        ):
            continue
        speaks = _INSURED.search(before) or _INSURED.match(behind.removeprefix("的"))
        told_of = text[left : span.start]
        paying = _PAYING.search(before) is not None
        carried = (_INSURED.search(told_of) or (paying and _PAID_FOR.search(told_of))) and (
            paying or not _OTHER_MATTER.search(before + behind)
        )
        if not (speaks or carried):
            continue
        if _IN_ALL.search(before):
            return span.much
        told.append(told.pop() + span.much if told and _ONE_MORE.search(before) else span.much)
    if not told and any(_NOT_PAID.search(words_around(text, s.start, s.end)[1]) for s in spans_in(text)):
        told = [w.much for w in windows_in(text)][:1]  # 近24个月里有3个月是补缴的
    return told[0] if told else _insured_since(text, as_of)


_UNBROKEN = re.compile(r"[没未][有曾]?(?:断|停|欠|补)[缴交]?过?|不间断")


def _insured_since(text: str, as_of: date) -> Interval | None:
    """社保从2023年3月交到现在: the months of the calendar, that of asking paid or not yet."""
    for day in spoken_days(text, as_of):
        before, behind = words_around(text, day.start, day.end)
        if (
            _INSURED.search(before + behind)
            and re.search(r"交|缴|参|开始|起|买", behind)
            and day.first <= as_of
        ):
            if re.search(r"断|停|欠|没|未|补", _UNBROKEN.sub("", before + behind)):
                return None
            months = [(as_of.year - d.year) * 12 + as_of.month - d.month for d in (day.last, day.first)]
            return Interval(Decimal(max(0, months[0])), Decimal(months[1] + 1))
    return None


def spoken_with(text: str, words: str) -> Interval | None:
    """A span of time said in one breath right behind some words: 在现在公司两年, 毕业三年."""
    for span in spans_in(text):
        if re.search(rf"{words}[^，。；]{{0,6}}$", text[: span.start]):
            return span.much
    return None


_EMPLOYER = r"(?:工作|公司|单位|厂|企业|东家|老板|地方)"
_AT_ONE_EMPLOYER = (
    r"(?:现在这家|现在的?(?:公司|单位|厂|企业)|(?:这家|这个|本|现|目前的?|同一?(?:家|个)?)(?:用人|工作)?(?:公司|单位|厂|家厂|企业))"
    r"|(?:^|(?<=[，。；]))在?(?:单位|公司|厂)里?(?:干|工作|上班|做|待)"
    r"|(?:进|来|到)(?:了)?(?:现在)?(?:这|本|我们|咱们?)(?:家|个)?(?:公司|单位|厂|企业)|(?:到|在)?(?:现在|目前)(?:的|这家)?(?:公司|单位|厂|企业)"
    rf"|(?:跳槽|(?<!没)(?<!没有)[换转](?:了|过|到)?(?:个|一家|新)*{_EMPLOYER})"
)
_CHANGED = re.compile(rf"(?:之|以)?前(?:才|刚|又)*(?:跳槽|[换转](?:了|过|的|到)?(?:个|一家|新)*{_EMPLOYER})")


def same_employer_of(text: str) -> Interval | None:
    """How long somebody has been where they work: 在现单位两年, 刚换工作三个月, 半年前跳槽."""
    changed = (s.much for s in spans_in(text) if _CHANGED.match(text, s.end))
    return spoken_with(text, _AT_ONE_EMPLOYER) or next(changed, None)


# 能办居住证吗: what is asked for is not held.
_ASKED_FOR = re.compile(
    r"(?:能|可以?|想|要|打算|准备|去|来|怎么|咋)[^，。；没未]{0,8}(?:办理?|申[领请]|领取?|拿)(?![了过到好])[^，。；]{0,6}居住证"
)


def permit_of(text: str) -> bool | None:
    """Whether a residence permit is held and valid."""
    match = re.search(r"居住证[^，。；]{0,10}", _ASKED_FOR.sub("", text))
    if match is None:
        return None
    if re.search(r"(?:才|还有|还差|再过|下个?月|明年|后年|年底)[^，。；]{0,4}(?:过期|到期)", match.group()):
        return True
    lapsed = re.search(
        r"(?<![没未不])过期|(?<![没未不])(?:过了?|超过?了?|不在)(?:有效|使用)期|没续|没有|(?<![没未])到期|(?<![没未])失效|没办|没了",
        match.group(),
    )
    return not lapsed and not re.search(r"(?:没有?|无|没办过?)(?:有效)?(?:的)?居住证", text)


# 今年就到法定退休年龄了，手续还没办
_OF_AGE = re.compile(
    r"(?:今年|本年度?|当年|年内|年底|\d{1,2}月份?)(?:就|要|将|会|正好|刚好|刚|才|已经?)*(?:到|达到|满|年满)了?(?:法定)?(?:的)?退休年龄"
)


_NOT_RETIRED = re.compile(
    r"(?:没(?:有|到|办)?|未|不)(?:法定)?退休|[明后]年[^，。]{0,4}退休|今年[^，。]{0,2}(?:就要|要|将)退休"
    r"|(?:年|个?月)(?:以|之)?后(?:才|就)?退休|还(?:没|不)到退休"
)


def retired_of(text: str) -> bool | None:
    """Whether somebody has retired, or comes to the age of it within the year."""
    if _OF_AGE.search(text):
        return True
    if is_near(text, "退休") or _NOT_RETIRED.search(text):
        return False
    return True if re.search(r"退休", text) else None


# The year in which somebody who failed wants to apply again: 2031年没过，2032年还能报吗.
_AGAIN = re.compile(r"((?:19|20)\d{2})年?[^,，。；;]{0,8}?(?:能|可以|再|报|申|参加)")


def failed_of(text: str, as_of: date) -> bool | None:
    """Whether an attempt in the year before did not pass; one of an earlier year does not count."""
    if re.search(
        r"(?:没|未)参加(?:过)?.{0,6}(?:评审|评定|评)|去年(?:没有?|未)(?:报|评|考|申)(?![上过到成下])", text
    ):
        return False
    match = re.search(
        r"((?<!前)去年|上年|上一年|大?前年|(?:19|20)\d{2}年?)(?:(?!去年|上一?年|(?:19|20)\d{2})[^。；?？]){0,30}?(?:没(?:有)?(?:通)?过|未(?:获)?通过|没(?:有)?[评申选考](?:上|成|下来|过)|落选|(?:被|给)?(?:刷|否|淘汰)(?:了|掉|下来))",
        text,
    )
    if match is None:
        return None
    year = re.match(r"\d{4}", match.group(1))
    if year is None:
        return "前" not in match.group(1)
    again = next((m for m in _AGAIN.finditer(text) if not match.start() <= m.start() < match.end()), None)
    return int(year.group()) == (int(again[1]) if again else as_of.year) - 1
