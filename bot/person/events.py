"""Of which event a part of what a person says tells: 2月20号生的 is no answer to when the fee was paid."""

from __future__ import annotations

from itertools import pairwise

from bot.speech.short_forms import official
from corpus import patterns as re

__all__ = ["parts_about"]

# Kinds of event, as notices put them and as people say them.
_EVENTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(notice), re.compile(person))
    for notice, person in (
        (r"出生|生育|分娩", r"生的|出生|生了|生下"),
        (r"测试|考试|参加.{0,4}考", r"考|测"),
        (r"缴费|到账|缴纳|缴款", r"交|缴|到账|付"),
        (r"中断|断缴|停保|停缴", r"断|停"),
        (r"核发|发证|取得|获得|取证|领证|领取|享受", r"拿|考|取得|发证|发的|下来|领(?!导)|评上|享受"),
        (r"毕业|离校", r"毕业"),
        (r"退休", r"退休"),
        (r"离职|解聘|解除劳动|离开|终止", r"离职|辞|走|不干|解除|失业|丢了工作"),
        (r"列入|名单|异常名录", r"列入|进了?[^，。]{0,6}名单|上了?[^，。]{0,6}名单|(?<!移出)名单"),
        (r"处分|处罚|撤销|吊销|取消|处理决定|违纪|违法(?!失信)", r"处分|处罚|处理|撤|吊销|取消|违(?!法失信)"),
        (r"发票|购买|购置|开具", r"发票|买|购"),
        (r"出售|转让", r"卖|转让|转出去"),
        (r"入职|聘用|招用|录用|签订", r"入职|签|招|聘|录用|录取|上班"),
        (r"结婚|离婚|登记结婚", r"结婚|离婚|领证|离了"),
        (
            r"登记注册|注册登记|工商登记|注册之日|注册时间|成立|开业|创办|设立",
            r"注册|成立|开[了的起]|开(?:公司|店|厂|网店|个体户|工作室)|办[了的](?:公司|厂|店)|执照|开业|开张|创办|创业",
        ),
        (r"公布|公示|公告|发布|通知", r"公布|公示|公告|通知|出来|出的?分|出成绩"),
        (r"建成|竣工|落成", r"建[的成了起]|盖[的好了成起]|竣工|落成|完工|修[的好]"),
        (r"落户|迁入|入户", r"落户|迁|入户"),
        (r"申请|申报|提出|受理", r"申请|申报|递|交上去|受理"),
    )
)


def parts_about(event: str, text: str) -> str:
    """`text` without the parts that tell of an event of another kind than `event`.

    Where the kind of `event` is not known, only what shares a word with it tells of it.
    """
    wanted = [i for i, (notice, _) in enumerate(_EVENTS) if notice.search(event)]
    parts = re.split(r"(?<=[，。；,;？?])", text)
    if (paper := _PAPER.search(event)) is not None and len(text) > _REPLY:
        parts = [p for p in parts if _names_paper(paper["name"], p)]
    if not wanted:
        pairs = {event[i : i + 2] for i in range(len(event) - 1)}
        return "".join(p for p in parts if any(p[i : i + 2] in pairs for i in range(len(p) - 1)))
    if len(text) > _REPLY and not any(_kinds(p) & set(wanted) for p in parts):
        return ""  # 今年23 is no day on which a licence was withdrawn
    kept, other = [], False
    for part in parts:
        other = _tells_other(part, wanted) or (other and not _kinds(part))  # 进了名单，到现在14个月
        if not other and not _others(part, wanted):
            kept.append(part)
    return "".join(kept)


# 取得不动产权证书之日: of that paper, and of no other that somebody took.
_PAPER = re.compile(
    r"(?:取得|获得|领取|核发|办理)(?P<name>(?!相[关应]|有关|该|本|职业|资格|技能|培训)[\u4e00-\u9fff]{3,10}?)(?:证书?|(?:批准|证明)?文件|批文)(?:之日|后|起|$)"
)


def _names_paper(name: str, part: str) -> bool:
    """Whether a part says two characters of the name of a paper, or another word for it."""
    said = (part, *official(part))
    return any(a + b in words for a, b in pairwise(name) for words in said)


_REPLY = 8  # characters of a text that only answers when something was
_WHEN = re.compile(
    r"[\d一二两三四五六七八九十半零〇]|[年月日号天周个初底前后整多约]|星期|去年|今年|前年|上|刚|才|好|已经?|大概|差不多|是|的|了|满|到|[\W_]"
)
_DAY = re.compile(r"\d\s*[号日]|\d{1,2}[./-]\d{1,2}")
_BARE = 2  # characters beside the time in a part that only says when


def _kinds(part: str) -> set[int]:
    return {i for i, (_, person) in enumerate(_EVENTS) if person.search(part)}


def _tells_other(part: str, wanted: list[int]) -> bool:
    told = _kinds(part)
    return bool(told) and not told & set(wanted)


def _others(part: str, wanted: list[int]) -> bool:
    if not _kinds(part) and len(_WHEN.sub("", part)) > _BARE and not _DAY.search(part):
        return True  # 去年笔试过了 tells of another thing that happened
    return _tells_other(part, wanted)
