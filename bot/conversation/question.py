"""A question as understood: what is asked for, about what, in which month and year, by whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.answer_parts import Claim, Intent
from bot.conversation.whether import parted
from bot.person.kin import without_bystanders
from bot.person.person import Person, read_person
from bot.speech.common_speech import in_common_speech
from bot.speech.duty_asked import asks_duty_of_nobody
from bot.speech.feasts import acts_in_months, in_months
from bot.speech.lexicon import lexicon
from bot.speech.named_times import headcount_named, month_named, year_named
from bot.speech.typos import TypoMender
from bot.speech.wanted import SENT, unit_of_question, wants_of
from corpus import patterns as re

__all__ = ["Question", "read_part", "understand"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, resolved.

    `text` is the question in simplified characters and half-width forms with slips mended. `wants` are the
    kinds of value that an answer must hold; `unit` the unit word after 多少 or 几, where there is one.
    """

    typed: str
    text: str
    intent: Intent
    polar: bool = False
    wants: frozenset[str] = frozenset()
    unit: str = ""
    month: int | None = None
    year: int | None = None
    headcount: int | None = None
    mended: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None  # the day of asking
    lists: bool = False  # asks for a list: 哪些, 什么, 怎么
    parts: tuple[Question, ...] = ()  # where several things are asked, each by itself
    context: str = ""  # what was spoken of before, where this question leans on it
    previous: str = ""  # the question in it that was asked last
    near: tuple[tuple[str, int], ...] = ()  # where the last answer quoted from: notice, start
    claims: tuple[Claim, ...] = ()  # what replies to questions asked back settled


_LISTING = re.compile(
    r"哪些|什么|啥|怎么|如何|流程|步骤|程序(?!设计|员)|结构|条件|要求|材料|分别|包括|几个|几项|清单"
)


def understand(typed: str, as_of: date, mender: TypoMender) -> Question:
    """Read a question as typed on the day `as_of`."""
    text, mended = mender.mend(in_common_speech(typed))
    text = without_bystanders(acts_in_months(text, as_of))
    question = _read(typed, text, mended, as_of)
    parts = [p for p in re.split(r"[?？。]", text) if len(p.strip()) >= 4]
    asking = [_read(p, p, (), as_of) for p in parts if lexicon().interrogatives.search(p)]
    return replace(question, parts=tuple(asking)) if len(asking) > 1 else question


def read_part(question: Question, asked: str, text: str) -> Question:
    """A part of a question, read by itself: `asked` as it stands there, `text` with what it is about."""
    day = question.as_of
    part = _read(asked, text, (), day) if day is not None else replace(question, typed=asked, text=text)
    return replace(
        part, year=part.year or question.year, month=part.month or question.month, claims=question.claims
    )


def _read(typed: str, text: str, mended: tuple[tuple[str, str], ...], as_of: date) -> Question:
    plain = _without_aside(text)
    polar = _is_polar(plain)
    question = Question(
        typed=typed,
        text=text,
        intent=_intent_of_case(plain) if polar else _intent(text),
        polar=polar,
        wants=wants_of(text),
        unit=unit_of_question(text),
        as_of=as_of,
        month=month_named(in_months(text, as_of), as_of),
        year=year_named(text, as_of),
        headcount=headcount_named(text),
        lists=bool(_LISTING.search(_WHERE_TO.sub("", text))),
        mended=mended,
    )
    if _STILL_TO_GO.search(text) and _tells_time(read_person(text, "", as_of, as_of)):
        return replace(question, intent=Intent.ELIGIBILITY, polar=True, wants=frozenset(), unit="")
    if (
        (question.intent is not Intent.CATALOGUE and _asks_about_person(question))
        or (
            _states_case(text)
            and (question.intent is Intent.GENERAL or _tells_more(question) or _wishes(text))
        )
        or (question.polar and _depends_on_person(question, as_of))
    ):
        return replace(question, intent=Intent.ELIGIBILITY, polar=True)
    return question


# How long somebody still has to wait who has told how they stand: 有四级证，再干几年能考三级.
_STILL_TO_GO = re.compile(
    r"(?:再|还要|还得|还差|还需要?|[要得])(?:再)?(?:干|工作|做|等|熬|过|上班)?(?:几年|多久|多长时间|多少年|几个月)"
    r"[^,，。]{0,6}?(?:能|可以|才)[^,，。]{0,4}(?:考|报|评|申|升)"
    r"|(?:还)?(?:差|缺)(?:多久|几年|多长时间|多少(?:年|个?月|时间)|几个月)"
)


