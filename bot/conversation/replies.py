"""A reply to what was asked back: a choice among what was offered, or a short word made a statement."""

from __future__ import annotations

from collections.abc import Sequence

from bot.person.retold import words_of_kinds
from corpus import patterns as re
from index.normal import search_key

__all__ = ["EITHER", "as_fact", "chosen", "option_taken", "ordinal", "unsure"]

EITHER = "either"  # the fact asked for where two statements cannot both be true

# 不属于这些领域: what was asked, pointed at.
_THAT = (
    r"(?:(?:这|那|上述|以上|所列)(?:个|些|种|类|几[个种类项]|一[条项种])?的?"
    r"(?:领域|情形|情况|条件|范围|行业|类型|人员|对象|里面?|之?列)?)?"
)
_YES = re.compile(
    r"(?:我|我们|都|也|确实|就)*(?:是|有|对|符合|满足|达到|具备|属于|在|当然|没错|没问题|嗯+|好|可以|yes|y|ok)"
    rf"{_THAT}(?:的|了|啊|呀|哦|呢|过|是的|有的|对|，|,)*"
)
_NO = re.compile(
    r"(?:我|我们|都|也|并|肯定)*(?:否|没有|没|不是|不|无|未|不符合|不满足|没达到|不具备|不属于|不涉及|不在|不算|还没有?|从没有?|不对|no|n)"
    rf"{_THAT}(?:的|了|啊|呀|哦|呢|过|有|，|,)*"
)
_UNSURE = re.compile(r"(?:这个|我)?(?:也)?(?:不知道|不清楚|不确定|不太清楚|不记得|忘了|记不清)了?")
_YES_NO = {
    "residence": ("有本市户籍", "没有本市户籍"),
    "permit": ("居住证有效", "没有居住证"),
    "retired": ("已退休", "没退休"),
    "failed": ("去年未通过", "没参加评审"),
}
_LEADS = {
    "work": "工作",
    "insurance": "社保累计",
    "age": "今年",
    "held": "取证后",
    "graduated": "毕业",
    "late": "其中补缴了",
}
_NONE = {"work": "没工作过", "insurance": "社保累计0个月", "held": "没证", "late": "没补缴过"}
_UNITS = {"work": "年", "insurance": "个月", "age": "岁", "held": "年", "late": "个月"}
_NAME = re.compile(r"(?!我|今年|没|有|不|会)(?:(?!专业$).)*")  # of a field of study, and no sentence
_FIGURE = re.compile(r"[\d一二两三四五六七八九十半]")
_BARE = re.compile(r"\d+(?:\.\d+)?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]")
_NOT_MATTER = re.compile(r"^请问您(?:是否)?|[？?]$")
_ORDINALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NTH = re.compile(
    r"第(?P<n>[一二三四五六七八九十\d]+)(?![一二三四五六七八九十\d批期轮档组场届天周年季学阶志])(?:个|种|项|条|份|类|款)?|(?P<last>最后一?(?:个|种|项|条|份|类))"
)
_PAIR = re.compile(r"(?P<former>前者|前一?个|前面那个)|(?P<latter>后者|后一?个|后面那个)")


def as_fact(typed: str, fact: str, question: str) -> str:
    """A short reply to `question`, which asks for `fact`, as a statement: 是 → 有本市户籍, 6年 → 工作6年.

    A sentence stays as it is: it states its fact itself.
    """
    key = _plain(typed)
    yes, no = _YES.fullmatch(key), _NO.fullmatch(key)
    after, lacking = _counted_from(question)
    if not yes and not no:
        return _figure(typed, key, fact, question, after)
    if fact in _YES_NO:
        return _YES_NO[fact][0 if yes else 1]
    if no and (lacking or fact in _NONE):
        return lacking or _NONE[fact]
    matter = _NOT_MATTER.sub("", question)
    return matter if yes else f"没有{matter.removeprefix('持有')}"


