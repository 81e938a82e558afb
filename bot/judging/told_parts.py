"""What a person says in parts, each with whether it is denied, without what is only asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.judging.told_acts import acts_named
from bot.speech.short_forms import asserted, official
from corpus import patterns as re

__all__ = ["ENDED", "NO", "NOT_OVER", "Part", "affirmed", "denies", "parts_told"]

_KEPT_TEXTS = 512  # texts of persons of which what was read is kept
_KEPT_CONDITIONS = 8192  # conditions of which it is known whether they deny
# What somebody is not able or not willing to do: 去不了培训, 做不到, 不服从, 不愿意加班.
_UNABLE = (
    r"(?<=[\u4e00-\u9fff])不(?:了(?!解)|到(?![\d一二三四五六七八九十半])|上(?!班|课|学|传)|起(?!诉|草)|成(?!立|熟)|下来)"
    r"|没法|不(?:想|愿意?|肯|打算|(?=服从|接受|同意|参加|遵守|认同|拥护))"
)
NO = re.compile(
    r"没(?!问题|错)有?|未(?!婚|成年|满|来)曾?|无(?!偿|论|线|损|缝|障碍|人机|公害|纸)|从未|不曾|并非|不是|不在|不属于|不具|没能|不(?=[具持有存欠])|尚未"
    r"|不(?=残疾|带|拖欠|享受|领|吃低保|住|租|缴|交(?!通)|从事|担任|兼)"
    rf"|不够(?=$|[，。；,;])|{_UNABLE}"
)
ENDED = re.compile(
    r"断了?|停保|停了|退了|退保|结清|还清|还完|注销|到期了|终止|不干了|离职|没了|取消了|退伍|退役|转业"
    r"|期[^，。]{0,8}(?:过了|满了|届满|结束|解除)"
)
# 延退也没办 denies what stands before it.
_UNDONE = r"[办交拿签评考领批续缴买](?:理|过|了|到|下来)?(?=$|[，。；,;])"
_FALLEN_SHORT = r"(?:达到|达标|够|满足|符合)"  # 资历没达到要求 denies what stands before it too
# 整改也完成了 tells of what stands before it.
_DONE = (
    r"(?:都|全|已经?)*"
    r"(?:完成|做完|办完|办好|办妥|弄完|交完|交清|还清|结清|结束|通过|过|合格|达标|符合|够|齐全?|到位|落实)"
    r"(?:了|的)?(?=$|[，。；,;])"
)
_PARTS = re.compile(rf"[，。；,;？?！! ]|也(?!(?:都|还)?(?:没有?|未){_UNDONE}|{_DONE})|还有|但是?|不过|而且")
_TAIL_REQUEST = re.compile(
    r"(?:(?<=[，。；？?！! ])|^)(?:[^，。；？?有是在过了发卖做拿交没办]{0,6})(?:还|也|就|我|俺)?"
    r"(?:能|可以?|够|会)(?:不能|不可以|不会|不)?(?!以?[行成]?[吗么不])[^，。；？?]{0,16}(?:吗|么|不|没|嘛|否)"
    r"(?=$|[，。；？?！! ])"
    r"|能?(?:行不行|行[吗么不]|成不成|成[吗么]|可不可以|可以[吗么])(?=$|[，。；？?！! ])"
    r"|(?:会不会|是否|有没有|会)?影响[^，。；？?]*(?:吗|么|不|没|嘛|否)(?=$|[，。；？?！! ])"
    # what stands before 能领不 and says nothing of the person is what they ask for
    r"|(?:(?<=[，。；？?！! ])|^)(?:[^，。；？?有是在过了发卖做拿交缴没办领享]{0,14}"
    r"(?:补[贴助偿]|津贴|贷款|贴息|提取|奖励?金?|资助|减免|名额))(?:还|也|就|我们?|俺)*"
    r"(?:能|可以?|够|会)(?:不能|不可以|不会|不)?[^，。；？]{0,16}(?:吗|么|不|没|嘛|否)(?=$|[，。；？?！! ])"
)
# What is asked for is no fact about the person: 我能申请助学金吗.
_REQUEST = re.compile(
    r"(?:还|也|就|是不是|是否|可否|想|要|打算|准备)*(?:能|可以?|够|想|要|该|有资格|符合条件|可否|是否)(?:不能|不可以|不可|否|不)?(?:再|去|来|直接|继续|也|接着|按[^，。]{1,8}){0,3}"
    r"(?:申请|申领|申报|报名?|考|领|拿|享受|办|借|评|参加|补|落户|入学|安排|认定?|参保|贷|领取|重新|接着|进|排)[^，。；？?]*"
)
# Who is not cured yet is ill, who has not paid off a loan has one: the denial belongs to the verb of ending
# that it stands before, and what stands before both still is so.
NOT_OVER = re.compile(
    r"(?:还|仍|至今)?(?:没有?|未|尚未)(?:治好|治愈|痊愈|好利索|好(?=[，。；,;]|$)|康复|还清|还完|结清|结束|解除|到期|满期|过期"
    r"|(?:予以)?(?:了结|解决|注销|吊销|归还|偿还|退还|清偿|缴清|补缴(?:到位)?|整改|改正|纠正|消除|恢复|结案|终结|办结|届满|期满|腾退|拆除)(?:到位|完毕|完成)?"
    r"|(?:[\u4e00-\u9fff]{2})?完毕)"
)


@lru_cache(maxsize=_KEPT_CONDITIONS)
def denies(words: str) -> bool:
    """Whether a condition says that something is not so: 无犯罪记录, 未享受过补贴."""
    return NO.search(NOT_OVER.sub("", words)) is not None


_WHETHER = re.compile(r"(?!还)([\u4e00-\u9fff])[不没]\1")  # 是不是, 过没过 deny nothing


def affirmed(text: str) -> str:
    """What a person says without the parts that deny something: 有寄宿证明，备案没有 as 有寄宿证明."""
    parts = re.split(r"[，。；,;！!]", text)
    return "，".join(p for p in parts if not NO.search(_WHETHER.sub(r"\1", p)))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what a person says; `said` is it without what denies and with what notices call its acts,
    `means` are the official words for what it says, `asserts` those for what it denies as a whole (失业 for
    没工作), and `ended` is the word by which something is over."""

    text: str
    said: str
    means: tuple[str, ...]
    asserts: tuple[str, ...]
    denied: bool
    ended: str

    def spoken(self, phrase: str) -> str:
        """What is said, with the official words for it that a phrase holds, or that name little more."""
        if not self.means:
            return self.said
        near = (m for m in self.means if m in phrase or (m.endswith(phrase) and len(m) < 2 * len(phrase)))
        return " ".join((self.said, *near))