def _tells_time(person: Person) -> bool:
    return person.work is not None or person.graduated is not None or bool(person.after)


_MAY = re.compile(
    r"(?:还|也|就|才)?(?:能|可以|够|会|行|算)[^，,。;；]{0,14}(?:吗|(?<![什怎多那这])么|不|没|嘛)$|(?:得了|成不成|中不中)(?:吗|么)?$"
)


def _is_polar(text: str) -> bool:
    """Whether a yes or a no is asked for, at the end or in a part of its own: 这次还能报不，我是大三的."""
    parts = re.split(r"[,，。;；?？!！]", text)
    return bool(lexicon().polar.search(text)) or any(_MAY.search(p.strip()) for p in parts)


def _without_aside(text: str) -> str:
    """The question without a bracket at its end, which says what it is about: …来得及吗？（某某职称）."""
    return re.sub(r"[（(][^（）()]*[）)][。.？?！!]*$", "", text)


# 弄坏了怎么办 asks what follows from a mishap, not how something is applied for.
_MISHAP = re.compile(
    r"(?<=[了没不被错丢坏])(?:[^,，。]{0,6})(?:怎么|咋)办(?!理)"
    r"|(?:没有|变化|变动|调整|取消|冲突|遗失|失败|驳回|退回|有误|不符)[^,，。]{0,14}?(?:怎么|咋)办(?!理)"
)

# 考核方式改了，那怎么办 is asked in one breath.
_THEN_WHAT = re.compile(r"(?<=[了没不过着])[,，](?=(?:那|这|这样|这下|我|该|要|应该)*(?:怎么|咋)办[?？]*$)")


# Where papers go is no question of which they are: 去哪儿递材料.
_WHERE_TO = re.compile(
    r"(?:去|到|上|往|在|从)?哪(?:里|儿|个?地方|边)?(?:去|来)?(?:提交|递交|寄送|交|递|送|寄|领|拿|取)"
    r"(?:这些|那些|申请|申报|报名)?(?:材料|资料|东西|表格?)?"
    r"|(?:材料|资料|东西|表格?)(?:该|要|应该)?(?:提交|递交|交|递|送|寄)(?:到|去|给)?哪(?:里|儿|个?地方|边)?"
)


# When what is asked comes in, which is not itself what is asked: 材料交上去以后多少天能批.
_AFTERWARDS = re.compile(
    r"^.{2,}?(?:[上下完了好过去来](?:以后|之后|后)|[交递报送][上过]去|[交递报]完)"
    r"(?=.{0,4}(?:多少|多久|几|什么时候|啥时候|何时))"
)


def _intent(text: str) -> Intent:
    """What the last part that asks for something asks for; what comes before is the case told."""
    if SENT.search(text):
        return Intent.MATERIALS
    text = _THEN_WHAT.sub("", text)
    parts = [p for p in re.split(r"[,，。;；!！]", text) if p.strip()]
    told = [_AFTERWARDS.sub("", p) for p in reversed(parts)]
    for part in (_MISHAP.sub("", p) for p in (*told, *reversed(parts), text)):
        for intent, cues in lexicon().intents:
            if cues.search(part) and not (intent is Intent.MATERIALS and _WHERE_TO.search(part)):
                return intent
    return Intent.GENERAL


def _intent_of_case(text: str) -> Intent:
    """What a yes-or-no question asks for: the part that asks decides where it names a matter of its own.

    Where it names none (行吗, 能接收我不) the parts before it tell a case, and whether that will do is asked.
    """
    parts = [p for p in re.split(r"[,，。;；?？!！]", text) if p.strip()]
    asking = [p for p in parts if _is_polar(p)]
    beside = [p for p in parts if p not in asking]
    intent = _intent(text)
    if len(asking) == 1 and intent in _TOLD_BESIDE and (whether := parted(asking[0])) and whether.of:
        intent = _intent(whether.asks) if _HAPPENED.search(whether.of) else intent
    if (
        len(asking) != 1
        or _intent(asking[0]) is not Intent.GENERAL
        or re.search(r"正常|对[吗不]|真的", asking[0])
    ):
        return intent
    told = _states_case(",".join(beside)) or any(len(p) > _NAMES_NOTHING for p in beside) or len(beside) > 1
    if not told or (len(asking[0]) > _NAMES_NOTHING and intent not in _TOLD_BESIDE):
        return intent
    if intent is not Intent.DEADLINE and asks_duty_of_nobody(text):
        return intent  # 论文是英文的，还要交翻译吗: what has to be done, and not whether somebody may
    return Intent.ELIGIBILITY


