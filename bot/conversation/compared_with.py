"""A comparison that leaves out a side, or what both sides are of: 比季卡贵多少, 周末比平日贵多少, 差多少.

What the question before was about is put in front of it, without what the comparison names itself.
"""

from __future__ import annotations

from bot.conversation.ellipsis import DEGREES, LEVELS
from bot.speech.lexicon import lexicon
from corpus import patterns as re
from index.normal import search_key

__all__ = ["both_asked", "compared_with", "lapsed", "next_in_order"]

_MORE = r"(?:多|少|贵|便宜|高|低|长|短|早|晚|大|小|远|近|快|慢|久)"
_ONE_SIDE = re.compile(
    rf"(?:那|又|会|要)*(?:比|跟|和|同|与)(?P<other>[^,，。?？]{{1,12}}?)(?:比|相比|相?差|{_MORE})"
)
_BOTH_SIDES = re.compile(rf"(?P<one>[^,，。?？比]{{1,12}})比(?P<other>[^,，。?？]{{1,12}}?){_MORE}")
_RECKONED = re.compile(
    r"(?:那|它们|他们|两个|两者|这两个|加起来|一共|总共|全部)*(?:相?差|合计|总共|一共|加起来|平均)(?:是|要|得)?(?:多少|几)"
)
_ASKS_FOR = re.compile(
    r"(?:分别|各自?|都|要|得|收|交|是|有|可以|能)*"
    r"(?:多少钱?|几(?!个月|年)[^,，。?？]{0,4}|什么(?:时候|时间)|啥时候|哪天|多[久长大高])(?:[开截报办].{0,4})?[呢啊呀?？]*$"
)


def compared_with(typed: str, before: str) -> str:
    """`typed` with what it compares put in full by the question `before`; empty where it compares nothing
    or that question asks for no value."""
    key, about = search_key(typed), search_key(before)
    sides = _ONE_SIDE.match(key) or _BOTH_SIDES.match(key)
    asked = _ASKS_FOR.search(about)
    if asked is None or not (sides or _RECKONED.match(key)):
        return ""
    thing = about[: asked.start()].strip("，, 的")
    if "多少钱" in asked[0]:  # 三等奖比二等奖少多少 is of money too
        key = re.sub(r"多少(?=[呢啊呀?？]*$)", "多少钱", key)
    if sides is None:
        return f"{thing}{key}"
    named = sides.groupdict()
    if named.get("one") is None:
        return f"{thing}{key.lstrip('那又会要')}" if named["other"] not in thing else ""
    for words in named.values():
        thing = thing.replace(words.strip("那的"), "")
    if LEVELS.search(key) or DEGREES.search(key):
        thing = DEGREES.sub("", LEVELS.sub("", thing))
    return f"{thing.strip('，, 的')}{key}"


_LAPSED = re.compile(
    r"(?:那|要是|如果|万一|若)*(?:过了?|超过了?|过期了?|超期了?|错过了?)(?:期|时间)?(?:的话)?(?:呢|怎么办|咋办|咋整|咋个?弄|会怎么?样|会咋样)[呢啊呀?？]*"
)


def lapsed(typed: str, before: str) -> str:
    """What is to be done when the time is over that the question `before` asks for: 过了怎么办, after
    有效期几年; empty where nothing of the kind is asked."""
    key, about = search_key(typed), search_key(before)
    asked = lexicon().interrogatives.search(about)
    if not _LAPSED.fullmatch(key) or asked is None or not about[: asked.start()]:
        return ""
    return f"{about[: asked.start()]}{key.lstrip('那要是如果万若')}"


_MOST = re.compile(r"最(?P<way>[多少高低贵大小长短快慢早晚]|便宜)")
_PLACE = re.compile(
    r"(?:那|排)?第(?P<n>\d{1,2}|[二三四五六七八九十])(?P<way>[多少高低贵大小长短快慢早晚]|便宜)?(?:名|位)?的?(?:是(?:谁|哪个?|什么))?[呢啊呀?？]*"
)


def next_in_order(typed: str, before: str) -> str:
    """The question `before` for another place in the order: 第二多的呢, after 最多的是哪个; empty where none
    is asked for."""
    asked, most = _PLACE.fullmatch(search_key(typed)), _MOST.search(search_key(before))
    if asked is None or most is None:
        return ""
    key = search_key(before)
    return f"{key[: most.start()]}第{asked['n']}{asked['way'] or most['way']}{key[most.end() :]}"


# What the last two questions come to: 两个加起来, 这俩差多少, 哪个多.
_BOTH = re.compile(
    r"(?:那|这)?(?:两(?:个|者|项|样|家|边|地)?|俩|二者|它们)(?:一共|总共)?"
    r"(?:(?P<sum>加起来|加(?:到|在)?一(?:起|块儿?)|一共|总共|合计|合起来|(?:一起|一块儿?)?都?[报考买办选交要学](?!哪|谁|什))|(?P<apart>相?差)|(?P<more>(?:谁|哪个|哪边|哪一?家)[多少高低贵长大]))"
    r"[^,，。?？]{0,6}[呢啊呀?？]*"
)


def both_asked(typed: str, first: str, second: str, leans: bool = False) -> str:
    """What is asked of both of the last two questions at once: 甲和乙的人数加起来多少, after 甲的人数多少 and
    that of 乙; empty where nothing is asked of both, or they differ in more than what they are of.

    The second one may be no more than the other thing, where it `leans` on the first.
    """
    found = _BOTH.fullmatch(search_key(typed))
    one, other = search_key(first), search_key(second)
    asked = _HOW_MANY.search(one)
    if found is None or asked is None or one == other:
        return ""
    if leans:
        about = f"{one[: asked.start()]}和{other}"
    else:
        start, end = _shared(one, other), _shared(one[::-1], other[::-1])
        if one[len(one) - end :].startswith("级"):
            end -= 1  # 四级 and 三级 differ in more than a character
        sides = [q[start : len(q) - end] for q in (one, other)]
        if min(map(len, sides)) < 1 or end < len(asked[0]):
            return ""
        about = f"{one[:start]}{sides[0]}和{sides[1]}{one[len(one) - end :].removesuffix(asked[0])}"
    if found["sum"]:
        return f"{about}加起来{asked[0]}"
    return f"{about}{'差多少' if found['apart'] else found['more']}"


_HOW_MANY = re.compile(r"(?:要|得|收|有|是)?(?:多少|几)[\u4e00-\u9fff]{0,6}?[呢啊呀?？]*$")


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