# 非低保 非残疾: each kind of people that somebody says they are not of.
_NOT_OF = re.compile(
    r"(?:(?<=[，。；、 ])|^)非(?![全本常法遗公凡机学师农营盈]|[\u4e00-\u9fff]{1,4}(?:户|籍))"
)


@lru_cache(maxsize=_KEPT_TEXTS)
def parts_told(text: str, with_requests: bool) -> tuple[Part, ...]:
    """The parts of what a person says, without what they ask for unless that counts too."""
    told = _NOT_OF.sub("不是", NOT_OVER.sub("着", _WHETHER.sub("", text)))  # what is not over is still had
    parts: Iterable[str] = _PARTS.split(told) if with_requests else _parts(told)
    return tuple(
        Part(
            p,
            f"{NO.sub('', p)}{acts_named(p)}",
            official(p),
            asserted(p) if NO.search(p) else (),
            bool(NO.search(p)),
            ended[0].rstrip("了") if (ended := ENDED.search(p)) else "",
        )
        for p in parts
    )


def _parts(text: str) -> Iterator[str]:
    """The parts of what is said; a list under one denial is denied throughout: 没房没车, 没有房子、车子."""
    for part in _PARTS.split(_REQUEST.sub("，", _TAIL_REQUEST.sub("，", text))):
        pieces = re.split(rf"、|(?<=.)(?=没有?(?!有?(?:{_UNDONE}|{_FALLEN_SHORT}))[\u4e00-\u9fff])", part)
        denied = False
        for piece in pieces:
            denied = denied or NO.search(piece) is not None
            if piece.strip():
                yield piece if not denied or NO.search(piece) else f"没有{piece}"
