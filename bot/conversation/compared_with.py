"""A comparison that leaves out a side, or what both sides are of: 比季卡贵多少, 周末比平日贵多少, 差多少.

What the question before was about is put in front of it, without what the comparison names itself.
"""

from __future__ import annotations

from bot.conversation.ellipsis import DEGREES, LEVELS
from corpus import patterns as re
from index.normal import search_key

__all__ = ["compared_with"]

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
