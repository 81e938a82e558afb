"""What kind of value a question wants, and in which unit."""

from __future__ import annotations

from bot.speech.lexicon import lexicon
from corpus import patterns as re

__all__ = ["SENT", "labels", "matter_of", "unit_of_question", "wants_of"]

_UNITS = (
    "亩|公顷|学时|课时|平方米|平米|名|人|家|项|件|份|篇|张|门|字|次|回|趟|遍|本|册|道(?!路)|辆|台|套|间|场|轮|页"
    "|倍|岁|种|类|户|所|批|只|头|棵|条|号楼|号线|号馆|号窗口|层(?!级|次|面)|楼|栋|路|公里|千米|米"
)
_DURATIONS = "工作日|小时|分钟|年|月|天|周"
_UNIT = re.compile(rf"(?:多少|(?<![哪好十前这那过近])几)(?:个)?({_UNITS}|{_DURATIONS}|分(?!钟))")
# How long an examination lasts: 理论考多久, 面试要多长时间.
_SITTING = re.compile(
    r"(?:考(?!虑|察|核期|完|过|勤)试?|[笔面机口]试|实操|答辩)(?:时间|时长)?(?:大概|大约|一般|一场|要|得|需|是|有|给)*考?"
    r"(?:多久|多长时间|多长)(?=[啊呢呀吧]*(?:$|[,，?？。]))"
)
_OCLOCK = "点"
_WHAT_HOUR = re.compile(r"(?<![好十前这那])几点(?!几|[建意要])")  # not the few points of something
_NOUN = re.compile(r"多少(?:个|名|位)?([\u4e00-\u9fff]{2})(?!费)")
_SINGLE = re.compile(
    r"几个([省市县区州村镇乡校班系院科队组奖证站馆店厂库洞点])(?![\u4e00-\u9fff])"
)  # nouns of one character
# 老人有多少; a point (登记点) is no noun of two characters
_HOW_MANY = re.compile(r"([\u4e00-\u9fff]{2})(?<![点处站])(?:一共|总共|现在)?有(?:多少|几)个?[?？]?$")
# 答辩问几个问题; parts, levels and conditions are asked for by name and not by their number.
_SEVERAL = re.compile(
    r"(?<![好十前这那过近哪])几个(?!小时|月|工作|百分|点|人)([\u4e00-\u9fff]{2})(?<!方面|部分|阶段|步骤|环节|条件|等级|级别|层级|档次|地方"
    r"|网站|平台|窗口|类别|批次|科目|专业|职业|项目)[?？]?$"
)
_NO_NOUN = re.compile(
    r"[钱元块费分年月天]|[才就能可会要了着过去来到]$|时候|时间|以上|以下|才能|可以|补贴|奖金|工资|津贴|补助|奖励|资助|扶持|罚款|押金|租金|赔偿"
)
_NAMES_FEE = re.compile(r"[\u4e00-\u9fff]费|收费|费用|价格|学费")
# What belongs to paying and is no sum: 缴费账号, 收费方式.
_ABOUT_PAYING = re.compile(
    r"[收缴交付]费(?:的)?(?:账[号户]|银行|方式|渠道|流程|步骤|时间|期限|截止|凭证|证明|二维码|链接|系统|平台|后|单位)"
)
_CLASS = re.compile(r"(?:是|属于?|算|为|列[入为])(?:第)?几(?:类|级|等|型|档)")  # which, and not how many
_ASKS_OTHERWISE = re.compile(r"哪|什么|啥|怎么|如何|咋|什么时候|何时|谁|吗|么|能|要不要|用不用|退|到账|清")


def unit_of_question(text: str) -> str:
    """The unit or counted noun after 多少 or 几: 多少家 → 家, 多少职工 → 职工; `""` where none is named."""
    unit = _UNIT.search(text)
    if unit:
        return unit.group(1)
    if re.search(r"多远(?![程景])", text):
        return "公里"
    if _SITTING.search(text):
        return "小时"
    if "字数" in text:
        return "字"
    if _WHAT_HOUR.search(text):
        return _OCLOCK
    if single := _SINGLE.search(text):
        return single.group(1)
    noun = _NOUN.search(text) or _HOW_MANY.search(text) or _SEVERAL.search(text)
    if noun is None or _NO_NOUN.search(noun.group(1)):
        return ""
    return lexicon().counted.get(noun.group(1), noun.group(1))


# Who makes a paper out, by any name that says where to go: 户籍证明去哪里开.
_MADE_OUT = re.compile(
    r"(?:证明|证|单|函|信|票)(?:要|该|得|应该)?(?:在|去|到|找|上)?哪(?:里|儿|个地方)?(?:去)?开"
)


# What is sent there is asked for, not where: 要发啥到邮箱.
SENT = re.compile(
    r"(?:发|寄|传|交)(?:些|点)?(?:什么|啥|哪些)[^,，。]{0,6}(?:到|至|去|给|进)[^,，。]{0,4}(?:邮箱|邮件)"
)


def wants_of(text: str) -> frozenset[str]:
    """The kinds of value that an answer must hold: money, date, count, duration, phone, …"""
    text = text.replace("几月", "哪月")  # no length of time, as 几个月 is
    found = {kind for kind, cues in lexicon().wants if cues.search(text)}
    if "address" in found and _MADE_OUT.search(text):
        found.discard("address")
    if "email" in found and SENT.search(text):
        found.discard("email")
    unit = "" if _CLASS.search(text) else unit_of_question(text)
    if "frequency" in found:
        return frozenset(found - {"duration", "date"})
    if re.fullmatch(_DURATIONS, unit):
        found.add("duration")
    elif unit == "分":
        found.add("score")
    elif unit == _OCLOCK:
        found.add("hours")
    elif unit:
        found.add("count")
    if "phone" in found and not re.search(r"时候|哪天", text):
        found.discard("date")  # 电话几号
    if not found and _NAMES_FEE.search(text) and not _ASKS_OTHERWISE.search(_ABOUT_PAYING.sub("吗", text)):
        found.add("money")
    return frozenset(found)


_CALLED = {
    "money": "金额", "date": "时间", "duration": "期限", "count": "数量", "phone": "电话", "email": "邮箱",
    "url": "网址", "platform": "网站", "address": "地址", "hours": "受理时间", "percent": "比例",
    "score": "分数", "frequency": "次数", "reduction": "优惠",
}  # fmt: skip


def matter_of(wants: frozenset[str]) -> str:
    """What to call the values that are asked for: 金额, 时间; 相关规定 where none or several are."""
    return _CALLED.get(next(iter(wants)), "相关规定") if len(wants) == 1 else "相关规定"


_LABELS = {
    "url": frozenset(("网址", "官网", "链接", "网站")),
    "phone": frozenset(("电话", "号码", "电话号码", "联系电话", "热线")),
    "email": frozenset(("邮箱", "邮件", "电邮", "邮箱地址")),
}


def labels(word: str, wants: frozenset[str]) -> bool:
    """Whether a word only labels the value wanted, which a passage may hold without it: 网址 for a URL."""
    return any(word in _LABELS.get(want, ()) for want in wants)