# Matters that people mention of themselves when they ask about another: 没处分, 补考过一门, 拿了证.
_TOLD_BESIDE = frozenset({Intent.PENALTY, Intent.RESIT, Intent.CERTIFICATE, Intent.GENERAL})
_HAPPENED = re.compile(
    r"[过了]|没|有|被"
)  # 受过处分还能报吗 asks of whom that happened to, and of no penalty
_NAMES_NOTHING = 8  # characters of a part that asks no more than whether something will do, or tells no case

_PERSON = re.compile(
    r"(?:能|可以|可|还能|够|符合|有资格|算|能不能|可不可以|可否|能否|直接)(?:不够|再|够|去|来|直接|一起|按|算)?.{0,16}"
    r"(?:报|考|申|评|参加|享受|落户|办|交|申请|条件|资格|要求|年限|入学|领|进|迁|算)"
    r"|(?:报|考|申请|申报|参加|办).{0,24}(?:行|可以|成|可)(?:吗|不|么|否)"
)


_FIGURES = re.compile(
    r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多|来)?(?:平米?|㎡|万|周?岁|年(?![度级]|\d|[0-9]*月)|个月|级证|分(?!会|公司)|%|厘米|公分|公斤|公里|亩|学时|课时)"
)
_CASE = re.compile(
    r"(?:没(?:有)?(?:通)?过|未(?:获)?通过|没评上|落选|不合格|退休|户籍|户口|居住证|学历|\d+周?岁)[^?？]*[,，。]"
    r"[^?？]*还?(?:能|可以)(?:再|继续)?(?:报|申|参加|评)"
    r"|(?:没(?:有)?通过|没(?:有)?过(?!了?期|截止|时间|点|报)|未(?:获)?通过|没评上|没考上|落选)[^?？]{0,8}还?(?:能|可以)(?:再|继续)?(?:报|申|参加|评)"
)
_ENOUGH = re.compile(
    r"(?:条件|资格|要求|年限)[^,，。]{0,6}(?:够|符合|满足|达标|满了?(?:吗|么|没|不))|达(?:不|没)?达?标(?:了)?(?:吗|么|没|不|$)|够(?:格|年头|资格|条件|了?吧|不够|吗|不)|算不?算?满|够.{0,6}没"
    r"|收(?:不收|吗|么)|有.{0,4}份(?:吗|么|不)|有我(?:们|家)?的?(?:吗|么|不|没)|轮得?到|有戏|走得通|行得通|有(?:没有)?可能|够了?(?:吗|么|不)"
    r"|(让|给|许|收|准|作数|算数|合规|合格|有效|受理|允许|承认|认可|影响|通过)(?:不\1|吗|么|不|没)"
    r"|才(?:能|给|让|可以)(?:报|考|评|申|领|办)|有没有(?:问题|影响|关系)|有(?:问题|影响|关系)(?:吗|么|不|没)|会不会被?(?:拒|退|取消(?![^,，。]{0,6}(?:成绩|资格|分)))|(?:用|作|当)得上吗?|能成"
)
_OTHER_MATTERS = frozenset({Intent.PENALTY, Intent.RESIT, Intent.CONTACT, Intent.CATALOGUE, Intent.DEADLINE})


# 换一张要交钱吗，我45岁: what it costs, whoever asks.
_CHARGED = re.compile(
    r"(?:收(?!入|到)|要|得|用|需要?)(?:不收|不要|不用)?(?:交|缴|收|花|付)?(?:手续|工本)?(?:钱|费用?)(?:吗|么|不|没|嘛)?[?？]?$"
)
# 能直接领吗，要不要等一年: the same asked from its other side.
_OR_WAIT = re.compile(r"(?:要不要|用不用|需不需要|还?是?[得要用])(?:再|继续|多)?等")


