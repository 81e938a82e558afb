"""What people say to whoever answers, and not of any notice: greetings, thanks, who are you, do it for me."""

from __future__ import annotations

from enum import StrEnum

from corpus import patterns as re
from index.normal import search_key

__all__ = ["SmallTalk", "small_talk"]


class SmallTalk(StrEnum):
    """A kind of small talk; its value is what is said to it."""

    GREETING = (
        "您好，我按收录的通知回答问题，并给出原文条款。"
        "请问想了解哪件事？例如谁可以报、多少钱、什么时候截止、带什么材料。"
    )
    THANKS = "不客气。还有想了解的，可以接着问。"
    FAREWELL = "再见。以后想了解通知里的事，随时可以来问。"
    SELF = (
        "我是问则，一个按收录的通知回答问题的程序：谁可以报、多少钱、什么时候、带什么材料，答案都附原文条款；"
        "通知没有写的，我会直说没有写明。请问想了解哪件事？"
    )
    PERSON = (
        "这里没有人工客服。通知写了咨询电话的，我可以把电话和受理时间告诉您，请问想咨询哪一份通知里的事？"
    )
    ERRAND = "我只能告诉您怎么办，不能替您办理。请问想办哪一份通知里的事？我把步骤、材料和截止时间找给您。"


_TAIL = r"(?:[呀啊吗吧呢哈哦噢啦嘞的了]|您|你|们|大家|老师|客服|亲)*"
_KINDS = (
    (
        SmallTalk.GREETING,
        r"(?:你好|您好|hi|hello|hey|嗨|哈喽|在吗|在不在|有人吗|[早晚]上好|[上下]午好|晚安|早安)+",
    ),
    (
        SmallTalk.THANKS,
        r"(?:好的?|嗯+|ok|okay|行|知道了|明白了|懂了|清楚了|收到)?"
        r"(?:非常感谢|太?感谢|多谢|谢谢|谢了|3q|thanks|thankyou|辛苦了?|麻烦了|知道了|明白了|懂了|清楚了|收到)+",
    ),
    (
        SmallTalk.FAREWELL,
        r"(?:好的?|谢谢)?(?:再见|拜|bye|goodbye|没事了?|没有?别?的?问题了|不问了|先这样)+",
    ),
    (
        SmallTalk.SELF,
        r"(?:请问)?(?:[你您这](?:是|叫)(?:谁|什么|啥|哪位|机器人|真人|人工智能|ai)(?:名字|东西|系统|程序)?"
        r"|[你您](?:今年)?(?:多大|几岁|多少岁|[会能](?:做|干)?(?:什么|啥|些什么))"
        r"|自?我?介绍一?下[你您]?自己?|whoareyou|[你您](?:真人|机器人|人工))",
    ),
    (
        SmallTalk.PERSON,
        r"(?:请问)?(?:有没有|有|能不能|能|可以|我要|我想|请|帮我)?(?:转|找|接|联系|换|跟)?(?:一?个|一下)?"
        r"(?:人工|真人)(?:客服|服务|坐席|聊|说话)?(?:没有)?",
    ),
    (
        SmallTalk.ERRAND,
        r"(?:请|麻烦)?[你您]?(?:能不能|能|可以|可不可以)?(?:直接)?(?:帮|替|给)(?:我|忙|俺)(?:直接)?"
        r"(?:报个?名|报一下名?|申请|申报|缴费|交钱|付款|填表|办理?|办一下|弄一下)(?:一下|行)?",
    ),
)
_PATTERNS = tuple((kind, re.compile(f"{said}{_TAIL}", re.IGNORECASE)) for kind, said in _KINDS)


def small_talk(typed: str) -> SmallTalk | None:
    """The kind of small talk that a whole turn is; None where it asks or tells anything."""
    said = re.sub(r"[\W_]+", "", search_key(typed))
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(said)), None)
