"""The month and the year that a question names, and for how many persons it asks."""

from __future__ import annotations

from datetime import date

from bot.speech.lexicon import lexicon
from corpus import patterns as re
from corpus.values.numerals import number

__all__ = ["headcount_named", "heads_put_together", "month_named", "year_named"]


def month_named(text: str, as_of: date) -> int | None:
    """The month meant: 这个月, 下个月 and 上个月 by the day, else the one named with 报 or 申 near it."""
    for words, step in (
        ("下下个?月", 2),
        ("下个?月", 1),
        ("这个?月|本月|当月|今天|现在|今个月", 0),
        ("上个?月", -1),
    ):
        if re.search(words, text) and (step or not re.search(r"\d{1,2}月", text)):
            return (as_of.month - 1 + step) % 12 + 1
    named = re.search(
        r"(?<![\d年])(\d{1,2}|[一二三四五六七八九十]{1,2})月(?!内|[底末](?!的?(?:时候)?(?:才|刚|就|去|来|再|要|想)?[报申登]))",
        text,
    )
    month = int(number(named.group(1)) or 0) if named else 0
    return month if 1 <= month <= 12 else None


# A year of the case told, not of what is asked: a day in it, or what happened then.
_TOLD_YEAR = re.compile(
    r"年(?:\d{1,2}月(?:\d{1,2}[日号]|$)|[^,，。;；?？]{0,8}(?:出生|生的|竣工|投用|成立|注册|提交|递交|签订|毕业|入学|入职|退役|取得|拿到|考[到下出过]|评[上到]|获得|发的|买的|开始|起|以来|至今|(?:递|交|报|申请|报名|登记|买|签|办)[了过的])(?![^,，。;；?？]{0,6}(?:多少|几|哪|什么|啥))"
    r"|(?:出版|出|印|建成?|盖|竣工|生产|制造|造|买|拍)的(?:老|旧|新)?[\u4e00-\u9fff]"
    r"|\d{1,2}月[^,，。;；?？]{0,8}?(?:递|交|报|申请|报名|登记|买|签|办)[了过的])"
)
# 去年没评上, 前年参加过评审: what happened to somebody, and no year of the notice.
_TOLD_SINCE = re.compile(
    r".年(?:\d{1,2}月|[^,，。;；?？]{0,10}?(?:没(?:有)?(?:通过|过(?!期)|[评考选]上|考过|成功)|未(?:获)?通过|落选|被刷|毕业|入职|离职|退休"
    r"|(?:拿|得|获|考|评|参加|报|申[请报]|办|交|买|做|干)(?:过|了|到|上(?!限)|下来)))"
)
# 装裱专业去年录取线是多少: of what was published, and no comparison with it (比去年多多少).
_OF_YEAR_BEFORE = re.compile(
    r"(?<![比较跟和与同从自到我])(?P<year>去年|前年|往年|上一年)(?!同期|相比|比)[^,，。我]{0,10}(?:是|为|有|要|收)?(?:多少|几(?!时))(?!倍)"
)
_RELATIVE_YEARS = {"往年": -1, "上一年": -1, "前年": -2, "去年": -1, "上年": -1, "明年": 1, "后年": 2}


def year_named(text: str, as_of: date) -> int | None:
    """The year that what is asked about is of: 2019年的报名费; none that only the case has."""
    parts = [p for p in re.split(r"[,，。;；?？!！]", text) if p.strip()]
    interrogative = [p for p in parts if lexicon().interrogatives.search(p)]
    asking = interrogative or parts
    for part in interrogative or parts[-1:]:
        relative = next((step for word, step in _RELATIVE_YEARS.items() if part.startswith(word)), None)
        if relative is not None and not _TOLD_SINCE.match(part):
            return as_of.year + relative
        if (before := _OF_YEAR_BEFORE.search(part)) and not _TOLD_SINCE.match(part, before.start("year")):
            return as_of.year + _RELATIVE_YEARS[before["year"]]
    for part in (*reversed(asking), *parts):
        named = re.search(
            r"(?<!\d)((?:19|20)\d{2})(?=年|\b|[^\d字元块人个米名分份件天克平户篇次万亿%a-z])", part
        )
        if named and not _TOLD_YEAR.match(part, named.end(1)):
            return int(named.group(1))
    return None


_NUMBER = r"(?<![第\d])(\d{1,4}|[一二两三四五六七八九十]{1,3})"
_COMPANION = r"(?:同事|同学|朋友|室友|工友|队友|徒弟|学员|学生|员工|伙伴)"
# The one who asks and those beside: 我跟两个同事一起考, 我们三个都报.
_AND_I = re.compile(
    rf"(?:我|俺|咱)(?:自己)?(?:跟|和|与|同|带上?|加上?|还有)(?:我?的?|另外?|其他)?(?:{_NUMBER}[个名位])?[男女老]?{_COMPANION}(?:们)?"
    r"(?=(?:一起|一块儿?|一同|一道|都|想|要|准备|打算)*(?:考|报|去|来|参加|申|交|[,，]))"
)
_WE = re.compile(
    rf"(?:我们|咱们?|俺们?)(?:一共|总共|就|有)*{_NUMBER}个?人?(?=都|一起|一块|想|要|去|来|考|报|[,，?？]|$)"
)
_HEADS = re.compile(
    rf"{_NUMBER}(?:个人|名员工|位|个员工|个{_COMPANION}|名学员|人(?=[去来报参一都要考,，?？]|$))"
)


_PAIR = re.compile(r"(?P<pair>[俩仨])(?:个?人|(?=都|一起|一块|想|要|去|来|考|报|[,，?？]|$))")


def heads_put_together(text: str) -> str:
    """A text with the one who asks and those beside told as so many persons: 我跟两个同事考 is 3个人考."""
    together = _PAIR.sub(lambda m: "2个人" if m["pair"] == "俩" else "3个人", text)
    together = _AND_I.sub(lambda m: f"{int(number(m[1] or '一') or 1) + 1}个人", together)
    return _WE.sub(lambda m: f"{int(number(m[1]) or 0)}个人", together)


def headcount_named(text: str) -> int | None:
    """How many persons a question is asked for: 三个人报名, 我跟两个同事考."""
    named = _HEADS.search(heads_put_together(text))
    count = int(number(named.group(1)) or 0) if named else 0
    return count if count > 1 else None