def _asks_about_person(question: Question) -> bool:
    """Whether the part that asks is whether the person may do or is entitled to something."""
    parts = [p for p in re.split(r"[,，。;；?？!！]", question.text) if p.strip()]
    asking = [p for p in parts if lexicon().polar.search(p) or _ENOUGH.search(p)]
    asking = [p for p in asking if not _OR_WAIT.search(p)] or asking
    if (
        not asking
        or asks_duty_of_nobody(asking[-1])
        or (question.month is not None and "date" in question.wants)
    ):
        return False  # 六月能报不，几月考
    part = asking[-1]
    before = parts.index(part) - 1
    if len(part) <= 5 and before >= 0:
        part = parts[before] + part  # 想报三级，行吗
    if _CHARGED.search(part):
        return False
    decided = _ENOUGH.search(part) or (_intent(part) is Intent.DEADLINE and _CASE.search(question.text))
    if wants_of(part) or (_intent(part) in _OTHER_MATTERS and not decided):
        return False
    told = _FIGURES.search(question.text) is not None
    return bool(_PERSON.search(part) or _ENOUGH.search(part) or told)


_STILL = re.compile(r"还(?:能|可以)(?:再)?(?:不能|不可以)?(?:报|申|考|填报|填写|提交|登记|参加|领|接着|继续)")
_TIMELY = re.compile(r"现在|今天|这个月|本月|来得及|赶得上|赶得及|几号|截止|到期|过了?期|晚了|迟了|错过")


# The case is told first and the part that asks names nothing: 家里有辆面包车，行不行.
_BARE_ASK = re.compile(
    r"[,，。;；!！ ](?:这样|那|还|我|俺|像这|按这)*"
    r"(?:行不行|行么|行吗|行不|成不成|成不|可以吗|可以么|能成吗|够不够|有资格(?:吗|么|不)|符合(?:吗|么|不)|中不中"
    r"|过得了吗|合格吗|能过吗)[?？]*$"
)


def _depends_on_person(question: Question, as_of: date) -> bool:
    """Whether a yes-or-no question that names no matter of its own follows facts that the person tells."""
    if question.wants or asks_duty_of_nobody(question.text):
        return False
    if question.intent is Intent.DEADLINE:
        return bool(_STILL.search(question.text)) and not _TIMELY.search(question.text)
    if question.intent is Intent.GENERAL and _BARE_ASK.search(question.text):
        return True
    told = read_person(question.text, "", as_of, as_of)
    return question.intent in (Intent.GENERAL, Intent.DEFINITION) and told.tells


_OWN_CASE = re.compile(
    r"(?<![帮给替为请让发诉教问加回转传寄醒知系])我|俺|咱|本人|孩子|娃|儿子|女儿|爸|妈|老婆|老公|爱人|户口|户籍"
)


# What somebody wants to do, and a statement that ends as one: 想去当护士; 一半画面是生成的.
_WISH = re.compile(r"(?:想|打算|准备)(?:要|去|来|再)?(?:当|做|报|考|申|评|办|参加|领|落|进|投|借|换|转)")
_WISH_LAST = re.compile(rf"[^,，。;；]*?{_WISH.pattern}[^,，。;；]{{0,12}}[。.?？]*$")
_STATED = re.compile(r"(?:是[^,，。]{2,}的|[^,，。]{2,}[了过]|[还也都]?没[^,，。]{1,8})[。.?？]*$")


def _wishes(text: str) -> bool:
    """Whether a case that is told ends in what somebody wants to apply for: ……干了8个月，想考三级."""
    return _WISH_LAST.search(text) is not None and _FIGURES.search(text) is not None


def _states_case(text: str) -> bool:
    """Whether nothing is asked and a case is told: 远城区92平，28万; 照片是三年前拍的."""
    asks = re.search(
        r"[?？].|吗|么|多少|什么|啥|怎么|咋|哪|(?<![好十前这那过近])几|谁|如何|何时|(.)[不没]\1", text
    )
    told = (_FIGURES, _OWN_CASE, _WISH, _STATED)
    return asks is None and any(p.search(text) for p in told)


def _tells_more(question: Question) -> bool:
    """Whether a statement tells of several things and wants no value: 均分85，没挂科，但学费还没交清."""
    return not question.wants and len(re.findall(r"[,，。;；]", question.text)) > 1
