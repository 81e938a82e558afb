"""Who has to bring which documents, told in running words: 单位职工另交劳动合同，代办的再带委托书.

All texts are compact (`corpus.values.compact`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import patterns as re

__all__ = ["Listing", "listings"]


@dataclass(frozen=True, slots=True)
class Listing:
    """The place of an enumeration of documents, and of whom they are asked; `""` where of all."""

    start: int
    end: int
    who: str


_AID = r"(?:还|先|另外?|再|均|都|须|需|应当?|要|得|可|请|必须|统一|一并)"
_BRING = r"(?:携带|加带|带(?:上|齐|好)?|提交|提供|递交|出具|交验|附上?|加(?!盖)|交|持)"
_WHO = r"(?:(?<=^)|(?<=[,;。:]))(?P<who>[^,;。:、]{0,24}?)"
# Under a heading that asks for documents any verb of bringing opens a list, and so does a colon.
_IN_SECTION = re.compile(
    rf"{_WHO}(?:,?{_AID}*{_BRING}(?![什哪由到至给付纳费的])(?=[^,;。:]{{2}})|,?以(?=[^,;。]{{2,24}}(?:代替|替代))|:)"
)
# Elsewhere only words that leave no doubt do.
_ANYWHERE = re.compile(
    rf"{_WHO}(?:,?{_AID}+(?:携带|加带|带(?![来动领头])|提交|出具)|,?(?:另|再|加)(?:交|附|加|带|提交|提供)|(?<=[员工人者生属])带(?=本人|身份证|户口)|,?以(?=[^,;。]{{2,24}}(?:代替|替代))"
    rf"|(?:申请|申领|办理|申办|办证|报名|登记)[^,;。:]{{0,12}}需要?:|,?{_AID}*(?:提交|提供|携带|交|带):)"
)
_EVERYBODY = re.compile(
    r".{0,4}(?:所有|全体|各类|每[位个])?.{0,2}(?:申请|申报|报名|参评|参保|办理|应聘|办证)(?:人员?|者|对象|[^的]{0,8})?|考生|家长"
    r"|.*(?:时|日|后|前|当天|基础上|现场)"
)
_ENDS = re.compile(r"。|代替|替代|,(?=[^,;。、]{0,12}(?:由|统一查|不用|无需|免交|办理|核验|领取|到|在))|$")


def listings(text: str, start: int, end: int, in_section: bool) -> Iterator[Listing]:
    """The enumerations of documents in `text[start:end]`, in reading order, each up to the next."""
    marks = list((_IN_SECTION if in_section else _ANYWHERE).finditer(text, start, end))
    if in_section and (not marks or text[start : marks[0].start()].strip()):
        first = _ENDS.search(text, start, marks[0].start() if marks else end)
        yield Listing(start, first.start() if first else end, "")
    kinds = {m["who"] for m in marks if m[0].endswith(":") and re.match(r"申[请领]|办理|报名", m["who"])}
    for number, mark in enumerate(marks):
        until = marks[number + 1].start() if number + 1 < len(marks) else end
        stop = _ENDS.search(text, mark.end(), until)
        who = mark["who"].strip(",")
        everybody = _EVERYBODY.fullmatch(who) and not (who in kinds and len(kinds) > 1)
        yield Listing(mark.end(), stop.start() if stop else until, "" if everybody else who)