def _figure(typed: str, key: str, fact: str, question: str, after: str) -> str:
    """A figure with what it measures, and the unit that the question asked for where none is given."""
    if fact == "major" and len(key) <= 8 and _NAME.fullmatch(key) and not any(words_of_kinds(key)):
        return f"{typed}专业"
    if not _FIGURE.match(key):
        return typed
    if fact == "born" and not re.search("生", key):
        return f"{typed}出生"
    lead = f"{after}工作" if after and fact == "work" else _LEADS.get(fact, "")
    bare = _BARE.fullmatch(key)
    asked = re.search(r"多少(个月|个?[\u4e00-\u9fff㎡%]{1,3})[？?]", question)
    unit = (asked[1] if asked else _UNITS.get(fact, "")) if bare else ""
    subject = re.search(r"您的?([\u4e00-\u9fff]{2,12}?)(?:是|有|为|累计)?多[少久长]", question)
    if not lead and subject and (bare or fact == "measure"):
        lead = subject[1]
    return f"{lead}{key if bare else typed}{unit}"


def option_taken(typed: str, options: Sequence[str]) -> int | None:
    """Which of the quick replies to a question a turn gives, in its words; yes and no in others as well."""
    key = _plain(typed)
    if tuple(options) == ("是", "否"):
        return 0 if _YES.fullmatch(key) else 1 if _NO.fullmatch(key) else None
    same = next((n for n, o in enumerate(options) if search_key(o) == key), None)
    if same is None and len(options) == _TWO_BANDS and options[-1].endswith(("及以上", "及以下")):
        return 1 if _REACHED.fullmatch(key) else 0 if _SHORT_OF.fullmatch(key) else None
    return same


_TWO_BANDS = 2
_REACHED = re.compile(
    r"(?:早就?|已经?|都|刚好?|正好)*(?:满|够|到|达到|超过|有)(?:了|啦|的)|(?:早就?|已经?)(?:满|够|到)"
)
_SHORT_OF = re.compile(r"(?:还|都)?(?:没有?|不|未)(?:满|够|到|达到|这么多|那么多)(?:呢|的)?")


def _counted_from(question: str) -> tuple[str, str]:
    """What the years asked about are counted from, as a person says it, and how they say they lack it."""
    if "证书后" in question:
        return "取证后", "没证"
    return ("评上职称后", "没有职称") if "职称后" in question else ("", "")


def unsure(typed: str) -> bool:
    """Whether a reply says that the person does not know."""
    return _UNSURE.fullmatch(_plain(typed)) is not None


def chosen(typed: str, offered: Sequence[str]) -> str:
    """The quick reply that was taken: by its number, its place, its words, or words that only it has."""
    key = re.sub(r"^(?:那么?|就)|[呢吧]$", "", _plain(typed))
    if key.isdigit() and 1 <= int(key) <= len(offered):
        return offered[int(key) - 1]
    place = ordinal(key, len(offered))
    if place is not None and len(key) <= 8:
        return offered[place]
    same = next((o for o in offered if search_key(o) == key), "")
    return same or _only_one_with(
        re.sub(r"(?:的|那|这)(?:个|份|项|种)?$|^(?:就|是|选|要|问的?是)+", "", key), offered
    )


def _only_one_with(words: str, offered: Sequence[str]) -> str:
    holding = [o for o in offered if len(words) >= 2 and words in search_key(o)]
    return holding[0] if len(holding) == 1 else ""


def ordinal(text: str, count: int) -> int | None:
    """The place in a list of `count` that words like 第二个, 最后一个, 后者 point at, from 0."""
    nth, pair = _NTH.search(text), _PAIR.search(text) if count == 2 else None
    if nth is None and pair is None:
        return None
    if nth is None:
        return 0 if pair and pair["former"] else 1
    place = count - 1 if nth["last"] else _whole(nth["n"]) - 1
    return place if 0 <= place < count else None


def _whole(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _ORDINALS.get(numeral, 0)


def _plain(typed: str) -> str:
    return search_key(typed).strip("。.!！~ ，,")
